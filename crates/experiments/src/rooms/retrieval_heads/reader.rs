//! A language model that writes on, while it is seen where its heads look, and with some of its heads taken out.

use models::{Axis, Cache, Change, Hooks, Input, Intervention, Model, Plan, greedy, read_config};
use recipe::{Error, Result};
use tensor::{Device, Tensor};

use super::weights::{Order, load, untrained};
use crate::Lab;

/// A head: its layer and its place there.
pub type Head = [usize; 2];

/// What is done to a head that is taken out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Masking {
    /// It adds nothing.
    Zero,
    /// It looks at all places alike.
    Uniform,
}

/// A model with its sizes.
pub struct Reader {
    plan: Box<dyn Plan>,
    model: Box<dyn Model>,
    device: Device,
    /// Layers.
    pub n_layers: usize,
    /// Heads of a layer.
    pub n_heads: usize,
    /// Heads that share keys and values.
    pub n_sharing: usize,
}

/// What a model wrote.
pub struct Said {
    /// Its tokens.
    pub tokens: Vec<u32>,
    /// For each token where every head looked when it was written, `[layer · head, key]`; empty where nobody asked.
    pub looks: Vec<Vec<f32>>,
}

impl Reader {
    /// The model of a folder of the lab.
    pub fn open(lab: &Lab, folder: &str, order: Order) -> Result<Self> {
        let plan = read_config(lab.file(&format!("{folder}/config.json"))?)?;
        let weights = load(&*plan, lab.file(&format!("{folder}/model.safetensors"))?, order, &lab.device)?;
        Self::new(plan, weights, &lab.device)
    }

    /// The same model before any training.
    pub fn untrained(lab: &Lab, folder: &str, seed: u32) -> Result<Self> {
        let plan = read_config(lab.file(&format!("{folder}/config.json"))?)?;
        let weights = untrained(&*plan, seed, &lab.device)?;
        Self::new(plan, weights, &lab.device)
    }

    fn new(plan: Box<dyn Plan>, weights: models::Weights, device: &Device) -> Result<Self> {
        let n_layers = plan.sites().iter().filter(|site| site.name.ends_with("attn.hook_z")).count();
        let [n_heads, n_shared] = [heads_at(&*plan, "attn.hook_z")?, heads_at(&*plan, "attn.hook_k")?];
        let model = plan.build(weights, device)?;
        let n_sharing = n_heads / n_shared.max(1);
        Ok(Self { plan, model, device: device.clone(), n_layers, n_heads, n_sharing })
    }

    /// Heads in all.
    pub fn count(&self) -> usize {
        self.n_layers * self.n_heads
    }

    /// The longest text.
    pub fn n_pos(&self) -> usize {
        self.plan.max_positions().unwrap_or(0)
    }

    /// The head of that number, counted through the layers.
    pub fn head(&self, number: usize) -> Head {
        [number / self.n_heads, number % self.n_heads]
    }

    /// The `n_new` likeliest tokens one after another, without the heads of `masked`; `with_looks` keeps where heads looked.
    /// Cost: a pass of the prompt, and one of a single token for each.
    pub async fn say(
        &self,
        prompt: &[u32],
        n_new: usize,
        masked: &[Head],
        masking: Masking,
        with_looks: bool,
    ) -> Result<Said> {
        let Some((&last, before)) = prompt.split_last() else {
            return Ok(Said { tokens: Vec::new(), looks: Vec::new() });
        };
        let mut cache = Cache::new();
        if !before.is_empty() {
            let changes = self.changes(masked, masking, 0, before.len())?;
            let mut hooks = Hooks::default().changing(changes).after(cache);
            self.model.forward(&Input::Tokens(before.to_vec()), &mut hooks)?;
            cache = hooks.cache().cloned().unwrap_or_default();
            let held: Vec<Tensor> = cache.tensors().cloned().collect();
            Tensor::evaluate_all(&held)?;
        }
        let patterns: Vec<String> = (0..self.n_layers).map(pattern).collect();
        let mut wanted = vec!["logits".to_owned()];
        wanted.extend(if with_looks { patterns.clone() } else { Vec::new() });
        let (mut token, mut said) = (last, Said { tokens: Vec::new(), looks: Vec::new() });
        for _ in 0..n_new {
            let changes = self.changes(masked, masking, cache.n_tokens(), 1)?;
            let mut hooks = Hooks::keeping(&wanted).changing(changes).after(cache);
            self.model.forward(&Input::Tokens(vec![token]), &mut hooks)?;
            cache = hooks.cache().cloned().unwrap_or_default();
            let kept = hooks.take();
            let all: Vec<Tensor> = cache.tensors().chain(kept.values()).cloned().collect();
            Tensor::evaluate_all(&all)?;
            let logits = kept.get("logits").ok_or_else(no_logits)?.to_vec().await?;
            token = greedy(&logits)? as u32;
            said.tokens.push(token);
            if with_looks {
                let mut looks = Vec::new();
                for site in &patterns {
                    looks.extend(kept.get(site).ok_or_else(no_logits)?.to_vec().await?);
                }
                said.looks.push(looks);
            }
        }
        Ok(said)
    }

    /// Mean loss of the tokens after the first, in nats, without the heads of `masked`.
    pub async fn loss(&self, text: &[u32], masked: &[Head], masking: Masking) -> Result<f64> {
        let changes = self.changes(masked, masking, 0, text.len())?;
        let mut hooks = Hooks::keeping(&["logits"]).changing(changes);
        self.model.forward(&Input::Tokens(text.to_vec()), &mut hooks)?;
        let logits = hooks.take().remove("logits").ok_or_else(no_logits)?;
        let width = logits.shape()[1];
        let logits = logits.to_vec().await?;
        let mut sum = 0.0;
        for (row, &next) in logits.chunks_exact(width).zip(&text[1..]) {
            sum -= models::log_probabilities(row)?[next as usize];
        }
        Ok(sum / (text.len() - 1) as f64)
    }

    /// What takes the heads out of a pass over `n_new` tokens after `n_before` others.
    fn changes(
        &self,
        masked: &[Head],
        masking: Masking,
        n_before: usize,
        n_new: usize,
    ) -> Result<Vec<Intervention>> {
        let mut changes = Vec::new();
        for layer in 0..self.n_layers {
            let of_layer = masked.iter().filter(|head| head[0] == layer).map(|head| head[1]);
            let heads: Vec<usize> = of_layer.collect();
            if heads.is_empty() {
                continue;
            }
            changes.push(match masking {
                Masking::Zero => {
                    Intervention::at_heads(&format!("blocks.{layer}.attn.hook_z"), &heads, Change::Zero)
                }
                Masking::Uniform => {
                    let alike = alike(n_before, n_new, &self.device)?;
                    Intervention::at_heads(&pattern(layer), &heads, Change::Replace(alike))
                }
            });
        }
        Ok(changes)
    }
}

/// Heads of the first site whose name ends so.
fn heads_at(plan: &dyn Plan, end: &str) -> Result<usize> {
    let axes = plan.sites().iter().find(|site| site.name.ends_with(end)).map(|site| &site.axes);
    let count = axes.and_then(|axes| {
        axes.iter().find_map(|axis| if let Axis::Head(count) = axis { Some(*count) } else { None })
    });
    count.ok_or_else(|| {
        Error::Recipe(format!("a {} model has no attention heads to look at", plan.architecture()))
    })
}

fn pattern(layer: usize) -> String {
    format!("blocks.{layer}.attn.hook_pattern")
}

fn no_logits() -> Error {
    Error::Recipe("the model gave no logits".to_owned())
}

/// A pattern in which every query looks at all places up to its own alike: `[1, n_new, n_before + n_new]`.
fn alike(n_before: usize, n_new: usize, device: &Device) -> Result<Tensor> {
    let n_keys = n_before + n_new;
    let one = |query: usize, key: usize| {
        let n_seen = n_before + query + 1;
        if key < n_seen { 1.0 / n_seen as f32 } else { 0.0 }
    };
    let all = (0..n_new).flat_map(|query| (0..n_keys).map(move |key| one(query, key)));
    Ok(Tensor::from_vec(all.collect(), &[1, n_new, n_keys], device)?)
}
