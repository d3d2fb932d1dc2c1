//! Analyses of plain arrays, for the terminal and the console.

use std::str::FromStr;

use analysis::{Activations, Distance, Input, Rdm, Takes};
use formats::{Array, Values};
use serde::Serialize;
use ts_rs::TS;

use crate::{Error, Result};

/// A measure's value for two arrays.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct Comparison {
    /// The measure's exact name.
    pub measure: String,
    /// Its value.
    pub value: f64,
    /// Number of stimuli in each array.
    pub n_stimuli: usize,
}

/// One entry of a list to choose from.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct Choice {
    /// Exact name.
    pub name: String,
    /// One sentence: variant, range, direction, what it takes.
    pub about: String,
}

/// All measures that compare two arrays.
pub fn list_measures() -> Vec<Choice> {
    analysis::measures().map(|m| Choice { name: m.name.to_owned(), about: m.about.to_owned() }).collect()
}

/// All distances of an RDM.
pub fn list_distances() -> Vec<Choice> {
    analysis::DISTANCES
        .iter()
        .map(|d| Choice { name: d.name.to_owned(), about: d.about.to_owned() })
        .collect()
}

/// `measure` of `a` and `b`: activations `[n_stimuli, n_units]`, or for `rdm_…` measures RDMs,
/// square `[n_stimuli, n_stimuli]` or as the upper triangle row by row (rsatoolbox's order).
pub fn compare_arrays(measure: &str, a: &Array, b: &Array) -> Result<Comparison> {
    let at = |place: &str| {
        let site = place.to_owned();
        move |source| Error::Analysis { site, source }
    };
    let measure = analysis::find_measure(measure).map_err(at("measure"))?;
    let read = |array: &Array, place: &'static str| -> Result<(Input, usize)> {
        match measure.takes() {
            Takes::Activations => {
                let x = activations(array, place)?;
                let n = x.n_stimuli();
                Ok((Input::from(x), n))
            }
            Takes::Rdms => {
                let rdm = rdm_from(array, place)?;
                let n = rdm.n_stimuli();
                Ok((Input::Rdm(rdm), n))
            }
        }
    };
    let (a, n_stimuli) = read(a, "first array")?;
    let (b, _) = read(b, "second array")?;
    let value = analysis::compare(measure, &a, &b).map_err(at(measure.name))?;
    Ok(Comparison { measure: measure.name.to_owned(), value, n_stimuli })
}

/// The square RDM `[n_stimuli, n_stimuli]` in f64 of activations `[n_stimuli, n_units]`.
pub fn rdm_of_array(distance: &str, a: &Array) -> Result<Array> {
    let at = |source| Error::Analysis { site: distance.to_owned(), source };
    let kind = Distance::from_str(distance).map_err(at)?;
    let x = activations(a, "array")?;
    let rdm = analysis::rdm(&x, kind).map_err(at)?;
    Ok(Array { shape: vec![x.n_stimuli(); 2], values: Values::F64(rdm.square()) })
}

fn activations(array: &Array, place: &'static str) -> Result<Activations<f64>> {
    let [n_stimuli, n_units] = *array.shape.as_slice() else {
        return Err(Error::Recipe(format!(
            "the {place} has shape {:?}, but activations have two dimensions, [n_stimuli, n_units]; flatten or pool the rest first",
            array.shape
        )));
    };
    let numbers = array.to_f64()?;
    Activations::new(numbers, n_stimuli, n_units)
        .map_err(|source| Error::Analysis { site: place.to_owned(), source })
}

fn rdm_from(array: &Array, place: &'static str) -> Result<Rdm> {
    let at = |source| Error::Analysis { site: place.to_owned(), source };
    let numbers = array.to_f64()?;
    match *array.shape.as_slice() {
        [n, m] if n == m => Rdm::from_square(&numbers, n).map_err(at),
        [len] => {
            // n (n − 1) / 2 = len
            let n = ((1.0 + (1.0 + 8.0 * len as f64).sqrt()) / 2.0).round() as usize;
            Rdm::from_upper(numbers, n).map_err(at)
        }
        _ => Err(Error::Recipe(format!(
            "the {place} has shape {:?}, but this measure compares RDMs: square [n, n], or the upper triangle as one row; make them first with `rdm`",
            array.shape
        ))),
    }
}
