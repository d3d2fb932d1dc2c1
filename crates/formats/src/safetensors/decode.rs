//! The bytes of one tensor as f32.

use half::{bf16, f16};

use super::{Dtype, SafetensorsError, TensorInfo};
use crate::{InexactError, Result, exact};

/// The values of a tensor, row-major, from the `info.end - info.start` bytes that hold it.
///
/// F16 and BF16 widen exactly (a signalling NaN becomes quiet). F64 is rounded to the nearest
/// f32, ties to even. Integers are exact: one that f32 cannot hold (beyond 2^24, not all can) is
/// refused, and so is a finite F64 beyond f32's range. BOOL is 0 or 1. NaN and the infinities
/// pass; whoever uses the weights counts them.
///
/// Cost: one pass, one allocation of 4 bytes an element.
///
/// # Errors
/// [`SafetensorsError::WrongBytes`], [`SafetensorsError::UnsupportedDtype`],
/// [`SafetensorsError::Inexact`], [`SafetensorsError::NotBool`].
pub fn decode_f32(info: &TensorInfo, bytes: &[u8]) -> Result<Vec<f32>> {
    let expected = expected_bytes(info)?;
    if expected != bytes.len() as u64 || info.end.checked_sub(info.start) != Some(expected) {
        let (start, end, found) = (info.start, info.end, bytes.len());
        let tensor = info.name.clone();
        return Err(SafetensorsError::WrongBytes { tensor, expected, start, end, found }.into());
    }
    decode(info, 0, bytes)
}

/// As [`decode_f32`] for some numbers of a tensor: `bytes` begin `skipped` bytes after its first one.
///
/// # Errors
/// As [`decode_f32`]; [`SafetensorsError::WrongBytes`] when the bytes are not whole numbers within the tensor.
pub fn decode_part(info: &TensorInfo, skipped: u64, bytes: &[u8]) -> Result<Vec<f32>> {
    let number_bytes = (info.dtype.bits() / 8).max(1);
    let expected = expected_bytes(info)?;
    let end = skipped.checked_add(bytes.len() as u64);
    let is_whole = skipped.is_multiple_of(number_bytes) && (bytes.len() as u64).is_multiple_of(number_bytes);
    if !is_whole || end.is_none_or(|end| end > expected) {
        let (start, found) = (info.start.saturating_add(skipped), bytes.len());
        let tensor = info.name.clone();
        return Err(SafetensorsError::WrongBytes { tensor, expected, start, end: info.end, found }.into());
    }
    decode(info, (skipped / number_bytes) as usize, bytes)
}

/// The numbers from the `first` of the tensor on.
fn decode(info: &TensorInfo, first: usize, bytes: &[u8]) -> Result<Vec<f32>> {
    let tensor = || info.name.clone();
    let decoded = match info.dtype {
        Dtype::F32 => Ok(each(bytes, f32::from_le_bytes)),
        Dtype::F16 => Ok(each(bytes, |raw| f16::from_le_bytes(raw).to_f32())),
        Dtype::BF16 => Ok(each(bytes, |raw| bf16::from_le_bytes(raw).to_f32())),
        Dtype::F64 => {
            try_each(bytes, |raw, position| exact::float_to_f32(f64::from_le_bytes(raw), first + position))
        }
        Dtype::I64 => {
            try_each(bytes, |raw, position| exact::integer_to_f32(i64::from_le_bytes(raw), first + position))
        }
        Dtype::U64 => {
            try_each(bytes, |raw, position| exact::integer_to_f32(u64::from_le_bytes(raw), first + position))
        }
        Dtype::I32 => {
            try_each(bytes, |raw, position| exact::integer_to_f32(i32::from_le_bytes(raw), first + position))
        }
        Dtype::U32 => {
            try_each(bytes, |raw, position| exact::integer_to_f32(u32::from_le_bytes(raw), first + position))
        }
        Dtype::I16 => Ok(each(bytes, |raw| f32::from(i16::from_le_bytes(raw)))),
        Dtype::U16 => Ok(each(bytes, |raw| f32::from(u16::from_le_bytes(raw)))),
        Dtype::I8 => Ok(each(bytes, |raw| f32::from(i8::from_le_bytes(raw)))),
        Dtype::U8 => Ok(each(bytes, |[byte]| f32::from(byte))),
        Dtype::BOOL => match bytes.iter().position(|byte| *byte > 1) {
            Some(position) => {
                let found = bytes[position];
                return Err(SafetensorsError::NotBool {
                    tensor: tensor(),
                    position: first + position,
                    found,
                }
                .into());
            }
            None => Ok(each(bytes, |[byte]| f32::from(byte))),
        },
        dtype => return Err(SafetensorsError::UnsupportedDtype { tensor: tensor(), dtype }.into()),
    };
    Ok(decoded.map_err(|source| SafetensorsError::Inexact { tensor: tensor(), source })?)
}

/// Bytes by shape and dtype, of one that can be decoded; a `TensorInfo` may be made by hand, so this is counted again.
fn expected_bytes(info: &TensorInfo) -> std::result::Result<u64, SafetensorsError> {
    if !info.dtype.is_supported() {
        return Err(SafetensorsError::UnsupportedDtype { tensor: info.name.clone(), dtype: info.dtype });
    }
    let shape = || info.shape.iter().map(|length| *length as u64);
    let count = shape().try_fold(info.dtype.bits() / 8, u64::checked_mul);
    count.ok_or_else(|| SafetensorsError::ShapeTooLarge {
        tensor: info.name.clone(),
        shape: shape().collect(),
    })
}

fn each<const BYTES: usize>(bytes: &[u8], one: impl Fn([u8; BYTES]) -> f32) -> Vec<f32> {
    bytes.as_chunks().0.iter().map(|raw| one(*raw)).collect()
}

fn try_each<const BYTES: usize>(
    bytes: &[u8],
    one: impl Fn([u8; BYTES], usize) -> std::result::Result<f32, InexactError>,
) -> std::result::Result<Vec<f32>, InexactError> {
    let mut values = Vec::with_capacity(bytes.len() / BYTES);
    for (position, raw) in bytes.as_chunks().0.iter().enumerate() {
        values.push(one(*raw, position)?);
    }
    Ok(values)
}
