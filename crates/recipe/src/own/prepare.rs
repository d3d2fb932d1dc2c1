//! Recordings made ready for a decoder: trends and scales within runs, conditions left out, repeats averaged.

use analysis::{Activations, Labels};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{Error, Result};

/// What is done before decoding, in this order; each step within each group (run), or over all stimuli where there are no groups.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Prepare {
    /// The line through each unit's values in the order of the stimuli (time) is taken away.
    pub is_detrended: bool,
    /// Each unit gets mean 0 and standard deviation 1 (n in the denominator); one without variance gets 0.
    pub is_standardised: bool,
    /// Classes that are left out afterwards, such as rest: their numbers as in the labels.
    pub left_out: Vec<i64>,
    /// One pattern a class and group, the mean of its stimuli.
    pub is_averaged: bool,
}

/// Stimuli that a decoder takes.
pub(super) struct Ready {
    pub x: Activations<f64>,
    pub labels: Labels,
    pub groups: Option<Labels>,
    /// The class numbers that are left, in the order of `labels`.
    pub classes: Vec<i64>,
}

/// Does the steps. `numbers` are the labels as they came.
pub(super) fn prepare(
    x: &Activations<f64>,
    numbers: &[i64],
    groups: Option<&Labels>,
    steps: &Prepare,
) -> Result<Ready> {
    let (n, n_units) = (x.n_stimuli(), x.n_units());
    if numbers.len() != n {
        return Err(Error::Recipe(format!(
            "decoding needs a label a stimulus, but there are {} labels for {n} stimuli",
            numbers.len()
        )));
    }
    let group_of: Vec<usize> = groups.map_or_else(|| vec![0; n], |groups| groups.classes().to_vec());
    let mut data = x.data().to_vec();
    let n_groups = group_of.iter().max().map_or(0, |most| most + 1);
    for group in 0..n_groups {
        let rows: Vec<usize> = (0..n).filter(|&row| group_of[row] == group).collect();
        for unit in 0..n_units {
            let mut values: Vec<f64> = rows.iter().map(|&row| data[row * n_units + unit]).collect();
            if steps.is_detrended {
                take_line_away(&mut values);
            }
            if steps.is_standardised {
                standardise(&mut values);
            }
            rows.iter().zip(values).for_each(|(&row, value)| data[row * n_units + unit] = value);
        }
    }
    let kept: Vec<usize> = (0..n).filter(|&row| !steps.left_out.contains(&numbers[row])).collect();
    if kept.is_empty() {
        return Err(Error::Recipe(
            "decoding was asked to leave every class out; keep at least two".to_owned(),
        ));
    }
    // Each pattern: its rows, class and group.
    let mut patterns: Vec<(Vec<usize>, i64, usize)> =
        kept.into_iter().map(|row| (vec![row], numbers[row], group_of[row])).collect();
    if steps.is_averaged {
        patterns = averaged(patterns);
    }
    let mean = |(rows, ..): &(Vec<usize>, i64, usize)| -> Vec<f64> {
        let of_unit =
            |unit: usize| rows.iter().map(|row| data[row * n_units + unit]).sum::<f64>() / rows.len() as f64;
        (0..n_units).map(of_unit).collect()
    };
    let at = |source| Error::Analysis { site: "prepared stimuli".to_owned(), source };
    let n_patterns = patterns.len();
    let values: Vec<f64> = patterns.iter().flat_map(mean).collect();
    let numbers: Vec<i64> = patterns.iter().map(|pattern| pattern.1).collect();
    let of_groups: Vec<i64> = patterns.iter().map(|pattern| pattern.2 as i64).collect();
    let mut classes = numbers.clone();
    classes.sort_unstable();
    classes.dedup();
    Ok(Ready {
        x: Activations::new(values, n_patterns, n_units).map_err(at)?,
        labels: Labels::new(&numbers).map_err(at)?,
        groups: groups.map(|_| Labels::new(&of_groups)).transpose().map_err(at)?,
        classes,
    })
}

/// The rows of each class and group together, in the order of group, then class.
fn averaged(patterns: Vec<(Vec<usize>, i64, usize)>) -> Vec<(Vec<usize>, i64, usize)> {
    let mut together: std::collections::BTreeMap<(usize, i64), Vec<usize>> =
        std::collections::BTreeMap::new();
    for (rows, class, group) in patterns {
        together.entry((group, class)).or_default().extend(rows);
    }
    together.into_iter().map(|((group, class), rows)| (rows, class, group)).collect()
}

/// Least squares of the values on their place.
fn take_line_away(values: &mut [f64]) {
    let n = values.len() as f64;
    let mean = values.iter().sum::<f64>() / n;
    let middle = (n - 1.0) / 2.0;
    let place = |k: usize| k as f64 - middle;
    let along: f64 = values.iter().enumerate().map(|(k, value)| place(k) * (value - mean)).sum();
    let total: f64 = (0..values.len()).map(|k| place(k) * place(k)).sum();
    let slope = if total > 0.0 { along / total } else { 0.0 };
    values.iter_mut().enumerate().for_each(|(k, value)| *value -= mean + slope * place(k));
}

fn standardise(values: &mut [f64]) {
    let n = values.len() as f64;
    let mean = values.iter().sum::<f64>() / n;
    let deviation = (values.iter().map(|value| (value - mean).powi(2)).sum::<f64>() / n).sqrt();
    // What is left of a constant after its mean is rounding.
    let is_constant = deviation <= 1e-12 * mean.abs().max(f64::MIN_POSITIVE);
    values.iter_mut().for_each(|value| *value = if is_constant { 0.0 } else { (*value - mean) / deviation });
}
