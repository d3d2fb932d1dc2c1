//! Scaled dot-product attention that also returns its pattern, in steps between which a caller can look
//! and change things: scores → pattern → z.

use crate::{Error, Result, Tensor};

/// What attention computed, in TransformerLens's words.
pub struct Attention {
    /// Where each query looks, rows sum to 1: `[…, head, query, key]`.
    pub pattern: Tensor,
    /// The mixed values: `[…, head, query, d_head]`.
    pub z: Tensor,
}

/// What a query may see, beside what causality says; broadcasts to `[…, head, query, key]`.
#[derive(Clone, Copy)]
pub enum AttentionMask<'a> {
    /// Added to the scores (−inf hides; a query that sees nothing gets NaN).
    Additive(&'a Tensor),
    /// 0 hides, any other number shows. A query that sees nothing looks at all keys alike.
    Boolean(&'a Tensor),
}

/// How queries look at keys; by default at all, with the scale 1 / √d_head.
#[derive(Clone, Copy, Default)]
pub struct AttentionOptions<'a> {
    /// What each query may see.
    pub mask: Option<AttentionMask<'a>>,
    /// No query sees a later key. Queries are the last of the positions that the keys have, so that a
    /// cache of keys may be longer.
    pub is_causal: bool,
    /// What q · k is multiplied by, where not 1 / √d_head.
    pub scale: Option<f32>,
}

/// The score of a hidden key. Finite, so that no backend meets `inf − inf`; `exp` of it is 0 beside any
/// real score.
const HIDDEN: f32 = -1e30;

impl Tensor {
    /// `softmax(q kᵀ / √d_head [+ causal mask]) v` (Vaswani et al. 2017, eq. 1).
    /// q `[…, head, query, d_head]`; k and v `[…, kv_head, key, d_head]`, where `head` is a multiple of
    /// `kv_head` and neighbouring heads share one (grouped queries).
    pub fn attention(&self, k: &Tensor, v: &Tensor, is_causal: bool) -> Result<Attention> {
        self.attention_with(k, v, &AttentionOptions { is_causal, ..AttentionOptions::default() })
    }

    /// As [`Tensor::attention`] with more to choose; the same as [`Tensor::attention_pattern`] and then
    /// [`Tensor::attention_z`].
    pub fn attention_with(
        &self,
        k: &Tensor,
        v: &Tensor,
        options: &AttentionOptions<'_>,
    ) -> Result<Attention> {
        let pattern = self.attention_pattern(k, options)?;
        let z = pattern.attention_z(v)?;
        Ok(Attention { pattern, z })
    }

    /// The scores `scale · q kᵀ`, masked: q `[…, head, query, d_head]` and k `[…, kv_head, key, d_head]` →
    /// `[…, head, query, key]`. A hidden key has −1e30, or what an additive mask makes of it.
    pub fn attention_scores(&self, k: &Tensor, options: &AttentionOptions<'_>) -> Result<Tensor> {
        let heads = Heads::new("attention_scores", self, k, "q", "k")?;
        let (n_query, n_key) = (heads.rows, heads.n_key);
        let width = self.shape()[self.rank() - 1];
        if k.shape()[k.rank() - 1] != width || (options.is_causal && n_query > n_key) {
            let found = format!("q {:?}, k {:?}", self.shape(), k.shape());
            let expected = "rows of q and k alike, and no more queries than keys if causal";
            return Err(Error::shape("attention_scores", expected, found));
        }
        let scale = options.scale.unwrap_or_else(|| 1.0 / (width as f32).sqrt());
        let q = self.scale(scale)?.reshape(&heads.stacked(width))?;
        let mut scores = q.matmul(&k.transpose()?)?.reshape(&heads.apart(n_key))?;
        let hidden = Tensor::full(HIDDEN, &[], &self.device())?;
        match options.mask {
            None => {}
            Some(AttentionMask::Additive(mask)) => {
                scores = scores.add(&mask.broadcast_to(scores.shape())?)?
            }
            Some(AttentionMask::Boolean(mask)) => {
                scores = mask.broadcast_to(scores.shape())?.select(&scores, &hidden)?;
            }
        }
        if options.is_causal {
            scores = is_seen(n_query, n_key, &self.device())?.select(&scores, &hidden)?;
        }
        Ok(scores)
    }

    /// Where each query looks: the softmax of [`Tensor::attention_scores`], `[…, head, query, key]`.
    pub fn attention_pattern(&self, k: &Tensor, options: &AttentionOptions<'_>) -> Result<Tensor> {
        self.attention_scores(k, options)?.softmax()
    }

    /// The values mixed by a pattern, perhaps one that was changed: `self` `[…, head, query, key]` and v
    /// `[…, kv_head, key, d_head]` → `[…, head, query, d_head]`; neighbouring heads share values as in
    /// [`Tensor::attention`].
    pub fn attention_z(&self, v: &Tensor) -> Result<Tensor> {
        let heads = Heads::new("attention_z", self, v, "pattern", "v")?;
        if self.shape()[self.rank() - 1] != heads.n_key {
            let found = format!("pattern {:?}, v {:?}", self.shape(), v.shape());
            return Err(Error::shape("attention_z", "as many keys in the pattern as values", found));
        }
        let z = self.reshape(&heads.stacked(heads.n_key))?.matmul(v)?;
        z.reshape(&heads.apart(v.shape()[v.rank() - 1]))
    }
}

/// How the heads of queries and keys stand to each other.
struct Heads<'a> {
    lead: &'a [usize],
    n_head: usize,
    n_kv: usize,
    rows: usize,
    n_key: usize,
}

impl<'a> Heads<'a> {
    /// `a` `[…, head, rows, _]` and `b` `[…, kv_head, key, _]`.
    fn new(op: &'static str, a: &'a Tensor, b: &Tensor, a_name: &str, b_name: &str) -> Result<Self> {
        let found = || format!("{a_name} {:?}, {b_name} {:?}", a.shape(), b.shape());
        let ([lead @ .., n_head, rows, _], [b_lead @ .., n_kv, n_key, _]) = (a.shape(), b.shape()) else {
            return Err(Error::shape(op, "[head, pos, d_head] each, perhaps in a batch", found()));
        };
        let (n_head, rows, n_kv, n_key) = (*n_head, *rows, *n_kv, *n_key);
        if n_kv == 0 || n_head % n_kv != 0 || lead != b_lead {
            let expected = format!("{a_name} heads a multiple of kv heads, and equal batches");
            return Err(Error::shape(op, expected, found()));
        }
        Ok(Self { lead, n_head, n_kv, rows, n_key })
    }

    /// Heads that share keys, stacked into the rows of one product.
    fn stacked(&self, width: usize) -> Vec<usize> {
        [self.lead, &[self.n_kv, self.n_head / self.n_kv * self.rows, width]].concat()
    }

    fn apart(&self, width: usize) -> Vec<usize> {
        [self.lead, &[self.n_head, self.rows, width]].concat()
    }
}

/// `[query, key]`: 1 where the key is not after the query, else 0.
fn is_seen(n_query: usize, n_key: usize, device: &crate::Device) -> Result<Tensor> {
    let key = Tensor::index(&[1, n_key], device)?;
    let query = Tensor::index(&[n_query, 1], device)?.shift((n_key - n_query) as f32)?;
    key.less_equal(&query)
}
