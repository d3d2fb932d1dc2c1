//! Gradients of the slices of one tensor, put together once all are known: a sequence that is read step by
//! step would otherwise cost one padded copy of all of it a step.

use std::collections::HashMap;
use std::rc::Rc;

use super::Node;
use crate::{Result, Tensor};

/// The cotangent of one range.
struct Piece {
    dim: usize,
    start: usize,
    cotangent: Tensor,
}

/// The cotangents of slices that wait for the others of their tensor.
#[derive(Default)]
pub(super) struct Slices {
    by_input: HashMap<*const Node, Vec<Piece>>,
}

impl Slices {
    /// Notes the cotangent of the slice of `input` that starts there.
    pub fn note(&mut self, input: &Tensor, dim: usize, start: usize, cotangent: Tensor) {
        if input.node.is_tracked {
            let pieces = self.by_input.entry(Rc::as_ptr(&input.node)).or_default();
            pieces.push(Piece { dim, start, cotangent });
        }
    }

    /// The sum of what was noted for `input`, in its shape. Ranges that do not overlap are joined by one
    /// concatenation.
    pub fn join(&mut self, input: &Tensor) -> Result<Option<Tensor>> {
        let Some(mut pieces) = self.by_input.remove(&Rc::as_ptr(&input.node)) else { return Ok(None) };
        pieces.sort_by_key(|piece| (piece.dim, piece.start, piece.end()));
        let mut sum: Option<Tensor> = None;
        while let Some(first) = pieces.first() {
            let (dim, mut end) = (first.dim, 0);
            let fits = |piece: &mut Piece| {
                let fits = piece.dim == dim && piece.start >= end;
                if fits {
                    end = piece.end();
                }
                fits
            };
            let row: Vec<Piece> = pieces.extract_if(.., fits).collect();
            let joined = join_row(input, dim, &row)?;
            sum = Some(match sum {
                Some(before) => before.add(&joined)?,
                None => joined,
            });
        }
        Ok(sum)
    }
}

impl Piece {
    fn end(&self) -> usize {
        self.start + self.cotangent.shape()[self.dim]
    }
}

/// Ranges in order, with zeros between them.
fn join_row(input: &Tensor, dim: usize, row: &[Piece]) -> Result<Tensor> {
    let mut parts = Vec::with_capacity(row.len());
    let mut at = 0;
    let zeros = |len: usize| {
        let mut shape = input.shape().to_vec();
        shape[dim] = len;
        Tensor::full(0.0, &shape, &input.device())
    };
    for piece in row {
        if piece.start > at {
            parts.push(zeros(piece.start - at)?);
        }
        parts.push(piece.cotangent.clone());
        at = piece.end();
    }
    if at < input.shape()[dim] {
        parts.push(zeros(input.shape()[dim] - at)?);
    }
    Tensor::concat(&parts.iter().collect::<Vec<_>>(), dim)
}
