//! Two RDMs compared again and again on chosen stimuli, as bootstraps and permutation tests do.

use super::{RdmComparison, cosine, is_constant, kendall, pearson, ranks, rho_a, whitened};
use crate::error::{Error, RdmError, Result};
use crate::rdm::Rdm;

/// An RDM made ready for one comparison on any choice of its stimuli.
pub(crate) struct Ready {
    n_stimuli: usize,
    /// `[n_stimuli, n_stimuli]`: the entries, or for comparisons by rank the place of each among the
    /// different ones from 0, so that the ranks of a choice are counted instead of sorted.
    square: Vec<f64>,
    n_levels: usize,
}

/// Room for one comparison, kept between them so that none allocates for each pair.
#[derive(Default)]
pub(crate) struct Room {
    a: Vec<f64>,
    b: Vec<f64>,
    seen: Vec<bool>,
}

impl Ready {
    pub(crate) fn new(rdm: &Rdm, comparison: RdmComparison) -> Self {
        let n_stimuli = rdm.n_stimuli();
        match comparison {
            RdmComparison::Spearman | RdmComparison::RhoA => {
                let (levels, n_levels) = ranks::levels(rdm.upper());
                Self { n_stimuli, square: rdm.square_of(&levels), n_levels }
            }
            _ => Self { n_stimuli, square: rdm.square(), n_levels: 0 },
        }
    }

    /// The entries between the chosen stimuli, without those between copies of one.
    fn entries(&self, chosen: &[usize], entries: &mut Vec<f64>) {
        entries.clear();
        for (place, &i) in chosen.iter().enumerate() {
            let row = &self.square[i * self.n_stimuli..][..self.n_stimuli];
            entries.extend(chosen[place + 1..].iter().filter(|&&j| j != i).map(|&j| row[j]));
        }
    }

    /// All entries between the chosen stimuli `[n, n]`, 0 between copies of one.
    fn square(&self, chosen: &[usize], entries: &mut Vec<f64>) {
        entries.clear();
        for &i in chosen {
            let row = &self.square[i * self.n_stimuli..][..self.n_stimuli];
            entries.extend(chosen.iter().map(|&j| row[j]));
        }
    }
}

/// Compares `a` on the stimuli `of_a` with `b` on the stimuli `of_b`: as many of each, and a
/// stimulus is repeated in both or in neither. `None` where the comparison is undefined, as
/// for fewer than 3 different stimuli.
pub(crate) fn compare_chosen(
    comparison: RdmComparison,
    (a, of_a): (&Ready, &[usize]),
    (b, of_b): (&Ready, &[usize]),
    room: &mut Room,
) -> Option<f64> {
    let Room { a: of_first, b: of_second, seen } = room;
    if n_different(of_a, a.n_stimuli, seen) < 3 {
        return None;
    }
    if matches!(comparison, RdmComparison::WhitenedCosine | RdmComparison::WhitenedPearson) {
        for (ready, chosen, square) in [(a, of_a, &mut *of_first), (b, of_b, &mut *of_second)] {
            ready.square(chosen, square);
            if comparison == RdmComparison::WhitenedPearson {
                take_mean_away(square, of_a);
            }
            if square.iter().all(|&entry| entry == 0.0) {
                return None;
            }
        }
        return Some(whitened::whitened_cosine(of_first, of_second, of_a));
    }
    a.entries(of_a, of_first);
    b.entries(of_b, of_second);
    match comparison {
        RdmComparison::Cosine => {
            let is_zero = |entries: &[f64]| entries.iter().all(|&entry| entry == 0.0);
            (!is_zero(of_first) && !is_zero(of_second)).then(|| cosine::cosine(of_first, of_second))
        }
        RdmComparison::KendallTauA => Some(kendall::tau_a(of_first, of_second)),
        RdmComparison::RhoA => {
            ranks::levels_to_ranks(of_first, a.n_levels);
            ranks::levels_to_ranks(of_second, b.n_levels);
            Some(rho_a::rho_a(of_first, of_second))
        }
        _ => {
            if is_constant(of_first) || is_constant(of_second) {
                return None;
            }
            if comparison == RdmComparison::Spearman {
                ranks::levels_to_ranks(of_first, a.n_levels);
                ranks::levels_to_ranks(of_second, b.n_levels);
            }
            Some(pearson::correlation(of_first, of_second))
        }
    }
}

/// How many different stimuli are among the chosen ones.
fn n_different(chosen: &[usize], n_stimuli: usize, seen: &mut Vec<bool>) -> usize {
    seen.clear();
    seen.resize(n_stimuli, false);
    chosen.iter().filter(|&&stimulus| !std::mem::replace(&mut seen[stimulus], true)).count()
}

/// Takes the mean of the entries between different stimuli away from each of them; all become exactly
/// 0 where they differ by rounding only.
fn take_mean_away(square: &mut [f64], sample: &[usize]) {
    let n = sample.len();
    let is_pair = |place: usize| sample[place / n] != sample[place % n];
    let entries = || square.iter().enumerate().filter(|(place, _)| is_pair(*place)).map(|(_, &entry)| entry);
    let first = entries().next().unwrap_or_default();
    let (sum, count) = entries().fold((0.0, 0.0), |(sum, count), entry| (sum + (entry - first), count + 1.0));
    let mean = first + sum / f64::max(count, 1.0);
    let constant = super::is_constant_of(entries());
    for (place, entry) in square.iter_mut().enumerate() {
        *entry = if is_pair(place) && !constant { *entry - mean } else { 0.0 };
    }
}

/// Compares two RDMs on chosen stimuli, which may be repeated: entries between copies of a
/// stimulus are left out, as in rsatoolbox's `subsample_pattern` and Nili et al. 2014. The whitened
/// comparisons count copies as stimuli with noise of their own.
///
/// Cost: as [`compare_rdms`](crate::compare_rdms) on as many stimuli, and an n_stimuli² table of each.
///
/// # Errors
/// Different numbers of stimuli, a chosen stimulus that is not there, fewer than 3 different ones, and
/// a choice on which the comparison is undefined.
pub fn compare_rdms_on(a: &Rdm, b: &Rdm, comparison: RdmComparison, stimuli: &[usize]) -> Result<f64> {
    let measure = comparison.name();
    super::refuse_stimuli(measure, a, b)?;
    let n_stimuli = a.n_stimuli();
    if let Some(&stimulus) = stimuli.iter().find(|&&stimulus| stimulus >= n_stimuli) {
        return Err(Error::Rdms(RdmError::NoSuchStimulus { stimulus, n_stimuli }));
    }
    let found = n_different(stimuli, n_stimuli, &mut Vec::new());
    if found < 3 {
        return Err(Error::TooFewStimuli { measure, needs: 3, found, why: "different ones are counted" });
    }
    let (a, b) = (Ready::new(a, comparison), Ready::new(b, comparison));
    compare_chosen(comparison, (&a, stimuli), (&b, stimuli), &mut Room::default())
        .ok_or(Error::Rdms(RdmError::UndefinedOnChoice { measure }))
}
