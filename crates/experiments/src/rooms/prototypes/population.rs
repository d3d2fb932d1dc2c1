//! The networks of a run, trained as one.

use std::rc::Rc;

use data::Order;
use draws::Draws;
use nn::{Outcome, Pace, ParameterList, Parameters, Schedule, Trainer, for_each_net};
use recipe::Result;
use tensor::{Device, Tensor};

use super::deform::Deformation;
use super::network::{Layers, Terms};
use super::plan::{BATCH, N_CLASSES, Plan, VARIANTS};
use crate::TrainingWatch;
use crate::pictures::Pictures;

/// Adam's rate, which falls to a twentieth of it along a cosine. The repository's 0.002 needs its 1,500 epochs.
const RATE: f64 = 1e-2;
/// Pictures that pass at once where nothing is trained.
const AT_ONCE: usize = 500;

/// All [`VARIANTS`].
pub struct Population {
    pub layers: Layers,
    trainer: Trainer<[Tensor; 2]>,
    order: Order,
    deformation: Option<Deformation>,
    device: Device,
}

/// What networks make of pictures: numbers `[variant][picture, …]`.
pub struct Said {
    /// `[d]` each.
    pub codes: Vec<Vec<f32>>,
    /// `[m]` each: squared distances to the prototypes.
    pub distances: Vec<Vec<f32>>,
    /// `[classes]` each.
    pub scores: Vec<Vec<f32>>,
    /// ‖g(f(x)) − x‖² each.
    pub errors: Vec<Vec<f32>>,
}

impl Population {
    /// Before training: all from the same numbers.
    pub fn new(plan: &Plan, side: usize, draws: Draws, device: &Device) -> Result<Self> {
        let mut list = ParameterList::new();
        let layers = Layers::new(&mut list, side, plan.n_prototypes)?;
        let parameters = Parameters::initialise_many(&list, &[draws.at(0); VARIANTS.len()], device)?;
        let weights = |of: fn(usize) -> f64, by: f64| {
            let numbers = (0..VARIANTS.len()).map(|at| (of(at) * by) as f32).collect();
            Tensor::from_vec(numbers, &[VARIANTS.len()], device)
        };
        let r1 = weights(|at| VARIANTS[at].r1, plan.terms[0])?;
        let r2 = weights(|at| VARIANTS[at].r2, plan.terms[1])?;
        let (own, naming) = (layers.clone(), plan.naming as f32);
        let model = move |p: &Parameters, [x, labels]: &[Tensor; 2]| {
            let Terms { naming: ce, rebuilding, r1: near, r2: covered } =
                own.terms(p, &for_each_net(p, x)?, labels)?;
            let loss = ce.scale(naming)?.add(&rebuilding)?.add(&near.mul(&r1)?)?.add(&covered.mul(&r2)?)?;
            Ok(Outcome::of(loss))
        };
        let schedule = Schedule::Cosine { warm_up: 0, n_steps: plan.n_steps(), floor: 0.05 };
        let settings = nn::Settings { rate: RATE, schedule, ..nn::Settings::default() };
        Ok(Self {
            layers,
            trainer: Trainer::new(parameters, settings, model)?,
            order: Order::new(super::plan::N_TRAIN, BATCH, draws.at(1))?,
            deformation: plan.is_deformed.then(|| Deformation::new(side, draws.stream(2))),
            device: device.clone(),
        })
    }

    /// Makes steps until `n_steps` were made: all networks see the same pictures, each with its own labels.
    pub async fn train_to(
        &mut self,
        n_steps: u64,
        train: &Rc<Pictures>,
        labels: &[Rc<Vec<usize>>],
        watch: &mut TrainingWatch<'_, '_>,
    ) -> Result<()> {
        let (order, device, deformation) = (&mut self.order, &self.device, &self.deformation);
        let batch = |step: u64| {
            let picks = order.batch(step);
            let classes = labels.iter().flat_map(|own| picks.iter().map(|&pick| own[pick] as f32)).collect();
            let x = match deformation {
                Some(deformation) => deformation.batch(train, picks, step, device)?,
                None => train.tensor(picks, &[BATCH], device)?,
            };
            Ok([x, Tensor::from_vec(classes, &[labels.len(), BATCH], device)?])
        };
        let pace = Pace { curve_every: u64::MAX, keep_secs: f64::INFINITY, ..Pace::default() };
        Ok(self.trainer.run(n_steps, batch, pace, watch).await?)
    }

    /// What all networks make of the first `n` pictures.
    pub async fn say(&self, pictures: &Pictures, n: usize) -> Result<Said> {
        let new = || vec![Vec::new(); VARIANTS.len()];
        let mut said = Said { codes: new(), distances: new(), scores: new(), errors: new() };
        let p = self.trainer.parameters();
        for start in (0..n).step_by(AT_ONCE) {
            let picks: Vec<usize> = (start..n.min(start + AT_ONCE)).collect();
            let x = for_each_net(p, &pictures.tensor(&picks, &[picks.len()], &self.device)?)?;
            let codes = self.layers.encode(p, &x)?.detach()?;
            let distances = codes.squared_distances(&self.layers.prototypes(p)?)?;
            let scores = distances.matmul(&self.layers.weight(p)?)?;
            let shape = [VARIANTS.len(), picks.len(), pictures.side * pictures.side];
            let errors = self.layers.decode(p, &codes)?.sub(&x.reshape(&shape)?)?.square()?.sum(2)?;
            Tensor::evaluate_all(&[codes.clone(), distances.clone(), scores.clone(), errors.clone()])?;
            add(&mut said.codes, &codes.to_vec().await?);
            add(&mut said.distances, &distances.to_vec().await?);
            add(&mut said.scores, &scores.to_vec().await?);
            add(&mut said.errors, &errors.to_vec().await?);
        }
        Ok(said)
    }

    /// Prototypes of each network, `[variant][m, d]`.
    pub async fn prototypes(&self) -> Result<Vec<Vec<f32>>> {
        Ok(split(&self.layers.prototypes(self.trainer.parameters())?.to_vec().await?))
    }

    /// Weights of each network's last layer, `[variant][m, classes]`.
    pub async fn weights(&self) -> Result<Vec<Vec<f32>>> {
        Ok(split(&self.layers.weight(self.trainer.parameters())?.to_vec().await?))
    }

    /// Each network's prototypes as pictures, `[variant][m, side · side]`.
    pub async fn decoded(&self) -> Result<Vec<Vec<f32>>> {
        let p = self.trainer.parameters();
        Ok(split(&self.layers.decode(p, &self.layers.prototypes(p)?)?.to_vec().await?))
    }

    /// How each network names its own prototypes: class scores where the code is the prototype, `[variant][m, classes]`.
    pub async fn scores_of_prototypes(&self) -> Result<Vec<Vec<f32>>> {
        let p = self.trainer.parameters();
        let prototypes = self.layers.prototypes(p)?;
        Ok(split(
            &prototypes.squared_distances(&prototypes)?.matmul(&self.layers.weight(p)?)?.to_vec().await?,
        ))
    }

    /// Codes of pictures by one network, and the picture of each of those codes: `[n, d]` and `[n, side · side]`.
    pub async fn through(
        &self,
        variant: usize,
        pictures: &Pictures,
        picks: &[usize],
    ) -> Result<[Vec<f32>; 2]> {
        let p = self.trainer.parameters();
        let x = for_each_net(p, &pictures.tensor(picks, &[picks.len()], &self.device)?)?;
        let codes = self.layers.encode(p, &x)?;
        let rebuilt = self.layers.decode(p, &codes)?.slice(0, variant, 1)?;
        Ok([codes.slice(0, variant, 1)?.to_vec().await?, rebuilt.to_vec().await?])
    }
}

fn add(all: &mut [Vec<f32>], numbers: &[f32]) {
    for (own, part) in all.iter_mut().zip(numbers.chunks_exact(numbers.len() / VARIANTS.len())) {
        own.extend_from_slice(part);
    }
}

fn split(numbers: &[f32]) -> Vec<Vec<f32>> {
    numbers.chunks_exact(numbers.len() / VARIANTS.len()).map(<[f32]>::to_vec).collect()
}

/// The place of the largest of each row of `[n, classes]`.
pub fn named(scores: &[f32]) -> Vec<usize> {
    let largest =
        |row: &[f32]| (0..row.len()).fold(0, |best, at| if row[at] > row[best] { at } else { best });
    scores.chunks_exact(N_CLASSES).map(largest).collect()
}

/// Share of rows of `[n, classes]` whose largest is at the label.
pub fn accuracy(scores: &[f32], labels: &[usize]) -> f64 {
    let right = named(scores).iter().zip(labels).filter(|(named, label)| named == label).count();
    right as f64 / labels.len() as f64
}
