//! The next character of two novels by Jane Austen, by a small decoder.

use data::{Text, Windows};
use nn::{
    Clip, Optimiser, Outcome, ParameterList, Schedule, Settings, TransformerSpec, cross_entropy, no_hook,
    transformer,
};
use tensor::{Device, Tensor};

use super::folder::{decoder_folder, tokenizer};
use super::task::{Batch, Data, Network, Task};
use super::{DataFile, Metric, TaskCard};
use crate::Result;

/// Characters that it looks back on.
const N_POS: usize = 64;
const BATCH: usize = 32;
const N_STEPS: usize = 1500;
/// Windows of the validation text that are measured, evenly spaced, none overlapping.
const N_VALIDATION: usize = 512;

/// A GPT-2-style decoder of two layers.
pub(super) struct Decoder;

impl Task for Decoder {
    fn card(&self) -> TaskCard {
        TaskCard {
            id: "austen-decoder".into(),
            title: "The next character of Jane Austen".into(),
            about: "Guesses each next character of Pride and Prejudice and Persuasion from the 64 before it."
                .into(),
            data: "austen".into(),
            train_files: vec!["text.txt".into()],
            test_files: Vec::new(),
            network: "decoder, 2 layers, d 64, 2 heads, MLP 256 with GELU, learned positions".into(),
            n_parameters: 113_997,
            optimiser: "AdamW, rate 0.004, decay 0.1, clip 1, 100 steps of warm-up, then cosine to a tenth"
                .into(),
            batch: BATCH,
            n_steps: N_STEPS,
            steps_per_epoch: 250,
            metric: Metric {
                name: "validation loss".into(),
                unit: "nats per character".into(),
                target: 1.6,
                is_higher_better: false,
            },
            budget_secs: 240.0,
        }
    }

    fn read(&self, train: Vec<DataFile>, _: Vec<DataFile>, seed: u64) -> Result<Box<dyn Data>> {
        let file = train
            .into_iter()
            .next()
            .ok_or_else(|| crate::Error::Recipe("a training needs data files".to_owned()))?;
        Ok(Box::new(Novels { text: Text::read(&file.bytes)?, seed }))
    }

    fn build(&self, data: &dyn Data) -> Result<Network> {
        let mut list = ParameterList::new();
        let spec =
            TransformerSpec { is_tied: false, ..TransformerSpec::gpt2(data.names().len(), N_POS, 2, 2, 64) };
        let net = transformer(&mut list, &spec)?;
        let tokenizer = tokenizer(data.names().iter().filter_map(|name| name.chars().next()));
        Ok(Network {
            list,
            settings: Settings {
                optimiser: Optimiser::adam_w(0.1),
                rate: 4e-3,
                schedule: Schedule::Cosine { warm_up: 100, n_steps: N_STEPS as u64, floor: 0.1 },
                clip: Some(Clip::Norm { most: 1.0 }),
                ..Settings::default()
            },
            model: Box::new(move |p, (x, next)| {
                let scores = net.forward_hooked(p, x, &mut no_hook)?;
                Ok(Outcome::of(cross_entropy(&scores, next, 0.0)?.mean_all()?))
            }),
            score: |values, (_, next)| {
                let n = next.count() as f64;
                (f64::from(values[0].1[0]) * n, n)
            },
            folder: Box::new(move |tensors| decoder_folder(&spec, tokenizer.clone(), tensors)),
        })
    }
}

/// Text in memory as one byte a character.
struct Novels {
    text: Text,
    seed: u64,
}

impl Novels {
    fn tensors(windows: &Windows, range: std::ops::Range<usize>, device: &Device) -> Result<Batch> {
        let n = range.len();
        let of = |ids: &[u32]| {
            let data = ids[range.start * N_POS..range.end * N_POS].iter().map(|&id| id as f32).collect();
            Tensor::from_vec(data, &[n, N_POS], device)
        };
        Ok((of(&windows.inputs)?, of(&windows.targets)?))
    }
}

impl Data for Novels {
    fn n_train(&self) -> usize {
        self.text.train().len()
    }

    fn n_test(&self) -> usize {
        self.text.validation_windows(N_VALIDATION, N_POS).map_or(0, |windows| windows.inputs.len())
    }

    fn batch(&mut self, step: u64, device: &Device) -> Result<Batch> {
        Self::tensors(&self.text.train_windows(BATCH, N_POS, self.seed, step)?, 0..BATCH, device)
    }

    fn test_batches(&self, device: &Device) -> Result<Vec<Batch>> {
        let windows = self.text.validation_windows(N_VALIDATION, N_POS)?;
        let n = windows.inputs.len() / N_POS;
        let starts = (0..n).step_by(BATCH);
        starts.map(|start| Self::tensors(&windows, start..(start + BATCH).min(n), device)).collect()
    }

    fn names(&self) -> Vec<String> {
        self.text.characters().iter().map(char::to_string).collect()
    }
}
