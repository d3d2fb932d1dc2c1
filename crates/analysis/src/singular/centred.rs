//! Centred activations as one dense matrix, scaled so that squares stay in f64's range.

use faer::Mat;

use crate::activations::{Activations, Number};
use crate::centring::centre_units;
use crate::error::{Error, LikenessError, Operand, Result};

/// A layer with each unit's mean over stimuli taken away: `scale · values`.
pub(crate) struct Centred {
    /// `[n_stimuli, n_units]`; the largest entry has size 1.
    pub(crate) values: Mat<f64>,
    /// What the values were divided by, more than 0.
    pub(crate) scale: f64,
}

impl Centred {
    /// The centred layer. Memory: `8 · n_stimuli · n_units` bytes, twice for a moment.
    ///
    /// # Errors
    /// A layer whose units answer alike to all stimuli, and answers too large for f64.
    pub(crate) fn of(x: &Activations<impl Number>, measure: &'static str, which: Operand) -> Result<Self> {
        let (n_stimuli, n_units) = (x.n_stimuli(), x.n_units());
        let mut block = vec![0.0; n_stimuli * n_units];
        centre_units(x, 0..n_units, &mut block);
        if block.iter().any(|value: &f64| !value.is_finite()) {
            return Err(Error::Likeness(LikenessError::LayerOutOfRange { measure, which }));
        }
        let scale = block.iter().fold(0.0_f64, |most, value| most.max(value.abs()));
        // Exactly 0 for a layer without variance: see the centring of units.
        if scale == 0.0 {
            return Err(Error::DeadLayer { measure, which });
        }
        let values = Mat::from_fn(n_stimuli, n_units, |i, unit| block[i * n_units + unit] / scale);
        Ok(Self { values, scale })
    }
}
