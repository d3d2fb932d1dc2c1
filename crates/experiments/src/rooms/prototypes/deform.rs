//! Elastic deformation of pictures.
//!
//! Simard, Steinkraus & Platt 2003, "Best practices for convolutional neural networks applied to visual document
//! analysis": each pixel is taken from a place beside it; the shifts are random, smoothed by a Gaussian and enlarged.

use draws::Draws;
use tensor::{Device, Tensor};

use crate::pictures::Pictures;

/// Spread of the Gaussian and size of the shifts, in pixels of a picture of 28 × 28: the repository's.
const SIGMA: f64 = 4.0;
const ALPHA: f64 = 20.0;

/// Bends pictures, each anew at each step.
pub struct Deformation {
    side: usize,
    /// The Gaussian from its middle on.
    kernel: Vec<f64>,
    alpha: f64,
    draws: Draws,
}

impl Deformation {
    /// For pictures of `side` × `side` pixels.
    pub fn new(side: usize, draws: Draws) -> Self {
        let scale = side as f64 / 28.0;
        let sigma = SIGMA * scale;
        let reach = (3.0 * sigma).ceil() as usize;
        let bell = |at: usize| (-0.5 * (at as f64 / sigma).powi(2)).exp();
        let total = 2.0 * (1..=reach).map(bell).sum::<f64>() + 1.0;
        let kernel = (0..=reach).map(|at| bell(at) / total).collect();
        Self { side, kernel, alpha: ALPHA * scale, draws }
    }

    /// Bent pictures `[n, 1, side, side]`.
    pub fn batch(
        &self,
        pictures: &Pictures,
        picks: &[usize],
        step: u64,
        device: &Device,
    ) -> tensor::Result<Tensor> {
        let draws = self.draws.stream(step);
        let bent = |(at, &pick): (usize, &usize)| self.bend(pictures.picture(pick), draws.stream(at as u64));
        let pixels = picks.iter().enumerate().flat_map(bent).collect();
        Tensor::from_vec(pixels, &[picks.len(), 1, self.side, self.side], device)
    }

    /// One picture, bent.
    pub fn bend(&self, picture: &[f32], draws: Draws) -> Vec<f32> {
        let side = self.side;
        let [down, right] = [0, 1].map(|axis| self.shifts(draws.stream(axis)));
        let pixel = |row: isize, column: isize| {
            let is_inside = [row, column].iter().all(|at| (0..side as isize).contains(at));
            if is_inside { f64::from(picture[row as usize * side + column as usize]) } else { 0.0 }
        };
        let bent = |at: usize| {
            let (row, column) = ((at / side) as f64 + down[at], (at % side) as f64 + right[at]);
            let (top, left) = (row.floor(), column.floor());
            let (below, beside) = (row - top, column - left);
            let (top, left) = (top as isize, left as isize);
            let upper = (1.0 - beside) * pixel(top, left) + beside * pixel(top, left + 1);
            let lower = (1.0 - beside) * pixel(top + 1, left) + beside * pixel(top + 1, left + 1);
            ((1.0 - below) * upper + below * lower) as f32
        };
        (0..side * side).map(bent).collect()
    }

    /// A smooth field of shifts along one axis, in pixels.
    fn shifts(&self, draws: Draws) -> Vec<f64> {
        let side = self.side;
        let field: Vec<f64> = (0..side * side).map(|at| 2.0 * draws.unit(at as u64) - 1.0).collect();
        let along_rows = self.smooth(&field, 1);
        let both = self.smooth(&along_rows, side);
        both.into_iter().map(|shift| self.alpha * shift).collect()
    }

    /// Smoothed along the axis whose neighbours lie `step` apart; outside is 0.
    fn smooth(&self, field: &[f64], step: usize) -> Vec<f64> {
        let side = self.side;
        let value = |at: usize| {
            let along = at / step % side;
            let near = |distance: usize| {
                let before = along.checked_sub(distance).map_or(0.0, |_| field[at - distance * step]);
                let after = if along + distance < side { field[at + distance * step] } else { 0.0 };
                self.kernel[distance] * (before + after)
            };
            self.kernel[0] * field[at] + (1..self.kernel.len()).map(near).sum::<f64>()
        };
        (0..field.len()).map(value).collect()
    }
}
