//! What was understood of an array before anything runs.

use formats::{Array, Values};
use serde::Serialize;
use ts_rs::TS;

/// What an array can be used as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ArrayKind {
    /// Rows are stimuli, columns are units.
    Activations,
    /// One RDM: square, or the upper triangle as one row.
    Rdm,
    /// Several RDMs of the same stimuli, as of several subjects: `[n_rdms, n_stimuli, n_stimuli]`.
    Rdms,
    /// A whole number a stimulus.
    Labels,
    /// A number a stimulus.
    Values,
    /// Nothing that an analysis takes.
    Other,
}

/// An array on the shelf, as the page's table shows it.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ArrayCard {
    /// Name on the shelf: the file's, and after a `/` the array's own where the file has several.
    pub name: String,
    /// Length of each dimension.
    pub shape: Vec<usize>,
    /// Number format in the file, e.g. `f32`.
    pub dtype: String,
    /// What it can be used as.
    pub kind: ArrayKind,
    /// Stimuli, where it is of any use.
    pub n_stimuli: usize,
    /// NaN values.
    pub n_nan: usize,
    /// Infinite values.
    pub n_infinite: usize,
    /// SHA-256 of the shape and the numbers, in hex.
    pub sha256: String,
    /// What was understood, one sentence.
    pub understood: String,
    /// Names of the stimuli, where the file has any.
    pub stimuli: Vec<String>,
    /// Stimuli of which the columns could be all pairs, so that the rows could be RDMs as well as stimuli.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pairs_of: Option<usize>,
}

/// How far from symmetric and from a zero diagonal a square array may be to count as an RDM: as [`analysis::Rdm::from_square`].
const SQUARE_TOLERANCE: f64 = 1e-6;

/// The kind of an array, its stimuli, and the sentence about it.
pub(super) fn understand(array: &Array, numbers: &[f64]) -> (ArrayKind, usize, String) {
    let is_whole = matches!(array.values, Values::I32(_) | Values::I64(_) | Values::U8(_) | Values::Bool(_));
    match *array.shape.as_slice() {
        [n] if is_whole && n > 0 => {
            let mut classes = numbers.to_vec();
            classes.sort_by(f64::total_cmp);
            classes.dedup();
            (ArrayKind::Labels, n, format!("Labels of {n} stimuli: {} classes.", classes.len()))
        }
        [n] => match stimuli_of_pairs(n) {
            Some(stimuli) if stimuli >= 3 => (
                ArrayKind::Rdm,
                stimuli,
                format!("The upper triangle of an RDM of {stimuli} stimuli, row by row."),
            ),
            _ => (ArrayKind::Values, n, format!("One number for each of {n} stimuli.")),
        },
        [n, m] if n == m && n >= 3 && is_rdm(numbers, n) => {
            (ArrayKind::Rdm, n, format!("A square RDM of {n} stimuli."))
        }
        [n, m] => {
            (ArrayKind::Activations, n, format!("Activations: {n} stimuli (rows) × {m} units (columns)."))
        }
        [k, n, m] if n == m && n >= 3 && k > 0 && numbers.chunks_exact(n * n).all(|one| is_rdm(one, n)) => {
            (ArrayKind::Rdms, n, format!("{k} square RDMs of {n} stimuli, as of {k} subjects."))
        }
        [n, ref rest @ ..] if rest.len() > 1 => {
            let n_units: usize = rest.iter().product();
            let sizes: Vec<String> = rest.iter().map(usize::to_string).collect();
            let sizes = sizes.join(" × ");
            (
                ArrayKind::Activations,
                n,
                format!("Activations: {n} stimuli × {sizes}, read as {n_units} units."),
            )
        }
        _ => (ArrayKind::Other, 0, "A single number, of which no analysis can be made.".to_owned()),
    }
}

/// n of n (n − 1) / 2 pairs, if there is one.
pub(super) fn stimuli_of_pairs(n_pairs: usize) -> Option<usize> {
    let n = f64::midpoint(1.0, (1.0 + 8.0 * n_pairs as f64).sqrt()).round() as usize;
    (n >= 2 && n * (n - 1) / 2 == n_pairs).then_some(n)
}

fn is_rdm(square: &[f64], n: usize) -> bool {
    let largest = square.iter().fold(0.0_f64, |most, value| most.max(value.abs()));
    let tolerance = SQUARE_TOLERANCE * largest;
    let near = |a: f64, b: f64| (a - b).abs() <= tolerance;
    (0..n).all(|i| near(square[i * n + i], 0.0) && (0..i).all(|j| near(square[i * n + j], square[j * n + i])))
}

/// The number format in words.
pub(super) fn dtype(values: &Values) -> &'static str {
    match values {
        Values::F32(_) => "f32",
        Values::F64(_) => "f64",
        Values::I32(_) => "i32",
        Values::I64(_) => "i64",
        Values::U8(_) => "u8",
        Values::Bool(_) => "bool",
    }
}
