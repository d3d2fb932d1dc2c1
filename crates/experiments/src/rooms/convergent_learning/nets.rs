//! Several convolutional networks of one kind, trained as one.

use std::rc::Rc;

use analysis::Activations;
use data::Order;
use draws::Draws;
use nn::{
    Activation, LayerSpec, Outcome, Pace, ParameterList, Parameters, Sequential, Trainer, cross_entropy,
    is_right, mean_of_each_net, sequential,
};
use recipe::{Error, Result};
use tensor::{Device, Tensor};

use super::layer::Layer;
use super::plan::{BATCH, Plan};
use crate::TrainingWatch;
use crate::pictures::Pictures;

/// Pictures that are seen at once when answers are taken.
const AT_ONCE: usize = 250;
/// Most rows (pictures × positions) of a layer's answers.
const MOST_ROWS: usize = 20_000;
/// Pixels along the side of a first filter, and between its places; the second layer's.
pub const KERNELS: [usize; 2] = [5, 3];
const STRIDE: usize = 2;
/// Adam's rate: at 0.001 the networks were not done after three epochs (79 % right).
const RATE: f64 = 3e-3;
/// Classes of clothes.
const N_CLASSES: usize = 10;

/// The networks of a run.
pub struct Nets {
    layers: Rc<Sequential>,
    trainer: Trainer<[Tensor; 2]>,
    n_nets: usize,
    is_before_relu: bool,
    seeds: Vec<u64>,
    device: Device,
}

impl Nets {
    /// Before training.
    pub fn new(plan: &Plan, side: usize, seed: u32, device: &Device) -> Result<Self> {
        let relu = LayerSpec::Activation { function: Activation::Relu };
        let [conv1, conv2] = [0, 1].map(|at| LayerSpec::Conv2d {
            n_out: plan.n_units(Layer::ALL[at]),
            kernel: KERNELS[at],
            stride: STRIDE,
            padding: 0,
        });
        let dense = |n_out| LayerSpec::Linear { n_out };
        let specs = [
            conv1,
            relu.clone(),
            conv2,
            relu.clone(),
            LayerSpec::Flatten,
            dense(plan.n_units(Layer::Dense)),
            relu,
            dense(N_CLASSES),
        ];
        let mut list = ParameterList::new();
        let layers = Rc::new(sequential(&mut list, "net", &[1, side, side], &specs)?);
        let draws = Draws::new(u64::from(seed));
        let seeds: Vec<u64> = (0..plan.n_nets as u64).map(|net| draws.stream(0).at(net)).collect();
        let starts: Vec<u64> =
            seeds.iter().map(|&own| if plan.is_same_start { seeds[0] } else { own }).collect();
        let parameters = Parameters::initialise_many(&list, &starts, device)?;
        let of_all = layers.clone();
        let model = move |p: &Parameters, [x, labels]: &[Tensor; 2]| {
            let scores = nn::Layer::forward(&*of_all, p, x)?;
            let loss = mean_of_each_net(&cross_entropy(&scores, labels, 0.0)?)?;
            Ok(Outcome::of(loss).with("accuracy", mean_of_each_net(&is_right(&scores, labels)?)?))
        };
        let trainer =
            Trainer::new(parameters, nn::Settings { rate: RATE, ..nn::Settings::default() }, model)?;
        let (n_nets, is_before_relu) = (plan.n_nets, plan.is_before_relu);
        Ok(Self { layers, trainer, n_nets, is_before_relu, seeds, device: device.clone() })
    }

    /// Makes steps until `n_steps` were made. Each network takes the pictures in an order of its own.
    pub async fn train_to(
        &mut self,
        n_steps: u64,
        plan: &Plan,
        pictures: &Rc<Pictures>,
        labels: &Rc<Vec<usize>>,
        watch: &mut TrainingWatch<'_, '_>,
    ) -> Result<()> {
        let per_net = plan.pictures_of_a_net();
        let mut orders =
            self.seeds.iter().map(|&own| Order::new(per_net, BATCH, own)).collect::<Result<Vec<_>, _>>()?;
        let (pictures, labels) = (pictures.clone(), labels.clone());
        let (n_nets, device, is_own_data) = (self.n_nets, self.device.clone(), plan.is_own_data);
        let batch = move |step: u64| {
            let mut picks = Vec::with_capacity(n_nets * BATCH);
            for (net, order) in orders.iter_mut().enumerate() {
                let first = if is_own_data { net * per_net } else { 0 };
                picks.extend(order.batch(step).iter().map(|pick| first + pick));
            }
            let classes = picks.iter().map(|&pick| labels[pick] as f32).collect();
            Ok([
                pictures.tensor(&picks, &[n_nets, BATCH], &device)?,
                Tensor::from_vec(classes, &[n_nets, BATCH], &device)?,
            ])
        };
        let pace = Pace { curve_every: u64::MAX, keep_secs: f64::INFINITY, ..Pace::default() };
        Ok(self.trainer.run(n_steps, batch, pace, watch).await?)
    }

    /// Steps made.
    pub fn steps(&self) -> u64 {
        self.trainer.steps()
    }

    /// Loss and share of right answers of each network on all pictures.
    pub async fn measure(&self, pictures: &Pictures) -> Result<[Vec<f64>; 2]> {
        let n = pictures.len();
        let classes = pictures.labels.iter().map(|&label| label as f32).collect();
        let x = pictures.tensor(&(0..n).collect::<Vec<_>>(), &[n], &self.device)?;
        let p = self.trainer.parameters();
        let labels = Tensor::from_vec(classes, &[n], &self.device)?;
        let batch = [nn::for_each_net(p, &x)?, nn::for_each_net(p, &labels)?];
        let found = self.trainer.measure(&batch)?.read().await?;
        let wide = |place: usize| found[place].1.iter().map(|&v| f64::from(v)).collect();
        Ok([wide(0), wide(1)])
    }

    /// The answers of each network's units, a row for each picture and, in convolutions, each position. Of the pictures
    /// the first are taken, as many as have `MOST_ROWS` rows at most.
    pub async fn answers(&self, layer: Layer, pictures: &Pictures, n: usize) -> Result<Vec<Activations>> {
        let site = format!("net.{}", [0, 2, 5][layer as usize] + usize::from(!self.is_before_relu));
        let mut all: Vec<Vec<f32>> = vec![Vec::new(); self.n_nets];
        let (mut n_units, mut n_rows, mut done) = (1, 1, 0);
        while done < n && (done == 0 || n_rows * (done + 1) <= MOST_ROWS) {
            let fits = if done == 0 { AT_ONCE } else { MOST_ROWS / n_rows - done };
            let picks: Vec<usize> = (done..n.min(done + AT_ONCE.min(fits))).collect();
            let x = pictures.tensor(&picks, &[picks.len()], &self.device)?;
            let p = self.trainer.parameters();
            let mut seen = None;
            self.layers.forward_seen(p, &nn::for_each_net(p, &x)?, &mut |name, answers| {
                if name == site {
                    seen = Some(answers.clone());
                }
            })?;
            let seen = seen.ok_or_else(|| Error::Recipe(format!("the network has no layer {site}")))?;
            // [net, picture, unit, row, column] → units last.
            let seen = if seen.rank() == 5 { seen.permute(&[0, 1, 3, 4, 2])? } else { seen };
            n_units = seen.shape()[seen.rank() - 1];
            n_rows = seen.count() / (self.n_nets * picks.len() * n_units);
            let numbers = seen.to_vec().await?;
            let width = numbers.len() / self.n_nets;
            all.iter_mut().zip(numbers.chunks_exact(width)).for_each(|(own, part)| own.extend(part));
            done += picks.len();
        }
        let made = |own: Vec<f32>| {
            let n = own.len() / n_units;
            Activations::new(own, n, n_units)
                .map_err(|source| Error::Analysis { site: layer.label().to_owned(), source })
        };
        all.into_iter().map(made).collect()
    }

    /// The first layer's filters of each network, `[unit, kernel, kernel]`.
    pub async fn filters(&self) -> Result<Vec<Vec<f32>>> {
        let weights = self.trainer.parameters().named("net.0.weight")?.to_vec().await?;
        Ok(weights.chunks_exact(weights.len() / self.n_nets).map(<[f32]>::to_vec).collect())
    }
}
