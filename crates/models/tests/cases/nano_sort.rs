//! A network whose truth is known: gpt-nano-sort, minGPT's demonstration (as trained for bbycroft/llm-viz), writes six letters
//! in alphabetical order.

use inscape_models::{Choice, Writer};
use pollster::block_on;
use tensor::{Device, Random};

use super::files::open_model;

const N_INPUTS: usize = 200;
const N_LETTERS: usize = 6;

#[test]
fn gpt_nano_sort_sorts_two_hundred_seeded_inputs() {
    let Some((plan, file)) = open_model("gpt-nano-sort") else { return };
    let names: Vec<&str> = plan.sites().iter().map(|site| site.name.as_str()).collect();
    let weights = file.weights(&plan.weights_for(&names).unwrap(), &Device::Cpu);
    let model = plan.build(weights, &Device::Cpu).unwrap();
    let writer = Writer::new(&*plan, &*model, None).unwrap();
    let mut random = Random::new(1);
    for _ in 0..N_INPUTS {
        let letters: Vec<u32> = (0..N_LETTERS).map(|_| random.below(3) as u32).collect();
        let mut sorted = letters.clone();
        sorted.sort_unstable();
        let written = block_on(writer.write(&letters, N_LETTERS, Choice::Greedy)).unwrap();
        assert_eq!(written, sorted, "{letters:?}");
    }
    println!("gpt-nano-sort sorts {N_INPUTS} of {N_INPUTS}");
}
