//! The arrays of an npz archive as labelled images.

use formats::{Array, Values, npz};

use crate::{Error, Images, MAX_CLASSES, Result};

const IMAGES: &str = "images";
const LABELS: &str = "labels";
const CLASS_NAMES: &str = "class_names";
/// Names of arrays that an error lists.
const MOST_LISTED: usize = 8;

pub(crate) fn read(archive: &[u8]) -> Result<Images> {
    let mut arrays = npz::read(archive)?;
    let images = take(&mut arrays, IMAGES)?;
    let labels = take(&mut arrays, LABELS)?;
    let class_names = take(&mut arrays, CLASS_NAMES).ok();
    drop(arrays);

    let &[count, height, width] = images.shape.as_slice() else {
        return Err(Error::Shape { array: IMAGES, expected: "[n, height, width]", found: images.shape });
    };
    let pixels = bytes(IMAGES, "whole numbers from 0 to 255 as u8", images.values)?;
    if labels.shape.len() != 1 {
        return Err(Error::Shape { array: LABELS, expected: "[n]", found: labels.shape });
    }
    if labels.shape[0] != count {
        return Err(Error::Labels { images: count, labels: labels.shape[0] });
    }
    let labels = read_labels(labels.values)?;
    let class_names = match class_names {
        Some(names) => read_names(bytes(CLASS_NAMES, "UTF-8 as u8", names.values)?)?,
        None => (0..=labels.iter().copied().max().unwrap_or(0)).map(|class| class.to_string()).collect(),
    };
    Images::new(height, width, pixels, labels, class_names)
}

fn take(arrays: &mut Vec<(String, Array)>, wanted: &'static str) -> Result<Array> {
    if let Some(position) = arrays.iter().position(|(name, _)| name == wanted) {
        return Ok(arrays.swap_remove(position).1);
    }
    let mut found: Vec<&str> = arrays.iter().map(|(name, _)| name.as_str()).take(MOST_LISTED).collect();
    if found.is_empty() {
        found.push("none");
    } else if arrays.len() > MOST_LISTED {
        found.push("…");
    }
    Err(Error::MissingArray { wanted, found: found.join(", ") })
}

fn bytes(array: &'static str, expected: &'static str, values: Values) -> Result<Vec<u8>> {
    match values {
        Values::U8(bytes) => Ok(bytes),
        other => Err(Error::Type { array, expected, found: type_name(&other) }),
    }
}

/// Labels are u8 in our files; NumPy's own whole numbers (i4, i8) are as good.
fn read_labels(values: Values) -> Result<Vec<u8>> {
    let narrow = |(position, found): (usize, i64)| {
        u8::try_from(found).map_err(|_| Error::Label { position, found, n_classes: MAX_CLASSES })
    };
    match values {
        Values::U8(labels) => Ok(labels),
        Values::I32(labels) => labels.into_iter().map(i64::from).enumerate().map(narrow).collect(),
        Values::I64(labels) => labels.into_iter().enumerate().map(narrow).collect(),
        other => Err(Error::Type { array: LABELS, expected: "whole numbers", found: type_name(&other) }),
    }
}

fn read_names(bytes: Vec<u8>) -> Result<Vec<String>> {
    let text = String::from_utf8(bytes).map_err(|error| Error::ClassNames {
        fault: format!("byte {} of them is not UTF-8", error.utf8_error().valid_up_to()),
    })?;
    // No more than needed to know that there are too many.
    Ok(text.trim_end_matches('\n').split('\n').take(MAX_CLASSES + 1).map(str::to_owned).collect())
}

fn type_name(values: &Values) -> &'static str {
    match values {
        Values::F32(_) => "f32",
        Values::F64(_) => "f64",
        Values::I32(_) => "i32",
        Values::I64(_) => "i64",
        Values::U8(_) => "u8",
        Values::Bool(_) => "booleans",
    }
}
