//! Layers as data, with the shapes that follow from the input's.

use tensor::{Conv, Padding2d, Pool, Tensor};

use crate::fields::{Fields, LARGEST_SIZE};
use crate::module::Module;
use crate::{Result, WeightRequest, Weights};

const KINDS: [&str; 5] =
    ["Conv2D", "BatchNormalization", "LeakyReLU", "MaxPooling2D", "GlobalAveragePooling2D"];

/// What Keras's batch normalisation keeps: scale, offset, and the running statistics.
const NORM_PARTS: [&str; 4] = ["gamma", "beta", "moving_mean", "moving_variance"];

/// One layer.
#[derive(Debug)]
pub(super) struct Layer {
    /// Its name, which is its site's.
    pub name: String,
    pub step: Step,
    /// Of one image's output: `[channels, height, width]` or `[channels]`.
    pub shape: Vec<usize>,
}

/// What a layer does.
#[derive(Debug)]
pub(super) enum Step {
    /// The bias is left out where a normalisation follows, so that it may be absent.
    Conv2d {
        n_in: usize,
        n_out: usize,
        kernel: [usize; 2],
        stride: [usize; 2],
        padding: Padding2d,
    },
    BatchNorm {
        n_channels: usize,
        eps: f32,
    },
    LeakyRelu {
        slope: f32,
    },
    /// With `ceil`, the last window may hang over the edge: Keras's `same` for windows of two.
    MaxPool {
        kernel: [usize; 2],
        stride: [usize; 2],
        ceil: bool,
    },
    /// Over space.
    Mean,
}

impl Layer {
    /// The entry of the list, for inputs of `shape`.
    pub fn read(entry: &Fields, shape: &[usize]) -> Result<Self> {
        let Some(name) = entry.text("name") else {
            return Err(entry.missing("name", "the layer's name"));
        };
        if !entry.has("type") {
            return Err(entry.missing("type", &format!("one of {}", KINDS.join(", "))));
        }
        let kind = entry.choice("type", &KINDS)?;
        let [channels, height, width] = *shape else {
            return Err(entry.wrong("type", "a layer that reads one number a channel", &kind.into()));
        };
        // `same` keeps ceil(size / stride) pixels, `valid` those of whole windows.
        let windows = |size: usize, kernel: usize, stride: usize, is_same: bool| {
            if is_same {
                Some(size.div_ceil(stride))
            } else {
                size.checked_sub(kernel).map(|span| span / stride + 1)
            }
        };
        let swept = |kernel: [usize; 2], stride: [usize; 2], is_same: bool| {
            let rows = windows(height, kernel[0], stride[0], is_same);
            let cols = windows(width, kernel[1], stride[1], is_same);
            let expected = format!("a window that fits into {height} × {width} pixels");
            rows.zip(cols).ok_or_else(|| entry.wrong("padding", &expected, &"valid".into()))
        };
        let (mut known, step, shape): (Vec<&str>, Step, Vec<usize>) = match kind {
            "Conv2D" => {
                let n_out = entry.count("filters", 1..=LARGEST_SIZE)?;
                let (kernel, stride) = (pair(entry, "kernel_size", None)?, pair(entry, "strides", Some(1))?);
                let is_same = entry.choice("padding", &["valid", "same"])? == "same";
                if is_same && stride[0] != stride[1] {
                    return Err(entry.wrong(
                        "strides",
                        "the same in both directions",
                        &stride.to_vec().into(),
                    ));
                }
                let (rows, cols) = swept(kernel, stride, is_same)?;
                let padding = match is_same {
                    true => Padding2d::same([height, width], kernel, stride[0]),
                    false => Padding2d::all(0),
                };
                let step = Step::Conv2d { n_in: channels, n_out, kernel, stride, padding };
                (
                    vec!["filters", "kernel_size", "strides", "padding", "use_bias"],
                    step,
                    vec![n_out, rows, cols],
                )
            }
            "BatchNormalization" => {
                let eps = entry.positive_or("epsilon", 1e-3, 1.0)?;
                (vec!["epsilon"], Step::BatchNorm { n_channels: channels, eps }, shape.to_vec())
            }
            "LeakyReLU" => {
                let slope = entry.positive_or("alpha", 0.3, 1.0)?;
                (vec!["alpha"], Step::LeakyRelu { slope }, shape.to_vec())
            }
            "MaxPooling2D" => {
                let kernel = pair(entry, "pool_size", Some(2))?;
                let stride = if entry.has("strides") { pair(entry, "strides", None)? } else { kernel };
                let ceil = entry.choice("padding", &["valid", "same"])? == "same";
                if ceil && (kernel, stride) != ([2; 2], [2; 2]) {
                    return Err(entry.wrong(
                        "padding",
                        "valid, or windows of 2 × 2 side by side",
                        &"same".into(),
                    ));
                }
                let (rows, cols) = swept(kernel, stride, ceil)?;
                let step = Step::MaxPool { kernel, stride, ceil };
                (vec!["pool_size", "strides", "padding"], step, vec![channels, rows, cols])
            }
            _ => (vec![], Step::Mean, vec![channels]),
        };
        known.extend(["type", "name"]);
        entry.refuse_others(&known, "this layer has no such setting here")?;
        Ok(Self { name: name.to_owned(), step, shape })
    }

    fn module(&self) -> Module {
        Module::new(&self.name, &[])
    }

    /// Its weights.
    pub fn requests(&self) -> Vec<WeightRequest> {
        match &self.step {
            Step::Conv2d { n_in, n_out, kernel, .. } => vec![
                self.module().request("kernel", &[*n_out, *n_in, kernel[0], kernel[1]]),
                WeightRequest { is_optional: true, ..self.module().request("bias", &[*n_out]) },
            ],
            Step::BatchNorm { n_channels, .. } => {
                NORM_PARTS.map(|part| self.module().request(part, &[*n_channels])).to_vec()
            }
            Step::LeakyRelu { .. } | Step::MaxPool { .. } | Step::Mean => vec![],
        }
    }

    /// `[batch, …shape before] → [batch, …shape]`.
    pub fn run(&self, weights: &Weights, x: &Tensor) -> Result<Tensor> {
        let get = |part: &str, shape: &[usize]| self.module().get(weights, part, shape);
        Ok(match &self.step {
            Step::Conv2d { n_in, n_out, kernel, stride, padding } => {
                let weight = get("kernel", &[*n_out, *n_in, kernel[0], kernel[1]])?;
                let has_bias = weights.contains(&format!("{}.bias", self.name));
                let bias = if has_bias { Some(get("bias", &[*n_out])?) } else { None };
                let conv = Conv { stride: *stride, padding: *padding, ..Conv::default() };
                x.conv2d_with(&weight, bias.as_ref(), &conv)?
            }
            Step::BatchNorm { n_channels, eps } => {
                let [gain, bias, mean, variance] = NORM_PARTS.map(|part| get(part, &[*n_channels]));
                x.batch_norm_with(&mean?, &variance?, Some(&gain?), Some(&bias?), *eps)?
            }
            Step::LeakyRelu { slope } => x.leaky_relu(*slope)?,
            Step::MaxPool { kernel, stride, ceil } => {
                x.max_pool2d_with(&Pool { ceil: *ceil, ..Pool::new(*kernel, *stride) })?
            }
            Step::Mean => x
                .reshape(&[x.shape()[0], self.shape[0], x.count() / x.shape()[0] / self.shape[0]])?
                .mean(2)?,
        })
    }
}

/// `[height, width]` of a window; the same twice where only the default is known.
fn pair(entry: &Fields, name: &str, default: Option<usize>) -> Result<[usize; 2]> {
    let default = default.map(|size| [size; 2]);
    let found = entry.counts_or(name, default.as_ref().map(|pair| pair.as_slice()), 1..=4096)?;
    <[usize; 2]>::try_from(found)
        .map_err(|found| entry.wrong(name, "two sizes, [height, width]", &found.into()))
}
