//! Layers as data, with the shapes that follow from the input's.

use tensor::{Padding2d, Tensor};

use crate::fields::{Fields, LARGEST_SIZE};
use crate::module::Module;
use crate::{Error, Result, WeightRequest, Weights};

/// Of the normalisations, as in the trainings (and torch, and Llama).
const LAYER_NORM_EPS: f32 = 1e-5;
const RMS_NORM_EPS: f32 = 1e-6;

const KINDS: [&str; 8] =
    ["linear", "conv2d", "max_pool2d", "flatten", "layer_norm", "rms_norm", "activation", "dropout"];
const FUNCTIONS: [&str; 10] =
    ["identity", "relu", "gelu_erf", "gelu_tanh", "silu", "tanh", "sigmoid", "elu", "leaky_relu", "square"];

/// One layer.
#[derive(Debug)]
pub(super) struct Layer {
    /// Its site, e.g. `layers.0.linear`.
    pub site: String,
    pub step: Step,
    pub module: Module,
    /// Of one image's output.
    pub shape: Vec<usize>,
}

/// What a layer does.
#[derive(Debug)]
pub(super) enum Step {
    Linear { n_in: usize, n_out: usize },
    Conv2d { n_in: usize, n_out: usize, kernel: usize, stride: usize, padding: usize },
    MaxPool2d { kernel: usize },
    Flatten,
    LayerNorm { width: usize },
    RmsNorm { width: usize },
    Activation(&'static str),
    Dropout,
}

impl Layer {
    /// Layer number `at`, for inputs of `shape`; `module` has its weights.
    pub fn read(fields: &Fields, at: usize, shape: &[usize], module: Module) -> Result<Self> {
        let kind = known(fields, "kind", &KINDS)?;
        let size = |name: &str| fields.count(name, 1..=LARGEST_SIZE);
        let (mut out, last) = (shape.to_vec(), shape.len() - 1);
        let width = shape[last];
        let (step, names): (Step, &[&str]) = match kind {
            "linear" => {
                out[last] = size("n_out")?;
                (Step::Linear { n_in: width, n_out: out[last] }, &["n_out"])
            }
            "conv2d" => {
                let [n_in, height, width] = image(fields, shape)?;
                let (n_out, kernel, stride) = (size("n_out")?, size("kernel")?, size("stride")?);
                let padding = fields.count("padding", 0..=4096)?;
                let rows = windows(fields, height + 2 * padding, kernel, stride)?;
                out = vec![n_out, rows, windows(fields, width + 2 * padding, kernel, stride)?];
                (
                    Step::Conv2d { n_in, n_out, kernel, stride, padding },
                    &["n_out", "kernel", "stride", "padding"],
                )
            }
            "max_pool2d" => {
                let [channels, height, width] = image(fields, shape)?;
                let kernel = size("kernel")?;
                let rows = windows(fields, height, kernel, kernel)?;
                out = vec![channels, rows, windows(fields, width, kernel, kernel)?];
                (Step::MaxPool2d { kernel }, &["kernel"])
            }
            "flatten" => {
                out = vec![shape.iter().fold(1, |product: usize, n| product.saturating_mul(*n))];
                (Step::Flatten, &[])
            }
            "layer_norm" => (Step::LayerNorm { width }, &[]),
            "rms_norm" => (Step::RmsNorm { width }, &[]),
            "activation" => (Step::Activation(known(fields, "function", &FUNCTIONS)?), &["function"]),
            // It does nothing once a network is trained.
            _ => (Step::Dropout, &["rate"]),
        };
        fields.refuse_others(&[&["kind"], names].concat(), "this layer has no such setting")?;
        let name = match step {
            Step::Activation(function) => function,
            _ => kind,
        };
        Ok(Self { site: format!("layers.{at}.{name}"), step, module, shape: out })
    }

    /// Its weights.
    pub fn requests(&self) -> Vec<WeightRequest> {
        let both = |weight: &[usize], n_out: usize| {
            vec![self.module.request("weight", weight), self.module.request("bias", &[n_out])]
        };
        match self.step {
            Step::Linear { n_in, n_out } => both(&[n_out, n_in], n_out),
            Step::Conv2d { n_in, n_out, kernel, .. } => both(&[n_out, n_in, kernel, kernel], n_out),
            Step::LayerNorm { width } => both(&[width], width),
            Step::RmsNorm { width } => vec![self.module.request("weight", &[width])],
            Step::MaxPool2d { .. } | Step::Flatten | Step::Activation(_) | Step::Dropout => vec![],
        }
    }

    /// `[batch, …shape before] → [batch, …shape]`.
    pub fn run(&self, weights: &Weights, x: &Tensor) -> Result<Tensor> {
        let get = |part: &str, shape: &[usize]| self.module.get(weights, part, shape);
        Ok(match self.step {
            Step::Linear { n_in, n_out } => self.module.run_dense(weights, x, n_out, n_in)?,
            Step::Conv2d { n_in, n_out, kernel, stride, padding } => {
                let weight = get("weight", &[n_out, n_in, kernel, kernel])?;
                x.conv2d(&weight, &get("bias", &[n_out])?, stride, Padding2d::all(padding))?
            }
            Step::MaxPool2d { kernel } => x.max_pool2d(kernel, kernel, false)?,
            Step::Flatten => x.reshape(&[x.shape()[0], self.shape[0]])?,
            Step::LayerNorm { width } => {
                x.layer_norm(&get("weight", &[width])?, &get("bias", &[width])?, LAYER_NORM_EPS)?
            }
            Step::RmsNorm { width } => x.rms_norm(&get("weight", &[width])?, RMS_NORM_EPS)?,
            Step::Activation(function) => activate(function, x)?,
            Step::Dropout => x.clone(),
        })
    }
}

/// One of FUNCTIONS.
fn activate(function: &str, x: &Tensor) -> Result<Tensor> {
    Ok(match function {
        "relu" => x.relu()?,
        "gelu_erf" => x.gelu_erf()?,
        "gelu_tanh" => x.gelu_tanh()?,
        "silu" => x.silu()?,
        "tanh" => x.tanh()?,
        "sigmoid" => x.sigmoid()?,
        "elu" => x.elu()?,
        "leaky_relu" => x.leaky_relu(0.01)?,
        "square" => x.square()?,
        _ => x.clone(),
    })
}

/// A word that must be there.
fn known(fields: &Fields, name: &str, allowed: &[&'static str]) -> Result<&'static str> {
    if !fields.has(name) {
        return Err(fields.missing(name, &format!("one of {}", allowed.join(", "))));
    }
    fields.choice(name, allowed)
}

fn image(fields: &Fields, shape: &[usize]) -> Result<[usize; 3]> {
    shape.try_into().map_err(|_| wrong(fields, &format!("[channels, height, width], found {shape:?}")))
}

/// How many windows lie along `size` pixels.
fn windows(fields: &Fields, size: usize, kernel: usize, stride: usize) -> Result<usize> {
    match size.checked_sub(kernel) {
        Some(span) => Ok(span / stride + 1),
        None => Err(wrong(fields, &format!("{kernel} pixels or more, found {size}"))),
    }
}

fn wrong(fields: &Fields, expected: &str) -> Error {
    let layer = fields.model_type().unwrap_or("layer");
    Error::Config(format!("The {layer} does not fit the layer before it; expected an input of {expected}."))
}
