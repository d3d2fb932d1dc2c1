//! How a pixel becomes a number that a network takes.

use crate::Images;

/// Pixels as (pixel / 255 − mean) / deviation, in f32.
#[derive(Debug, Clone, PartialEq)]
pub struct Scale {
    mean: f64,
    deviation: f64,
    table: Vec<f32>,
}

impl Scale {
    /// Mean 0 and variance 1 over all pixels of these images, as the training images give them. Sums
    /// are whole numbers, so every platform finds the same. Where all pixels are equal, or there is
    /// none, they are only moved to 0.
    pub fn of(images: &Images) -> Self {
        let (mut sum, mut squares) = (0_u128, 0_u128);
        for row in images.pixels().chunks(1 << 16) {
            // 2^16 squares of at most 2^16 fit 2^32.
            sum += u128::from(row.iter().map(|pixel| u64::from(*pixel)).sum::<u64>());
            squares += u128::from(row.iter().map(|pixel| u64::from(*pixel).pow(2)).sum::<u64>());
        }
        let count = images.pixels().len() as u128;
        if count == 0 {
            return Self::new(0.0, 1.0);
        }
        // count² · variance, exactly.
        let spread = count * squares - sum * sum;
        let per_pixel = 255.0 * count as f64;
        let deviation = if spread == 0 { 1.0 } else { (spread as f64).sqrt() / per_pixel };
        Self::new(sum as f64 / per_pixel, deviation)
    }

    /// Mean and deviation of pixels that run from 0 to 1; `new(0.0, 1.0)` leaves them as they are.
    pub fn new(mean: f64, deviation: f64) -> Self {
        let table = (0..=255).map(|pixel| ((f64::from(pixel) / 255.0 - mean) / deviation) as f32).collect();
        Self { mean, deviation, table }
    }

    /// What is subtracted.
    pub fn mean(&self) -> f64 {
        self.mean
    }

    /// What is divided by.
    pub fn deviation(&self) -> f64 {
        self.deviation
    }

    /// The number that a pixel becomes.
    pub fn apply(&self, pixel: u8) -> f32 {
        self.table[usize::from(pixel)]
    }
}
