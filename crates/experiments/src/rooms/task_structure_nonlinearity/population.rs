//! Many networks with one nonlinearity, trained as one.

use nn::Layer;
use nn::{
    Linear, Optimiser, Outcome, Pace, ParameterList, Parameters, Trainer, binary_cross_entropy,
    linear_no_bias,
};
use recipe::Result;
use tensor::{Device, Random, Tensor, fold_key};

use super::nonlinearity::Nonlinearity;
use super::task::{N_CONDITIONS, N_INPUTS, N_OUTPUTS, Target, directions, means};
use crate::TrainingWatch;

/// What the networks of a group are trained on.
#[derive(Clone, Copy, Debug)]
pub struct Group {
    /// What they learn to say.
    pub target: Target,
    /// From 0, inputs linear in the bits, to 1, conditions orthogonal to each other.
    pub structure: f64,
    /// Length of the noise on an input, whose mean has length 1.
    pub noise: f64,
}

/// What all networks of a run share.
#[derive(Clone, Copy, Debug)]
pub struct Sizes {
    /// Networks of a group. Network k of each group starts from the same weights and sees the same noise.
    pub n_nets: usize,
    /// Hidden neurons.
    pub n_hidden: usize,
    /// Standard deviation of the first weights, times √[`N_INPUTS`].
    pub gain: f64,
    /// Learning rate of plain gradient descent.
    pub rate: f64,
    /// Whether the output weights stay as they were drawn.
    pub is_readout_frozen: bool,
    /// Whether labels are drawn anew for each sample: a deliberate fake.
    pub is_shuffled: bool,
}

/// Shapes: `[n, …]` is one entry a network, group by group.
pub struct Population {
    pub nonlinearity: Nonlinearity,
    pub groups: Vec<Group>,
    pub sizes: Sizes,
    /// Noise-free inputs, `[n, condition, input]`.
    pub means: Tensor,
    /// Length of noise over √[`N_INPUTS`], `[n, 1, 1]`.
    noise: Tensor,
    layers: [Linear; 2],
    trainer: Trainer<[Tensor; 2]>,
    noise_key: [u32; 2],
    device: Device,
}

impl Population {
    /// Networks before training. Everything random follows from `seed` and a network's place in its group.
    pub fn new(
        nonlinearity: Nonlinearity,
        groups: Vec<Group>,
        sizes: Sizes,
        seed: u32,
        device: &Device,
    ) -> Result<Self> {
        let n = groups.len() * sizes.n_nets;
        let net = |k: usize| Random::new(u64::from(seed)).split(k as u32);
        let drawn: Vec<Vec<f32>> = (0..sizes.n_nets)
            .map(|k| directions(&mut net(k).split_named("inputs")))
            .collect::<Result<_>>()?;
        let mut all_means = Vec::with_capacity(n * N_CONDITIONS * N_INPUTS);
        let mut targets = Vec::with_capacity(n * N_CONDITIONS * N_OUTPUTS);
        let mut noise = Vec::with_capacity(n);
        for group in &groups {
            for own in &drawn {
                all_means.extend(means(own, group.structure));
                targets.extend((0..N_CONDITIONS).flat_map(|c| group.target.of(c)).map(|y| y as f32));
                noise.push((group.noise / (N_INPUTS as f64).sqrt()) as f32);
            }
        }
        let mut list = ParameterList::new();
        let layers = [
            linear_no_bias(&mut list, "hidden", N_INPUTS, sizes.n_hidden)?,
            linear_no_bias(&mut list, "readout", sizes.n_hidden, N_OUTPUTS)?,
        ];
        let draw = |name: &str, count: usize, std: f64| {
            let of_net = |k: usize| {
                let mut random = net(k).split_named(name);
                (0..count).map(move |_| (std * random.normal()) as f32).collect::<Vec<f32>>()
            };
            let one_group: Vec<f32> = (0..sizes.n_nets).flat_map(of_net).collect();
            one_group.repeat(groups.len())
        };
        let numbers = [
            draw("hidden", sizes.n_hidden * N_INPUTS, sizes.gain / (N_INPUTS as f64).sqrt()),
            draw("readout", N_OUTPUTS * sizes.n_hidden, 1.0 / (sizes.n_hidden as f64).sqrt()),
        ];
        let parameters = Parameters::from_numbers(&list, Some(n), &numbers, device)?
            .frozen(|name| sizes.is_readout_frozen && name.starts_with("readout"))?;
        let tensor = |numbers: Vec<f32>, shape: &[usize]| Tensor::from_vec(numbers, shape, device);
        let targets = tensor(targets, &[n, N_CONDITIONS, N_OUTPUTS])?;
        let settings =
            nn::Settings { optimiser: Optimiser::sgd(), rate: sizes.rate, ..nn::Settings::default() };
        let model = loss(nonlinearity, layers.clone(), targets, sizes.is_shuffled);
        Ok(Self {
            nonlinearity,
            sizes,
            means: tensor(all_means, &[n, N_CONDITIONS, N_INPUTS])?,
            noise: tensor(noise, &[n, 1, 1])?,
            layers,
            trainer: Trainer::new(parameters, settings, model)?,
            noise_key: Random::new(u64::from(seed)).split_named("noise").key(),
            device: device.clone(),
            groups,
        })
    }

    /// Steps made.
    pub fn steps(&self) -> u64 {
        self.trainer.steps()
    }

    /// Makes steps until `n_steps` were made, each on one fresh sample of every condition.
    pub async fn train_to(&mut self, n_steps: u64, watch: &mut TrainingWatch<'_, '_>) -> Result<()> {
        let key = self.noise_key;
        let (means, noise, device) = (self.means.clone(), self.noise.clone(), self.device.clone());
        let (n_groups, n_nets, is_shuffled) = (self.groups.len(), self.sizes.n_nets, self.sizes.is_shuffled);
        let batch = move |step: u64| {
            let key = fold_key(key, step as u32);
            let x = noisy(&means, &noise, [n_groups, n_nets, 1], key, &device)?;
            // Only the fake looks at these.
            let coins = match is_shuffled {
                true => Tensor::random_uniform(
                    fold_key(key, 1),
                    &[means.shape()[0], N_CONDITIONS, N_OUTPUTS],
                    &device,
                )?,
                false => Tensor::full(0.0, &[1], &device)?,
            };
            Ok([x, coins])
        };
        let pace = Pace { curve_every: u64::MAX, keep_secs: f64::INFINITY, ..Pace::default() };
        Ok(self.trainer.run(n_steps, batch, pace, watch).await?)
    }

    /// Hidden and output responses to the noise-free conditions: `[n, condition, hidden]`, `[n, condition, output]`.
    pub async fn respond(&self) -> Result<[Vec<f32>; 2]> {
        self.responses(&self.means).await
    }

    /// The same to `n_samples` noisy inputs of each condition, `[n, condition · n_samples, …]`, which training never saw.
    pub async fn respond_noisy(&self, n_samples: usize) -> Result<[Vec<f32>; 2]> {
        let key = fold_key(self.noise_key, u32::MAX);
        let sizes = [self.groups.len(), self.sizes.n_nets, n_samples];
        self.responses(&noisy(&self.means, &self.noise, sizes, key, &self.device)?).await
    }

    async fn responses(&self, x: &Tensor) -> Result<[Vec<f32>; 2]> {
        let [hidden, output] = forward(self.nonlinearity, &self.layers, self.trainer.parameters(), x)?;
        Ok([hidden.to_vec().await?, output.to_vec().await?])
    }

    /// One network's weights: into the hidden neurons `[hidden, input]`, out of them `[output, hidden]`.
    pub async fn weights(&self, net: usize) -> Result<[Vec<f32>; 2]> {
        let parameters = self.trainer.parameters();
        let read = async |name: &str| {
            parameters.named(name)?.slice(0, net, 1)?.to_vec().await.map_err(nn::Error::from)
        };
        Ok([read("hidden.weight").await?, read("readout.weight").await?])
    }
}

/// `means` plus noise, `n_samples` of each condition: `[n, condition · n_samples, input]`. Networks of one place in their
/// groups see the same noise.
fn noisy(
    means: &Tensor,
    noise: &Tensor,
    [n_groups, n_nets, n_samples]: [usize; 3],
    key: [u32; 2],
    device: &Device,
) -> nn::Result<Tensor> {
    let n_rows = N_CONDITIONS * n_samples;
    let drawn = Tensor::random_normal(key, &[1, n_nets, n_rows, N_INPUTS], device)?;
    let every = drawn.broadcast_to(&[n_groups, n_nets, n_rows, N_INPUTS])?.reshape(&[
        n_groups * n_nets,
        n_rows,
        N_INPUTS,
    ])?;
    let n = n_groups * n_nets;
    let means = means
        .unsqueeze(2)?
        .broadcast_to(&[n, N_CONDITIONS, n_samples, N_INPUTS])?
        .reshape(&[n, n_rows, N_INPUTS])?;
    Ok(means.add(&every.mul(noise)?)?)
}

fn forward(f: Nonlinearity, layers: &[Linear; 2], p: &Parameters, x: &Tensor) -> nn::Result<[Tensor; 2]> {
    let hidden = f.apply(&layers[0].forward(p, x)?)?;
    let output = layers[1].forward(p, &hidden)?;
    Ok([hidden, output])
}

/// Logistic loss, summed over the outputs in use, mean over conditions: `[n]`.
fn loss(
    f: Nonlinearity,
    layers: [Linear; 2],
    targets: Tensor,
    is_shuffled: bool,
) -> impl Fn(&Parameters, &[Tensor; 2]) -> nn::Result<Outcome> {
    move |p, [x, coins]| {
        let [_, scores] = forward(f, &layers, p, x)?;
        let is_used = targets.square()?;
        let labels = match is_shuffled {
            true => coins.less(&Tensor::full(0.5, &[], &x.device())?)?,
            false => targets.shift(1.0)?.scale(0.5)?,
        };
        let losses = binary_cross_entropy(&scores, &labels)?.mul(&is_used)?;
        Ok(Outcome::of(losses.sum(2)?.mean(1)?))
    }
}
