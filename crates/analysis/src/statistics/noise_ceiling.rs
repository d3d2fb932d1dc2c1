//! The noise ceiling: how well any model could fit subjects who differ.

use super::mean;
use crate::error::{Error, RdmError, Result};
use crate::rdm::Rdm;
use crate::rdm_comparison::{RdmComparison, average_ranks, compare_rdms};

/// Between which bounds the fit of a perfect model is expected.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct NoiseCeiling {
    /// Mean fit of each subject with the mean of the others: too low, for that mean is noisy.
    pub lower: f64,
    /// Mean fit of each subject with the mean of all: too high, for the subject is in it.
    pub upper: f64,
}

/// The noise ceiling of subjects' RDMs of the same stimuli (Nili et al. 2014; rsatoolbox's
/// `boot_noise_ceiling`). Before the mean is taken, each RDM is made comparable in the way that its
/// comparison is blind to: to mean 0 and variance 1 for the Pearsons, to a mean square of 1 for the
/// cosines, to ranks for Spearman, rho-a and tau-a.
///
/// The upper bound is the highest possible mean for Pearson, cosine and rho-a; for the others a
/// somewhat higher one may exist.
///
/// Cost: a mean and two comparisons for each subject.
///
/// # Errors
/// Fewer than 2 subjects, different numbers of stimuli, and what [`compare_rdms`] refuses.
pub fn noise_ceiling(subjects: &[Rdm], comparison: RdmComparison) -> Result<NoiseCeiling> {
    let [first, _, ..] = subjects else {
        return Err(Error::Rdms(RdmError::TooFewSubjects {
            what: "a noise ceiling",
            needs: 2,
            found: subjects.len(),
            why: "each is compared with the mean of the others",
        }));
    };
    let n_stimuli = first.n_stimuli();
    for subject in subjects {
        // Refuses what cannot be compared, before anything is divided by its spread.
        compare_rdms(first, subject, comparison)?;
    }
    let comparable: Vec<Vec<f64>> =
        subjects.iter().map(|subject| made_comparable(subject.upper(), comparison)).collect();
    let of_all = mean_without(None, &comparable);
    let upper_rdm = Rdm::from_upper(of_all, n_stimuli)?;
    let (mut lower, mut upper) = (Vec::new(), Vec::new());
    for (place, subject) in subjects.iter().enumerate() {
        let of_others = Rdm::from_upper(mean_without(Some(place), &comparable), n_stimuli)?;
        lower.push(compare_rdms(&of_others, subject, comparison)?);
        upper.push(compare_rdms(&upper_rdm, subject, comparison)?);
    }
    Ok(NoiseCeiling { lower: mean(&lower), upper: mean(&upper) })
}

/// The entries after that is taken out of them which the comparison does not see.
fn made_comparable(entries: &[f64], comparison: RdmComparison) -> Vec<f64> {
    let root_mean_square =
        |entries: &[f64]| (entries.iter().map(|d| d * d).sum::<f64>() / entries.len() as f64).sqrt();
    match comparison {
        RdmComparison::Spearman | RdmComparison::RhoA | RdmComparison::KendallTauA => average_ranks(entries),
        RdmComparison::Cosine | RdmComparison::WhitenedCosine => {
            let scale = root_mean_square(entries);
            entries.iter().map(|d| d / scale).collect()
        }
        RdmComparison::Pearson | RdmComparison::WhitenedPearson => {
            let mean = mean(entries);
            let centred: Vec<f64> = entries.iter().map(|d| d - mean).collect();
            let scale = root_mean_square(&centred);
            centred.iter().map(|d| d / scale).collect()
        }
    }
}

/// The mean over RDMs, without one of them.
fn mean_without(left_out: Option<usize>, rdms: &[Vec<f64>]) -> Vec<f64> {
    let kept: Vec<&Vec<f64>> =
        rdms.iter().enumerate().filter(|(place, _)| Some(*place) != left_out).map(|(_, rdm)| rdm).collect();
    let n_entries = rdms.first().map_or(0, Vec::len);
    (0..n_entries).map(|k| kept.iter().map(|rdm| rdm[k]).sum::<f64>() / kept.len() as f64).collect()
}
