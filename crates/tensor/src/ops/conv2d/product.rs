//! A convolution on a graphics device, once its patches are there: the product comes out in the order of images, so
//! that bias and activation can end it.

use crate::exec::CpuView;
use crate::gpu::{Dispatch, Gpu};
use crate::ops::Op;
use crate::ops::matmul::gpu;
use crate::shape::{Layout, count};
use crate::{Device, Error, Result, Tensor};

/// Weight `[groups, n_group_out, n_patch]` and columns `[groups, n_patch, batch, pixels]` → `[batch, groups,
/// n_group_out, pixels]`.
pub(super) struct Product;

/// Whether each image is a product of its own. Else one product takes all images, as columns that lie without gaps:
/// images whose pixels do not fall into fours would be read number by number.
pub(super) fn is_by_image(batch: usize, groups: usize, pixels: usize) -> bool {
    batch == 1 || groups > 1 || pixels.is_multiple_of(4)
}

impl Op for Product {
    fn name(&self) -> &'static str {
        "conv2d"
    }

    fn takes_strided(&self, _: usize) -> bool {
        true
    }

    fn takes_finish(&self, _: &Device) -> bool {
        true
    }

    fn run_cpu(&self, _: &[CpuView<'_>], _: &[usize], _: &mut Vec<f32>) -> Result<()> {
        Err(Error::Cpu("conv2d needs no product of its own there".to_owned()))
    }

    fn run_gpu(&self, gpu: &Gpu, inputs: &[Layout], shape: &[usize]) -> Result<Vec<Dispatch>> {
        let (weight, columns) = (&inputs[0], &inputs[1]);
        let [batch, groups, n_out, pixels] = [shape[0], shape[1], shape[2], shape[3]];
        let n_patch = columns.shape[1];
        let joined = columns.reshape(&[n_patch, batch * pixels]);
        match joined.filter(|_| !is_by_image(batch, groups, pixels)) {
            Some(columns) => {
                let weight = Layout {
                    shape: weight.shape[1..].into(),
                    strides: weight.strides[1..].into(),
                    ..*weight
                };
                gpu::matmul(gpu, &weight, &columns, &[n_out, batch * pixels], pixels)
            }
            None => {
                let weight = weight.broadcast_to(&[batch, groups, n_out, n_patch]);
                gpu::matmul(gpu, &weight, &columns.permute(&[2, 0, 1, 3]), shape, pixels)
            }
        }
    }

    fn gradient(&self, inputs: &[Tensor], _: &Tensor, c: &Tensor) -> Result<Vec<Option<Tensor>>> {
        let (weight, columns) = (&inputs[0], &inputs[1]);
        let [groups, n_patch] = [columns.shape()[0], columns.shape()[1]];
        let n_columns = count(&columns.shape()[2..]);
        let c = c.permute(&[1, 2, 0, 3])?.reshape(&[groups, weight.shape()[1], n_columns])?;
        let joined = columns.reshape(&[groups, n_patch, n_columns])?;
        let of_weight = c.matmul(&joined.transpose()?)?;
        let of_columns = weight.transpose()?.matmul(&c)?.reshape(columns.shape())?;
        Ok(vec![Some(of_weight), Some(of_columns)])
    }
}
