//! What several test files need.
#![allow(dead_code)] // each test file uses some of it
#![allow(clippy::print_stdout)] // a skip is said

use std::path::PathBuf;

use formats::{Array, Values, npz};

/// An npz archive of these arrays.
pub fn archive(arrays: &[(&str, &[usize], Values)]) -> Vec<u8> {
    let arrays: Vec<(String, Array)> = arrays
        .iter()
        .map(|(name, shape, values)| (name.to_string(), Array::new(shape.to_vec(), values.clone()).unwrap()))
        .collect();
    npz::write(&arrays).unwrap()
}

/// Three images of 1 × 2 pixels in two classes.
pub fn three() -> Vec<u8> {
    archive(&[
        ("images", &[3, 1, 2], Values::U8(vec![0, 255, 51, 102, 255, 0])),
        ("labels", &[3], Values::U8(vec![0, 1, 0])),
        ("class_names", &[7], Values::U8(b"cat\ndog".to_vec())),
    ])
}

/// A file that scripts/models/fetch.py makes; where it is absent, says that the test is skipped and
/// fails under CI=true, where a skip must not pass.
pub fn fetched(file: &str) -> Option<Vec<u8>> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../models").join(file);
    if let Ok(bytes) = std::fs::read(path) {
        return Some(bytes);
    }
    println!("skipped, models/{file} absent");
    assert!(
        std::env::var("CI").as_deref() != Ok("true"),
        "models/{file} is absent, and under CI no test is skipped"
    );
    None
}
