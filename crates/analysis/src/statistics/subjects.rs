//! The bootstrap over subjects, and over subjects and stimuli at once.

use draws::Draws;

use super::bootstrap::{Bootstrap, defined, draw, refuse_few_samples, without_each};
use super::{fisher, mean, variance};
use crate::error::{Error, RdmError, Result};
use crate::rdm::Rdm;
use crate::rdm_comparison::{RdmComparison, Ready, Room, compare_chosen, compare_rdms};

/// Added to the number of a sample: the stream of the subjects drawn beside the stimuli.
const SUBJECTS: u64 = 1 << 32;

/// How well a model's RDM fits subjects' RDMs, generalised to new stimuli and new subjects.
#[derive(Debug, Clone, PartialEq)]
pub struct TwoFactorBootstrap {
    /// Mean over subjects of the comparison with the model.
    pub estimate: f64,
    /// Standard error after the correction for drawing twice.
    pub standard_error: f64,
    /// Lower end of the 95 % interval: Student's t on Fisher's scale, by the standard error of the samples there,
    /// corrected likewise.
    pub low: f64,
    /// Upper end of the 95 % interval.
    pub high: f64,
    /// For Student's t: the fewer of those over stimuli and over subjects, at most min(n_stimuli, n_subjects) − 1.
    pub degrees_of_freedom: usize,
    /// Variance of the samples in which stimuli and subjects were drawn: too large.
    pub variance_of_both: f64,
    /// Variance of the samples in which only subjects were drawn.
    pub variance_of_subjects: f64,
    /// Variance of the samples in which only stimuli were drawn.
    pub variance_of_stimuli: f64,
    /// On how many samples of stimuli the comparison was undefined for some subject.
    pub n_undefined: usize,
}

/// The comparison of the model with each subject.
fn values(model: &Rdm, subjects: &[Rdm], comparison: RdmComparison) -> Result<Vec<f64>> {
    if subjects.len() < 2 {
        return Err(Error::Rdms(RdmError::TooFewSubjects {
            what: "a bootstrap over subjects",
            needs: 2,
            found: subjects.len(),
            why: "a single one is drawn every time",
        }));
    }
    subjects.iter().map(|subject| compare_rdms(model, subject, comparison)).collect()
}

/// The mean of the values of drawn subjects.
fn mean_of(values: &[f64], drawn: &[usize]) -> f64 {
    drawn.iter().map(|&subject| values[subject]).sum::<f64>() / drawn.len() as f64
}

/// The mean of the values of all subjects but one, for each in turn.
fn without_each_subject(values: &[f64]) -> Vec<f64> {
    without_each(values.len()).map(|others| mean_of(values, &others)).collect()
}

/// Bootstrap over subjects of the mean comparison of a model's RDM with theirs: the stimuli stay.
///
/// Subject `k` of sample `s` is number `k` below the number of subjects of `Draws::new(seed).stream(s)`.
///
/// Cost: a comparison for each subject, and `n_samples · n_subjects`.
///
/// # Errors
/// Fewer than 2 subjects, fewer than 40 samples, and what [`compare_rdms`] refuses.
pub fn bootstrap_subjects(
    model: &Rdm,
    subjects: &[Rdm],
    comparison: RdmComparison,
    n_samples: usize,
    seed: u64,
) -> Result<Bootstrap> {
    let values = values(model, subjects, comparison)?;
    refuse_few_samples(n_samples)?;
    let mut drawn = Vec::new();
    let samples = (0..n_samples as u64)
        .map(|sample| {
            draw(Draws::new(seed).stream(sample), subjects.len(), &mut drawn);
            Some(mean_of(&values, &drawn))
        })
        .collect();
    Bootstrap::from_samples(
        comparison.name(),
        mean(&values),
        samples,
        &without_each_subject(&values),
        subjects.len(),
    )
}

/// Bootstrap over stimuli and over subjects of the mean comparison of a model's RDM with theirs, with
/// the correction of Schütt et al. 2023 (rsatoolbox's `eval_dual_bootstrap`): drawing both counts the
/// noise of single measurements more than once, so that the variance is put together from the three
/// bootstraps over both, subjects only, and stimuli only, which here see the same draws.
///
/// The stimuli of sample `s` are drawn as by [`bootstrap_stimuli`](super::bootstrap_stimuli), the subjects
/// likewise from stream `s + 2³²`.
///
/// Cost: `(n_samples + n_stimuli) · n_subjects · n_stimuli²`.
///
/// # Errors
/// Fewer than 2 subjects, fewer than 40 samples, what [`compare_rdms`] refuses, and a comparison that is
/// undefined on more than half of the samples.
pub fn bootstrap_stimuli_and_subjects(
    model: &Rdm,
    subjects: &[Rdm],
    comparison: RdmComparison,
    n_samples: usize,
    seed: u64,
) -> Result<TwoFactorBootstrap> {
    let whole = values(model, subjects, comparison)?;
    refuse_few_samples(n_samples)?;
    let (n_stimuli, n_subjects) = (model.n_stimuli(), subjects.len());
    let model = Ready::new(model, comparison);
    let ready: Vec<Ready> = subjects.iter().map(|subject| Ready::new(subject, comparison)).collect();
    let (mut chosen, mut drawn, mut room) = (Vec::new(), Vec::new(), Room::default());
    let (mut both, mut of_stimuli, mut of_subjects) = (Vec::new(), Vec::new(), Vec::new());
    let mut on = |chosen: &[usize]| -> Option<Vec<f64>> {
        ready
            .iter()
            .map(|subject| compare_chosen(comparison, (&model, chosen), (subject, chosen), &mut room))
            .collect()
    };
    for sample in 0..n_samples as u64 {
        let draws = Draws::new(seed);
        draw(draws.stream(sample), n_stimuli, &mut chosen);
        draw(draws.stream(SUBJECTS + sample), n_subjects, &mut drawn);
        let on_chosen = on(&chosen);
        both.push(on_chosen.as_ref().map(|values| mean_of(values, &drawn)));
        of_stimuli.push(on_chosen.as_ref().map(|values| mean(values)));
        of_subjects.push(mean_of(&whole, &drawn));
    }
    let (both, of_stimuli) = (defined(comparison.name(), &both)?, defined(comparison.name(), &of_stimuli)?);
    let samples = [&both, &of_subjects, &of_stimuli];
    let error = |variances| corrected_variance(variances, n_subjects as f64, n_stimuli as f64).sqrt();
    let variances = samples.map(|samples| variance(samples));
    let error_of_z = error(samples.map(|samples| fisher::variance_of_z(samples)));
    let without_each_stimulus: Vec<f64> =
        without_each(n_stimuli).filter_map(|others| on(&others).map(|values| mean(&values))).collect();
    let degrees_of_freedom = fisher::degrees_of_freedom(&without_each_stimulus)
        .min(fisher::degrees_of_freedom(&without_each_subject(&whole)));
    let estimate = mean(&whole);
    let (low, high) = fisher::interval(estimate, error_of_z, degrees_of_freedom);
    Ok(TwoFactorBootstrap {
        estimate,
        standard_error: error(variances),
        low,
        high,
        degrees_of_freedom,
        variance_of_both: variances[0],
        variance_of_subjects: variances[1],
        variance_of_stimuli: variances[2],
        n_undefined: n_samples - both.len(),
    })
}

/// The variance over new subjects and new stimuli, from the variances of the bootstraps over both, over
/// subjects and over stimuli: Schütt et al. 2023 for small numbers, as rsatoolbox's `_dual_bootstrap`,
/// never below either single one, nor above that of both.
fn corrected_variance([both, subjects, stimuli]: [f64; 3], n_subjects: f64, n_stimuli: f64) -> f64 {
    let (for_subjects, for_stimuli) = (n_subjects / (n_subjects - 1.0), n_stimuli / (n_stimuli - 1.0));
    let interaction = both - subjects - stimuli;
    let put_together =
        for_subjects * subjects + for_stimuli * stimuli - for_subjects * for_stimuli * interaction;
    put_together.max(for_subjects * subjects).max(for_stimuli * stimuli).min(both)
}
