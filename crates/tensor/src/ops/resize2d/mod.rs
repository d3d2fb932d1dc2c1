//! Resizing of images: a banded matrix along the columns, another along the rows.

use crate::ops::resample::Bands;
use crate::{Error, Result, Tensor};

/// How pixels in between are found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Resize {
    /// The pixel at or before the place (torch's `nearest`).
    Nearest,
    /// A mean of the two neighbours along each axis, weighed by nearness, without smoothing where the image
    /// shrinks (torch's `bilinear`).
    Bilinear {
        /// Centres of the corner pixels stay in place, rather than the corners of the image.
        align_corners: bool,
    },
}

impl Tensor {
    /// `[batch, channels, height, width]` → `[batch, channels, size…]`, as torch's `interpolate`.
    pub fn resize2d(&self, size: [usize; 2], how: Resize) -> Result<Tensor> {
        let [_, _, height, width] = *self.shape() else {
            let found = format!("{:?}", self.shape());
            return Err(Error::shape("resize2d", "[batch, channels, height, width]", found));
        };
        if [height, width, size[0], size[1]].contains(&0) {
            let found = format!("{height} × {width} to {size:?}");
            return Err(Error::shape("resize2d", "sizes above 0", found));
        }
        self.resample(2, matrix(height, size[0], how))?.resample(3, matrix(width, size[1], how))
    }
}

/// The matrix `[n_out, n_in]` along one axis.
fn matrix(n_in: usize, n_out: usize, how: Resize) -> Bands {
    let rows: Vec<(usize, Vec<f32>)> = (0..n_out)
        .map(|out| match how {
            Resize::Nearest => {
                // Rounded as in torch, which decides where the product is close to a whole number.
                let place = (out as f32 * (n_in as f32 / n_out as f32)).floor() as usize;
                (place.min(n_in - 1), vec![1.0])
            }
            Resize::Bilinear { align_corners } => {
                let place = if !align_corners {
                    ((out as f64 + 0.5) * (n_in as f64 / n_out as f64) - 0.5).max(0.0)
                } else if n_out > 1 {
                    out as f64 * ((n_in - 1) as f64 / (n_out - 1) as f64)
                } else {
                    0.0
                };
                let first = (place.floor() as usize).min(n_in - 1);
                if first + 1 == n_in {
                    return (first, vec![1.0]);
                }
                let after = (place - first as f64) as f32;
                (first, vec![1.0 - after, after])
            }
        })
        .collect();
    Bands::new(n_in, &rows)
}
