//! Alignment of kernels that are not centred.

use super::{alignment, biased};
use crate::activations::{Activations, Number};
use crate::error::{Error, LikenessError, Operand, Result};
use crate::gram::{Symmetric, gram_of_blocks, refuse_too_many};
use crate::same_stimuli::refuse_stimuli;

/// The alignment ⟨K, L⟩ / (|K| |L|) of the kernels K = XXᵀ and L = YYᵀ of two layers, with no mean taken
/// away (Cristianini et al. 2001, definition 1). 0 to 1; with centred units it is linear CKA.
///
/// Cost: `n_stimuli² · n_units` multiply-adds for each layer.
///
/// # Errors
/// Different numbers of stimuli, too many for memory, a layer whose units all answer 0 to every
/// stimulus.
pub fn kernel_alignment_linear(x: &Activations<impl Number>, y: &Activations<impl Number>) -> Result<f64> {
    let measure = "kernel_alignment_linear";
    refuse_stimuli(measure, x, y, 1, "there must be something to compare")?;
    refuse_too_many(measure, x.n_stimuli())?;
    let k = uncentred(x, measure, Operand::First)?;
    let l = uncentred(y, measure, Operand::Second)?;
    let [k, l] = [&k, &l].map(|gram| biased::unit_entries(gram, gram.dot(gram)));
    Ok(alignment(&k, &l).clamp(0.0, 1.0))
}

/// The kernel of the answers divided by the largest, so that no square overflows or vanishes.
fn uncentred(x: &Activations<impl Number>, measure: &'static str, which: Operand) -> Result<Symmetric> {
    let largest = x.data().iter().fold(0.0, |most: f64, &value| most.max(Into::<f64>::into(value).abs()));
    if largest == 0.0 {
        return Err(Error::Likeness(LikenessError::SilentLayer { measure, which }));
    }
    Ok(gram_of_blocks(x.n_stimuli(), x.n_units(), |units, block| {
        for (row, out) in x.rows().zip(block.chunks_exact_mut(units.len())) {
            for (out, &value) in out.iter_mut().zip(&row[units.clone()]) {
                *out = Into::<f64>::into(value) / largest;
            }
        }
    }))
}
