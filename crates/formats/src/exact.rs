//! Narrowing numbers without changing them silently.
//!
//! The rule of this crate: an **integer** must survive exactly, or it is refused (an id of
//! 16 777 217 that turns into 16 777 216 is a wrong answer, not rounding). A 64-bit **float** is
//! rounded to the nearest 32-bit one, ties to even, as every framework does; but a finite one
//! that would become infinite is refused. NaN and the infinities pass.

/// A number that the asked-for float type cannot hold.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[error(
    "value {value} at position {position} does not fit {target} exactly; {target} holds integers exactly only up to {limit}, and no finite number beyond its range"
)]
pub struct InexactError {
    /// The number, in decimal.
    pub value: String,
    /// Its place in row-major order, from 0.
    pub position: usize,
    /// `f32` or `f64`.
    pub target: &'static str,
    /// The largest n such that all integers up to n are exact: 2^24 or 2^53.
    pub limit: u64,
}

fn inexact_f32(value: impl ToString, position: usize) -> InexactError {
    InexactError { value: value.to_string(), position, target: "f32", limit: 1 << 24 }
}

fn inexact_f64(value: impl ToString, position: usize) -> InexactError {
    InexactError { value: value.to_string(), position, target: "f64", limit: 1 << 53 }
}

/// An integer of at most 64 bits as f32, refused unless exact. `position` is only for the error.
pub(crate) fn integer_to_f32(value: impl Into<i128>, position: usize) -> Result<f32, InexactError> {
    let value = value.into();
    let narrowed = value as f32;
    // 64-bit integers are far inside f32's range, and i128 holds any f32 of that size exactly.
    if narrowed as i128 == value { Ok(narrowed) } else { Err(inexact_f32(value, position)) }
}

/// An integer of at most 64 bits as f64, refused unless exact.
pub(crate) fn integer_to_f64(value: impl Into<i128>, position: usize) -> Result<f64, InexactError> {
    let value = value.into();
    let narrowed = value as f64;
    if narrowed as i128 == value { Ok(narrowed) } else { Err(inexact_f64(value, position)) }
}

/// A 64-bit float rounded to the nearest f32, refused if a finite one would become infinite.
pub(crate) fn float_to_f32(value: f64, position: usize) -> Result<f32, InexactError> {
    let narrowed = value as f32;
    if narrowed.is_infinite() && value.is_finite() {
        return Err(inexact_f32(format!("{value:e}"), position));
    }
    Ok(narrowed)
}
