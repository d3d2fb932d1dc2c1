//! Elementwise steps that end an op's kernel.

use inscape_tensor::{Device, Padding2d, Result, Tensor};

use super::exact::tensor;
use super::random::Random;

/// The result, and how many kernels it took.
async fn run(device: &Device, compute: impl Fn() -> Result<Tensor>) -> (Vec<f32>, u64) {
    // Sources that wait are evaluated first, and do not count.
    compute().unwrap().to_vec().await.unwrap();
    let [before, ..] = device.counts();
    let numbers = compute().unwrap().to_vec().await.unwrap();
    (numbers, device.counts()[0] - before)
}

pub async fn bias_activation_and_residual_cost_no_kernel(device: &Device) {
    let device = match device {
        Device::Cpu => Device::Cpu,
        Device::Gpu(_) => super::request_gpu().await,
    };
    let mut random = Random::new(3);
    let mut make = |shape: &[usize]| tensor(&device, shape, &random.numbers(shape.iter().product()));
    let (x, weight, bias) = (make(&[20, 12]), make(&[8, 12]), make(&[8]));
    let residual = make(&[20, 8]);
    let product = x.linear(&weight, None).unwrap();
    Tensor::evaluate_all(std::slice::from_ref(&product)).unwrap();
    let end = |y: &Tensor| y.add(&bias)?.gelu_erf()?.add(&residual);
    let (joined, n_kernels) = run(&device, || end(&x.linear(&weight, None)?)).await;
    assert_eq!(n_kernels, 1);
    let (apart, _) = run(&device, || end(&product)).await;
    assert_eq!(joined, apart);

    // What is asked for as well, and what is read in another order, stays.
    let (_, n_kernels) = run(&device, || {
        let y = x.linear(&weight, None)?;
        let z = end(&y)?;
        Tensor::evaluate_all(&[y, z.clone()])?;
        Ok(z)
    })
    .await;
    assert_eq!(n_kernels, 2);
    let (_, n_kernels) = run(&device, || x.linear(&weight, None)?.transpose()?.relu()).await;
    assert_eq!(n_kernels, 2);

    // A sum that is cut into slices ends where they meet; on the CPU nothing is cut.
    let (x, weight) = (make(&[2, 1000]), make(&[8, 1000]));
    let (_, n_kernels) = run(&device, || x.linear(&weight, Some(&bias))?.relu()).await;
    assert_eq!(n_kernels, if matches!(device, Device::Gpu(_)) { 2 } else { 1 });
    if let Device::Gpu(_) = device {
        let (image, kernel) = (make(&[2, 3, 4, 4]), make(&[8, 3, 3, 3]));
        let (_, n_kernels) =
            run(&device, || image.conv2d(&kernel, &bias, 1, Padding2d::all(1))?.relu()).await;
        assert_eq!(n_kernels, 2, "the patches, and the product with its end");
        let point = make(&[8, 3, 1, 1]);
        let (_, n_kernels) =
            run(&device, || image.conv2d(&point, &bias, 1, Padding2d::default())?.relu()).await;
        assert_eq!(n_kernels, 1);
    }
}
