//! Means under windows: a banded matrix along the columns, another along the rows.

use std::ops::Range;

use crate::ops::max_pool2d::{Pool, Windows};
use crate::ops::resample::Bands;
use crate::{Error, Result, Tensor};

impl Tensor {
    /// `[batch, channels, height, width]` → `[batch, channels, out_h, out_w]`, as torch's `avg_pool2d`.
    pub fn avg_pool2d(&self, pool: &Pool) -> Result<Tensor> {
        let image = image("avg_pool2d", self)?;
        let windows = Windows::new("avg_pool2d", image, pool)?;
        let bands = |axis: usize| {
            means(image[axis], windows.out[axis], |out| {
                let span = windows.span(axis, out);
                let start = out * windows.stride[axis];
                let padded =
                    (start + windows.kernel[axis]).min(image[axis] + 2 * windows.before[axis]) - start;
                let divisor = if pool.counts_padding { padded } else { span.len() };
                (span, divisor)
            })
        };
        self.resample(2, bands(0))?.resample(3, bands(1))
    }

    /// `[batch, channels, width]` → `[batch, channels, out]`: [`Tensor::avg_pool2d`] along one dimension,
    /// with the padding counted.
    pub fn avg_pool1d(&self, kernel: usize, stride: usize, padding: usize) -> Result<Tensor> {
        let pool = Pool { padding: [0, padding], ..Pool::new([1, kernel], [1, stride]) };
        one_row("avg_pool1d", self)?.avg_pool2d(&pool)?.squeeze(2)
    }

    /// `[batch, channels, height, width]` → `[batch, channels, size…]`: means of equal shares, which overlap
    /// where `size` does not divide the image (torch's `adaptive_avg_pool2d`).
    pub fn adaptive_avg_pool2d(&self, size: [usize; 2]) -> Result<Tensor> {
        let image = image("adaptive_avg_pool2d", self)?;
        check_shares("adaptive_avg_pool2d", image, size)?;
        let bands = |axis: usize| {
            means(image[axis], size[axis], |out| {
                let share = share(image[axis], size[axis], out);
                (share.clone(), share.len())
            })
        };
        self.resample(2, bands(0))?.resample(3, bands(1))
    }

    /// `[batch, channels, width]` → `[batch, channels, size]`: [`Tensor::adaptive_avg_pool2d`] along one
    /// dimension.
    pub fn adaptive_avg_pool1d(&self, size: usize) -> Result<Tensor> {
        one_row("adaptive_avg_pool1d", self)?.adaptive_avg_pool2d([1, size])?.squeeze(2)
    }
}

/// The pixels of one of `n` equal shares of a line.
pub(crate) fn share(size: usize, n: usize, at: usize) -> Range<usize> {
    at * size / n..((at + 1) * size).div_ceil(n)
}

/// Fails when there are no pixels to share, or no shares.
pub(crate) fn check_shares(op: &'static str, image: [usize; 2], size: [usize; 2]) -> Result<()> {
    if image.contains(&0) || size.contains(&0) {
        return Err(Error::shape(op, "sizes above 0", format!("an image {image:?} for {size:?}")));
    }
    Ok(())
}

/// The matrix of the means of some spans, each with its divisor.
fn means(n_in: usize, n_out: usize, of: impl Fn(usize) -> (Range<usize>, usize)) -> Bands {
    let row = |out: usize| {
        let (span, divisor) = of(out);
        (span.start, vec![1.0 / divisor as f32; span.len()])
    };
    Bands::new(n_in, &(0..n_out).map(row).collect::<Vec<_>>())
}

fn image(op: &'static str, x: &Tensor) -> Result<[usize; 2]> {
    match *x.shape() {
        [_, _, height, width] => Ok([height, width]),
        _ => Err(Error::shape(op, "[batch, channels, height, width]", format!("{:?}", x.shape()))),
    }
}

fn one_row(op: &'static str, x: &Tensor) -> Result<Tensor> {
    if x.rank() != 3 {
        return Err(Error::shape(op, "[batch, channels, width]", format!("{:?}", x.shape())));
    }
    x.unsqueeze(2)
}
