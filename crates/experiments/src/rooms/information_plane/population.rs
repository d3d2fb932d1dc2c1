//! Small deep networks of tanh and of another nonlinearity, trained as one.

use nn::{
    Activation, Init, Layer, Linear, Optimiser, Outcome, Pace, ParameterList, Parameters, Trainer,
    cross_entropy, for_each_net, linear_with,
};
use recipe::Result;
use tensor::{Device, Random, Tensor};

use super::sphere::{N_PATTERNS, N_POINTS, input};
use crate::TrainingWatch;

/// Widths of the hidden layers, of which as many are taken as there are to be; the paper has the first five.
pub const WIDTHS: [usize; 6] = [10, 7, 5, 4, 3, 3];
/// Patterns of a step, where there are as many.
const BATCH: usize = 256;

/// The kinds of networks, group by group.
pub const GROUPS: usize = 3;
/// tanh; tanh, whose labels are another pattern's; the rival.
pub const TANH: usize = 0;
pub const SHUFFLED: usize = 1;
pub const RIVAL: usize = 2;

/// What all networks share.
#[derive(Clone, Copy, Debug)]
pub struct Shape {
    /// Networks of a group. Network k of each group starts from the same weights and sees the same patterns.
    pub n_nets: usize,
    /// Hidden layers.
    pub depth: usize,
    /// What tanh is held against.
    pub rival: Activation,
    pub optimiser: Optimiser,
    pub rate: f64,
    /// Patterns that are trained on.
    pub n_train: usize,
}

/// Inputs `[n, batch, N_POINTS]`, labels `[n, batch]`.
type Batch = [Tensor; 2];

#[derive(Clone)]
struct Layers {
    layers: Vec<Linear>,
    rival: Activation,
    /// 1 for networks of tanh, 0 for the others: `[n, 1, 1]`.
    is_tanh: Tensor,
}

/// Networks group by group.
pub struct Population {
    pub shape: Shape,
    /// For network k of each group: the patterns that it trains on, then the others.
    pub orders: Vec<Vec<usize>>,
    /// `[n][N_PATTERNS]`.
    labels: Vec<Vec<u8>>,
    layers: Layers,
    trainer: Trainer<Batch>,
    random: Random,
    device: Device,
}

impl Population {
    /// Networks before training; `labels` are those of every pattern.
    pub fn new(
        shape: Shape,
        labels: &[u8],
        is_all_shuffled: bool,
        seed: u32,
        device: &Device,
    ) -> Result<Self> {
        let random = Random::new(u64::from(seed));
        let n = GROUPS * shape.n_nets;
        let mut list = ParameterList::new();
        let mut sizes = vec![N_POINTS];
        sizes.extend(&WIDTHS[..shape.depth]);
        sizes.push(2);
        let init = Init::KaimingNormal { gain: 1.0 };
        let layer = |(at, pair): (usize, &[usize])| {
            linear_with(&mut list, &format!("layers.{at}"), [pair[0], pair[1]], init, Some(Init::Zeros))
        };
        let own: Vec<Linear> = sizes.windows(2).enumerate().map(layer).collect::<nn::Result<_>>()?;
        let net = |k: usize| random.split((k % shape.n_nets) as u32);
        let seeds: Vec<u64> = (0..n)
            .map(|k| {
                let [low, high] = net(k).key();
                u64::from(high) << 32 | u64::from(low)
            })
            .collect();
        let parameters = Parameters::initialise_many(&list, &seeds, device)?;
        let is_tanh = (0..n).map(|k| if k / shape.n_nets == RIVAL { 0.0 } else { 1.0 }).collect();
        let layers = Layers {
            layers: own,
            rival: shape.rival,
            is_tanh: Tensor::from_vec(is_tanh, &[n, 1, 1], device)?,
        };
        let settings =
            nn::Settings { optimiser: shape.optimiser, rate: shape.rate, ..nn::Settings::default() };
        let model = layers.clone();
        let trainer = Trainer::new(parameters, settings, move |p: &Parameters, batch: &Batch| {
            Ok(Outcome::of(model.loss(p, batch)?))
        })?;
        let order = |k: usize| {
            let mut order: Vec<usize> = (0..N_PATTERNS).collect();
            net(k).split_named("patterns").shuffle(&mut order);
            order
        };
        let labels_of = |k: usize| {
            let mut own = labels.to_vec();
            if k / shape.n_nets == SHUFFLED || is_all_shuffled {
                net(k).split_named("labels").shuffle(&mut own);
            }
            own
        };
        Ok(Self {
            orders: (0..shape.n_nets).map(order).collect(),
            labels: (0..n).map(labels_of).collect(),
            device: device.clone(),
            random,
            shape,
            layers,
            trainer,
        })
    }

    /// The labels that a network is trained on, one a pattern.
    pub fn labels_of(&self, net: usize) -> &[u8] {
        &self.labels[net]
    }

    fn batch_size(&self) -> usize {
        BATCH.min(self.shape.n_train)
    }

    /// Steps of an epoch, each on a full batch; what is left over waits for the next epoch's order.
    pub fn steps_of_epoch(&self) -> u64 {
        (self.shape.n_train / self.batch_size()) as u64
    }

    /// Trains until `n_epochs` were made.
    pub async fn train_to(&mut self, n_epochs: u64, watch: &mut TrainingWatch<'_, '_>) -> Result<()> {
        let n_steps = n_epochs * self.steps_of_epoch();
        let source = self.source();
        let mut kept: Option<(u64, Vec<Vec<usize>>)> = None;
        let batch = move |step: u64| {
            let epoch = step / source.n_batches;
            let orders = match kept.take() {
                Some((of, orders)) if of == epoch => orders,
                _ => source.orders(epoch),
            };
            let batch = source.batch(&orders, (step % source.n_batches) as usize);
            kept = Some((epoch, orders));
            batch
        };
        let pace = Pace { curve_every: u64::MAX, keep_secs: f64::INFINITY, ..Pace::default() };
        Ok(self.trainer.run(n_steps, batch, pace, watch).await?)
    }

    /// Gradients of each batch of an epoch at the weights as they stand, `[n, n_trained]` each.
    pub async fn gradients(&self, epoch: u64) -> Result<Vec<Vec<f32>>> {
        let source = self.source();
        let orders = source.orders(epoch);
        let p = self.trainer.parameters();
        let mut found = Vec::new();
        for place in 0..source.n_batches as usize {
            let loss = self.layers.loss(p, &source.batch(&orders, place)?)?.sum_all()?;
            found.push(p.gradient(&loss)?.to_vec().await?);
        }
        Ok(found)
    }

    /// For each hidden layer, where its weights lie among the trained numbers of a network, and how many those are.
    pub fn weight_ranges(&self) -> (Vec<std::ops::Range<usize>>, usize) {
        let (mut ranges, mut start) = (Vec::new(), 0);
        for entry in self.trainer.parameters().list().entries() {
            if entry.name.ends_with("weight") {
                ranges.push(start..start + entry.count());
            }
            start += entry.count();
        }
        ranges.truncate(self.shape.depth);
        (ranges, start)
    }

    /// What each hidden layer and the outputs say to all patterns: `[n, N_PATTERNS, width]` each.
    pub async fn respond(&self) -> Result<Vec<Vec<f32>>> {
        let p = self.trainer.parameters();
        let x: Vec<f32> = (0..N_PATTERNS).flat_map(input).collect();
        let x = Tensor::from_vec(x, &[N_PATTERNS, N_POINTS], &self.device)?;
        let values = self.layers.values(p, &for_each_net(p, &x)?)?;
        Tensor::evaluate_all(&values)?;
        let mut read = Vec::with_capacity(values.len());
        for layer in &values {
            read.push(layer.to_vec().await?);
        }
        Ok(read)
    }

    fn source(&self) -> Source {
        let n_train = self.shape.n_train;
        Source {
            n_batches: self.steps_of_epoch(),
            size: self.batch_size(),
            trained: self.orders.iter().map(|order| order[..n_train].to_vec()).collect(),
            labels: self.labels.clone(),
            random: self.random.clone(),
            device: self.device.clone(),
        }
    }
}

/// Where batches come from.
struct Source {
    n_batches: u64,
    size: usize,
    trained: Vec<Vec<usize>>,
    labels: Vec<Vec<u8>>,
    random: Random,
    device: Device,
}

impl Source {
    /// The order of the trained patterns in an epoch, one a network of a group.
    fn orders(&self, epoch: u64) -> Vec<Vec<usize>> {
        let of = |(k, trained): (usize, &Vec<usize>)| {
            let mut order = trained.clone();
            self.random.split(k as u32).split_named("epochs").split(epoch as u32).shuffle(&mut order);
            order
        };
        self.trained.iter().enumerate().map(of).collect()
    }

    fn batch(&self, orders: &[Vec<usize>], place: usize) -> nn::Result<Batch> {
        let n = self.labels.len();
        let of_net = |k: usize| &orders[k % orders.len()][place * self.size..][..self.size];
        let x = (0..n).flat_map(of_net).flat_map(|&pattern| input(pattern)).collect();
        let labels =
            (0..n).flat_map(|k| of_net(k).iter().map(move |&p| f32::from(self.labels[k][p]))).collect();
        Ok([
            Tensor::from_vec(x, &[n, self.size, N_POINTS], &self.device)?,
            Tensor::from_vec(labels, &[n, self.size], &self.device)?,
        ])
    }
}

impl Layers {
    /// Each hidden layer after its nonlinearity, then the two scores.
    fn values(&self, p: &Parameters, x: &Tensor) -> nn::Result<Vec<Tensor>> {
        let mut values: Vec<Tensor> = Vec::with_capacity(self.layers.len());
        for (at, layer) in self.layers.iter().enumerate() {
            let sum = layer.forward(p, values.last().unwrap_or(x))?;
            values.push(match at + 1 < self.layers.len() {
                true => {
                    let rival = self.rival.apply(&sum)?.mul(&self.is_tanh.neg()?.shift(1.0)?)?;
                    sum.tanh()?.mul(&self.is_tanh)?.add(&rival)?
                }
                false => sum,
            });
        }
        Ok(values)
    }

    /// Cross-entropy, mean over the batch: `[n]`.
    fn loss(&self, p: &Parameters, [x, labels]: &Batch) -> nn::Result<Tensor> {
        let scores = self.values(p, x)?.pop().unwrap_or_else(|| x.clone());
        Ok(cross_entropy(&scores, labels, 0.0)?.mean(1)?)
    }
}
