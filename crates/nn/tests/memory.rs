//! What a training step holds in memory.
#![allow(clippy::unwrap_used, clippy::print_stdout)]

mod support;

use inscape_nn::*;
use support::{draw, draw_labels, own_gpu};
use tensor::{Device, Tensor, memory_counters, plan_counters, reset_peak};

type Batch = (Tensor, Tensor);

#[derive(Debug, Clone, Copy)]
struct Counts { used: u64, peak: u64, allocated: u64, plans: u64 }

fn counts(device: &Device) -> Counts {
    let plans = plan_counters().plans_made;
    match device {
        Device::Cpu => {
            let m = memory_counters();
            Counts { used: m.used_bytes as u64, peak: m.peak_bytes as u64, allocated: m.allocated_bytes, plans }
        }
        Device::Gpu(gpu) => {
            let m = gpu.counters();
            Counts { used: m.used_bytes, peak: m.peak_bytes, allocated: m.allocated_bytes, plans }
        }
    }
}

fn reset(device: &Device) {
    match device {
        Device::Cpu => reset_peak(),
        Device::Gpu(gpu) => gpu.reset_peak(),
    }
}

fn network(shape: &[usize], layers: &[LayerSpec], device: &Device) -> Trainer<Batch> {
    let mut list = ParameterList::new();
    let net = sequential(&mut list, "net", shape, layers).unwrap();
    let parameters = Parameters::initialise(&list, 5, device).unwrap();
    let model = move |p: &Parameters, (x, labels): &Batch| {
        Ok(Outcome::of(cross_entropy(&net.forward(p, x)?, labels, 0.0)?.mean_all()?))
    };
    Trainer::new(parameters, Settings::default(), model).unwrap()
}

#[test]
fn measure() {
    for device in [Device::Cpu, own_gpu()] {
        let relu = LayerSpec::Activation { function: Activation::Relu };
        let linear = |n_out| LayerSpec::Linear { n_out };
        let conv = |n_out| LayerSpec::Conv2d { n_out, kernel: 3, stride: 1, padding: 1 };
        let pool = || LayerSpec::MaxPool2d { kernel: 2 };
        let mut nets = vec![
            ("mlp", network(&[784], &[linear(256), relu.clone(), linear(256), relu.clone(), linear(10)], &device), vec![128, 784]),
            ("cnn", network(&[1, 28, 28], &[conv(16), relu.clone(), pool(), conv(32), relu.clone(), pool(), LayerSpec::Flatten, linear(64), relu.clone(), linear(10)], &device), vec![64, 1, 28, 28]),
        ];
        for (name, trainer, shape) in &mut nets {
            let batch = (draw(1, shape, &device), draw_labels(2, &shape[..1], 10, &device));
            for _ in 0..3 { trainer.step(&batch).unwrap(); }
            let p = trainer.parameters().trained().unwrap().count() as u64 * 4;
            reset(&device);
            let before = counts(&device);
            trainer.step(&batch).unwrap();
            let after = counts(&device);
            println!("{name} {device:?}: P {p} before {before:?} after {after:?} peak/P {}", after.peak as f64 / p as f64);
        }
    }
}
