//! What is measured of all networks at an epoch.

use recipe::Result;

use super::information::{Point, information, ruler};
use super::population::{GROUPS, Population, RIVAL};
use super::sphere::N_PATTERNS;

/// Numbers of bins at which the last hidden layer is looked at too.
pub const BINS: [usize; 5] = [10, 20, 30, 50, 100];

/// One network at an epoch.
#[derive(Clone, Debug, Default)]
pub struct Net {
    /// Each hidden layer, first to last.
    pub layers: Vec<Point>,
    /// I(X;T) of the last one by number of bins, in the order of [`BINS`].
    pub by_bins: Vec<f64>,
    /// Share of right answers on the patterns trained on (by the labels trained on) and on the others (by the true ones).
    pub accuracy: [f64; 2],
    /// I of the decision and the true label on patterns that were not trained on, in bits.
    pub decision: f64,
    /// Norm of the mean gradient over its standard deviation, over the batches of an epoch, for each hidden layer.
    pub signal: Vec<f64>,
}

/// Networks group by group.
pub type Nets = Vec<Net>;

/// All networks as they stand after `epoch` epochs. `n_bins` is for the plane; `labels` are the true ones of all patterns.
pub async fn measure(population: &Population, epoch: u64, n_bins: usize, labels: &[u8]) -> Result<Nets> {
    let mut read = population.respond().await?;
    let scores = read.pop().unwrap_or_default();
    let signals = signals(population, epoch).await?;
    let n_nets = population.shape.n_nets;
    let mut found = Vec::with_capacity(GROUPS * n_nets);
    for (net, signal) in signals.into_iter().enumerate() {
        let is_bounded = net / n_nets != RIVAL;
        let own = |layer: &'_ [f32]| -> Vec<f32> {
            let size = layer.len() / (GROUPS * n_nets);
            layer[net * size..][..size].to_vec()
        };
        let mut layers = Vec::with_capacity(read.len());
        let mut by_bins = Vec::with_capacity(BINS.len());
        for (place, layer) in read.iter().enumerate() {
            let layer = own(layer);
            layers.push(information(&layer, ruler(&layer, is_bounded, n_bins), labels)?);
            if place + 1 == read.len() {
                for bins in BINS {
                    by_bins.push(information(&layer, ruler(&layer, is_bounded, bins), labels)?.x);
                }
            }
        }
        let scores = own(&scores);
        let says: Vec<u8> = scores.chunks_exact(2).map(|pair| u8::from(pair[1] > pair[0])).collect();
        let (trained, others) = population.orders[net % n_nets].split_at(population.shape.n_train);
        let right = |patterns: &[usize], labels: &[u8]| {
            let n_right = patterns.iter().filter(|&&pattern| says[pattern] == labels[pattern]).count();
            n_right as f64 / patterns.len().max(1) as f64
        };
        let held: Vec<f32> = others.iter().map(|&pattern| f32::from(says[pattern])).collect();
        let held_labels: Vec<u8> = others.iter().map(|&pattern| labels[pattern]).collect();
        found.push(Net {
            layers,
            by_bins,
            accuracy: [right(trained, population.labels_of(net)), right(others, labels)],
            decision: information(&held, ([0.0, 1.0], 2), &held_labels)?.y,
            signal,
        });
    }
    debug_assert_eq!(labels.len(), N_PATTERNS);
    Ok(found)
}

/// ‖mean‖ / ‖standard deviation‖ of the gradient over batches, network by network, layer by layer.
async fn signals(population: &Population, epoch: u64) -> Result<Vec<Vec<f64>>> {
    let gradients = population.gradients(epoch).await?;
    let (ranges, n_trained) = population.weight_ranges();
    let n_all = GROUPS * population.shape.n_nets;
    let of = |net: usize, range: &std::ops::Range<usize>| {
        let columns = range.clone().map(|at| net * n_trained + at);
        let (mut means, mut variances) = (0.0, 0.0);
        for at in columns {
            let [mean, variance] = moments(gradients.iter().map(|batch| f64::from(batch[at])));
            means += mean * mean;
            variances += variance;
        }
        if variances > 0.0 { (means / variances).sqrt() } else { 0.0 }
    };
    Ok((0..n_all).map(|net| ranges.iter().map(|range| of(net, range)).collect()).collect())
}

/// Mean and variance (divided by the count).
fn moments(values: impl Iterator<Item = f64> + Clone) -> [f64; 2] {
    let n = values.clone().count() as f64;
    let mean = values.clone().sum::<f64>() / n;
    [mean, values.map(|value| (value - mean) * (value - mean)).sum::<f64>() / n]
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

/// The middle of at least one number.
pub fn median(values: &[f64]) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let middle = sorted.len() / 2;
    if sorted.len() % 2 == 1 { sorted[middle] } else { (sorted[middle - 1] + sorted[middle]) / 2.0 }
}
