//! Lookups, sorting, random numbers, distances, attention, time and Fourier: what is compared, and how
//! closely it must agree.

use inscape_tensor::{AttentionMask, AttentionOptions, Device, RecurrentFunction, RecurrentWeights, Tensor};

use super::agreement::{Maker, agree};
use super::random::Random;

/// To the bit: these kernels move or choose numbers, or round in one order.
const EXACT: f64 = 0.0;
/// A logarithm, a root and a cosine.
const ROUNDED: f64 = 2e-6;
/// Sums of some hundred f32 products, against the CPU's other order.
const SUMMED: f64 = 1e-5;

/// Whole numbers below `end`.
fn indices(random: &mut Random, count: usize, end: usize) -> Vec<f32> {
    (0..count).map(|_| random.below(end) as f32).collect()
}

pub async fn one_hot(gpu: &Device) -> f64 {
    agree(gpu, EXACT, |make| {
        let rank = make.random.below(3);
        let shape = make.random.shape(rank);
        make.input(&shape);
        let n_classes = make.random.below(9);
        // Some are no class.
        move |x: &[Tensor]| x[0].scale(6.0)?.floor()?.one_hot(n_classes)
    })
    .await
}

/// A tensor, a dimension, and indices for it whose other sizes may be smaller.
fn lookup(make: &mut Maker) -> (usize, Vec<usize>, Vec<f32>) {
    let rank = make.random.between(1, 3);
    let shape = make.random.filled_shape(rank);
    make.input(&shape);
    let dim = make.random.below(rank);
    let mut picked: Vec<usize> =
        shape.iter().map(|&size| size - make.random.below(2).min(size - 1)).collect();
    picked[dim] = make.random.size();
    let own = indices(&mut make.random, picked.iter().product(), shape[dim]);
    (dim, picked, own)
}

pub async fn take(gpu: &Device) -> f64 {
    agree(gpu, EXACT, |make| {
        let (dim, picked, own) = lookup(make);
        move |x: &[Tensor]| x[0].take(dim, &Tensor::from_vec(own.clone(), &picked, &x[0].device())?)
    })
    .await
}

pub async fn index_select(gpu: &Device) -> f64 {
    agree(gpu, EXACT, |make| {
        let rank = make.random.between(1, 4);
        let shape = make.random.filled_shape(rank);
        make.input(&shape);
        let (dim, n) = (make.random.below(rank), make.random.size());
        let own = indices(&mut make.random, n, shape[dim]);
        move |x: &[Tensor]| x[0].index_select(dim, &Tensor::from_vec(own.clone(), &[n], &x[0].device())?)
    })
    .await
}

pub async fn scatter_add(gpu: &Device) -> f64 {
    agree(gpu, EXACT, |make| {
        let rank = make.random.between(1, 3);
        let shape = make.random.shape(rank);
        make.input(&shape);
        let (dim, size) = (make.random.below(rank), make.random.between(1, 20));
        let own = indices(&mut make.random, shape.iter().product(), size);
        move |x: &[Tensor]| {
            x[0].scatter_add(dim, &Tensor::from_vec(own.clone(), &shape, &x[0].device())?, size)
        }
    })
    .await
}

macro_rules! along_a_dimension {
    ($($name:ident, $tolerance:expr, |$x:ident, $dim:ident| $op:expr;)*) => { $(
        pub async fn $name(gpu: &Device) -> f64 {
            agree(gpu, $tolerance, |make| {
                let rank = make.random.between(1, 4);
                let shape = make.random.filled_shape(rank);
                make.input(&shape);
                let $dim = make.random.below(rank);
                move |x: &[Tensor]| {
                    let $x = &x[0];
                    $op
                }
            })
            .await
        }
    )* };
}
along_a_dimension! {
    // Rounded to few values, so that there are equals.
    argmax, EXACT, |x, dim| x.scale(3.0)?.floor()?.argmax(dim);
    argmin, EXACT, |x, dim| x.scale(3.0)?.floor()?.argmin(dim);
    cumsum, SUMMED, |x, dim| x.cumsum(dim);
    argsort, EXACT, |x, dim| x.scale(3.0)?.floor()?.argsort(dim, false);
    top_k, EXACT, |x, dim| {
        let out = x.top_k(dim, x.shape()[dim].div_ceil(2))?;
        Tensor::concat(&[&out.values, &out.indices], dim)
    };
    rfft, SUMMED, |x, dim| x.slice(dim, 0, 1)?.add(x)?.rfft();
}

pub async fn cumsum_of_long_lines(gpu: &Device) -> f64 {
    agree(gpu, SUMMED, |make| {
        let (size, inner) = (make.random.between(60, 3000), make.random.between(1, 3));
        make.input(&[2, size, inner]);
        |x: &[Tensor]| x[0].cumsum(1)
    })
    .await
}

pub async fn sort_of_long_lines(gpu: &Device) -> f64 {
    const SIZES: [usize; 10] = [1000, 1023, 1024, 1025, 2047, 2048, 2049, 3000, 5000, 9001];
    agree(gpu, EXACT, |make| {
        let size = SIZES[make.random.below(SIZES.len())];
        let lines = make.random.between(1, 3);
        make.input(&[lines, size]);
        let (is_descending, is_tied) = (make.random.below(2) == 0, make.random.below(2) == 0);
        move |x: &[Tensor]| {
            let x = if is_tied { x[0].scale(64.0)?.floor()? } else { x[0].clone() };
            let out = x.sort(1, is_descending)?;
            Tensor::concat(&[&out.values, &out.indices], 0)
        }
    })
    .await
}

macro_rules! drawn {
    ($($name:ident, $tolerance:expr, |$x:ident, $key:ident| $op:expr;)*) => { $(
        pub async fn $name(gpu: &Device) -> f64 {
            agree(gpu, $tolerance, |make| {
                let rank = make.random.below(4);
                let shape = make.random.shape(rank);
                make.input(&shape);
                let $key = [(); 2].map(|()| make.random.below(1 << 30) as u32);
                move |x: &[Tensor]| {
                    let $x = &x[0];
                    $op
                }
            })
            .await
        }
    )* };
}
drawn! {
    random_uniform, EXACT, |x, key| Tensor::random_uniform(key, x.shape(), &x.device());
    random_normal, ROUNDED, |x, key| Tensor::random_normal(key, x.shape(), &x.device());
    bernoulli, EXACT, |x, key| x.bernoulli(key);
    dropout, EXACT, |x, key| x.dropout(0.3, key);
}

pub async fn segment_mean(gpu: &Device) -> f64 {
    agree(gpu, ROUNDED, |make| {
        let (n, n_segments) = (make.random.size(), make.random.between(1, 9));
        let [a, b] = [(); 2].map(|()| make.random.between(1, 5));
        make.input(&[n, a, b]);
        let ids = indices(&mut make.random, n, n_segments);
        move |x: &[Tensor]| {
            x[0].segment_mean(&Tensor::from_vec(ids.clone(), &[n], &x[0].device())?, n_segments)
        }
    })
    .await
}

macro_rules! pairs_of_rows {
    ($($name:ident, $max_rank:expr, $shift:expr;)*) => { $(
        pub async fn $name(gpu: &Device) -> f64 {
            agree(gpu, SUMMED, |make| {
                let [n, m] = [(); 2].map(|()| make.random.size());
                let (d, rank) = (make.random.filled_size(), make.random.between(2, $max_rank));
                make.input(&[&[2, 3][..rank - 2], &[n, d]].concat());
                make.input(&[m, d]);
                |x: &[Tensor]| x[0].$name(&x[1].shift($shift)?)
            })
            .await
        }
    )* };
}
// Apart where equal rows would leave only rounding.
pairs_of_rows! { squared_distances, 4, 0.0; distances, 4, 3.0; cosine_similarities, 4, 0.0; manhattan_distances, 2, 0.0; }

pub async fn attention_with(gpu: &Device) -> f64 {
    agree(gpu, SUMMED, |make| {
        let [batch, n_kv, group] = [(); 3].map(|()| make.random.between(1, 3));
        let (d_head, n_query) = (make.random.between(1, 17), make.random.filled_size());
        let n_key = n_query + make.random.below(5);
        make.input(&[batch, n_kv * group, n_query, d_head]);
        make.input(&[batch, n_kv, n_key, d_head]);
        make.input(&[batch, n_kv, n_key, d_head + 1]);
        make.input(&[batch, 1, n_query, n_key]);
        let (kind, is_causal) = (make.random.below(3), make.random.below(2) == 0);
        move |x: &[Tensor]| {
            let shown = x[3].floor()?;
            let mask = match kind {
                0 => None,
                1 => Some(AttentionMask::Additive(&x[3])),
                _ => Some(AttentionMask::Boolean(&shown)),
            };
            let options = AttentionOptions { mask, is_causal, scale: Some(0.5) };
            let out = x[0].attention_with(&x[1], &x[2], &options)?;
            Tensor::concat(&[&out.pattern, &out.z], 3)
        }
    })
    .await
}

/// An input through time, weights for so many gates, and states.
fn through_time(make: &mut Maker, n_gates: usize, n_states: usize) {
    let [batch, n_in, hidden] = [(); 3].map(|()| make.random.between(1, 9));
    let time = make.random.between(0, 7);
    make.input(&[batch, time, n_in]);
    make.input(&[n_gates * hidden, n_in]);
    make.input(&[n_gates * hidden, hidden]);
    for _ in 0..2 {
        make.input(&[n_gates * hidden]);
    }
    for _ in 0..n_states {
        make.input(&[batch, hidden]);
    }
}

fn weights(x: &[Tensor]) -> RecurrentWeights<'_> {
    RecurrentWeights { input: &x[1], recurrent: &x[2], biases: Some([&x[3], &x[4]]) }
}

pub async fn rnn(gpu: &Device) -> f64 {
    agree(gpu, SUMMED, |make| {
        through_time(make, 1, 1);
        |x: &[Tensor]| {
            let out = x[0].rnn(&weights(x), Some(&x[5]), RecurrentFunction::Tanh)?;
            Tensor::concat(&[&out.outputs, &out.hidden.unsqueeze(1)?], 1)
        }
    })
    .await
}

pub async fn gru(gpu: &Device) -> f64 {
    agree(gpu, SUMMED, |make| {
        through_time(make, 3, 1);
        |x: &[Tensor]| {
            let out = x[0].gru(&weights(x), Some(&x[5]))?;
            Tensor::concat(&[&out.outputs, &out.hidden.unsqueeze(1)?], 1)
        }
    })
    .await
}

pub async fn lstm(gpu: &Device) -> f64 {
    agree(gpu, SUMMED, |make| {
        through_time(make, 4, 2);
        |x: &[Tensor]| {
            let out = x[0].lstm(&weights(x), Some([&x[5], &x[6]]))?;
            Tensor::concat(&[&out.outputs, &out.hidden.unsqueeze(1)?, &out.cell.unsqueeze(1)?], 1)
        }
    })
    .await
}

pub async fn irfft(gpu: &Device) -> f64 {
    agree(gpu, SUMMED, |make| {
        let (lines, n) = (make.random.size(), make.random.between(1, 200));
        make.input(&[lines, n / 2 + 1, 2]);
        move |x: &[Tensor]| x[0].irfft(n)
    })
    .await
}

pub async fn rfft2(gpu: &Device) -> f64 {
    agree(gpu, SUMMED, |make| {
        let [height, width] = [(); 2].map(|()| make.random.between(1, 33));
        make.input(&[2, height, width]);
        |x: &[Tensor]| x[0].rfft2()
    })
    .await
}

pub async fn irfft2(gpu: &Device) -> f64 {
    agree(gpu, SUMMED, |make| {
        let [height, width] = [(); 2].map(|()| make.random.between(1, 33));
        make.input(&[2, height, width / 2 + 1, 2]);
        move |x: &[Tensor]| x[0].irfft2(width)
    })
    .await
}
