//! Who reads the texts: a small network, or a large model that is given the same words.

use std::collections::BTreeMap;
use std::rc::Rc;

use draws::Draws;
use formats::safetensors::{PREFIX_BYTES, decode_f32, header_len, parse_header};
use models::{Hooks, Input, Model, Weights, log_probabilities, read_config};
use nn::{Parameters, no_hook};
use recipe::{Error, Result};
use serde::Deserialize;
use tensor::{Device, Tensor};

use super::language::{N_NOUNS, words};
use super::network::{Kind, Network};
use crate::Lab;

/// What is done to a network before it reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Damage {
    /// Nothing.
    None,
    /// The entries of all query and key weights change places, within each matrix.
    Attention,
    /// The same of as many weights of the MLPs.
    Mlp,
    /// One head adds nothing: its layer and place.
    Head([usize; 2]),
}

/// A small network with its numbers.
pub struct Small {
    /// Which.
    pub kind: Kind,
    network: Rc<Network>,
    parameters: Parameters,
    device: Device,
    /// Adds the noun that followed the last time: a deliberate fake.
    has_cache: bool,
}

impl Small {
    /// A network with numbers.
    pub fn new(
        kind: Kind,
        network: Rc<Network>,
        parameters: Parameters,
        device: &Device,
        has_cache: bool,
    ) -> Self {
        Self { kind, network, parameters, device: device.clone(), has_cache }
    }

    /// The committed network as it was after `step` steps.
    pub fn open(lab: &Lab, kind: Kind, step: u64, has_cache: bool) -> Result<Self> {
        let bytes = lab.file(&format!("list-readers/{}.safetensors", kind.name()))?;
        let size = Some(bytes.len() as u64);
        let n_header = header_len(bytes, size)?;
        let header =
            parse_header(bytes.get(PREFIX_BYTES..PREFIX_BYTES + n_header).unwrap_or_default(), size)?;
        let (network, list) = Network::new(kind)?;
        let read = |entry: &nn::Entry| -> Result<Vec<f32>> {
            let info = header.find(&format!("{step}/{}", entry.name))?;
            Ok(decode_f32(info, bytes.get(info.start as usize..info.end as usize).unwrap_or_default())?)
        };
        let numbers = list.entries().iter().map(read).collect::<Result<Vec<_>>>()?;
        let parameters = Parameters::from_numbers(&list, None, &numbers, &lab.device)?;
        Ok(Self::new(kind, Rc::new(network), parameters, &lab.device, has_cache))
    }

    /// The same with numbers that changed places.
    async fn damaged(&self, damage: Damage) -> Result<Parameters> {
        let is_hit = |name: &str| match damage {
            Damage::Attention => name.ends_with("attn.q.weight") || name.ends_with("attn.k.weight"),
            Damage::Mlp => name.ends_with("mlp.in.weight"),
            Damage::None | Damage::Head(_) => false,
        };
        let list = self.parameters.list();
        if !list.entries().iter().any(|entry| is_hit(&entry.name)) {
            return Ok(self.parameters.clone());
        }
        let mut numbers = self.parameters.to_numbers().await?;
        for (place, (entry, own)) in list.entries().iter().zip(&mut numbers).enumerate() {
            if is_hit(&entry.name) {
                let order = Draws::new(place as u64).permutation(own.len());
                *own = order.into_iter().map(|at| own[at]).collect();
            }
        }
        Ok(Parameters::from_numbers(list, None, &numbers, &self.device)?)
    }

    /// Surprisal of each word in bits, text by text; 0 of the first word, which nothing tells. All texts are equally long.
    pub async fn bits(&self, texts: &[Vec<usize>], damage: Damage) -> Result<Vec<Vec<f64>>> {
        let parameters = self.damaged(damage).await?;
        let x = self.tensor(texts)?;
        let n_heads = self.kind.heads()[1];
        let mut mask = |site: &str, value: Tensor| match damage {
            Damage::Head([layer, head]) if site == format!("blocks.{layer}.attn.hook_z") => {
                let kept = (0..n_heads).map(|other| if other == head { 0.0 } else { 1.0 }).collect();
                let kept = Tensor::from_vec(kept, &[1, 1, n_heads, 1], &value.device())?;
                Ok(value.mul(&kept)?)
            }
            _ => Ok(value),
        };
        let scores = self.network.forward(&parameters, &x, &mut mask)?;
        let vocab = scores.shape()[2];
        let mut scores = scores.to_vec().await?;
        let n_pos = texts.first().map_or(0, Vec::len);
        if self.has_cache {
            texts
                .iter()
                .zip(scores.chunks_exact_mut(n_pos * vocab))
                .for_each(|(text, own)| copy_cache(text, own, vocab));
        }
        let of_text = |(text, own): (&Vec<usize>, &[f32])| bits_of(own, vocab, text);
        texts.iter().zip(scores.chunks_exact(n_pos * vocab)).map(of_text).collect()
    }

    /// The attention of all heads of a layer, `[text, head, query, key]`.
    pub async fn pattern(&self, texts: &[Vec<usize>], layer: usize) -> Result<Vec<f32>> {
        let (site, mut found) = (format!("blocks.{layer}.attn.hook_pattern"), None);
        let mut keep = |name: &str, value: Tensor| {
            if name == site {
                found = Some(value.clone());
            }
            no_hook(name, value)
        };
        self.network.forward(&self.parameters, &self.tensor(texts)?, &mut keep)?;
        let found =
            found.ok_or_else(|| Error::Recipe("this network has no attention to look at".to_owned()))?;
        Ok(found.to_vec().await?)
    }

    fn tensor(&self, texts: &[Vec<usize>]) -> Result<Tensor> {
        let ids: Vec<f32> = texts.iter().flatten().map(|&id| id as f32).collect();
        let n_pos = texts.first().map_or(0, Vec::len);
        Ok(Tensor::from_vec(ids, &[texts.len(), n_pos], &self.device)?)
    }
}

/// Raises the score of the word that followed the last time that the same noun was read.
fn copy_cache(text: &[usize], scores: &mut [f32], vocab: usize) {
    const RAISE: f32 = 12.0;
    for place in 1..text.len() {
        let earlier = (0..place).rev().find(|&other| text[other] == text[place] && text[place] < N_NOUNS);
        if let Some(other) = earlier {
            scores[place * vocab + text[other + 1]] += RAISE;
        }
    }
}

/// `scores` `[pos, vocab]` of one text.
fn bits_of(scores: &[f32], vocab: usize, text: &[usize]) -> Result<Vec<f64>> {
    let mut bits = vec![0.0];
    for (row, &next) in scores.chunks_exact(vocab).zip(&text[1..]) {
        bits.push(-log_probabilities(row)?[next] / std::f64::consts::LN_2);
    }
    Ok(bits)
}

/// SmolLM2 with the words of the small language as its own tokens.
pub struct Large {
    model: Box<dyn Model>,
    /// Tokens of each word.
    tokens: Vec<Vec<u32>>,
}

/// What `scripts/experiments/list_words.py` writes.
#[derive(Deserialize)]
struct Table {
    words: BTreeMap<String, Vec<u32>>,
}

impl Large {
    /// SmolLM2, its query and key weights with their entries in other places where the damage says so.
    pub fn open(lab: &Lab, damage: Damage) -> Result<Self> {
        let table: Table = serde_json::from_str(include_str!("smollm2.json"))
            .map_err(|error| Error::Recipe(error.to_string()))?;
        let tokens = words().iter().map(|&word| table.words.get(word).cloned().unwrap_or_default()).collect();
        let plan = read_config(lab.file("smollm2-135m/config.json")?)?;
        let bytes = lab.file("smollm2-135m/model.safetensors")?;
        let size = Some(bytes.len() as u64);
        let n_header = header_len(bytes, size)?;
        let header =
            parse_header(bytes.get(PREFIX_BYTES..PREFIX_BYTES + n_header).unwrap_or_default(), size)?;
        let present: Vec<&str> = header.tensors.iter().map(|tensor| tensor.name.as_str()).collect();
        let mut weights = Weights::default();
        for (place, request) in plan.weights_for(&["logits"])?.into_iter().enumerate() {
            let Some(name) = request.locate(&present)? else { continue };
            let info = header.find(name)?;
            let mut own =
                decode_f32(info, bytes.get(info.start as usize..info.end as usize).unwrap_or_default())?;
            let is_hit = match damage {
                Damage::Attention => name.ends_with("q_proj.weight") || name.ends_with("k_proj.weight"),
                // As many rows as queries and keys have.
                Damage::Mlp => name.ends_with("up_proj.weight"),
                Damage::None | Damage::Head(_) => false,
            };
            if is_hit {
                let order = Draws::new(place as u64).permutation(own.len());
                own = order.into_iter().map(|at| own[at]).collect();
            }
            weights.insert(&request.name, Tensor::from_vec(own, &request.shape, &lab.device)?);
        }
        Ok(Self { model: plan.build(weights, &lab.device)?, tokens })
    }

    /// As [`Small::bits`] of one text; the surprisal of a word is the sum over its tokens.
    pub async fn bits(&self, text: &[usize]) -> Result<Vec<f64>> {
        let tokens: Vec<u32> = text.iter().flat_map(|&word| self.tokens[word].clone()).collect();
        let mut hooks = Hooks::keeping(&["logits"]);
        self.model.forward(&Input::Tokens(tokens.clone()), &mut hooks)?;
        let logits = hooks
            .take()
            .remove("logits")
            .ok_or_else(|| Error::Recipe("the model gave no logits".to_owned()))?;
        let vocab = logits.shape()[1];
        let ids: Vec<usize> = tokens.iter().map(|&id| id as usize).collect();
        let of_tokens = bits_of(&logits.to_vec().await?, vocab, &ids)?;
        let mut rest = of_tokens.as_slice();
        let of_word = |&word: &usize| {
            let (own, after) = rest.split_at(self.tokens[word].len());
            rest = after;
            own.iter().sum()
        };
        Ok(text.iter().map(of_word).collect())
    }
}
