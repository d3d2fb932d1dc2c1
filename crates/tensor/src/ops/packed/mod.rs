//! Matrices kept in 16 bits a number, as checkpoints hold them: half the memory of f32 and half the reading,
//! which is all the time that a product with one row takes. Kernels widen the numbers exactly.

mod cpu;
mod format;
mod gpu;
mod product;
mod writer;

use self::format::{Format, check_finite};
use self::product::Product;
use super::Op;
use super::gather_rows::{MAX_ROWS, index_tensor};
use crate::exec::CpuView;
use crate::gpu::{Dispatch, Gpu};
use crate::shape::Layout;
use crate::tensor::check_same_device;
use crate::{Device, Error, Result, Tensor};

pub use self::format::Half;
pub use self::writer::PackedWriter;

/// Most rows of an input that read a packed matrix number by number. For more, parts of it are widened on the way.
const FEW_ROWS: usize = 4;

/// A matrix `[rows, cols]` of 16-bit numbers. Gradients do not reach it.
#[derive(Clone, Debug)]
pub struct Packed {
    /// `[rows, words of a row]`: the bits of two numbers each, which nothing reads as f32.
    words: Tensor,
    format: Format,
}

impl Packed {
    /// A matrix from its little-endian numbers, row by row. Errors on a wrong count of bytes, and on NaN and
    /// infinities, which no weight should hold and the kernels do not widen.
    pub fn new(bytes: &[u8], [rows, cols]: [usize; 2], half: Half, device: &Device) -> Result<Self> {
        let count = crate::shape::count(&[rows, cols]);
        if Some(bytes.len()) != count.checked_mul(2) || rows > MAX_ROWS {
            return Err(Error::shape(
                "packed",
                format!("2 bytes a number of [{rows}, {cols}], and at most {MAX_ROWS} rows"),
                format!("{} bytes", bytes.len()),
            ));
        }
        let numbers: Vec<u16> = bytes.as_chunks().0.iter().map(|&raw| u16::from_le_bytes(raw)).collect();
        check_finite(half, &numbers, cols, 0)?;
        let format = Format::new([rows, cols], half, &numbers);
        let words = Tensor::from_vec(format.pack(&numbers), &[rows, format.row_words()], device)?;
        Ok(Self { words, format })
    }

    /// Rows and columns.
    pub fn shape(&self) -> [usize; 2] {
        [self.format.rows, self.format.cols]
    }

    /// Where the numbers live.
    pub fn device(&self) -> Device {
        self.words.device()
    }

    /// Rows by index (an embedding) → `[indices.len(), cols]`. Errors on an index that the matrix lacks.
    pub fn gather_rows(&self, indices: &[u32]) -> Result<Tensor> {
        self.take_rows(&index_tensor("gather_rows", indices, self.format.rows, &self.device())?)
    }

    /// Rows by index, as [`Tensor::take_rows`] → `[indices.len(), cols]`.
    pub fn take_rows(&self, indices: &Tensor) -> Result<Tensor> {
        let ([rows, cols], [n]) = (self.shape(), indices.shape()) else {
            let found = format!("{:?}", indices.shape());
            return Err(Error::shape("take_rows", "indices [n] of a packed matrix", found));
        };
        check_same_device("take_rows", &[&self.words, indices])?;
        if *n == 0 || cols == 0 {
            return Tensor::full(0.0, &[*n, cols], &self.words.device());
        }
        if rows == 0 {
            return Err(Error::shape("take_rows", "a matrix with rows", "none"));
        }
        Tensor::from_op(TakePackedRows(self.format), &[&self.words, indices], &[*n, cols])
    }

    /// The same numbers as f32, `[rows, cols]`.
    pub fn widen(&self) -> Result<Tensor> {
        self.take_rows(&Tensor::index(&[self.format.rows], &self.words.device())?)
    }
}

impl Tensor {
    /// `x · weightᵀ`: `[…, cols]` and a weight `[rows, cols]` → `[…, rows]`. The weight is widened on the way, never as
    /// a whole: at most 1 MiB of it at once on the CPU, what a kernel holds elsewhere.
    pub fn linear_packed(&self, weight: &Packed) -> Result<Tensor> {
        self.packed_product("linear_packed", weight, true)
    }

    /// `x · weight`: `[…, rows]` and a weight `[rows, cols]` → `[…, cols]`, as [`Tensor::linear_packed`].
    pub fn matmul_packed(&self, weight: &Packed) -> Result<Tensor> {
        self.packed_product("matmul_packed", weight, false)
    }

    fn packed_product(&self, op: &'static str, weight: &Packed, is_turned: bool) -> Result<Tensor> {
        check_same_device(op, &[self, &weight.words])?;
        let [rows, cols] = weight.shape();
        let [inner, width] = if is_turned { [cols, rows] } else { [rows, cols] };
        let lead = match self.shape().split_last() {
            Some((&found, lead)) if found == inner => lead,
            _ => {
                let expected = format!("[…, {inner}] for this weight");
                return Err(Error::shape(op, expected, format!("{:?}", self.shape())));
            }
        };
        let (n, shape) = (crate::shape::count(lead), [lead, &[width]].concat());
        if shape.contains(&0) || inner == 0 {
            return Tensor::full(0.0, &shape, &self.device());
        }
        let (x, format) = (self.reshape(&[n, inner])?, weight.format);
        let out = if is_turned && n <= FEW_ROWS {
            Tensor::from_op(LinearPacked(format), &[&x, &weight.words], &[n, width])?
        } else {
            Tensor::from_op(Product { format, is_turned }, &[&x, &weight.words], &[n, width])?
        };
        out.reshape(&shape)
    }
}

/// Up to [`FEW_ROWS`] rows `[n, cols]` and the words → `[n, rows]`.
struct LinearPacked(Format);

impl Op for LinearPacked {
    fn name(&self) -> &'static str {
        "linear_packed"
    }

    fn key(&self) -> Vec<usize> {
        self.0.key()
    }

    fn takes_finish(&self, _: &Device) -> bool {
        true
    }

    fn run_cpu(&self, inputs: &[CpuView<'_>], _: &[usize], out: &mut Vec<f32>) -> Result<()> {
        cpu::linear(&self.0, inputs[0].data(), inputs[1].data(), out);
        Ok(())
    }

    fn run_gpu(&self, gpu: &Gpu, inputs: &[Layout], shape: &[usize]) -> Result<Vec<Dispatch>> {
        Ok(vec![gpu::linear(gpu, &self.0, &inputs[0], shape[0])])
    }

    fn gradient(&self, inputs: &[Tensor], _: &Tensor, c: &Tensor) -> Result<Vec<Option<Tensor>>> {
        let weight = Packed { words: inputs[1].clone(), format: self.0 };
        Ok(vec![Some(c.matmul_packed(&weight)?), None])
    }
}

/// The words and indices `[n]` → `[n, cols]`.
struct TakePackedRows(Format);

impl Op for TakePackedRows {
    fn name(&self) -> &'static str {
        "take_packed_rows"
    }

    fn key(&self) -> Vec<usize> {
        self.0.key()
    }

    fn run_cpu(&self, inputs: &[CpuView<'_>], _: &[usize], out: &mut Vec<f32>) -> Result<()> {
        cpu::take_rows(&self.0, inputs[0].data(), inputs[1].data(), out)
    }

    fn run_gpu(&self, _: &Gpu, inputs: &[Layout], shape: &[usize]) -> Result<Vec<Dispatch>> {
        Ok(vec![gpu::take_rows(&self.0, &inputs[1], shape[0])])
    }

    fn gradient(&self, _: &[Tensor], _: &Tensor, _: &Tensor) -> Result<Vec<Option<Tensor>>> {
        Ok(vec![None, None])
    }
}
