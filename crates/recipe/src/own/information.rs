//! How much two variables tell of each other.

use analysis::{compare, find_measure, measures, permutation_test};

use super::Shelf;
use crate::host::Stage;
use crate::{Caption, Error, Figure, Host, Intervals, Result};

/// What the names of the estimators begin with.
const ESTIMATOR: &str = "mi_";
/// Orders of the samples for the p-value.
const N_PERMUTATIONS: usize = 199;

/// The names of the estimators.
pub(crate) fn estimators() -> impl Iterator<Item = &'static analysis::Measure> {
    measures().filter(|measure| measure.name.starts_with(ESTIMATOR))
}

/// The estimate, and what it is for samples in random order.
pub(super) async fn figures<H: Host>(
    shelf: &Shelf,
    [x, y]: [&str; 2],
    estimator: &str,
    seed: u64,
    stage: &mut Stage<'_, H>,
) -> Result<Vec<Figure>> {
    stage.step(0, 1).await?;
    let at = |source| Error::Analysis { site: format!("{x} and {y}"), source };
    if !estimators().any(|measure| measure.name == estimator) {
        let known: Vec<&str> = estimators().map(|measure| measure.name).collect();
        return Err(Error::Recipe(format!(
            "there is no estimator of information named \"{estimator}\"; the known ones are {}",
            known.join(", ")
        )));
    }
    let measure = find_measure(estimator).map_err(at)?;
    let (first, second) = (shelf.activations(x)?, shelf.activations(y)?);
    let n = first.n_stimuli();
    let first = first.into();
    let test = permutation_test(n, N_PERMUTATIONS, seed, |order| {
        let rows = order.iter().flat_map(|&row| second.row(row).to_vec()).collect();
        let shuffled = analysis::Activations::new(rows, n, second.n_units())?;
        compare(measure, &first, &shuffled.into())
    })
    .map_err(at)?;
    let by_chance = test.permuted.iter().sum::<f64>() / test.permuted.len() as f64;
    let unit = if estimator.ends_with("bits") { "bits" } else { "nats" };
    let finding = format!(
        "{x} and {y} share {:.3} {unit} by {estimator}; in random order {by_chance:.3} (p = {:.3}).",
        test.observed, test.p_value
    );
    Ok(vec![Figure::Intervals(Intervals {
        caption: Caption {
            id: "information".to_owned(),
            alt: format!("Mutual information beside its mean in random order. {finding}"),
            finding,
            about: format!(
                "{} Random order: mean of {N_PERMUTATIONS} orders of the samples of {y}, seed {seed}; p one-sided.",
                measure.about
            ),
            unit: unit.to_owned(),
            n,
        },
        title: format!("What {x} and {y} share"),
        labels: vec!["as they are".to_owned(), "in random order".to_owned()],
        values: vec![test.observed, by_chance],
        intervals: Vec::new(),
        notes: vec![format!("p = {:.3}", test.p_value), String::new()],
        x_name: format!("mutual information ({unit})"),
        band: None,
        baseline: Some(0.0),
    })])
}
