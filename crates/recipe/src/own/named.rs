//! Names inside an archive: of the stimuli and of the classes.

use formats::{Array, Values};

use super::shelf::Found;
use crate::{Error, Result};

/// The byte array that names the rows of the others: UTF-8, a name a line.
const STIMULI: &str = "stimulus_names";
/// The one that names the numbers of [`LABELS`].
const CLASSES: &str = "class_names";
/// The array whose numbers are classes.
const LABELS: &str = "labels";

/// The arrays of an archive without those that are names, which the others get.
///
/// # Errors
/// As many names as no array has rows, and a class without a name.
pub(super) fn name(file_name: &str, mut arrays: Vec<(String, Array)>) -> Result<Vec<Found>> {
    let wrong = |what: String| Error::Recipe(format!("the names in {file_name} were to be read, but {what}"));
    let stimuli = take(&mut arrays, STIMULI).unwrap_or_default();
    let has_labels = arrays.iter().any(|(key, _)| key == LABELS);
    let classes = if has_labels { take(&mut arrays, CLASSES).unwrap_or_default() } else { Vec::new() };
    let n_rows = |array: &Array| array.shape.first().copied().unwrap_or(0);
    if !stimuli.is_empty() && arrays.iter().all(|(_, array)| n_rows(array) != stimuli.len()) {
        return Err(wrong(format!(
            "{STIMULI} has {} lines and no array as many rows; give each stimulus one line",
            stimuli.len()
        )));
    }
    arrays
        .into_iter()
        .map(|(name, array)| {
            let is_labels = name == LABELS && !classes.is_empty();
            if is_labels {
                let is_named = |&value: &f64| value >= 0.0 && value < classes.len() as f64;
                if let Some(value) = array.to_f64()?.iter().find(|value| !is_named(value)) {
                    return Err(wrong(format!(
                        "{LABELS} holds {value} and {CLASSES} has {} lines, counted from 0; give each class one line",
                        classes.len()
                    )));
                }
            }
            let stimuli = if n_rows(&array) == stimuli.len() { stimuli.clone() } else { Vec::new() };
            let classes = if is_labels { classes.clone() } else { Vec::new() };
            Ok(Found { name, array, stimuli, classes })
        })
        .collect()
}

/// The lines of the array of this name, which leaves the others; none where there is none that is text.
fn take(arrays: &mut Vec<(String, Array)>, key: &str) -> Option<Vec<String>> {
    let at = arrays.iter().position(|(name, _)| name == key)?;
    let (_, Array { shape, values: Values::U8(bytes) }) = &arrays[at] else { return None };
    let text = (shape.len() == 1).then(|| std::str::from_utf8(bytes).ok())??;
    let lines = text.strip_suffix('\n').unwrap_or(text).split('\n').map(str::to_owned).collect();
    arrays.remove(at);
    Some(lines)
}
