//! The trainings of a run, and what was measured on the way.

use recipe::Result;
use tensor::Device;

use super::ccgp::ccgp;
use super::figures;
use super::geometry::{accuracy, kernel, parallelism};
use super::measure::{Measures, mean, measure};
use super::nonlinearity::Nonlinearity;
use super::plane::Axes;
use super::population::{Group, Population, Sizes};
use super::task::{N_CONDITIONS, N_INPUTS, N_OUTPUTS, Target};
use crate::{Settings, Watch};

/// Points of the curves, beside the one before training.
const N_POINTS: u64 = 24;
/// Noisy samples of a condition that the decoder of cross-condition generalisation sees.
const N_DECODED: usize = 10;

/// What a run was asked to do.
pub struct Plan {
    /// What tanh is held against.
    pub rival: Nonlinearity,
    /// tanh itself, but in a deliberate fake.
    pub first: Nonlinearity,
    /// What the figures show.
    pub shown: Target,
    /// From 0, inputs linear in the bits, to 1, orthogonal conditions.
    pub structure: f64,
    /// Length of the noise.
    pub noise: f64,
    /// Steps of each training.
    pub n_steps: u64,
    /// What all networks share.
    pub sizes: Sizes,
    /// Whether to train the networks of the map too.
    pub with_map: bool,
}

impl Plan {
    /// From the card's parameters.
    pub fn new(settings: &Settings) -> Result<Self> {
        let linear = settings.is_fake("no_nonlinearity").then_some(Nonlinearity::Identity);
        let sizes = Sizes {
            n_nets: settings.count("nets")?,
            n_hidden: settings.count("hidden")?,
            gain: settings.number("gain")?,
            rate: settings.number("rate")?,
            is_readout_frozen: settings.flag("frozen_readout")?,
            is_shuffled: settings.is_fake("shuffled_labels"),
        };
        Ok(Self {
            rival: linear.unwrap_or(Nonlinearity::named(settings.choice("rival")?)),
            first: linear.unwrap_or(Nonlinearity::Tanh),
            shown: Target::named(settings.choice("target")?),
            structure: settings.number("structure")?,
            noise: settings.number("noise")?,
            n_steps: settings.count("steps")? as u64,
            sizes,
            with_map: settings.flag("map")?,
        })
    }

    /// The groups of both populations; the functions below say where each is.
    fn groups(&self) -> Vec<Group> {
        let group = |target, structure, noise| Group { target, structure, noise };
        let mut groups: Vec<Group> =
            Target::CLAIMED.iter().map(|&target| group(target, self.structure, self.noise)).collect();
        groups.extend(Target::CLAIMED.iter().map(|&target| group(target, self.structure, 0.0)));
        groups.push(group(Target::Dichotomy, 0.0, self.noise));
        groups.push(group(Target::TwoBits, 0.0, self.noise));
        groups.push(group(Target::Xor, 0.0, 0.0));
        if !Target::CLAIMED.contains(&self.shown) {
            groups.push(group(self.shown, self.structure, self.noise));
        }
        groups
    }
}

/// Place of a group: the settings' inputs, the same without noise, inputs linear in the bits.
#[derive(Clone, Copy)]
pub enum Case {
    /// At the settings.
    Set(usize),
    /// Without noise.
    Quiet(usize),
    /// One bit, then two bits, from factored inputs.
    Factored(usize),
    /// XOR from factored inputs without noise.
    FactoredXor,
}

impl Case {
    fn place(self) -> usize {
        match self {
            Case::Set(target) => target,
            Case::Quiet(target) => 3 + target,
            Case::Factored(target) => 6 + target,
            Case::FactoredXor => 8,
        }
    }
}

/// What became of one population.
pub struct Side {
    pub label: &'static str,
    /// The shown group at each point in time.
    pub curve: Vec<Measures>,
    pub untrained: Vec<Measures>,
    pub trained: Vec<Measures>,
    /// Cross-condition generalisation of networks that learned two bits: before and after, one number a network.
    pub ccgp: [Vec<f64>; 2],
    /// Parallelism of the same, after.
    pub parallelism: Vec<f64>,
    /// Share of right outputs of the shown group on noisy inputs that training did not see.
    pub noisy_accuracy: Vec<f64>,
    /// Kernel of the shown group's first network.
    pub kernel: Vec<f64>,
    /// Hidden weights of the same at each point in time, and its output weights at the end.
    pub kept: Vec<Vec<f32>>,
    pub readout: Vec<f32>,
}

impl Side {
    /// The trained networks of a case.
    pub fn at(&self, case: Case) -> &Measures {
        &self.trained[case.place()]
    }
}

/// All that a run found.
pub struct Study {
    pub sides: [Side; 2],
    /// Place of the shown group.
    pub shown: usize,
    /// Steps made at each point of the curves.
    pub steps: Vec<u64>,
    /// XOR at the settings with a clip to ±1, and with a ReLU capped at 1.
    pub clipped: Measures,
    pub capped: Measures,
    /// The shown group's first network's inputs, their kernel and that of the targets.
    pub axes: Axes,
    pub input_kernel: Vec<f64>,
    pub target_kernel: Vec<f64>,
}

impl Study {
    /// Trains and measures; the watcher is shown the curves as they grow.
    pub async fn run(plan: &Plan, seed: u32, device: &Device, watch: &mut Watch<'_>) -> Result<Self> {
        let groups = plan.groups();
        let shown = groups.iter().take(3).position(|group| group.target == plan.shown).unwrap_or(9);
        let population = |f, groups: Vec<Group>| Population::new(f, groups, plan.sizes, seed, device);
        let xor = vec![groups[2]];
        let mut populations = [
            population(plan.first, groups.clone())?,
            population(plan.rival, groups.clone())?,
            population(Nonlinearity::Clip, xor.clone())?,
            population(Nonlinearity::Capped, xor)?,
        ];
        let points: Vec<u64> = (0..=N_POINTS).map(|k| plan.n_steps * k * k / (N_POINTS * N_POINTS)).collect();
        let mut sides = [side(&populations[0], shown).await?, side(&populations[1], shown).await?];
        let all = plan.n_steps * populations.len() as u64;
        for (place, &point) in points.iter().enumerate().skip(1) {
            for which in 0..populations.len() {
                let made: u64 = populations.iter().map(Population::steps).sum();
                let others = made - populations[which].steps();
                populations[which].train_to(point, &mut watch.training(others, all)).await?;
            }
            for (side, population) in sides.iter_mut().zip(&populations) {
                side.trained = measure(population).await?;
                side.curve.push(side.trained[shown].clone());
                side.kept.push(population.weights(shown * plan.sizes.n_nets).await?[0].clone());
            }
            let [first, second] = &sides;
            let curves = [(first.label, &first.curve[..]), (second.label, &second.curve[..])];
            watch.show(|| Ok(vec![figures::curves(plan, &points[..=place], curves)]))?;
        }
        let net = shown * plan.sizes.n_nets;
        for (side, population) in sides.iter_mut().zip(&populations) {
            finish_side(side, population, shown).await?;
        }
        let means = populations[0].means.to_vec().await?;
        let means = &means[net * N_CONDITIONS * N_INPUTS..][..N_CONDITIONS * N_INPUTS];
        let targets = (0..N_CONDITIONS).flat_map(|condition| plan.shown.of(condition));
        let targets: Vec<f32> = targets.map(|y| y as f32).collect();
        let only =
            async |population: &Population| Ok::<_, recipe::Error>(measure(population).await?.swap_remove(0));
        Ok(Self {
            sides,
            shown,
            steps: points,
            clipped: only(&populations[2]).await?,
            capped: only(&populations[3]).await?,
            axes: Axes::new(means, plan.shown),
            input_kernel: kernel(means),
            target_kernel: kernel(&targets),
        })
    }
}

/// A population before training.
async fn side(population: &Population, shown: usize) -> Result<Side> {
    let untrained = measure(population).await?;
    Ok(Side {
        label: population.nonlinearity.label(),
        curve: vec![untrained[shown].clone()],
        trained: untrained.clone(),
        untrained,
        ccgp: [decode(population).await?.0, Vec::new()],
        parallelism: Vec::new(),
        noisy_accuracy: Vec::new(),
        kernel: Vec::new(),
        kept: vec![population.weights(shown * population.sizes.n_nets).await?[0].clone()],
        readout: Vec::new(),
    })
}

/// What is measured only at the end.
async fn finish_side(side: &mut Side, population: &Population, shown: usize) -> Result<()> {
    let n_nets = population.sizes.n_nets;
    let [hidden, _] = population.respond().await?;
    let width = N_CONDITIONS * population.sizes.n_hidden;
    let of = |net: usize| &hidden[net * width..][..width];
    side.kernel = kernel(of(shown * n_nets));
    side.parallelism =
        (n_nets..2 * n_nets).map(|net| mean(&[parallelism(of(net), 0), parallelism(of(net), 1)])).collect();
    let (ccgp, outputs) = decode(population).await?;
    side.ccgp[1] = ccgp;
    let width = N_CONDITIONS * N_DECODED * N_OUTPUTS;
    let of_shown = outputs.chunks_exact(width).skip(shown * n_nets).take(n_nets);
    side.noisy_accuracy = of_shown.map(|own| accuracy(own, population.groups[shown].target)).collect();
    side.readout = population.weights(shown * n_nets).await?[1].clone();
    Ok(())
}

/// Cross-condition generalisation of the networks that learn two bits (the second group), mean over both bits; and all
/// outputs to the noisy inputs.
async fn decode(population: &Population) -> Result<(Vec<f64>, Vec<f32>)> {
    let n_nets = population.sizes.n_nets;
    let [hidden, outputs] = population.respond_noisy(N_DECODED).await?;
    let width = N_CONDITIONS * N_DECODED * population.sizes.n_hidden;
    let of_net = |net: usize| {
        let own = &hidden[net * width..][..width];
        Ok(mean(&[ccgp(own, N_DECODED, 0)?, ccgp(own, N_DECODED, 1)?]))
    };
    let found = (n_nets..2 * n_nets).map(of_net).collect::<Result<_>>()?;
    Ok((found, outputs))
}
