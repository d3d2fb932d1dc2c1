//! One array predicted from another.

use analysis::{RidgeSteps, k_fold};

use super::Shelf;
use crate::host::Stage;
use crate::{Caption, Column, Error, Figure, Host, Result, Table, TableValue};

/// Penalties among which the inner folds choose: a decade apart, from almost none to almost nothing left.
const ALPHAS: [f64; 10] = [1e-2, 1e-1, 1.0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7];
/// Rows of the table; how many were left out is said.
const MOST_ROWS: usize = 2_000;

/// R² and correlation of each target on stimuli that its fit did not see.
pub(super) async fn figures<H: Host>(
    shelf: &Shelf,
    [array, targets]: [&str; 2],
    n_folds: usize,
    seed: u64,
    stage: &mut Stage<'_, H>,
) -> Result<Vec<Figure>> {
    stage.step(0, 1).await?;
    let (x, y) = (shelf.activations(array)?, shelf.activations(targets)?);
    let at = |source| Error::Analysis { site: format!("{targets} from {array}"), source };
    let folds = k_fold(x.n_stimuli(), n_folds, Some(seed)).map_err(at)?;
    let mut steps = RidgeSteps::new(&x, &y, &ALPHAS, &folds, true).map_err(at)?;
    let n_steps = steps.n_left();
    while steps.n_left() > 0 {
        stage.step(n_steps - steps.n_left(), n_steps).await?;
        steps.advance().map_err(at)?;
    }
    let found = steps.finish().map_err(at)?;
    let n_targets = found.n_targets;
    let alphas_of = |target: usize| -> f64 {
        let mut chosen: Vec<f64> = found.alphas.chunks_exact(n_targets).map(|fold| fold[target]).collect();
        chosen.sort_by(f64::total_cmp);
        chosen[chosen.len() / 2]
    };
    let rows: Vec<Vec<TableValue>> = (0..n_targets.min(MOST_ROWS))
        .map(|target| {
            vec![
                TableValue::Number(target as f64),
                TableValue::Number(found.r2_pooled[target]),
                TableValue::Number(found.pearson_pooled[target]),
                TableValue::Number(alphas_of(target)),
            ]
        })
        .collect();
    let mut sorted = found.r2_pooled.clone();
    sorted.sort_by(f64::total_cmp);
    let median = f64::midpoint(sorted[(n_targets - 1) / 2], sorted[n_targets / 2]);
    let n_above = sorted.iter().filter(|&&r2| r2 > 0.0).count();
    let finding = format!(
        "{array} predicts {n_above} of {n_targets} targets of {targets} better than their mean does; the median R² is {median:.3}."
    );
    let shown = if n_targets > rows.len() {
        format!(" The first {} targets are listed.", rows.len())
    } else {
        String::new()
    };
    let column = |name: &str| Column { name: name.to_owned(), unit: String::new() };
    Ok(vec![Figure::Table(Table {
        caption: Caption {
            id: "encoding".to_owned(),
            alt: format!("Table of {n_targets} targets with R², correlation and penalty. {finding}"),
            finding,
            about: format!(
                "Ridge regression with an unpenalised intercept, units as they are; {n_folds} folds shuffled with seed {seed}; for each target the penalty is chosen among ten (0.01 to 10,000,000) by the other folds (nested cross-validation). R² and Pearson's r of all held-out predictions together.{shown}"
            ),
            unit: "R²".to_owned(),
            n: found.n_stimuli,
        },
        title: format!("{targets} predicted from {array}"),
        columns: ["target", "R²", "Pearson's r", "median alpha"].map(column).to_vec(),
        rows,
    })])
}
