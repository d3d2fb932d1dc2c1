//! What a training saves can be looked into: a network of the training's layers, described in its own words and with
//! its own names of weights, gives the same numbers as a model with sites.

use models::{Hooks, Input, Weights, read_config};
use nn::{Activation, LayerSpec, ParameterList, Parameters, Snapshot, sequential};
use pollster::block_on;
use tensor::{Device, Tensor};

const FUNCTIONS: [Activation; 10] = [
    Activation::Identity,
    Activation::Relu,
    Activation::GeluErf,
    Activation::GeluTanh,
    Activation::Silu,
    Activation::Tanh,
    Activation::Sigmoid,
    Activation::Elu,
    Activation::LeakyRelu,
    Activation::Square,
];

/// Every kind of layer, with every function.
fn layers() -> Vec<LayerSpec> {
    let mut layers = vec![
        LayerSpec::Conv2d { n_out: 4, kernel: 3, stride: 1, padding: 1 },
        LayerSpec::Activation { function: Activation::Relu },
        LayerSpec::MaxPool2d { kernel: 2 },
        LayerSpec::Flatten,
        LayerSpec::LayerNorm,
        LayerSpec::Dropout { rate: 0.5 },
    ];
    for function in FUNCTIONS {
        layers.extend([LayerSpec::Linear { n_out: 6 }, LayerSpec::Activation { function }]);
    }
    layers.push(LayerSpec::RmsNorm);
    layers
}

#[test]
fn a_trained_stack_is_read_back_with_its_layers_as_sites() {
    let mut list = ParameterList::new();
    let net = sequential(&mut list, "net", &[1, 8, 8], &layers()).unwrap();
    let parameters = Parameters::initialise(&list, 7, &Device::Cpu).unwrap();
    let pixels = (0..128).map(|at| ((at * 37) % 101) as f32 / 101.0).collect();
    let x = Tensor::from_vec(pixels, &[2, 1, 8, 8], &Device::Cpu).unwrap();
    let mut expected = vec![];
    net.forward_seen(&parameters, &x, &mut |_, value| expected.push(value.clone())).unwrap();

    let config =
        serde_json::json!({"model_type": "sequential", "input_shape": [1, 8, 8], "layers": layers()});
    let plan = read_config(config.to_string().as_bytes()).unwrap();
    let saved = block_on(Snapshot::of(&parameters, 1)).unwrap().to_bytes().unwrap();
    let saved = Snapshot::from_bytes(&saved).unwrap();
    let names: Vec<&str> = plan.sites().iter().map(|site| site.name.as_str()).collect();
    let mut weights = Weights::default();
    for request in plan.weights_for(&names).unwrap() {
        let present: Vec<&str> = saved.parameters.iter().map(|(name, ..)| name.as_str()).collect();
        let name = request.locate(&present).unwrap().unwrap();
        let (_, shape, data) = saved.parameters.iter().find(|(other, ..)| other == name).unwrap();
        weights.insert(&request.name, Tensor::from_vec(data.clone(), shape, &Device::Cpu).unwrap());
    }
    assert_eq!(plan.n_parameters(), saved.parameters.iter().map(|(.., data)| data.len()).sum::<usize>());
    let mut hooks = Hooks::keeping(&names);
    plan.build(weights, &Device::Cpu).unwrap().forward(&Input::Images(x), &mut hooks).unwrap();
    let kept = hooks.take();
    assert_eq!(names.len(), expected.len() + 2);
    for (name, value) in names[1..].iter().zip(&expected) {
        let (found, wanted) = (block_on(kept[*name].to_vec()).unwrap(), block_on(value.to_vec()).unwrap());
        assert_eq!(found, wanted, "{name}");
    }
}
