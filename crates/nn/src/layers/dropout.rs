//! Dropout.

use tensor::{Random, Tensor};

use super::Layer;
use crate::{Error, Parameters, Result};

/// Sets each number to 0 with probability `rate` during training and scales the others by
/// `1 / (1 − rate)` (Srivastava et al. 2014); does nothing otherwise. What falls out follows from the
/// training's seed, the step and the layer's name, so that a step can be made again.
#[derive(Clone, Debug)]
pub struct Dropout {
    name: String,
    rate: f32,
}

/// A dropout layer. Errors unless `rate` is in 0 .. 1.
pub fn dropout(name: &str, rate: f32) -> Result<Dropout> {
    if !(0.0..1.0).contains(&rate) {
        return Err(Error::setting("dropout", "a rate from 0 to below 1", format!("{rate}")));
    }
    Ok(Dropout { name: name.to_owned(), rate })
}

impl Layer for Dropout {
    fn forward(&self, p: &Parameters, x: &Tensor) -> Result<Tensor> {
        let Some(key) = p.key().filter(|_| self.rate > 0.0) else { return Ok(x.clone()) };
        let key = Random::from_key(key).split_named(&self.name).key();
        let kept = 1.0 - self.rate;
        let at = |value| Tensor::full(value, &[], &x.device());
        let falls_in = Tensor::random_uniform(key, x.shape(), &x.device())?.less(&at(kept)?)?;
        Ok(x.mul(&falls_in.select(&at(1.0 / kept)?, &at(0.0)?)?)?)
    }
}
