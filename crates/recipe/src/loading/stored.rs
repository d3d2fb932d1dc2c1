//! Where a tensor lies in a file, and how its numbers are kept there.

use std::ops::Range;

use formats::safetensors::{self, Dtype, TensorInfo, decode_part};
use half::f16;
use tensor::Half;
use tensor::gguf::{self, Blocks};

use crate::Result;
use crate::gguf::renamed;

/// A tensor of a file.
#[derive(Clone, Debug)]
pub(crate) struct Stored {
    /// Its name as Hugging Face gives it.
    pub name: String,
    pub shape: Vec<usize>,
    /// Where its bytes lie.
    pub bytes: Range<u64>,
    /// The row of the file for each row, where they differ.
    pub order: Option<Vec<u32>>,
    numbers: Numbers,
}

#[derive(Clone, Debug)]
enum Numbers {
    /// One after another.
    Plain(TensorInfo),
    /// In blocks of GGUF, quantised or not.
    Blocks(Blocks),
}

pub(super) fn of_safetensors(header: safetensors::Header) -> Vec<Stored> {
    let stored = |info: TensorInfo| {
        let (name, shape) = (info.name.clone(), info.shape.clone());
        Stored { name, shape, bytes: info.start..info.end, order: None, numbers: Numbers::Plain(info) }
    };
    header.tensors.into_iter().map(stored).collect()
}

/// The tensors of a GGUF file that models use.
pub(super) fn of_gguf(header: &gguf::Header) -> Vec<Stored> {
    let stored = |info: &gguf::TensorInfo| {
        let n_rows = if info.shape.len() == 2 { info.shape[0] } else { 0 };
        let (name, order) = renamed(header, &info.name, n_rows)?;
        let (shape, bytes) = (info.shape.clone(), info.bytes.clone());
        Some(Stored { name, shape, bytes, order, numbers: Numbers::Blocks(info.blocks) })
    };
    header.tensors.iter().filter_map(stored).collect()
}

impl Stored {
    /// How many numbers it has.
    pub fn count(&self) -> u64 {
        self.shape.iter().map(|&size| size as u64).product()
    }

    /// The name of its number format, e.g. `BF16`.
    pub fn dtype(&self) -> String {
        match &self.numbers {
            Numbers::Plain(info) => info.dtype.to_string(),
            Numbers::Blocks(blocks) => blocks.to_string(),
        }
    }

    /// Bytes of one row of a matrix.
    pub fn row_bytes(&self) -> u64 {
        (self.bytes.end - self.bytes.start) / (self.shape[0] as u64).max(1)
    }

    /// Pieces of it begin at multiples of so many bytes.
    pub fn step_bytes(&self) -> u64 {
        match &self.numbers {
            Numbers::Plain(info) => (info.dtype.bits() / 8).max(1),
            Numbers::Blocks(blocks) => blocks.block_bytes(),
        }
    }

    /// The 16 bits in which a matrix is held: its own, or, of quantised numbers, f16, whose rounding is far below theirs.
    /// `None` for all else, which is held as f32.
    pub fn half(&self) -> Option<(Half, [usize; 2])> {
        let &[rows, cols] = self.shape.as_slice() else { return None };
        let half = match &self.numbers {
            Numbers::Plain(info) if info.dtype == Dtype::F16 => Half::F16,
            Numbers::Plain(info) if info.dtype == Dtype::BF16 => Half::Bf16,
            Numbers::Blocks(blocks) if !blocks.is_f32() => blocks.half().unwrap_or(Half::F16),
            _ => return None,
        };
        Some((half, [rows, cols]))
    }

    /// Bytes that all of it takes on a device: the rows of 16 bits are filled up to eight numbers.
    pub fn held_bytes(&self) -> u64 {
        match self.half() {
            Some((_, [rows, cols])) => 2 * rows as u64 * (cols as u64).next_multiple_of(8),
            None => 4 * self.count(),
        }
    }

    /// Numbers as f32 from their bytes, which begin `skipped` bytes after the first.
    pub fn widen(&self, skipped: u64, bytes: &[u8]) -> Result<Vec<f32>> {
        match &self.numbers {
            Numbers::Plain(info) => Ok(decode_part(info, skipped, bytes)?),
            Numbers::Blocks(blocks) => Ok(blocks.widen(bytes)?),
        }
    }

    /// Numbers as the bytes of [`Stored::half`].
    pub fn halve(&self, bytes: &[u8]) -> Result<Vec<u8>> {
        match &self.numbers {
            Numbers::Blocks(blocks) if blocks.half().is_none() => {
                let numbers = blocks.widen(bytes)?;
                Ok(numbers.into_iter().flat_map(|number| f16::from_f32(number).to_le_bytes()).collect())
            }
            _ => Ok(bytes.to_vec()),
        }
    }
}
