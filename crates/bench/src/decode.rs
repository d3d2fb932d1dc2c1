//! A Llama-style language model that writes one token after another, with a cache of keys and values.

use serde_json::Value;
use tensor::{Device, Tensor};

use crate::seeded::ints;
use crate::weights::{Matrix, Weights};
use crate::{Error, Result};

struct Layer {
    norm_in: Tensor,
    query: Matrix,
    key: Matrix,
    value: Matrix,
    out: Matrix,
    norm_mid: Tensor,
    gate: Matrix,
    up: Matrix,
    down: Matrix,
}

struct Sizes {
    d_model: usize,
    n_heads: usize,
    n_kv: usize,
    d_head: usize,
    n_ctx: usize,
    eps: f32,
    theta: f64,
}

/// The model and its cache. The cache has room for all positions, so that every token runs one plan.
pub struct Decoder {
    sizes: Sizes,
    embedding: Matrix,
    head: Matrix,
    norm: Tensor,
    layers: Vec<Layer>,
    keys: Vec<Tensor>,
    values: Vec<Tensor>,
    cos: Tensor,
    sin: Tensor,
    prompt: Vec<f32>,
    device: Device,
}

impl Decoder {
    pub(crate) fn new(bytes: &[u8], config: &str, device: &Device) -> Result<Self> {
        let config: Value =
            serde_json::from_str(config).map_err(|error| Error::Weights(format!("config.json: {error}")))?;
        let size = |name: &str| config[name].as_u64().map(|size| size as usize);
        let need = |name: &str| size(name).ok_or_else(|| Error::Weights(format!("config.json lacks {name}")));
        let (n_prompt, n_new) = (size("prompt").unwrap_or(32), size("new").unwrap_or(32));
        let (d_model, n_heads) = (need("hidden_size")?, need("num_attention_heads")?);
        let sizes = Sizes {
            d_model,
            n_heads,
            n_kv: size("num_key_value_heads").unwrap_or(n_heads),
            d_head: size("head_dim").unwrap_or(d_model / n_heads),
            n_ctx: n_prompt + n_new,
            eps: config["rms_norm_eps"].as_f64().unwrap_or(1e-5) as f32,
            theta: config["rope_theta"].as_f64().unwrap_or(1e4),
        };
        let weights = Weights::read(bytes, device)?;
        let layer = |i: usize| -> Result<Layer> {
            let full = |name: &str| format!("model.layers.{i}.{name}.weight");
            let norm = |name: &str| weights.get(&full(name));
            let part = |name: &str| weights.matrix(&full(name));
            Ok(Layer {
                norm_in: norm("input_layernorm")?,
                query: part("self_attn.q_proj")?,
                key: part("self_attn.k_proj")?,
                value: part("self_attn.v_proj")?,
                out: part("self_attn.o_proj")?,
                norm_mid: norm("post_attention_layernorm")?,
                gate: part("mlp.gate_proj")?,
                up: part("mlp.up_proj")?,
                down: part("mlp.down_proj")?,
            })
        };
        let layers: Vec<Layer> = (0..need("num_hidden_layers")?).map(layer).collect::<Result<_>>()?;
        let embedding = weights.matrix("model.embed_tokens.weight")?;
        let head = match weights.has("lm_head.weight") {
            true => weights.matrix("lm_head.weight")?,
            false => embedding.clone(),
        };
        let (cos, sin) = (sizes.angles(f64::cos, device)?, sizes.angles(f64::sin, device)?);
        let mut decoder = Self {
            embedding,
            head,
            norm: weights.get("model.norm.weight")?,
            keys: Vec::new(),
            values: Vec::new(),
            layers,
            cos,
            sin,
            prompt: ints(n_prompt, 3, 10_000),
            device: device.clone(),
            sizes,
        };
        decoder.reset()?;
        Ok(decoder)
    }

    /// Empties the cache.
    pub fn reset(&mut self) -> Result<()> {
        let Sizes { n_kv, n_ctx, d_head, .. } = self.sizes;
        let empty = || Tensor::full(0.0, &[n_kv, n_ctx, d_head], &self.device)?.contiguous();
        self.keys = self.layers.iter().map(|_| empty()).collect::<tensor::Result<_>>()?;
        self.values = self.layers.iter().map(|_| empty()).collect::<tensor::Result<_>>()?;
        Ok(())
    }

    /// The tokens that are given.
    pub fn prompt(&self) -> &[f32] {
        &self.prompt
    }

    /// The likeliest token after `token` at `position`; keeps its keys and values.
    pub async fn next(&mut self, token: f32, position: usize) -> Result<f32> {
        let (best, keys, values) = self.step(token, position)?;
        let all: Vec<Tensor> = [std::slice::from_ref(&best), &keys, &values].concat();
        Tensor::evaluate_all(&all)?;
        (self.keys, self.values) = (keys, values);
        Ok(best.to_vec().await?[0])
    }

    fn step(&self, token: f32, position: usize) -> tensor::Result<(Tensor, Vec<Tensor>, Vec<Tensor>)> {
        let Sizes { d_model, n_heads, n_kv, d_head, n_ctx, eps, .. } = self.sizes;
        let at = Tensor::scalar(position as f32, &self.device)?;
        let token = Tensor::scalar(token, &self.device)?.reshape(&[1])?;
        let place = Tensor::index(&[n_ctx], &self.device)?;
        let is_here = place.equal(&at)?.unsqueeze(1)?;
        let full = |value| Tensor::full(value, &[], &self.device);
        let mask = at.less(&place)?.select(&full(-1e30)?, &full(0.0)?)?;
        let row = at.reshape(&[1])?;
        let (cos, sin) = (self.cos.take_rows(&row)?, self.sin.take_rows(&row)?);
        let turn = |x: &Tensor| {
            let (first, second) = (x.slice(1, 0, d_head / 2)?, x.slice(1, d_head / 2, d_head / 2)?);
            let turned = Tensor::concat(&[&second.neg()?, &first], 1)?;
            x.mul(&cos)?.add(&turned.mul(&sin)?)
        };
        let (mut keys, mut values) = (Vec::new(), Vec::new());
        let mut x = self.embedding.take_rows(&token)?;
        for (i, layer) in self.layers.iter().enumerate() {
            let normed = x.rms_norm(&layer.norm_in, eps)?;
            let heads = |weight: &Matrix, n: usize| weight.linear(&normed)?.reshape(&[n, d_head]);
            let q = turn(&heads(&layer.query, n_heads)?)?.reshape(&[n_kv, n_heads / n_kv, d_head])?;
            let k = turn(&heads(&layer.key, n_kv)?)?.unsqueeze(1)?;
            let v = heads(&layer.value, n_kv)?.unsqueeze(1)?;
            let k = is_here.select(&k, &self.keys[i])?;
            let v = is_here.select(&v, &self.values[i])?;
            let scores = q.matmul(&k.transpose()?)?.scale(1.0 / (d_head as f32).sqrt())?.add(&mask)?;
            let z = scores.softmax()?.matmul(&v)?.reshape(&[1, n_heads * d_head])?;
            keys.push(k);
            values.push(v);
            x = x.add(&layer.out.linear(&z)?)?;
            let normed = x.rms_norm(&layer.norm_mid, eps)?;
            let gated = layer.gate.linear(&normed)?.silu()?.mul(&layer.up.linear(&normed)?)?;
            x = x.add(&layer.down.linear(&gated)?)?;
        }
        debug_assert_eq!(x.shape(), [1, d_model]);
        let logits = self.head.linear(&x.rms_norm(&self.norm, eps)?)?;
        // The first of the largest.
        let n_vocab = logits.shape()[1];
        let is_best = logits.equal(&logits.max(1)?)?;
        let index = Tensor::index(&[1, n_vocab], &self.device)?;
        let best = is_best.select(&index, &full(n_vocab as f32)?)?.min(1)?;
        Ok((best, keys, values))
    }
}

impl Sizes {
    /// `f` of the angles, `[n_ctx, d_head]`, both halves alike.
    fn angles(&self, f: fn(f64) -> f64, device: &Device) -> Result<Tensor> {
        let (half, d_head) = (self.d_head / 2, self.d_head);
        let angle =
            |pos: usize, i: usize| pos as f64 * self.theta.powf(-2.0 * (i % half) as f64 / d_head as f64);
        let data =
            (0..self.n_ctx).flat_map(|pos| (0..d_head).map(move |i| f(angle(pos, i)) as f32)).collect();
        Ok(Tensor::from_vec(data, &[self.n_ctx, d_head], device)?)
    }
}
