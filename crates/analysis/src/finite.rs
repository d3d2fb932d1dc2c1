//! Results that are numbers.

use crate::error::{Error, LayerError, Result};

/// The value, or an error if squares of very large or very small activations made it no number.
pub(crate) fn finite(measure: &'static str, value: f64) -> Result<f64> {
    if value.is_finite() {
        return Ok(value);
    }
    Err(Error::Layer(LayerError::Undefined {
        measure,
        because: "the activations are so large or so small that their squares are no numbers".to_owned(),
        next: "rescale the activations",
    }))
}
