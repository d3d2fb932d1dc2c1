//! Crossnobis: Mahalanobis distances whose expectation noise does not raise.

use super::NoiseCovariance;
use super::conditions::{means, refuse_few_conditions, refuse_other_labels};
use crate::activations::{Activations, Number};
use crate::error::{Error, RdmError, Result};
use crate::gram::refuse_too_many;
use crate::labels::Labels;
use crate::rdm::Rdm;

/// The cross-validated squared Mahalanobis distance per unit between the answers to every two
/// conditions: for each partition, the difference of two conditions' means in it times that in all the other
/// partitions, (x − y)ᵀ Σ⁻¹ (x' − y') / n_units, averaged over partitions; rsatoolbox's "crossnobis".
/// Without a covariance, units count as having noise of variance 1 (unit: activation²).
///
/// If noise is independent between partitions, the expectation is the true distance, 0 for conditions that
/// are answered alike, so estimates may be negative.
///
/// Cost: `n_partitions · n_conditions · n_units · (n_conditions + n_units)`.
///
/// # Errors
/// Labels or a covariance that do not fit, fewer than 2 conditions, fewer than 2 partitions, a condition
/// that a partition lacks, more conditions than memory is allowed for.
pub fn crossnobis(
    x: &Activations<impl Number>,
    conditions: &Labels,
    partitions: &Labels,
    noise: Option<&NoiseCovariance>,
) -> Result<Rdm> {
    let measure = "crossnobis";
    refuse_other_labels(measure, x.n_stimuli(), conditions)?;
    refuse_other_labels(measure, x.n_stimuli(), partitions)?;
    refuse_few_conditions(measure, conditions)?;
    refuse_too_many(measure, conditions.n_classes())?;
    if partitions.n_classes() < 2 {
        return Err(Error::Rdms(RdmError::TooFewPartitions { found: partitions.n_classes() }));
    }
    if let Some(noise) = noise {
        noise.refuse_other_units(x.n_units())?;
    }
    let whitened = |rows: Vec<f64>| match noise {
        Some(noise) => noise.whiten(&rows),
        None => Ok(rows),
    };
    let (n_conditions, n_units) = (conditions.n_classes(), x.n_units());
    let mut upper = vec![0.0; n_conditions * (n_conditions - 1) / 2];
    for partition in 0..partitions.n_classes() {
        let is_in = |row: usize| partitions.classes()[row] == partition;
        let (inside, counts) = means(x, conditions, is_in);
        if let Some(condition) = counts.iter().position(|&count| count == 0) {
            return Err(Error::Rdms(RdmError::ConditionNotInPartition { condition, partition }));
        }
        let (outside, _) = means(x, conditions, |row| !is_in(row));
        let (inside, outside) = (whitened(inside)?, whitened(outside)?);
        let mut entries = upper.iter_mut();
        for (i, a) in inside.chunks_exact(n_units).zip(outside.chunks_exact(n_units)).enumerate() {
            let later = inside.chunks_exact(n_units).zip(outside.chunks_exact(n_units)).skip(i + 1);
            for (b, entry) in later.zip(&mut entries) {
                let terms = (0..n_units).map(|u| (a.0[u] - b.0[u]) * (a.1[u] - b.1[u]));
                *entry += terms.sum::<f64>();
            }
        }
    }
    let terms = (n_units * partitions.n_classes()) as f64;
    upper.iter_mut().for_each(|entry| *entry /= terms);
    Rdm::from_upper(upper, n_conditions)
}
