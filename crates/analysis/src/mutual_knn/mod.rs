//! How many nearest neighbours stimuli have in common in two layers.
//!
//! Huh, Cheung, Wang & Isola 2024, "The Platonic representation hypothesis", ICML, appendix A
//! (mutual nearest-neighbour metric).

mod card;
mod neighbours;

pub(crate) use card::{CARDS, MEASURES};

use crate::activations::{Activations, Number};
use crate::error::{Error, LikenessError, Result};
use crate::rdm::{Distance, rdm};
use crate::same_stimuli::refuse_stimuli;
use neighbours::neighbours;

/// The mean over stimuli of the part of their `k` nearest neighbours in one layer that are among the
/// `k` nearest in the other, 0 to 1. Unrelated layers have k / (n_stimuli − 1) on average.
///
/// A stimulus is no neighbour of its own. Of stimuli equally far, to 12 digits of the layer's largest
/// distance, the one that comes first is nearer.
///
/// Cost: an [`rdm`] of each layer, and n_stimuli² log n_stimuli.
///
/// # Errors
/// Different numbers of stimuli, fewer than k + 2 (with k + 1 all are neighbours of all), `k` = 0,
/// and whatever the [`rdm`] of the distance refuses.
pub fn mutual_knn(
    x: &Activations<impl Number>,
    y: &Activations<impl Number>,
    k: usize,
    distance: Distance,
) -> Result<f64> {
    let measure = "mutual k-nearest neighbours";
    if k == 0 {
        let parameter = "the number of neighbours";
        return Err(Error::Likeness(LikenessError::WrongParameter {
            measure,
            parameter,
            needs: "at least 1",
            found: 0.0,
        }));
    }
    let needs = k.saturating_add(2);
    refuse_stimuli(measure, x, y, needs, "k + 2, because with k + 1 all are neighbours of all")?;
    let (a, b) = (neighbours(&rdm(x, distance)?, k), neighbours(&rdm(y, distance)?, k));
    let shared: usize = a.iter().zip(&b).map(|(a, b)| a.iter().filter(|near| b.contains(near)).count()).sum();
    Ok(shared as f64 / (k * x.n_stimuli()) as f64)
}
