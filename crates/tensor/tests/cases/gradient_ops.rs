//! What is differentiated for each op.

use inscape_tensor::{Device, Padding2d, Tensor};

pub use super::gradient_conv::*;
use super::gradients::{Case, check};

pub use super::gradient_index::*;
pub use super::packed::{linear_packed_gradient, matmul_packed_gradient};

/// Smooth functions: the difference's own error and f32's.
const SMOOTH: f64 = 2e-3;

macro_rules! unary {
    ($($name:ident, $input:ident $(($low:expr))?;)*) => { $(
        pub async fn $name(device: &Device) -> f64 {
            check(device, SMOOTH, |case| {
                let rank = case.random.below(4);
                let shape = small_shape(case, rank);
                case.$input($($low,)? &shape);
                |x: &[Tensor]| x[0].$name()
            })
            .await
        }
    )* };
}
unary! {
    neg, input; abs, input_apart; exp, input; ln, input_from(0.5); sqrt, input_from(0.5); recip, input_from(0.5);
    square, input; tanh, input; sigmoid, input; erf, input; sin, input; cos, input; relu, input_apart;
    elu, input_apart; softplus, input; gelu_erf, input; gelu_tanh, input; silu, input; contiguous, input;
    sum_all, input;
}

macro_rules! binary {
    ($($name:ident, $input:ident $(($low:expr))?;)*) => { $(
        pub async fn $name(device: &Device) -> f64 {
            check(device, SMOOTH, |case| {
                let rank = case.random.below(4);
                let shape = small_shape(case, rank);
                for _ in 0..2 {
                    // Some dimensions of size 1, or leading ones missing: they broadcast.
                    let missing = case.random.below(rank + 1);
                    let mut own = shape[missing..].to_vec();
                    for size in &mut own {
                        if case.random.below(4) == 0 {
                            *size = 1;
                        }
                    }
                    case.$input($($low,)? &own);
                }
                |x: &[Tensor]| x[0].$name(&x[1])
            })
            .await
        }
    )* };
}
binary! { add, input; sub, input; mul, input; div, input_from(0.75); pow, input_from(0.75); }

/// Sizes 1 to 7, so that cases stay small enough for differences.
pub fn small_shape(case: &mut Case, rank: usize) -> Vec<usize> {
    (0..rank).map(|_| case.random.between(1, 7)).collect()
}

/// Two inputs of one shape that are nowhere near each other.
async fn extreme(device: &Device, op: fn(&Tensor, &Tensor) -> inscape_tensor::Result<Tensor>) -> f64 {
    check(device, SMOOTH, move |case| {
        let shape = small_shape(case, 2);
        case.input_apart(&[&[2], shape.as_slice()].concat());
        move |x: &[Tensor]| op(&x[0].slice(0, 0, 1)?, &x[0].slice(0, 1, 1)?)
    })
    .await
}

pub async fn maximum(device: &Device) -> f64 {
    extreme(device, Tensor::maximum).await
}

pub async fn minimum(device: &Device) -> f64 {
    extreme(device, Tensor::minimum).await
}

pub async fn select(device: &Device) -> f64 {
    check(device, SMOOTH, |case| {
        let shape = small_shape(case, 2);
        case.input(&shape);
        case.input(&shape);
        let bits = (0..shape.iter().product()).map(|_| case.random.below(2) as f32).collect();
        case.fixed(bits, &shape);
        |x: &[Tensor]| x[2].select(&x[0], &x[1])
    })
    .await
}

macro_rules! reduction {
    ($($name:ident;)*) => { $(
        pub async fn $name(device: &Device) -> f64 {
            check(device, SMOOTH, |case| {
                let rank = case.random.between(1, 3);
                let shape = small_shape(case, rank);
                case.input_apart(&shape);
                let dim = case.random.below(rank);
                move |x: &[Tensor]| x[0].$name(dim)
            })
            .await
        }
    )* };
}
reduction! { sum; mean; max; min; flip; }

/// Every view, one on another.
pub async fn views(device: &Device) -> f64 {
    check(device, SMOOTH, |case| {
        let [a, b, c] = [(); 3].map(|()| case.random.between(1, 5));
        case.input(&[a, 1, b, c]);
        move |x: &[Tensor]| {
            let x = x[0].broadcast_to(&[a, 3, b, c])?.permute(&[2, 0, 3, 1])?.slice(3, 1, 2)?;
            x.flip(0)?.reshape(&[b * a, c * 2])?.transpose()?.unsqueeze(1)?.square()
        }
    })
    .await
}

pub async fn joins(device: &Device) -> f64 {
    check(device, SMOOTH, |case| {
        let [a, b, c] = [(); 3].map(|()| case.random.between(1, 5));
        case.input(&[a, b]);
        case.input(&[a, c]);
        move |x: &[Tensor]| {
            let joined = Tensor::concat(&[&x[0], &x[1], &x[0]], 1)?.pad(0, 1, 2)?.roll(1, 3)?;
            Tensor::stack(&[&joined, &joined.square()?], 1)
        }
    })
    .await
}

pub async fn matmul(device: &Device) -> f64 {
    check(device, SMOOTH, |case| {
        let [batch, rows, inner, cols] = [(); 4].map(|()| case.random.between(1, 6));
        match case.random.below(3) {
            0 => case.input(&[rows, inner]),
            1 => case.input(&[batch, rows, inner]),
            _ => case.input(&[1, rows, inner]),
        }
        match case.random.below(2) {
            0 => case.input(&[inner, cols]),
            _ => case.input(&[batch, inner, cols]),
        }
        |x: &[Tensor]| x[0].matmul(&x[1])
    })
    .await
}

pub async fn softmax(device: &Device) -> f64 {
    check(device, SMOOTH, |case| {
        let shape = small_shape(case, 2);
        case.input(&shape);
        |x: &[Tensor]| x[0].softmax()
    })
    .await
}

pub async fn log_softmax(device: &Device) -> f64 {
    check(device, SMOOTH, |case| {
        let shape = small_shape(case, 2);
        case.input(&shape);
        |x: &[Tensor]| x[0].log_softmax()
    })
    .await
}

pub async fn layer_norm(device: &Device) -> f64 {
    check(device, SMOOTH, |case| {
        let (rows, width) = (case.random.between(1, 4), case.random.between(3, 9));
        case.input_apart(&[rows, width]);
        case.input(&[width]);
        case.input(&[width]);
        |x: &[Tensor]| x[0].layer_norm(&x[1], &x[2], 1e-5)
    })
    .await
}

pub async fn rms_norm(device: &Device) -> f64 {
    check(device, SMOOTH, |case| {
        let (rows, width) = (case.random.between(1, 4), case.random.between(2, 9));
        case.input_apart(&[rows, width]);
        case.input(&[width]);
        |x: &[Tensor]| x[0].rms_norm(&x[1], 1e-5)
    })
    .await
}

pub async fn take_rows(device: &Device) -> f64 {
    check(device, SMOOTH, |case| {
        let [n_rows, width, n] = [(); 3].map(|()| case.random.between(1, 6));
        case.input(&[n_rows, width]);
        let indices = (0..n).map(|_| case.random.below(n_rows) as f32).collect();
        case.fixed(indices, &[n]);
        move |x: &[Tensor]| x[0].take_rows(&x[1])?.add_rows(&x[1], n_rows + 1)
    })
    .await
}

pub async fn conv2d(device: &Device) -> f64 {
    check(device, SMOOTH, |case| {
        let [batch, n_in, n_out] = [(); 3].map(|()| case.random.between(1, 3));
        let [height, width] = [(); 2].map(|()| case.random.between(3, 6));
        let [kernel_h, kernel_w] = [(); 2].map(|()| case.random.between(1, 3));
        let (stride, padding) = (case.random.between(1, 3), Padding2d::all(case.random.below(2)));
        case.input(&[batch, n_in, height, width]);
        case.input(&[n_out, n_in, kernel_h, kernel_w]);
        case.input(&[n_out]);
        move |x: &[Tensor]| x[0].conv2d(&x[1], &x[2], stride, padding)
    })
    .await
}

pub async fn max_pool2d(device: &Device) -> f64 {
    check(device, SMOOTH, |case| {
        let [height, width] = [(); 2].map(|()| case.random.between(3, 7));
        let (kernel, stride, ceil) =
            (case.random.between(1, 3), case.random.between(1, 3), case.random.below(2) == 0);
        case.input_apart(&[2, 2, height, width]);
        move |x: &[Tensor]| x[0].max_pool2d(kernel, stride, ceil)
    })
    .await
}

pub async fn attention(device: &Device) -> f64 {
    check(device, SMOOTH, |case| {
        let [n_kv, group, n_pos, d_head] = [(); 4].map(|()| case.random.between(1, 3));
        case.input(&[n_kv * group, n_pos, d_head]);
        case.input(&[n_kv, n_pos, d_head]);
        case.input(&[n_kv, n_pos, d_head]);
        |x: &[Tensor]| Ok(x[0].attention(&x[1], &x[2], true)?.z)
    })
    .await
}

pub async fn rope(device: &Device) -> f64 {
    check(device, SMOOTH, |case| {
        let [head, pos, half] = [(); 3].map(|()| case.random.between(1, 3));
        case.input(&[head, pos, 2 * half]);
        |x: &[Tensor]| x[0].rope(10_000.0)
    })
    .await
}
