//! The exception, in a network that can be computed by hand: f(x) = aᵀWx, whose first weights have rank 1.

use tensor::Random;

use super::kernel::{alignment, gram};

/// Inputs, hidden units and samples.
const D: usize = 20;
const N_HIDDEN: usize = 40;
const N_SAMPLES: usize = 200;
/// Norm of the first weights.
const NORM: f64 = 3.0;
/// Where gradient descent ends: mean squared error over 2.
const LOSS: f64 = 1e-4;
/// Step of gradient descent; the largest curvature is about ‖W‖² times that of the inputs, below 20.
const RATE: f64 = 0.01;
/// Steps after which it gives up.
const MOST_STEPS: usize = 200_000;

/// First weights.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Start {
    /// Normal numbers.
    Full,
    /// σ u vᵀ with v at an angle to the task's direction, in degrees; u is random.
    Rank1 { degrees: f64 },
    /// The same with a random v.
    Random,
}

/// What became of one network.
#[derive(Clone, Copy, Debug)]
pub struct Trained {
    /// Alignment of the tangent kernel after training with that before.
    pub kernel: f64,
    /// Loss at the end.
    pub loss: f64,
}

/// Trains one network on y = βᵀx, |β| = 1, by gradient descent on all samples, with a = 0 at first.
pub fn train(start: Start, random: &Random) -> Trained {
    let mut data = random.split_named("linear");
    let x: Vec<f64> = (0..N_SAMPLES * D).map(|_| data.normal()).collect();
    let beta = direction(&mut data, D);
    let w0 = first_weights(start, &beta, &mut data);
    let row = |sample: usize| &x[sample * D..][..D];
    // The loss only knows the samples' second moments and how they go with the task.
    let mut moments = vec![0.0; D * D];
    for sample in 0..N_SAMPLES {
        for i in 0..D {
            for j in 0..D {
                moments[i * D + j] += row(sample)[i] * row(sample)[j] / N_SAMPLES as f64;
            }
        }
    }
    let (mut w, mut a) = (w0.clone(), vec![0.0; N_HIDDEN]);
    let mut loss = f64::INFINITY;
    for _ in 0..MOST_STEPS {
        // The network's direction less the task's, then the gradient by that direction.
        let lacking: Vec<f64> =
            (0..D).map(|i| (0..N_HIDDEN).map(|h| a[h] * w[h * D + i]).sum::<f64>() - beta[i]).collect();
        let gradient: Vec<f64> =
            (0..D).map(|i| (0..D).map(|j| moments[i * D + j] * lacking[j]).sum()).collect();
        loss = gradient.iter().zip(&lacking).map(|(g, l)| g * l).sum::<f64>() / 2.0;
        if loss < LOSS {
            break;
        }
        for (own, a) in w.chunks_exact_mut(D).zip(&mut a) {
            let before = *a;
            *a -= RATE * own.iter().zip(&gradient).map(|(w, g)| w * g).sum::<f64>();
            own.iter_mut().zip(&gradient).for_each(|(w, g)| *w -= RATE * before * g);
        }
    }
    let kernel = |w: &[f64], a: &[f64]| tangent_kernel(&x, w, a);
    Trained { kernel: alignment(&kernel(&w0, &[0.0; N_HIDDEN]), &kernel(&w, &a)), loss }
}

/// K(x, x′) = xᵀ(‖a‖² I + WᵀW)x′ for samples `[n, D]`, weights `[N_HIDDEN, D]`.
pub fn tangent_kernel(x: &[f64], w: &[f64], a: &[f64]) -> Vec<f64> {
    let size = a.iter().map(|a| a * a).sum::<f64>().sqrt();
    // Rows whose inner products these are: ‖a‖ x and Wx, side by side.
    let mut rows = Vec::with_capacity(x.len() / D * (D + a.len()));
    for sample in x.chunks_exact(D) {
        rows.extend(sample.iter().map(|x| (size * x) as f32));
        rows.extend(w.chunks_exact(D).map(|w| w.iter().zip(sample).map(|(w, x)| w * x).sum::<f64>() as f32));
    }
    gram(&rows, D + a.len())
}

fn direction(random: &mut Random, n: usize) -> Vec<f64> {
    unit((0..n).map(|_| random.normal()).collect())
}

fn unit(vector: Vec<f64>) -> Vec<f64> {
    let length = vector.iter().map(|v| v * v).sum::<f64>().sqrt();
    vector.into_iter().map(|v| v / length).collect()
}

/// `[N_HIDDEN, D]`, of norm [`NORM`].
fn first_weights(start: Start, beta: &[f64], random: &mut Random) -> Vec<f64> {
    let left = direction(random, N_HIDDEN);
    let other = direction(random, D);
    let along = beta.iter().zip(&other).map(|(b, o)| b * o).sum::<f64>();
    let aside = unit(other.iter().zip(beta).map(|(o, b)| o - along * b).collect());
    let right = match start {
        Start::Full => return direction(random, N_HIDDEN * D).into_iter().map(|w| NORM * w).collect(),
        Start::Random => other,
        Start::Rank1 { degrees } => {
            let (sin, cos) = degrees.to_radians().sin_cos();
            beta.iter().zip(&aside).map(|(b, o)| cos * b + sin * o).collect()
        }
    };
    left.iter().flat_map(|l| right.iter().map(move |r| NORM * l * r)).collect()
}
