//! Tables of numbers in text: csv and tsv.

use std::collections::BTreeMap;

use formats::{Array, Values};

use super::shelf::Found;
use crate::{Error, Result};

/// The arrays of a table, with the names of the stimuli where a column has them.
///
/// A first row with a word in a column of numbers is a row of names. Columns of numbers are one array `[n_rows, n_columns]`; a
/// column of words of which each row has another is the stimuli's names; every other column of words is labels, numbered in
/// the order of the alphabet.
pub(super) fn read(stem: &str, bytes: &[u8], delimiter: u8) -> Result<Vec<Found>> {
    let rows = rows_of(stem, bytes, delimiter)?;
    let n_columns = rows[0].len();
    let is_number = |cell: &String| cell.parse::<f64>().is_ok();
    let has_names = rows.len() > 1
        && rows[0].iter().zip(&rows[1]).any(|(a, b)| !is_number(a) && is_number(b))
        || rows.len() > 1 && !rows[0].iter().any(is_number);
    let (names, rows) = if has_names { (rows[0].clone(), &rows[1..]) } else { (Vec::new(), &rows[..]) };
    let column = |k: usize| -> Vec<&String> { rows.iter().map(|row| &row[k]).collect() };
    let is_numeric = |k: &usize| column(*k).iter().all(|cell| is_number(cell));
    let (numeric, worded): (Vec<usize>, Vec<usize>) = (0..n_columns).partition(is_numeric);

    let mut stimuli = Vec::new();
    let mut labels = Vec::new();
    for k in worded {
        let words = column(k);
        let mut classes: BTreeMap<&str, i64> = words.iter().map(|word| (word.as_str(), 0)).collect();
        if classes.len() == words.len() && stimuli.is_empty() {
            stimuli = words.into_iter().cloned().collect();
            continue;
        }
        classes.values_mut().zip(0..).for_each(|(number, next)| *number = next);
        let numbers = words.iter().map(|word| classes[word.as_str()]).collect();
        let name = names.get(k).cloned().unwrap_or_else(|| format!("column {k}"));
        let classes = classes.keys().map(|&word| word.to_owned()).collect();
        let array = Array::new(vec![rows.len()], Values::I64(numbers))?;
        labels.push(Found { name: format!("{stem}/{name}"), array, stimuli: Vec::new(), classes });
    }
    let mut arrays = Vec::new();
    if !numeric.is_empty() {
        // Cells of these columns are numbers.
        let values: Vec<f64> =
            rows.iter().flat_map(|row| numeric.iter().filter_map(|&k| row[k].parse().ok())).collect();
        let shape = if numeric.len() == 1 { vec![rows.len()] } else { vec![rows.len(), numeric.len()] };
        let array = Array::new(shape, whole_or_not(values))?;
        arrays.push(Found { name: stem.to_owned(), array, stimuli: Vec::new(), classes: Vec::new() });
    }
    arrays.extend(labels);
    arrays.iter_mut().for_each(|found| found.stimuli.clone_from(&stimuli));
    Ok(arrays)
}

/// Tabs where the first line has one, else spaces.
pub(super) fn delimiter_of_text(bytes: &[u8]) -> u8 {
    let first = bytes.split(|&byte| byte == b'\n').next().unwrap_or_default();
    if first.contains(&b'\t') { b'\t' } else { b' ' }
}

/// A column of whole numbers is one of labels as well; whether it is meant so, its use tells.
fn whole_or_not(values: Vec<f64>) -> Values {
    let is_whole = values.iter().all(|value| value.fract() == 0.0 && value.abs() < 9e15);
    if is_whole {
        Values::I64(values.iter().map(|&value| value as i64).collect())
    } else {
        Values::F64(values)
    }
}

fn rows_of(stem: &str, bytes: &[u8], delimiter: u8) -> Result<Vec<Vec<String>>> {
    let wrong = |what: String| Error::Recipe(format!("{stem} was to be read as a table, but {what}"));
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .delimiter(delimiter)
        .trim(csv::Trim::All)
        .from_reader(bytes);
    let mut rows = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|error| {
            wrong(format!(
                "its text cannot be split: {error}; check quotes and that every row has as many columns"
            ))
        })?;
        rows.push(record.iter().map(str::to_owned).collect());
    }
    if rows.is_empty() {
        return Err(wrong("it holds no row; give one row a stimulus".to_owned()));
    }
    Ok(rows)
}
