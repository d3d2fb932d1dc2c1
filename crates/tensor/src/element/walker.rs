//! Reads strided views in order.

use super::cpu::BLOCK;
use crate::shape::Layout;

/// Reads consecutive elements of a strided view; remembers where it is, so that a block costs no
/// divisions.
pub(super) struct Walker {
    index: Vec<usize>,
    at: isize,
    /// A short row that repeats (a bias over many rows), so often that any block of it can be copied at once.
    repeated: Vec<f32>,
}

impl Walker {
    /// At the first element. `layout` is merged.
    pub fn new(layout: &Layout, data: &[f32]) -> Self {
        let repeated = match (&layout.shape[..], &layout.strides[..]) {
            (&[rows, width], &[0, 1]) if width < BLOCK && rows > 1 => {
                let row = &data[layout.offset..layout.offset + width];
                row.repeat((width + BLOCK).div_ceil(width).min(rows))
            }
            _ => Vec::new(),
        };
        Self { index: vec![0; layout.shape.len()], at: layout.offset as isize, repeated }
    }

    /// The next elements, from `start`; calls come in order from element 0.
    pub fn read(&mut self, layout: &Layout, data: &[f32], start: usize, out: &mut [f32]) {
        let Some((&width, &stride)) = layout.shape.last().zip(layout.strides.last()) else {
            out.fill(data[layout.offset]);
            return;
        };
        if layout.shape.len() == 1 && stride == 1 {
            let from = layout.offset + start;
            out.copy_from_slice(&data[from..from + out.len()]);
            return;
        }
        if !self.repeated.is_empty() {
            let from = start % width;
            out.copy_from_slice(&self.repeated[from..from + out.len()]);
            return;
        }
        if let (&[_, width], &[stride, 0]) = (&layout.shape[..], &layout.strides[..]) {
            self.read_column(width, stride, data, out);
            return;
        }
        let last = self.index.len() - 1;
        let mut done = 0;
        while done < out.len() {
            let run = (width - self.index[last]).min(out.len() - done);
            let to = &mut out[done..done + run];
            match stride {
                1 => to.copy_from_slice(&data[self.at as usize..self.at as usize + run]),
                0 => to.fill(data[self.at as usize]),
                _ => {
                    let mut at = self.at;
                    for value in to {
                        *value = data[at as usize];
                        at += stride;
                    }
                }
            }
            done += run;
            self.advance(layout, run);
        }
    }

    /// A column whose numbers each stand for a whole row, as the mean of each row.
    fn read_column(&mut self, width: usize, stride: isize, data: &[f32], mut out: &mut [f32]) {
        while !out.is_empty() {
            let run = (width - self.index[1]).min(out.len());
            let (row, rest) = out.split_at_mut(run);
            row.fill(data[self.at as usize]);
            self.index[1] += run;
            if self.index[1] == width {
                self.index[1] = 0;
                self.at += stride;
            }
            out = rest;
        }
    }

    fn advance(&mut self, layout: &Layout, run: usize) {
        let mut dim = self.index.len() - 1;
        self.index[dim] += run;
        self.at += run as isize * layout.strides[dim];
        while self.index[dim] == layout.shape[dim] && dim > 0 {
            self.at -= layout.shape[dim] as isize * layout.strides[dim];
            self.index[dim] = 0;
            dim -= 1;
            self.index[dim] += 1;
            self.at += layout.strides[dim];
        }
    }
}
