//! A device that is too small, that goes away, and one that repeats itself.

use inscape_tensor::{Device, Error, Tensor, gpu::Gpu};

use super::exact::tensor;

async fn own_gpu() -> std::sync::Arc<Gpu> {
    match super::request_gpu().await {
        Device::Gpu(gpu) => gpu,
        Device::Cpu => panic!("a graphics device was requested, the CPU came"),
    }
}

pub async fn a_tensor_above_the_limit_is_refused_with_a_next_step() {
    let gpu = own_gpu().await;
    let limit = gpu.adapter().max_binding_bytes.min(gpu.adapter().max_buffer_bytes);
    let error = Tensor::full(0.0, &[limit as usize / 4 + 1], &Device::Gpu(gpu)).unwrap_err();
    let wanted = limit / 4 * 4 + 4;
    assert!(matches!(error, Error::TooLarge { op: "broadcast", .. }), "{error:?}");
    let sentence = error.to_string();
    let shape = limit / 4 + 1;
    for words in [
        format!("broadcast: a tensor [{shape}] needs {wanted} bytes"),
        format!("allows {limit} in one buffer"),
        "choose a smaller batch".to_owned(),
    ] {
        assert!(sentence.contains(&words), "“{sentence}” lacks “{words}”");
    }
}

/// Chromium's software adapter allows a buffer of 2³⁰ bytes and has no memory for it.
#[cfg(target_arch = "wasm32")]
pub async fn memory_that_the_driver_refuses_is_told_with_what_was_wanted() {
    let gpu = own_gpu().await;
    let device = Device::Gpu(gpu.clone());
    let kept = tensor(&device, &[4], &[1.0; 4]);
    let huge = Tensor::full(1.0, &[1 << 28], &device).unwrap().contiguous().unwrap();
    Tensor::evaluate_all(std::slice::from_ref(&huge)).unwrap();
    let error = huge.slice(0, 0, 1).unwrap().to_vec().await.unwrap_err();
    let expected = Error::OutOfMemory {
        op: "elementwise work",
        shape: vec![1 << 28],
        wanted_bytes: 1 << 30,
        held_bytes: 16,
        limit: format!("what {} has free", gpu.adapter().name),
    };
    assert_eq!(error, expected);
    // Results may hang on what is not there: the device is not used again.
    assert_eq!(kept.to_vec().await.unwrap_err(), expected);
}

pub async fn a_lost_device_is_an_error_and_not_a_hang() {
    let gpu = own_gpu().await;
    let device = Device::Gpu(gpu.clone());
    let x = tensor(&device, &[2], &[1.0, 2.0]);
    assert_eq!(x.to_vec().await.unwrap(), [1.0, 2.0]);
    gpu.destroy();
    assert!(matches!(x.to_vec().await, Err(Error::Gpu(_))));
    // And so it stays, for ops too: at once, or at the next reading back.
    let sum = match x.add(&x) {
        Ok(sum) => sum.to_vec().await.map(|_| ()),
        Err(error) => Err(error),
    };
    assert!(matches!(sum, Err(Error::Gpu(_))), "{sum:?}");
    assert!(matches!(x.to_vec().await, Err(Error::Gpu(_))));
}

pub async fn a_device_lost_while_commands_wait_is_an_error_and_not_a_hang() {
    let gpu = own_gpu().await;
    let device = Device::Gpu(gpu.clone());
    let x = Tensor::full(1.0, &[64, 64], &device).unwrap();
    // More than are gathered before one submission, so that some wait and some are on their way.
    let mut y = x.clone();
    for _ in 0..100 {
        y = y.matmul(&x).unwrap().scale(1.0 / 64.0).unwrap();
    }
    gpu.destroy();
    let result = y.to_vec().await;
    assert!(matches!(result, Err(Error::Gpu(_))), "{result:?}");
}

pub async fn a_device_repeats_itself_to_the_bit() {
    let device = Device::Gpu(own_gpu().await);
    let mut random = super::random::Random::new(7);
    let x = tensor(&device, &[33, 257], &random.numbers(33 * 257));
    let run = async || {
        let y = x.matmul(&x.transpose().unwrap()).unwrap().softmax().unwrap();
        y.sum(0).unwrap().to_vec().await.unwrap().iter().map(|v| v.to_bits()).collect::<Vec<u32>>()
    };
    let first = run().await;
    for _ in 0..3 {
        assert_eq!(run().await, first);
    }
}
