//! Where the bits of 16-bit numbers lie.
//!
//! A word holds two neighbours of a row, the first in its low half; a row is filled with zeros to groups of
//! eight numbers. f16 numbers that are all below 64 are kept times 2¹⁰: none is a denormal then, which some
//! processors multiply slowly and WGSL may take for zero.

use crate::{Error, Result};

/// Numbers of a row come in groups of so many: four words.
const GROUP: usize = 8;
/// The power of two by which f16 numbers are raised, and the magnitude (64) from which they cannot be.
const RAISED: u32 = 10;
const TOO_LARGE: u16 = 0x5400;

/// A kind of 16-bit number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Half {
    /// IEEE 754's binary16: 5 bits of exponent, 10 of fraction.
    F16,
    /// The upper half of an f32: 8 bits of exponent, 7 of fraction.
    Bf16,
}

impl Half {
    /// False for NaN and infinities.
    pub(super) fn is_finite(self, bits: u16) -> bool {
        let exponent = match self {
            Self::F16 => 0x7c00,
            Self::Bf16 => 0x7f80,
        };
        bits & exponent != exponent
    }
}

/// Refuses NaN and infinities in rows of `cols` numbers, the first of which has the number `first_row`.
pub(super) fn check_finite(half: Half, numbers: &[u16], cols: usize, first_row: usize) -> Result<()> {
    match numbers.iter().position(|&bits| !half.is_finite(bits)) {
        None => Ok(()),
        Some(at) => Err(Error::Numbers {
            op: "packed",
            expected: "finite numbers".to_owned(),
            found: format!("one that is not in row {}, column {}", first_row + at / cols, at % cols),
        }),
    }
}

/// How the numbers of a matrix lie in words.
#[derive(Clone, Copy, Debug)]
pub(super) struct Format {
    pub rows: usize,
    pub cols: usize,
    pub half: Half,
    /// The numbers are kept times 2 to this power.
    pub raised: u32,
}

impl Format {
    /// The format for these numbers.
    pub fn new(shape: [usize; 2], half: Half, numbers: &[u16]) -> Self {
        let raised = Self::raised(shape, half);
        if raised.holds(numbers) { raised } else { Self { raised: 0, ..raised } }
    }

    /// The format for numbers that are not large.
    pub fn raised([rows, cols]: [usize; 2], half: Half) -> Self {
        Self { rows, cols, half, raised: if half == Half::F16 { RAISED } else { 0 } }
    }

    /// The same for numbers of every size; `None` where this is it.
    pub fn not_raised(&self) -> Option<Self> {
        (self.raised != 0).then_some(Self { raised: 0, ..*self })
    }

    /// Whether it can hold these finite numbers.
    pub fn holds(&self, numbers: &[u16]) -> bool {
        self.raised == 0 || numbers.iter().all(|bits| bits & 0x7fff < TOO_LARGE)
    }

    /// Words of one row.
    pub fn row_words(&self) -> usize {
        self.cols.div_ceil(GROUP) * (GROUP / 2)
    }

    /// All that makes one differ from another.
    pub fn key(&self) -> Vec<usize> {
        vec![self.rows, self.cols, self.half as usize, self.raised as usize]
    }

    /// The words of whole rows, `[n, row_words]`, passed as f32 for a tensor to hold.
    pub fn pack(&self, numbers: &[u16]) -> Vec<f32> {
        if self.cols == 0 {
            return Vec::new();
        }
        let mut words = Vec::with_capacity(numbers.len() / self.cols * self.row_words());
        let encode = |bits: u16| u32::from(if self.raised == 0 { bits } else { raise(bits) });
        for row in numbers.chunks_exact(self.cols) {
            let end = words.len() + self.row_words();
            words.extend(row.chunks(2).map(|pair| {
                let second = pair.get(1).map_or(0, |&bits| encode(bits));
                f32::from_bits(encode(pair[0]) | second << 16)
            }));
            words.resize(end, 0.0);
        }
        words
    }
}

/// The f16 number times 2¹⁰, for one below 64.
fn raise(bits: u16) -> u16 {
    let (sign, magnitude) = (bits & 0x8000, bits & 0x7fff);
    match magnitude {
        0 => bits,
        1..0x400 => {
            // A denormal, magnitude · 2⁻²⁴.
            let top = 15 - magnitude.leading_zeros() as u16;
            sign | (top + 1) << 10 | ((magnitude << (10 - top)) & 0x3ff)
        }
        _ => bits + ((RAISED as u16) << 10),
    }
}
