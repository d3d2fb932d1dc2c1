//! How alike two stimuli are on the map, by their distance there.

use super::MEASURE;
use crate::error::{Error, MapError, Result};

/// 1 / (1 + a d^(2b)), the likeness of two stimuli at distance d on the map.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct UmapCurve {
    /// How soon likeness falls.
    pub a: f64,
    /// How steeply it falls.
    pub b: f64,
}

/// How many distances the curve is fitted at, from 0 to 3 `spread`: umap-learn's.
const POINTS: usize = 300;
/// Steps of the fit; it needs about ten.
const STEPS: usize = 200;
/// Ends the fit when a step is this small a part of a and b.
const STEADY: f64 = 1e-12;

/// The curve nearest (least squares) to one that is 1 up to `min_distance` and falls exponentially over
/// `spread` from there: umap-learn's `find_ab_params`, by Levenberg and Marquardt's steps from a = b = 1.
///
/// McInnes et al. 2018, section 3.2 and definition 11.
///
/// # Errors
/// A spread that is not above 0; a distance below 0 or above 3 spreads.
pub fn umap_curve(min_distance: f64, spread: f64) -> Result<UmapCurve> {
    let wrong = |setting, expected: String, found| {
        Err(Error::Maps(MapError::WrongSetting { measure: MEASURE, setting, expected, found }))
    };
    if !(spread > 0.0 && spread.is_finite()) {
        return wrong("spread", "above 0 and finite".into(), spread);
    }
    if !(0.0..=3.0 * spread).contains(&min_distance) {
        return wrong("min_distance", format!("from 0 to {} (3 spreads)", 3.0 * spread), min_distance);
    }
    let wanted: Vec<(f64, f64)> = (0..POINTS)
        .map(|k| 3.0 * spread * k as f64 / (POINTS - 1) as f64)
        .map(|d| (d, if d < min_distance { 1.0 } else { (-(d - min_distance) / spread).exp() }))
        .collect();
    let mut curve = UmapCurve { a: 1.0, b: 1.0 };
    let mut misfit = curve.misfit(&wanted);
    let mut damping = 1e-3;
    for _ in 0..STEPS {
        let (step_a, step_b) = curve.step(&wanted, damping);
        let next = UmapCurve { a: curve.a + step_a, b: curve.b + step_b };
        let after = next.misfit(&wanted);
        // A step to no number is as bad as one uphill.
        if after < misfit && next.a > 0.0 && next.b > 0.0 {
            (curve, misfit, damping) = (next, after, damping / 10.0);
        } else {
            damping *= 10.0;
        }
        if step_a.abs() <= STEADY * curve.a && step_b.abs() <= STEADY * curve.b {
            break;
        }
    }
    Ok(curve)
}

impl UmapCurve {
    /// The likeness at a distance on the map.
    pub fn at(self, distance: f64) -> f64 {
        1.0 / (1.0 + self.a * distance.powf(2.0 * self.b))
    }

    fn misfit(self, wanted: &[(f64, f64)]) -> f64 {
        wanted.iter().map(|&(d, likeness)| (self.at(d) - likeness).powi(2)).sum()
    }

    /// Marquardt's step: the normal equations with their diagonal lengthened by `damping`.
    fn step(self, wanted: &[(f64, f64)], damping: f64) -> (f64, f64) {
        let (mut aa, mut ab, mut bb, mut ra, mut rb) = (0.0, 0.0, 0.0, 0.0, 0.0);
        for &(d, likeness) in wanted.iter().filter(|(d, _)| *d > 0.0) {
            let found = self.at(d);
            let power = d.powf(2.0 * self.b);
            let by_a = -found * found * power;
            let by_b = by_a * self.a * 2.0 * d.ln();
            let residual = likeness - found;
            aa += by_a * by_a;
            ab += by_a * by_b;
            bb += by_b * by_b;
            ra += by_a * residual;
            rb += by_b * residual;
        }
        (aa, bb) = (aa * (1.0 + damping), bb * (1.0 + damping));
        let determinant = aa * bb - ab * ab;
        ((bb * ra - ab * rb) / determinant, (aa * rb - ab * ra) / determinant)
    }
}
