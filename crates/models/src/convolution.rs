//! A convolution with the batch normalisation that follows it, as most image models have it.

use tensor::{Conv, Padding2d, Tensor};

use crate::module::Module;
use crate::{Result, WeightRequest, Weights};

/// A square convolution, with a bias, a batch normalisation, or both.
#[derive(Clone, Debug)]
pub(crate) struct Convolution {
    /// The convolution.
    pub conv: Module,
    /// Whether it has a bias.
    pub has_bias: bool,
    /// The normalisation (by running statistics), and what it adds to the variance.
    pub norm: Option<(Module, f32)>,
    /// Input channels.
    pub n_in: usize,
    /// Output channels.
    pub n_out: usize,
    /// Pixels along a side of the kernel; odd.
    pub kernel: usize,
    /// Pixels between outputs.
    pub stride: usize,
    /// Channels fall into so many groups that do not see each other.
    pub groups: usize,
    /// Whether it pads as TensorFlow's `same` does; otherwise half a kernel on each side.
    pub pads_same: bool,
}

impl Convolution {
    /// With a normalisation and without bias, of stride 1 and one group.
    pub fn normalised(conv: Module, norm: Module, [n_in, n_out, kernel]: [usize; 3]) -> Self {
        let norm = Some((norm, 1e-5));
        Self { conv, has_bias: false, norm, n_in, n_out, kernel, stride: 1, groups: 1, pads_same: false }
    }

    fn shape(&self) -> [usize; 4] {
        [self.n_out, self.n_in / self.groups.max(1), self.kernel, self.kernel]
    }

    /// Pixels along a side of the output, for so many of the input.
    pub fn side(&self, side: usize) -> usize {
        if self.pads_same {
            return side.div_ceil(self.stride);
        }
        (side + 2 * (self.kernel / 2) - self.kernel) / self.stride + 1
    }

    /// Its weights.
    pub fn requests(&self) -> Vec<WeightRequest> {
        let mut all = vec![self.conv.request("weight", &self.shape())];
        if self.has_bias {
            all.push(self.conv.request("bias", &[self.n_out]));
        }
        if let Some((norm, _)) = &self.norm {
            all.extend(NORM_PARTS.map(|part| norm.request(part, &[self.n_out])));
        }
        all
    }

    /// `[batch, n_in, height, width] → [batch, n_out, …]`, normalised where it has a normalisation.
    pub fn run(&self, weights: &Weights, x: &Tensor) -> Result<Tensor> {
        let weight = self.conv.get(weights, "weight", &self.shape())?;
        let bias = if self.has_bias { Some(self.conv.get(weights, "bias", &[self.n_out])?) } else { None };
        let padding = match x.shape() {
            [.., height, width] if self.pads_same => {
                Padding2d::same([*height, *width], [self.kernel; 2], self.stride)
            }
            _ => Padding2d::all(self.kernel / 2),
        };
        let conv = Conv { stride: [self.stride; 2], padding, groups: self.groups, ..Conv::default() };
        let x = x.conv2d_with(&weight, bias.as_ref(), &conv)?;
        let Some((norm, eps)) = &self.norm else { return Ok(x) };
        let part = |part: &str| norm.get(weights, part, &[self.n_out]);
        let [gain, bias, mean, variance] = NORM_PARTS.map(part);
        Ok(x.batch_norm_with(&mean?, &variance?, Some(&gain?), Some(&bias?), *eps)?)
    }
}

/// What a batch normalisation keeps; with torch's names.
const NORM_PARTS: [&str; 4] = ["weight", "bias", "running_mean", "running_var"];
