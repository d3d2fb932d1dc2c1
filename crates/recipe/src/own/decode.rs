//! Classes read from an array, on stimuli that the decoder did not see.

use analysis::{Folds, ProbeKind, Shuffle, leave_one_group_out, probe, probe_shuffled, stratified_k_fold};

use super::prepare::{Prepare, Ready, prepare};
use super::{Shelf, codelength, selectivity};
use crate::host::Stage;
use crate::{Caption, CellKind, Error, Figure, Grid, Host, Intervals, Result};

/// Penalties among which the inner folds choose, strongest first, so that of equally good ones the simplest classifier wins.
const CS: [f64; 7] = [1e-3, 1e-2, 1e-1, 1.0, 1e1, 1e2, 1e3];
const ALPHAS: [f64; 7] = [1e5, 1e4, 1e3, 1e2, 1e1, 1.0, 1e-1];

/// Orders of the labels between two looks at whether the visitor wants to go on.
const AT_ONCE: usize = 10;

/// The decoders by their exact names.
pub(crate) const DECODERS: &[(&str, &str)] = &[
    (
        "probe_logistic",
        "Multinomial logistic regression with an L2 penalty that the inner folds choose; takes activations and labels.",
    ),
    (
        "probe_ridge",
        "Ridge regression onto one target a class, with a penalty that the inner folds choose; takes activations and labels.",
    ),
    ("probe_nearest_centroid", "The class whose mean is nearest; takes activations and labels."),
    (
        "probe_correlation",
        "The class whose mean pattern correlates most with the stimulus, as in Haxby et al. 2001; takes activations (at least 3 units) and labels.",
    ),
];

/// What is asked for.
pub(super) struct Question<'a> {
    pub array: &'a str,
    pub labels: &'a str,
    pub groups: Option<&'a str>,
    pub decoder: &'a str,
    pub n_folds: usize,
    pub n_permutations: usize,
    pub prepare: Prepare,
    /// Types of stimuli for control tasks.
    pub control: Option<&'a str>,
    /// Whether the bits that tell the classes are counted, too.
    pub is_coded: bool,
    pub seed: u64,
}

fn kind(name: &str) -> Result<ProbeKind> {
    Ok(match name {
        "probe_logistic" => ProbeKind::Logistic { cs: CS.to_vec() },
        "probe_ridge" => ProbeKind::Ridge { alphas: ALPHAS.to_vec() },
        "probe_nearest_centroid" => ProbeKind::NearestCentroid,
        "probe_correlation" => ProbeKind::Correlation,
        other => {
            let known: Vec<&str> = DECODERS.iter().map(|(name, _)| *name).collect();
            return Err(Error::Recipe(format!(
                "there is no decoder named \"{other}\"; the known ones are {}",
                known.join(", ")
            )));
        }
    })
}

/// Accuracy by fold with chance, and the confusion matrix.
pub(super) async fn figures<H: Host>(
    shelf: &Shelf,
    question: &Question<'_>,
    stage: &mut Stage<'_, H>,
) -> Result<Vec<Figure>> {
    stage.step(0, 1).await?;
    let kind = kind(question.decoder)?;
    let x = shelf.activations(question.array)?;
    let groups = question.groups.map(|name| shelf.labels(name)).transpose()?;
    let ready = prepare(&x, &shelf.whole_numbers(question.labels)?, groups.as_ref(), &question.prepare)?;
    let at =
        |source| Error::Analysis { site: format!("{} from {}", question.labels, question.array), source };
    let folds = folds(&ready, question).map_err(at)?;
    let found = probe(&ready.x, &ready.labels, &folds, &kind).map_err(at)?;
    let p_value = match question.n_permutations {
        0 => None,
        n => {
            let shuffle = if ready.groups.is_some() { Shuffle::WithinFolds } else { Shuffle::Everywhere };
            let mut n_as_good = 0;
            for start in (0..n).step_by(AT_ONCE) {
                stage.step(start, n).await?;
                let asked = (start..n.min(start + AT_ONCE), shuffle, question.seed);
                let shuffled = probe_shuffled(&ready.x, &ready.labels, &folds, &kind, asked).map_err(at)?;
                n_as_good += shuffled.iter().filter(|&&accuracy| accuracy >= found.accuracy).count();
            }
            Some((1 + n_as_good) as f64 / (1 + n) as f64)
        }
    };
    let n_classes = found.n_classes;
    let tested = p_value.map_or(String::new(), |p| format!(", p = {p:.3}"));
    let finding = format!(
        "{:.1} % of {} held-out stimuli are read right; even guessing is right in {:.1} %{tested}.",
        100.0 * found.accuracy,
        found.n_stimuli,
        100.0 * found.chance_even
    );
    let about = about(question, &folds);
    let caption = |id: &str, unit: &str, alt: String| Caption {
        id: id.to_owned(),
        finding: finding.clone(),
        about: about.clone(),
        unit: unit.to_owned(),
        n: found.n_stimuli,
        alt,
    };
    let mut rows = vec![
        ("all folds".to_owned(), found.accuracy),
        ("all folds, balanced".to_owned(), found.balanced_accuracy),
    ];
    rows.extend(
        found
            .fold_accuracies
            .iter()
            .enumerate()
            .map(|(fold, &accuracy)| (format!("fold {}", fold + 1), accuracy)),
    );
    let (labels, values): (Vec<String>, Vec<f64>) = rows.into_iter().unzip();
    let names = shelf.class_names(question.labels, &ready.classes)?;
    let mut cells = Vec::new();
    for row in found.confusion.chunks_exact(n_classes) {
        let total = row.iter().sum::<usize>().max(1) as f64;
        cells.extend(row.iter().map(|&count| Some(count as f64 / total)));
    }
    let mut further = Vec::new();
    if let Some(types) = question.control {
        let asked = (question, types);
        further.push(selectivity::figure(shelf, asked, &ready, (&folds, &kind), stage).await?);
    }
    if question.is_coded {
        stage.step(0, 1).await?;
        further.push(codelength::figure(question, &ready)?);
    }
    let mut shown = vec![
        Figure::Intervals(Intervals {
            caption: caption("accuracy", "accuracy", format!("Accuracy of each fold. {finding}")),
            title: format!("{} read from {}", question.labels, question.array),
            labels,
            values,
            intervals: Vec::new(),
            notes: Vec::new(),
            x_name: "accuracy".to_owned(),
            band: None,
            baseline: Some(found.chance_even),
        }),
        Figure::Grid(Grid {
            caption: caption(
                "confusion",
                "share of the class",
                format!(
                    "{n_classes} by {n_classes} matrix of the share of each class (row) that was read as each class (column). {finding}"
                ),
            ),
            title: "What was read as what".to_owned(),
            rows: names.clone(),
            columns: names,
            row_axis: "class".to_owned(),
            column_axis: "read as".to_owned(),
            values: cells,
            domain: [0.0, 1.0],
            is_diverging: false,
            cell: CellKind::Other,
        }),
    ];
    shown.extend(further);
    Ok(shown)
}

fn folds(ready: &Ready, question: &Question<'_>) -> Result<Folds, analysis::Error> {
    match &ready.groups {
        Some(groups) => leave_one_group_out(groups),
        None => stratified_k_fold(&ready.labels, question.n_folds, Some(question.seed)),
    }
}

fn about(question: &Question<'_>, folds: &Folds) -> String {
    let n_folds = folds.n_folds();
    let parted = match question.groups {
        Some(groups) => format!("one of {n_folds} groups of {groups} left out at a time"),
        None => format!("{n_folds} stratified folds, shuffled with seed {}", question.seed),
    };
    let Prepare { is_detrended, is_standardised, left_out, is_averaged } = &question.prepare;
    let mut steps = Vec::new();
    let within = if question.groups.is_some() { "within each group" } else { "over all stimuli" };
    if *is_detrended {
        steps.push(format!("linear trend taken away {within}"));
    }
    if *is_standardised {
        steps.push(format!("units standardised {within}"));
    }
    if !left_out.is_empty() {
        let numbers: Vec<String> = left_out.iter().map(i64::to_string).collect();
        steps.push(format!("class {} left out", numbers.join(", ")));
    }
    if *is_averaged {
        steps.push(format!("stimuli of a class averaged {within}"));
    }
    let before = if steps.is_empty() { String::new() } else { format!(" Before: {}.", steps.join(", ")) };
    let tested = match question.n_permutations {
        0 => String::new(),
        n => format!(
            " p: {n} orders of the labels{}, seed {}.",
            if question.groups.is_some() { " within groups" } else { "" },
            question.seed
        ),
    };
    format!("{}: {parted}; accuracy of all held-out predictions together.{before}{tested}", question.decoder)
}
