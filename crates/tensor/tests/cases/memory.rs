//! Memory that is not there, and what a run holds.

use inscape_tensor::{Device, Error, Tensor, limit_memory, memory_counters};

use super::exact::tensor;

fn limit(device: &Device, bytes: Option<u64>) {
    match device {
        Device::Cpu => limit_memory(bytes),
        Device::Gpu(gpu) => gpu.limit_memory(bytes),
    }
}

fn used_bytes(device: &Device) -> u64 {
    match device {
        Device::Cpu => memory_counters().used_bytes as u64,
        Device::Gpu(gpu) => gpu.counters().used_bytes,
    }
}

async fn own(device: &Device) -> Device {
    match device {
        Device::Cpu => Device::Cpu,
        Device::Gpu(_) => super::request_gpu().await,
    }
}

pub async fn a_tensor_that_no_memory_holds_is_refused_with_op_shape_and_a_next_step(device: &Device) {
    // 2⁵⁰ bytes: beyond one buffer of a graphics device and beyond wasm's counts, which is known at once;
    // beyond any machine's addresses, which the allocator says.
    let n = 1 << 24;
    let column = Tensor::full(1.0, &[n, 1], device).unwrap();
    let product = match column.matmul(&column.transpose().unwrap()) {
        Ok(product) => product.to_vec().await.map(|_| ()),
        Err(error) => Err(error),
    };
    let sentence = product.unwrap_err().to_string();
    for words in [
        "matmul",
        "[16777216, 16777216]",
        "1125899906842624 bytes",
        "choose a smaller batch",
        "fewer stimuli",
    ] {
        assert!(sentence.contains(words), "“{sentence}” lacks “{words}”");
    }
    // More elements than a count holds.
    let sentence = Tensor::index(&[usize::MAX, 3], device).unwrap_err().to_string();
    assert!(sentence.contains("index: a tensor [") && sentence.contains("in one buffer"), "{sentence}");
}

pub async fn without_memory_a_run_errs_and_all_is_as_it_was(device: &Device) {
    let device = own(device).await;
    let x = tensor(&device, &[256], &[1.0; 256]);
    let y = x.reshape(&[256, 1]).unwrap().matmul(&x.reshape(&[1, 256]).unwrap()).unwrap();
    let sum = y.sum_all().unwrap();
    let held = used_bytes(&device);
    limit(&device, Some(held + 1000));
    let error = sum.to_vec().await.unwrap_err();
    let expected = Error::OutOfMemory {
        op: "matmul",
        shape: vec![256, 256],
        wanted_bytes: 4 << 16,
        held_bytes: held,
        limit: format!("{} bytes, as was set", held + 1000),
    };
    assert_eq!(error, expected);
    limit(&device, None);
    assert_eq!(used_bytes(&device), held);
    assert_eq!(sum.to_vec().await.unwrap(), [65536.0]);
}

pub async fn a_tensor_that_is_given_up_is_written_over_where_nobody_else_holds_it(device: &Device) {
    let device = own(device).await;
    let make = || tensor(&device, &[3, 100], &[2.0; 300]);
    let used = used_bytes(&device);
    let x = make();
    let next = x.add(&x.mul(&x).unwrap()).unwrap();
    Tensor::evaluate_all_giving(std::slice::from_ref(&next), &[&x]).unwrap();
    assert_eq!(used_bytes(&device), used + 1200);
    assert_eq!(next.to_vec().await.unwrap(), [6.0; 300]);
    assert_eq!(x.to_vec().await.unwrap_err(), Error::GivenUp);
    assert_eq!(x.neg().unwrap().to_vec().await.unwrap_err(), Error::GivenUp);

    // Somebody has another handle, a view, or work that waits.
    for keep in [|x: &Tensor| Ok(x.clone()), |x: &Tensor| x.transpose(), |x: &Tensor| x.scale(1.0)] {
        let x = make();
        let kept = keep(&x).unwrap();
        let next = x.add(&x.mul(&x).unwrap()).unwrap();
        Tensor::evaluate_all_giving(std::slice::from_ref(&next), &[&x]).unwrap();
        assert_eq!(next.to_vec().await.unwrap(), [6.0; 300]);
        assert_eq!(kept.to_vec().await.unwrap(), [2.0; 300]);
    }

    // Read in another order than it is written in.
    let numbers: Vec<f32> = (0..300).map(|i| i as f32).collect();
    let x = tensor(&device, &[300], &numbers);
    let next = x.add(&x.flip(0).unwrap()).unwrap();
    Tensor::evaluate_all_giving(std::slice::from_ref(&next), &[&x]).unwrap();
    assert_eq!(next.to_vec().await.unwrap(), [299.0; 300]);
}
