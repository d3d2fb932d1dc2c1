//! Tuning curves: the answers of each unit to all stimuli.

use faer::Mat;

use crate::activations::{Activations, Number};
use crate::error::{Error, Operand, Result};
use crate::singular::Centred;

/// Some units of a layer, a column each.
pub(super) struct Curves {
    /// Which unit of the layer each column is.
    pub(super) units: Vec<usize>,
    /// `[n_stimuli, units.len()]`.
    pub(super) values: Mat<f64>,
}

impl Curves {
    /// The answers of all units, divided by `scale`.
    pub(super) fn divided(x: &Activations<impl Number>, scale: f64) -> Self {
        let values =
            Mat::from_fn(x.n_stimuli(), x.n_units(), |i, unit| Into::<f64>::into(x.row(i)[unit]) / scale);
        Self { units: (0..x.n_units()).collect(), values }
    }

    /// Each unit's answers less their mean and divided by their norm, so that the product of two
    /// curves is their correlation; units that answer alike to all stimuli are left out.
    pub(super) fn standardised(
        x: &Activations<impl Number>,
        measure: &'static str,
        which: Operand,
    ) -> Result<Self> {
        let centred = Centred::of(x, measure, which)?.values;
        // A unit's largest answer first, so that the squares of a faint one do not vanish.
        let largest = |unit: usize| centred.col(unit).iter().fold(0.0_f64, |most, v| most.max(v.abs()));
        let norm = |unit: usize| {
            let top = largest(unit);
            top * centred.col(unit).iter().map(|v| (v / top) * (v / top)).sum::<f64>().sqrt()
        };
        let units: Vec<usize> = (0..x.n_units()).filter(|&unit| largest(unit) > 0.0).collect();
        let norms: Vec<f64> = units.iter().map(|&unit| norm(unit)).collect();
        if units.is_empty() {
            return Err(Error::DeadLayer { measure, which });
        }
        let values = Mat::from_fn(x.n_stimuli(), units.len(), |i, k| centred[(i, units[k])] / norms[k]);
        Ok(Self { units, values })
    }

    /// How many units there are.
    pub(super) fn len(&self) -> usize {
        self.units.len()
    }

    /// The inner product of every two curves, `[self.len(), other.len()]` row-major.
    pub(super) fn products(&self, other: &Self) -> Vec<f64> {
        // faer's matrices are column-major: the transposed product's columns are the rows.
        let products = other.values.transpose() * &self.values;
        products.col_iter().flat_map(|column| column.iter().copied()).collect()
    }

    /// |x − y|² of a curve of each.
    pub(super) fn squared_distance(&self, unit: usize, other: &Self, of_other: usize) -> f64 {
        let curves = self.values.col(unit).iter().zip(other.values.col(of_other).iter());
        curves.map(|(a, b)| (a - b) * (a - b)).sum()
    }

    /// |x|² of each curve.
    pub(super) fn squares(&self) -> Vec<f64> {
        self.values.col_iter().map(|curve| curve.iter().map(|v| v * v).sum()).collect()
    }
}
