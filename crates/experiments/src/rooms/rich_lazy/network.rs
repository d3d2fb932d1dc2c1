//! Many recurrent networks, trained as one.

use nn::{
    Clip, Layer, Linear, Optimiser, Outcome, Pace, ParameterList, Parameters, Trainer, cross_entropy,
    is_right, linear_no_bias,
};
use recipe::Result;
use tensor::{Device, Random, Tensor};

use super::initial::{Family, draw};
use super::task::{N_OUTPUTS, N_STEPS, Task};
use crate::TrainingWatch;

/// Trials of a step, fresh in each; also those on which kernels are measured.
pub const BATCH: usize = 32;
/// Longest gradient of a network. Now and then one of rank 1, whose single direction happens to feed itself, would be
/// thrown off by a single batch.
const LONGEST: f32 = 5.0;
/// Of the gradient's running mean, as in the paper.
const MOMENTUM: f32 = 0.9;

/// What all networks share.
#[derive(Clone, Copy, Debug)]
pub struct Shape {
    /// Networks of a family. Network k of each family sees the same trials, and those of all ranks are cut from the same numbers.
    pub n_nets: usize,
    /// Neurons.
    pub n: usize,
    /// Norm of the first weights over √n.
    pub gain: f64,
    /// Learning rate.
    pub rate: f64,
    pub task: Task,
    /// Whether cut weights are brought back to the norm of all; false is a deliberate fake.
    pub is_rescaled: bool,
    /// Whether right answers are drawn anew: a deliberate fake.
    pub is_shuffled: bool,
}

/// Inputs `[n_all, N_STEPS, BATCH, n_inputs]` and right answers `[n_all, BATCH]`.
type Batch = [Tensor; 2];

#[derive(Clone)]
struct Layers {
    input: Linear,
    recurrent: Linear,
    readout: Linear,
}

/// Networks family by family.
pub struct Population {
    pub families: Vec<Family>,
    pub shape: Shape,
    layers: Layers,
    trainer: Trainer<Batch>,
    random: Random,
    device: Device,
}

/// What kernels are made of, one entry a network.
pub struct Gradients {
    /// States at the decision, `[BATCH, n]`.
    pub last: Vec<Vec<f32>>,
    /// Inner products of δ and of the states before, as [`super::kernel::tangent_kernel`] takes them.
    pub deltas: Vec<Vec<f32>>,
    pub states: Vec<Vec<f32>>,
}

impl Population {
    /// Networks before training. Everything random follows from `seed` and a network's place in its family.
    pub async fn new(families: Vec<Family>, shape: Shape, seed: u32, device: &Device) -> Result<Self> {
        let random = Random::new(u64::from(seed));
        let Shape { n_nets, n, task, .. } = shape;
        let mut list = ParameterList::new();
        let layers = Layers {
            input: linear_no_bias(&mut list, "input", task.n_inputs(), n)?,
            recurrent: linear_no_bias(&mut list, "recurrent", n, n)?,
            readout: linear_no_bias(&mut list, "readout", n, N_OUTPUTS)?,
        };
        let net = |k: usize| random.split(k as u32);
        let normal = |name: &str, count: usize, n_in: usize| {
            let of_net = |k: usize| {
                let mut own = net(k).split_named(name);
                (0..count).map(move |_| (own.normal() / (n_in as f64).sqrt()) as f32).collect::<Vec<f32>>()
            };
            (0..n_nets).flat_map(of_net).collect::<Vec<f32>>().repeat(families.len())
        };
        let mut recurrent = Vec::new();
        for &family in &families {
            for k in 0..n_nets {
                recurrent.extend(draw(family, n, shape.gain, &net(k), shape.is_rescaled).await?);
            }
        }
        let numbers = [
            normal("input", n * task.n_inputs(), task.n_inputs()),
            recurrent,
            normal("readout", N_OUTPUTS * n, n),
        ];
        let parameters = Parameters::from_numbers(&list, Some(families.len() * n_nets), &numbers, device)?;
        let optimiser = Optimiser::Sgd { momentum: MOMENTUM, nesterov: false, weight_decay: 0.0 };
        let clip = Some(Clip::Norm { most: LONGEST });
        let settings = nn::Settings { optimiser, rate: shape.rate, clip, ..nn::Settings::default() };
        let own = layers.clone();
        let loss = move |p: &Parameters, [x, right]: &Batch| {
            let states = own.states(p, x)?;
            let scores = own.readout.forward(p, &states[N_STEPS - 1])?;
            let accuracy = is_right(&scores, right)?.mean(1)?;
            Ok(Outcome::of(cross_entropy(&scores, right, 0.0)?.mean(1)?).with("accuracy", accuracy))
        };
        Ok(Self {
            trainer: Trainer::new(parameters, settings, loss)?,
            device: device.clone(),
            families,
            shape,
            layers,
            random,
        })
    }

    /// Makes steps until `n_steps` were made.
    pub async fn train_to(&mut self, n_steps: u64, watch: &mut TrainingWatch<'_, '_>) -> Result<()> {
        let (random, shape, n_families) = (self.random.clone(), self.shape, self.families.len());
        let device = self.device.clone();
        let batch = move |step: u64| trials(&random, &shape, n_families, 1 + step as u32, BATCH, &device);
        let pace = Pace { curve_every: u64::MAX, keep_secs: f64::INFINITY, ..Pace::default() };
        Ok(self.trainer.run(n_steps, batch, pace, watch).await?)
    }

    /// Loss and accuracy on `n_trials` trials that training does not draw, one number a network.
    pub async fn test(&self, n_trials: usize) -> Result<[Vec<f64>; 2]> {
        let batch = trials(&self.random, &self.shape, self.families.len(), 0, n_trials, &self.device)?;
        let values = self.trainer.measure(&batch)?.read().await?;
        let of = |place: usize| {
            let values = values.get(place).map_or(&[][..], |(_, values)| values);
            values.iter().map(|&value| f64::from(value)).collect()
        };
        Ok([of(0), of(1)])
    }

    /// Recurrent weights `[n, n]`, one entry a network.
    pub async fn weights(&self) -> Result<Vec<Vec<f32>>> {
        let all = self.trainer.parameters().named("recurrent.weight")?.to_vec().await?;
        Ok(all.chunks_exact(self.shape.n * self.shape.n).map(<[f32]>::to_vec).collect())
    }

    /// What kernels are made of, on [`BATCH`] trials that training does not draw.
    pub async fn gradients(&self) -> Result<Gradients> {
        let batch = trials(&self.random, &self.shape, self.families.len(), 0, BATCH, &self.device)?;
        let [last, deltas, states] = self.layers.gradients(self.trainer.parameters(), &batch[0])?;
        Tensor::evaluate_all(&[last.clone(), deltas.clone(), states.clone()])?;
        let n_all = self.families.len() * self.shape.n_nets;
        let read = async |tensor: &Tensor| {
            let all = tensor.to_vec().await?;
            Ok::<_, recipe::Error>(all.chunks_exact(all.len() / n_all).map(<[f32]>::to_vec).collect())
        };
        Ok(Gradients { last: read(&last).await?, deltas: read(&deltas).await?, states: read(&states).await? })
    }
}

#[cfg(test)]
impl Population {
    /// Gradients of single outputs `(trial, output)` of the only network by its recurrent weights, by reverse mode.
    pub async fn gradients_by_reverse_mode(&self, of: &[(usize, usize)]) -> Result<Vec<Vec<f32>>> {
        let [x, _] = trials(&self.random, &self.shape, 1, 0, BATCH, &self.device)?;
        let p = self.trainer.parameters();
        let states = self.layers.states(p, &x)?;
        let scores = self.layers.readout.forward(p, &states[N_STEPS - 1])?;
        let mut found = Vec::new();
        for &(trial, output) in of {
            let score = scores.slice(1, trial, 1)?.slice(2, output, 1)?.sum_all()?;
            found.push(tensor::gradients(&score, &[p.named("recurrent.weight")?])?[0].to_vec().await?);
        }
        Ok(found)
    }
}

/// Fresh trials, the same for all families; `part` 0 is kept for tests.
fn trials(
    random: &Random,
    shape: &Shape,
    n_families: usize,
    part: u32,
    n_trials: usize,
    device: &Device,
) -> nn::Result<Batch> {
    let (mut x, mut right) = (Vec::new(), Vec::new());
    for k in 0..shape.n_nets {
        let mut own = random.split(k as u32).split_named("trials").split(part);
        let (inputs, answers) = shape.task.trials(n_trials, &mut own);
        x.extend(inputs);
        match shape.is_shuffled {
            true => right.extend(answers.iter().map(|_| 1.0 + own.below(2) as f32)),
            false => right.extend(answers),
        }
    }
    let n_all = n_families * shape.n_nets;
    let x =
        Tensor::from_vec(x.repeat(n_families), &[n_all, N_STEPS, n_trials, shape.task.n_inputs()], device)?;
    Ok([x, Tensor::from_vec(right.repeat(n_families), &[n_all, n_trials], device)?])
}

impl Layers {
    /// hₜ = ReLU(W hₜ₋₁ + W_in xₜ) from 0, for inputs `[n_all, N_STEPS, n_trials, n_inputs]`: `[n_all, n_trials, n]` each.
    fn states(&self, p: &Parameters, x: &Tensor) -> nn::Result<Vec<Tensor>> {
        let drive = self.input.forward(p, x)?;
        let [n_all, n_steps, n_trials, n] = [0, 1, 2, 3].map(|dim| drive.shape()[dim]);
        let mut states: Vec<Tensor> = Vec::with_capacity(n_steps);
        for step in 0..n_steps {
            let own = drive.slice(1, step, 1)?.reshape(&[n_all, n_trials, n])?;
            let sum = match states.last() {
                Some(before) => own.add(&self.recurrent.forward(p, before)?)?,
                None => own,
            };
            states.push(sum.relu()?);
        }
        Ok(states)
    }

    /// States at the decision, inner products of δₜ (rows: trial, output, time) and of hₜ₋₁ (rows: trial, time), for the steps
    /// that have a state before them. δₜ is the gradient of an output by what goes into the ReLU at t.
    fn gradients(&self, p: &Parameters, x: &Tensor) -> nn::Result<[Tensor; 3]> {
        let states = self.states(p, x)?;
        let (n_times, recurrent) = (states.len() - 1, p.get(self.recurrent.weight)?.detach()?);
        let readout = p.get(self.readout.weight)?.detach()?;
        let [n_all, n_trials, n] = [0, 1, 2].map(|dim| states[0].shape()[dim]);
        let rows = n_trials * N_OUTPUTS;
        let each = |readout: &Tensor| {
            let each = readout.unsqueeze(1)?.broadcast_to(&[n_all, n_trials, N_OUTPUTS, n])?;
            each.reshape(&[n_all, rows, n])
        };
        let is_on = |state: &Tensor| {
            let on = Tensor::full(0.0, &[], &x.device())?.less(&state.detach()?)?;
            let each = on.unsqueeze(2)?.broadcast_to(&[n_all, n_trials, N_OUTPUTS, n])?;
            each.reshape(&[n_all, rows, n])
        };
        let mut back = each(&readout)?;
        let mut deltas = Vec::with_capacity(n_times);
        for state in states.iter().skip(1).rev() {
            let delta = back.mul(&is_on(state)?)?;
            back = delta.matmul(&recurrent)?;
            deltas.push(delta);
        }
        deltas.reverse();
        let grams = |over_time: &[Tensor]| {
            let joined = Tensor::stack(&over_time.iter().collect::<Vec<_>>(), 2)?;
            let (n_rows, n_times) = (joined.shape()[1], joined.shape()[2]);
            let joined = joined.reshape(&[n_all, n_rows * n_times, n])?;
            joined.matmul(&joined.transpose()?)
        };
        let before: Vec<Tensor> =
            states[..n_times].iter().map(Tensor::detach).collect::<tensor::Result<_>>()?;
        Ok([states[n_times].detach()?, grams(&deltas)?, grams(&before)?])
    }
}
