//! A dense layer.

use crate::{Error, Result, Tensor};

impl Tensor {
    /// `x · weightᵀ + bias`: `[…, n_in]`, weight `[n_out, n_in]` (torch's layout), bias `[n_out]`
    /// → `[…, n_out]`.
    pub fn linear(&self, weight: &Tensor, bias: Option<&Tensor>) -> Result<Tensor> {
        let (Some((&n_in, lead)), [n_out, w_in]) = (self.shape().split_last(), weight.shape()) else {
            let found = format!("{:?} and weight {:?}", self.shape(), weight.shape());
            return Err(Error::shape("linear", "[…, n_in] and weight [n_out, n_in]", found));
        };
        if n_in != *w_in {
            return Err(Error::shape(
                "linear",
                format!("rows of {w_in} for this weight"),
                format!("rows of {n_in}"),
            ));
        }
        if let Some(bias) = bias.filter(|bias| bias.shape() != [*n_out]) {
            return Err(Error::shape("linear", format!("a bias [{n_out}]"), format!("{:?}", bias.shape())));
        }
        // One product over all rows is faster than a batch of small ones.
        let rows = self.reshape(&[lead.iter().product(), n_in])?;
        let out = rows.matmul(&weight.transpose()?)?;
        let out = match bias {
            Some(bias) => out.add(bias)?,
            None => out,
        };
        out.reshape(&[lead, &[*n_out]].concat())
    }
}
