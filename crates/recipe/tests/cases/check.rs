//! The backend is chosen by measurement, and the visitor overrides it. Needs a graphics adapter (a
//! software one will do); without one these tests fail.

use inscape_recipe::{Backend, BackendChoice, Capability, choose_backend};
use tensor::DeviceKind;

fn choose(choice: BackendChoice) -> (DeviceKind, Capability) {
    let (device, capability) = pollster::block_on(choose_backend(choice));
    (device.kind(), capability)
}

#[test]
fn the_faster_backend_is_chosen_and_both_speeds_are_told() {
    let (kind, capability) = choose(BackendChoice::Auto);
    let speed = |backend: Backend| {
        let facts = capability.backends.iter().find(|facts| facts.backend == backend).unwrap();
        assert_eq!(facts.unavailable, None, "this test needs a graphics adapter");
        facts.gflops.unwrap()
    };
    let (cpu, gpu) = (speed(Backend::Cpu), speed(Backend::Gpu));
    assert_eq!(capability.chosen, if gpu > cpu { Backend::Gpu } else { Backend::Cpu });
    assert_eq!(kind == DeviceKind::Gpu, gpu > cpu);
    for speed in [cpu, gpu] {
        assert!(capability.why.contains(&format!("{speed:.1}")), "{}", capability.why);
    }
}

#[test]
fn the_visitor_overrides_the_choice() {
    let (kind, capability) = choose(BackendChoice::Gpu);
    assert_eq!((kind, capability.chosen), (DeviceKind::Gpu, Backend::Gpu), "{}", capability.why);
    assert!(capability.backends.iter().any(|facts| !facts.limits.is_empty()));
    let (kind, capability) = choose(BackendChoice::Cpu);
    assert_eq!((kind, capability.chosen), (DeviceKind::Cpu, Backend::Cpu), "{}", capability.why);
}
