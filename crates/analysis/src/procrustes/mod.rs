//! How far apart two layers are after the best rotation of their units.
//!
//! Ding, Denain & Steinhardt 2021, "Grounding representation similarity with statistical testing",
//! NeurIPS, section 2 (orthogonal Procrustes); Williams, Kunz, Kornblith & Linderman 2021,
//! "Generalized shape metrics on neural representations", NeurIPS, section 2 (angular shape metrics).

mod card;
mod residual;

use std::f64::consts::FRAC_PI_2;

use faer::Mat;

pub(crate) use card::{CARDS, MEASURES};

use crate::activations::{Activations, Number};
use crate::error::{Error, LikenessError, Operand, Result};
use crate::same_stimuli::refuse_stimuli;
use crate::singular::{Centred, Spectrum, frobenius};
use residual::residual;

/// The least |X Q − Y|_F over orthogonal Q, with each unit's mean taken away and the layer of fewer
/// units filled up with silent ones. The unit is activation.
///
/// Its square is |X|² + |Y|² − 2 |XᵀY|_*, with |·|_* the sum of singular values, but it is computed
/// from the rotated layers themselves, so that equal layers are 0 apart to f64's rounding.
///
/// Cost: a singular value decomposition of each layer, `n_stimuli · n_units · m` with m =
/// min(n_stimuli, n_units), and one of size m.
///
/// # Errors
/// Different or fewer than 2 stimuli, a layer whose units answer alike to all of them, answers too
/// large for f64.
pub fn procrustes_orthogonal_distance(
    x: &Activations<impl Number>,
    y: &Activations<impl Number>,
) -> Result<f64> {
    let measure = "procrustes_orthogonal_distance";
    let (a, b) = shapes(x, y, measure)?;
    let scale = a.scale.max(b.scale);
    let apart = residual(&scaled(&a.scores, a.scale / scale), &scaled(&b.scores, b.scale / scale), measure)?;
    let distance = scale * apart;
    if !distance.is_finite() {
        return Err(Error::Likeness(LikenessError::LayerOutOfRange { measure, which: Operand::First }));
    }
    Ok(distance)
}

/// [`procrustes_orthogonal_distance`] of layers divided by their norms |X|_F and |Y|_F first, 0 to √2.
///
/// Ding, Denain & Steinhardt 2021 report its square, 2 − 2 |XᵀY|_* of the normalised layers.
///
/// Cost: as [`procrustes_orthogonal_distance`].
///
/// # Errors
/// As [`procrustes_orthogonal_distance`].
pub fn procrustes_orthogonal_distance_normalised(
    x: &Activations<impl Number>,
    y: &Activations<impl Number>,
) -> Result<f64> {
    let measure = "procrustes_orthogonal_distance_normalised";
    let (a, b) = shapes(x, y, measure)?;
    Ok(residual(&normalised(&a.scores), &normalised(&b.scores), measure)?.min(2_f64.sqrt()))
}

/// The angle between two layers after the best rotation: arccos(|XᵀY|_* / (|X|_F |Y|_F)) of the centred
/// layers, 0 to π/2, in radians. A metric; netrep's `LinearMetric(alpha=1, score_method="angular")`.
///
/// Cost: as [`procrustes_orthogonal_distance`].
///
/// # Errors
/// As [`procrustes_orthogonal_distance`].
pub fn shape_angular(x: &Activations<impl Number>, y: &Activations<impl Number>) -> Result<f64> {
    let measure = "shape_angular";
    let (a, b) = shapes(x, y, measure)?;
    Ok(angle(residual(&normalised(&a.scores), &normalised(&b.scores), measure)?))
}

/// [`shape_angular`] of layers whitened first, so that every direction in which a layer's answers vary
/// counts the same: arccos(Σρ / √(r s)) of the canonical correlations ρ and the ranks r and s, 0 to
/// π/2, in radians. netrep's `LinearMetric(alpha=0, score_method="angular")`.
///
/// If both layers have n_stimuli − 1 units or more, it is 0 whatever they answer. Directions with a
/// spread below 1e-6 of the largest are rounding and are left out.
///
/// Cost: as [`procrustes_orthogonal_distance`].
///
/// # Errors
/// As [`procrustes_orthogonal_distance`].
pub fn shape_angular_whitened(x: &Activations<impl Number>, y: &Activations<impl Number>) -> Result<f64> {
    let measure = "shape_angular_whitened";
    let (a, b) = shapes(x, y, measure)?;
    Ok(angle(residual(&normalised(&a.basis), &normalised(&b.basis), measure)?))
}

/// A layer up to rotations of its units.
struct Shape {
    /// The centred answers along the principal axes, divided by `scale`.
    scores: Mat<f64>,
    scale: f64,
    /// The same with the same spread along all axes, without those that are rounding.
    basis: Mat<f64>,
}

fn shapes(
    x: &Activations<impl Number>,
    y: &Activations<impl Number>,
    measure: &'static str,
) -> Result<(Shape, Shape)> {
    refuse_stimuli(measure, x, y, 2, "a single one has no shape")?;
    Ok((Shape::of(x, measure, Operand::First)?, Shape::of(y, measure, Operand::Second)?))
}

impl Shape {
    fn of(x: &Activations<impl Number>, measure: &'static str, which: Operand) -> Result<Self> {
        let centred = Centred::of(x, measure, which)?;
        let spectrum = Spectrum::of(&centred, measure)?;
        Ok(Self { scores: spectrum.scores(), scale: centred.scale, basis: spectrum.basis().to_owned() })
    }
}

fn scaled(matrix: &Mat<f64>, factor: f64) -> Mat<f64> {
    Mat::from_fn(matrix.nrows(), matrix.ncols(), |i, j| matrix[(i, j)] * factor)
}

fn normalised(matrix: &Mat<f64>) -> Mat<f64> {
    scaled(matrix, 1.0 / frobenius(matrix.as_ref()))
}

/// The angle whose chord on the unit sphere is `chord`: without the cancellation of an arccos near 1.
fn angle(chord: f64) -> f64 {
    (2.0 * (chord / 2.0).min(1.0).asin()).min(FRAC_PI_2)
}
