//! Analyses of plain arrays, for the terminal and the console.

use std::str::FromStr;

use analysis::{Activations, Direction, Distance, Input, Rdm, Takes};
use formats::{Array, Values};
use serde::Serialize;
use ts_rs::TS;

use crate::own::{DECODERS, MAPS, NOISE_DISTANCES, TRANSFORMS, estimators, groupings, takes_distances};
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
    /// `activations` or `rdms`; absent for what takes one array.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub takes: Option<String>,
    /// What a reader must know to trust its number.
    pub card: MetricCard,
}

/// What a reader must know of a measure to trust its number.
#[derive(Clone, Debug, Default, PartialEq, Serialize, TS)]
pub struct MetricCard {
    /// What people call it.
    pub title: String,
    /// The formula, in TeX.
    pub formula: String,
    /// Paper and equation.
    pub source: String,
    /// From where to where, with the unit if there is one.
    pub range: String,
    /// What larger numbers mean.
    pub larger_is: String,
    /// What may be done to the input without a change of the number.
    pub unchanged_by: Vec<String>,
    /// When the number misleads.
    pub fails: String,
}

/// What can be chosen by name for arrays.
#[derive(Clone, Debug, Serialize, TS)]
pub struct AnalysisList {
    /// Of two arrays.
    pub measures: Vec<Choice>,
    /// Between stimuli.
    pub distances: Vec<Choice>,
    /// Of one array.
    pub summaries: Vec<Choice>,
    /// Ways to read classes from an array.
    pub decoders: Vec<Choice>,
    /// Ways to estimate the mutual information of two arrays.
    pub estimators: Vec<Choice>,
    /// Ways to put stimuli into groups.
    pub groupings: Vec<Choice>,
    /// Ways to lay stimuli out in the plane.
    pub maps: Vec<Choice>,
    /// Between conditions that were measured several times.
    pub noise_distances: Vec<Choice>,
    /// What may be done to the distances of an RDM.
    pub transforms: Vec<Choice>,
    /// Numbers that tasks give beside what was chosen by name.
    pub further: Vec<Choice>,
}

/// The names of [`AnalysisList::further`].
const FURTHER: [&str; 11] = [
    "probe_selectivity",
    "codelength_online_bits",
    "codelength_compression",
    "banded_ridge_encoding_r2_pooled",
    "variance_partition_r2_pooled",
    "noise_ceiling_r2_of_mean",
    "two_versus_two_cosine",
    "rsa_regression_nnls",
    "vietoris_rips_barcode",
    "dirichlet_energy",
    "dirichlet_energy_normalised",
];

fn choice(name: &str, about: &str, takes: Option<Takes>) -> Choice {
    let takes = takes.map(|takes| match takes {
        Takes::Activations => "activations".to_owned(),
        Takes::Rdms => "rdms".to_owned(),
    });
    Choice { name: name.to_owned(), about: about.to_owned(), takes, card: card(name) }
}

/// The card of a name; a test of `analysis` sees to it that every name has one.
fn card(name: &str) -> MetricCard {
    analysis::card_of(name).map_or_else(
        |_| MetricCard::default(),
        |card| MetricCard {
            title: card.title.to_owned(),
            formula: card.formula.to_owned(),
            source: card.source.to_owned(),
            range: card.range.to_owned(),
            larger_is: match card.direction {
                Direction::Likeness => "more alike",
                Direction::Distance => "further apart",
                Direction::Amount => "more of it",
            }
            .to_owned(),
            unchanged_by: card.unchanged_by.iter().map(|&change| change.to_owned()).collect(),
            fails: card.fails.to_owned(),
        },
    )
}

/// All measures that compare two arrays.
pub fn list_measures() -> Vec<Choice> {
    analysis::measures().map(|m| choice(m.name, m.about, Some(m.takes()))).collect()
}

/// All distances of an RDM.
pub fn list_distances() -> Vec<Choice> {
    analysis::DISTANCES.iter().map(|d| choice(d.name, d.about, None)).collect()
}

/// All numbers for one array.
pub fn list_summaries() -> Vec<Choice> {
    analysis::summaries().map(|s| choice(s.name, s.about, None)).collect()
}

/// All that arrays can be analysed by.
pub fn list_analyses() -> AnalysisList {
    AnalysisList {
        measures: list_measures(),
        distances: list_distances(),
        summaries: list_summaries(),
        decoders: DECODERS.iter().map(|(name, about)| choice(name, about, None)).collect(),
        estimators: estimators().map(|m| choice(m.name, m.about, Some(m.takes()))).collect(),
        groupings: groupings()
            .map(|(name, about, takes_rdm)| choice(name, about, takes_rdm.then_some(Takes::Rdms)))
            .collect(),
        maps: MAPS
            .iter()
            .map(|(name, about)| choice(name, about, takes_distances(name).then_some(Takes::Rdms)))
            .collect(),
        noise_distances: NOISE_DISTANCES.iter().map(|(name, about)| choice(name, about, None)).collect(),
        transforms: TRANSFORMS.iter().map(|(name, about)| choice(name, about, None)).collect(),
        further: FURTHER.iter().map(|name| further(name)).collect(),
    }
}

/// What has a card and no other description.
fn further(name: &str) -> Choice {
    let card = card(name);
    Choice { name: name.to_owned(), about: card.title.clone(), takes: None, card }
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
