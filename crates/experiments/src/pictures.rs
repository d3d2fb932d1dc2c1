//! Grey pictures of a file, as the numbers that networks take.

use ::recipe::Result;
use data::{Images, Scale};
use tensor::{Device, Tensor};

use crate::Lab;

/// `n` square pictures with a class each.
pub(crate) struct Pictures {
    /// Pixels along a side.
    pub side: usize,
    /// `[n, side, side]`, row by row.
    pub pixels: Vec<f32>,
    /// `[n]`
    pub labels: Vec<usize>,
    /// One name a class.
    pub class_names: Vec<String>,
}

impl Pictures {
    /// Those of a file from `start` up to `end`, each block of `shrink` × `shrink` pixels made one by its mean; from 0
    /// (black) to 1.
    pub fn read(lab: &Lab, file: &str, [start, end]: [usize; 2], shrink: usize) -> Result<Self> {
        let images = Images::read(lab.file(file)?)?;
        let picks: Vec<usize> = (start..end).collect();
        let whole = images.batch(&picks, &Scale::new(0.0, 1.0))?;
        let (width, side) = (images.width(), images.height().min(images.width()) / shrink);
        let mut pixels = Vec::with_capacity(picks.len() * side * side);
        for picture in whole.pixels.chunks_exact(images.height() * width) {
            for place in 0..side * side {
                let (top, left) = (place / side * shrink, place % side * shrink);
                let block = (0..shrink * shrink).map(|at| (top + at / shrink) * width + left + at % shrink);
                pixels.push(block.map(|at| picture[at]).sum::<f32>() / (shrink * shrink) as f32);
            }
        }
        let labels = whole.labels.into_iter().map(|label| label as usize).collect();
        Ok(Self { side, pixels, labels, class_names: images.class_names().to_vec() })
    }

    /// The same with mean 0 and variance 1 over all pixels.
    pub fn standardised(mut self) -> Self {
        let n = self.pixels.len().max(1) as f64;
        let mean = self.pixels.iter().map(|&v| f64::from(v)).sum::<f64>() / n;
        let squares = self.pixels.iter().map(|&v| (f64::from(v) - mean).powi(2)).sum::<f64>();
        let spread = (squares / n).sqrt().max(f64::MIN_POSITIVE);
        self.pixels.iter_mut().for_each(|v| *v = ((f64::from(*v) - mean) / spread) as f32);
        self
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.labels.len()
    }

    /// One picture, row by row.
    pub fn picture(&self, place: usize) -> &[f32] {
        &self.pixels[place * self.side * self.side..][..self.side * self.side]
    }

    /// Some of them as `[…lead, 1, side, side]`; `lead` has as many places as there are picks.
    pub fn tensor(&self, picks: &[usize], lead: &[usize], device: &Device) -> tensor::Result<Tensor> {
        let pixels = picks.iter().flat_map(|&place| self.picture(place).iter().copied()).collect();
        Tensor::from_vec(pixels, &[lead, &[1, self.side, self.side]].concat(), device)
    }
}
