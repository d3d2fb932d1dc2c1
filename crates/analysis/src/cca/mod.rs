//! Canonical correlations: how well directions of one layer follow directions of another.
//!
//! Hotelling 1936, "Relations between two sets of variates", Biometrika 28; Raghu, Gilmer, Yosinski &
//! Sohl-Dickstein 2017, "SVCCA", NeurIPS; Morcos, Raghu & Bengio 2018, "Insights on representational
//! similarity in neural networks with canonical correlation", NeurIPS.

mod card;

use faer::{Mat, MatRef};

pub(crate) use card::{CARDS, MEASURES};

use crate::activations::{Activations, Number};
use crate::error::{Error, LikenessError, Operand, Result};
use crate::same_stimuli::refuse_stimuli;
use crate::singular::{Centred, Spectrum};

/// The canonical correlations of two layers.
#[derive(Debug, Clone, PartialEq)]
pub struct Cca {
    /// Falling, 0 to 1; as many as the smaller of the ranks, at least one.
    pub correlations: Vec<f64>,
    /// How many directions of the first and of the second layer were looked at.
    pub ranks: (usize, usize),
}

impl Cca {
    /// The mean of the correlations, 0 to 1.
    pub fn mean(&self) -> f64 {
        self.correlations.iter().sum::<f64>() / self.correlations.len() as f64
    }
}

const NEEDS: usize = 3;
const WHY: &str = "any two layers of 2 stimuli are correlated by 1";

/// The canonical correlations ρ of two layers `[n_stimuli, n_units]`: the cosines of the angles between
/// the spaces that their centred units span, as Björck & Golub 1973 compute them.
///
/// Directions with a spread below 1e-6 of the largest are rounding and are left out. Layers with
/// n_stimuli − 1 units or more span all there is, and correlate by 1 whatever they answer.
///
/// Cost: a singular value decomposition of each layer, `n_stimuli · n_units · m` with m =
/// min(n_stimuli, n_units), and one of size m.
///
/// # Errors
/// Different or fewer than 3 stimuli, a layer whose units answer alike to all of them.
pub fn cca(x: &Activations<impl Number>, y: &Activations<impl Number>) -> Result<Cca> {
    let measure = "cca_mean";
    refuse_stimuli(measure, x, y, NEEDS, WHY)?;
    let a = Spectrum::of(&Centred::of(x, measure, Operand::First)?, measure)?;
    let b = Spectrum::of(&Centred::of(y, measure, Operand::Second)?, measure)?;
    Ok(canonical(a.basis(), b.basis(), measure)?.0)
}

/// [`cca`] of the fewest principal components of each layer that together have at least the part
/// `kept` of its variance (Raghu et al. 2017 take 0.99).
///
/// Cost: as [`cca`].
///
/// # Errors
/// As [`cca`], and `kept` outside (0, 1].
pub fn svcca(x: &Activations<impl Number>, y: &Activations<impl Number>, kept: f64) -> Result<Cca> {
    let measure = "SVCCA";
    refuse_stimuli(measure, x, y, NEEDS, WHY)?;
    if !(kept > 0.0 && kept <= 1.0) {
        let needs = "more than 0 and at most 1";
        return Err(Error::Likeness(LikenessError::WrongParameter {
            measure,
            parameter: "the kept part of the variance",
            needs,
            found: kept,
        }));
    }
    let of_x = Centred::of(x, measure, Operand::First)?;
    let of_y = Centred::of(y, measure, Operand::Second)?;
    let (a, b) = (Spectrum::of(&of_x, measure)?, Spectrum::of(&of_y, measure)?);
    Ok(canonical(leading(&a, kept), leading(&b, kept), measure)?.0)
}

/// Projection-weighted CCA (Morcos et al. 2018, section 2): the mean of the canonical correlations,
/// each weighted by Σⱼ |⟨h, xⱼ⟩| of its direction h in the first layer and that layer's centred units xⱼ.
/// 0 to 1; not symmetric, because the weights are the first layer's.
///
/// Cost: as [`cca`].
///
/// # Errors
/// As [`cca`].
pub fn pwcca(x: &Activations<impl Number>, y: &Activations<impl Number>) -> Result<f64> {
    let measure = "pwcca";
    refuse_stimuli(measure, x, y, NEEDS, WHY)?;
    let of_x = Centred::of(x, measure, Operand::First)?;
    let a = Spectrum::of(&of_x, measure)?;
    let b = Spectrum::of(&Centred::of(y, measure, Operand::Second)?, measure)?;
    let (cca, directions) = canonical(a.basis(), b.basis(), measure)?;
    let projections = directions.transpose() * &of_x.values;
    let (mut weighted, mut weights) = (0.0, 0.0);
    for (projections, correlation) in projections.row_iter().zip(&cca.correlations) {
        let weight: f64 = projections.iter().map(|along| along.abs()).sum();
        weighted += weight * correlation;
        weights += weight;
    }
    // Not 0 / 0: every direction lies in the space of the first layer's units, so each has a weight.
    Ok((weighted / weights).clamp(0.0, 1.0))
}

/// The correlations, and the canonical variates of the first layer `[n_stimuli, correlations]`, from
/// orthonormal bases of both.
fn canonical(a: MatRef<'_, f64>, b: MatRef<'_, f64>, measure: &'static str) -> Result<(Cca, Mat<f64>)> {
    let svd = (a.transpose() * b).thin_svd().map_err(|_| Error::NoConvergence { measure })?;
    let correlations = svd.S().column_vector().iter().map(|cosine| cosine.clamp(0.0, 1.0)).collect();
    Ok((Cca { correlations, ranks: (a.ncols(), b.ncols()) }, a * svd.U()))
}

/// The first left singular vectors, as many as are needed to keep the part `kept` of the variance.
fn leading(spectrum: &Spectrum, kept: f64) -> MatRef<'_, f64> {
    let variances = || spectrum.spreads().iter().map(|spread| spread * spread);
    let wanted = kept * variances().sum::<f64>();
    let mut so_far = 0.0;
    let short = variances().take_while(|variance| {
        so_far += variance;
        so_far < wanted
    });
    let n_kept = (short.count() + 1).min(spectrum.basis().ncols());
    spectrum.basis().subcols(0, n_kept)
}
