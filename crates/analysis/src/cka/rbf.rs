//! CKA with a radial basis function kernel, which looks most at stimuli near to each other.

use super::{alignment, biased, debiased};
use crate::activations::{Activations, Number};
use crate::error::{Error, LikenessError, Operand, Result};
use crate::gram::Symmetric;
use crate::rdm::{Distance, Rdm, rdm};
use crate::same_stimuli::refuse_stimuli;

/// Which estimator of the Hilbert–Schmidt independence criterion an alignment of kernels is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Hsic {
    /// The biased estimator, tr(KHLH).
    Biased,
    /// The unbiased estimator of Song et al. 2012, equation 5.
    Debiased,
}

/// CKA of two layers `[n_stimuli, n_units]` with the kernel exp(−d² / 2σ²) of Euclidean distances d, σ
/// being `fraction` times the layer's median distance over pairs of different stimuli (Kornblith et
/// al. 2019, section 4). The mean of the two middle distances is the median of an even number.
///
/// The biased one lies between 0 and 1; the debiased one is 0 on average for unrelated layers and
/// may be negative. Large fractions give linear CKA; with small ones (below about 0.2) every stimulus is
/// alike to itself only, and the biased one is near 1 for any two layers.
///
/// Cost: an [`rdm`] of each layer, and n_stimuli² log n_stimuli.
///
/// # Errors
/// Different numbers of stimuli, too few (2 for the biased one, 4 for the debiased one), too many for
/// memory, a layer in which half of all pairs of stimuli have the same answers, a fraction that is not
/// a number above 0, a debiased kernel of which nothing is left after the correction for chance.
pub fn cka_rbf(
    x: &Activations<impl Number>,
    y: &Activations<impl Number>,
    fraction: f64,
    hsic: Hsic,
) -> Result<f64> {
    let (measure, needs, why) = match hsic {
        Hsic::Biased => ("cka_rbf_biased", 2, "a single one has nothing to differ from"),
        Hsic::Debiased => ("cka_rbf_debiased", 4, "its correction divides by n_stimuli − 3"),
    };
    refuse_stimuli(measure, x, y, needs, why)?;
    if !(fraction > 0.0 && fraction.is_finite()) {
        let parameter = "the fraction of the median distance";
        return Err(Error::Likeness(LikenessError::WrongParameter {
            measure,
            parameter,
            needs: "more than 0",
            found: fraction,
        }));
    }
    let k = kernel(&rdm(x, Distance::Euclidean)?, fraction, measure, Operand::First)?;
    let l = kernel(&rdm(y, Distance::Euclidean)?, fraction, measure, Operand::Second)?;
    match hsic {
        Hsic::Biased => {
            let (k, l) = (k.double_centred(), l.double_centred());
            for (kernel, which) in [(&k, Operand::First), (&l, Operand::Second)] {
                // All stimuli equally alike, to rounding: only a fraction in the thousands does that.
                if kernel.trace() <= f64::EPSILON * kernel.size() as f64 {
                    return Err(Error::NothingBeyondChance { measure, which });
                }
            }
            let [k, l] = [&k, &l].map(|kernel| biased::unit_entries(kernel, kernel.dot(kernel)));
            Ok(alignment(&k, &l).clamp(0.0, 1.0))
        }
        Hsic::Debiased => {
            let k = debiased::unit_entries(&k, k.dot(&k), measure, Operand::First)?;
            let l = debiased::unit_entries(&l, l.dot(&l), measure, Operand::Second)?;
            Ok(alignment(&k, &l).clamp(-1.0, 1.0))
        }
    }
}

/// exp(−d² / 2σ²) for each two stimuli.
fn kernel(distances: &Rdm, fraction: f64, measure: &'static str, which: Operand) -> Result<Symmetric> {
    let median = median(distances.upper());
    if median == 0.0 {
        return Err(Error::Likeness(LikenessError::NoKernelWidth { measure, which }));
    }
    let width = fraction * median;
    Ok(Symmetric::from_fn(distances.n_stimuli(), |i, j| {
        let apart = distances.get(i, j) / width;
        (-0.5 * apart * apart).exp()
    }))
}

/// The middle value, or the mean of the two middle ones. At least one value.
fn median(values: &[f64]) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_unstable_by(f64::total_cmp);
    let (low, high) = (sorted[(sorted.len() - 1) / 2], sorted[sorted.len() / 2]);
    low + (high - low) / 2.0
}
