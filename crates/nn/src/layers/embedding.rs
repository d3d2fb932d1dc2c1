//! A table of vectors by whole number.

use tensor::Tensor;

use super::{Layer, check_nets};
use crate::{Init, ParameterList, Parameters, Result, Slot};

/// Rows of a table: whole numbers `[…]` → `[…, width]`.
#[derive(Clone, Debug)]
pub struct Embedding {
    /// `[n_rows, width]`.
    pub table: Slot,
    n_rows: usize,
    width: usize,
}

/// Declares `name.weight`, normal with standard deviation `std` (torch: 1, GPT-2: 0.02).
pub fn embedding(
    list: &mut ParameterList,
    name: &str,
    n_rows: usize,
    width: usize,
    std: f64,
) -> Result<Embedding> {
    embedding_with(list, name, [n_rows, width], Init::Normal { std })
}

/// The same, with numbers of `init`.
pub fn embedding_with(
    list: &mut ParameterList,
    name: &str,
    [n_rows, width]: [usize; 2],
    init: Init,
) -> Result<Embedding> {
    let table = list.declare(format!("{name}.weight"), &[n_rows, width], init)?;
    Ok(Embedding { table, n_rows, width })
}

impl Embedding {
    /// The first `n` rows, `[n, width]` (`[n_nets, 1, n, width]` for many networks): learned positions.
    pub fn first(&self, p: &Parameters, n: usize) -> Result<Tensor> {
        let table = p.get(self.table)?;
        Ok(match p.n_nets() {
            None => table.slice(0, 0, n)?,
            Some(_) => table.slice(1, 0, n)?.unsqueeze(1)?,
        })
    }

    /// `x · tableᵀ`: scores of each row, `[…, width] → […, n_rows]` (tied weights, Press & Wolf 2017).
    pub fn scores(&self, p: &Parameters, x: &Tensor) -> Result<Tensor> {
        super::Linear { weight: self.table, bias: None }.forward(p, x)
    }
}

impl Layer for Embedding {
    fn forward(&self, p: &Parameters, x: &Tensor) -> Result<Tensor> {
        check_nets("embedding", p, x)?;
        let shape = [x.shape(), &[self.width]].concat();
        let table = p.get(self.table)?;
        let rows = match p.n_nets() {
            None => table.take_rows(&x.reshape(&[x.count()])?)?,
            Some(n_nets) => {
                // One table below the other.
                let joined = table.reshape(&[n_nets * self.n_rows, self.width])?;
                let first = Tensor::index(&[n_nets, 1], &x.device())?.scale(self.n_rows as f32)?;
                let indices = x.reshape(&[n_nets, x.count() / n_nets])?.add(&first)?;
                joined.take_rows(&indices.reshape(&[x.count()])?)?
            }
        };
        Ok(rows.reshape(&shape)?)
    }
}
