//! Products of many rows with a packed matrix, as it lies or transposed. The matrix is never widened as a whole: on
//! graphics devices the kernels of the product widen what they read, on the CPU a block of rows is widened at a time.

use super::format::Format;
use super::{FEW_ROWS, Packed, cpu, gpu};
use crate::exec::{CpuBuffer, CpuView, take_vector};
use crate::gpu::{Dispatch, Gpu};
use crate::ops::{Op, matmul};
use crate::shape::Layout;
use crate::{Device, Result, Tensor};

/// Numbers of the matrix that are widened at once: 1 MiB, so that the product finds them in a cache.
const BLOCK: usize = 1 << 18;

/// `x` `[n, rows]` and the words → `[n, cols]`; turned, `x` `[n, cols]` → `[n, rows]`.
pub(super) struct Product {
    pub format: Format,
    pub is_turned: bool,
}

impl Op for Product {
    fn name(&self) -> &'static str {
        "matmul_packed"
    }

    fn key(&self) -> Vec<usize> {
        [self.format.key(), vec![usize::from(self.is_turned)]].concat()
    }

    fn takes_finish(&self, _: &Device) -> bool {
        true
    }

    fn run_cpu(&self, inputs: &[CpuView<'_>], shape: &[usize], out: &mut Vec<f32>) -> Result<()> {
        let words = bytemuck::cast_slice(inputs[1].data());
        if self.is_turned {
            return self.by_rows(&inputs[0], words, shape, out);
        }
        out.fill(0.0);
        if shape[0] > FEW_ROWS {
            return self.by_sums(&inputs[0], words, shape, out);
        }
        self.add_rows(inputs[0].data(), words, out);
        Ok(())
    }

    fn run_gpu(&self, gpu: &Gpu, inputs: &[Layout], shape: &[usize]) -> Result<Vec<Dispatch>> {
        gpu::product(gpu, &self.format, self.is_turned, &inputs[0], shape)
    }

    fn gradient(&self, inputs: &[Tensor], _: &Tensor, c: &Tensor) -> Result<Vec<Option<Tensor>>> {
        let weight = Packed { words: inputs[1].clone(), format: self.format };
        let of_x = if self.is_turned { c.matmul_packed(&weight)? } else { c.linear_packed(&weight)? };
        Ok(vec![Some(of_x), None])
    }
}

impl Product {
    /// Each block of rows gives columns of the output.
    fn by_rows(&self, x: &CpuView<'_>, words: &[u32], shape: &[usize], out: &mut [f32]) -> Result<()> {
        let [n, rows] = [shape[0], shape[1]];
        self.each_block(words, |first, block| {
            let n_rows = block.shape()[0];
            let turned = block.layout.permute(&[1, 0]);
            let mut part = take_vector(n * n_rows).map_err(|lack| lack.of(self.name(), shape))?;
            let block = CpuView::new(block.whole(), &turned);
            matmul::cpu::matmul(x, &block, &[n, n_rows], &mut part, &mut |_| {})?;
            for (part, out) in part.chunks_exact(n_rows).zip(out.chunks_exact_mut(rows)) {
                out[first..first + n_rows].copy_from_slice(part);
            }
            // Given back once the buffer is dropped.
            drop(CpuBuffer::new(part));
            Ok(())
        })
    }

    /// Each block of rows gives a part of every sum.
    fn by_sums(&self, x: &CpuView<'_>, words: &[u32], shape: &[usize], out: &mut [f32]) -> Result<()> {
        self.each_block(words, |first, block| {
            let x_layout = x.layout.slice(1, first, block.shape()[0]);
            let mut part = take_vector(out.len()).map_err(|lack| lack.of(self.name(), shape))?;
            matmul::cpu::matmul(&CpuView::new(x.whole(), &x_layout), block, shape, &mut part, &mut |_| {})?;
            out.iter_mut().zip(&part).for_each(|(out, &part)| *out += part);
            drop(CpuBuffer::new(part));
            Ok(())
        })
    }

    /// Of few rows of x: each row of the matrix is widened once and added to each output.
    fn add_rows(&self, x: &[f32], words: &[u32], out: &mut [f32]) {
        let Format { rows, cols, .. } = self.format;
        let mut line = vec![0.0; cols];
        for row in 0..rows {
            cpu::widen(&self.format, words, row, &mut line);
            for (x, out) in x.chunks_exact(rows).zip(out.chunks_exact_mut(cols)) {
                let factor = x[row];
                out.iter_mut().zip(&line).for_each(|(out, &value)| *out += factor * value);
            }
        }
    }

    /// Hands on the matrix, widened, in blocks of rows: the number of the first row, and the block.
    fn each_block(
        &self,
        words: &[u32],
        mut take: impl FnMut(usize, &CpuView<'_>) -> Result<()>,
    ) -> Result<()> {
        let Format { rows, cols, .. } = self.format;
        let most = (BLOCK / cols).clamp(1, rows);
        let mut data = take_vector(most * cols).map_err(|lack| lack.of(self.name(), &[most, cols]))?;
        for first in (0..rows).step_by(most) {
            let n_rows = most.min(rows - first);
            for (row, line) in data.chunks_exact_mut(cols).take(n_rows).enumerate() {
                cpu::widen(&self.format, words, first + row, line);
            }
            let buffer = CpuBuffer::new(data);
            take(first, &CpuView::new(&buffer, &Layout::contiguous(&[n_rows, cols])))?;
            data = buffer.into_data();
        }
        drop(CpuBuffer::new(data));
        Ok(())
    }
}
