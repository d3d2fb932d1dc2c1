//! Stimuli told by how alike they are to some of them, the anchors: a representation that does not
//! change when the units are rotated, so that those of two networks can be compared number by number.
//!
//! Moschella et al. 2023, "Relative representations enable zero-shot latent space communication",
//! ICLR, section 3.

mod card;

pub(crate) use card::{CARDS, MEASURES};

use crate::activations::{Activations, Number};
use crate::error::{Error, LikenessError, Operand, Result};
use crate::same_stimuli::refuse_stimuli;
use crate::unit_sums::{sum_row, sum_rows};

/// The cosine of the angle between the answers to each stimulus and to each anchor, −1 to 1:
/// activations `[n_stimuli, anchors.len()]` with an anchor in place of a unit.
///
/// `anchors` are numbers of stimuli, counted from 0, in any order. No mean is taken away.
///
/// Cost: `n_stimuli · anchors.len() · n_units` multiply-adds.
///
/// # Errors
/// No anchor, an anchor that is no stimulus, a stimulus to which all units answer 0.
pub fn relative_representation(x: &Activations<impl Number>, anchors: &[usize]) -> Result<Activations<f64>> {
    if anchors.is_empty() {
        return Err(Error::Likeness(LikenessError::NoAnchors));
    }
    let n_stimuli = x.n_stimuli();
    if let Some(&anchor) = anchors.iter().find(|&&anchor| anchor >= n_stimuli) {
        return Err(Error::Likeness(LikenessError::UnknownAnchor { anchor, n_stimuli }));
    }
    let directions = x.rows().enumerate().map(|(stimulus, row)| direction(row, stimulus));
    let directions = directions.collect::<Result<Vec<_>>>()?;
    let cosines = directions.iter().flat_map(|direction| {
        let cosine =
            |&anchor: &usize| sum_rows(direction, &directions[anchor], |a, b| a * b).clamp(-1.0, 1.0);
        anchors.iter().map(cosine)
    });
    Activations::new(cosines.collect(), n_stimuli, anchors.len())
}

/// The mean over stimuli of the cosine between their relative representations in two layers, −1 to 1
/// (Moschella et al. 2023 compare latent spaces by it).
///
/// Cost: as two [`relative_representation`]s.
///
/// # Errors
/// As [`relative_representation`]; different stimuli; a stimulus whose answers are at right angles to
/// those to all anchors.
pub fn relative_cosine(
    x: &Activations<impl Number>,
    y: &Activations<impl Number>,
    anchors: &[usize],
) -> Result<f64> {
    refuse_stimuli("the relative cosine", x, y, 2, "a single one is alike to itself in any layer")?;
    let (a, b) = (relative_representation(x, anchors)?, relative_representation(y, anchors)?);
    let mut sum = 0.0;
    for (stimulus, (a, b)) in a.rows().zip(b.rows()).enumerate() {
        let (aa, bb) = (sum_row(a, |v| v * v), sum_row(b, |v| v * v));
        for (square, which) in [(aa, Operand::First), (bb, Operand::Second)] {
            if square == 0.0 {
                return Err(Error::Likeness(LikenessError::UnrelatedToAnchors { stimulus, which }));
            }
        }
        sum += (sum_rows(a, b, |a, b| a * b) / (aa * bb).sqrt()).clamp(-1.0, 1.0);
    }
    Ok(sum / x.n_stimuli() as f64)
}

/// One stimulus's answers divided by their norm.
fn direction(row: &[impl Number], stimulus: usize) -> Result<Vec<f64>> {
    // By the largest answer first, so that no square overflows or vanishes.
    let largest = row.iter().fold(0.0, |most: f64, &value| most.max(Into::<f64>::into(value).abs()));
    if largest == 0.0 {
        return Err(Error::ZeroStimulus { stimulus });
    }
    let scaled: Vec<f64> = row.iter().map(|&value| Into::<f64>::into(value) / largest).collect();
    let norm = sum_row(&scaled, |value| value * value).sqrt();
    Ok(scaled.into_iter().map(|value| value / norm).collect())
}
