//! What training holds in memory: no more at step 10,000 than at step 100, and within a step little more
//! than what the step cannot do without.

use crate::support::{draw, draw_labels, own_gpu};
use inscape_nn::*;
use tensor::{Device, Tensor, limit_memory, memory_counters, plan_counters, reset_peak};

type Batch = (Tensor, Tensor);

/// What is counted on either device.
#[derive(Debug, PartialEq)]
struct Counts {
    used_bytes: u64,
    pooled_bytes: u64,
    allocated_bytes: u64,
    peak_bytes: u64,
    plans_made: u64,
}

fn count(device: &Device) -> Counts {
    let plans_made = plan_counters().plans_made;
    match device {
        Device::Cpu => {
            let memory = memory_counters();
            Counts {
                used_bytes: memory.used_bytes as u64,
                pooled_bytes: memory.pooled_bytes as u64,
                allocated_bytes: memory.allocated_bytes,
                peak_bytes: memory.peak_bytes as u64,
                plans_made,
            }
        }
        Device::Gpu(gpu) => {
            let memory = gpu.counters();
            Counts {
                used_bytes: memory.used_bytes,
                pooled_bytes: memory.pooled_bytes,
                allocated_bytes: memory.allocated_bytes,
                peak_bytes: memory.peak_bytes,
                plans_made,
            }
        }
    }
}

fn start_peak(device: &Device) {
    match device {
        Device::Cpu => reset_peak(),
        Device::Gpu(gpu) => gpu.reset_peak(),
    }
}

fn linear(n_out: usize) -> LayerSpec {
    LayerSpec::Linear { n_out }
}

fn relu() -> LayerSpec {
    LayerSpec::Activation { function: Activation::Relu }
}

/// Layers that name classes, under Adam.
fn classifier(n_in: &[usize], layers: &[LayerSpec], settings: Settings, device: &Device) -> Trainer<Batch> {
    let mut list = ParameterList::new();
    let net = sequential(&mut list, "net", n_in, layers).unwrap();
    let parameters = Parameters::initialise(&list, 5, device).unwrap();
    let model = move |p: &Parameters, (x, labels): &Batch| {
        Ok(Outcome::of(cross_entropy(&net.forward(p, x)?, labels, 0.0)?.mean_all()?))
    };
    Trainer::new(parameters, settings, model).unwrap()
}

fn small(device: &Device) -> Trainer<Batch> {
    let layers = [linear(16), relu(), LayerSpec::Dropout { rate: 0.1 }, linear(4)];
    let settings = Settings {
        clip: Some(Clip::Norm { most: 1.0 }),
        average: Some(0.99),
        optimiser: Optimiser::adam_w(0.01),
        ..Settings::default()
    };
    classifier(&[10], &layers, settings, device)
}

fn small_batch(step: u64, device: &Device) -> Batch {
    (draw(step, &[32, 10], device), draw_labels(step + 1, &[32], 4, device))
}

#[test]
fn memory_is_flat_over_many_steps() {
    for (device, n_steps) in [(Device::Cpu, 10_000), (own_gpu(), 2_000)] {
        let mut trainer = small(&device);
        let mut after_100 = None;
        for step in 1..=n_steps {
            trainer.step(&small_batch(step, &device)).unwrap();
            // As a curve does: the device is waited for.
            if step % 10 == 0 {
                pollster::block_on(trainer.parameters().trained().unwrap().to_vec()).unwrap();
            }
            if step == 100 {
                after_100 = Some(count(&device));
            }
        }
        let after_all = count(&device);
        println!("{device:?}: after {n_steps} steps {after_all:?}");
        assert_eq!(Some(after_all), after_100, "{device:?}");
    }
}

/// A network, a batch, and the bytes that no step can do without.
struct Case {
    name: &'static str,
    trainer: Trainer<Batch>,
    batch: Batch,
    /// Numbers that are read on the way back, beside parameters and batch, counted from the shapes.
    n_activations: usize,
}

impl Case {
    /// Parameters, their gradients and Adam's two states; the batch; the activations.
    fn needed_bytes(&self) -> u64 {
        let n_parameters = self.trainer.parameters().trained().unwrap().count();
        let n_batch = self.batch.0.count() + self.batch.1.count();
        4 * (4 * n_parameters + n_batch + self.n_activations) as u64
    }
}

fn mlp_case(device: &Device) -> Case {
    let layers = [linear(256), relu(), linear(256), relu(), linear(10)];
    Case {
        name: "784-256-256-10",
        trainer: classifier(&[784], &layers, Settings::default(), device),
        batch: (draw(1, &[128, 784], device), draw_labels(2, &[128], 10, device)),
        n_activations: 128 * (256 + 256 + 10),
    }
}

fn cnn_case(device: &Device) -> Case {
    let conv = |n_out| LayerSpec::Conv2d { n_out, kernel: 3, stride: 1, padding: 1 };
    let pool = || LayerSpec::MaxPool2d { kernel: 2 };
    let layers = [
        conv(16),
        relu(),
        pool(),
        conv(32),
        relu(),
        pool(),
        LayerSpec::Flatten,
        linear(64),
        relu(),
        linear(10),
    ];
    // A convolution is a product with the patches of its input, which its weights' gradient reads again.
    let patches = 9 * 28 * 28 + 16 * 9 * 14 * 14;
    let convolved = 16 * 28 * 28 + 32 * 14 * 14;
    let pooled = 16 * 14 * 14 + 32 * 7 * 7;
    Case {
        name: "two convolutions",
        trainer: classifier(&[1, 28, 28], &layers, Settings::default(), device),
        batch: (draw(1, &[64, 1, 28, 28], device), draw_labels(2, &[64], 10, device)),
        n_activations: 64 * (patches + convolved + pooled + 64 + 10),
    }
}

fn decoder_case(device: &Device) -> Case {
    let (batch, pos, vocab, n_layers, n_heads, d_model) = (32, 64, 90, 2, 2, 64);
    let mut list = ParameterList::new();
    let spec =
        TransformerSpec { is_tied: false, ..TransformerSpec::gpt2(vocab, pos, n_layers, n_heads, d_model) };
    let net = transformer(&mut list, &spec).unwrap();
    let parameters = Parameters::initialise(&list, 5, device).unwrap();
    let model = move |p: &Parameters, (x, next): &Batch| {
        Ok(Outcome::of(cross_entropy(&net.forward_hooked(p, x, &mut no_hook)?, next, 0.0)?.mean_all()?))
    };
    // Of a token: the residual stream before each half of a block and each norm of it; q, k, v and z; the
    // MLP before and after its nonlinearity (4 d_model each). Of a head: its pattern.
    let of_token = d_model * (2 + 2 + 4 + 8);
    let block = batch * (pos * of_token + n_heads * pos * pos);
    Case {
        name: "a decoder",
        trainer: Trainer::new(parameters, Settings::default(), model).unwrap(),
        batch: (draw_labels(1, &[batch, pos], vocab, device), draw_labels(2, &[batch, pos], vocab, device)),
        n_activations: n_layers * block + batch * pos * (2 * d_model + vocab),
    }
}

#[test]
fn the_peak_of_a_step_is_at_most_1_3_times_what_it_needs() {
    for device in [Device::Cpu, own_gpu()] {
        for make in [mlp_case, cnn_case, decoder_case] {
            let Case { name, .. } = make(&device);
            let before = count(&device).used_bytes;
            let mut case = make(&device);
            for _ in 0..3 {
                case.trainer.step(&case.batch).unwrap();
            }
            start_peak(&device);
            let start = count(&device);
            case.trainer.step(&case.batch).unwrap();
            let end = count(&device);
            let (peak, needed) = (end.peak_bytes - before, case.needed_bytes());
            let ratio = peak as f64 / needed as f64;
            println!(
                "{name} on {device:?}: needs {needed} bytes, peak {peak} ({ratio:.3} ×), {} newly allocated, {} waiting",
                end.allocated_bytes - start.allocated_bytes,
                end.pooled_bytes
            );
            assert!(ratio <= 1.3, "{name} on {device:?}: {ratio}");
            assert_eq!(end.allocated_bytes, start.allocated_bytes, "{name} on {device:?}");
        }
    }
}

#[test]
fn a_step_without_memory_errs_and_the_training_stands_as_before() {
    for device in [Device::Cpu, own_gpu()] {
        let limit = |bytes| match &device {
            Device::Cpu => limit_memory(bytes),
            Device::Gpu(gpu) => gpu.limit_memory(bytes),
        };
        let of = |trainer: &Trainer<Batch>| pollster::block_on(trainer.snapshot()).unwrap();
        let batch = small_batch(1, &device);
        let (mut disturbed, mut other) = (small(&device), small(&device));
        for step in 0..4 {
            if step > 0 {
                let used = count(&device).used_bytes;
                // Room for nothing, and for more and more of the step.
                limit(Some(used + [0, 1000, 2000][step - 1]));
                let error = disturbed.step(&batch).unwrap_err();
                assert!(matches!(error, Error::Tensor(tensor::Error::OutOfMemory { .. })), "{error:?}");
                println!("{device:?}: {error}");
                limit(None);
            }
            disturbed.step(&batch).unwrap();
            other.step(&batch).unwrap();
            assert!(of(&disturbed) == of(&other), "{device:?} at {step}");
        }
    }
}
