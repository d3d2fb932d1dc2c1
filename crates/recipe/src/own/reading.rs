//! Arrays whose shape can be read in two ways: rows of units, or upper triangles of RDMs, one a row.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::card::stimuli_of_pairs;
use super::{ArrayCard, ArrayKind, DataRecipe, Shelf};
use crate::{Error, Result};

/// How an array `[n_rows, n_columns]` is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Reading {
    /// Rows are stimuli, columns are units.
    Activations,
    /// Rows are RDMs, columns the pairs of stimuli above the diagonal, row by row.
    Rdms,
}

/// Fewer stimuli have so few pairs that many arrays have as many columns by chance.
const FEWEST: usize = 4;

/// The stimuli of which an array's columns could be all pairs.
pub(super) fn pairs_of(shape: &[usize]) -> Option<usize> {
    match *shape {
        [n_rows, n_columns] if n_rows > 0 => stimuli_of_pairs(n_columns).filter(|&n| n >= FEWEST),
        _ => None,
    }
}

impl ArrayCard {
    /// How it is read, where there are two ways.
    fn reading(&self) -> Option<Reading> {
        let is_rdms = matches!(self.kind, ArrayKind::Rdm | ArrayKind::Rdms);
        self.pairs_of.map(|_| if is_rdms { Reading::Rdms } else { Reading::Activations })
    }

    /// What a recipe must say of it: nothing where its shape says it.
    pub(super) fn told(&self) -> Option<Reading> {
        self.reading().filter(|&reading| reading == Reading::Rdms)
    }

    fn read(&mut self, reading: Reading, why: &str) {
        let (Some(n), [n_rows, n_columns]) = (self.pairs_of, self.shape.as_slice()) else { return };
        match reading {
            Reading::Rdms => {
                self.kind = if *n_rows == 1 { ArrayKind::Rdm } else { ArrayKind::Rdms };
                self.n_stimuli = n;
                let rdms = if *n_rows == 1 { "RDM".to_owned() } else { format!("{n_rows} RDMs") };
                self.understood = format!(
                    "Read as {rdms} of {n} stimuli, an upper triangle of {n_columns} pairs a row{why}."
                );
            }
            Reading::Activations => {
                self.kind = ArrayKind::Activations;
                self.n_stimuli = *n_rows;
                self.understood =
                    format!("Activations: {n_rows} stimuli (rows) × {n_columns} units (columns){why}.");
            }
        }
    }
}

impl Shelf {
    /// Reads an array in the other way that its shape allows, whatever else is on the shelf.
    ///
    /// # Errors
    /// No such array; one that can be read in one way only.
    pub fn read_as(&mut self, name: &str, reading: Reading) -> Result<()> {
        let card = self.card(name)?;
        if card.pairs_of.is_none() {
            return Err(Error::Recipe(format!(
                "{name} was to be read in another way, but its shape allows one only: {}",
                card.understood
            )));
        }
        self.asked.retain(|(of, _)| of != name);
        self.asked.push((name.to_owned(), reading));
        self.settle();
        Ok(())
    }

    /// Reads each array that can be read in two ways as was asked, or so that it fits the others: as RDMs where one of them has
    /// as many stimuli as its pairs tell of and none as many as it has rows.
    pub(super) fn settle(&mut self) {
        let sizes: Vec<usize> =
            self.arrays().filter(|card| card.pairs_of.is_none()).map(|card| card.n_stimuli).collect();
        let asked = self.asked.clone();
        for card in self.cards_mut() {
            let Some(n) = card.pairs_of else { continue };
            let n_rows = card.shape[0];
            match asked.iter().find(|(of, _)| *of == card.name) {
                Some(&(_, reading)) => card.read(reading, ", as was asked"),
                None if n_rows == 1 => card.read(Reading::Rdms, ""),
                None if sizes.contains(&n) && !sizes.contains(&n_rows) => {
                    card.read(Reading::Rdms, &format!(", because another array has {n} stimuli"));
                }
                None => card.read(Reading::Activations, &format!("; could be RDMs of {n} stimuli")),
            }
        }
    }

    /// The shelf as the author of a recipe read it, where that is not how it is read here. Arrays of which the recipe says nothing
    /// beside their names are read by their shape.
    pub(super) fn as_told(&self, recipe: &DataRecipe) -> Result<Option<Self>> {
        let mut other: Option<Self> = None;
        for told in &recipe.arrays {
            let card = self.card(&told.name)?;
            let wanted = told.read_as.unwrap_or(Reading::Activations);
            if card.reading().is_some_and(|reading| reading != wanted) {
                let names = recipe.task.names();
                other.get_or_insert_with(|| self.only(&names)).read_as(&told.name, wanted)?;
            } else if told.read_as == Some(Reading::Rdms) && card.pairs_of.is_none() {
                return Err(Error::Recipe(format!(
                    "the recipe reads {} as RDMs, an upper triangle a row, but it is something else: {}",
                    told.name, card.understood
                )));
            }
        }
        Ok(other)
    }
}
