//! Each element type to f32, against exact numbers.

use inscape_formats::safetensors::{Dtype, TensorInfo, decode_f32, decode_part};

fn info(dtype: Dtype, count: usize) -> TensorInfo {
    let bytes = count as u64 * dtype.bits() / 8;
    TensorInfo { name: "w".to_owned(), dtype, shape: vec![count], start: 100, end: 100 + bytes }
}

fn decode(dtype: Dtype, bytes: &[u8]) -> Vec<f32> {
    decode_f32(&info(dtype, bytes.len() * 8 / dtype.bits() as usize), bytes).unwrap()
}

fn refusal(dtype: Dtype, bytes: &[u8]) -> String {
    decode_f32(&info(dtype, bytes.len() * 8 / dtype.bits() as usize), bytes).unwrap_err().to_string()
}

fn le<const N: usize, T: Copy>(values: &[T], bytes: impl Fn(T) -> [u8; N]) -> Vec<u8> {
    values.iter().flat_map(|value| bytes(*value)).collect()
}

/// What 16 bits of a binary float mean, from the definition: sign, exponent, fraction.
fn by_definition(bits: u16, exponent_bits: u32) -> f64 {
    let fraction_bits = 15 - exponent_bits;
    let sign = if bits >> 15 == 1 { -1.0 } else { 1.0 };
    let exponent = i32::from((bits >> fraction_bits) & ((1 << exponent_bits) - 1));
    let fraction = f64::from(bits & ((1 << fraction_bits) - 1)) / f64::from(1_u32 << fraction_bits);
    let bias = (1 << (exponent_bits - 1)) - 1;
    match exponent {
        0 => sign * fraction * 2_f64.powi(1 - bias),
        top if top == (1 << exponent_bits) - 1 && fraction == 0.0 => sign * f64::INFINITY,
        top if top == (1 << exponent_bits) - 1 => f64::NAN,
        _ => sign * (1.0 + fraction) * 2_f64.powi(exponent - bias),
    }
}

#[test]
fn every_one_of_the_65536_patterns_of_f16_and_bf16_widens_exactly() {
    let patterns: Vec<u16> = (0..=u16::MAX).collect();
    let bytes = le(&patterns, u16::to_le_bytes);
    for (dtype, exponent_bits) in [(Dtype::F16, 5), (Dtype::BF16, 8)] {
        let values = decode(dtype, &bytes);
        for (bits, value) in patterns.iter().zip(values) {
            let expected = by_definition(*bits, exponent_bits);
            assert_eq!(value.is_sign_negative(), bits >> 15 == 1, "{dtype} {bits:04x}");
            if expected.is_nan() {
                assert!(value.is_nan(), "{dtype} {bits:04x}");
                // The fraction is kept, and its top bit set: a quiet NaN.
                let fraction = u32::from(bits & ((1 << (15 - exponent_bits)) - 1)) << (8 + exponent_bits);
                assert_eq!(value.to_bits() & 0x007F_FFFF, fraction | 0x0040_0000, "{dtype} {bits:04x}");
            } else {
                assert_eq!(f64::from(value).to_bits(), expected.to_bits(), "{dtype} {bits:04x}");
            }
        }
    }
}

#[test]
fn f32_keeps_every_bit_even_of_nan() {
    let patterns = [0, 1, 0x8000_0000, 0x7F80_0000, 0xFF80_0000, 0x7FC0_1234, 0x3F80_0001, 0x7F7F_FFFF];
    let values = decode(Dtype::F32, &le(&patterns, u32::to_le_bytes));
    let bits: Vec<u32> = values.iter().map(|value| value.to_bits()).collect();
    assert_eq!(bits, patterns);
}

#[test]
fn f64_rounds_to_the_nearest_with_ties_to_even() {
    let step = f64::from(f32::EPSILON);
    let given = [1.0 + step / 2.0, 1.0 + step * 1.5, 1.0 + step * 0.51, -0.0, 1e-46, f64::INFINITY, f64::NAN];
    let values = decode(Dtype::F64, &le(&given, f64::to_le_bytes));
    assert_eq!(values[0], 1.0);
    assert_eq!(values[1], 1.0 + 2.0 * f32::EPSILON);
    assert_eq!(values[2], 1.0 + f32::EPSILON);
    assert_eq!(values[3].to_bits(), 0x8000_0000);
    assert_eq!(values[4], 0.0);
    assert_eq!(values[5], f32::INFINITY);
    assert!(values[6].is_nan());
}

#[test]
fn a_finite_f64_beyond_f32_is_refused_rather_than_made_infinite() {
    let message = refusal(Dtype::F64, &le(&[0.0, 1e39], f64::to_le_bytes));
    assert!(message.contains("tensor \"w\": value 1e39 at position 1 does not fit f32"), "{message}");
}

#[test]
fn integers_are_exact() {
    assert_eq!(
        decode(Dtype::I64, &le(&[0, -5, 1 << 24, i64::MIN], i64::to_le_bytes)),
        [0.0, -5.0, 16_777_216.0, -(2_f32.powi(63))]
    );
    assert_eq!(decode(Dtype::I32, &le(&[7, -1, i32::MIN], i32::to_le_bytes)), [7.0, -1.0, -(2_f32.powi(31))]);
    assert_eq!(decode(Dtype::I16, &le(&[i16::MIN, 3], i16::to_le_bytes)), [-32768.0, 3.0]);
    assert_eq!(decode(Dtype::I8, &le(&[i8::MIN, 127], i8::to_le_bytes)), [-128.0, 127.0]);
    assert_eq!(decode(Dtype::U64, &le(&[1 << 63], u64::to_le_bytes)), [2_f32.powi(63)]);
    assert_eq!(decode(Dtype::U32, &le(&[1 << 31, 5], u32::to_le_bytes)), [2_f32.powi(31), 5.0]);
    assert_eq!(decode(Dtype::U16, &le(&[u16::MAX], u16::to_le_bytes)), [65535.0]);
    assert_eq!(decode(Dtype::U8, &[0, 1, 255]), [0.0, 1.0, 255.0]);
    assert_eq!(decode(Dtype::BOOL, &[0, 1]), [0.0, 1.0]);
}

#[test]
fn an_integer_that_f32_cannot_hold_is_refused_with_its_position() {
    for (dtype, bytes) in [
        (Dtype::I64, le(&[0, (1 << 24) + 1], i64::to_le_bytes)),
        (Dtype::U64, le(&[0, (1 << 24) + 1], u64::to_le_bytes)),
        (Dtype::I32, le(&[0, (1 << 24) + 1], i32::to_le_bytes)),
        (Dtype::U32, le(&[0, (1 << 24) + 1], u32::to_le_bytes)),
    ] {
        let message = refusal(dtype, &bytes);
        assert!(message.contains("value 16777217 at position 1 does not fit f32 exactly"), "{message}");
        assert!(message.contains("up to 16777216"), "{message}");
    }
    assert!(refusal(Dtype::I64, &le(&[i64::MAX], i64::to_le_bytes)).contains("9223372036854775807"));
    assert!(refusal(Dtype::U64, &le(&[u64::MAX], u64::to_le_bytes)).contains("18446744073709551615"));
}

#[test]
fn a_bool_other_than_0_or_1_is_refused() {
    let message = refusal(Dtype::BOOL, &[1, 0, 7]);
    assert_eq!(message, "tensor \"w\": BOOL must be stored as 0 or 1, but position 2 holds 7");
}

#[test]
fn a_known_dtype_that_cannot_be_decoded_is_called_not_supported() {
    for dtype in [Dtype::C64, Dtype::F8_E4M3, Dtype::F8_E5M2, Dtype::F4] {
        let message = refusal(dtype, &[0; 8]);
        assert!(message.contains(&format!("has the dtype {dtype}, which is not supported yet")), "{message}");
        assert!(message.contains("F64, F32, F16, BF16, I64"), "{message}");
    }
}

#[test]
fn bytes_of_the_wrong_length_are_refused_with_the_range_that_was_meant() {
    let message = decode_f32(&info(Dtype::F32, 3), &[0; 8]).unwrap_err().to_string();
    assert_eq!(message, "tensor \"w\" needs the 12 bytes 100..112 of the file, but 8 bytes were given");
}

#[test]
fn a_hand_made_shape_that_overflows_is_refused() {
    let shape = vec![usize::MAX, 3];
    let info = TensorInfo { name: "w".to_owned(), dtype: Dtype::F32, shape, start: 0, end: 4 };
    assert!(decode_f32(&info, &[0; 4]).unwrap_err().to_string().contains("more than this machine can count"));
}

#[test]
fn a_part_of_a_tensor_is_that_part_of_its_numbers() {
    let (info, bytes) = (info(Dtype::I32, 4), le(&[5, -6, 7, 16_777_217], i32::to_le_bytes));
    assert_eq!(decode_part(&info, 0, &bytes[..4]).unwrap(), [5.0]);
    assert_eq!(decode_part(&info, 4, &bytes[4..12]).unwrap(), [-6.0, 7.0]);
    assert!(decode_part(&info, 16, &[]).unwrap().is_empty());
    // The place that is told is that in the whole tensor.
    let whole = decode_f32(&info, &bytes).unwrap_err().to_string();
    assert_eq!(decode_part(&info, 12, &bytes[12..]).unwrap_err().to_string(), whole);
    for (skipped, len) in [(2, 4), (4, 3), (12, 8), (u64::MAX - 3, 4)] {
        let message = decode_part(&info, skipped, &bytes[..len]).unwrap_err().to_string();
        assert!(message.contains("needs the 16 bytes"), "{message}");
    }
}
