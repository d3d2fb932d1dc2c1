//! Each way in which a safetensors file can be bad, and the sentence that a visitor reads.

use crate::support::{file, open};
use inscape_formats::safetensors::{header_len, parse_header};

#[track_caller]
fn assert_refused(bytes: &[u8], sentence: &str) {
    let message = open(bytes).unwrap_err().to_string();
    assert!(message.contains(sentence), "expected {sentence:?} in {message:?}");
}

#[track_caller]
fn assert_header_refused(header: &str, data_bytes: usize, sentence: &str) {
    assert_refused(&file(header, &vec![0; data_bytes]), sentence);
}

fn one(dtype: &str, shape: &str, offsets: &str) -> String {
    format!(r#"{{"w":{{"dtype":"{dtype}","shape":{shape},"data_offsets":{offsets}}}}}"#)
}

fn two(first: &str, second: &str) -> String {
    format!(
        r#"{{"a":{{"dtype":"U8","shape":[4],"data_offsets":{first}}},"b":{{"dtype":"U8","shape":[4],"data_offsets":{second}}}}}"#
    )
}

#[test]
fn a_header_length_that_cannot_be_is_refused() {
    assert_refused(b"", "only 0 bytes are there");
    assert_refused(&[1, 0, 0], "only 3 bytes are there");
    assert_refused(&[0; 64], "its length is given as 0");
    assert_refused(
        &(1_u64 << 63).to_le_bytes(),
        "has 9223372036854775808 bytes, but safetensors allows at most 100000000",
    );
    assert_refused(&100_000_001_u64.to_le_bytes(), "has 100000001 bytes");
    assert_refused(
        &1000_u64.to_le_bytes(),
        "header should end at byte 1008, but the file has only 8 bytes; it is cut off",
    );
    let unknown_length = header_len(&u64::MAX.to_le_bytes(), None).unwrap_err().to_string();
    assert!(unknown_length.contains("has 18446744073709551615 bytes"), "{unknown_length}");
    assert_eq!(header_len(&100_000_000_u64.to_le_bytes(), None).unwrap(), 100_000_000);
}

#[test]
fn another_kind_of_file_is_called_by_its_name() {
    for html in ["<!DOCTYPE html><title>404</title>", "<html><body>Not found", "\n\n  <!doctype html>"] {
        assert_refused(html.as_bytes(), "an HTML page (perhaps a 404");
        assert_refused(html.as_bytes(), "use the file's direct download address");
    }
    assert_header_refused("<html></html>", 0, "an HTML page");
    assert_refused(b"version https://git-lfs.github.com/spec/v1\n", "a Git LFS pointer");
    assert_refused(b"Entry not found", "a text file");
    assert_refused(b"{\"error\": \"not found\"}", "a text file");
    assert_refused(b"PK\x03\x04\0\0\0\0\0\0\xFF\xFF", "a zip archive (perhaps a PyTorch");
    assert_refused(b"GGUF\x03\0\0\0\xFF\xFF\0\0", "a GGUF file");
    assert_refused(b"\x93NUMPY\x01\0\x76\0", "a NumPy .npy file");
}

#[test]
fn a_header_that_is_not_json_text_is_refused() {
    let mut bytes = file("{\"a\":1}  ", &[]);
    bytes[10] = 0xFF;
    assert_refused(&bytes, "must be UTF-8 text, but byte 2 of it is not");
    assert_header_refused("{\"a\":", 0, "must be one JSON object, but it cannot be read: EOF");
    assert_header_refused("[1, 2]", 0, "expected an object that maps tensor names");
    assert_header_refused("{} {}", 0, "trailing characters");
    assert_header_refused(&"[".repeat(100_000), 0, "must be one JSON object");
    let deep = format!(r#"{{"__metadata__":{{"a":{}"#, "[".repeat(100_000));
    assert_header_refused(&deep, 0, "must be one JSON object");
}

#[test]
fn an_entry_of_the_wrong_form_names_its_tensor() {
    assert_header_refused(
        r#"{"w":3}"#,
        0,
        "tensor \"w\": expected an object with dtype, shape and data_offsets",
    );
    assert_header_refused(r#"{"w":{"dtype":"F32","shape":[1]}}"#, 4, "missing field `data_offsets`");
    assert_header_refused(&one("F32", "[-1]", "[0,4]"), 4, "tensor \"w\": expected an object");
    assert_header_refused(&one("F32", "[1.5]", "[0,4]"), 4, "tensor \"w\": expected an object");
    assert_header_refused(&one("F32", "[1]", "[0]"), 4, "tensor \"w\": expected an object");
    assert_header_refused(
        &one("F32", "[18446744073709551616]", "[0,4]"),
        4,
        "tensor \"w\": expected an object",
    );
}

#[test]
fn a_name_that_appears_twice_is_refused() {
    let twice = two("[0,4]", "[4,8]").replace("\"b\"", "\"a\"");
    assert_header_refused(&twice, 8, "tensor \"a\" appears twice in the header");
    let escaped = two("[0,4]", "[4,8]").replace("\"b\"", "\"\\u0061\"");
    assert_header_refused(&escaped, 8, "tensor \"a\" appears twice");
    assert_header_refused(r#"{"__metadata__":{},"__metadata__":{}}"#, 0, "__metadata__ appears twice");
    assert_header_refused(r#"{"__metadata__":{"k":"1","k":"2"}}"#, 0, "__metadata__ has the key \"k\" twice");
}

#[test]
fn metadata_that_is_not_text_is_refused() {
    for (value, found) in [
        ("3", "a number"),
        ("-3", "a number"),
        ("0.5", "a number"),
        ("true", "true or false"),
        ("null", "null"),
        ("[1,[2]]", "a list"),
        (r#"{"a":{}}"#, "an object"),
    ] {
        let header = format!(r#"{{"__metadata__":{{"step":{value}}}}}"#);
        assert_header_refused(&header, 0, &format!("must map names to strings, but \"step\" is {found}"));
    }
    assert_header_refused(r#"{"__metadata__":7}"#, 0, "__metadata__ must be an object of strings");
    assert!(open(&file(r#"{"__metadata__":null}"#, &[])).unwrap().metadata.is_empty());
}

#[test]
fn an_unknown_dtype_is_named_beside_the_known_ones() {
    assert_header_refused(
        &one("FLOAT", "[1]", "[0,4]"),
        4,
        "tensor \"w\" has the unknown dtype \"FLOAT\"; known are F64, F32, F16, BF16, I64, I32",
    );
    assert_header_refused(&one("f32", "[1]", "[0,4]"), 4, "unknown dtype \"f32\"");
}

#[test]
fn offsets_that_cannot_be_are_refused_each_with_its_sentence() {
    assert_header_refused(
        &one("F32", "[1]", "[4,0]"),
        4,
        "tensor \"w\" begins at byte 4 but ends before it, at byte 0",
    );
    assert_header_refused(
        &one("F32", "[2]", "[0,4]"),
        4,
        "tensor \"w\" of shape [2] and dtype F32 needs 8 bytes, but its data_offsets span 4",
    );
    assert_header_refused(
        &two("[0,4]", "[2,6]"),
        6,
        "tensors \"a\" and \"b\" overlap: the first ends at byte 4 of the data, the second begins at byte 2",
    );
    assert_header_refused(&two("[0,4]", "[0,4]"), 4, "tensors \"a\" and \"b\" overlap");
    assert_header_refused(
        &two("[0,4]", "[5,9]"),
        9,
        "there is a hole before tensor \"b\": it should begin at byte 4 of the data, but begins at byte 5",
    );
    assert_header_refused(&one("U8", "[4]", "[4,8]"), 8, "there is a hole before tensor \"w\"");
}

#[test]
fn a_tensor_that_is_misaligned_is_refused() {
    let header = r#"{"a":{"dtype":"U8","shape":[3],"data_offsets":[0,3]},"b":{"dtype":"F32","shape":[1],"data_offsets":[3,7]}}"#;
    assert_header_refused(
        header,
        7,
        "tensor \"b\" is misaligned: it begins at byte 3 of the data, which is not a multiple of the 4 bytes of a F32",
    );
    let padded = format!("{} ", one("F32", "[1]", "[0,4]"));
    for header in [one("F32", "[1]", "[0,4]"), padded] {
        assert!(
            open(&file(&header, &[0; 4])).is_ok(),
            "only the place in the data counts, not the length of the header"
        );
    }
}

#[test]
fn a_shape_that_overflows_is_refused() {
    for shape in
        ["[4294967296,4294967296]", "[18446744073709551615]", "[9223372036854775808,9223372036854775808,0]"]
    {
        assert_header_refused(&one("F32", shape, "[0,4]"), 4, "which is more than this machine can count");
    }
    assert_header_refused(&one("F4", "[3]", "[0,1]"), 1, "does not fill whole bytes");
    let far = one("U8", "[18446744073709551615]", "[0,18446744073709551615]");
    let message = parse_header(far.as_bytes(), None).unwrap_err().to_string();
    assert!(
        message.contains("more than this machine can count") || message.contains("out of bounds"),
        "{message}"
    );
}

#[test]
fn a_file_that_is_cut_off_or_too_long_is_refused() {
    let header = two("[0,4]", "[4,8]");
    let end = 8 + header.len() + 8;
    assert_header_refused(
        &header,
        7,
        &format!(
            "tensor \"b\" is out of bounds: it should end at byte {end} of the file, but the file has only {} bytes; it is cut off",
            end - 1
        ),
    );
    assert_header_refused(
        &header,
        9,
        &format!("the last tensor ends at byte {end} of the file, but the file has {} bytes", end + 1),
    );
    assert_header_refused("{}", 1, "the rest belongs to no tensor");
    assert!(parse_header(header.as_bytes(), None).is_ok(), "without a file length the end is not checked");
}

#[test]
fn a_tensor_that_is_not_there_is_answered_with_near_names() {
    let names = ["model.layers.0.q_proj.weight", "model.layers.0.k_proj.weight", "model.norm.weight"];
    let entries: Vec<String> = names
        .iter()
        .map(|name| format!(r#""{name}":{{"dtype":"U8","shape":[0],"data_offsets":[0,0]}}"#))
        .collect();
    let header = open(&file(&format!("{{{}}}", entries.join(",")), &[])).unwrap();
    let message = header.find("layers.0.q_proj.weight").unwrap_err().to_string();
    assert!(message.starts_with("no tensor is named \"layers.0.q_proj.weight\"; near names in this file: model.layers.0.q_proj.weight, "), "{message}");
    let message = header.find("zzz").unwrap_err().to_string();
    assert!(message.contains("this file has 3 tensors, the first are: "), "{message}");
    assert_eq!(header.find("model.norm.weight").unwrap().name, "model.norm.weight");
    let empty = open(&file("{}", &[])).unwrap();
    assert!(empty.find("w").unwrap_err().to_string().contains("this file has no tensors"));
}
