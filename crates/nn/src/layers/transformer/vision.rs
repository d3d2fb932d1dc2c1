//! A small vision transformer (Dosovitskiy et al. 2021, arXiv:2010.11929): an image as a row of patches behind a class
//! token, whose last state names the class.

use tensor::Tensor;

use super::super::{Activation, Conv2d, Layer, Linear, Norm, conv2d, layer_norm, linear_with};
use super::{Block, TransformerSpec, block, no_hook};
use crate::{Error, Init, ParameterList, Parameters, Result, Slot};

/// Sizes. The MLPs are four times as wide as the residual stream.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct VisionSpec {
    /// Pixels along a side of an image.
    pub side: usize,
    /// Pixels along a side of a patch; divides the side.
    pub patch: usize,
    /// Channels of an image.
    pub n_channels: usize,
    /// Blocks.
    pub n_layers: usize,
    /// Heads of a block.
    pub n_heads: usize,
    /// Width of the residual stream.
    pub d_model: usize,
    /// Classes.
    pub n_classes: usize,
}

/// Images `[batch, n_channels, side, side]` → scores `[batch, n_classes]`. For one network at a time.
pub struct VisionTransformer {
    patches: Conv2d,
    class: Slot,
    positions: Slot,
    blocks: Vec<Block>,
    norm: Norm,
    head: Linear,
}

/// Declares `patches`, `class`, `positions`, `blocks.k.…` as [`super::transformer`] does, `ln_final` and `head`.
pub fn vision_transformer(list: &mut ParameterList, spec: &VisionSpec) -> Result<VisionTransformer> {
    let VisionSpec { side, patch, n_channels, n_layers, n_heads, d_model, n_classes } = *spec;
    if patch == 0 || !side.is_multiple_of(patch) {
        let found = format!("{side} and {patch}");
        return Err(Error::setting("vision transformer", "a side that the patch divides", found));
    }
    let n_tokens = 1 + (side / patch).pow(2);
    let blocks_spec = TransformerSpec {
        activation: Activation::GeluErf,
        init_std: 0.05,
        ..TransformerSpec::gpt2(n_classes, n_tokens, n_layers, n_heads, d_model)
    };
    blocks_spec.check()?;
    let init = Init::Normal { std: blocks_spec.init_std };
    let patches = conv2d(list, "patches", [n_channels, d_model], patch, patch, 0)?;
    let class = list.declare("class", &[1, 1, d_model], init)?;
    let positions = list.declare("positions", &[n_tokens, d_model], init)?;
    let blocks = (0..n_layers).map(|at| block::block(list, at, &blocks_spec)).collect::<Result<_>>()?;
    let norm = layer_norm(list, "ln_final", d_model)?;
    let head = linear_with(list, "head", [d_model, n_classes], init, Some(Init::Zeros))?;
    Ok(VisionTransformer { patches, class, positions, blocks, norm, head })
}

impl Layer for VisionTransformer {
    fn forward(&self, p: &Parameters, images: &Tensor) -> Result<Tensor> {
        let grid = self.patches.forward(p, images)?;
        let (batch, d_model) = (grid.shape()[0], grid.shape()[1]);
        let n_patches = grid.count() / (batch * d_model);
        let patches = grid.reshape(&[batch, d_model, n_patches])?.permute(&[0, 2, 1])?;
        let class = p.get(self.class)?.broadcast_to(&[batch, 1, d_model])?;
        let mut x = Tensor::concat(&[&class, &patches], 1)?.add(p.get(self.positions)?)?;
        for block in &self.blocks {
            x = block.forward_hooked(p, &x, None, &mut no_hook)?;
        }
        let class = x.slice(1, 0, 1)?.reshape(&[batch, d_model])?;
        self.head.forward(p, &self.norm.forward(p, &class)?)
    }
}
