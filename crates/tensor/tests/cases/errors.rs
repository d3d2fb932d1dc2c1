//! What an op refuses, and in which words.

use inscape_tensor::{Device, Padding2d, Result, Tensor};

use super::exact::tensor;

fn refused(result: Result<Tensor>, words: &[&str]) {
    let sentence = match result {
        Ok(x) => panic!("expected a refusal with {words:?}, found {x:?}"),
        Err(error) => error.to_string(),
    };
    for word in words {
        assert!(sentence.contains(word), "“{sentence}” lacks “{word}”");
    }
}

pub async fn wrong_shapes_are_refused_in_a_sentence(device: &Device) {
    let x = tensor(device, &[2, 3], &[0.0; 6]);
    let v = tensor(device, &[2], &[0.0; 2]);
    let image = tensor(device, &[1, 1, 2, 2], &[0.0; 4]);
    refused(Tensor::from_vec(vec![0.0; 5], &[2, 3], device), &["from_vec", "6 numbers", "5 numbers"]);
    refused(Tensor::from_vec(vec![], &[usize::MAX, 3], device), &["from_vec", "0 numbers"]);
    refused(x.add(&v), &["add: expected a shape that broadcasts with [2, 3], found [2]"]);
    refused(x.matmul(&x), &["matmul", "[2, 3] first, found [2, 3]"]);
    refused(v.matmul(&x), &["matmul", "[2] first"]);
    refused(x.linear(&tensor(device, &[1, 2], &[0.0; 2]), None), &["linear", "rows of 2", "rows of 3"]);
    refused(x.linear(&x, Some(&tensor(device, &[1], &[0.0]))), &["linear", "a bias [2], found [1]"]);
    refused(x.reshape(&[4]), &["reshape", "6 elements", "[4] with 4"]);
    refused(x.permute(&[0, 0]), &["permute", "an order of 0..2", "[0, 0]"]);
    refused(v.transpose(), &["transpose", "at least 2 dimensions", "[2]"]);
    refused(x.slice(1, 2, 2), &["slice", "the 3 entries of dimension 1", "2 entries from 2"]);
    refused(x.slice(2, 0, 1), &["slice", "a dimension below 2", "dimension 2"]);
    refused(x.slice(0, usize::MAX, 2), &["slice", "2 entries from"]);
    refused(x.broadcast_to(&[3]), &["broadcast_to"]);
    refused(x.broadcast_to(&[1, 3]), &["broadcast_to", "[2, 3]", "[1, 3]"]);
    refused(x.unsqueeze(3), &["unsqueeze", "a place up to 2", "3"]);
    refused(x.sum(2), &["sum", "a dimension below 2"]);
    refused(tensor(device, &[2, 0], &[]).max(1), &["max", "at least one entry", "[2, 0] along 1"]);
    refused(tensor(device, &[], &[1.0]).softmax(), &["softmax", "at least 1 dimension", "a scalar"]);
    refused(x.layer_norm(&v, &v, 1e-5), &["layer_norm", "gain [width]", "[2, 3], [2], [2]"]);
    refused(x.rms_norm(&v, 1e-5), &["rms_norm", "gain [width]", "[2, 3], [2]"]);
    refused(x.gather_rows(&[0, 2]), &["gather_rows", "indices below 2", "index 2"]);
    refused(v.gather_rows(&[0]), &["gather_rows", "a table [n_rows, width]", "[2]"]);
    refused(Tensor::concat(&[], 0), &["concat", "at least one tensor", "none"]);
    refused(Tensor::concat(&[&x, &v], 0), &["concat", "[2, 3] but for dimension 0", "[2]"]);
    refused(x.unfold2d([1, 1], 1, Padding2d::default()), &["unfold2d", "[batch, channels, height, width]"]);
    refused(image.unfold2d([3, 1], 1, Padding2d::default()), &["unfold2d", "the padded [2, 2]", "[3, 1]"]);
    refused(image.conv2d(&image, &v, 1, Padding2d::default()), &["conv2d", "a bias [1]", "[2]"]);
    refused(image.max_pool2d(3, 1, true), &["max_pool2d", "a kernel within 2 × 2", "kernel 3"]);
    refused(image.max_pool2d(2, 0, true), &["max_pool2d", "a stride above 0", "stride 0"]);
    refused(tensor(device, &[1, 1, 3], &[0.0; 3]).rope(1e4), &["rope", "an even d_head", "3"]);
    let (q, k) = (tensor(device, &[3, 1, 1], &[0.0; 3]), tensor(device, &[2, 1, 1], &[0.0; 2]));
    refused(q.attention(&k, &k, false).map(|a| a.z), &["attention", "a multiple of kv heads", "q [3, 1, 1]"]);
    refused(q.attention(&x, &x, false).map(|a| a.z), &["attention", "[head, pos, d_head] each"]);
}

pub async fn tensors_of_two_devices_do_not_meet(device: &Device) {
    if matches!(device, Device::Cpu) {
        // One device alone has no other to meet; the GPU's run of this body covers the pair.
        return;
    }
    let here = tensor(device, &[1, 1], &[1.0]);
    let there = tensor(&Device::Cpu, &[1, 1], &[1.0]);
    refused(here.add(&there), &["add: both tensors must be on one device", "CPU"]);
    refused(there.matmul(&here), &["matmul: both tensors must be on one device", "CPU"]);
    refused(Tensor::concat(&[&here, &there], 0), &["concat", "CPU"]);
}
