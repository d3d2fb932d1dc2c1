//! Networks that differ only in which prefixes of their embedding are trained, all trained as one.

use nn::{
    Init, Layer, Linear, Optimiser, Outcome, Pace, ParameterList, Parameters, Schedule, Slot, Trainer,
    cross_entropy, for_each_net, linear,
};
use recipe::Result;
use tensor::{Device, Tensor};

use super::pictures::{N_CLASSES, N_PIXELS, Part, Pictures};
use crate::TrainingWatch;

/// Pictures of a step.
const BATCH: usize = 64;
/// Pictures that pass at once where nothing is trained.
const AT_ONCE: usize = 500;

/// What is trained of an embedding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Every prefix, each with a head of its own (MRL).
    Nested,
    /// One prefix alone, as a network of that width (FF): `n_nets` networks for each length, in their order.
    Fixed,
}

/// What all networks of a run share.
#[derive(Clone, Debug)]
pub struct Sizes {
    /// The lengths that are trained, M: rising powers of 2, the last the whole embedding.
    pub lengths: Vec<usize>,
    /// Weight of each length's loss in nested networks, c.
    pub weights: Vec<f32>,
    pub n_hidden: usize,
    pub n_steps: u64,
    pub rate: f64,
    /// Networks of each kind; those of one place start from the same numbers.
    pub n_nets: usize,
}

impl Sizes {
    /// Dimensions of the whole embedding.
    pub fn width(&self) -> usize {
        self.lengths.last().copied().unwrap_or(0)
    }

    /// Networks of a kind.
    pub fn n_of(&self, kind: Kind) -> usize {
        match kind {
            Kind::Nested => self.n_nets,
            Kind::Fixed => self.lengths.len() * self.n_nets,
        }
    }

    /// Heads of each network of a kind.
    pub fn n_heads(&self, kind: Kind) -> usize {
        match kind {
            Kind::Nested => self.lengths.len(),
            Kind::Fixed => 1,
        }
    }
}

/// The layers of one network.
#[derive(Clone)]
pub struct Layers {
    hidden: Linear,
    embed: Linear,
    /// All heads, `[head · class, width]`.
    weight: Slot,
    /// `[head · class]`
    bias: Slot,
    /// 1 where a head sees a dimension, `[n or 1, head, 1, width]`.
    mask: Tensor,
}

/// The networks.
pub struct Networks {
    n_nets: usize,
    width: usize,
    layers: Layers,
    trainer: Trainer<[Tensor; 2]>,
    order: data::Order,
    device: Device,
}

/// What networks say of pictures.
pub struct Said {
    /// Embeddings `[n, picture, width]`.
    pub embeddings: Vec<f32>,
    /// Scores by every head, `[n, picture, head, class]`.
    pub scores: Vec<f32>,
    pub n_pictures: usize,
}

impl Layers {
    /// Declares them.
    pub fn new(list: &mut ParameterList, sizes: &Sizes, kind: Kind, device: &Device) -> nn::Result<Self> {
        let (n_heads, width) = (sizes.n_heads(kind), sizes.width());
        let init = Init::Torch { fan_in: width };
        let per_length = match kind {
            Kind::Nested => 1,
            Kind::Fixed => sizes.n_nets,
        };
        let one = |length: usize| (0..width).map(move |dimension| if dimension < length { 1.0 } else { 0.0 });
        let rows = sizes.lengths.iter().flat_map(|&length| std::iter::repeat_n(length, per_length));
        let n_masks = sizes.lengths.len() * per_length / n_heads;
        Ok(Self {
            hidden: linear(list, "hidden", N_PIXELS, sizes.n_hidden)?,
            embed: linear(list, "embed", sizes.n_hidden, width)?,
            weight: list.declare("heads.weight", &[n_heads * N_CLASSES, width], init)?,
            bias: list.declare("heads.bias", &[n_heads * N_CLASSES], init)?,
            mask: Tensor::from_vec(rows.flat_map(one).collect(), &[n_masks, n_heads, 1, width], device)?,
        })
    }

    /// `[n, picture, N_PIXELS]` → embeddings `[n, picture, width]`.
    pub fn embed(&self, p: &Parameters, x: &Tensor) -> nn::Result<Tensor> {
        self.embed.forward(p, &self.hidden.forward(p, x)?.relu()?)
    }

    /// Scores by every head, `[n, picture, head, class]`: each sees its prefix alone.
    pub fn scores(&self, p: &Parameters, z: &Tensor) -> nn::Result<Tensor> {
        let (n, n_pictures, width) = (z.shape()[0], z.shape()[1], z.shape()[2]);
        let n_heads = self.mask.shape()[1];
        let weight = p.get(self.weight)?.reshape(&[n, n_heads, N_CLASSES, width])?;
        let weight = weight.mul(&self.mask)?.reshape(&[n, n_heads * N_CLASSES, width])?;
        let scores = z.matmul(&weight.transpose()?)?.add(&p.get(self.bias)?.unsqueeze(1)?)?;
        Ok(scores.reshape(&[n, n_pictures, n_heads, N_CLASSES])?)
    }
}

impl Networks {
    /// Before training. Network k of every length and kind starts from the same numbers.
    pub fn new(sizes: &Sizes, kind: Kind, pictures: &Pictures, seed: u32, device: &Device) -> Result<Self> {
        let mut list = ParameterList::new();
        let layers = Layers::new(&mut list, sizes, kind, device)?;
        let n_nets = sizes.n_of(kind);
        let seed_of = |net: usize| (u64::from(seed) << 8) + (net % sizes.n_nets) as u64;
        let seeds: Vec<u64> = (0..n_nets).map(seed_of).collect();
        let parameters = Parameters::initialise_many(&list, &seeds, device)?;
        let weights = match kind {
            Kind::Nested => sizes.weights.clone(),
            Kind::Fixed => vec![1.0],
        };
        let weights = Tensor::from_vec(weights, &[1, sizes.n_heads(kind)], device)?;
        let settings = nn::Settings {
            optimiser: Optimiser::adam(),
            rate: sizes.rate,
            schedule: Schedule::Cosine { warm_up: 0, n_steps: sizes.n_steps, floor: 0.05 },
            ..nn::Settings::default()
        };
        let model = loss(layers.clone(), weights);
        Ok(Self {
            n_nets,
            width: sizes.width(),
            layers,
            trainer: Trainer::new(parameters, settings, model)?,
            order: data::Order::new(pictures.train.len(), BATCH, u64::from(seed))?,
            device: device.clone(),
        })
    }

    /// Makes steps until `n_steps` were made. All networks see the same pictures.
    pub async fn train_to(
        &mut self,
        n_steps: u64,
        train: &Part,
        watch: &mut TrainingWatch<'_, '_>,
    ) -> Result<()> {
        let (order, device) = (&mut self.order, &self.device);
        let batch = |step: u64| {
            let chosen = order.batch(step);
            let pixels = chosen.iter().flat_map(|&at| &train.pixels[at * N_PIXELS..][..N_PIXELS]).copied();
            let labels: Vec<f32> = chosen.iter().map(|&at| train.labels[at] as f32).collect();
            Ok([
                Tensor::from_vec(pixels.collect(), &[BATCH, N_PIXELS], device)?,
                Tensor::from_vec(labels, &[BATCH], device)?,
            ])
        };
        let pace = Pace { curve_every: u64::MAX, keep_secs: f64::INFINITY, ..Pace::default() };
        Ok(self.trainer.run(n_steps, batch, pace, watch).await?)
    }

    /// What all networks say of pictures.
    pub async fn say(&self, part: &Part) -> Result<Said> {
        let (n, width) = (self.n_nets, self.width);
        let n_scores = self.layers.mask.shape()[1] * N_CLASSES;
        let mut said = Said {
            embeddings: vec![0.0; n * part.len() * width],
            scores: vec![0.0; n * part.len() * n_scores],
            n_pictures: part.len(),
        };
        for start in (0..part.len()).step_by(AT_ONCE) {
            let count = AT_ONCE.min(part.len() - start);
            let pixels = part.pixels[start * N_PIXELS..][..count * N_PIXELS].to_vec();
            let x = Tensor::from_vec(pixels, &[count, N_PIXELS], &self.device)?;
            let p = self.trainer.parameters();
            let z = self.layers.embed(p, &for_each_net(p, &x)?)?.detach()?;
            put(&mut said.embeddings, &z.to_vec().await?, [n, part.len(), width], start);
            let scores = self.layers.scores(p, &z)?.to_vec().await?;
            put(&mut said.scores, &scores, [n, part.len(), n_scores], start);
        }
        Ok(said)
    }
}

/// Puts `[n, count, width]` into `[n, all, width]` from picture `start` on.
fn put(all: &mut [f32], part: &[f32], [n, n_all, width]: [usize; 3], start: usize) {
    let count = part.len() / (n * width);
    for net in 0..n {
        all[(net * n_all + start) * width..][..count * width]
            .copy_from_slice(&part[net * count * width..][..count * width]);
    }
}

/// Σ_m c_m · mean cross entropy of the prefix of length m: `[n]`.
fn loss(layers: Layers, weights: Tensor) -> impl Fn(&Parameters, &[Tensor; 2]) -> nn::Result<Outcome> {
    move |p, [x, labels]| {
        let z = layers.embed(p, &for_each_net(p, x)?)?;
        let scores = layers.scores(p, &z)?;
        let labels = labels.unsqueeze(1)?.broadcast_to(&scores.shape()[..3])?;
        let losses = cross_entropy(&scores, &labels, 0.0)?.mean(1)?;
        Ok(Outcome::of(losses.mul(&weights)?.sum(1)?))
    }
}
