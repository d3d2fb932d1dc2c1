//! A packed matrix that is filled piece by piece.

use super::format::{Format, Half, check_finite};
use super::{MAX_ROWS, Packed};
use crate::filling::Filling;
use crate::{Device, Error, Result};

/// Room for a [`Packed`] matrix on a device, filled from its front.
///
/// Matrices of f16 are kept the faster way first, which holds only numbers below 64 (see format.rs). Where
/// [`PackedWriter::push`] meets another, [`PackedWriter::looser`] begins anew.
pub struct PackedWriter {
    format: Format,
    filling: Filling,
    /// The numbers of a row that is not whole yet.
    begun: Vec<u16>,
    n_rows: usize,
    device: Device,
}

impl PackedWriter {
    /// Room for a matrix `[rows, cols]`. Errors on too many rows, and where the device has no room.
    pub fn new([rows, cols]: [usize; 2], half: Half, device: &Device) -> Result<Self> {
        if rows > MAX_ROWS {
            return Err(Error::shape("packed", format!("at most {MAX_ROWS} rows"), format!("{rows}")));
        }
        Self::with(Format::raised([rows, cols], half), device)
    }

    /// The same room for numbers of every size, empty; `None` where this is it.
    pub fn looser(self) -> Result<Option<Self>> {
        let Some(format) = self.format.not_raised() else { return Ok(None) };
        let device = self.device.clone();
        drop(self);
        Self::with(format, &device).map(Some)
    }

    fn with(format: Format, device: &Device) -> Result<Self> {
        let filling = Filling::new(&[format.rows, format.row_words()], device)?;
        Ok(Self { format, filling, begun: Vec::new(), n_rows: 0, device: device.clone() })
    }

    /// The next numbers, little-endian, row by row; `bytes` is even. Errors with [`Error::Numbers`] on NaN and infinities,
    /// and on a number that the matrix cannot hold as it is kept.
    pub fn push(&mut self, bytes: &[u8]) -> Result<()> {
        let cols = self.format.cols;
        let numbers: Vec<u16> = bytes.as_chunks().0.iter().map(|&raw| u16::from_le_bytes(raw)).collect();
        let mut rest = numbers.as_slice();
        if !self.begun.is_empty() {
            let n = rest.len().min(cols - self.begun.len());
            self.begun.extend_from_slice(&rest[..n]);
            rest = &rest[n..];
            if self.begun.len() < cols {
                return Ok(());
            }
            let row = std::mem::take(&mut self.begun);
            self.push_rows(&row)?;
        }
        let n_whole = rest.len() / cols.max(1) * cols;
        self.push_rows(&rest[..n_whole])?;
        self.begun.extend_from_slice(&rest[n_whole..]);
        Ok(())
    }

    fn push_rows(&mut self, numbers: &[u16]) -> Result<()> {
        if numbers.is_empty() {
            return Ok(());
        }
        check_finite(self.format.half, numbers, self.format.cols, self.n_rows)?;
        if !self.format.holds(numbers) {
            return Err(Error::Numbers {
                op: "packed",
                expected: "numbers below 64".to_owned(),
                found: format!("one that is not, from row {} on", self.n_rows),
            });
        }
        self.n_rows += numbers.len() / self.format.cols;
        self.filling.push(&self.format.pack(numbers))
    }

    /// The matrix. Errors while numbers are missing.
    pub fn finish(self) -> Result<Packed> {
        Ok(Packed { words: self.filling.finish()?, format: self.format })
    }
}
