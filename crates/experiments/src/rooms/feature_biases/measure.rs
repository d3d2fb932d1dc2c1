//! What is measured of each group of networks.

use recipe::Result;
use tensor::{Device, Tensor};

use super::feature::{Feature, N_INPUTS, N_OUTPUTS};
use super::population::{Population, samples};
use super::variance::{accuracy, explained, values};

/// Inputs that training did not draw.
pub const N_TEST: usize = 2048;

/// The test: inputs and the features' values.
pub struct Test {
    /// `[N_TEST, N_INPUTS]`.
    pub x: Tensor,
    /// One row a feature, in the order of [`Feature::ALL`].
    values: Vec<Vec<f64>>,
}

impl Test {
    /// Drawn from `seed`.
    pub fn new(seed: u32, device: &Device) -> Result<Self> {
        let x = samples(N_TEST, seed);
        let values = Feature::ALL.iter().map(|&feature| values(feature, &x)).collect();
        Ok(Self { x: Tensor::from_vec(x, &[N_TEST, N_INPUTS], device)?, values })
    }

    /// A feature's values, `[N_TEST]`.
    pub fn of(&self, feature: Feature) -> &[f64] {
        &self.values[feature.place()]
    }
}

/// Of a group: one entry a network.
#[derive(Clone, Debug, Default)]
pub struct Measures {
    /// Share of variance explained by the two features of the group, layer by layer: `[net][layer]`.
    pub explained: Vec<Vec<[f64; 2]>>,
    /// Share of right answers about both.
    pub accuracy: Vec<[f64; 2]>,
}

impl Measures {
    /// What a feature (0 or 1) explains of a hidden layer, one number a network.
    pub fn of_layer(&self, layer: usize, feature: usize) -> Vec<f64> {
        self.explained.iter().map(|layers| layers[layer][feature]).collect()
    }

    /// The same of the last hidden layer.
    pub fn of_last(&self, feature: usize) -> Vec<f64> {
        self.explained.iter().filter_map(|layers| layers.last()).map(|shares| shares[feature]).collect()
    }

    /// What the first explains over what the second does, one number a network.
    pub fn ratios(&self, layer: usize) -> Vec<f64> {
        self.explained.iter().map(|layers| ratio(layers[layer])).collect()
    }

    /// The same of the last hidden layer.
    pub fn last_ratios(&self) -> Vec<f64> {
        self.explained.iter().filter_map(|layers| layers.last()).map(|&shares| ratio(shares)).collect()
    }

    /// What the second explains of what both do, in the last hidden layer.
    pub fn hard_shares(&self) -> Vec<f64> {
        self.last_ratios().into_iter().map(|ratio| 1.0 / (1.0 + ratio)).collect()
    }

    /// Accuracy about a feature, one number a network.
    pub fn accuracies(&self, feature: usize) -> Vec<f64> {
        self.accuracy.iter().map(|both| both[feature]).collect()
    }

    /// The worst answer of any network.
    pub fn worst_accuracy(&self) -> f64 {
        self.accuracy.iter().flatten().copied().fold(1.0, f64::min)
    }
}

/// A feature that explains nothing would give no number.
fn ratio([first, second]: [f64; 2]) -> f64 {
    first / second.max(1e-6)
}

/// All groups of a population as they stand. The features of a group are what its outputs say; `Easy` and `hard` of one
/// that lacks an output.
pub async fn measure(population: &Population, test: &Test) -> Result<Vec<Measures>> {
    let mut read = population.respond(&test.x).await?;
    let outputs = read.pop().unwrap_or_default();
    let hard = population.groups.iter().find_map(|group| group.wanted[1]).unwrap_or(Feature::Xor);
    let (n_nets, width) = (population.shape.n_nets, population.shape.width);
    let mut found = Vec::with_capacity(population.groups.len());
    for (place, group) in population.groups.iter().enumerate() {
        let features = [group.wanted[0].unwrap_or(Feature::Easy), group.wanted[1].unwrap_or(hard)];
        let features = features.map(|feature| test.of(feature));
        let mut measures = Measures::default();
        for net in place * n_nets..(place + 1) * n_nets {
            let shares = |layer: &Vec<f32>| {
                let own = &layer[net * N_TEST * width..][..N_TEST * width];
                let shares = explained(own, &features);
                [shares[0], shares[1]]
            };
            measures.explained.push(read.iter().map(shares).collect());
            let own = &outputs[net * N_TEST * N_OUTPUTS..][..N_TEST * N_OUTPUTS];
            measures.accuracy.push([0, 1].map(|output| accuracy(own, N_OUTPUTS, output, features[output])));
        }
        found.push(measures);
    }
    Ok(found)
}

/// Mean of at least one number.
pub fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len() as f64
}

/// Smallest and largest of at least one number.
pub fn range(values: &[f64]) -> [f64; 2] {
    let smallest = values.iter().copied().fold(f64::INFINITY, f64::min);
    [smallest, values.iter().copied().fold(f64::NEG_INFINITY, f64::max)]
}

/// Exponential of the mean logarithm of at least one positive number: the mean of ratios.
pub fn geometric_mean(values: &[f64]) -> f64 {
    mean(&values.iter().map(|value| value.ln()).collect::<Vec<_>>()).exp()
}
