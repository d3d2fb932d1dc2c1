//! Which mixture of model RDMs comes nearest to a reference, and what each model adds to the others.

use std::str::FromStr;

use analysis::{Distance, Error as Refused, Rdm, permutation_test, rsa_regression};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Shelf;
use crate::host::Stage;
use crate::{Caption, Column, Error, Figure, Host, Result, Table, TableValue};

/// A reference RDM as a mixture of model RDMs.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RegressionTask {
    /// Models: activations, RDMs, or labels.
    pub arrays: Vec<String>,
    /// What is explained: activations, an RDM, or an RDM a subject, of which the mean is taken.
    pub reference: String,
    /// Distance by which activations become RDMs.
    pub distance: String,
    /// Orders of a model's stimuli for the p-value of what it adds; 0 for none.
    pub n_permutations: usize,
}

/// How well models explain the reference together.
struct Fitted {
    /// The weight of each model, then of the constant.
    weights: Vec<f64>,
    r2: f64,
}

/// What a model is worth.
struct Worth {
    weight: f64,
    r2_alone: f64,
    r2_unique: f64,
    p_value: Option<f64>,
}

/// A table of the models' weights, what each explains alone and what only it explains.
pub(super) async fn figures<H: Host>(
    shelf: &Shelf,
    task: &RegressionTask,
    seed: u64,
    stage: &mut Stage<'_, H>,
) -> Result<Vec<Figure>> {
    let RegressionTask { arrays, reference, distance, n_permutations } = task;
    let at = |place: &str| {
        let site = place.to_owned();
        move |source: Refused| Error::Analysis { site, source }
    };
    let kind = Distance::from_str(distance).map_err(at("distance"))?;
    let subjects = shelf.rdms(reference, kind)?;
    let target = mean(&subjects).map_err(at(reference))?;
    let models = arrays.iter().map(|name| shelf.rdm(name, kind)).collect::<Result<Vec<_>>>()?;
    let all: Vec<&Rdm> = models.iter().collect();
    let together = fit(&target, &all).map_err(at(reference))?;
    let mut worths = Vec::new();
    for (place, name) in arrays.iter().enumerate() {
        stage.step(place, arrays.len()).await?;
        let others: Vec<&Rdm> =
            all.iter().enumerate().filter(|(other, _)| *other != place).map(|(_, &rdm)| rdm).collect();
        let r2_without = fit(&target, &others).map_err(at(name))?.r2;
        let p_value = match n_permutations {
            0 => None,
            &n => Some(p_value(&target, &all, place, n, seed).map_err(at(name))?),
        };
        worths.push(Worth {
            weight: together.weights[place],
            r2_alone: fit(&target, &[all[place]]).map_err(at(name))?.r2,
            r2_unique: together.r2 - r2_without,
            p_value,
        });
    }
    Ok(vec![Figure::Table(table(task, &worths, &together, [target.n_stimuli(), subjects.len()], seed))])
}

fn table(
    task: &RegressionTask,
    worths: &[Worth],
    together: &Fitted,
    [n, n_subjects]: [usize; 2],
    seed: u64,
) -> Table {
    let RegressionTask { arrays, reference, distance, n_permutations } = task;
    let best = (0..worths.len()).max_by(|&a, &b| worths[a].r2_unique.total_cmp(&worths[b].r2_unique));
    let adds = best.map_or(String::new(), |best| {
        let tested = worths[best].p_value.map_or(String::new(), |p| format!(", p = {p:.3}"));
        match arrays.len() {
            1 => String::new(),
            _ => format!(
                "; {} adds most that no other does ({:.3}{tested})",
                arrays[best], worths[best].r2_unique
            ),
        }
    });
    let finding = format!(
        "{} explain{} R² = {:.3} of the distances of {reference}{adds}.",
        match arrays.as_slice() {
            [only] => only.clone(),
            _ => format!("The {} models together", arrays.len()),
        },
        if arrays.len() == 1 { "s" } else { "" },
        together.r2
    );
    let is_tested = *n_permutations > 0;
    let mut rows: Vec<Vec<TableValue>> = arrays
        .iter()
        .zip(worths)
        .map(|(name, worth)| {
            let mut row = vec![
                TableValue::Word(name.clone()),
                TableValue::Number(worth.weight),
                TableValue::Number(worth.r2_alone),
                TableValue::Number(worth.r2_unique),
            ];
            row.extend(worth.p_value.map(TableValue::Number));
            row
        })
        .collect();
    let mut constant =
        vec![TableValue::Word("a constant".to_owned()), TableValue::Number(together.weights[arrays.len()])];
    constant.resize(if is_tested { 5 } else { 4 }, TableValue::Word("–".to_owned()));
    rows.push(constant);
    let mut names = vec!["model", "weight", "R² alone", "unique R²"];
    if is_tested {
        names.push("p of what it adds");
    }
    let column = |name: &&str| Column { name: (*name).to_owned(), unit: String::new() };
    let of_subjects = match n_subjects {
        1 => String::new(),
        n_subjects => format!(" The mean of {n_subjects} RDMs is explained."),
    };
    let tested = if is_tested {
        format!(
            " p: one-sided, {n_permutations} orders of that model's stimuli with the others as they are, seed {seed}; not corrected for the number of models."
        )
    } else {
        String::new()
    };
    Table {
        caption: Caption {
            id: "rsa_regression".to_owned(),
            alt: format!("Table of {} models with weight, R² alone and unique R². {finding}", arrays.len()),
            finding,
            about: format!(
                "rsa_regression_nnls: the mixture of the models and a constant, no weight below 0, that is nearest to the RDM of {reference} by least squares; RDMs by {distance} distance, labels as 0 within a class and 1 between.{of_subjects} R² alone: of the model and a constant; unique R²: what is lost without the model. Fitted and judged on the same pairs of stimuli.{tested}"
            ),
            unit: "R²".to_owned(),
            n,
        },
        title: format!("{reference} as a mixture of models"),
        columns: names.iter().map(column).collect(),
        rows,
    }
}

/// The models and a constant; R² 1 − Σ(d − mixture)² / Σ(d − mean)². More models never explain less.
fn fit(target: &Rdm, models: &[&Rdm]) -> Result<Fitted, Refused> {
    let n_pairs = target.upper().len();
    let constant = Rdm::from_upper(vec![1.0; n_pairs], target.n_stimuli())?;
    let all: Vec<&Rdm> = models.iter().copied().chain([&constant]).collect();
    let found = rsa_regression(target, &all)?;
    let mean = target.upper().iter().sum::<f64>() / n_pairs as f64;
    let total: f64 = target.upper().iter().map(|d| (d - mean) * (d - mean)).sum();
    Ok(Fitted { r2: 1.0 - found.residual * found.residual / total, weights: found.weights })
}

/// Whether the model in `place` explains more than with its stimuli in another order, the other models as they are.
fn p_value(
    target: &Rdm,
    models: &[&Rdm],
    place: usize,
    n_permutations: usize,
    seed: u64,
) -> Result<f64, Refused> {
    let n = target.n_stimuli();
    let test = permutation_test(n, n_permutations, seed, |order| {
        let upper = (0..n).flat_map(|i| (i + 1..n).map(move |j| (i, j)));
        let shuffled = upper.map(|(i, j)| models[place].get(order[i], order[j])).collect();
        let shuffled = Rdm::from_upper(shuffled, n)?;
        let mut all = models.to_vec();
        all[place] = &shuffled;
        fit(target, &all).map(|fitted| fitted.r2)
    })?;
    Ok(test.p_value)
}

fn mean(rdms: &[Rdm]) -> Result<Rdm, Refused> {
    let n_stimuli = rdms.first().map_or(0, Rdm::n_stimuli);
    let n_pairs = rdms.first().map_or(0, |rdm| rdm.upper().len());
    let of_pair = |pair: usize| rdms.iter().map(|rdm| rdm.upper()[pair]).sum::<f64>() / rdms.len() as f64;
    Rdm::from_upper((0..n_pairs).map(of_pair).collect(), n_stimuli)
}
