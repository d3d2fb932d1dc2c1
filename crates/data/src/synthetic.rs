//! Small made-up data, for tests and first lessons: the same on every platform, since it takes
//! nothing but sums, products, quotients and square roots.

use crate::Draws;

/// Points of a space, each with its class.
#[derive(Debug, Clone, PartialEq)]
pub struct Points {
    /// `[n, n_features]`, point by point.
    pub features: Vec<f32>,
    /// Numbers of one point.
    pub n_features: usize,
    /// `[n]`
    pub labels: Vec<u8>,
}

/// Inputs with the outputs that a teacher gives to them.
#[derive(Debug, Clone, PartialEq)]
pub struct Lessons {
    /// `[n, n_inputs]`, nearly normal numbers.
    pub inputs: Vec<f32>,
    /// `[n, n_outputs]`
    pub outputs: Vec<f32>,
}

/// `per_class` points around each of `n_classes` centres. The centres lie in the cube from −1 to 1;
/// `deviation` is that of the points from their centre, along each feature.
pub fn gaussian_clusters(
    n_classes: u8,
    per_class: usize,
    n_features: usize,
    deviation: f64,
    seed: u64,
) -> Points {
    let (centres, noise) = (Draws::new(seed).stream(0), Draws::new(seed).stream(1));
    let (mut features, mut labels) = (Vec::new(), Vec::new());
    for class in 0..n_classes {
        for _ in 0..per_class {
            for feature in 0..n_features {
                let centre = 2.0 * centres.unit((usize::from(class) * n_features + feature) as u64) - 1.0;
                features.push((centre + deviation * noise.normal(features.len() as u64)) as f32);
            }
            labels.push(class);
        }
    }
    Points { features, n_features, labels }
}

/// Two spirals in the plane, one a class, wound around each other `turns` times from the centre to
/// radius 1 (Lang and Witbrock 1988, "Learning to tell two spirals apart"); the points of a class lie
/// in the order of their radius. `per_class` of less than eight points a turn makes the turns inexact.
pub fn two_spirals(per_class: usize, turns: f64, deviation: f64, seed: u64) -> Points {
    let noise = Draws::new(seed);
    // A turn from point to point by its half-angle's tangent t: (1 − t², 2t) / (1 + t²) is of length 1 for any t.
    let half = std::f64::consts::PI * turns / per_class.max(1) as f64;
    let square = half * half;
    let tangent = half * (1.0 + square * (1.0 / 3.0 + square * 2.0 / 15.0));
    let [cosine, sine] =
        [1.0 - tangent * tangent, 2.0 * tangent].map(|part| part / (1.0 + tangent * tangent));
    let (mut features, mut labels) = (Vec::new(), Vec::new());
    for label in [0, 1] {
        let mut direction = if label == 0 { [1.0, 0.0] } else { [-1.0, 0.0] };
        for point in 1..=per_class {
            let [x, y] = direction;
            direction = [cosine * x - sine * y, sine * x + cosine * y];
            let radius = point as f64 / per_class as f64;
            for part in direction {
                features.push((radius * part + deviation * noise.normal(features.len() as u64)) as f32);
            }
            labels.push(label);
        }
    }
    Points { features, n_features: 2, labels }
}

/// What a random network of one hidden ReLU layer says to `n` random inputs: a function that a
/// network of the same shape can learn exactly. Weights have variance 1 / fan-in.
pub fn random_teacher(n: usize, n_inputs: usize, n_hidden: usize, n_outputs: usize, seed: u64) -> Lessons {
    let weights = |stream: u64, n_rows: usize, n_columns: usize| -> Vec<f64> {
        let (draws, scale) = (Draws::new(seed).stream(stream), (n_columns.max(1) as f64).sqrt());
        (0..(n_rows * n_columns) as u64).map(|at| draws.normal(at) / scale).collect()
    };
    let (first, second) = (weights(0, n_hidden, n_inputs), weights(1, n_outputs, n_hidden));
    let draws = Draws::new(seed).stream(2);
    let inputs: Vec<f32> = (0..(n * n_inputs) as u64).map(|at| draws.normal(at) as f32).collect();
    let mut outputs = Vec::with_capacity(n * n_outputs);
    for lesson in 0..n {
        let input = inputs[lesson * n_inputs..][..n_inputs].iter().map(|value| f64::from(*value));
        let row = |weights: &[f64], values: &[f64], k: usize| -> f64 {
            weights[k * values.len()..].iter().zip(values).map(|(weight, value)| weight * value).sum()
        };
        let input: Vec<f64> = input.collect();
        let hidden: Vec<f64> = (0..n_hidden).map(|k| row(&first, &input, k).max(0.0)).collect();
        outputs.extend((0..n_outputs).map(|k| row(&second, &hidden, k) as f32));
    }
    Lessons { inputs, outputs }
}
