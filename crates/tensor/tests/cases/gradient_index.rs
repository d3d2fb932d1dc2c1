//! What is differentiated: lookups, sorting, distances, attention, time and Fourier.

use inscape_tensor::{AttentionMask, AttentionOptions, Device, RecurrentFunction, RecurrentWeights, Tensor};

use super::gradients::{Case, check};

/// Smooth functions: the difference's own error and f32's.
const SMOOTH: f64 = 2e-3;

fn sizes<const N: usize>(case: &mut Case, most: usize) -> [usize; N] {
    [(); N].map(|()| case.random.between(1, most))
}

fn indices(case: &mut Case, count: usize, end: usize) -> Vec<f32> {
    (0..count).map(|_| case.random.below(end) as f32).collect()
}

pub async fn take(device: &Device) -> f64 {
    check(device, SMOOTH, |case| {
        let [a, b, c, n] = sizes(case, 5);
        case.input(&[a, b, c]);
        let own = indices(case, a * n * c, b);
        case.fixed(own, &[a, n, c]);
        move |x: &[Tensor]| x[0].take(1, &x[1])?.scatter_add(1, &x[1], b + 1)
    })
    .await
}

pub async fn take_of_a_part(device: &Device) -> f64 {
    check(device, SMOOTH, |case| {
        let [a, b, n] = sizes(case, 5);
        case.input(&[a + 1, b]);
        let own = indices(case, a * n, b);
        case.fixed(own, &[a, n]);
        move |x: &[Tensor]| x[0].take(1, &x[1])
    })
    .await
}

pub async fn index_select(device: &Device) -> f64 {
    check(device, SMOOTH, |case| {
        let [a, b, c, n] = sizes(case, 5);
        case.input(&[a, b, c]);
        let own = indices(case, n, b);
        case.fixed(own, &[n]);
        move |x: &[Tensor]| x[0].index_select(1, &x[1])?.square()
    })
    .await
}

pub async fn cumsum(device: &Device) -> f64 {
    check(device, SMOOTH, |case| {
        let shape: [usize; 3] = sizes(case, 5);
        case.input(&shape);
        let dim = case.random.below(3);
        move |x: &[Tensor]| x[0].cumsum(dim)?.square()
    })
    .await
}

pub async fn dropout(device: &Device) -> f64 {
    check(device, SMOOTH, |case| {
        let shape: [usize; 2] = sizes(case, 7);
        case.input(&shape);
        |x: &[Tensor]| x[0].dropout(0.4, [1, 2])?.square()
    })
    .await
}

pub async fn sort(device: &Device) -> f64 {
    check(device, SMOOTH, |case| {
        let shape: [usize; 3] = sizes(case, 5);
        case.input_apart(&shape);
        let (dim, is_descending) = (case.random.below(3), case.random.below(2) == 0);
        move |x: &[Tensor]| x[0].sort(dim, is_descending)?.values.square()
    })
    .await
}

pub async fn top_k(device: &Device) -> f64 {
    check(device, SMOOTH, |case| {
        let [a, b] = sizes(case, 7);
        case.input_apart(&[a, b]);
        move |x: &[Tensor]| x[0].top_k(0, a.div_ceil(2))?.values.square()
    })
    .await
}

pub async fn segment_mean(device: &Device) -> f64 {
    check(device, SMOOTH, |case| {
        let [n, a, b, n_segments] = sizes(case, 5);
        case.input(&[n, a, b]);
        let ids = indices(case, n, n_segments);
        case.fixed(ids, &[n]);
        move |x: &[Tensor]| x[0].segment_mean(&x[1], n_segments)?.square()
    })
    .await
}

macro_rules! pairs_of_rows {
    ($($name:ident;)*) => { $(
        pub async fn $name(device: &Device) -> f64 {
            check(device, SMOOTH, |case| {
                let [n, m, d] = sizes(case, 4);
                case.input_from(-2.0, &[n, d + 1]);
                case.input_from(1.0, &[m, d + 1]);
                |x: &[Tensor]| x[0].$name(&x[1])
            })
            .await
        }
    )* };
}
pairs_of_rows! { squared_distances; distances; cosine_similarities; }

pub async fn manhattan_distances(device: &Device) -> f64 {
    check(device, SMOOTH, |case| {
        let [n, m, d] = sizes(case, 4);
        case.input_apart(&[n + m, d]);
        move |x: &[Tensor]| x[0].slice(0, 0, n)?.manhattan_distances(&x[0].slice(0, n, m)?)
    })
    .await
}

pub async fn attention_with(device: &Device) -> f64 {
    check(device, SMOOTH, |case| {
        let [batch, n_kv, group, n_pos] = sizes(case, 3);
        case.input(&[batch, n_kv * group, n_pos, 2]);
        case.input(&[batch, n_kv, n_pos + 1, 2]);
        case.input(&[batch, n_kv, n_pos + 1, 3]);
        case.input(&[n_pos, n_pos + 1]);
        |x: &[Tensor]| {
            let mask = Some(AttentionMask::Additive(&x[3]));
            let options = AttentionOptions { mask, is_causal: true, scale: None };
            Ok(x[0].attention_with(&x[1], &x[2], &options)?.z)
        }
    })
    .await
}

/// An input through time, weights for so many gates, and states.
fn through_time(case: &mut Case, n_gates: usize, n_states: usize) {
    let [batch, time, n_in, hidden] = sizes(case, 3);
    case.input(&[batch, time, n_in]);
    case.input(&[n_gates * hidden, n_in]);
    case.input(&[n_gates * hidden, hidden]);
    for _ in 0..2 {
        case.input(&[n_gates * hidden]);
    }
    for _ in 0..n_states {
        case.input(&[batch, hidden]);
    }
}

fn weights(x: &[Tensor]) -> RecurrentWeights<'_> {
    RecurrentWeights { input: &x[1], recurrent: &x[2], biases: Some([&x[3], &x[4]]) }
}

pub async fn rnn(device: &Device) -> f64 {
    check(device, SMOOTH, |case| {
        through_time(case, 1, 1);
        |x: &[Tensor]| Ok(x[0].rnn(&weights(x), Some(&x[5]), RecurrentFunction::Tanh)?.outputs)
    })
    .await
}

pub async fn gru(device: &Device) -> f64 {
    check(device, SMOOTH, |case| {
        through_time(case, 3, 1);
        |x: &[Tensor]| {
            let out = x[0].gru(&weights(x), Some(&x[5]))?;
            Tensor::concat(&[&out.outputs, &out.hidden.unsqueeze(1)?], 1)
        }
    })
    .await
}

pub async fn lstm(device: &Device) -> f64 {
    check(device, SMOOTH, |case| {
        through_time(case, 4, 2);
        |x: &[Tensor]| {
            let out = x[0].lstm(&weights(x), Some([&x[5], &x[6]]))?;
            Tensor::concat(&[&out.outputs, &out.cell.unsqueeze(1)?], 1)
        }
    })
    .await
}

pub async fn fourier(device: &Device) -> f64 {
    check(device, SMOOTH, |case| {
        let [lines, height, width] = sizes(case, 6);
        case.input(&[lines, height, width]);
        move |x: &[Tensor]| {
            // Not a linear function of the input, so that it is no identity.
            x[0].rfft2()?.square()?.irfft2(width)
        }
    })
    .await
}
