//! Losses with their gradients, optimisers, clipping and a schedule against torch; the numbers are made by
//! `scripts/golden/make_nn.py`.

use crate::support::{deviation, devices, read};
use inscape_nn::*;
use serde_json::Value;
use tensor::{Device, Tensor, gradients};

/// Largest deviation, relative to the largest number.
const TOLERANCE: f64 = 1e-5;

fn golden() -> Value {
    serde_json::from_str(include_str!("../golden/nn.json")).unwrap()
}

fn numbers(value: &Value) -> Vec<f32> {
    value.as_array().unwrap().iter().map(|v| v.as_f64().unwrap() as f32).collect()
}

fn tensor(value: &Value, device: &Device) -> Tensor {
    let shape: Vec<usize> =
        value["shape"].as_array().unwrap().iter().map(|v| v.as_u64().unwrap() as usize).collect();
    Tensor::from_vec(numbers(&value["data"]), &shape, device).unwrap()
}

fn compute(case: &Value, x: &[Tensor]) -> Result<Tensor> {
    let number = |key: &str| case["params"][key].as_f64().unwrap() as f32;
    match case["loss"].as_str().unwrap() {
        "cross_entropy" => cross_entropy(&x[0], &x[1], number("smoothing")),
        "binary_cross_entropy" => binary_cross_entropy(&x[0], &x[1]),
        "mean_squared_error" => mean_squared_error(&x[0], &x[1]),
        "huber" => huber(&x[0], &x[1], number("delta")),
        "kl_divergence" => kl_divergence(&x[0], &x[1]),
        "cosine_similarity" => cosine_similarity(&x[0], &x[1]),
        "info_nce" => info_nce(&x[0], &x[1], number("temperature")),
        "nt_xent" => nt_xent(&x[0], &x[1], number("temperature")),
        "barlow_twins" => barlow_twins(&x[0], &x[1], number("weight")),
        "ssim" => ssim(&x[0], &x[1], number("range")),
        other => panic!("the golden file names the loss {other}, which this test does not know"),
    }
}

#[test]
fn losses_and_their_gradients_match_torch() {
    let file = golden();
    for device in devices() {
        for case in file["losses"].as_array().unwrap() {
            let name = case["name"].as_str().unwrap();
            let mut inputs: Vec<Tensor> =
                case["inputs"].as_array().unwrap().iter().map(|value| tensor(value, &device)).collect();
            let expected = case["gradients"].as_array().unwrap();
            for input in inputs.iter_mut().take(expected.len()) {
                *input = input.parameter().unwrap();
            }
            let out = compute(case, &inputs).unwrap_or_else(|error| panic!("{name}: {error}"));
            let parameters: Vec<&Tensor> = inputs.iter().take(expected.len()).collect();
            let found = gradients(&out.mean_all().unwrap(), &parameters).unwrap();
            let of_value = deviation(&read(&out), &numbers(&case["output"]["data"]));
            let each = found.iter().zip(expected).map(|(f, e)| deviation(&read(f), &numbers(&e["data"])));
            let of_gradient = each.fold(0.0, f64::max);
            println!("{name} on {device:?}: value {of_value:.1e}, gradient {of_gradient:.1e}");
            assert!(of_value < TOLERANCE && of_gradient < TOLERANCE, "{name} on {device:?}");
        }
    }
}

/// The training of the golden file's valley.
fn valley(file: &Value, settings: Settings, device: &Device) -> Trainer<()> {
    let mut list = ParameterList::new();
    let line = linear(&mut list, "line", 2, 4).unwrap();
    let start = numbers(&file["valley"]["start"]["data"]);
    let parts = [start[..8].to_vec(), start[8..].to_vec()];
    let parameters = Parameters::from_numbers(&list, None, &parts, device).unwrap();
    let (a, y) = (tensor(&file["valley"]["a"], device), tensor(&file["valley"]["y"], device));
    let model = move |p: &Parameters, (): &()| {
        let loss = mean_squared_error(&line.forward(p, &a)?.tanh()?, &y)?;
        Ok(Outcome::of(loss.mean_all()?))
    };
    Trainer::new(parameters, settings, model).unwrap()
}

#[test]
fn optimisers_walk_as_those_of_torch_for_20_steps() {
    let file = golden();
    for device in devices() {
        for case in file["optimisers"].as_array().unwrap() {
            let settings: Settings = serde_json::from_value(case["settings"].clone()).unwrap();
            let mut trainer = valley(&file, settings, &device);
            let mut largest = 0.0_f64;
            for expected in case["path"].as_array().unwrap() {
                trainer.step(&()).unwrap();
                let found = read(&trainer.parameters().trained().unwrap());
                largest = largest.max(deviation(&found, &numbers(expected)));
            }
            println!("{:?} on {device:?}: {largest:.1e}", settings.optimiser);
            assert!(largest < TOLERANCE, "{:?} on {device:?}: {largest:.1e}", settings.optimiser);
        }
    }
}

#[test]
fn clipping_by_length_matches_torch_and_is_each_networks_own() {
    let file = golden();
    for device in devices() {
        let gradient = tensor(&file["clip"]["gradient"], &device).reshape(&[1, 12]).unwrap();
        let clip = Clip::Norm { most: 0.1 };
        let expected = numbers(&file["clip"]["clipped"]["data"]);
        assert!(deviation(&read(&clip.apply(&gradient).unwrap()), &expected) < TOLERANCE);
        let small = gradient.scale(1e-3).unwrap();
        let both = clip.apply(&Tensor::concat(&[&gradient, &small], 0).unwrap()).unwrap();
        let (first, second) = (both.slice(0, 0, 1).unwrap(), both.slice(0, 1, 1).unwrap());
        assert!(deviation(&read(&first), &expected) < TOLERANCE);
        assert_eq!(read(&second), read(&small));
        let kept = Clip::Value { most: 0.01 }.apply(&gradient).unwrap();
        assert!(read(&kept).iter().zip(read(&gradient)).all(|(k, g)| *k == g.clamp(-0.01, 0.01)));
    }
}

#[test]
fn one_cycle_is_torchs() {
    let schedule = Schedule::OneCycle { n_steps: 20 };
    for (step, expected) in golden()["one_cycle"].as_array().unwrap().iter().enumerate() {
        assert!((schedule.factor(step as u64) - expected.as_f64().unwrap()).abs() < 1e-9, "step {step}");
    }
}
