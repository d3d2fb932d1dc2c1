//! A convolution as a product whose second operand, the patches of an image, is read from the image itself (Chetlur
//! et al. 2014, "implicit" im2col).

use crate::ops::matmul::product::{Columns, Matrix, Panels, TILE_COLS, multiply_columns};
use crate::ops::unfold2d::Geometry;

/// Patches `[channels·taps, outputs]` of one image with its padding.
struct Patches<'a> {
    image: &'a [f32],
    /// Where the patch of each output starts.
    starts: &'a [usize],
    /// From there to each of its numbers, in the order of the weight's.
    offsets: &'a [usize],
}

impl Columns for Patches<'_> {
    fn pack(&self, [col, n_cols]: [usize; 2], [k, n_inner]: [usize; 2], packed: &mut Vec<f32>) {
        packed.resize(n_cols.div_ceil(TILE_COLS) * TILE_COLS * n_inner, 0.0);
        let offsets = &self.offsets[k..k + n_inner];
        let starts = &self.starts[col..col + n_cols];
        for (starts, panel) in starts.chunks(TILE_COLS).zip(packed.chunks_exact_mut(TILE_COLS * n_inner)) {
            let last = starts.len() - 1;
            let starts: [usize; TILE_COLS] = std::array::from_fn(|i| starts[i.min(last)]);
            let lines = panel.as_chunks_mut::<TILE_COLS>().0.iter_mut().zip(offsets);
            let is_every = |step: usize| starts.iter().enumerate().all(|(i, &s)| s == starts[0] + i * step);
            if is_every(1) {
                lines.for_each(|(to, offset)| *to = self.read::<TILE_COLS>(starts[0] + offset));
            } else if is_every(2) {
                lines.for_each(|(to, offset)| {
                    let line: [f32; 2 * TILE_COLS - 1] = self.read(starts[0] + offset);
                    *to = std::array::from_fn(|i| line[2 * i]);
                });
            } else {
                lines.for_each(|(to, offset)| *to = std::array::from_fn(|i| self.image[starts[i] + offset]));
            }
        }
    }
}

impl Patches<'_> {
    #[inline(always)]
    fn read<const N: usize>(&self, at: usize) -> [f32; N] {
        *self.image[at..].first_chunk().expect("a patch lies within its image")
    }
}

/// `x` `[batch, channels, image]` by `weight` `[n_out, channels / groups · taps]` → `out` `[batch, n_out, outputs]`.
/// Calls `finish` on consecutive parts of `out`.
pub(super) fn convolve(
    x: &[f32],
    weight: &[f32],
    [batch, groups]: [usize; 2],
    g: &Geometry,
    out: &mut [f32],
    finish: &mut dyn FnMut(&mut [f32]),
) {
    let channels = x.len() / (batch * g.image[0] * g.image[1]);
    let n_group_out = out.len() / (batch * g.n_out() * groups);
    let n_patch = channels / groups * g.n_taps();
    let padded = g.padded();
    let plane = padded[0] * padded[1];
    let starts: Vec<usize> =
        (0..g.n_out()).map(|o| o / g.out[1] * g.stride[0] * padded[1] + o % g.out[1] * g.stride[1]).collect();
    let offset = |k: usize| {
        let (channel, tap) = (k / g.n_taps(), k % g.n_taps());
        let (row, column) = (tap / g.kernel[1] * g.dilation[0], tap % g.kernel[1] * g.dilation[1]);
        channel * plane + row * padded[1] + column
    };
    let offsets: Vec<usize> = (0..n_patch).map(offset).collect();
    let mut frame = if padded == g.image { Vec::new() } else { vec![0.0; channels * plane] };
    let mut panels = Panels::default();
    let images = x.chunks_exact(channels * g.image[0] * g.image[1]);
    for (x, out) in images.zip(out.chunks_exact_mut(groups * n_group_out * g.n_out())) {
        let image = if frame.is_empty() {
            x
        } else {
            fill_frame(x, g, padded, &mut frame);
            &frame[..]
        };
        for (group, out) in out.chunks_exact_mut(n_group_out * g.n_out()).enumerate() {
            let rows = Matrix {
                data: weight,
                offset: (group * n_group_out * n_patch) as isize,
                row_stride: n_patch as isize,
                col_stride: 1,
            };
            let image = &image[group * (channels / groups) * plane..];
            let patches = Patches { image, starts: &starts, offsets: &offsets };
            multiply_columns([n_group_out, n_patch, g.n_out()], rows, &patches, out, &mut panels, finish);
        }
    }
}

/// Copies the planes into the middle of padded ones; the padding stays as it is.
fn fill_frame(x: &[f32], g: &Geometry, padded: [usize; 2], frame: &mut [f32]) {
    let planes = x.chunks_exact(g.image[0] * g.image[1]).zip(frame.chunks_exact_mut(padded[0] * padded[1]));
    for (plane, frame) in planes {
        let rows = frame.chunks_exact_mut(padded[1]).skip(g.before[0]);
        for (row, frame) in plane.chunks_exact(g.image[1]).zip(rows) {
            frame[g.before[1]..g.before[1] + g.image[1]].copy_from_slice(row);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ops::conv2d::{Conv, Padding2d};

    /// Against the sum over taps, for strides, dilations, uneven padding and groups.
    #[test]
    fn a_convolution_equals_its_sum() {
        let number = |i: usize| (i * 7919 % 1000) as f32 / 500.0 - 1.0;
        let (batch, channels, image, kernel) = (2, 4, [9, 11], [3, 2]);
        for (stride, dilation, groups) in [([1, 1], [1, 1], 1), ([2, 1], [1, 2], 2), ([1, 3], [2, 1], 4)] {
            let padding = Padding2d { top: 1, bottom: 2, left: 0, right: 1 };
            let g = Geometry::new(image, kernel, &Conv { stride, padding, dilation, groups }).expect("fits");
            let (n_out, per_group) = (8, channels / groups);
            let x: Vec<f32> = (0..batch * channels * image[0] * image[1]).map(number).collect();
            let weight: Vec<f32> = (0..n_out * per_group * g.n_taps()).map(|i| number(i + 5)).collect();
            let mut out = vec![f32::NAN; batch * n_out * g.n_out()];
            let mut n_finished = 0;
            convolve(&x, &weight, [batch, groups], &g, &mut out, &mut |part| n_finished += part.len());
            assert_eq!(n_finished, out.len());
            for (at, &found) in out.iter().enumerate() {
                let (o, channel, b) = (at % g.n_out(), at / g.n_out() % n_out, at / g.n_out() / n_out);
                let mut exact = 0.0_f64;
                for k in 0..per_group * g.n_taps() {
                    let (c, tap) = (k / g.n_taps(), k % g.n_taps());
                    let row = (o / g.out[1] * stride[0] + tap / kernel[1] * dilation[0]).wrapping_sub(1);
                    let column = o % g.out[1] * stride[1] + tap % kernel[1] * dilation[1];
                    if row < image[0] && column < image[1] {
                        let plane = b * channels + channel / (n_out / groups) * per_group + c;
                        exact += f64::from(x[(plane * image[0] + row) * image[1] + column])
                            * f64::from(weight[channel * per_group * g.n_taps() + k]);
                    }
                }
                assert!((f64::from(found) - exact).abs() < 1e-5, "{at}: {found}, not {exact}");
            }
        }
    }
}
