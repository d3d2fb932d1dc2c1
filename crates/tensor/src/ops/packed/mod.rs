//! Matrices kept in 16 bits a number, as checkpoints hold them: half the memory of f32 and half the reading,
//! which is all the time that a product with one row takes. Kernels widen the numbers exactly.

mod cpu;
mod format;
mod gpu;

use self::format::Format;
use super::Op;
use super::gather_rows::MAX_ROWS;
use crate::exec::CpuView;
use crate::gpu::{Dispatch, Gpu};
use crate::shape::Layout;
use crate::tensor::check_same_device;
use crate::{Device, Error, Result, Tensor};

pub use self::format::Half;

/// Most rows of an input that are multiplied with the packed matrix itself. For more it is widened first.
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
        if let Some(at) = numbers.iter().position(|&bits| !half.is_finite(bits)) {
            return Err(Error::Numbers {
                op: "packed",
                expected: "finite numbers".to_owned(),
                found: format!("one that is not in row {}, column {}", at / cols, at % cols),
            });
        }
        let format = Format::new([rows, cols], half, &numbers);
        let words = Tensor::from_vec(format.pack(&numbers), &[rows, format.row_words()], device)?;
        Ok(Self { words, format })
    }

    /// Rows and columns.
    pub fn shape(&self) -> [usize; 2] {
        [self.format.rows, self.format.cols]
    }

    /// Rows by index (an embedding), as [`Tensor::take_rows`] → `[indices.len(), cols]`.
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
    /// `x · weightᵀ`: `[…, cols]` and a weight `[rows, cols]` → `[…, rows]`. Up to four rows of x read the
    /// weight as it is, once; more of them have it widened for the time of the product (4·rows·cols bytes).
    pub fn linear_packed(&self, weight: &Packed) -> Result<Tensor> {
        check_same_device("linear_packed", &[self, &weight.words])?;
        let [rows, cols] = weight.shape();
        let (lead, n) = match self.shape().split_last() {
            Some((&width, lead)) if width == cols => (lead, crate::shape::count(lead)),
            _ => {
                let expected = format!("[…, {cols}] for this weight");
                return Err(Error::shape("linear_packed", expected, format!("{:?}", self.shape())));
            }
        };
        let shape = [lead, &[rows]].concat();
        if shape.contains(&0) || cols == 0 {
            return Tensor::full(0.0, &shape, &self.device());
        }
        if n > FEW_ROWS {
            return self.linear(&weight.widen()?, None);
        }
        let x = self.reshape(&[n, cols])?;
        Tensor::from_op(LinearPacked(weight.format), &[&x, &weight.words], &[n, rows])?.reshape(&shape)
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
        Ok(vec![Some(c.matmul(&weight.widen()?)?), None])
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
