//! Looking up rows of a table.

mod gpu;

use crate::tensor::Storage;
use crate::{Error, Result, Tensor};

impl Tensor {
    /// Rows of a table `[n_rows, width]` by index (an embedding) → `[indices.len(), width]`.
    /// Errors on an index that the table lacks.
    pub fn gather_rows(&self, indices: &[u32]) -> Result<Tensor> {
        let [n_rows, width] = *self.shape() else {
            return Err(Error::shape(
                "gather_rows",
                "a table [n_rows, width]",
                format!("{:?}", self.shape()),
            ));
        };
        if let Some(bad) = indices.iter().find(|&&i| i as usize >= n_rows) {
            return Err(Error::shape(
                "gather_rows",
                format!("indices below {n_rows}"),
                format!("index {bad}"),
            ));
        }
        if indices.is_empty() || width == 0 {
            return Tensor::from_vec(Vec::new(), &[indices.len(), width], &self.device());
        }
        let table = self.contiguous()?;
        match &table.storage {
            Storage::Cpu(table) => {
                let data = crate::cpu::with_slice(table, |data| {
                    indices.iter().flat_map(|&i| &data[i as usize * width..][..width]).copied().collect()
                })?;
                Ok(Tensor::from_cpu(crate::cpu::tensor_from(data, &[indices.len(), width])?))
            }
            Storage::Gpu(table) => Ok(Tensor::from_gpu(gpu::gather_rows(table, indices)?)),
        }
    }
}
