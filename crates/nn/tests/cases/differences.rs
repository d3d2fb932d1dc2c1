//! Gradients of whole networks against central differences, and a recurrent one by hand.

use crate::support::{deviation, devices, draw, draw_labels, read};
use inscape_nn::*;
use tensor::{Device, Tensor};

/// Compares the gradient of `loss` along five random directions.
fn check(list: &ParameterList, loss: impl Fn(&Parameters) -> Tensor, device: &Device) {
    let p = Parameters::initialise(list, 1, device).unwrap();
    let gradient = read(&p.gradient(&loss(&p)).unwrap());
    assert!(gradient.iter().any(|value| value.abs() > 1e-3));
    for seed in 0..5 {
        let direction = draw(seed, &[1, gradient.len()], device);
        let at = |step: f32| {
            let moved = p.trained().unwrap().add(&direction.scale(step).unwrap()).unwrap();
            f64::from(read(&loss(&p.updated(&moved).unwrap()))[0])
        };
        let h = 2e-3;
        let expected = (at(h) - at(-h)) / (2.0 * f64::from(h));
        let found: f64 =
            gradient.iter().zip(read(&direction)).map(|(g, d)| f64::from(*g) * f64::from(d)).sum();
        let error = (found - expected).abs();
        assert!(error < 2e-2 * (1.0 + expected.abs()), "{device:?}: {found}, {expected}");
    }
}

#[test]
fn a_transformers_gradient_is_that_of_central_differences() {
    let llama = TransformerSpec::llama(7, 5, 1, 2, 8);
    let biased = TransformerSpec { has_bias: true, ..llama.clone() };
    for spec in [TransformerSpec::gpt2(7, 5, 1, 2, 8), llama, biased] {
        let mut list = ParameterList::new();
        let net = transformer(&mut list, &TransformerSpec { init_std: 0.4, d_mlp: 8, ..spec }).unwrap();
        for device in devices() {
            let (tokens, next) = (draw_labels(1, &[3, 5], 7, &device), draw_labels(2, &[3, 5], 7, &device));
            let loss = |p: &Parameters| {
                cross_entropy(&net.forward(p, &tokens).unwrap(), &next, 0.0).unwrap().mean_all().unwrap()
            };
            check(&list, loss, &device);
        }
    }
}

#[test]
fn a_vision_transformers_gradient_is_that_of_central_differences() {
    let spec =
        VisionSpec { side: 6, patch: 3, n_channels: 1, n_layers: 1, n_heads: 2, d_model: 8, n_classes: 4 };
    let mut list = ParameterList::new();
    let net = vision_transformer(&mut list, &spec).unwrap();
    for device in devices() {
        let (images, labels) = (draw(1, &[3, 1, 6, 6], &device), draw_labels(2, &[3], 4, &device));
        let loss = |p: &Parameters| {
            cross_entropy(&net.forward(p, &images).unwrap(), &labels, 0.0).unwrap().mean_all().unwrap()
        };
        check(&list, loss, &device);
    }
    let uneven = VisionSpec { patch: 4, ..spec };
    assert!(vision_transformer(&mut ParameterList::new(), &uneven).is_err());
}

#[test]
fn an_lstms_gradient_is_that_of_central_differences() {
    let mut list = ParameterList::new();
    let net = lstm(&mut list, "rnn", 3, 4, 2).unwrap();
    for device in devices() {
        let (x, y) = (draw(1, &[2, 5, 3], &device), draw(2, &[2, 5, 4], &device));
        let loss = |p: &Parameters| {
            mean_squared_error(&net.forward(p, &x).unwrap(), &y).unwrap().mean_all().unwrap()
        };
        check(&list, loss, &device);
    }
}

#[test]
fn an_lstm_keeps_its_cell_as_its_gates_say() {
    let mut list = ParameterList::new();
    let net = lstm(&mut list, "rnn", 1, 1, 1).unwrap();
    let names: Vec<&str> = list.entries().iter().map(|entry| entry.name.as_str()).collect();
    assert_eq!(names, ["rnn.weight_ih_l0", "rnn.bias_ih_l0", "rnn.weight_hh_l0", "rnn.bias_hh_l0"]);
    // Rows: input, forget, cell, output.
    let numbers = [[0.5, -0.2, 1.0, 0.3], [0.1, 0.4, 0.0, -0.1], [0.2, 0.1, -0.5, 0.6], [0.0, 0.3, 0.2, 0.1]];
    let p = Parameters::from_numbers(&list, None, &numbers.map(Vec::from), &Device::Cpu).unwrap();
    let inputs = [1.0_f32, -2.0, 0.5];
    let x = Tensor::from_vec(inputs.to_vec(), &[1, 3, 1], &Device::Cpu).unwrap();
    let sigmoid = |x: f32| 1.0 / (1.0 + (-x).exp());
    let (mut c, mut h) = (0.0_f32, 0.0_f32);
    let by_hand = inputs.map(|x| {
        let gate = |k: usize| numbers[0][k] * x + numbers[1][k] + numbers[2][k] * h + numbers[3][k];
        c = sigmoid(gate(1)) * c + sigmoid(gate(0)) * gate(2).tanh();
        h = sigmoid(gate(3)) * c.tanh();
        h
    });
    assert!(deviation(&read(&net.forward(&p, &x).unwrap()), &by_hand) < 1e-6);
    assert!(net.forward(&p, &x.reshape(&[3, 1]).unwrap()).is_err());
}
