//! all-MiniLM-L6-v2 on 32 texts of 32 tokens, as one batch.

use tensor::{Device, Tensor};

use crate::seeded::ints;
use crate::weights::Weights;
use crate::{Forward, Result};

const BATCH: usize = 32;
const POS: usize = 32;
const D_MODEL: usize = 384;
const N_HEADS: usize = 12;
const EPS: f32 = 1e-12;

struct Dense {
    weight: Tensor,
    bias: Tensor,
}

struct Block {
    query: Dense,
    key: Dense,
    value: Dense,
    out: Dense,
    norm_attention: Dense,
    up: Dense,
    down: Dense,
    norm_out: Dense,
}

/// The last hidden state, `[32, 32, 384]`.
pub(crate) fn minilm(bytes: &[u8], device: &Device) -> Result<Forward> {
    let weights = Weights::read(bytes, device)?;
    let dense = |name: &str| -> Result<Dense> {
        Ok(Dense {
            weight: weights.get(&format!("{name}.weight"))?,
            bias: weights.get(&format!("{name}.bias"))?,
        })
    };
    let block = |i: usize| -> Result<Block> {
        let part = |name: &str| dense(&format!("encoder.layer.{i}.{name}"));
        Ok(Block {
            query: part("attention.self.query")?,
            key: part("attention.self.key")?,
            value: part("attention.self.value")?,
            out: part("attention.output.dense")?,
            norm_attention: part("attention.output.LayerNorm")?,
            up: part("intermediate.dense")?,
            down: part("output.dense")?,
            norm_out: part("output.LayerNorm")?,
        })
    };
    let blocks: Vec<Block> = (0..6).map(block).collect::<Result<_>>()?;
    let embedding = |name: &str| weights.get(&format!("embeddings.{name}_embeddings.weight"));
    let (words, positions, types) = (embedding("word")?, embedding("position")?, embedding("token_type")?);
    let norm = dense("embeddings.LayerNorm")?;
    let ids: Vec<f32> = ints(BATCH * POS, 1, 20_000).iter().map(|id| id + 1000.0).collect();
    let ids = Tensor::from_vec(ids, &[BATCH * POS], device)?;
    Ok(Forward::new(move || {
        let places = positions.slice(0, 0, POS)?.add(&types.slice(0, 0, 1)?)?;
        let words = words.take_rows(&ids)?.reshape(&[BATCH, POS, D_MODEL])?;
        let mut x = norm.normalise(&words.add(&places)?.reshape(&[BATCH * POS, D_MODEL])?)?;
        for block in &blocks {
            x = block.forward(&x)?;
        }
        x.reshape(&[BATCH, POS, D_MODEL])
    }))
}

impl Dense {
    fn forward(&self, x: &Tensor) -> tensor::Result<Tensor> {
        x.linear(&self.weight, Some(&self.bias))
    }

    fn normalise(&self, x: &Tensor) -> tensor::Result<Tensor> {
        x.layer_norm(&self.weight, &self.bias, EPS)
    }
}

impl Block {
    fn forward(&self, x: &Tensor) -> tensor::Result<Tensor> {
        let d_head = D_MODEL / N_HEADS;
        let heads = |dense: &Dense| {
            let heads = dense.forward(x)?.reshape(&[BATCH, POS, N_HEADS, d_head])?.permute(&[0, 2, 1, 3])?;
            heads.reshape(&[BATCH * N_HEADS, POS, d_head])
        };
        let z = heads(&self.query)?.attention(&heads(&self.key)?, &heads(&self.value)?, false)?.z;
        let z = z.reshape(&[BATCH, N_HEADS, POS, d_head])?.permute(&[0, 2, 1, 3])?;
        let attention = self.out.forward(&z.reshape(&[BATCH * POS, D_MODEL])?)?;
        let mid = self.norm_attention.normalise(&x.add(&attention)?)?;
        let out = self.down.forward(&self.up.forward(&mid)?.gelu_erf()?)?;
        self.norm_out.normalise(&mid.add(&out)?)
    }
}
