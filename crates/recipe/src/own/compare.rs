//! Every array with every other.

use std::str::FromStr;

use analysis::{Cka, CkaLayers, Distance, Input, Measure, Takes};

use super::Shelf;
use crate::host::Stage;
use crate::{Entries, Error, Figure, Host, Result, figures};

/// The matrix of a measure between arrays.
pub(super) async fn figure<H: Host>(
    shelf: &Shelf,
    arrays: &[String],
    measure: &str,
    distance: &str,
    stage: &mut Stage<'_, H>,
) -> Result<Vec<Figure>> {
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
    let n_stimuli = shelf.card(&arrays[0])?.n_stimuli;
    let values = match Cka::from_str(measure) {
        Ok(variant) if CkaLayers::fit(n_stimuli, n) => aligned(shelf, arrays, variant, stage).await?,
        _ => compared(shelf, arrays, found, kind, stage).await?,
    };
    let mut heatmap = figures::similarity(arrays, values, measure, distance, n_stimuli);
    heatmap.entries = Entries::Arrays;
    heatmap.caption.alt = heatmap.caption.alt.replace("between sites in forward order", "between arrays");
    Ok(vec![Figure::Heatmap(heatmap)])
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

/// Any measure, a pair at a time.
async fn compared<H: Host>(
    shelf: &Shelf,
    arrays: &[String],
    measure: &Measure,
    distance: Distance,
    stage: &mut Stage<'_, H>,
) -> Result<Vec<f64>> {
    let n = arrays.len();
    let mut inputs: Vec<Input> = Vec::new();
    for name in arrays {
        stage.step(inputs.len(), 2 * n).await?;
        inputs.push(match measure.takes() {
            Takes::Activations => shelf.activations(name)?.into(),
            Takes::Rdms => shelf.rdm(name, distance)?.into(),
        });
    }
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
