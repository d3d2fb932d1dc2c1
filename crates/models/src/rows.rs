//! Some rows of a table, where a text needs no others.

use std::collections::BTreeMap;

use tensor::Tensor;

use crate::{Error, Result};

/// Rows of a table `[n_rows, width]` by their numbers, as f32.
#[derive(Clone, Debug)]
pub struct Rows {
    shape: [usize; 2],
    /// Where each row lies in `table`.
    places: BTreeMap<u32, u32>,
    table: Tensor,
}

impl Rows {
    /// The rows with these numbers, `table` `[numbers.len(), width]`, of a table that has `n_rows`. Errors when the counts
    /// differ.
    pub fn new(n_rows: usize, numbers: &[u32], table: Tensor) -> Result<Self> {
        let &[n, width] = table.shape() else {
            return Err(Error::Input(format!("Rows of a table are [n, width], found {:?}.", table.shape())));
        };
        let places: BTreeMap<u32, u32> = numbers.iter().copied().zip(0..).collect();
        if n != numbers.len() || places.len() != n {
            return Err(Error::Input(format!(
                "{n} rows of a table came with {} different numbers.",
                places.len()
            )));
        }
        Ok(Self { shape: [n_rows, width], places, table })
    }

    /// The sizes of the whole table.
    pub fn shape(&self) -> [usize; 2] {
        self.shape
    }

    /// The rows that are here, one after another.
    pub fn table(&self) -> &Tensor {
        &self.table
    }

    /// Whether that row is here.
    pub fn has(&self, row: u32) -> bool {
        self.places.contains_key(&row)
    }

    /// These rows and those of `more`, which has others.
    pub fn joined(&self, more: &Self) -> Result<Self> {
        let table = Tensor::concat(&[&self.table, &more.table], 0)?;
        // Now, so that the two parts can go.
        Tensor::evaluate_all(std::slice::from_ref(&table))?;
        let numbers = |rows: &Self| {
            let mut numbers: Vec<(u32, u32)> =
                rows.places.iter().map(|(&row, &place)| (place, row)).collect();
            numbers.sort_unstable();
            numbers.into_iter().map(|(_, row)| row).collect::<Vec<_>>()
        };
        Self::new(self.shape[0], &[numbers(self), numbers(more)].concat(), table)
    }

    /// Rows by number: `[n, width]`. Errors on one that is not here.
    pub fn gather_rows(&self, rows: &[u32]) -> Result<Tensor> {
        let place =
            |row: &u32| self.places.get(row).copied().ok_or_else(|| self.lacks(&format!("row {row}")));
        Ok(self.table.gather_rows(&rows.iter().map(place).collect::<Result<Vec<_>>>()?)?)
    }

    /// The error of asking for what was not loaded.
    pub fn lacks(&self, what: &str) -> Error {
        let ([n_rows, width], n) = (self.shape, self.places.len());
        Error::Input(format!(
            "Of a table [{n_rows}, {width}] only the {n} rows that the texts name were loaded; asked for {what}."
        ))
    }
}
