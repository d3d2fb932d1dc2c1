//! Every array with every other.

use std::str::FromStr;

use analysis::{Cka, CkaLayers, Distance, Input, Measure, Takes};

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
    let n_stimuli = shelf.card(&arrays[0])?.n_stimuli;
    let values = match Cka::from_str(measure) {
        Ok(variant) if CkaLayers::fit(n_stimuli, arrays.len()) => {
            aligned(shelf, arrays, variant, stage).await?
        }
        _ => compared(&read(shelf, arrays, found, kind, stage).await?, arrays, found, stage).await?,
    };
    let intervals = if has_intervals {
        let inputs = read(shelf, arrays, found, kind, stage).await?;
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

/// Linear CKA of all arrays, each of which is taken up once.
async fn aligned<H: Host>(
    shelf: &Shelf,
    arrays: &[String],
    variant: Cka,
    stage: &mut Stage<'_, H>,
) -> Result<Vec<f64>> {
    let mut layers = CkaLayers::new(variant);
    for (step, name) in arrays.iter().enumerate() {
        stage.step(step, arrays.len()).await?;
        let pair = if step == 0 { name.clone() } else { format!("{} and {name}", arrays[0]) };
        let added = layers.add(&shelf.activations(name)?);
        added.map_err(|source| Error::Analysis { site: pair, source })?;
    }
    Ok(layers.matrix())
}

/// What a measure takes, of each array.
async fn read<H: Host>(
    shelf: &Shelf,
    arrays: &[String],
    measure: &Measure,
    distance: Distance,
    stage: &mut Stage<'_, H>,
) -> Result<Vec<Input>> {
    let mut inputs: Vec<Input> = Vec::new();
    for name in arrays {
        stage.step(inputs.len(), 2 * arrays.len()).await?;
        inputs.push(match measure.takes() {
            Takes::Activations => shelf.activations(name)?.into(),
            Takes::Rdms => shelf.rdm(name, distance)?.into(),
        });
    }
    Ok(inputs)
}

/// Any measure, a pair at a time.
async fn compared<H: Host>(
    inputs: &[Input],
    arrays: &[String],
    measure: &Measure,
    stage: &mut Stage<'_, H>,
) -> Result<Vec<f64>> {
    let n = arrays.len();
    let mut values = vec![0.0; n * n];
    for i in 0..n {
        for j in 0..n {
            stage.step(n * n + i * n + j, 2 * n * n).await?;
            let pair = if i == j { arrays[i].clone() } else { format!("{} and {}", arrays[i], arrays[j]) };
            values[i * n + j] = analysis::compare(measure, &inputs[i], &inputs[j])
                .map_err(|source| Error::Analysis { site: pair, source })?;
        }
    }
    Ok(values)
}
