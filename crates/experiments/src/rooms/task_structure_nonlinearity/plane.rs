//! Neurons' weights on the way, seen in the plane of two axes of the inputs: between the classes and within one.

use draws::Draws;
use recipe::PlanePath;

use super::nonlinearity::Nonlinearity;
use super::task::{N_CONDITIONS, N_INPUTS, Target};

/// Neurons whose way is drawn.
pub const N_PATHS: usize = 24;
/// Points of the field along each axis.
const N_GRID: usize = 9;
/// Noisy inputs that the expected gradient is the mean of, for each condition.
const N_SAMPLES: usize = 200;

/// The two axes of one network's inputs, each of length 1.
pub struct Axes {
    /// From the mean of the class −1 to that of the class 1.
    between: Vec<f64>,
    /// Within the class 1, from its last two conditions to its first two.
    within: Vec<f64>,
    /// Each condition's mean along both.
    conditions: Vec<[f64; 2]>,
    /// −1 or 1 for each condition.
    labels: Vec<f64>,
}

impl Axes {
    /// The axes of noise-free inputs `[N_CONDITIONS, N_INPUTS]`, by the target's first output.
    pub fn new(means: &[f32], target: Target) -> Self {
        let labels: Vec<f64> = (0..N_CONDITIONS).map(|condition| target.of(condition)[0]).collect();
        let positive: Vec<usize> = (0..N_CONDITIONS).filter(|&condition| labels[condition] > 0.0).collect();
        let half = positive.len() / 2;
        let sum = |weight: &dyn Fn(usize) -> f64| -> Vec<f64> {
            let at = |condition: usize, input: usize| f64::from(means[condition * N_INPUTS + input]);
            let summed = (0..N_INPUTS).map(|input| (0..N_CONDITIONS).map(|c| weight(c) * at(c, input)).sum());
            unit(summed.collect())
        };
        let between = sum(&|condition| labels[condition]);
        let within = sum(&|condition| match positive.iter().position(|&one| one == condition) {
            Some(place) if place < half => 1.0,
            Some(_) => -1.0,
            None => 0.0,
        });
        let mut axes = Self { between, within, conditions: Vec::new(), labels };
        axes.conditions = means.chunks_exact(N_INPUTS).map(|mean| axes.place(mean)).collect();
        axes
    }

    /// Where a vector of inputs or weights lies.
    pub fn place(&self, vector: &[f32]) -> [f64; 2] {
        let along = |axis: &[f64]| axis.iter().zip(vector).map(|(a, &v)| a * f64::from(v)).sum();
        [along(&self.between), along(&self.within)]
    }

    /// The field of expected gradients as arrows `[x, y, dx, dy]` over the square to ±`reach`: where the weights `w` of a
    /// neuron with output weight 1 go in a step while the network still says nothing, E[y f′(w·x) x] / 2, for noise of
    /// standard deviation `noise` along each axis. The longest arrow is as long as the grid is wide.
    pub fn field(&self, f: Nonlinearity, noise: f64, reach: f64, seed: u32) -> Vec<[f64; 4]> {
        let draws = Draws::new(u64::from(seed)).stream(0x6669_656c);
        let inputs: Vec<([f64; 2], f64)> = (0..N_CONDITIONS * N_SAMPLES)
            .map(|sample| {
                let condition = sample / N_SAMPLES;
                let [x, y] = self.conditions[condition];
                let drawn = |axis: u64| noise * draws.normal(2 * sample as u64 + axis);
                ([x + drawn(0), y + drawn(1)], self.labels[condition])
            })
            .collect();
        let gradient = |[a, b]: [f64; 2]| {
            let mut sum = [0.0, 0.0];
            for &([x, y], label) in &inputs {
                let pull = label * f.slope(a * x + b * y) / 2.0;
                sum[0] += pull * x;
                sum[1] += pull * y;
            }
            sum.map(|along| along / inputs.len() as f64)
        };
        let at = |place: usize| reach * (2.0 * place as f64 / (N_GRID - 1) as f64 - 1.0);
        let points = (0..N_GRID * N_GRID).map(|place| [at(place % N_GRID), at(place / N_GRID)]);
        let arrows: Vec<([f64; 2], [f64; 2])> = points.map(|point| (point, gradient(point))).collect();
        let longest = arrows.iter().map(|(_, [x, y])| x.hypot(*y)).fold(f64::MIN_POSITIVE, f64::max);
        let scale = 2.0 * reach / (N_GRID - 1) as f64 / longest;
        arrows.into_iter().map(|([x, y], [dx, dy])| [x, y, dx * scale, dy * scale]).collect()
    }

    /// The ways of the first [`N_PATHS`] neurons whose output weight ends above 0. `kept` is the hidden weights
    /// `[hidden, input]` at each point in time, `readout` the output weights at the end.
    pub fn paths(&self, kept: &[Vec<f32>], readout: &[f32], group: &str) -> Vec<PlanePath> {
        let n_hidden = kept.first().map_or(0, |weights| weights.len() / N_INPUTS);
        let chosen = (0..n_hidden).filter(|&neuron| readout[neuron] > 0.0).take(N_PATHS);
        let path = |neuron: usize| {
            let places = kept.iter().map(|weights| self.place(&weights[neuron * N_INPUTS..][..N_INPUTS]));
            let (x, y) = places.map(|[x, y]| (x, y)).unzip();
            PlanePath { group: group.to_owned(), x, y }
        };
        chosen.map(path).collect()
    }
}

fn unit(vector: Vec<f64>) -> Vec<f64> {
    let length = vector.iter().map(|v| v * v).sum::<f64>().sqrt().max(f64::MIN_POSITIVE);
    vector.into_iter().map(|v| v / length).collect()
}
