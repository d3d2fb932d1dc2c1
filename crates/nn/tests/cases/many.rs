//! Many networks computed as one are the networks trained one by one.

use crate::support::{deviation, devices, draw, draw_labels, read};
use inscape_nn::*;
use tensor::{Device, Tensor};

type Batch = (Tensor, Tensor);

const SEEDS: [u64; 5] = [3, 1, 4, 15, 9];
const RATES: [f32; 5] = [1.0, 0.5, 2.0, 1.0, 0.1];

fn model(list: &mut ParameterList) -> impl Fn(&Parameters, &Batch) -> Result<Outcome> + 'static {
    let net = mlp(list, "net", &[6, 12, 9], Activation::Relu).unwrap();
    let norm = layer_norm(list, "norm", 9).unwrap();
    let head = linear(list, "head", 9, 3).unwrap();
    move |p, (x, labels)| {
        let (x, labels) = (for_each_net(p, x)?, for_each_net(p, labels)?);
        let scores = head.forward(p, &norm.forward(p, &net.forward(p, &x)?.tanh()?)?)?;
        let losses = cross_entropy(&scores, &labels, 0.0)?;
        let loss = if p.n_nets().is_some() { mean_of_each_net(&losses)? } else { losses.mean_all()? };
        Ok(Outcome::of(loss))
    }
}

fn settings(rate: f64) -> Settings {
    let clip = Some(Clip::Norm { most: 0.5 });
    Settings { optimiser: Optimiser::adam_w(0.01), rate, clip, ..Settings::default() }
}

fn batch(step: u64, device: &Device) -> Batch {
    (draw(100 + step, &[20, 6], device), draw_labels(200 + step, &[20], 3, device))
}

#[test]
fn five_networks_as_one_are_five_trainings() {
    for device in devices() {
        let mut list = ParameterList::new();
        let model_of_all = model(&mut list);
        let all = Parameters::initialise_many(&list, &SEEDS, &device).unwrap();
        let rates = Tensor::from_vec(RATES.to_vec(), &[5, 1], &device).unwrap();
        let relative = Relative { rate: Some(rates), decay: None };
        let mut all = Trainer::new(all, settings(0.01), model_of_all).unwrap().with_relative(relative);
        let mut loss = Vec::new();
        for step in 0..15 {
            loss = read(&all.step(&batch(step, &device)).unwrap().loss);
        }
        assert_eq!(loss.len(), 5);
        let numbers = read(&all.parameters().trained().unwrap());
        let width = numbers.len() / 5;
        let (mut largest, mut n_different) = (0.0_f64, 0);
        for (net, (&seed, &rate)) in SEEDS.iter().zip(&RATES).enumerate() {
            let mut list = ParameterList::new();
            let model = model(&mut list);
            let one = Parameters::initialise(&list, seed, &device).unwrap();
            let mut one = Trainer::new(one, settings(0.01 * f64::from(rate)), model).unwrap();
            let mut own_loss = Vec::new();
            for step in 0..15 {
                own_loss = read(&one.step(&batch(step, &device)).unwrap().loss);
            }
            let (found, expected) =
                (&numbers[net * width..][..width], read(&one.parameters().trained().unwrap()));
            largest = largest.max(deviation(found, &expected));
            n_different += found.iter().zip(&expected).filter(|(a, b)| a.to_bits() != b.to_bits()).count();
            assert!((loss[net] - own_loss[0]).abs() < 1e-5);
        }
        println!(
            "{device:?}: largest deviation {largest:.1e}, {n_different} of {} numbers differ",
            numbers.len()
        );
        assert!(largest < 1e-6, "{device:?}: {largest:.1e}");
    }
}

#[test]
fn a_snapshot_of_many_networks_comes_back() {
    let mut list = ParameterList::new();
    let model = model(&mut list);
    let many = Parameters::initialise_many(&list, &SEEDS, &Device::Cpu).unwrap();
    assert_eq!(many.named("net.0.weight").unwrap().shape(), [5, 12, 6]);
    let mut trainer = Trainer::new(many, settings(0.01), model).unwrap();
    trainer.step(&batch(0, &Device::Cpu)).unwrap();
    let kept = pollster::block_on(trainer.snapshot()).unwrap();
    let kept = Snapshot::from_bytes(&kept.to_bytes().unwrap()).unwrap();
    let before = read(&trainer.parameters().trained().unwrap());
    trainer.step(&batch(1, &Device::Cpu)).unwrap();
    pollster::block_on(trainer.resume(&kept, &Device::Cpu)).unwrap();
    assert_eq!(read(&trainer.parameters().trained().unwrap()), before);
}

#[test]
fn a_transformer_for_many_networks_is_each_of_them() {
    let mut spec = TransformerSpec::gpt2(11, 6, 2, 2, 8);
    spec.init_std = 0.3;
    let mut list = ParameterList::new();
    let net = transformer(&mut list, &spec).unwrap();
    for device in devices() {
        let tokens = draw_labels(1, &[3, 6], 11, &device);
        let many = Parameters::initialise_many(&list, &SEEDS[..2], &device).unwrap();
        let all = net.forward(&many, &for_each_net(&many, &tokens).unwrap()).unwrap();
        assert_eq!(all.shape(), [2, 3, 6, 11]);
        for (at, &seed) in SEEDS[..2].iter().enumerate() {
            let one = Parameters::initialise(&list, seed, &device).unwrap();
            let expected = read(&net.forward(&one, &tokens).unwrap());
            let found = read(&all.slice(0, at, 1).unwrap());
            assert!(deviation(&found, &expected) < 1e-5, "{device:?}");
        }
    }
}

/// What a layer gives for images `[batch, …]`, and its gradients, are those of each network alone.
fn check_each(list: &ParameterList, layer: &impl Layer, images: &[usize], expected: &[usize]) {
    for device in devices() {
        let x = draw(1, images, &device);
        let many = Parameters::initialise_many(list, &SEEDS[..3], &device).unwrap();
        let all = layer.forward(&many, &for_each_net(&many, &x).unwrap()).unwrap();
        assert_eq!(all.shape(), expected);
        let gradients = read(&many.gradient(&all.square().unwrap().sum_all().unwrap()).unwrap());
        let width = gradients.len() / 3;
        for (at, &seed) in SEEDS[..3].iter().enumerate() {
            let one = Parameters::initialise(list, seed, &device).unwrap();
            let expected = layer.forward(&one, &x).unwrap();
            let found = read(&all.slice(0, at, 1).unwrap());
            assert!(deviation(&found, &read(&expected)) < 1e-5, "{device:?}");
            let expected = read(&one.gradient(&expected.square().unwrap().sum_all().unwrap()).unwrap());
            assert!(deviation(&gradients[at * width..][..width], &expected) < 1e-5, "{device:?}");
        }
    }
}

#[test]
fn convolutions_for_many_networks_are_each_of_them() {
    let mut list = ParameterList::new();
    let specs = [
        LayerSpec::Conv2d { n_out: 3, kernel: 3, stride: 2, padding: 1 },
        LayerSpec::Activation { function: Activation::Tanh },
        LayerSpec::Conv2d { n_out: 4, kernel: 2, stride: 1, padding: 0 },
        LayerSpec::Flatten,
        LayerSpec::Linear { n_out: 2 },
    ];
    let net = sequential(&mut list, "net", &[2, 7, 7], &specs).unwrap();
    check_each(&list, &net, &[5, 2, 7, 7], &[3, 5, 2]);
}

#[test]
fn transposed_convolutions_for_many_networks_are_each_of_them() {
    let mut list = ParameterList::new();
    let layer = conv_transpose2d(&mut list, "up", [3, 2], 3, 2, [1, 1]).unwrap();
    check_each(&list, &layer, &[4, 3, 5, 3], &[3, 4, 2, 10, 6]);
}
