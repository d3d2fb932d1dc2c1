//! What is compared for each op, and how closely it must agree.

use inscape_tensor::{Device, Padding2d, Tensor};

use super::agreement::{Maker, agree};
pub use super::agreement_conv::*;
pub use super::agreement_index::*;
pub use super::agreement_kernels::*;
pub use super::packed::{linear_packed, packed_product_kernels, packed_products, take_packed_rows};

/// To the bit: these kernels move or choose numbers, or round once.
const EXACT: f64 = 0.0;
/// One function or division, each within a few units of the last place.
const ROUNDED: f64 = 1e-6;
/// Sums of some hundred f32 products, against the CPU's other order.
const SUMMED: f64 = 1e-5;

macro_rules! unary {
    ($($name:ident, $tolerance:expr;)*) => { $(
        pub async fn $name(gpu: &Device) -> f64 {
            agree(gpu, $tolerance, |make| {
                let rank = make.random.below(5);
                let shape = make.random.shape(rank);
                make.input(&shape);
                |x: &[Tensor]| x[0].$name()
            })
            .await
        }
    )* };
}
unary! { relu, EXACT; neg, EXACT; gelu_erf, ROUNDED; silu, ROUNDED; contiguous, EXACT; }

macro_rules! binary {
    ($($name:ident, $tolerance:expr;)*) => { $(
        pub async fn $name(gpu: &Device) -> f64 {
            agree(gpu, $tolerance, |make| {
                let rank = make.random.below(5);
                let shape = make.random.shape(rank);
                for _ in 0..2 {
                    // Some dimensions of size 1, or leading ones missing: they broadcast.
                    let missing = make.random.below(rank + 1);
                    let mut own = if make.random.below(2) == 0 { shape[missing..].to_vec() } else { shape.clone() };
                    for size in &mut own {
                        if make.random.below(4) == 0 {
                            *size = 1;
                        }
                    }
                    make.input(&own);
                }
                |x: &[Tensor]| x[0].$name(&x[1])
            })
            .await
        }
    )* };
}
binary! { add, EXACT; sub, EXACT; mul, EXACT; div, ROUNDED; }

macro_rules! reduction {
    ($($name:ident, $tolerance:expr;)*) => { $(
        pub async fn $name(gpu: &Device) -> f64 {
            agree(gpu, $tolerance, |make| {
                let rank = make.random.between(1, 4);
                let shape = if stringify!($name) == "sum" {
                    make.random.shape(rank)
                } else {
                    make.random.filled_shape(rank)
                };
                make.input(&shape);
                let dim = make.random.below(rank);
                move |x: &[Tensor]| x[0].$name(dim)
            })
            .await
        }
    )* };
}
reduction! { sum, SUMMED; mean, SUMMED; max, EXACT; }

pub async fn softmax(gpu: &Device) -> f64 {
    agree(gpu, ROUNDED, |make| {
        let rank = make.random.between(1, 4);
        let shape = make.random.shape(rank);
        make.input(&shape);
        |x: &[Tensor]| x[0].scale(10.0)?.softmax()
    })
    .await
}

/// `[…, width]`, then tensors `[width]`.
fn rows_and_vectors(make: &mut Maker, n_vectors: usize) {
    let rank = make.random.between(1, 4);
    let mut shape = make.random.shape(rank);
    shape[rank - 1] = shape[rank - 1].max(2);
    make.input(&shape);
    for _ in 0..n_vectors {
        make.input(&shape[rank - 1..]);
    }
}

pub async fn layer_norm(gpu: &Device) -> f64 {
    // A row that a view made constant is divided by √eps: its rounding is enlarged, as on any device.
    agree(gpu, SUMMED, |make| {
        rows_and_vectors(make, 2);
        |x: &[Tensor]| x[0].layer_norm(&x[1], &x[2], 1e-5)
    })
    .await
}

pub async fn rms_norm(gpu: &Device) -> f64 {
    agree(gpu, SUMMED, |make| {
        rows_and_vectors(make, 1);
        |x: &[Tensor]| x[0].rms_norm(&x[1], 1e-6)
    })
    .await
}

pub async fn gather_rows(gpu: &Device) -> f64 {
    agree(gpu, EXACT, |make| {
        let (n_rows, width) = (make.random.filled_size(), make.random.size());
        make.input(&[n_rows, width]);
        let n = make.random.size();
        let indices: Vec<u32> = (0..n).map(|_| make.random.below(n_rows) as u32).collect();
        move |x: &[Tensor]| x[0].gather_rows(&indices)
    })
    .await
}

pub async fn concat(gpu: &Device) -> f64 {
    agree(gpu, EXACT, |make| {
        let rank = make.random.between(1, 4);
        let mut shape = make.random.shape(rank);
        let dim = make.random.below(rank);
        for _ in 0..make.random.between(1, 17) {
            shape[dim] = make.random.size();
            make.input(&shape);
        }
        move |x: &[Tensor]| Tensor::concat(&x.iter().collect::<Vec<_>>(), dim)
    })
    .await
}

pub async fn matmul(gpu: &Device) -> f64 {
    agree(gpu, SUMMED, |make| {
        let batch_rank = make.random.below(4);
        let batch: Vec<usize> = (0..batch_rank).map(|_| make.random.between(1, 3)).collect();
        let [rows, inner, cols] = [(); 3].map(|()| make.random.size());
        for last in [[rows, inner], [inner, cols]] {
            let missing = make.random.below(2) * make.random.below(batch_rank + 1);
            let mut own = batch[missing..].to_vec();
            for size in &mut own {
                if make.random.below(4) == 0 {
                    *size = 1;
                }
            }
            own.extend(last);
            make.input(&own);
        }
        |x: &[Tensor]| x[0].matmul(&x[1])
    })
    .await
}

pub async fn linear(gpu: &Device) -> f64 {
    agree(gpu, SUMMED, |make| {
        let (n_in, n_out) = (make.random.size(), make.random.size());
        let rank = make.random.below(3);
        let mut shape: Vec<usize> = (0..rank).map(|_| make.random.between(1, 9)).collect();
        shape.push(n_in);
        make.input(&shape);
        make.input(&[n_out, n_in]);
        make.input(&[n_out]);
        |x: &[Tensor]| x[0].linear(&x[1], Some(&x[2]))
    })
    .await
}

/// `[batch, channels, height, width]`, a kernel that fits, a stride and a padding.
fn image(make: &mut Maker) -> (usize, [usize; 2], usize, Padding2d) {
    let [batch, channels] = [make.random.between(0, 3), make.random.between(1, 5)];
    let [height, width] = [(); 2].map(|()| make.random.between(1, 19));
    make.input(&[batch, channels, height, width]);
    let [top, bottom, left, right] = [(); 4].map(|()| make.random.below(4));
    let kernel = [
        make.random.between(1, 5.min(height + top + bottom)),
        make.random.between(1, 5.min(width + left + right)),
    ];
    (channels, kernel, make.random.between(1, 4), Padding2d { top, bottom, left, right })
}

pub async fn unfold2d(gpu: &Device) -> f64 {
    agree(gpu, EXACT, |make| {
        let (_, kernel, stride, padding) = image(make);
        move |x: &[Tensor]| x[0].unfold2d(kernel, stride, padding)
    })
    .await
}

pub async fn conv2d(gpu: &Device) -> f64 {
    agree(gpu, SUMMED, |make| {
        let (channels, kernel, stride, mut padding) = image(make);
        if kernel == [1, 1] && make.random.below(2) == 0 {
            padding = Padding2d::default();
        }
        let n_out = make.random.between(1, 9);
        make.input(&[n_out, channels, kernel[0], kernel[1]]);
        make.input(&[n_out]);
        move |x: &[Tensor]| x[0].conv2d(&x[1], &x[2], stride, padding)
    })
    .await
}

pub async fn max_pool2d(gpu: &Device) -> f64 {
    agree(gpu, EXACT, |make| {
        let [height, width] = [(); 2].map(|()| make.random.between(1, 19));
        let shape = [make.random.between(0, 3), make.random.between(1, 5), height, width];
        make.input(&shape);
        let kernel = make.random.between(1, height.min(width).min(4));
        let (stride, ceil) = (make.random.between(1, 4), make.random.below(2) == 0);
        move |x: &[Tensor]| x[0].max_pool2d(kernel, stride, ceil)
    })
    .await
}

pub async fn attention(gpu: &Device) -> f64 {
    agree(gpu, SUMMED, |make| {
        let (n_kv, group, d_head) =
            (make.random.between(1, 3), make.random.between(1, 3), make.random.filled_size());
        let (n_query, mut n_key) = (make.random.filled_size(), make.random.filled_size());
        let is_causal = make.random.below(2) == 0;
        if is_causal {
            n_key = n_query;
        }
        make.input(&[n_kv * group, n_query, d_head]);
        make.input(&[n_kv, n_key, d_head]);
        make.input(&[n_kv, n_key, d_head]);
        move |x: &[Tensor]| {
            let out = x[0].attention(&x[1], &x[2], is_causal)?;
            let flat = |t: &Tensor| t.reshape(&[t.count()]);
            Tensor::concat(&[&flat(&out.pattern)?, &flat(&out.z)?], 0)
        }
    })
    .await
}

pub async fn rope(gpu: &Device) -> f64 {
    agree(gpu, ROUNDED, |make| {
        let shape = [make.random.between(1, 4), make.random.size(), 2 * make.random.between(1, 16)];
        make.input(&shape);
        |x: &[Tensor]| x[0].rope(10_000.0)
    })
    .await
}
