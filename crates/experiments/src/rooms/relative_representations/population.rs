//! Networks of one architecture: an encoder, and a head that reads either latent vectors or their angles to anchors.

use std::rc::Rc;

use data::Order;
use nn::{
    Activation, Layer, LayerSpec, Mlp, Outcome, Pace, ParameterList, Parameters, Sequential, Trainer,
    cross_entropy, is_right, mean_of_each_net, mean_squared_error, mlp, normalise_rows, sequential,
};
use recipe::Result;
use tensor::{Device, Tensor};

use super::plan::BATCH;
use crate::TrainingWatch;
use crate::pictures::Pictures;

/// Adam's rate.
const RATE: f64 = 2e-3;
/// Hidden units of heads and of the encoder without convolutions.
const HIDDEN: usize = 128;
/// Classes of clothes.
pub const N_CLASSES: usize = 10;

/// What a population is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Kind {
    /// Convolutions, or dense layers alone.
    pub has_convolutions: bool,
    /// Whether heads read angles to anchors.
    pub is_relative: bool,
    /// Whether pictures are rebuilt instead of named.
    pub rebuilds: bool,
}

/// Several such networks, trained as one.
pub struct Population {
    pub kind: Kind,
    pub n_nets: usize,
    encoder: Rc<Sequential>,
    head: Rc<Mlp>,
    trainer: Trainer<[Tensor; 2]>,
    /// `[n_nets, n_anchors, 1, side, side]`
    anchors: Tensor,
    seeds: Vec<u64>,
    device: Device,
}

impl Population {
    /// Before training; `anchors` are pictures, a list a network.
    pub fn new(
        kind: Kind,
        seeds: Vec<u64>,
        d: usize,
        anchors: &[Vec<usize>],
        pictures: &Pictures,
        device: &Device,
    ) -> Result<Self> {
        let (n_nets, side) = (seeds.len(), pictures.side);
        let n_anchors = anchors[0].len();
        let conv = |n_out| LayerSpec::Conv2d { n_out, kernel: 3, stride: 2, padding: 1 };
        let relu = || LayerSpec::Activation { function: Activation::Relu };
        let dense = |n_out| LayerSpec::Linear { n_out };
        let specs = match kind.has_convolutions {
            true => vec![conv(16), relu(), conv(32), relu(), LayerSpec::Flatten, dense(d)],
            false => vec![LayerSpec::Flatten, dense(HIDDEN), relu(), dense(d)],
        };
        let mut list = ParameterList::new();
        let encoder = Rc::new(sequential(&mut list, "encoder", &[1, side, side], &specs)?);
        let n_read = if kind.is_relative { n_anchors } else { d };
        let n_out = if kind.rebuilds { side * side } else { N_CLASSES };
        let head = Rc::new(mlp(&mut list, "head", &[n_read, HIDDEN, n_out], Activation::Relu)?);
        let parameters = Parameters::initialise_many(&list, &seeds, device)?;
        let picks: Vec<usize> = anchors.iter().flatten().copied().collect();
        let anchors = pictures.tensor(&picks, &[n_nets, n_anchors], device)?;
        let (encode, read, fixed) = (encoder.clone(), head.clone(), anchors.clone());
        let model = move |p: &Parameters, [x, targets]: &[Tensor; 2]| {
            let n = x.shape()[1];
            let latent = match kind.is_relative {
                // Anchors are encoded anew in each step, and learn along.
                true => {
                    let all = encode.forward(p, &Tensor::concat(&[x, &fixed], 1)?)?;
                    angles(kind, &all.slice(1, 0, n)?, &all.slice(1, n, fixed.shape()[1])?)?
                }
                false => encode.forward(p, x)?,
            };
            let out = read.forward(p, &latent)?;
            if kind.rebuilds {
                let pixels = x.reshape(out.shape())?;
                return Ok(Outcome::of(mean_of_each_net(&mean_squared_error(&out, &pixels)?)?));
            }
            let loss = mean_of_each_net(&cross_entropy(&out, targets, 0.0)?)?;
            Ok(Outcome::of(loss).with("accuracy", mean_of_each_net(&is_right(&out, targets)?)?))
        };
        let settings = nn::Settings { rate: RATE, ..nn::Settings::default() };
        let trainer = Trainer::new(parameters, settings, model)?;
        Ok(Self { kind, n_nets, encoder, head, trainer, anchors, seeds, device: device.clone() })
    }

    /// Makes steps until `n_steps` were made.
    pub async fn train_to(
        &mut self,
        n_steps: u64,
        pictures: &Rc<Pictures>,
        labels: &Rc<Vec<usize>>,
        watch: &mut TrainingWatch<'_, '_>,
    ) -> Result<()> {
        let new = |&own: &u64| Order::new(pictures.len(), BATCH, own);
        let mut orders = self.seeds.iter().map(new).collect::<Result<Vec<_>, _>>()?;
        let (pictures, labels, n_nets, device) =
            (pictures.clone(), labels.clone(), self.n_nets, self.device.clone());
        let batch = move |step: u64| {
            let picks: Vec<usize> = orders.iter_mut().flat_map(|order| order.batch(step).to_vec()).collect();
            let classes = picks.iter().map(|&pick| labels[pick] as f32).collect();
            Ok([
                pictures.tensor(&picks, &[n_nets, BATCH], &device)?,
                Tensor::from_vec(classes, &[n_nets, BATCH], &device)?,
            ])
        };
        let pace = Pace { curve_every: u64::MAX, keep_secs: f64::INFINITY, ..Pace::default() };
        Ok(self.trainer.run(n_steps, batch, pace, watch).await?)
    }

    /// Latent vectors of each network, `[n_nets, n, d]`.
    pub fn latent(&self, x: &Tensor) -> Result<Tensor> {
        let p = self.trainer.parameters();
        Ok(self.encoder.forward(p, &nn::for_each_net(p, x)?)?)
    }

    /// Latent vectors of each network's anchors, `[n_nets, n_anchors, d]`.
    pub fn anchors(&self) -> Result<Tensor> {
        Ok(self.encoder.forward(self.trainer.parameters(), &self.anchors)?)
    }

    /// What heads read of pictures `[n, 1, side, side]`: latent vectors or their angles, `[n_nets, n, …]`.
    pub fn read(&self, x: &Tensor) -> Result<Tensor> {
        let latent = self.latent(x)?;
        match self.kind.is_relative {
            true => Ok(angles(self.kind, &latent, &self.anchors()?)?),
            false => Ok(latent),
        }
    }

    /// What each head makes of what any encoder gave, `[n, …]` → `[n_nets, n, n_out]`.
    pub fn heads(&self, read: &Tensor) -> Result<Tensor> {
        let p = self.trainer.parameters();
        Ok(self.head.forward(p, &nn::for_each_net(p, read)?)?)
    }

    /// Where the networks live.
    pub fn device(&self) -> &Device {
        &self.device
    }
}

/// Cosines of the angles of `[…, n, d]` to `[…, k, d]`: `[…, n, k]`.
///
/// Before they are named from, each row less its mean and divided by its spread (a layer norm without gain): classifiers
/// differ in how far their angles spread. Decoders of pictures read cosines as they are.
pub fn angles(kind: Kind, latent: &Tensor, anchors: &Tensor) -> nn::Result<Tensor> {
    let cosines = normalise_rows(latent)?.matmul(&normalise_rows(anchors)?.transpose()?)?;
    if kind.rebuilds {
        return Ok(cosines);
    }
    let last = cosines.rank() - 1;
    let centred = cosines.sub(&cosines.mean(last)?.unsqueeze(last)?)?;
    let spread = centred.square()?.mean(last)?.shift(1e-6)?.sqrt()?;
    Ok(centred.div(&spread.unsqueeze(last)?)?)
}
