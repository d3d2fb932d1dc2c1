//! Small convolutional networks, trained as one.

use std::rc::Rc;

use analysis::Activations;
use data::Order;
use nn::{
    Activation, Layer, LayerSpec, Outcome, Pace, ParameterList, Parameters, Trainer, cross_entropy, is_right,
    mean_of_each_net, sequential,
};
use recipe::{Error, Result};
use tensor::Tensor;

use super::noise::POOL;
use super::plan::LAYERS;
use crate::pictures::Pictures;
use crate::{Lab, Watch};

/// The file of clothes; the first pictures train, stimuli follow.
pub const FILE: &str = "fashion-mnist/train-1.npz";
const N_TRAIN: usize = 2000;
const N_TESTED: usize = 500;
const BATCH: usize = 64;
const N_EPOCHS: u64 = 3;
const RATE: f64 = 3e-3;

/// Answers of every layer of every network, and how well the networks do.
pub struct Answers {
    /// `[net · layer]`, each `[POOL, n_units]`.
    pub layers: Vec<Activations>,
    /// Share of right answers on pictures that training does not see, a network each.
    pub accuracies: Vec<f64>,
}

/// Trains the networks and takes the answers of their layers.
pub async fn answers(seeds: Vec<u64>, lab: &Lab, watch: &mut Watch<'_>) -> Result<Answers> {
    let train = Rc::new(Pictures::read(lab, FILE, [0, N_TRAIN], 2)?.standardised());
    let test = Pictures::read(lab, FILE, [N_TRAIN, N_TRAIN + N_TESTED], 2)?.standardised();
    let conv = |n_out, stride| LayerSpec::Conv2d { n_out, kernel: 3, stride, padding: 1 };
    let relu = || LayerSpec::Activation { function: Activation::Relu };
    let dense = |n_out| LayerSpec::Linear { n_out };
    let specs = [
        conv(8, 2),
        relu(),
        conv(16, 1),
        relu(),
        conv(16, 2),
        relu(),
        conv(32, 1),
        relu(),
        LayerSpec::Flatten,
        dense(32),
        relu(),
        dense(10),
    ];
    let sites = ["net.1", "net.3", "net.5", "net.7", "net.10"];
    let mut list = ParameterList::new();
    let net = Rc::new(sequential(&mut list, "net", &[1, train.side, train.side], &specs)?);
    let parameters = Parameters::initialise_many(&list, &seeds, &lab.device)?;
    let all = net.clone();
    let model = move |p: &Parameters, [x, labels]: &[Tensor; 2]| {
        let scores = all.forward(p, x)?;
        let loss = mean_of_each_net(&cross_entropy(&scores, labels, 0.0)?)?;
        Ok(Outcome::of(loss).with("accuracy", mean_of_each_net(&is_right(&scores, labels)?)?))
    };
    let settings = nn::Settings { rate: RATE, ..nn::Settings::default() };
    let mut trainer = Trainer::new(parameters, settings, model)?;
    let mut orders =
        seeds.iter().map(|&own| Order::new(N_TRAIN, BATCH, own)).collect::<Result<Vec<_>, _>>()?;
    let n_steps = N_EPOCHS * (N_TRAIN / BATCH) as u64;
    let (pictures, device, n_nets) = (train.clone(), lab.device.clone(), seeds.len());
    let batch = move |step: u64| {
        let picks: Vec<usize> = orders.iter_mut().flat_map(|order| order.batch(step).to_vec()).collect();
        let classes = picks.iter().map(|&pick| pictures.labels[pick] as f32).collect();
        Ok([
            pictures.tensor(&picks, &[n_nets, BATCH], &device)?,
            Tensor::from_vec(classes, &[n_nets, BATCH], &device)?,
        ])
    };
    let pace = Pace { curve_every: u64::MAX, keep_secs: f64::INFINITY, ..Pace::default() };
    trainer.run(n_steps, batch, pace, &mut watch.training(0, n_steps)).await?;

    let p = trainer.parameters();
    let picks: Vec<usize> = (0..N_TESTED).collect();
    let x = test.tensor(&picks, &[N_TESTED], &lab.device)?;
    let classes = test.labels.iter().map(|&label| label as f32).collect();
    let labels = Tensor::from_vec(classes, &[N_TESTED], &lab.device)?;
    let found = trainer.measure(&[nn::for_each_net(p, &x)?, nn::for_each_net(p, &labels)?])?.read().await?;
    let stimuli = x.slice(0, 0, POOL)?;
    let mut seen = Vec::new();
    net.forward_seen(p, &nn::for_each_net(p, &stimuli)?, &mut |name, answers| {
        if sites.contains(&name) {
            seen.push(answers.clone());
        }
    })?;
    let mut by_layer = Vec::new();
    for (site, answers) in LAYERS.iter().zip(seen) {
        let numbers = answers.to_vec().await?;
        let width = numbers.len() / (n_nets * POOL);
        let own = |part: &[f32]| {
            Activations::new(part.to_vec(), POOL, width)
                .map_err(|source| Error::Analysis { site: (*site).to_owned(), source })
        };
        by_layer.push(numbers.chunks_exact(width * POOL).map(own).collect::<Result<Vec<_>>>()?);
    }
    let layers = (0..n_nets).flat_map(|net| by_layer.iter().map(move |of| of[net].clone())).collect();
    let accuracies = found[1].1.iter().map(|&v| f64::from(v)).collect();
    Ok(Answers { layers, accuracies })
}
