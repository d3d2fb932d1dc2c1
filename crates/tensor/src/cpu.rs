//! Reading and building candle tensors as plain slices, for the loops that candle lacks or makes
//! temporaries for.

use candle_core as candle;

use crate::{Error, Result};

/// Calls `f` with the numbers in row-major order; copies only when the tensor is strided.
pub(crate) fn with_slice<R>(tensor: &candle::Tensor, f: impl FnOnce(&[f32]) -> R) -> Result<R> {
    let tensor = tensor.contiguous()?;
    let (storage, layout) = tensor.storage_and_layout();
    let candle::Storage::Cpu(cpu) = &*storage else {
        return Err(Error::Cpu("expected numbers in main memory".to_owned()));
    };
    let start = layout.start_offset();
    Ok(f(&cpu.as_slice::<f32>()?[start..start + layout.shape().elem_count()]))
}

/// A candle tensor that takes over `data`.
pub(crate) fn tensor_from(data: Vec<f32>, shape: &[usize]) -> Result<candle::Tensor> {
    Ok(candle::Tensor::from_vec(data, shape, &candle::Device::Cpu)?)
}

/// Applies `f(input_row, output_row)` to each row of the last dimension; keeps the shape.
pub(crate) fn map_rows(
    tensor: &candle::Tensor,
    mut f: impl FnMut(&[f32], &mut [f32]),
) -> Result<candle::Tensor> {
    let width = *tensor.dims().last().unwrap_or(&1);
    let mut out = vec![0.0; tensor.elem_count()];
    with_slice(tensor, |data| {
        for (input, output) in data.chunks_exact(width.max(1)).zip(out.chunks_exact_mut(width.max(1))) {
            f(input, output);
        }
    })?;
    tensor_from(out, tensor.dims())
}
