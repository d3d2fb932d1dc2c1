//! Bytes of an npy file to an array.

use half::f16;

use super::{
    NpyError,
    header::{self, Header, MAX_DIMENSIONS},
    order::to_row_major,
};
use crate::{Array, Result, Values};

const SUPPORTED: &str = "<f4 <f8 <i4 <i8 |u1 |b1, and widened <f2 |i1 <i2 <u2 <u4";

/// The array of a whole `.npy` file, in C order whatever the file's order.
///
/// Allocates at most four times the bytes of the values (when `<f2` and the like are widened and
/// put in C order), and only after the shape was compared with the bytes that are there.
///
/// # Errors
/// [`NpyError`], one variant for each fault.
pub fn read(file: &[u8]) -> Result<Array> {
    let (header, bytes) = header::split(file)?;
    let element_bytes = check_dtype(&header.descr)?;
    let shape = check_shape(&header, element_bytes, bytes.len())?;
    let values = match kind(&header.descr) {
        "f2" => Values::F32(ordered(&header, &shape, bytes, |raw| f16::from_le_bytes(raw).to_f32())),
        "f4" => Values::F32(ordered(&header, &shape, bytes, f32::from_le_bytes)),
        "f8" => Values::F64(ordered(&header, &shape, bytes, f64::from_le_bytes)),
        "i1" => Values::I32(ordered(&header, &shape, bytes, |raw| i32::from(i8::from_le_bytes(raw)))),
        "i2" => Values::I32(ordered(&header, &shape, bytes, |raw| i32::from(i16::from_le_bytes(raw)))),
        "u2" => Values::I32(ordered(&header, &shape, bytes, |raw| i32::from(u16::from_le_bytes(raw)))),
        "i4" => Values::I32(ordered(&header, &shape, bytes, i32::from_le_bytes)),
        "u4" => Values::I64(ordered(&header, &shape, bytes, |raw| i64::from(u32::from_le_bytes(raw)))),
        "i8" => Values::I64(ordered(&header, &shape, bytes, i64::from_le_bytes)),
        "u1" => Values::U8(ordered(&header, &shape, bytes, u8::from_le_bytes)),
        _ => {
            if let Some(position) = bytes.iter().position(|byte| *byte > 1) {
                return Err(NpyError::NotBool { position, found: bytes[position] }.into());
            }
            Values::Bool(ordered(&header, &shape, bytes, |[byte]| byte == 1))
        }
    };
    Array::new(shape, values)
}

/// The dtype without its byte order: `<f4`, `=f4` and `f4` are all `f4`.
fn kind(descr: &str) -> &str {
    descr.strip_prefix(['<', '=', '|']).unwrap_or(descr)
}

/// Bytes of one element, or why the dtype is not read.
fn check_dtype(descr: &str) -> std::result::Result<usize, NpyError> {
    let bytes_of = |kind: &str| match kind {
        "i1" | "u1" | "b1" => Some(1),
        "f2" | "i2" | "u2" => Some(2),
        "f4" | "i4" | "u4" => Some(4),
        "f8" | "i8" => Some(8),
        _ => None,
    };
    if let Some(big) = descr.strip_prefix('>')
        && let Some(bytes) = bytes_of(big)
    {
        // Single bytes have no order.
        return match bytes {
            1 => Err(NpyError::UnsupportedDtype { descr: descr.to_owned(), supported: SUPPORTED }),
            _ => Err(NpyError::BigEndian { descr: descr.to_owned(), instead: format!("<{big}") }),
        };
    }
    match bytes_of(kind(descr)) {
        Some(bytes) => Ok(bytes),
        None if kind(descr).starts_with('O') => Err(NpyError::Objects),
        None => Err(NpyError::UnsupportedDtype { descr: descr.to_owned(), supported: SUPPORTED }),
    }
}

/// The shape, once it is known to need exactly the bytes that are there.
fn check_shape(
    header: &Header,
    element_bytes: usize,
    found: usize,
) -> std::result::Result<Vec<usize>, NpyError> {
    let descr = || header.descr.clone();
    if header.dims.len() > MAX_DIMENSIONS {
        return Err(NpyError::TooManyDimensions { found: header.dims.len(), limit: MAX_DIMENSIONS });
    }
    let shape = header.dims.iter().map(|length| usize::try_from(*length).ok()).collect::<Option<Vec<_>>>();
    let expected = shape
        .as_ref()
        .and_then(|shape| shape.iter().try_fold(element_bytes, |bytes, length| bytes.checked_mul(*length)));
    let (Some(shape), Some(expected)) = (shape, expected) else {
        return Err(NpyError::ShapeTooLarge { shape: header.dims.clone(), descr: descr() });
    };
    if expected != found {
        return Err(NpyError::ByteLength { shape, descr: descr(), expected, found });
    }
    Ok(shape)
}

fn ordered<const BYTES: usize, T: Copy>(
    header: &Header,
    shape: &[usize],
    bytes: &[u8],
    one: impl Fn([u8; BYTES]) -> T,
) -> Vec<T> {
    let values = bytes.as_chunks().0.iter().map(|raw| one(*raw)).collect();
    if header.fortran_order { to_row_major(values, shape) } else { values }
}
