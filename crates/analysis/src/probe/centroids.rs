//! Classifiers by the mean of each class: nearest, and most correlated.

use faer::{Mat, MatRef};

use crate::error::{DecodingError, Error, Result};

/// The mean of each class, `[n_classes, n_units]`; each class has a stimulus.
pub(super) fn centroids(x: MatRef<'_, f64>, classes: &[usize], n_classes: usize) -> Mat<f64> {
    let mut sums = Mat::<f64>::zeros(n_classes, x.ncols());
    let mut counts = vec![0_usize; n_classes];
    for (stimulus, &class) in classes.iter().enumerate() {
        counts[class] += 1;
        (0..x.ncols()).for_each(|unit| sums[(class, unit)] += x[(stimulus, unit)]);
    }
    Mat::from_fn(n_classes, x.ncols(), |class, unit| sums[(class, unit)] / counts[class] as f64)
}

/// Minus the squared Euclidean distance of each stimulus from each centroid, `[n, n_classes]`.
pub(super) fn nearness(x: MatRef<'_, f64>, centroids: MatRef<'_, f64>) -> Mat<f64> {
    Mat::from_fn(x.nrows(), centroids.nrows(), |stimulus, class| {
        -(0..x.ncols()).map(|unit| (x[(stimulus, unit)] - centroids[(class, unit)]).powi(2)).sum::<f64>()
    })
}

/// Pearson's correlation over units of each stimulus with each centroid, `[n, n_classes]`. `stimuli` says
/// which stimulus each row is, for errors.
pub(super) fn correlations(
    x: MatRef<'_, f64>,
    centroids: MatRef<'_, f64>,
    stimuli: &[usize],
) -> Result<Mat<f64>> {
    let classes: Vec<usize> = (0..centroids.nrows()).collect();
    let patterns = directions(x, "stimulus", stimuli)?;
    let means = directions(centroids, "the mean of class", &classes)?;
    Ok(Mat::from_fn(patterns.len(), means.len(), |stimulus, class| {
        patterns[stimulus].iter().zip(&means[class]).map(|(a, b)| a * b).sum()
    }))
}

/// Spread of a pattern, as a part of its size, that is no more than rounding.
const ROUNDING: f64 = 1e-14;

/// Each row less its mean, with length 1.
fn directions(x: MatRef<'_, f64>, what: &'static str, places: &[usize]) -> Result<Vec<Vec<f64>>> {
    let direction = |row: usize| {
        let values: Vec<f64> = x.row(row).iter().copied().collect();
        let mean = values.iter().sum::<f64>() / values.len() as f64;
        let largest = values.iter().fold(0.0_f64, |most, value| most.max(value.abs()));
        let length = values.iter().map(|value| (value - mean).powi(2)).sum::<f64>().sqrt();
        if length <= ROUNDING * largest {
            return Err(Error::Decoding(DecodingError::FlatPattern { what, place: places[row] }));
        }
        Ok(values.into_iter().map(|value| (value - mean) / length).collect())
    };
    (0..x.nrows()).map(direction).collect()
}
