//! An n-d array as NumPy stores one: a shape and values of one type.

use crate::{Error, InexactError, Result, exact};

/// Values in row-major (C) order, in the type that the file had.
#[derive(Debug, Clone, PartialEq)]
pub enum Values {
    /// `<f4` (and `<f2`, widened exactly).
    F32(Vec<f32>),
    /// `<f8`
    F64(Vec<f64>),
    /// `<i4` (and `|i1`, `<i2`, `<u2`, widened exactly).
    I32(Vec<i32>),
    /// `<i8` (and `<u4`, widened exactly).
    I64(Vec<i64>),
    /// `|u1`
    U8(Vec<u8>),
    /// `|b1`
    Bool(Vec<bool>),
}

impl Values {
    /// How many values there are.
    pub fn len(&self) -> usize {
        match self {
            Self::F32(values) => values.len(),
            Self::F64(values) => values.len(),
            Self::I32(values) => values.len(),
            Self::I64(values) => values.len(),
            Self::U8(values) => values.len(),
            Self::Bool(values) => values.len(),
        }
    }

    /// Whether there is no value, as in an array with a dimension of 0.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// A shape and its values. [`Array::new`] checks that they fit, and so does every writer.
#[derive(Debug, Clone, PartialEq)]
pub struct Array {
    /// Length of each dimension; empty for a single number.
    pub shape: Vec<usize>,
    /// Row-major values, as many as the product of `shape`.
    pub values: Values,
}

impl Array {
    /// An array of `shape`.
    ///
    /// # Errors
    /// [`Error::Length`] if the product of `shape` is not the number of values.
    pub fn new(shape: Vec<usize>, values: Values) -> Result<Self> {
        let array = Self { shape, values };
        array.check_length()?;
        Ok(array)
    }

    pub(crate) fn check_length(&self) -> Result<()> {
        let expected = self.shape.iter().try_fold(1_usize, |product, length| product.checked_mul(*length));
        let found = self.values.len();
        if expected == Some(found) {
            return Ok(());
        }
        let expected =
            expected.map_or("more than this machine can count".to_owned(), |count| count.to_string());
        Err(Error::Length { shape: self.shape.clone(), expected, found })
    }

    /// The values as f32: floats rounded to nearest, integers exact, false and true as 0 and 1.
    ///
    /// # Errors
    /// [`Error::Inexact`] for an integer that f32 cannot hold (beyond 2^24, not all can), and for
    /// a finite f64 beyond the range of f32.
    pub fn to_f32(&self) -> Result<Vec<f32>> {
        let narrowed: std::result::Result<Vec<f32>, InexactError> = match &self.values {
            Values::F32(values) => Ok(values.clone()),
            Values::F64(values) => convert(values, exact::float_to_f32),
            Values::I32(values) => convert(values, exact::integer_to_f32),
            Values::I64(values) => convert(values, exact::integer_to_f32),
            Values::U8(values) => Ok(values.iter().map(|value| f32::from(*value)).collect()),
            Values::Bool(values) => Ok(values.iter().map(|value| f32::from(u8::from(*value))).collect()),
        };
        Ok(narrowed?)
    }

    /// The values as f64, all exact.
    ///
    /// # Errors
    /// [`Error::Inexact`] for a 64-bit integer that f64 cannot hold (beyond 2^53, not all can).
    pub fn to_f64(&self) -> Result<Vec<f64>> {
        let widened: std::result::Result<Vec<f64>, InexactError> = match &self.values {
            Values::F32(values) => Ok(values.iter().map(|value| f64::from(*value)).collect()),
            Values::F64(values) => Ok(values.clone()),
            Values::I32(values) => Ok(values.iter().map(|value| f64::from(*value)).collect()),
            Values::I64(values) => convert(values, exact::integer_to_f64),
            Values::U8(values) => Ok(values.iter().map(|value| f64::from(*value)).collect()),
            Values::Bool(values) => Ok(values.iter().map(|value| f64::from(u8::from(*value))).collect()),
        };
        Ok(widened?)
    }
}

fn convert<From: Copy, To>(
    values: &[From],
    one: impl Fn(From, usize) -> std::result::Result<To, InexactError>,
) -> std::result::Result<Vec<To>, InexactError> {
    values.iter().enumerate().map(|(position, value)| one(*value, position)).collect()
}
