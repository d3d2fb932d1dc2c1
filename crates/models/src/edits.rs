//! Edits of weights for one run: what a model is without, or with more or less of, some of its numbers.

use tensor::{Random, Tensor};

use crate::{Error, Result};

/// A change of one tensor of weights. The loaded numbers stay as they are.
#[derive(Clone, Debug, PartialEq)]
pub struct WeightEdit {
    /// The name of its [`crate::WeightRequest`].
    pub weight: String,
    /// Which entries of the first axis, in the order of the checkpoint; all by default.
    pub rows: Option<Vec<usize>>,
    /// Which entries of the second axis; all by default.
    pub columns: Option<Vec<usize>>,
    /// What becomes of the numbers there.
    pub change: WeightChange,
}

/// What weights are changed to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum WeightChange {
    /// Set to zero.
    Zero,
    /// Multiplied.
    Scale(f32),
    /// Normal numbers are added, the same for equal seeds and names of the tensor.
    Noise {
        /// Their standard deviation, in the unit of the weights.
        size: f32,
        /// What they follow from.
        seed: u64,
    },
}

impl WeightEdit {
    /// Errors when the place is not in a tensor of this shape.
    pub fn check(&self, shape: &[usize]) -> Result<()> {
        for (axis, (what, chosen)) in self.places().into_iter().enumerate() {
            let Some(chosen) = chosen else { continue };
            let Some(&size) = shape.get(axis) else {
                return Err(Error::Input(format!(
                    "The edit of {} names {what}, but that tensor has the shape {shape:?} and so none.",
                    self.weight
                )));
            };
            if let Some(beyond) = chosen.iter().find(|&&at| at >= size) {
                return Err(Error::Input(format!(
                    "The edit of {} names {beyond} among its {what}; there are {size}, counted from 0.",
                    self.weight
                )));
            }
        }
        Ok(())
    }

    /// The edited numbers, computed. Errors as [`WeightEdit::check`].
    pub fn apply(&self, weight: &Tensor) -> Result<Tensor> {
        self.check(weight.shape())?;
        let (shape, device) = (weight.shape(), weight.device());
        let changed = match self.change {
            WeightChange::Zero => Tensor::full(0.0, shape, &device)?,
            WeightChange::Scale(factor) => weight.scale(factor)?,
            WeightChange::Noise { size, seed } => {
                let key = Random::new(seed).split_named(&self.weight).key();
                weight.add(&Tensor::random_normal(key, shape, &device)?.scale(size)?)?
            }
        };
        let mut edited = changed;
        for (axis, (_, chosen)) in self.places().into_iter().enumerate() {
            let Some(chosen) = chosen else { continue };
            let mut marks = vec![0.0; shape[axis]];
            chosen.iter().for_each(|&at| marks[at] = 1.0);
            let mut along = vec![1; shape.len()];
            along[axis] = shape[axis];
            edited = Tensor::from_vec(marks, &along, &device)?.select(&edited, weight)?;
        }
        // Computed once, and not again in every pass.
        Tensor::evaluate_all(std::slice::from_ref(&edited))?;
        Ok(edited)
    }

    fn places(&self) -> [(&'static str, &Option<Vec<usize>>); 2] {
        [("rows", &self.rows), ("columns", &self.columns)]
    }
}
