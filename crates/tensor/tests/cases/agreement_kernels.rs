//! Ops that have several kernels: each agrees, whatever the adapter at hand would choose.

use inscape_tensor::{Device, Tensor, gpu::Gpu};

use super::agreement::{Maker, agree};
use super::agreement_ops;

/// A device of its own, since the choice of a kernel holds for all that a device computes.
async fn own_gpu() -> (Device, std::sync::Arc<Gpu>) {
    match super::request_gpu().await {
        Device::Gpu(gpu) => (Device::Gpu(gpu.clone()), gpu),
        Device::Cpu => panic!("a graphics device was requested, the CPU came"),
    }
}

/// A size: mostly a multiple of 4 (read four at a time), around the tiles, or so long that sums are cut.
fn size(make: &mut Maker) -> usize {
    match make.random.below(6) {
        0 => make.random.filled_size(),
        1 => make.random.between(256, 700),
        2 => 4 * make.random.between(100, 300),
        _ => 4 * make.random.between(1, 24),
    }
}

/// Every kernel that multiplies. Cut sums of a thousand products against the CPU's other order.
pub async fn matmul_kernels(_: &Device) -> f64 {
    let mut worst = 0.0_f64;
    for name in Gpu::matmul_kernels() {
        let (device, gpu) = own_gpu().await;
        gpu.force_matmul(name).unwrap();
        let deviation = agree(&device, 1e-5, |make| {
            let inner = size(make);
            let (rows, cols) = match make.random.below(3) {
                0 => (make.random.between(1, 4), make.random.between(1, 150)),
                1 => (make.random.filled_size(), 4 * make.random.between(1, 20)),
                _ => (4 * make.random.between(1, 20), make.random.filled_size()),
            };
            let n_batch = [1, 1, 3][make.random.below(3)];
            let is_turned = [(); 2].map(|()| make.random.below(2) == 1);
            for (k, [rows, cols]) in [[rows, inner], [inner, cols]].into_iter().enumerate() {
                make.input(&if is_turned[k] { [n_batch, cols, rows] } else { [n_batch, rows, cols] });
            }
            move |x: &[Tensor]| {
                let turn = |k: usize| if is_turned[k] { x[k].transpose() } else { Ok(x[k].clone()) };
                turn(0)?.matmul(&turn(1)?)
            }
        })
        .await;
        worst = worst.max(deviation);
    }
    worst
}

/// Rows that an invocation computes alone, and rows that a workgroup shares.
pub async fn row_kernels(_: &Device) -> f64 {
    let (device, gpu) = own_gpu().await;
    let mut worst = 0.0_f64;
    for is_alone in [true, false] {
        gpu.force_lone_rows(is_alone);
        worst = worst
            .max(agreement_ops::softmax(&device).await)
            .max(agreement_ops::layer_norm(&device).await)
            .max(agreement_ops::rms_norm(&device).await)
            .max(agreement_ops::linear_packed(&device).await)
            .max(agreement_ops::sum(&device).await)
            .max(agreement_ops::max(&device).await);
        let tall = agree(&device, 1e-5, |make| {
            let rows = make.random.between(250, 700);
            let width = make.random.between(60, 200);
            make.input(&[rows, width]);
            |x: &[Tensor]| x[0].softmax()?.add(&x[0].sum(1)?.unsqueeze(1)?)
        });
        worst = worst.max(tall.await);
    }
    worst
}
