//! The trainings of a run, and what was measured on the way.

use nn::{Activation, Optimiser};
use recipe::Result;
use tensor::Device;

use super::feature::Feature;
use super::figures;
use super::measure::{Measures, Test, measure};
use super::order::{Order, order};
use super::population::{Group, Population, Shape};
use super::similarity::Similarity;
use super::units::Units;
use crate::{Settings, Watch};

/// Points of the curves, beside the one before training.
const N_POINTS: u64 = 12;

/// Place of each group of the main population.
pub const XOR: usize = 0;
pub const PARITY3: usize = 1;
pub const TWINS: usize = 2;
const EASY_ONLY: usize = 3;
const HARD_ONLY: usize = 4;

/// What a run was asked to do.
pub struct Plan {
    /// What the figures show beside the easy feature.
    pub hard: Feature,
    /// What all networks share.
    pub shape: Shape,
    /// Steps of each training.
    pub n_steps: u64,
    /// Steps with the hard feature alone, at most, and steps with both after that; of the networks of order.
    pub n_alone: u64,
    pub n_together: u64,
    /// Whether to train these too.
    pub with_order: bool,
}

impl Plan {
    /// From the card's parameters.
    pub fn new(settings: &Settings) -> Result<Self> {
        let n_steps = settings.count("steps")? as u64;
        let rate = settings.number("rate")?;
        let (optimiser, times) = match settings.choice("optimiser")? {
            "sgd" => (Optimiser::sgd(), super::order::SGD_TIMES),
            "momentum" => (
                Optimiser::Sgd { momentum: 0.9, nesterov: false, weight_decay: 0.0 },
                super::order::SGD_TIMES / 10.0,
            ),
            _ => (Optimiser::adam(), 1.0),
        };
        let activation = match settings.choice("activation")? {
            "tanh" => Activation::Tanh,
            "gelu" => Activation::GeluErf,
            _ => Activation::Relu,
        };
        let shape = Shape {
            n_nets: settings.count("nets")?,
            depth: settings.count("depth")?,
            width: settings.count("width")?,
            gain: settings.number("gain")?,
            activation,
            optimiser,
            rate: times * rate,
            prevalence: settings.number("prevalence")?,
            is_shuffled: settings.is_fake("shuffled_labels"),
        };
        Ok(Self {
            hard: Feature::named(settings.choice("hard")?),
            shape,
            n_steps: if settings.is_fake("stops_early") { n_steps / 10 } else { n_steps },
            n_alone: settings.count("alone")? as u64,
            n_together: n_steps / 2,
            with_order: settings.flag("order")?,
        })
    }

    /// The group whose figures are shown.
    pub fn shown(&self) -> usize {
        if self.hard == Feature::Parity3 { PARITY3 } else { XOR }
    }

    fn groups(&self) -> Vec<Group> {
        let group = |wanted| Group { wanted, n_alone: 0 };
        vec![
            group([Some(Feature::Easy), Some(Feature::Xor)]),
            group([Some(Feature::Easy), Some(Feature::Parity3)]),
            group([Some(Feature::Easy), Some(Feature::Twin)]),
            group([Some(Feature::Easy), None]),
            group([None, Some(self.hard)]),
        ]
    }
}

/// All that a run found.
pub struct Study {
    /// Steps made at each point of the curve.
    pub steps: Vec<u64>,
    /// The shown group at each point in time.
    pub curve: Vec<Measures>,
    pub untrained: Vec<Measures>,
    pub trained: Vec<Measures>,
    /// Of the shown group's last hidden layer.
    pub units: Units,
    pub similarity: Similarity,
    /// Where it was asked for.
    pub order: Option<Order>,
}

impl Study {
    /// Trains and measures; the watcher is shown the curves as they grow.
    pub async fn run(plan: &Plan, seed: u32, device: &Device, watch: &mut Watch<'_>) -> Result<Self> {
        watch.stage("training", if plan.with_order { 0.55 } else { 0.95 }).await?;
        let test = Test::new(seed, device)?;
        let mut population = Population::new(plan.groups(), plan.shape, seed, device)?;
        let points: Vec<u64> = (0..=N_POINTS).map(|k| plan.n_steps * k * k / (N_POINTS * N_POINTS)).collect();
        let untrained = measure(&population, &test).await?;
        let mut curve = vec![untrained[plan.shown()].clone()];
        let mut trained = untrained.clone();
        for (place, &point) in points.iter().enumerate().skip(1) {
            population.train_to(point, &mut watch.training(0, plan.n_steps)).await?;
            trained = measure(&population, &test).await?;
            curve.push(trained[plan.shown()].clone());
            watch.show(|| Ok(figures::curves(plan, &points[..=place], &curve)))?;
        }
        watch.stage("comparing", if plan.with_order { 0.6 } else { 1.0 }).await?;
        let mut read = population.respond(&test.x).await?;
        read.pop();
        let last = read.pop().unwrap_or_default();
        let (n_nets, width) = (plan.shape.n_nets, plan.shape.width);
        let size = super::measure::N_TEST * width;
        let of_groups = |groups: &[usize]| -> Vec<&[f32]> {
            let nets = groups.iter().flat_map(|&group| group * n_nets..(group + 1) * n_nets);
            nets.map(|net| &last[net * size..][..size]).collect()
        };
        let units = Units::new(&of_groups(&[plan.shown()]), [Feature::Easy, plan.hard], &test)?;
        let kinds = [EASY_ONLY, HARD_ONLY, plan.shown()];
        let similarity = Similarity::new(&of_groups(&kinds), width, seed)?;
        let order = match plan.with_order {
            true => {
                watch.stage("training in order", 1.0).await?;
                Some(order(plan, &test, seed, device, watch).await?)
            }
            false => None,
        };
        Ok(Self { steps: points, curve, untrained, trained, units, similarity, order })
    }
}
