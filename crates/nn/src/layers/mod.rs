//! Layers: a struct that holds its parameters' places, a lower-case constructor that declares them, and
//! `forward`. To add one: its file and its lines here.

mod activation;
mod conv2d;
mod conv_transpose2d;
mod dropout;
mod embedding;
mod linear;
mod lstm;
mod mlp;
mod norm;
mod sequential;
mod transformer;

use tensor::Tensor;

use crate::{Error, Parameters, Result};

pub use activation::Activation;
pub use conv_transpose2d::{ConvTranspose2d, conv_transpose2d};
pub use conv2d::{Conv2d, conv2d};
pub use dropout::{Dropout, dropout};
pub use embedding::{Embedding, embedding, embedding_with};
pub use linear::{Linear, linear, linear_no_bias, linear_with};
pub use lstm::{Lstm, lstm};
pub use mlp::{Mlp, mlp};
pub use norm::{Norm, layer_norm, rms_norm};
pub use sequential::{LayerSpec, Sequential, sequential};
pub use transformer::{
    Block, Hook, NormKind, Positions, Transformer, TransformerSpec, VisionSpec, VisionTransformer,
    causal_mask, no_hook, transformer, vision_transformer,
};

/// Something that maps one tensor to another with a network's parameters. With many networks, input and
/// output have a leading dimension `n_nets`.
pub trait Layer {
    /// The output for `x`.
    fn forward(&self, p: &Parameters, x: &Tensor) -> Result<Tensor>;
}

/// The same input for each of many networks: `[…] → [n_nets, …]`, without a copy. Unchanged for one.
pub fn for_each_net(p: &Parameters, x: &Tensor) -> Result<Tensor> {
    match p.n_nets() {
        None => Ok(x.clone()),
        Some(n_nets) => Ok(x.unsqueeze(0)?.broadcast_to(&[&[n_nets], x.shape()].concat())?),
    }
}

/// Images of many networks `[n_nets, batch, channels, height, width]` with the channels of all side by side, `[batch,
/// n_nets · channels, height, width]`: a convolution in `n_nets` groups sees those of each network alone.
fn side_by_side(layer: &'static str, x: &Tensor) -> Result<Tensor> {
    let &[n_nets, batch, channels, height, width] = x.shape() else {
        let found = format!("{:?}", x.shape());
        return Err(Error::setting(layer, "[n_nets, batch, channels, height, width]", found));
    };
    Ok(x.permute(&[1, 0, 2, 3, 4])?.reshape(&[batch, n_nets * channels, height, width])?)
}

/// The way back from [`side_by_side`].
fn apart(x: &Tensor, n_nets: usize) -> Result<Tensor> {
    let [batch, all, height, width] = [0, 1, 2, 3].map(|dim| x.shape()[dim]);
    Ok(x.reshape(&[batch, n_nets, all / n_nets, height, width])?.permute(&[1, 0, 2, 3, 4])?)
}

/// Fails unless the leading dimension is that of the networks.
fn check_nets(layer: &'static str, p: &Parameters, x: &Tensor) -> Result<()> {
    match p.n_nets() {
        Some(n_nets) if x.shape().first() != Some(&n_nets) => {
            let expected = format!("[{n_nets}, …] for {n_nets} networks (see for_each_net)");
            Err(Error::setting(layer, expected, format!("{:?}", x.shape())))
        }
        _ => Ok(()),
    }
}

/// A vector parameter `[width]` or `[n_nets, width]`, seen so that it broadcasts to `x` `[…, width]`.
fn along_last(p: &Parameters, vector: &Tensor, x: &Tensor) -> Result<Tensor> {
    let Some(n_nets) = p.n_nets() else { return Ok(vector.clone()) };
    let mut shape = vec![1; x.rank()];
    (shape[0], shape[x.rank() - 1]) = (n_nets, vector.count() / n_nets);
    Ok(vector.reshape(&shape)?)
}
