//! The trainings of a run, and what was measured on the way.

use recipe::Result;
use tensor::{Device, Random};

use super::figures;
use super::initial::{Family, RANKS, entropy_rank, norm, singular_values, stable_rank};
use super::linear::{Start, Trained, train};
use super::measure::{Kernels, Measures, measure};
use super::network::{Population, Shape};
use super::task::Task;
use crate::{Settings, Watch};

/// Points of the curves, beside the one before training.
const N_POINTS: u64 = 8;
/// Linear networks of each kind.
pub const N_LINEAR: usize = 20;
/// Angles between a linear network's first weights and the task, in degrees.
pub const ANGLES: [f64; 7] = [0.0, 15.0, 30.0, 45.0, 60.0, 75.0, 90.0];

/// What a run was asked to do.
pub struct Plan {
    pub shape: Shape,
    pub n_steps: u64,
    pub families: Vec<Family>,
}

impl Plan {
    /// From the card's parameters.
    pub fn new(settings: &Settings) -> Result<Self> {
        let mut families: Vec<Family> = RANKS.into_iter().map(Family::Rank).collect();
        if settings.flag("brainlike")? {
            families.extend([Family::Dale, Family::CellTypes]);
        }
        let shape = Shape {
            n_nets: settings.count("nets")?,
            n: RANKS[RANKS.len() - 1],
            gain: settings.number("gain")?,
            rate: settings.number("rate")?,
            task: Task::named(settings.choice("task")?),
            is_rescaled: !settings.is_fake("no_rescaling"),
            is_shuffled: settings.is_fake("shuffled_labels"),
        };
        Ok(Self { shape, n_steps: settings.count("steps")? as u64, families })
    }
}

/// All that a run found.
pub struct Study {
    /// Steps made at each point of the curve, and what was measured there.
    pub steps: Vec<u64>,
    pub curve: Vec<Measures>,
    /// Norm of the first weights, one a network.
    pub norms: Vec<f64>,
    /// Singular values of the first network of each family, before and after.
    pub spectra: Vec<[Vec<f64>; 2]>,
    /// Stable rank and entropy rank of each family's first weights, mean over networks.
    pub ranks: Vec<[f64; 2]>,
    /// Tangent kernels of the first network of rank 1 and of full rank, before and after.
    pub kernels: [[Vec<f64>; 2]; 2],
    /// Linear networks: full rank, random rank 1; then one row an angle.
    pub linear_full: Vec<Trained>,
    pub linear_random: Vec<Trained>,
    pub linear_angles: Vec<Vec<Trained>>,
}

impl Study {
    /// The trained networks.
    pub fn last(&self) -> Measures {
        self.curve.last().cloned().unwrap_or_default()
    }

    /// Trains and measures; the watcher is shown the curves as they grow.
    pub async fn run(plan: &Plan, seed: u32, device: &Device, watch: &mut Watch<'_>) -> Result<Self> {
        watch.stage("training", 0.95).await?;
        let mut population = Population::new(plan.families.clone(), plan.shape, seed, device).await?;
        let points: Vec<u64> = (0..=N_POINTS).map(|k| plan.n_steps * k * k / (N_POINTS * N_POINTS)).collect();
        let before = population.weights().await?;
        let first = Kernels::of(population.gradients().await?);
        let mut last = first.clone();
        let mut curve = vec![measure(&population, &before, &first, &first).await?];
        for (place, &point) in points.iter().enumerate().skip(1) {
            population.train_to(point, &mut watch.training(0, plan.n_steps)).await?;
            last = Kernels::of(population.gradients().await?);
            curve.push(measure(&population, &before, &first, &last).await?);
            watch.show(|| Ok(figures::curves(plan, &points[..=place], &curve)))?;
        }
        let after = population.weights().await?;
        let (n, n_nets) = (plan.shape.n, plan.shape.n_nets);
        let (mut spectra, mut ranks) = (Vec::new(), Vec::new());
        for family in 0..plan.families.len() {
            let net = family * n_nets;
            let mut of_family = [0.0; 2];
            for weights in &before[net..net + n_nets] {
                let singular = singular_values(weights, n).await?;
                of_family[0] += stable_rank(&singular) / n_nets as f64;
                of_family[1] += entropy_rank(&singular) / n_nets as f64;
            }
            ranks.push(of_family);
            spectra.push([singular_values(&before[net], n).await?, singular_values(&after[net], n).await?]);
        }
        let pair = |net: usize| [first.tangent[net].clone(), last.tangent[net].clone()];
        let kernels = [pair(0), pair((RANKS.len() - 1) * n_nets)];
        watch.stage("linear networks", 1.0).await?;
        let linear = |start: Start| -> Vec<Trained> {
            let net = |k: u32| train(start, &Random::new(u64::from(seed)).split(k));
            (0..N_LINEAR as u32).map(net).collect()
        };
        let (linear_full, linear_random) = (linear(Start::Full), linear(Start::Random));
        let mut linear_angles = Vec::new();
        for (done, degrees) in ANGLES.into_iter().enumerate() {
            linear_angles.push(linear(Start::Rank1 { degrees }));
            watch.step(done + 1, ANGLES.len()).await?;
        }
        let wide = |weights: &Vec<f32>| norm(&weights.iter().map(|&w| f64::from(w)).collect::<Vec<_>>());
        Ok(Self {
            steps: points,
            curve,
            norms: before.iter().map(wide).collect(),
            spectra,
            ranks,
            kernels,
            linear_full,
            linear_random,
            linear_angles,
        })
    }
}
