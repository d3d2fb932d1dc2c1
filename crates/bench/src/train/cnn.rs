//! A small convolutional network.

use tensor::{Device, Padding2d, Result, Tensor};

use super::update::Update;
use super::{Loss, Training, cross_entropy, weight};
use crate::seeded::{fill, ints};

const BATCH: usize = 64;

/// Two convolutions 1 → 16 → 32 of 3 × 3, each with ReLU and 2 × 2 max-pool, and a dense layer; batch 64,
/// Adam.
pub(crate) fn cnn(device: &Device) -> Result<Training> {
    let zeros = |n: usize| Tensor::full(0.0, &[n], device);
    let parameters = vec![
        weight(&[16, 1, 3, 3], 9, 10, device)?,
        zeros(16)?,
        weight(&[32, 16, 3, 3], 144, 11, device)?,
        zeros(32)?,
        weight(&[1568, 10], 1568, 12, device)?,
        zeros(10)?,
    ];
    let x = Tensor::from_vec(fill(BATCH * 784, 1, 2.0), &[BATCH, 1, 28, 28], device)?;
    let y = Tensor::from_vec(ints(BATCH, 2, 10), &[BATCH], device)?;
    let loss: Loss = Box::new(move |p| {
        let block = |x: &Tensor, weight: &Tensor, bias: &Tensor| {
            x.conv2d(weight, bias, 1, Padding2d::all(1))?.relu()?.max_pool2d(2, 2, false)
        };
        let h = block(&block(&x, &p[0], &p[1])?, &p[2], &p[3])?;
        let logits = h.reshape(&[BATCH, 1568])?.matmul(&p[4])?.add(&p[5])?;
        let loss = cross_entropy(&logits, &y)?;
        Ok((loss.clone(), loss))
    });
    let update = Update::adam(&parameters)?;
    Training::new(parameters, loss, update)
}
