//! A committed model.

use std::path::PathBuf;

use analysis::{HeadScore, head_scores};
use formats::safetensors::{PREFIX_BYTES, decode_f32, header_len, parse_header};
use models::{Change, Hooks, Input, Intervention, Model, Plan, Weights, read_config};
use pollster::block_on;
use tensor::{Device, Tensor};
use tokens::Tokenizer;

use super::root;

/// A model with all its weights on the CPU.
pub struct Own {
    pub folder: PathBuf,
    pub plan: Box<dyn Plan>,
    pub model: Box<dyn Model>,
}

/// A head: block and place.
pub type Head = (usize, usize);

impl Own {
    /// The model of `models-own/<id>`.
    pub fn open(id: &str) -> Self {
        let folder = root().join("models-own").join(id);
        let plan = read_config(&std::fs::read(folder.join("config.json")).unwrap()).unwrap();
        let bytes = std::fs::read(folder.join("model.safetensors")).unwrap();
        let n_header = header_len(&bytes, Some(bytes.len() as u64)).unwrap();
        let json = &bytes[PREFIX_BYTES..PREFIX_BYTES + n_header];
        let header = parse_header(json, Some(bytes.len() as u64)).unwrap();
        let present: Vec<&str> = header.tensors.iter().map(|tensor| tensor.name.as_str()).collect();
        let sites: Vec<&str> = plan.sites().iter().map(|site| site.name.as_str()).collect();
        let mut weights = Weights::default();
        for request in plan.weights_for(&sites).unwrap() {
            let Some(name) = request.locate(&present).unwrap() else { continue };
            let info = header.find(name).unwrap();
            let values = decode_f32(info, &bytes[info.start as usize..info.end as usize]).unwrap();
            weights.insert(&request.name, Tensor::from_vec(values, &info.shape, &Device::Cpu).unwrap());
        }
        let model = plan.build(weights, &Device::Cpu).unwrap();
        Self { folder, plan, model }
    }

    pub fn ids(&self, text: &str) -> Vec<u32> {
        let json = std::fs::read(self.folder.join("tokenizer.json")).unwrap();
        Tokenizer::from_json(&json).unwrap().encode(text, false).unwrap()
    }

    /// The last site's value.
    pub fn logits(&self, input: Input, changes: &[Intervention]) -> Vec<Vec<f32>> {
        let mut hooks = Hooks::keeping(&["logits"]).changing(changes.to_vec());
        self.model.forward(&input, &mut hooks).unwrap();
        let logits = &hooks.take()["logits"];
        let width = *logits.shape().last().unwrap();
        block_on(logits.to_vec()).unwrap().chunks_exact(width).map(<[f32]>::to_vec).collect()
    }

    /// The patterns of all blocks, each `[head, query, key]`.
    pub fn patterns(&self, ids: &[u32]) -> Vec<Vec<f32>> {
        let is_pattern = |name: &&str| name.ends_with("attn.hook_pattern");
        let names: Vec<&str> =
            self.plan.sites().iter().map(|site| site.name.as_str()).filter(is_pattern).collect();
        let mut hooks = Hooks::keeping(&names);
        self.model.forward(&Input::Tokens(ids.to_vec()), &mut hooks).unwrap();
        let kept = hooks.take();
        names.iter().map(|name| block_on(kept[*name].to_vec()).unwrap()).collect()
    }

    /// The mean score of every head over texts, best first.
    pub fn ranked(&self, texts: &[Vec<u32>], score: HeadScore) -> Vec<(f64, Head)> {
        let mut sums: Vec<Vec<f64>> = Vec::new();
        for ids in texts {
            let of_blocks: Vec<Vec<f64>> =
                self.patterns(ids).iter().map(|pattern| head_scores(pattern, ids, score).unwrap()).collect();
            sums.resize(of_blocks.len(), vec![0.0; of_blocks[0].len()]);
            for (sum, value) in sums.iter_mut().flatten().zip(of_blocks.into_iter().flatten()) {
                *sum += value / texts.len() as f64;
            }
        }
        let in_block = |(block, scores): (usize, &Vec<f64>)| {
            scores.iter().enumerate().map(|(head, score)| (*score, (block, head))).collect::<Vec<_>>()
        };
        let mut all: Vec<(f64, Head)> = sums.iter().enumerate().flat_map(in_block).collect();
        all.sort_by(|a, b| b.0.total_cmp(&a.0));
        all
    }
}

/// Zeroes what these heads say.
pub fn without(heads: &[Head]) -> Vec<Intervention> {
    let zero = |(block, head): &Head| {
        Intervention::at_heads(&format!("blocks.{block}.attn.hook_z"), &[*head], Change::Zero)
    };
    heads.iter().map(zero).collect()
}

/// −ln p of `label` by its scores.
pub fn nats(scores: &[f32], label: u32) -> f64 {
    let most = scores.iter().fold(f32::MIN, |a, &b| a.max(b));
    let sum: f64 = scores.iter().map(|&x| f64::from(x - most).exp()).sum();
    sum.ln() - f64::from(scores[label as usize] - most)
}

/// The place of the largest score.
pub fn best(scores: &[f32]) -> usize {
    (0..scores.len()).max_by(|&a, &b| scores[a].total_cmp(&scores[b])).unwrap()
}
