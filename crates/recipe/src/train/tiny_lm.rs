//! Small language models on a mixture of a novel, facts and lists, in which heads that look back are known to be needed.

use data::{Alphabet, Shares};
use nn::Layer;
use nn::{
    Clip, Optimiser, Outcome, ParameterList, Positions, Schedule, Settings, TransformerSpec, cross_entropy,
    transformer,
};

use super::folder::{decoder_folder, tokenizer};
use super::mixed::{Curriculum, Mixed};
use super::task::{Data, Network, Task};
use super::{DataFile, Metric, TaskCard};
use crate::Result;

/// Characters that they look back on.
const N_POS: usize = 128;
const BATCH: usize = 16;
const N_STEPS: usize = 2400;
/// The same of the GPT-2, which must learn each position for itself: fewer of them, seen more often.
const GPT2_N_POS: usize = 64;
const GPT2_BATCH: usize = 32;
const GPT2_N_STEPS: usize = 3200;

/// First much that is copied, so that heads which look back come early; then more of the novel.
const CURRICULUM: Curriculum = &[(1400, Shares { novel: 0.35, words: 0.05, letters: 0.3 })];

/// A GPT-2.
pub(super) struct TinyGpt2;

/// A Llama.
pub(super) struct TinyLlama;

impl Task for TinyGpt2 {
    fn card(&self) -> TaskCard {
        TaskCard {
            id: "tiny-gpt2".into(),
            title: "A GPT-2 that looks things up".into(),
            network: "GPT-2, 4 layers, d 128, 4 heads, MLP 512, learned positions that begin as waves, head of its own".into(),
            n_parameters: 826_112,
            optimiser: optimiser("0.003"),
            batch: GPT2_BATCH,
            n_steps: GPT2_N_STEPS,
            ..common()
        }
    }

    fn read(&self, train: Vec<DataFile>, _: Vec<DataFile>, seed: u64) -> Result<Box<dyn Data>> {
        Mixed::read(train, CURRICULUM, [GPT2_BATCH, GPT2_N_POS], seed)
    }

    fn build(&self, _: &dyn Data) -> Result<Network> {
        let spec = TransformerSpec::gpt2(Alphabet::COUNT, GPT2_N_POS, 4, 4, 128);
        let positions = Positions::LearnedFromWaves { amplitude: 0.1 };
        network(TransformerSpec { positions, is_tied: false, ..spec }, 0.08, 3e-3, GPT2_N_STEPS)
    }
}

impl Task for TinyLlama {
    fn card(&self) -> TaskCard {
        TaskCard {
            id: "tiny-llama".into(),
            title: "A Llama that looks things up".into(),
            network:
                "Llama, 4 layers, d 128, 4 heads, gated MLP 344, rotary positions, biases, head of its own"
                    .into(),
            n_parameters: 821_568,
            optimiser: optimiser("0.002"),
            ..common()
        }
    }

    fn read(&self, train: Vec<DataFile>, _: Vec<DataFile>, seed: u64) -> Result<Box<dyn Data>> {
        Mixed::read(train, CURRICULUM, [BATCH, N_POS], seed)
    }

    fn build(&self, _: &dyn Data) -> Result<Network> {
        let spec = TransformerSpec::llama(Alphabet::COUNT, N_POS, 4, 4, 128);
        network(TransformerSpec { has_bias: true, is_tied: false, ..spec }, 0.05, 2e-3, N_STEPS)
    }
}

/// What both cards share.
pub(super) fn common() -> TaskCard {
    TaskCard {
        id: String::new(),
        title: String::new(),
        about: "Guesses each next character of Jane Austen, of lists that repeat, and of facts such as kQ that were stated before.".into(),
        data: "austen".into(),
        train_files: vec!["text.txt".into()],
        test_files: Vec::new(),
        network: String::new(),
        n_parameters: 0,
        optimiser: String::new(),
        batch: BATCH,
        n_steps: N_STEPS,
        steps_per_epoch: 200,
        metric: Metric {
            name: "validation loss".into(),
            unit: "nats per character of the novel".into(),
            target: 1.7,
            is_higher_better: false,
        },
        budget_secs: 900.0,
    }
}

fn optimiser(rate: &str) -> String {
    format!(
        "AdamW (0.9, 0.98), rate {rate}, decay 0.05, clip 1, 100 steps of warm-up, then cosine to a twentieth"
    )
}

/// `init_std` is wider than that of the published models, whose residual streams are wide themselves.
fn network(spec: TransformerSpec, init_std: f64, rate: f64, n_steps: usize) -> Result<Network> {
    let mut list = ParameterList::new();
    let spec = TransformerSpec { init_std, ..spec };
    let net = transformer(&mut list, &spec)?;
    Ok(Network {
        list,
        settings: Settings {
            optimiser: Optimiser::AdamW { beta1: 0.9, beta2: 0.98, eps: 1e-8, weight_decay: 0.05 },
            rate,
            schedule: Schedule::Cosine { warm_up: 100, n_steps: n_steps as u64, floor: 0.05 },
            clip: Some(Clip::Norm { most: 1.0 }),
            ..Settings::default()
        },
        model: Box::new(move |p, (x, next)| {
            let scores = net.forward(p, x)?;
            Ok(Outcome::of(cross_entropy(&scores, next, 0.0)?.mean_all()?))
        }),
        score: |values, (_, next)| {
            let n = next.count() as f64;
            (f64::from(values[0].1[0]) * n, n)
        },
        folder: Box::new(move |tensors| decoder_folder(&spec, tokenizer(Alphabet::characters()), tensors)),
    })
}
