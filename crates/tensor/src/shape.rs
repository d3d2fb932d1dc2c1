//! Shapes, strides and broadcasting: plain arithmetic, no device.

use crate::{Error, Result};

/// Number of elements of `shape`; 1 for a scalar (`[]`).
pub(crate) fn count(shape: &[usize]) -> usize {
    shape.iter().product()
}

/// Row-major strides, in elements.
pub(crate) fn contiguous_strides(shape: &[usize]) -> Vec<usize> {
    let mut strides = vec![1; shape.len()];
    for dim in (1..shape.len()).rev() {
        strides[dim - 1] = strides[dim] * shape[dim].max(1);
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
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Layout {
    pub shape: Vec<usize>,
    /// In elements; 0 along a broadcast dimension.
    pub strides: Vec<usize>,
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
        layout.offset += start * self.strides[dim];
        layout
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
    fn a_permuted_view_is_not_contiguous_unless_the_moved_sizes_are_one() {
        assert!(!Layout::contiguous(&[2, 3]).permute(&[1, 0]).is_contiguous());
        assert!(Layout::contiguous(&[1, 3]).permute(&[1, 0]).is_contiguous());
    }
}
