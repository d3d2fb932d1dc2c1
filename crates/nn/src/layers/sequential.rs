//! Layers one after another, from a description that can be saved with the weights.

use serde::{Deserialize, Serialize};
use tensor::Tensor;

use super::{Activation, Conv2d, Dropout, Layer, Linear, Norm};
use crate::{Error, ParameterList, Parameters, Result};

/// One layer as data. Sizes of inputs follow from the layers before.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "kind", deny_unknown_fields)]
pub enum LayerSpec {
    /// `[…, n_in] → […, n_out]`.
    Linear {
        /// Outputs.
        n_out: usize,
    },
    /// `[batch, n_in, height, width] → [batch, n_out, …]` with a square kernel.
    Conv2d {
        /// Output channels.
        n_out: usize,
        /// Pixels along a side.
        kernel: usize,
        /// Pixels between windows.
        stride: usize,
        /// Zeros around, in pixels.
        padding: usize,
    },
    /// Largest value under a window.
    MaxPool2d {
        /// Pixels along a side, and between windows.
        kernel: usize,
    },
    /// `[batch, channels, height, width] → [batch, channels · height · width]`.
    Flatten,
    /// Over the last dimension.
    LayerNorm,
    /// Over the last dimension.
    RmsNorm,
    /// Elementwise.
    Activation {
        /// Which.
        function: Activation,
    },
    /// During training only.
    Dropout {
        /// Share that falls out.
        rate: f32,
    },
}

enum Built {
    Linear(Linear),
    Conv2d(Conv2d),
    MaxPool2d(usize),
    Flatten,
    Norm(Norm),
    Activation(Activation),
    Dropout(Dropout),
}

/// Layers one after another.
pub struct Sequential {
    layers: Vec<(String, Built)>,
}

/// Builds layers from their descriptions for inputs of `input_shape` (one example: `[n_in]` or
/// `[channels, height, width]`). Layer k declares `name.k.weight` and so on, as torch's `Sequential` does.
pub fn sequential(
    list: &mut ParameterList,
    name: &str,
    input_shape: &[usize],
    specs: &[LayerSpec],
) -> Result<Sequential> {
    let mut shape = input_shape.to_vec();
    let mut layers = Vec::with_capacity(specs.len());
    for (at, spec) in specs.iter().enumerate() {
        let name = if name.is_empty() { at.to_string() } else { format!("{name}.{at}") };
        let built = build(list, &name, &mut shape, spec)?;
        layers.push((name, built));
    }
    Ok(Sequential { layers })
}

/// Builds one layer and turns `shape` into that of its output.
fn build(list: &mut ParameterList, name: &str, shape: &mut Vec<usize>, spec: &LayerSpec) -> Result<Built> {
    let width = |shape: &[usize]| {
        shape.last().copied().ok_or_else(|| Error::setting("sequential", "an input with a size", "none"))
    };
    let image = |shape: &[usize]| match *shape {
        [channels, height, width] => Ok([channels, height, width]),
        _ => Err(Error::setting("sequential", "[channels, height, width]", format!("{shape:?}"))),
    };
    let windows = |size: usize, kernel: usize, stride: usize| match size.checked_sub(kernel) {
        Some(span) if kernel > 0 && stride > 0 => Ok(span / stride + 1),
        _ => Err(Error::setting("sequential", format!("a window within {size} pixels"), format!("{kernel}"))),
    };
    Ok(match *spec {
        LayerSpec::Linear { n_out } => {
            let n_in = width(shape)?;
            let last = shape.len() - 1;
            shape[last] = n_out;
            Built::Linear(super::linear(list, name, n_in, n_out)?)
        }
        LayerSpec::Conv2d { n_out, kernel, stride, padding } => {
            let [n_in, height, width] = image(shape)?;
            *shape = vec![
                n_out,
                windows(height + 2 * padding, kernel, stride)?,
                windows(width + 2 * padding, kernel, stride)?,
            ];
            Built::Conv2d(super::conv2d(list, name, [n_in, n_out], kernel, stride, padding)?)
        }
        LayerSpec::MaxPool2d { kernel } => {
            let [channels, height, width] = image(shape)?;
            *shape = vec![channels, windows(height, kernel, kernel)?, windows(width, kernel, kernel)?];
            Built::MaxPool2d(kernel)
        }
        LayerSpec::Flatten => {
            *shape = vec![shape.iter().product()];
            Built::Flatten
        }
        LayerSpec::LayerNorm => Built::Norm(super::layer_norm(list, name, width(shape)?)?),
        LayerSpec::RmsNorm => Built::Norm(super::rms_norm(list, name, width(shape)?)?),
        LayerSpec::Activation { function } => Built::Activation(function),
        LayerSpec::Dropout { rate } => Built::Dropout(super::dropout(name, rate)?),
    })
}

impl Sequential {
    /// Passes `x` through all layers; `see` hears each layer's name and output.
    pub fn forward_seen(
        &self,
        p: &Parameters,
        x: &Tensor,
        see: &mut dyn FnMut(&str, &Tensor),
    ) -> Result<Tensor> {
        let mut x = x.clone();
        for (name, layer) in &self.layers {
            x = match layer {
                Built::Linear(layer) => layer.forward(p, &x)?,
                Built::Conv2d(layer) => layer.forward(p, &x)?,
                Built::MaxPool2d(kernel) => x.max_pool2d(*kernel, *kernel, false)?,
                Built::Flatten => {
                    let lead = 1 + usize::from(p.n_nets().is_some());
                    let (lead, rest) = x.shape().split_at(lead.min(x.rank()));
                    x.reshape(&[lead, &[rest.iter().product()]].concat())?
                }
                Built::Norm(layer) => layer.forward(p, &x)?,
                Built::Activation(layer) => layer.forward(p, &x)?,
                Built::Dropout(layer) => layer.forward(p, &x)?,
            };
            see(name, &x);
        }
        Ok(x)
    }
}

impl Layer for Sequential {
    fn forward(&self, p: &Parameters, x: &Tensor) -> Result<Tensor> {
        self.forward_seen(p, x, &mut |_, _| {})
    }
}
