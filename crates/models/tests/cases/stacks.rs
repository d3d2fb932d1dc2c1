//! What is true of plain stacks alone.

use inscape_models::{Hooks, Input, read_config};
use pollster::block_on;
use tensor::{Device, Tensor};

use super::random::{all_weights, uniform};

#[test]
fn a_grey_network_sees_the_same_in_a_grey_picture_of_one_channel_and_of_three() {
    let config = br#"{"model_type": "sequential", "input_shape": [1, 6, 6], "layers": [
        {"kind": "conv2d", "n_out": 2, "kernel": 3, "stride": 1, "padding": 1}, {"kind": "flatten"},
        {"kind": "linear", "n_out": 3}]}"#;
    let plan = read_config(config).unwrap();
    let model = plan.build(all_weights(&*plan, &Device::Cpu), &Device::Cpu).unwrap();
    let grey = Tensor::from_vec(uniform(3, 72), &[2, 1, 6, 6], &Device::Cpu).unwrap();
    let coloured = grey.broadcast_to(&[2, 3, 6, 6]).unwrap().contiguous().unwrap();
    let [one, three] = [grey, coloured].map(|images| {
        let mut hooks = Hooks::keeping(&["input", "logits"]);
        model.forward(&Input::Images(images), &mut hooks).unwrap();
        let kept = hooks.take();
        assert_eq!(kept["input"].shape(), [2, 1, 6, 6]);
        block_on(kept["logits"].to_vec()).unwrap()
    });
    assert!(one.iter().zip(&three).all(|(a, b)| (a - b).abs() < 1e-6), "{one:?} {three:?}");
    let two = Tensor::full(0.0, &[1, 2, 6, 6], &Device::Cpu).unwrap();
    let error = model.forward(&Input::Images(two), &mut Hooks::keeping(&["logits"])).unwrap_err();
    assert!(error.to_string().contains("6, 6"), "{error}");
}
