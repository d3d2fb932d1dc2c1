//! Structural similarity of images.

use tensor::{Padding2d, Tensor};

use super::check_alike;
use crate::{Error, Result};

/// Side of the window and its standard deviation, in pixels (Wang et al. 2004, §III-B).
const WINDOW: usize = 11;
const DEVIATION: f64 = 1.5;

/// Mean structural similarity (Wang et al. 2004, eq. 13) of two stacks of images
/// `[batch, channels, height, width]` whose numbers span `range` (1 or 255) → `[batch]`, over channels and
/// all windows within the image. 1 for equal images; a loss is `1 − ssim`.
pub fn ssim(a: &Tensor, b: &Tensor, range: f32) -> Result<Tensor> {
    check_alike("SSIM", a, b)?;
    let [batch, channels, height, width] = *a.shape() else {
        let found = format!("{:?}", a.shape());
        return Err(Error::setting("SSIM", "two of [batch, channels, height, width]", found));
    };
    if height < WINDOW || width < WINDOW || batch * channels == 0 {
        let expected = format!("images of at least {WINDOW} × {WINDOW} pixels");
        return Err(Error::setting("SSIM", expected, format!("{:?}", a.shape())));
    }
    // Five maps under one window: the means of a, b, a², b² and ab. Channels join the batch.
    let n = batch * channels;
    let (a, b) = (a.reshape(&[n, 1, height, width])?, b.reshape(&[n, 1, height, width])?);
    let maps = Tensor::concat(&[&a, &b, &a.square()?, &b.square()?, &a.mul(&b)?], 0)?;
    let maps = blur(&maps)?;
    let [mean_a, mean_b, square_a, square_b, product] = [0, 1, 2, 3, 4].map(|at| maps.slice(0, at * n, n));
    let (mean_a, mean_b) = (mean_a?, mean_b?);
    let (both, squares) = (mean_a.mul(&mean_b)?, mean_a.square()?.add(&mean_b.square()?)?);
    let covariance = product?.sub(&both)?;
    let variances = square_a?.add(&square_b?)?.sub(&squares)?;
    let [c1, c2] = [0.01, 0.03].map(|k| (k * range) * (k * range));
    let above = both.scale(2.0)?.shift(c1)?.mul(&covariance.scale(2.0)?.shift(c2)?)?;
    let below = squares.shift(c1)?.mul(&variances.shift(c2)?)?;
    let map = above.div(&below)?;
    Ok(map.reshape(&[batch, map.count() / batch])?.mean(1)?)
}

/// The Gaussian mean under each window within the image, by columns and then by rows.
fn blur(x: &Tensor) -> Result<Tensor> {
    let middle = (WINDOW / 2) as f64;
    let weight = |k: usize| (-(k as f64 - middle).powi(2) / (2.0 * DEVIATION * DEVIATION)).exp();
    let total: f64 = (0..WINDOW).map(weight).sum();
    let weights: Vec<f32> = (0..WINDOW).map(|k| (weight(k) / total) as f32).collect();
    let none = Tensor::full(0.0, &[1], &x.device())?;
    let along = |x: &Tensor, shape: [usize; 4]| {
        let window = Tensor::from_vec(weights.clone(), &shape, &x.device())?;
        x.conv2d(&window, &none, 1, Padding2d::default())
    };
    Ok(along(&along(x, [1, 1, WINDOW, 1])?, [1, 1, 1, WINDOW])?)
}
