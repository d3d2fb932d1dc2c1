//! Scaled dot-product attention that also returns its pattern.

use crate::{Error, Result, Tensor};

/// What attention computed, in TransformerLens's words.
pub struct Attention {
    /// Where each query looks, rows sum to 1: `[head, query, key]`.
    pub pattern: Tensor,
    /// The mixed values: `[head, query, d_head]`.
    pub z: Tensor,
}

impl Tensor {
    /// `softmax(q kᵀ / √d_head [+ causal mask]) v` (Vaswani et al. 2017, eq. 1).
    /// q `[head, query, d_head]`; k and v `[kv_head, key, d_head]`, where `head` is a multiple of
    /// `kv_head` and neighbouring heads share one (grouped queries).
    pub fn attention(&self, k: &Tensor, v: &Tensor, is_causal: bool) -> Result<Attention> {
        let ([n_head, n_query, d_head], [n_kv, n_key, _]) = (self.shape(), k.shape()) else {
            let found = format!("{:?} and {:?}", self.shape(), k.shape());
            return Err(Error::shape("attention", "[head, pos, d_head] each", found));
        };
        if *n_kv == 0 || n_head % n_kv != 0 || v.shape() != k.shape() || (is_causal && n_query != n_key) {
            let found = format!("q {:?}, k {:?}, v {:?}", self.shape(), k.shape(), v.shape());
            let expected =
                "q heads a multiple of kv heads, k and v alike, and as many queries as keys if causal";
            return Err(Error::shape("attention", expected, found));
        }
        // Heads that share keys are stacked into the rows of one product.
        let group = n_head / n_kv;
        let stack = |x: &Tensor, width: usize| x.reshape(&[*n_kv, group * n_query, width]);
        let q = stack(&self.scale(1.0 / (*d_head as f32).sqrt())?, *d_head)?;
        let mut scores = q.matmul(&k.transpose()?)?.reshape(&[*n_head, *n_query, *n_key])?;
        if is_causal {
            scores = scores.add(&causal_mask(*n_query, &self.device())?)?;
        }
        let pattern = scores.softmax()?;
        let z = stack(&pattern, *n_key)?.matmul(v)?.reshape(&[*n_head, *n_query, *d_head])?;
        Ok(Attention { pattern, z })
    }
}

/// `[query, key]`: 0 where the key is not after the query, a very negative number elsewhere. Finite, so
/// that no backend meets `inf − inf`; `exp` of it is 0 beside any real score.
fn causal_mask(n_pos: usize, device: &crate::Device) -> Result<Tensor> {
    let place = Tensor::index(&[n_pos, n_pos], device)?;
    let query = place.shift(0.5)?.scale(1.0 / n_pos as f32)?.floor()?;
    let key = place.sub(&query.scale(n_pos as f32)?)?;
    let at = |value| Tensor::full(value, &[], device);
    query.less(&key)?.select(&at(-1e30)?, &at(0.0)?)
}
