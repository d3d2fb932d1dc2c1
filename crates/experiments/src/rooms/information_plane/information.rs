//! Information of a layer whose responses are cut into bins, over all patterns, which are equally likely.

use analysis::{EntropyEstimator, InformationUnit, entropy_of_counts};
use recipe::{Error, Result};

/// What a layer's bins say, in bits.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Point {
    /// I(X;T): the entropy of the bins, since the layer follows from the input.
    pub x: f64,
    /// I(T;Y).
    pub y: f64,
}

/// From responses `[n_patterns, width]`, cut into `n_bins` equal bins between `low` and `high` (those beyond belong to the
/// outermost), and the label 0 or 1 of each pattern.
pub fn information(layer: &[f32], ([low, high], n_bins): Ruler, labels: &[u8]) -> Result<Point> {
    let width = layer.len() / labels.len();
    let scale = if high > low { n_bins as f64 / (high - low) } else { 0.0 };
    let cell = |row: &[f32]| {
        row.iter().fold(0_u128, |key, &value| {
            let bin = ((f64::from(value) - low) * scale).clamp(0.0, (n_bins - 1) as f64);
            key * n_bins as u128 + bin as u128
        })
    };
    let mut cells: Vec<(u128, u8)> =
        layer.chunks_exact(width).map(cell).zip(labels.iter().copied()).collect();
    cells.sort_unstable();
    let (mut all, mut of_label) = (Vec::new(), [Vec::new(), Vec::new()]);
    for same in cells.chunk_by(|a, b| a.0 == b.0) {
        all.push(same.len());
        let n_yes = same.iter().filter(|(_, label)| *label == 1).count();
        for (counts, count) in of_label.iter_mut().zip([same.len() - n_yes, n_yes]) {
            counts.push(count);
        }
    }
    let bits = |counts: &[usize]| {
        entropy_of_counts(counts, EntropyEstimator::PlugIn, InformationUnit::Bits)
            .map_err(|source| Error::Analysis { site: "hidden layer".to_owned(), source })
    };
    let x = bits(&all)?;
    let mut given = 0.0;
    for counts in &of_label {
        let count: usize = counts.iter().sum();
        if count > 0 {
            given += count as f64 / labels.len() as f64 * bits(counts)?;
        }
    }
    Ok(Point { x, y: (x - given).max(0.0) })
}

/// A ruler of a layer: the ends of its bins, and how many there are.
pub type Ruler = ([f64; 2], usize);

/// Bins are 2/`n_bins` wide for all layers and at all times, so that a layer cannot lose information by growing: from −1 to
/// 1 for tanh, as far as responses reach for others, but no more than [`MOST_BINS`].
pub fn ruler(layer: &[f32], is_bounded: bool, n_bins: usize) -> Ruler {
    if is_bounded {
        return ([-1.0, 1.0], n_bins);
    }
    let smallest = f64::from(layer.iter().copied().fold(f32::INFINITY, f32::min));
    let largest = f64::from(layer.iter().copied().fold(f32::NEG_INFINITY, f32::max));
    let width = 2.0 / n_bins as f64;
    let low = (smallest / width).floor() * width;
    let count = (((largest - low) / width).ceil().max(1.0) as usize).min(MOST_BINS);
    ([low, low + count as f64 * width], count)
}

/// The key of ten units just fits into 128 bits.
const MOST_BINS: usize = 1 << 12;
