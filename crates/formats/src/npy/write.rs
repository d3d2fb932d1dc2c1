//! An array to the bytes of an npy file.

use super::{NpyError, header::MAX_DIMENSIONS};
use crate::{Array, Result, Values};

/// The header is padded so that the values begin at a multiple of this.
/// Source: `ARRAY_ALIGN` in `numpy/lib/_format_impl.py`, 2.x.
const ARRAY_ALIGN: usize = 64;

/// Room that NumPy leaves for the first dimension to grow in place.
/// Source: `GROWTH_AXIS_MAX_DIGITS` in `numpy/lib/_format_impl.py`, 2.x.
const GROWTH_AXIS_MAX_DIGITS: usize = 21;

/// A whole `.npy` file, version 1.0, C order: the bytes that `numpy.save` of NumPy 2 writes.
///
/// # Errors
/// [`crate::Error::Length`] if the shape does not fit the values,
/// [`NpyError::TooManyDimensions`] above 64 dimensions.
pub fn write(array: &Array) -> Result<Vec<u8>> {
    array.check_length()?;
    let dimensions = array.shape.len();
    if dimensions > MAX_DIMENSIONS {
        return Err(NpyError::TooManyDimensions { found: dimensions, limit: MAX_DIMENSIONS }.into());
    }
    let header = header(array);
    let mut file = b"\x93NUMPY\x01\x00".to_vec();
    // At most 64 dimensions of 20 digits: far below 2^16.
    file.extend((header.len() as u16).to_le_bytes());
    file.extend(header.into_bytes());
    match &array.values {
        Values::F32(values) => file.extend(values.iter().flat_map(|value| value.to_le_bytes())),
        Values::F64(values) => file.extend(values.iter().flat_map(|value| value.to_le_bytes())),
        Values::I32(values) => file.extend(values.iter().flat_map(|value| value.to_le_bytes())),
        Values::I64(values) => file.extend(values.iter().flat_map(|value| value.to_le_bytes())),
        Values::U8(values) => file.extend(values),
        Values::Bool(values) => file.extend(values.iter().map(|value| u8::from(*value))),
    }
    Ok(file)
}

fn header(array: &Array) -> String {
    let descr = match &array.values {
        Values::F32(_) => "<f4",
        Values::F64(_) => "<f8",
        Values::I32(_) => "<i4",
        Values::I64(_) => "<i8",
        Values::U8(_) => "|u1",
        Values::Bool(_) => "|b1",
    };
    let lengths: Vec<String> = array.shape.iter().map(ToString::to_string).collect();
    let shape = match lengths.as_slice() {
        [only] => format!("({only},)"),
        _ => format!("({})", lengths.join(", ")),
    };
    let mut header = format!("{{'descr': '{descr}', 'fortran_order': False, 'shape': {shape}, }}");
    if let Some(first) = lengths.first() {
        header.extend(std::iter::repeat_n(' ', GROWTH_AXIS_MAX_DIGITS.saturating_sub(first.len())));
    }
    // 10 bytes come before the header, and a newline ends it.
    let padding = ARRAY_ALIGN - (10 + header.len() + 1) % ARRAY_ALIGN;
    header.extend(std::iter::repeat_n(' ', padding));
    header.push('\n');
    header
}
