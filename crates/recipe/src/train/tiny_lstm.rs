//! A recurrent language model on the mixture that the small transformers learn from: what it cannot look back on, it has to
//! remember.

use data::Alphabet;
use nn::{
    Clip, Embedding, Layer, Linear, Lstm, Optimiser, Outcome, ParameterList, Parameters, Schedule, Settings,
    cross_entropy, embedding, linear, lstm,
};
use tensor::Tensor;

use super::folder::{recurrent_folder, tokenizer};
use super::mixed::Mixed;
use super::task::{Data, Network, Task};
use super::tiny_lm::common;
use super::{DataFile, TaskCard};
use crate::Result;

const N_POS: usize = 64;
const BATCH: usize = 32;
const N_STEPS: usize = 2000;
const D_EMBED: usize = 64;
const HIDDEN: usize = 256;

/// A character LSTM.
pub(super) struct TinyCharLstm;

impl Task for TinyCharLstm {
    fn card(&self) -> TaskCard {
        TaskCard {
            id: "tiny-char-lstm".into(),
            title: "An LSTM on the same text".into(),
            network: "LSTM, 1 layer, embedding 64, hidden 256".into(),
            n_parameters: 360_544,
            optimiser:
                "AdamW, rate 0.004, decay 0.01, clip 1, 100 steps of warm-up, then cosine to a twentieth"
                    .into(),
            batch: BATCH,
            n_steps: N_STEPS,
            steps_per_epoch: 250,
            budget_secs: 400.0,
            ..common()
        }
    }

    fn read(&self, train: Vec<DataFile>, _: Vec<DataFile>, seed: u64) -> Result<Box<dyn Data>> {
        Mixed::read(train, &[], [BATCH, N_POS], seed)
    }

    fn build(&self, _: &dyn Data) -> Result<Network> {
        let mut list = ParameterList::new();
        let vocab = Alphabet::COUNT;
        let net = CharLstm {
            embedding: embedding(&mut list, "embedding", vocab, D_EMBED, 0.1)?,
            lstm: lstm(&mut list, "rnn", D_EMBED, HIDDEN, 1)?,
            head: linear(&mut list, "head", HIDDEN, vocab)?,
        };
        Ok(Network {
            list,
            settings: Settings {
                optimiser: Optimiser::adam_w(0.01),
                rate: 4e-3,
                schedule: Schedule::Cosine { warm_up: 100, n_steps: N_STEPS as u64, floor: 0.05 },
                clip: Some(Clip::Norm { most: 1.0 }),
                ..Settings::default()
            },
            model: Box::new(move |p, (x, next)| {
                // [pos · batch]: position after position, as the states come.
                let next = next.transpose()?.reshape(&[next.count()])?;
                Ok(Outcome::of(cross_entropy(&net.scores(p, x)?, &next, 0.0)?.mean_all()?))
            }),
            score: |values, (_, next)| {
                let n = next.count() as f64;
                (f64::from(values[0].1[0]) * n, n)
            },
            folder: Box::new(move |tensors| {
                recurrent_folder([vocab, D_EMBED, HIDDEN], tokenizer(Alphabet::characters()), tensors)
            }),
        })
    }
}

struct CharLstm {
    embedding: Embedding,
    lstm: Lstm,
    head: Linear,
}

impl CharLstm {
    /// Tokens `[batch, pos]` → scores `[pos · batch, vocab]`.
    fn scores(&self, p: &Parameters, tokens: &Tensor) -> nn::Result<Tensor> {
        let (batch, n_pos) = (tokens.shape()[0], tokens.shape()[1]);
        let step = |at: usize| self.embedding.forward(p, &tokens.slice(1, at, 1)?.reshape(&[batch])?);
        let steps: Vec<Tensor> = (0..n_pos).map(step).collect::<nn::Result<_>>()?;
        let states = self.lstm.steps(p, &steps)?;
        self.head.forward(p, &Tensor::concat(&states.iter().collect::<Vec<_>>(), 0)?)
    }
}
