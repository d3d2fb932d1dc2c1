//! npy files: as NumPy writes them, as they are written here, and bad ones.

use crate::support::golden;
use inscape_formats::{Array, Error, Values, npy};

/// The rule of the golden files: element k is k - 2, unsigned k, bool whether k is odd.
fn expected(kind: &str) -> Values {
    let signed = 0..24_i32;
    match kind {
        "f2" | "f4" => Values::F32(signed.map(|k| k as f32 - 2.0).collect()),
        "f8" => Values::F64(signed.map(|k| f64::from(k) - 2.0).collect()),
        "i1" | "i2" | "i4" => Values::I32(signed.map(|k| k - 2).collect()),
        "i8" => Values::I64(signed.map(|k| i64::from(k) - 2).collect()),
        "u1" => Values::U8((0..24).collect()),
        "u2" => Values::I32(signed.collect()),
        "u4" => Values::I64((0..24).collect()),
        _ => Values::Bool(signed.map(|k| k % 2 == 1).collect()),
    }
}

#[test]
fn every_dtype_of_numpy_is_read_in_c_and_in_fortran_order() {
    for kind in ["f4", "f8", "i4", "i8", "u1", "b1", "f2", "i1", "i2", "u2", "u4"] {
        let array = Array::new(vec![2, 3, 4], expected(kind)).unwrap();
        assert_eq!(npy::read(&golden(&format!("c_{kind}.npy"))).unwrap(), array, "C {kind}");
        assert_eq!(npy::read(&golden(&format!("fortran_{kind}.npy"))).unwrap(), array, "Fortran {kind}");
    }
}

#[test]
fn what_is_written_is_byte_for_byte_what_numpy_writes() {
    for name in ["c_f4", "c_f8", "c_i4", "c_i8", "c_u1", "c_b1", "scalar", "vector", "empty"] {
        let file = golden(&format!("{name}.npy"));
        assert_eq!(npy::write(&npy::read(&file).unwrap()).unwrap(), file, "{name}");
    }
}

#[test]
fn single_numbers_vectors_and_empty_arrays_are_read() {
    assert_eq!(
        npy::read(&golden("scalar.npy")).unwrap(),
        Array::new(vec![], Values::F64(vec![-2.0])).unwrap()
    );
    assert_eq!(npy::read(&golden("vector.npy")).unwrap().shape, [5]);
    assert_eq!(
        npy::read(&golden("empty.npy")).unwrap(),
        Array::new(vec![0, 3], Values::F32(vec![])).unwrap()
    );
}

#[test]
fn versions_2_and_3_are_read() {
    let array = Array::new(vec![2, 3], Values::I32((-2..4).collect())).unwrap();
    assert_eq!(npy::read(&golden("version_2.npy")).unwrap(), array);
    assert_eq!(npy::read(&golden("version_3.npy")).unwrap(), array);
}

fn file(header: &str, data: &[u8]) -> Vec<u8> {
    let mut bytes = b"\x93NUMPY\x01\0".to_vec();
    bytes.extend((header.len() as u16).to_le_bytes());
    bytes.extend(header.as_bytes());
    bytes.extend(data);
    bytes
}

fn header(descr: &str, shape: &str) -> String {
    format!("{{'descr': '{descr}', 'fortran_order': False, 'shape': {shape}}}")
}

#[test]
fn other_spellings_of_the_header_are_read() {
    let array = Array::new(vec![2], Values::U8(vec![7, 8])).unwrap();
    for text in [
        "{\"shape\":(2,),\"fortran_order\":True,\"descr\":\"|u1\"}",
        "{'descr': 'u1', 'fortran_order': False, 'shape': (2L,), }\n",
        "  { 'shape' : ( 2 , ) , 'descr' : '<u1' , 'fortran_order' : False , } ",
    ] {
        assert_eq!(npy::read(&file(text, &[7, 8])).unwrap(), array, "{text}");
    }
    assert_eq!(npy::read(&file(&header("=i4", "(1,)"), &[1, 0, 0, 0])).unwrap().values, Values::I32(vec![1]));
}

#[track_caller]
fn assert_refused(bytes: &[u8], sentence: &str) {
    let message = npy::read(bytes).unwrap_err().to_string();
    assert!(message.contains(sentence), "expected {sentence:?} in {message:?}");
}

#[test]
fn a_bad_file_is_refused_with_its_sentence() {
    assert_refused(b"", "starts with the bytes \\x93NUMPY, but this file does not");
    assert_refused(b"<html>", "save the array with numpy.save");
    assert_refused(b"\x93NUMPY\x04\0\0\0", "version 4.0, but only 1.0, 2.0 and 3.0");
    assert_refused(b"\x93NUMPY", "header should end at byte 8, but the file has only 6 bytes");
    assert_refused(
        b"\x93NUMPY\x01\0\x76\0{",
        "header should end at byte 128, but the file has only 11 bytes",
    );
    assert_refused(b"\x93NUMPY\x02\0\xFF\xFF\xFF\xFF", "header has 4294967295 bytes, but at most 10000");
    assert_refused(
        &file(&header(">f4", "(1,)"), &[0; 4]),
        "big-endian (>f4), which is not supported; save them with array.astype(\"<f4\")",
    );
    assert_refused(&golden("big_endian.npy"), "big-endian (>f4)");
    assert_refused(
        &golden("complex.npy"),
        "dtype <c8 is not supported; supported are <f4 <f8 <i4 <i8 |u1 |b1",
    );
    assert_refused(&golden("structured.npy"), "several named fields");
    assert_refused(&golden("objects.npy"), "Python objects, which cannot be read safely");
    assert_refused(
        &file(&header("<f4", "(2,)"), &[0; 4]),
        "shape [2] of <f4 needs 8 bytes, but 4 follow the header",
    );
    assert_refused(&file(&header("<f4", "(1,)"), &[0; 5]), "needs 4 bytes, but 5 follow");
    assert_refused(
        &file(&header("<f4", "(1000000000000000000,)"), &[0; 4]),
        "needs 4000000000000000000 bytes, but 4 follow",
    );
    assert_refused(
        &file(&header("<f4", "(4294967296, 4294967296)"), &[]),
        "more than this machine can count",
    );
    assert_refused(&file(&header("<f4", "(18446744073709551616,)"), &[]), "a length below 2^64 was expected");
    assert_refused(&file(&header("<f4", "(-1,)"), &[]), "a length was expected");
    assert_refused(
        &file(&header("|b1", "(2,)"), &[1, 2]),
        "booleans must be stored as 0 or 1, but position 1 holds 2",
    );
    let deep = format!("({})", "1, ".repeat(65));
    assert_refused(&file(&header("|u1", &deep), &[0]), "has 65 dimensions, but at most 64");
}

#[test]
fn a_bad_header_text_is_refused_with_the_place() {
    assert_refused(&file("", &[]), "at byte 0 of it an opening brace was expected");
    assert_refused(&file("{'descr' '<f4'}", &[]), "at byte 9 of it a colon was expected");
    assert_refused(&file("{'descr': '<f4', 'fortran_order': no}", &[]), "True or False was expected");
    assert_refused(&file("{'descr': '<f4', 'fortran_order': False}", &[]), "shape is missing");
    assert_refused(&file("{'shape': (), 'shape': ()}", &[]), "shape is there twice");
    assert_refused(&file("{'size': 3}", &[]), "size is not one of them");
    assert_refused(&file(&format!("{} x", header("<f4", "()")), &[]), "the end of the header was expected");
    assert_refused(&file(&format!("{{'descr': {}", "[".repeat(9000)), &[]), "several named fields");
    assert_refused(&file(&format!("{{'shape': {}", "(".repeat(9000)), &[]), "a length was expected");
}

#[test]
fn shapes_and_values_that_do_not_fit_are_refused_when_made_and_when_written() {
    let message = Array::new(vec![2, 2], Values::F32(vec![0.0])).unwrap_err().to_string();
    assert_eq!(message, "an array of shape [2, 2] holds 4 values, but 1 values were given");
    let unfit = Array { shape: vec![usize::MAX, 2], values: Values::F32(vec![]) };
    assert!(matches!(npy::write(&unfit), Err(Error::Length { .. })));
    let deep = Array::new(vec![1; 65], Values::U8(vec![0])).unwrap();
    assert!(npy::write(&deep).unwrap_err().to_string().contains("at most 64"));
}

#[test]
fn values_become_f32_and_f64_exactly_or_not_at_all() {
    let array = |values: Values| Array { shape: vec![values.len()], values };
    assert_eq!(array(Values::Bool(vec![false, true])).to_f32().unwrap(), [0.0, 1.0]);
    assert_eq!(array(Values::U8(vec![255])).to_f64().unwrap(), [255.0]);
    assert_eq!(array(Values::F64(vec![0.1])).to_f32().unwrap(), [0.1_f32]);
    assert_eq!(array(Values::F32(vec![0.1])).to_f64().unwrap(), [f64::from(0.1_f32)]);
    assert_eq!(array(Values::I64(vec![1 << 53])).to_f64().unwrap(), [2_f64.powi(53)]);
    assert!(
        array(Values::I64(vec![(1 << 53) + 1]))
            .to_f64()
            .unwrap_err()
            .to_string()
            .contains("9007199254740993 at position 0 does not fit f64")
    );
    assert!(
        array(Values::I32(vec![0, 16_777_217]))
            .to_f32()
            .unwrap_err()
            .to_string()
            .contains("position 1 does not fit f32")
    );
    assert!(array(Values::F64(vec![1e300])).to_f32().is_err());
}
