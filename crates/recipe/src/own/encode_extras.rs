//! What beside R² is asked of predictions: what each array alone explains, and whether stimuli can be told apart.

use analysis::{Activations, Error as Refused, Folds, VariancePartition, two_versus_two, variance_partition};

use super::encode::{ALPHAS, Question, median};
use crate::{Caption, Column, Figure, Intervals, Table, TableValue};

/// The parts of R² that one array alone and several together explain.
pub(super) fn partition(
    question: &Question<'_>,
    spaces: &[&Activations<f64>],
    y: &Activations<f64>,
    folds: &Folds,
) -> Result<Figure, Refused> {
    let VariancePartition { sets, r2, parts, n_stimuli, n_targets } =
        variance_partition(spaces, y, &ALPHAS, folds, !question.is_alpha_shared)?;
    let names = |set: &[usize]| -> String {
        listed(&set.iter().map(|&space| question.spaces[space]).collect::<Vec<_>>())
    };
    let mean = |values: &[f64]| values.iter().sum::<f64>() / n_targets as f64;
    let of_set = |all: &'_ [f64], set: usize| all[set * n_targets..][..n_targets].to_vec();
    let rows = sets
        .iter()
        .enumerate()
        .map(|(place, set)| {
            let (part, whole) = (of_set(&parts, place), of_set(&r2, place));
            let what = if set.len() == 1 { "only" } else { "shared by" };
            vec![
                TableValue::Word(format!("{what} {}", names(set))),
                TableValue::Number(mean(&part)),
                TableValue::Number(median(&part)),
                TableValue::Number(mean(&whole)),
            ]
        })
        .collect();
    let unique = |space: usize| mean(&of_set(&parts, (1 << space) - 1));
    let best = (0..spaces.len()).max_by(|&a, &b| unique(a).total_cmp(&unique(b))).unwrap_or(0);
    let all = mean(&of_set(&r2, sets.len() - 1));
    let finding = format!(
        "Of a mean R² of {all:.3}, {:.3} is what only {} explains, the most of any array; {:.3} is shared by all.",
        unique(best),
        question.spaces[best],
        mean(&of_set(&parts, sets.len() - 1))
    );
    let column = |name: &str| Column { name: name.to_owned(), unit: String::new() };
    Ok(Figure::Table(Table {
        caption: Caption {
            id: "partition".to_owned(),
            alt: format!("Table of {} parts of the explained variance. {finding}", sets.len()),
            finding,
            about: format!(
                "variance_partition_r2_pooled: held-out R² of ridge regressions on every set of the arrays side by side, one penalty for all units of a set, parted by inclusion and exclusion (de Heer et al. 2017); means over {n_targets} targets. Parts sum to the R² of all arrays; they may be negative."
            ),
            unit: "R²".to_owned(),
            n: n_stimuli,
        },
        title: "What each array explains".to_owned(),
        columns: ["part", "mean part", "median part", "mean R² of these arrays"].map(column).to_vec(),
        rows,
    }))
}

/// How many pairs of stimuli the predictions tell apart.
pub(super) fn pairs(
    question: &Question<'_>,
    y: &Activations<f64>,
    predictions: &Activations<f64>,
) -> Result<Figure, Refused> {
    let found = two_versus_two(y, predictions)?;
    let finding = format!(
        "The predictions tell {:.1} % of {} pairs of stimuli apart; guessing tells half.",
        100.0 * found.accuracy,
        found.n_pairs
    );
    Ok(Figure::Intervals(Intervals {
        caption: Caption {
            id: "two_versus_two".to_owned(),
            alt: format!("Two-versus-two accuracy beside chance. {finding}"),
            finding,
            about: "two_versus_two_cosine (Mitchell et al. 2008): for each pair of stimuli, whether recordings and held-out predictions matched rightly are more alike by cosine than swapped; units as they are. Pairs share stimuli, so that chance spreads more widely than that of as many coins.".to_owned(),
            unit: "accuracy".to_owned(),
            n: found.n_stimuli,
        },
        title: format!("Two stimuli of {} told apart", question.targets[0]),
        labels: vec!["predicted".to_owned(), "by chance".to_owned()],
        values: vec![found.accuracy, 0.5],
        intervals: Vec::new(),
        notes: Vec::new(),
        x_name: "share of pairs, accuracy".to_owned(),
        band: None,
        baseline: Some(0.5),
    }))
}

/// `a, b and c`.
pub(super) fn listed(names: &[&str]) -> String {
    match names {
        [] => String::new(),
        [only] => (*only).to_owned(),
        [before @ .., last] => format!("{} and {last}", before.join(", ")),
    }
}
