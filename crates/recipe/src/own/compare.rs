//! Every array with every other.

use std::str::FromStr;

use analysis::{Distance, Input, Takes};

use super::Shelf;
use super::compare_intervals::{self, Compared};
use crate::host::Stage;
use crate::{Entries, Error, Figure, Host, Result, figures};

/// What is asked for, but for the arrays.
pub(super) struct Question<'a> {
    pub measure: &'a str,
    pub distance: &'a str,
    pub has_intervals: bool,
    pub seed: u64,
}

/// The matrix of a measure between arrays, and each pair's interval.
pub(super) async fn figures<H: Host>(
    shelf: &Shelf,
    arrays: &[String],
    question: &Question<'_>,
    stage: &mut Stage<'_, H>,
    warnings: &mut Vec<String>,
) -> Result<Vec<Figure>> {
    let Question { measure, distance, has_intervals, seed } = *question;
    if arrays.len() < 2 {
        return Err(Error::Recipe("a comparison needs at least two arrays; choose another".to_owned()));
    }
    let at = |place: &str| {
        let site = place.to_owned();
        move |source| Error::Analysis { site, source }
    };
    let found = analysis::find_measure(measure).map_err(at("measure"))?;
    let kind = Distance::from_str(distance).map_err(at("distance"))?;
    let n = arrays.len();
    let mut inputs: Vec<Input> = Vec::new();
    for name in arrays {
        stage.step(inputs.len(), 2 * n).await?;
        inputs.push(match found.takes() {
            Takes::Activations => shelf.activations(name)?.into(),
            Takes::Rdms => shelf.rdm(name, kind)?.into(),
        });
    }
    let mut values = vec![0.0; n * n];
    for i in 0..n {
        for j in 0..n {
            stage.step(n * n + i * n + j, 2 * n * n).await?;
            let pair =
                || at(&if i == j { arrays[i].clone() } else { format!("{} and {}", arrays[i], arrays[j]) });
            values[i * n + j] = analysis::compare(found, &inputs[i], &inputs[j]).map_err(pair())?;
        }
    }
    let n_stimuli = shelf.card(&arrays[0])?.n_stimuli;
    let intervals = if has_intervals {
        let compared =
            Compared { names: arrays, inputs: &inputs, values: &values, measure: found, n_stimuli, seed };
        compare_intervals::figure(&compared, stage, warnings).await?
    } else {
        None
    };
    let mut heatmap = figures::similarity(arrays, values, measure, distance, n_stimuli);
    heatmap.entries = Entries::Arrays;
    heatmap.caption.alt = heatmap.caption.alt.replace("between sites in forward order", "between arrays");
    Ok(std::iter::once(Figure::Heatmap(heatmap)).chain(intervals).collect())
}
