//! Ops that have several kernels: each agrees, whatever the adapter at hand would choose.

use inscape_tensor::{Conv, Device, Padding2d, Result, Tensor, gpu::Gpu};

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
            make.input(&[cols]);
            make.input(&[n_batch, rows, cols]);
            let end = make.random.below(3);
            move |x: &[Tensor]| {
                let turn = |k: usize| if is_turned[k] { x[k].transpose() } else { Ok(x[k].clone()) };
                end_with(end, &turn(0)?.matmul(&turn(1)?)?, &x[2], &x[3])
            }
        })
        .await;
        worst = worst.max(deviation);
    }
    worst
}

/// What may end a kernel: nothing; a bias and an activation; numbers of a run, a residual and dropout.
fn end_with(end: usize, product: &Tensor, bias: &Tensor, residual: &Tensor) -> Result<Tensor> {
    match end {
        0 => Ok(product.clone()),
        1 => product.add(bias)?.gelu_erf(),
        _ => {
            let factor = Tensor::scalar(0.7, &product.device())?;
            product.mul(&factor)?.add(residual)?.dropout(0.3, [5, 6])
        }
    }
}

/// Convolutions by every kernel that multiplies: images whose pixels fall into fours or not, groups, cut sums.
pub async fn conv2d_kernels(_: &Device) -> f64 {
    let mut worst = 0.0_f64;
    for name in Gpu::matmul_kernels() {
        let (device, gpu) = own_gpu().await;
        gpu.force_matmul(name).unwrap();
        let deviation = agree(&device, 1e-5, |make| {
            let [groups, batch] = [make.random.between(1, 2), make.random.between(1, 3)];
            let n_in = if make.random.below(3) == 0 { make.random.between(64, 100) } else { 3 };
            let n_out = make.random.between(1, 9);
            let (height, width) = match make.random.below(2) {
                0 => (4, 2 * make.random.between(1, 5)),
                _ => (make.random.between(1, 7), make.random.between(1, 7)),
            };
            let side = [1, 3][make.random.below(2)];
            make.input(&[batch, groups * n_in, height, width]);
            make.input(&[groups * n_out, n_in, side, side]);
            make.input(&[groups * n_out]);
            make.input(&[batch, groups * n_out, height, width]);
            let conv = Conv { groups, padding: Padding2d::all(side / 2), ..Conv::default() };
            let end = make.random.below(3);
            move |x: &[Tensor]| {
                let product = x[0].conv2d_with(&x[1], None, &conv)?;
                end_with(end, &product, &x[2].reshape(&[groups * n_out, 1, 1])?, &x[3])
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
