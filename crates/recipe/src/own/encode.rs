//! One array predicted from another, or from several.

use analysis::{
    Activations, Error as Refused, Folds, RepeatCeiling, RidgeEncoding, RidgeSteps, banded_ridge_encoding,
    k_fold, repeat_ceiling, simplex_weights,
};

use super::{Shelf, encode_extras};
use crate::host::Stage;
use crate::{Caption, Column, Error, Figure, Host, Result, Table, TableValue};

/// Penalties among which the inner folds choose: a decade apart, from almost none to almost nothing left.
pub(super) const ALPHAS: [f64; 10] = [1e-2, 1e-1, 1.0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7];
/// Weights of several arrays that are tried beside each alone and all evenly.
const N_RANDOM_WEIGHTS: usize = 16;
/// Rows of the table; how many were left out is said.
const MOST_ROWS: usize = 2_000;

/// What is asked for.
pub(super) struct Question<'a> {
    /// The arrays that predict, at least one.
    pub spaces: Vec<&'a str>,
    /// What is predicted: recordings, or several repeats of them.
    pub targets: Vec<&'a str>,
    pub n_folds: usize,
    pub is_alpha_shared: bool,
    pub has_pairs: bool,
    pub seed: u64,
}

impl Question<'_> {
    fn site(&self) -> String {
        format!("{} from {}", self.targets.join(", "), self.spaces.join(", "))
    }
}

/// Predictions, and what is known of the penalties and of the noise.
struct Found {
    encoding: RidgeEncoding,
    /// The weight of each space for each target, the mean over folds, `[n_targets, n_spaces]`; empty for one space.
    weights: Vec<f64>,
    ceiling: Option<RepeatCeiling>,
}

/// R² and correlation of each target on stimuli that its fit did not see; with several arrays what each explains.
pub(super) async fn figures<H: Host>(
    shelf: &Shelf,
    question: &Question<'_>,
    stage: &mut Stage<'_, H>,
) -> Result<Vec<Figure>> {
    stage.step(0, 1).await?;
    let at = |source| Error::Analysis { site: question.site(), source };
    let spaces = question.spaces.iter().map(|name| shelf.activations(name)).collect::<Result<Vec<_>>>()?;
    let repeats = question.targets.iter().map(|name| shelf.activations(name)).collect::<Result<Vec<_>>>()?;
    let ceiling = match repeats.as_slice() {
        [_] => None,
        several => Some(repeat_ceiling(&several.iter().collect::<Vec<_>>()).map_err(at)?),
    };
    let y = mean(&repeats).map_err(at)?;
    let folds = k_fold(y.n_stimuli(), question.n_folds, Some(question.seed)).map_err(at)?;
    let spaces: Vec<&Activations<f64>> = spaces.iter().collect();
    let (encoding, weights) = fit(&spaces, &y, &folds, question, stage).await?;
    let found = Found { encoding, weights, ceiling };
    let mut shown = vec![Figure::Table(table(question, &found))];
    if (2..=3).contains(&spaces.len()) {
        shown.push(encode_extras::partition(question, &spaces, &y, &folds).map_err(at)?);
    }
    if question.has_pairs {
        shown.push(encode_extras::pairs(question, &y, &found.encoding.predictions).map_err(at)?);
    }
    Ok(shown)
}

/// The fit of each fold is a step that is told.
async fn fit<H: Host>(
    spaces: &[&Activations<f64>],
    y: &Activations<f64>,
    folds: &Folds,
    question: &Question<'_>,
    stage: &mut Stage<'_, H>,
) -> Result<(RidgeEncoding, Vec<f64>)> {
    let at = |source| Error::Analysis { site: question.site(), source };
    let per_target = !question.is_alpha_shared;
    if let [only] = spaces {
        let mut steps = RidgeSteps::new(only, y, &ALPHAS, folds, per_target).map_err(at)?;
        let n_steps = steps.n_left();
        while steps.n_left() > 0 {
            stage.step(n_steps - steps.n_left(), n_steps).await?;
            steps.advance().map_err(at)?;
        }
        return Ok((steps.finish().map_err(at)?, Vec::new()));
    }
    let n_spaces = spaces.len();
    let tried = simplex_weights(n_spaces, N_RANDOM_WEIGHTS, question.seed);
    let found = banded_ridge_encoding(spaces, y, (&tried, &ALPHAS), folds, per_target).map_err(at)?;
    let of_fold = y.n_units() * n_spaces;
    let n_folds = (found.weights.len() / of_fold) as f64;
    let mean = |place| found.weights.iter().skip(place).step_by(of_fold).sum::<f64>() / n_folds;
    Ok((found.encoding, (0..of_fold).map(mean).collect()))
}

fn mean(repeats: &[Activations<f64>]) -> Result<Activations<f64>, Refused> {
    let first = &repeats[0];
    let of = |place: usize| repeats.iter().map(|one| one.data()[place]).sum::<f64>() / repeats.len() as f64;
    Activations::new((0..first.data().len()).map(of).collect(), first.n_stimuli(), first.n_units())
}

fn table(question: &Question<'_>, found: &Found) -> Table {
    let Question { spaces, targets, n_folds, is_alpha_shared, seed, .. } = question;
    let Found { encoding, weights, ceiling } = found;
    let n_targets = encoding.n_targets;
    let alphas_of = |target: usize| -> f64 {
        let mut chosen: Vec<f64> = encoding.alphas.chunks_exact(n_targets).map(|fold| fold[target]).collect();
        chosen.sort_by(f64::total_cmp);
        chosen[chosen.len() / 2]
    };
    let n_spaces = weights.len() / n_targets;
    let rows: Vec<Vec<TableValue>> = (0..n_targets.min(MOST_ROWS))
        .map(|target| {
            let mut row = vec![
                target as f64,
                encoding.r2_pooled[target],
                encoding.pearson_pooled[target],
                alphas_of(target),
            ];
            row.extend(&weights[target * n_spaces..][..n_spaces]);
            row.extend(ceiling.iter().map(|ceiling| ceiling.r2_of_mean[target]));
            row.into_iter().map(TableValue::Number).collect()
        })
        .collect();
    let mut columns: Vec<String> =
        ["target", "R²", "Pearson's r", "median alpha"].map(str::to_owned).to_vec();
    if n_spaces > 0 {
        columns.extend(spaces.iter().map(|name| format!("weight of {name}")));
    }
    columns.extend(ceiling.iter().map(|_| "most R²".to_owned()));
    let (recordings, predictors) = (targets[0], encode_extras::listed(spaces));
    let n_above = encoding.r2_pooled.iter().filter(|&&r2| r2 > 0.0).count();
    let most = ceiling.as_ref().map_or(String::new(), |ceiling| {
        format!(", where the repeats allow {:.3}", median(&ceiling.r2_of_mean))
    });
    let finding = format!(
        "{predictors} predict{} {n_above} of {n_targets} targets of {recordings} better than their mean does; the median R² is {:.3}{most}.",
        if spaces.len() == 1 { "s" } else { "" },
        median(&encoding.r2_pooled)
    );
    let shown = if n_targets > rows.len() {
        format!(" The first {} targets are listed.", rows.len())
    } else {
        String::new()
    };
    let of_targets =
        if *is_alpha_shared { "one penalty for all targets" } else { "for each target the penalty" };
    let method = if n_spaces > 0 {
        format!(
            "Banded ridge regression, each array with a penalty of its own (alpha / weight), and an unpenalised intercept, units as they are; {n_folds} folds shuffled with seed {seed}; {of_targets} is chosen among ten (0.01 to 10,000,000), and the arrays' weights among {} that sum to 1,",
            n_spaces + 1 + N_RANDOM_WEIGHTS
        )
    } else {
        format!(
            "Ridge regression with an unpenalised intercept, units as they are; {n_folds} folds shuffled with seed {seed}; {of_targets} is chosen among ten (0.01 to 10,000,000)"
        )
    };
    let repeated = ceiling.as_ref().map_or(String::new(), |ceiling| {
        format!(
            " The mean of {} repeats is predicted; most R²: noise_ceiling_r2_of_mean, what their spread leaves to any model.",
            ceiling.n_repeats
        )
    });
    Table {
        caption: Caption {
            id: "encoding".to_owned(),
            alt: format!("Table of {n_targets} targets with R², correlation and penalty. {finding}"),
            finding,
            about: format!(
                "{method} by the other folds (nested cross-validation). R² and Pearson's r of all held-out predictions together.{repeated}{shown}"
            ),
            unit: "R²".to_owned(),
            n: encoding.n_stimuli,
        },
        title: format!("{recordings} predicted from {predictors}"),
        columns: columns.into_iter().map(|name| Column { name, unit: String::new() }).collect(),
        rows,
    }
}

/// The middle of values, of which there is at least one.
pub(super) fn median(values: &[f64]) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    f64::midpoint(sorted[(sorted.len() - 1) / 2], sorted[sorted.len() / 2])
}
