//! Many layers compared with each other: each Gram matrix is made, centred and scaled once.

use std::ops::RangeInclusive;

use super::{Cka, refuse_stimuli, unit_entries};
use crate::activations::{Activations, Number};
use crate::error::{Operand, Result};
use crate::gram::{MAX_SQUARE_BYTES, gram, gram_of_blocks};

/// Layers of the same stimuli, made ready for linear [`cka`](super::cka()) of every two.
///
/// Memory: half a Gram matrix a layer, `4 · n_stimuli²` bytes; see [`CkaLayers::fit`].
#[derive(Debug, Clone)]
pub struct CkaLayers {
    variant: Cka,
    n_stimuli: usize,
    /// The centred Gram matrix of each layer as a list of length 1.
    entries: Vec<Vec<f64>>,
}

impl CkaLayers {
    /// None yet.
    pub fn new(variant: Cka) -> Self {
        Self { variant, n_stimuli: 0, entries: Vec::new() }
    }

    /// Whether so many layers may be held at once: together no more than one square matrix may take
    /// ([`MAX_SQUARE_BYTES`]). Where they do not, [`cka`](super::cka()) takes two at a time.
    pub fn fit(n_stimuli: usize, n_layers: usize) -> bool {
        let of_each = (n_stimuli as u64).saturating_add(1).saturating_mul(n_stimuli as u64).saturating_mul(4);
        of_each.saturating_mul(n_layers as u64) <= MAX_SQUARE_BYTES
    }

    /// Takes a layer `[n_stimuli, n_units]` up. Cost: a [`gram`].
    ///
    /// # Errors
    /// As [`cka`](super::cka()) of the first layer with this one.
    pub fn add(&mut self, x: &Activations<impl Number>) -> Result<()> {
        let is_first = self.entries.is_empty();
        let first = if is_first { x.n_stimuli() } else { self.n_stimuli };
        refuse_stimuli(first, x.n_stimuli(), self.variant)?;
        let which = if is_first { Operand::First } else { Operand::Second };
        self.entries.push(unit_entries(&gram(x), self.variant, which)?);
        self.n_stimuli = first;
        Ok(())
    }

    /// CKA of every layer with every layer `[n_layers, n_layers]`, row-major; the same from both sides.
    ///
    /// Cost: `n_layers² · n_stimuli² / 4` multiply-adds, as a symmetric product of matrices.
    pub fn matrix(&self) -> Vec<f64> {
        let Some(length) = self.entries.first().map(Vec::len) else { return Vec::new() };
        let aligned = gram_of_blocks(self.entries.len(), length, |part, block| {
            for (entries, row) in self.entries.iter().zip(block.chunks_exact_mut(part.len())) {
                row.copy_from_slice(&entries[part.clone()]);
            }
        });
        let range = range(self.variant);
        let rows = (0..self.entries.len()).flat_map(|layer| aligned.row(layer));
        rows.map(|value| value.clamp(*range.start(), *range.end())).collect()
    }
}

/// Between which numbers a variant lies.
pub(super) fn range(variant: Cka) -> RangeInclusive<f64> {
    match variant {
        Cka::LinearBiased => 0.0..=1.0,
        Cka::LinearDebiased => -1.0..=1.0,
    }
}

#[cfg(test)]
mod tests {
    use super::super::cka;
    use super::*;
    use crate::error::Error;

    fn layer(seed: u64, n_stimuli: usize, n_units: usize) -> Activations<f64> {
        let draws = draws::Draws::new(seed);
        let data = (0..n_stimuli * n_units).map(|place| draws.unit(place as u64)).collect();
        Activations::new(data, n_stimuli, n_units).expect("finite numbers")
    }

    #[test]
    fn many_layers_at_once_give_what_each_two_give() {
        let all: Vec<_> = [(1, 7), (2, 40), (3, 1)].map(|(seed, n_units)| layer(seed, 11, n_units)).into();
        for variant in [Cka::LinearBiased, Cka::LinearDebiased] {
            let mut layers = CkaLayers::new(variant);
            all.iter().for_each(|layer| layers.add(layer).expect("layers of one size"));
            let matrix = layers.matrix();
            for (place, value) in matrix.iter().enumerate() {
                let wanted = cka(&all[place / 3], &all[place % 3], variant).expect("layers of one size");
                assert!((value - wanted).abs() < 1e-13, "{variant} at {place}: {value} against {wanted}");
            }
        }
    }

    #[test]
    fn a_layer_of_other_stimuli_and_one_without_variance_are_refused() {
        let mut layers = CkaLayers::new(Cka::LinearDebiased);
        layers.add(&layer(1, 9, 4)).expect("a layer");
        assert!(matches!(
            layers.add(&layer(2, 8, 4)),
            Err(Error::DifferentStimuli { first: 9, second: 8, .. })
        ));
        let dead = Activations::new(vec![2.0; 9], 9, 1).expect("finite numbers");
        assert!(matches!(layers.add(&dead), Err(Error::DeadLayer { which: Operand::Second, .. })));
        assert_eq!(layers.matrix().len(), 1);
    }

    #[test]
    fn layers_that_memory_does_not_hold_are_known_beforehand() {
        assert!(CkaLayers::fit(1000, 24));
        assert!(!CkaLayers::fit(1_000_000, 24));
        assert!(!CkaLayers::fit(usize::MAX, usize::MAX));
    }
}
