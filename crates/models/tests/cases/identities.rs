//! The identities that define the sites, on random and on real weights.

use inscape_models::{Hooks, Identity, Input, Plan, Weights, check_identities};
use pollster::block_on;
use tensor::{Device, Tensor};

use super::files::{devices, open_model};
use super::random::{all_weights, uniform};
use super::tiny::{input, plans};

fn assert_identities(plan: &dyn Plan, weights: Weights, input: &Input, device: &Device) {
    let model = plan.build(weights, device).unwrap();
    let identities = plan.identities();
    let names: Vec<&str> = identities.iter().flat_map(Identity::sites).collect();
    let mut hooks = Hooks::keeping(&names);
    model.forward(input, &mut hooks).unwrap();
    let checks = block_on(check_identities(&identities, &hooks.take())).unwrap();
    assert_eq!(checks.len(), identities.len());
    for check in &checks {
        assert!(check.holds, "{}: off by {:e} on {device:?}", check.statement, check.deviation);
    }
    let worst = checks.iter().map(|check| check.deviation).fold(0.0, f32::max);
    println!("{} on {device:?}: {} identities, worst {worst:e}", plan.architecture(), checks.len());
}

#[test]
fn identities_hold_on_random_weights() {
    for (device, _) in devices() {
        for plan in plans() {
            assert_identities(&*plan, all_weights(&*plan, &device), &input(&*plan, &device), &device);
        }
    }
}

#[test]
fn identities_hold_on_real_weights() {
    for id in ["squeezenet1_1", "minilm-l6", "stories260k", "smollm2-135m"] {
        let Some((plan, file)) = open_model(id) else { continue };
        let names: Vec<&str> = plan.sites().iter().map(|site| site.name.as_str()).collect();
        for (device, _) in devices() {
            let weights = file.weights(&plan.weights_for(&names).unwrap(), &device);
            let input = match plan.max_positions() {
                Some(_) => Input::Tokens(vec![1, 403, 407, 261, 378, 403]),
                None => {
                    let pixels = uniform(5, 3 * 227 * 227).iter().map(|v| v * 256.0).collect();
                    Input::Images(Tensor::from_vec(pixels, &[1, 3, 227, 227], &device).unwrap())
                }
            };
            assert_identities(&*plan, weights, &input, &device);
        }
    }
}

#[test]
fn a_broken_identity_is_seen() {
    let tensor = |values: &[f32]| Tensor::from_vec(values.to_vec(), &[values.len()], &Device::Cpu).unwrap();
    let identity = [Identity::Sum { whole: "c".to_owned(), parts: vec!["a".to_owned(), "b".to_owned()] }];
    let mut kept = [("a", [1.0, 2.0]), ("b", [1.0, 1.0]), ("c", [2.0, 3.1])]
        .map(|(name, values)| (name.to_owned(), tensor(&values)))
        .into_iter()
        .collect::<std::collections::BTreeMap<_, _>>();
    let checks = block_on(check_identities(&identity, &kept)).unwrap();
    assert!(!checks[0].holds && checks[0].statement == "c = a + b");
    kept.insert("c".to_owned(), tensor(&[f32::NAN, 3.0]));
    assert!(!block_on(check_identities(&identity, &kept)).unwrap()[0].holds);
    kept.remove("c");
    assert!(block_on(check_identities(&identity, &kept)).unwrap().is_empty());
}
