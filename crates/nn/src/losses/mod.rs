//! Losses: one number an example (or a pair, or an image) unless they say otherwise, to be averaged
//! with [`Tensor::mean_all`] or, for many networks, [`mean_of_each_net`].

mod classes;
mod contrastive;
mod regression;
mod ssim;

use tensor::Tensor;

use crate::{Error, Result};

pub use classes::{binary_cross_entropy, cross_entropy, is_right, kl_divergence};
pub use contrastive::{barlow_twins, cosine_distance, cosine_similarity, info_nce, normalise_rows, nt_xent};
pub use regression::{huber, mean_squared_error};
pub use ssim::ssim;

/// `[n_nets, …] → [n_nets]`: each network's mean loss. Their sum is what the gradient is of, so that
/// each network's is its own.
pub fn mean_of_each_net(losses: &Tensor) -> Result<Tensor> {
    let Some((&n_nets, rest)) = losses.shape().split_first() else {
        return Err(Error::setting("mean of each network", "[n_nets, …]", "one number"));
    };
    Ok(losses.reshape(&[n_nets, rest.iter().product()])?.mean(1)?)
}

/// Fails unless both have one shape.
fn check_alike(what: &'static str, a: &Tensor, b: &Tensor) -> Result<()> {
    if a.shape() == b.shape() {
        return Ok(());
    }
    Err(Error::setting(what, format!("two of {:?}", a.shape()), format!("{:?}", b.shape())))
}
