//! NumPy's `.npy`: one array, a short text header and the values as they lie in memory.
//!
//! Format: <https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html>, versions
//! 1.0, 2.0 and 3.0. Read: C and Fortran order, `<f4 <f8 <i4 <i8 |u1 |b1`, and exactly widened
//! `<f2 |i1 <i2 <u2 <u4`. Written: version 1.0 in C order, byte for byte as `numpy.save` writes it.
//!
//! Own code rather than the crate `npyz` (0.9), since files come from strangers: `npyz` allocates
//! the header length that the file claims (4 GiB from 12 bytes) before it reads, and its
//! recursive parser of Python literals has no depth limit, so nested brackets end the process.

mod error;
mod header;
mod order;
mod read;
mod write;

pub use error::NpyError;
pub use read::read;
pub use write::write;
