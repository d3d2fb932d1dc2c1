//! Models whose matrices stay in 16 bits compute what the same numbers in f32 give, at every site and backwards.

use std::collections::BTreeMap;

use inscape_models::{
    Change, Hooks, InputKind, Intervention, Model, Plan, WeightRequest, Weights, resolve_site,
};
use pollster::block_on;
use tensor::{Device, Half, Packed, Tensor};

use super::files::devices;
use super::golden::deviation;
use super::random::uniform;
use super::tiny::{input, plans};

/// Two orders of the same sums in f32.
const TOLERANCE: f32 = 1e-5;

/// About 1/√fan_in large, and with the lower half of their bits zero, so that bf16 holds them exactly.
fn numbers(seed: usize, request: &WeightRequest) -> Vec<f32> {
    let fan_in: usize = request.shape.iter().skip(1).product();
    let size = 3.0 / (fan_in as f32).sqrt();
    let is_variance = ["running_var", "moving_variance"].iter().any(|name| request.name.ends_with(name));
    let number = |v: f32| if is_variance { 1.0 + v } else { v * size };
    let rounded = |v: f32| f32::from_bits(number(v).to_bits() & 0xffff_0000);
    uniform(seed as u64 + 1, request.count()).into_iter().map(rounded).collect()
}

/// The plan's model with seeded weights, all of its matrices packed or none.
fn model(plan: &dyn Plan, is_packed: bool, device: &Device) -> Box<dyn Model> {
    let names: Vec<&str> = plan.sites().iter().map(|site| site.name.as_str()).collect();
    let mut weights = Weights::default();
    for (seed, request) in plan.weights_for(&names).unwrap().iter().enumerate() {
        let numbers = numbers(seed, request);
        match request.shape[..] {
            [rows, cols] if is_packed => {
                let bits = |number: &f32| ((number.to_bits() >> 16) as u16).to_le_bytes();
                let bytes: Vec<u8> = numbers.iter().flat_map(bits).collect();
                weights.insert(&request.name, Packed::new(&bytes, [rows, cols], Half::Bf16, device).unwrap());
            }
            _ => weights.insert(&request.name, Tensor::from_vec(numbers, &request.shape, device).unwrap()),
        }
    }
    plan.build(weights, device).unwrap()
}

fn read(tensor: &Tensor) -> Vec<f32> {
    block_on(tensor.to_vec()).unwrap()
}

#[test]
fn every_site_has_the_value_that_f32_gives() {
    for (device, _) in devices() {
        let mut n_text = 0;
        for plan in plans() {
            let all: Vec<&str> = plan.sites().iter().map(|site| site.name.as_str()).collect();
            let kept = |is_packed: bool| -> BTreeMap<String, Tensor> {
                let mut hooks = Hooks::keeping(&all);
                model(&*plan, is_packed, &device).forward(&input(&*plan, &device), &mut hooks).unwrap();
                hooks.take()
            };
            let (wide, packed) = (kept(false), kept(true));
            for site in &all {
                let off = deviation(&read(&packed[*site]), &read(&wide[*site]));
                assert!(off <= TOLERANCE, "{} {site}: off by {off:e} on {device:?}", plan.architecture());
            }
            n_text += usize::from(plan.input() == InputKind::Text);
        }
        assert!(n_text >= 10, "{n_text} architectures that read text");
    }
}

/// A change on the way, the logit lens at it, and the gradient of what comes out with respect to it.
#[test]
fn changes_the_lens_and_gradients_pass_through_packed_weights() {
    for (device, _) in devices() {
        let mut n_plans = 0;
        for plan in plans().into_iter().filter(|plan| !plan.weights_for_unembedding().is_empty()) {
            let early = resolve_site(&*plan, "resid_post.0").unwrap();
            let run = |is_packed: bool| {
                let model = model(&*plan, is_packed, &device);
                let change = Intervention::everywhere(&early, Change::Scale(0.5));
                let sites = [early.as_str(), "logits"];
                let mut hooks = Hooks::keeping(&sites).changing([change]).differentiable(&sites[..1]);
                model.forward(&input(&*plan, &device), &mut hooks).unwrap();
                let kept = hooks.kept();
                let scalar = kept["logits"].square().unwrap().sum_all().unwrap();
                let gradient = hooks.gradients(&scalar).unwrap().remove(&early).unwrap();
                let lens = model.unembed(&kept[&early]).unwrap().unwrap();
                [read(&gradient), read(&lens), read(&kept["logits"])]
            };
            for (found, expected) in run(true).iter().zip(&run(false)) {
                assert!(expected.iter().any(|value| *value != 0.0), "{}", plan.architecture());
                let off = deviation(found, expected);
                assert!(off <= 10.0 * TOLERANCE, "{}: off by {off:e} on {device:?}", plan.architecture());
            }
            n_plans += 1;
        }
        assert!(n_plans >= 5, "{n_plans} language models");
    }
}
