//! How the committed `needle-llama` came to be: the small Llama of this repository, which looks facts up in lines of letters
//! but not in prose, is trained on for a while with prose around the lines and with twice the length. Its heads are kept.

use std::collections::BTreeMap;
use std::rc::Rc;

use data::Draws;
use formats::safetensors::{Precision, write_as};
use nn::{
    Clip, Layer, Optimiser, Outcome, ParameterList, Parameters, Schedule, Settings, Trainer, Transformer,
    TransformerSpec, cross_entropy, transformer,
};
use recipe::Result;
use tensor::{Device, Tensor};

use super::lessons::Lesson;
use super::needles::ids;
use super::weights::Numbers;
use crate::{Lab, LabFile, Say};

/// What it is trained on: the small Llama, and a novel.
pub const FILES: [&str; 2] = ["tiny-llama/model.safetensors", "austen/text.txt"];
/// Characters that it looks back on afterwards; before it was half of them.
const N_POS: usize = 256;
/// Texts of a step.
const BATCH: usize = 6;
/// Steps of the whole training.
const N_STEPS: u64 = 450;
const RATE: f64 = 1.5e-3;
const WARM_UP: u64 = 20;
/// Weight of a character of prose in the loss, and of one that can be looked up.
const WEIGHTS: [f32; 2] = [0.3, 2.0];

/// Inputs, the character after each, and its weight in the loss: all `[batch, pos]`.
type Batch = [Tensor; 3];

/// A training under way.
struct Training {
    net: Rc<Transformer>,
    trainer: Trainer<Batch>,
    prose: String,
    seed: u64,
}

impl Training {
    /// From the numbers of `tiny-llama` by their names in its file.
    fn of(numbers: &Numbers, prose: String, seed: u64) -> Result<Self> {
        let mut list = ParameterList::new();
        let spec = TransformerSpec::llama(data::Alphabet::COUNT, N_POS, 4, 4, 128);
        let net =
            Rc::new(transformer(&mut list, &TransformerSpec { has_bias: true, is_tied: false, ..spec })?);
        let of = |entry: &nn::Entry| numbers.get(&spelled(&entry.name)).cloned().unwrap_or_default();
        let first: Vec<Vec<f32>> = list.entries().iter().map(of).collect();
        let parameters = Parameters::from_numbers(&list, None, &first, &Device::Cpu)?;
        let settings = Settings {
            optimiser: Optimiser::AdamW { beta1: 0.9, beta2: 0.98, eps: 1e-8, weight_decay: 0.05 },
            rate: RATE,
            schedule: Schedule::Cosine { warm_up: WARM_UP, n_steps: N_STEPS, floor: 0.05 },
            clip: Some(Clip::Norm { most: 1.0 }),
            ..Settings::default()
        };
        let model = net.clone();
        let trainer = Trainer::new(parameters, settings, move |p, [x, next, weight]: &Batch| {
            let losses = cross_entropy(&model.forward(p, x)?, next, 0.0)?;
            Ok(Outcome::of(losses.mul(weight)?.mean_all()?))
        })?;
        Ok(Self { net, trainer, prose, seed })
    }

    /// One step.
    fn step(&mut self) -> Result<()> {
        let batch = self.batch(BATCH, Draws::new(self.seed).stream(self.trainer.steps()))?;
        self.trainer.step(&batch)?;
        Ok(())
    }

    /// The share of characters that can be told and are, in `count` texts that follow from `draws`.
    async fn share_right(&self, count: usize, draws: Draws) -> Result<f64> {
        let [x, next, weight] = self.batch(count, draws)?;
        let right = nn::is_right(&self.net.forward(self.trainer.parameters(), &x)?, &next)?.to_vec().await?;
        let weight = weight.to_vec().await?;
        let told: Vec<f32> =
            right.into_iter().zip(weight).filter(|(_, w)| *w > 1.0).map(|(right, _)| right).collect();
        Ok(f64::from(told.iter().sum::<f32>()) / told.len() as f64)
    }

    /// The numbers as they stand, with their shapes, by the names that such a file has.
    async fn tensors(&self) -> Result<Vec<(String, Vec<usize>, Vec<f32>)>> {
        let parameters = self.trainer.parameters();
        let numbers = parameters.to_numbers().await?;
        let entries = parameters.list().entries().iter().zip(numbers);
        Ok(entries.map(|(entry, own)| (spelled(&entry.name), entry.shape.clone(), own)).collect())
    }

    fn batch(&self, count: usize, draws: Draws) -> Result<Batch> {
        let [mut x, mut next, mut weight] = [Vec::new(), Vec::new(), Vec::new()];
        for text in 0..count {
            let lesson = Lesson::draw(&self.prose, N_POS + 1, draws.stream(text as u64));
            let ids: Vec<f32> = ids(&lesson.text)?.into_iter().map(|id| id as f32).collect();
            x.extend_from_slice(&ids[..N_POS]);
            next.extend_from_slice(&ids[1..]);
            let weight_at = |place: usize| WEIGHTS[usize::from(lesson.answers.contains(&place))];
            weight.extend((1..=N_POS).map(weight_at));
        }
        let tensor = |numbers: Vec<f32>| Tensor::from_vec(numbers, &[count, N_POS], &Device::Cpu);
        Ok([tensor(x)?, tensor(next)?, tensor(weight)?])
    }
}

/// The name that a file of a Llama has for a parameter of the engine's transformer.
fn spelled(name: &str) -> String {
    const INSIDE: [(&str, &str); 9] = [
        ("ln1", "input_layernorm"),
        ("attn.q", "self_attn.q_proj"),
        ("attn.k", "self_attn.k_proj"),
        ("attn.v", "self_attn.v_proj"),
        ("attn.out", "self_attn.o_proj"),
        ("ln2", "post_attention_layernorm"),
        ("mlp.in", "mlp.gate_proj"),
        ("mlp.up", "mlp.up_proj"),
        ("mlp.out", "mlp.down_proj"),
    ];
    let of_block = name.strip_prefix("blocks.").and_then(|rest| rest.split_once('.'));
    match (of_block.and_then(|(block, part)| Some((block, part.rsplit_once('.')?))), name) {
        (Some((block, (layer, what))), _) => {
            let found = INSIDE.iter().find(|(own, _)| *own == layer).map_or(layer, |(_, file)| file);
            format!("model.layers.{block}.{found}.{what}")
        }
        (None, "ln_final.weight") => "model.norm.weight".to_owned(),
        (None, "unembed.weight") => "lm_head.weight".to_owned(),
        (None, _) => format!("model.{}", name.replace("embed.", "embed_tokens.")),
    }
}

/// Seed of the texts on which it is measured.
const MEASURED: u64 = 999;

/// Trains the committed `needle-llama`, or only its first steps: its file of weights.
pub async fn train(lab: &Lab, seed: u32, n_steps: Option<u64>, say: &mut Say<'_>) -> Result<Vec<LabFile>> {
    let numbers = super::weights::read(lab.file(FILES[0])?)?;
    let novel = String::from_utf8_lossy(lab.file(FILES[1])?);
    let mut prose = super::needles::as_prose(&novel);
    // The last tenth is never seen.
    prose.truncate(prose.len() / 10 * 9);
    let mut training = Training::of(&numbers, prose, u64::from(seed))?;
    let n_steps = n_steps.unwrap_or(N_STEPS).min(N_STEPS);
    for step in 1..=n_steps {
        training.step()?;
        if step % 25 == 0 || step == n_steps {
            let share = training.share_right(8, Draws::new(MEASURED)).await?;
            say(&format!("step {step} of {n_steps}: {share:.3} of what can be told is"));
        }
    }
    let tensors = training.tensors().await?;
    let rows: Vec<_> =
        tensors.iter().map(|(name, shape, own)| (name.clone(), shape.clone(), &own[..])).collect();
    let notes = BTreeMap::from([("format".to_owned(), "pt".to_owned())]);
    Ok(vec![LabFile { name: "model.safetensors".to_owned(), bytes: write_as(Precision::Half, &rows, &notes)? }])
}
