//! Shapes, strides and broadcasting: plain arithmetic, no device.

use crate::{Error, Result};

/// Number of elements of `shape`; 1 for a scalar (`[]`). Stays at the largest number where the
/// product would overflow (32 bits in wasm), so that no such shape passes for a small one.
pub(crate) fn count(shape: &[usize]) -> usize {
    if shape.contains(&0) { 0 } else { shape.iter().fold(1, |product, &size| product.saturating_mul(size)) }
}

/// Row-major strides, in elements.
pub(crate) fn contiguous_strides(shape: &[usize]) -> Vec<isize> {
    let mut strides = vec![1_isize; shape.len()];
    for dim in (1..shape.len()).rev() {
        strides[dim - 1] = strides[dim].saturating_mul(shape[dim].max(1) as isize);
    }
    strides
}

/// The shape that `a` and `b` broadcast to (numpy's rule: align right, 1 stretches).
pub(crate) fn broadcast(op: &'static str, a: &[usize], b: &[usize]) -> Result<Vec<usize>> {
    let rank = a.len().max(b.len());
    let at = |shape: &[usize], dim: usize| {
        let missing = rank - shape.len();
        if dim < missing { 1 } else { shape[dim - missing] }
    };
    (0..rank)
        .map(|dim| match (at(a, dim), at(b, dim)) {
            (x, y) if x == y => Ok(x),
            (1, y) => Ok(y),
            (x, 1) => Ok(x),
            _ => Err(Error::shape(op, format!("a shape that broadcasts with {a:?}"), format!("{b:?}"))),
        })
        .collect()
}

/// How a strided view lies in its buffer.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Layout {
    pub shape: Vec<usize>,
    /// In elements; 0 along a broadcast dimension, negative along a flipped one.
    pub strides: Vec<isize>,
    /// First element, in elements.
    pub offset: usize,
}

impl Layout {
    pub fn contiguous(shape: &[usize]) -> Self {
        Self { shape: shape.to_vec(), strides: contiguous_strides(shape), offset: 0 }
    }

    pub fn count(&self) -> usize {
        count(&self.shape)
    }

    /// True when the elements lie in row-major order without gaps (the offset may differ from 0).
    pub fn is_contiguous(&self) -> bool {
        let expected = contiguous_strides(&self.shape);
        self.count() == 0
            || self
                .shape
                .iter()
                .zip(self.strides.iter().zip(&expected))
                .all(|(&size, (s, e))| size == 1 || s == e)
    }

    pub fn permute(&self, order: &[usize]) -> Self {
        Self {
            shape: order.iter().map(|&dim| self.shape[dim]).collect(),
            strides: order.iter().map(|&dim| self.strides[dim]).collect(),
            offset: self.offset,
        }
    }

    pub fn slice(&self, dim: usize, start: usize, len: usize) -> Self {
        let mut layout = self.clone();
        layout.shape[dim] = len;
        layout.offset = layout.offset.wrapping_add_signed(start as isize * self.strides[dim]);
        layout
    }

    /// Dimension `dim` read backwards.
    pub fn flip(&self, dim: usize) -> Self {
        let mut layout = self.clone();
        let last = self.shape[dim].saturating_sub(1) as isize;
        layout.offset = layout.offset.wrapping_add_signed(last * self.strides[dim]);
        layout.strides[dim] = -layout.strides[dim];
        layout
    }

    /// The same elements in the same order under another shape of equal count, or `None` where no
    /// strides can say it (then the elements must be copied first).
    pub fn reshape(&self, shape: &[usize]) -> Option<Self> {
        let contiguous = Self { offset: self.offset, ..Self::contiguous(shape) };
        if self.is_contiguous() {
            return Some(contiguous);
        }
        // Each merged dimension of the source must be cut into whole dimensions of the target.
        let source = self.merged();
        let mut strides = contiguous.strides;
        let (mut sizes, mut steps) = (source.shape.iter().rev(), source.strides.iter().rev());
        let (mut room, mut step) = (1, 1);
        for dim in (0..shape.len()).rev() {
            if shape[dim] == 1 {
                continue;
            }
            if room == 1 {
                (room, step) = (*sizes.next()?, *steps.next()?);
            }
            if room % shape[dim] != 0 {
                return None;
            }
            strides[dim] = step;
            room /= shape[dim];
            step *= shape[dim] as isize;
        }
        Some(Self { shape: shape.to_vec(), strides, offset: self.offset })
    }

    /// Where element `index` (in row-major order of the view) lies in the buffer.
    pub fn place(&self, index: usize) -> usize {
        let mut rest = index;
        let mut at = self.offset as isize;
        for (&size, &stride) in self.shape.iter().zip(&self.strides).rev() {
            at += (rest % size) as isize * stride;
            rest /= size;
        }
        at as usize
    }

    /// The same elements in the same order with neighbouring dimensions joined where one stride
    /// walks both.
    pub fn merged(&self) -> Self {
        let (mut shape, mut strides): (Vec<usize>, Vec<isize>) = (Vec::new(), Vec::new());
        for (&size, &stride) in self.shape.iter().zip(&self.strides).filter(|(size, _)| **size != 1) {
            match (shape.last_mut(), strides.last_mut()) {
                (Some(outer), Some(outer_stride)) if *outer_stride == stride * size as isize => {
                    *outer *= size;
                    *outer_stride = stride;
                }
                _ => {
                    shape.push(size);
                    strides.push(stride);
                }
            }
        }
        Self { shape, strides, offset: self.offset }
    }

    /// Stretches dimensions of size 1 by a stride of 0; `shape` must be a valid target.
    pub fn broadcast_to(&self, shape: &[usize]) -> Self {
        let missing = shape.len() - self.shape.len();
        let strides = shape
            .iter()
            .enumerate()
            .map(|(dim, &size)| {
                if dim < missing || (self.shape[dim - missing] == 1 && size != 1) {
                    0
                } else {
                    self.strides[dim - missing]
                }
            })
            .collect();
        Self { shape: shape.to_vec(), strides, offset: self.offset }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shapes_broadcast_as_numpy_does() {
        assert_eq!(broadcast("add", &[2, 1, 3], &[4, 1]).unwrap(), [2, 4, 3]);
        assert_eq!(broadcast("add", &[], &[5]).unwrap(), [5]);
        assert_eq!(broadcast("add", &[1], &[0]).unwrap(), [0]);
        assert!(broadcast("add", &[2], &[3]).is_err());
    }

    #[test]
    fn a_shape_too_large_to_count_is_not_taken_for_a_small_one() {
        assert_eq!(count(&[usize::MAX, 2]), usize::MAX);
        assert_eq!(count(&[usize::MAX, 2, 0]), 0);
    }

    #[test]
    fn dimensions_merge_where_one_stride_walks_both() {
        let layout = Layout::contiguous(&[2, 3, 1, 4]);
        assert_eq!(layout.merged(), Layout::contiguous(&[24]));
        let moved = layout.permute(&[1, 2, 0, 3]).merged();
        assert_eq!((moved.shape, moved.strides), (vec![3, 2, 4], vec![4, 12, 1]));
        let stretched = Layout::contiguous(&[1, 1]).broadcast_to(&[5, 4]).merged();
        assert_eq!((stretched.shape, stretched.strides), (vec![20], vec![0]));
    }

    #[test]
    fn a_view_reshapes_without_a_copy_where_strides_can_say_it() {
        let rows = Layout::contiguous(&[4, 6]).slice(1, 1, 4);
        assert_eq!(rows.reshape(&[2, 2, 2, 2]).unwrap().strides, [12, 6, 2, 1]);
        assert_eq!(rows.reshape(&[4, 1, 4]).unwrap().offset, 1);
        assert!(rows.reshape(&[8, 2]).is_none() && rows.reshape(&[16]).is_none());
        let moved = Layout::contiguous(&[2, 3]).permute(&[1, 0]);
        assert!(moved.reshape(&[6]).is_none());
        for index in 0..6 {
            assert_eq!(moved.place(index), moved.reshape(&[3, 1, 2]).unwrap().place(index));
        }
    }

    #[test]
    fn a_flipped_view_walks_backwards() {
        let flipped = Layout::contiguous(&[2, 3]).flip(1);
        assert_eq!((0..6).map(|i| flipped.place(i)).collect::<Vec<_>>(), [2, 1, 0, 5, 4, 3]);
    }

    #[test]
    fn a_permuted_view_is_not_contiguous_unless_the_moved_sizes_are_one() {
        assert!(!Layout::contiguous(&[2, 3]).permute(&[1, 0]).is_contiguous());
        assert!(Layout::contiguous(&[1, 3]).permute(&[1, 0]).is_contiguous());
    }
}
