//! Many networks of one shape, trained as one.

use nn::{
    Activation, Init, Layer, Mlp, Optimiser, Outcome, Pace, ParameterList, Parameters, Trainer,
    binary_cross_entropy, for_each_net, linear_with,
};
use recipe::Result;
use tensor::{Device, Random, Tensor, fold_key};

use super::feature::{Feature, N_INPUTS, N_OUTPUTS, all_values};
use crate::TrainingWatch;

/// What the networks of a group learn.
#[derive(Clone, Copy, Debug)]
pub struct Group {
    /// What each output is to say; nothing where its loss does not count.
    pub wanted: [Option<Feature>; N_OUTPUTS],
    /// Steps during which only the second output's loss counts.
    pub n_alone: u64,
}

/// What all networks of a population share.
#[derive(Clone, Copy, Debug)]
pub struct Shape {
    /// Networks of a group. Network k of each group starts from the same weights and sees the same inputs.
    pub n_nets: usize,
    /// Hidden layers.
    pub depth: usize,
    /// Units of each.
    pub width: usize,
    /// Standard deviation of the first weights, times √(units that feed them); biases begin at 0.
    pub gain: f64,
    /// Of the hidden layers.
    pub activation: Activation,
    /// How it learns.
    pub optimiser: Optimiser,
    /// Learning rate.
    pub rate: f64,
    /// Share of the samples on which the first output's loss counts.
    pub prevalence: f64,
    /// Whether answers are drawn anew for each sample: a deliberate fake.
    pub is_shuffled: bool,
}

/// Samples of a step, fresh in each.
const BATCH: usize = 128;

/// What a step needs: inputs `[n, BATCH, N_INPUTS]` and wanted answers `[n, BATCH, N_OUTPUTS]`, 0 where none is.
type Batch = [Tensor; 2];

/// Shapes: `[n, …]` is one entry a network, group by group.
pub struct Population {
    pub groups: Vec<Group>,
    pub shape: Shape,
    layers: Mlp,
    trainer: Trainer<Batch>,
    /// Steps made before the trainer last forgot.
    n_before: u64,
    /// `[n, features, N_OUTPUTS]`: 1 where an output is to say a feature.
    chosen: Tensor,
    key: [u32; 2],
    device: Device,
}

impl Population {
    /// Networks before training. Everything random follows from `seed` and a network's place in its group.
    pub fn new(groups: Vec<Group>, shape: Shape, seed: u32, device: &Device) -> Result<Self> {
        let n = groups.len() * shape.n_nets;
        let root = Random::new(u64::from(seed));
        let mut list = ParameterList::new();
        let mut sizes = vec![shape.width; shape.depth + 2];
        (sizes[0], sizes[shape.depth + 1]) = (N_INPUTS, N_OUTPUTS);
        let init = Init::KaimingNormal { gain: shape.gain };
        let mut layer = |(at, pair): (usize, &[usize])| {
            linear_with(&mut list, &format!("layers.{at}"), [pair[0], pair[1]], init, Some(Init::Zeros))
        };
        let layers = sizes.windows(2).enumerate().map(&mut layer).collect::<nn::Result<_>>()?;
        let layers = Mlp { layers, activation: shape.activation };
        let seed_of = |net: usize| {
            let [low, high] = root.split((net % shape.n_nets) as u32).key();
            u64::from(high) << 32 | u64::from(low)
        };
        let seeds: Vec<u64> = (0..n).map(seed_of).collect();
        let parameters = Parameters::initialise_many(&list, &seeds, device)?;
        let mut chosen = vec![0.0; n * Feature::ALL.len() * N_OUTPUTS];
        for net in 0..n {
            for (output, wanted) in groups[net / shape.n_nets].wanted.iter().enumerate() {
                if let Some(feature) = wanted {
                    chosen[(net * Feature::ALL.len() + feature.place()) * N_OUTPUTS + output] = 1.0;
                }
            }
        }
        Ok(Self {
            trainer: trainer(parameters, &shape, &layers)?,
            chosen: Tensor::from_vec(chosen, &[n, Feature::ALL.len(), N_OUTPUTS], device)?,
            key: root.split_named("inputs").key(),
            device: device.clone(),
            n_before: 0,
            groups,
            shape,
            layers,
        })
    }

    /// Steps made.
    pub fn steps(&self) -> u64 {
        self.n_before + self.trainer.steps()
    }

    /// Forgets what the optimiser remembers; weights stay.
    pub fn forget(&mut self) -> Result<()> {
        self.n_before = self.steps();
        self.trainer = trainer(self.trainer.parameters().clone(), &self.shape, &self.layers)?;
        Ok(())
    }

    /// Makes steps until `n_steps` were made in all.
    pub async fn train_to(&mut self, n_steps: u64, watch: &mut TrainingWatch<'_, '_>) -> Result<()> {
        let (n_before, groups, shape) = (self.n_before, self.groups.clone(), self.shape);
        let (chosen, key, device) = (self.chosen.clone(), self.key, self.device.clone());
        let batch = move |step: u64| {
            let step = n_before + step;
            draw(&groups, &shape, &chosen, fold_key(key, step as u32), step, &device)
        };
        let pace = Pace { curve_every: u64::MAX, keep_secs: f64::INFINITY, ..Pace::default() };
        Ok(self.trainer.run(n_steps - n_before, batch, pace, watch).await?)
    }

    /// What each hidden layer and the outputs say to inputs `[n_samples, N_INPUTS]`: `[n, n_samples, width]` each.
    pub async fn respond(&self, x: &Tensor) -> Result<Vec<Vec<f32>>> {
        let parameters = self.trainer.parameters();
        let layers = self.layers.activations(parameters, &for_each_net(parameters, x)?)?;
        Tensor::evaluate_all(&layers)?;
        let mut read = Vec::with_capacity(layers.len());
        for layer in &layers {
            read.push(layer.to_vec().await?);
        }
        Ok(read)
    }
}

/// `n_samples` random inputs as numbers, for tests: `[n_samples, N_INPUTS]`.
pub fn samples(n_samples: usize, seed: u32) -> Vec<f32> {
    let mut random = Random::new(u64::from(seed)).split_named("test inputs");
    (0..n_samples * N_INPUTS).map(|_| if random.uniform() < 0.5 { -1.0 } else { 1.0 }).collect()
}

/// Fresh inputs and the answers wanted of each network at a step.
fn draw(
    groups: &[Group],
    shape: &Shape,
    chosen: &Tensor,
    key: [u32; 2],
    step: u64,
    device: &Device,
) -> nn::Result<Batch> {
    let (n_groups, n_nets) = (groups.len(), shape.n_nets);
    let half = Tensor::full(0.5, &[], device)?;
    let coins = |part: u32, width: usize| {
        let drawn = Tensor::random_uniform(fold_key(key, part), &[n_nets, BATCH, width], device)?;
        drawn.less(&half)?.scale(2.0)?.shift(-1.0)
    };
    let for_groups = |of_nets: &Tensor| {
        let width = of_nets.shape()[2];
        let each = of_nets.unsqueeze(0)?.broadcast_to(&[n_groups, n_nets, BATCH, width])?;
        each.reshape(&[n_groups * n_nets, BATCH, width])
    };
    let x = coins(0, N_INPUTS)?;
    let values = if shape.is_shuffled { coins(1, Feature::ALL.len())? } else { all_values(&x)? };
    let mut wanted = for_groups(&values)?.matmul(chosen)?;
    if groups.iter().any(|group| group.n_alone > 0) {
        let counts = |group: &Group| [f32::from(u8::from(step >= group.n_alone)), 1.0];
        let each = groups.iter().flat_map(|group| std::iter::repeat_n(counts(group), n_nets)).flatten();
        let counts = Tensor::from_vec(each.collect(), &[n_groups * n_nets, 1, N_OUTPUTS], device)?;
        wanted = wanted.mul(&counts)?;
    }
    if shape.prevalence < 1.0 {
        let drawn = Tensor::random_uniform(fold_key(key, 2), &[n_nets, BATCH, 1], device)?;
        let is_asked = drawn.less(&Tensor::full(shape.prevalence as f32, &[], device)?)?;
        let always = Tensor::full(1.0, &[n_nets, BATCH, 1], device)?;
        wanted = wanted.mul(&for_groups(&Tensor::concat(&[&is_asked, &always], 2)?)?)?;
    }
    Ok([for_groups(&x)?, wanted])
}

/// Logistic loss, summed over the outputs that count, mean over samples: `[n]`.
fn trainer(parameters: Parameters, shape: &Shape, layers: &Mlp) -> Result<Trainer<Batch>> {
    let settings = nn::Settings { optimiser: shape.optimiser, rate: shape.rate, ..nn::Settings::default() };
    let layers = layers.clone();
    let loss = move |p: &Parameters, [x, wanted]: &Batch| {
        let scores = layers.forward(p, x)?;
        let labels = wanted.shift(1.0)?.scale(0.5)?;
        let losses = binary_cross_entropy(&scores, &labels)?.mul(&wanted.square()?)?;
        Ok(Outcome::of(losses.sum(2)?.mean(1)?))
    };
    Ok(Trainer::new(parameters, settings, loss)?)
}
