//! How the networks learn the language.

use std::collections::BTreeMap;
use std::rc::Rc;

use draws::Draws;
use formats::safetensors::{Precision, write_as};
use nn::{Clip, Optimiser, Outcome, Parameters, Schedule, Settings, Trainer, cross_entropy, no_hook};
use recipe::Result;
use tensor::{Device, Tensor};

use super::language::{Language, text};
use super::network::{Kind, N_POS, Network};
use crate::{Lab, LabFile, Say};

/// Texts of a step.
const BATCH: usize = 16;
/// Steps of the whole training.
pub const N_STEPS: u64 = 480;
/// Moments at which a network is kept, in steps.
pub const MOMENTS: [u64; 8] = [60, 120, 180, 240, 300, 360, 420, 480];
const WARM_UP: u64 = 20;

/// A training under way.
pub struct Training {
    /// The network.
    pub network: Rc<Network>,
    trainer: Trainer<[Tensor; 2]>,
    language: Language,
    draws: Draws,
    never_again: bool,
}

impl Training {
    /// A network before training. Weights and texts follow from `seed`; networks of one seed see the same texts.
    pub fn new(kind: Kind, seed: u32, never_again: bool, device: &Device) -> Result<Self> {
        let (network, list) = Network::new(kind)?;
        let network = Rc::new(network);
        let parameters = Parameters::initialise(&list, u64::from(seed), device)?;
        let settings = Settings {
            optimiser: Optimiser::AdamW { beta1: 0.9, beta2: 0.98, eps: 1e-8, weight_decay: 0.02 },
            rate: if kind == Kind::Lstm { 5e-3 } else { 4e-3 },
            schedule: Schedule::Cosine { warm_up: WARM_UP, n_steps: N_STEPS, floor: 0.1 },
            clip: Some(Clip::Norm { most: 1.0 }),
            ..Settings::default()
        };
        let model = network.clone();
        let trainer = Trainer::new(parameters, settings, move |p: &Parameters, [x, next]: &[Tensor; 2]| {
            let scores = model.forward(p, x, &mut no_hook)?;
            Ok(Outcome::of(cross_entropy(&scores, next, 0.0)?.mean_all()?))
        })?;
        let draws = Draws::new(u64::from(seed)).stream(0);
        Ok(Self { network, trainer, language: Language::new(), draws, never_again })
    }

    /// One step; its loss in nats a word.
    pub async fn step(&mut self, device: &Device) -> Result<f64> {
        let draws = self.draws.stream(self.trainer.steps());
        let texts: Vec<Vec<usize>> = (0..BATCH as u64)
            .map(|number| text(&self.language, N_POS + 1, draws.stream(number), self.never_again))
            .collect();
        let part = |from: usize| {
            let ids = texts.iter().flat_map(|text| &text[from..from + N_POS]).map(|&id| id as f32).collect();
            Tensor::from_vec(ids, &[BATCH, N_POS], device)
        };
        let outcome = self.trainer.step(&[part(0)?, part(1)?])?;
        let values = outcome.read().await?;
        Ok(values.first().and_then(|(_, own)| own.first()).map_or(f64::NAN, |&loss| f64::from(loss)))
    }

    /// Steps made.
    pub fn n_steps(&self) -> u64 {
        self.trainer.steps()
    }

    /// The network's numbers as they stand.
    pub fn parameters(&self) -> &Parameters {
        self.trainer.parameters()
    }
}

/// Trains the committed `list-readers`, or only their first steps: a file of weights for each.
pub async fn train(lab: &Lab, seed: u32, n_steps: Option<u64>, say: &mut Say<'_>) -> Result<Vec<LabFile>> {
    let n_steps = n_steps.unwrap_or(N_STEPS).min(N_STEPS);
    let mut files = Vec::new();
    for kind in Kind::ALL {
        let mut training = Training::new(kind, seed, false, &lab.device)?;
        let mut rows: Vec<(String, Vec<usize>, Vec<f32>)> = Vec::new();
        for step in 1..=n_steps {
            let loss = training.step(&lab.device).await?;
            if step % 50 == 0 || step == n_steps {
                say(&format!("{}, step {step} of {n_steps}: loss {loss:.3} nats a word", kind.name()));
            }
            // Of the others only the end is kept.
            if step == n_steps || (MOMENTS.contains(&step) && kind == Kind::TwoLayers) {
                let parameters = training.trainer.snapshot().await?.parameters;
                let named = |(name, shape, own)| (format!("{step}/{name}"), shape, own);
                rows.extend(parameters.into_iter().map(named));
            }
        }
        let rows: Vec<_> =
            rows.iter().map(|(name, shape, own)| (name.clone(), shape.clone(), &own[..])).collect();
        let bytes = write_as(Precision::Half, &rows, &BTreeMap::new())?;
        files.push(LabFile { name: format!("{}.safetensors", kind.name()), bytes });
    }
    Ok(files)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_loss_of_each_network_falls_within_five_steps() {
        for kind in Kind::ALL {
            let mut training = Training::new(kind, 1, false, &Device::Cpu).unwrap();
            let step = |_| pollster::block_on(training.step(&Device::Cpu)).unwrap();
            let losses: Vec<f64> = (0..5).map(step).collect();
            assert!(losses[4] < losses[0], "{}: {losses:?}", kind.name());
        }
    }
}
