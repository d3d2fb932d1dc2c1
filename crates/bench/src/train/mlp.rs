//! Perceptrons: one of 784-256-256-10, a tiny one, and many tiny ones at once.

use tensor::{Device, Result, Tensor};

use super::update::Update;
use super::{Loss, Training, cross_entropy, weight};
use crate::seeded::{fill, ints};

const TINY: [usize; 7] = [12, 10, 7, 5, 4, 3, 2];

/// 784-256-256-10 with ReLU, batch 128, Adam.
pub(crate) fn mlp(device: &Device) -> Result<Training> {
    let sizes = [784, 256, 256, 10];
    let parameters = parameters(&sizes, device)?;
    let update = Update::adam(&parameters)?;
    Training::new(parameters, loss(&sizes, 128, Tensor::relu, device)?, update)
}

/// 12-10-7-5-4-3-2 with tanh, 4096 rows, gradient descent.
pub(crate) fn tiny(device: &Device) -> Result<Training> {
    Training::new(parameters(&TINY, device)?, loss(&TINY, 4096, Tensor::tanh, device)?, Update::Sgd(0.1))
}

fn parameters(sizes: &[usize], device: &Device) -> Result<Vec<Tensor>> {
    let mut all = Vec::new();
    for (k, pair) in sizes.windows(2).enumerate() {
        all.push(weight(pair, pair[0], 10 + k as u32, device)?);
        all.push(Tensor::full(0.0, &pair[1..], device)?);
    }
    Ok(all)
}

fn loss(sizes: &[usize], n: usize, act: fn(&Tensor) -> Result<Tensor>, device: &Device) -> Result<Loss> {
    let classes = sizes[sizes.len() - 1];
    let x = Tensor::from_vec(fill(n * sizes[0], 1, 2.0), &[n, sizes[0]], device)?;
    let y = Tensor::from_vec(ints(n, 2, classes as u32), &[n], device)?;
    Ok(Box::new(move |p| {
        let mut h = x.clone();
        for k in (0..p.len()).step_by(2) {
            h = h.matmul(&p[k])?.add(&p[k + 1])?;
            if k + 2 < p.len() {
                h = act(&h)?;
            }
        }
        let loss = cross_entropy(&h, &y)?;
        Ok((loss.clone(), loss))
    }))
}

/// The tiny network `n_nets` times, weight k of network s from seed 1000 s + 10 + k, as batched products.
/// Reports the mean loss; each network descends its own.
pub(crate) fn tiny_many(n_nets: usize, device: &Device) -> Result<Training> {
    let mut parameters = Vec::new();
    for (k, pair) in TINY.windows(2).enumerate() {
        let scale = 2.0 / (pair[0] as f32).sqrt();
        let one = |s: usize| fill(pair[0] * pair[1], (1000 * s + 10 + k) as u32, scale);
        let data = (0..n_nets).flat_map(one).collect();
        parameters.push(Tensor::from_vec(data, &[n_nets, pair[0], pair[1]], device)?);
        parameters.push(Tensor::full(0.0, &[n_nets, 1, pair[1]], device)?);
    }
    let n = 4096;
    let x = Tensor::from_vec(fill(n * TINY[0], 1, 2.0), &[1, n, TINY[0]], device)?;
    let y = Tensor::from_vec(ints(n, 2, 2), &[n], device)?;
    let loss: Loss = Box::new(move |p| {
        let mut h = x.clone();
        for k in (0..p.len()).step_by(2) {
            h = h.matmul(&p[k])?.add(&p[k + 1])?;
            if k + 2 < p.len() {
                h = h.tanh()?;
            }
        }
        let loss = cross_entropy(&h, &y)?;
        Ok((loss.clone(), loss.scale(1.0 / n_nets as f32)?))
    });
    Training::new(parameters, loss, Update::Sgd(0.1))
}
