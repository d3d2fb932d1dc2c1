//! A Llama-style language model that writes one token after another, with a cache of keys and values.

use serde_json::Value;
use tensor::{Device, Tensor};

use crate::seeded::ints;
use crate::weights::{Matrix, Weights};
use crate::{Error, Result};

struct Layer {
    norm_in: Tensor,
    /// Queries, keys and values.
    heads: Matrix,
    out: Matrix,
    norm_mid: Tensor,
    gate_and_up: Matrix,
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
            let matrix = |names: &[&str]| {
                let names: Vec<String> = names.iter().map(|name| full(name)).collect();
                weights.matrix(&names.iter().map(String::as_str).collect::<Vec<_>>())
            };
            Ok(Layer {
                norm_in: norm("input_layernorm")?,
                heads: matrix(&["self_attn.q_proj", "self_attn.k_proj", "self_attn.v_proj"])?,
                out: matrix(&["self_attn.o_proj"])?,
                norm_mid: norm("post_attention_layernorm")?,
                gate_and_up: matrix(&["mlp.gate_proj", "mlp.up_proj"])?,
                down: matrix(&["mlp.down_proj"])?,
            })
        };
        let layers: Vec<Layer> = (0..need("num_hidden_layers")?).map(layer).collect::<Result<_>>()?;
        let embedding = weights.matrix(&["model.embed_tokens.weight"])?;
        let head = match weights.has("lm_head.weight") {
            true => weights.matrix(&["lm_head.weight"])?,
            false => embedding.clone(),
        };
        let (cos, sin) = (sizes.angles(f64::cos, 1.0, device)?, sizes.angles(f64::sin, -1.0, device)?);
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
        let halves = |angles: &Tensor| angles.take_rows(&row)?.reshape(&[2, d_head / 2]);
        let (cos, sin) = (halves(&self.cos)?, halves(&self.sin)?);
        // The angles' sines carry the sign, so that a turn only looks at the other half.
        let turn = |x: &Tensor| {
            let x = x.reshape(&[x.shape()[0], 2, d_head / 2])?;
            x.mul(&cos)?.add(&x.flip(1)?.mul(&sin)?)?.reshape(&[x.shape()[0], d_head])
        };
        let (mut keys, mut values) = (Vec::new(), Vec::new());
        let mut x = self.embedding.take_rows(&token)?;
        for (i, layer) in self.layers.iter().enumerate() {
            let normed = x.rms_norm(&layer.norm_in, eps)?;
            let heads = layer.heads.linear(&normed)?.reshape(&[n_heads + 2 * n_kv, d_head])?;
            let turned = turn(&heads.slice(0, 0, n_heads + n_kv)?)?;
            let q = turned.slice(0, 0, n_heads)?.reshape(&[n_kv, n_heads / n_kv, d_head])?;
            let k = turned.slice(0, n_heads, n_kv)?.unsqueeze(1)?;
            let v = heads.slice(0, n_heads + n_kv, n_kv)?.unsqueeze(1)?;
            let k = is_here.select(&k, &self.keys[i])?;
            let v = is_here.select(&v, &self.values[i])?;
            let scores = q.matmul(&k.transpose()?)?.scale(1.0 / (d_head as f32).sqrt())?.add(&mask)?;
            let z = scores.softmax()?.matmul(&v)?.reshape(&[1, n_heads * d_head])?;
            keys.push(k);
            values.push(v);
            x = x.add(&layer.out.linear(&z)?)?;
            let normed = x.rms_norm(&layer.norm_mid, eps)?;
            let both = layer.gate_and_up.linear(&normed)?;
            let width = both.shape()[1] / 2;
            let gated = both.slice(1, 0, width)?.silu()?.mul(&both.slice(1, width, width)?)?;
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
    /// `f` of the angles, `[n_ctx, d_head]`, both halves alike but for the sign of the first.
    fn angles(&self, f: fn(f64) -> f64, first_sign: f64, device: &Device) -> Result<Tensor> {
        let (half, d_head) = (self.d_head / 2, self.d_head);
        let number = |pos: usize, i: usize| {
            let angle = pos as f64 * self.theta.powf(-2.0 * (i % half) as f64 / d_head as f64);
            (if i < half { first_sign } else { 1.0 } * f(angle)) as f32
        };
        let data = (0..self.n_ctx).flat_map(|pos| (0..d_head).map(move |i| number(pos, i))).collect();
        Ok(Tensor::from_vec(data, &[self.n_ctx, d_head], device)?)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    const CONFIG: &str = r#"{"hidden_size": 8, "num_attention_heads": 4, "num_key_value_heads": 2,
        "num_hidden_layers": 2, "prompt": 4, "new": 4}"#;

    /// A checkpoint of two layers whose numbers 8 bits hold.
    fn checkpoint() -> Vec<u8> {
        let mut tensors = vec![("model.embed_tokens.weight".to_owned(), vec![40, 8])];
        tensors.push(("model.norm.weight".to_owned(), vec![8]));
        for i in 0..2 {
            for (name, shape) in [
                ("input_layernorm", vec![8]),
                ("self_attn.q_proj", vec![8, 8]),
                ("self_attn.k_proj", vec![4, 8]),
                ("self_attn.v_proj", vec![4, 8]),
                ("self_attn.o_proj", vec![8, 8]),
                ("post_attention_layernorm", vec![8]),
                ("mlp.gate_proj", vec![12, 8]),
                ("mlp.up_proj", vec![12, 8]),
                ("mlp.down_proj", vec![8, 12]),
            ] {
                tensors.push((format!("model.layers.{i}.{name}.weight"), shape));
            }
        }
        let data: Vec<Vec<f32>> = (1..)
            .zip(&tensors)
            .map(|(seed, (_, shape))| ints(shape.iter().product(), seed, 128))
            .map(|numbers| numbers.iter().map(|v| (v - 64.0) / 64.0).collect())
            .collect();
        let rows: Vec<(String, Vec<usize>, &[f32])> =
            tensors.into_iter().zip(&data).map(|((name, shape), data)| (name, shape, &data[..])).collect();
        formats::safetensors::write(&rows, &BTreeMap::new()).expect("a file")
    }

    /// The same numbers as bf16: the upper halves of the words.
    fn in_16_bits(file: &[u8]) -> Vec<u8> {
        let start = 8 + u64::from_le_bytes(*file.first_chunk().expect("a length")) as usize;
        let mut header: Value = serde_json::from_slice(&file[8..start]).expect("a header");
        for (_, info) in header.as_object_mut().expect("an object").iter_mut() {
            info["dtype"] = "BF16".into();
            for end in info["data_offsets"].as_array_mut().expect("offsets") {
                *end = (end.as_u64().expect("an offset") / 2).into();
            }
        }
        let header = header.to_string();
        let upper = file[start..].chunks(4).flat_map(|word| word[2..].to_vec());
        (header.len() as u64).to_le_bytes().into_iter().chain(header.bytes()).chain(upper).collect()
    }

    #[test]
    fn a_checkpoint_in_16_bits_writes_the_same_tokens_as_one_in_32() {
        let file = checkpoint();
        let [wide, packed] = [file.clone(), in_16_bits(&file)].map(|file| {
            let mut decoder = Decoder::new(&file, CONFIG, &Device::Cpu).expect("a model");
            let mut ids = vec![3.0];
            for position in 0..8 {
                let token = pollster::block_on(decoder.next(ids[position], position)).expect("a token");
                ids.push(token);
            }
            (matches!(decoder.head, Matrix::Packed(_)), ids)
        });
        assert!(!wide.0 && packed.0);
        assert_eq!(wide.1, packed.1);
        assert!(wide.1.iter().any(|&id| id != wide.1[1]), "{:?}", wide.1);
    }
}
