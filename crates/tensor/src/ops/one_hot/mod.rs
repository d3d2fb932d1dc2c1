//! Classes as unit vectors.

use crate::{Result, Tensor};

impl Tensor {
    /// Whole numbers `[…]` → `[…, n_classes]`: 1 at the place of the number, else 0. A number that is none
    /// of `0..n_classes`, or not whole, gives a row of zeros. No gradient. Fused: costs a comparison an
    /// element and no memory where it is used at once.
    pub fn one_hot(&self, n_classes: usize) -> Result<Tensor> {
        self.unsqueeze(self.rank())?.equal(&Tensor::index(&[n_classes], &self.device())?)
    }
}
