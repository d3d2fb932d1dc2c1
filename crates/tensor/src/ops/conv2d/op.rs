//! The op of a convolution whose patches are not stored.

use super::Conv;
use super::patches::convolve;
use crate::exec::CpuView;
use crate::gpu::{Dispatch, Gpu};
use crate::ops::Op;
use crate::ops::unfold2d::Geometry;
use crate::shape::Layout;
use crate::{Error, Result, Tensor};

/// x `[batch, n_in, height, width]` and weight `[n_out, n_in / groups, kernel_h, kernel_w]`, on the CPU.
pub(super) struct Convolve {
    pub geometry: Geometry,
    pub conv: Conv,
}

impl Op for Convolve {
    fn name(&self) -> &'static str {
        "conv2d"
    }

    fn key(&self) -> Vec<usize> {
        [self.geometry.key(), vec![self.conv.groups]].concat()
    }

    fn run_cpu(&self, inputs: &[CpuView<'_>], shape: &[usize], out: &mut Vec<f32>) -> Result<()> {
        self.run_cpu_finished(inputs, shape, out, &mut |_| {})
    }

    fn run_cpu_finished(
        &self,
        inputs: &[CpuView<'_>],
        shape: &[usize],
        out: &mut Vec<f32>,
        finish: &mut dyn FnMut(&mut [f32]),
    ) -> Result<()> {
        let (x, weight) = (inputs[0].data(), inputs[1].data());
        convolve(x, weight, [shape[0], self.conv.groups], &self.geometry, out, finish);
        Ok(())
    }

    fn run_gpu(&self, _: &Gpu, _: &[Layout], _: &[usize]) -> Result<Vec<Dispatch>> {
        Err(Error::Gpu("conv2d runs there as unfolding and a product".to_owned()))
    }

    /// With the patches as columns, `y = weight · columns`.
    fn gradient(&self, inputs: &[Tensor], _: &Tensor, c: &Tensor) -> Result<Vec<Option<Tensor>>> {
        let (x, weight) = (&inputs[0], &inputs[1]);
        let groups = self.conv.groups;
        let [batch, n_out] = [c.shape()[0], c.shape()[1]];
        let n_patch = weight.count() / n_out;
        let n_columns = batch * self.geometry.n_out();
        let lead = if groups == 1 { vec![] } else { vec![groups] };
        let grouped = |t: &Tensor, rows: usize, columns: usize| {
            t.reshape(&[lead.as_slice(), &[rows, columns]].concat())
        };
        let c = grouped(&c.permute(&[1, 0, 2, 3])?, n_out / groups, n_columns)?;
        let columns = grouped(&x.columns(self.geometry.kernel, &self.conv)?.0, n_patch, n_columns)?;
        let of_weight = c.matmul(&columns.transpose()?)?.reshape(weight.shape())?;
        let of_columns = grouped(weight, n_out / groups, n_patch)?.transpose()?.matmul(&c)?;
        let of_columns = of_columns.reshape(&[groups * n_patch, batch, self.geometry.n_out()])?;
        Ok(vec![Some(of_columns.fold_columns(self.geometry)?), Some(of_weight)])
    }
}
