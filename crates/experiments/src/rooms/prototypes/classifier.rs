//! Plain networks beside those with prototypes: one of equal size, and a judge of decoded prototypes.

use std::rc::Rc;

use data::Order;
use nn::{
    Activation, Layer, LayerSpec, Outcome, Pace, ParameterList, Parameters, Schedule, Sequential, Trainer,
    cross_entropy, sequential,
};
use recipe::Result;
use tensor::{Device, Tensor};

use super::network::{LAST_MAPS, MAPS};
use super::plan::{BATCH, N_CLASSES, N_TRAIN, Plan};
use crate::TrainingWatch;
use crate::pictures::Pictures;

/// Adam's rate.
const RATE: f64 = 1e-2;

/// A convolutional network that names pictures.
pub struct Classifier {
    net: Rc<Sequential>,
    trainer: Trainer<[Tensor; 2]>,
    order: Order,
    device: Device,
}

impl Classifier {
    /// Of the size of the others: their encoder, then dense layers of `m` units and of the classes.
    pub fn plain(plan: &Plan, side: usize, seed: u64, device: &Device) -> Result<Self> {
        let mut maps = vec![MAPS; if side > 16 { 3 } else { 2 }];
        maps.push(LAST_MAPS);
        Self::new(side, &maps, &[plan.n_prototypes, N_CLASSES], plan.n_steps(), seed, device)
    }

    /// Another architecture, that sees no prototype until it is done.
    pub fn judge(side: usize, n_steps: u64, seed: u64, device: &Device) -> Result<Self> {
        Self::new(side, &[16, 32], &[64, N_CLASSES], n_steps, seed, device)
    }

    fn new(
        side: usize,
        maps: &[usize],
        widths: &[usize],
        n_steps: u64,
        seed: u64,
        device: &Device,
    ) -> Result<Self> {
        let relu = || LayerSpec::Activation { function: Activation::Relu };
        let mut specs = Vec::new();
        for &n_out in maps {
            specs.extend([LayerSpec::Conv2d { n_out, kernel: 3, stride: 2, padding: 1 }, relu()]);
        }
        specs.push(LayerSpec::Flatten);
        for &n_out in widths {
            specs.extend([LayerSpec::Linear { n_out }, relu()]);
        }
        specs.pop();
        let mut list = ParameterList::new();
        let net = Rc::new(sequential(&mut list, "net", &[1, side, side], &specs)?);
        let parameters = Parameters::initialise(&list, seed, device)?;
        let own = net.clone();
        let model = move |p: &Parameters, [x, labels]: &[Tensor; 2]| {
            Ok(Outcome::of(cross_entropy(&own.forward(p, x)?, labels, 0.0)?.mean_all()?))
        };
        let schedule = Schedule::Cosine { warm_up: 0, n_steps, floor: 0.05 };
        let settings = nn::Settings { rate: RATE, schedule, ..nn::Settings::default() };
        let trainer = Trainer::new(parameters, settings, model)?;
        Ok(Self { net, trainer, order: Order::new(N_TRAIN, BATCH, seed)?, device: device.clone() })
    }

    /// Makes `n_steps` steps.
    pub async fn train(
        &mut self,
        n_steps: u64,
        train: &Pictures,
        labels: &[usize],
        watch: &mut TrainingWatch<'_, '_>,
    ) -> Result<()> {
        let (order, device) = (&mut self.order, &self.device);
        let batch = |step: u64| {
            let picks = order.batch(step);
            let classes = picks.iter().map(|&pick| labels[pick] as f32).collect();
            Ok([train.tensor(picks, &[BATCH], device)?, Tensor::from_vec(classes, &[BATCH], device)?])
        };
        let pace = Pace { curve_every: u64::MAX, keep_secs: f64::INFINITY, ..Pace::default() };
        Ok(self.trainer.run(n_steps, batch, pace, watch).await?)
    }

    /// Class scores of pictures `[n, side · side]`: `[n, classes]`.
    pub async fn scores(&self, pixels: &[f32], side: usize) -> Result<Vec<f32>> {
        let x =
            Tensor::from_vec(pixels.to_vec(), &[pixels.len() / (side * side), 1, side, side], &self.device)?;
        Ok(self.net.forward(self.trainer.parameters(), &x)?.to_vec().await?)
    }
}
