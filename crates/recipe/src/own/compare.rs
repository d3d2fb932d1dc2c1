//! Every array with every other.

use std::str::FromStr;

use analysis::{Cka, CkaLayers, Distance, Gram, Input, Measure, Takes};

use super::Shelf;
use crate::host::Stage;
use crate::intervals::{self, Compared, Inputs, Way};
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
        // Linear CKA needs no more than Gram matrices, however many units there are.
        let grams = Cka::from_str(measure).ok().map(|variant| (grams(&inputs), variant));
        let inputs = match &grams {
            Some((grams, variant)) => Inputs::Grams(grams, *variant),
            None => Inputs::Each(&inputs),
        };
        let (names, values) = (arrays, &values[..]);
        let compared = Compared { names, inputs, values, measure: found, n_stimuli, seed, focus: None };
        with_intervals(&compared, stage, warnings).await?
    } else {
        None
    };
    let mut heatmap = figures::similarity(arrays, values, measure, distance, n_stimuli);
    heatmap.entries = Entries::Arrays;
    heatmap.caption.alt = heatmap.caption.alt.replace("between sites in forward order", "between arrays");
    Ok(std::iter::once(Figure::Heatmap(heatmap)).chain(intervals).collect())
}

/// With more pairs a matrix is all that can be read.
const MOST_PAIRS: usize = 6;
/// Multiply-adds that intervals may take: about half a minute in a page.
const MOST_WORK: f64 = 3e10;

/// Each pair's interval; nothing, and a warning that says why, where there are too many pairs or stimuli.
async fn with_intervals<H: Host>(
    compared: &Compared<'_>,
    stage: &mut Stage<'_, H>,
    warnings: &mut Vec<String>,
) -> Result<Option<Figure>> {
    let n_pairs = compared.names.len() * (compared.names.len() - 1) / 2;
    if n_pairs > MOST_PAIRS {
        warnings.push(format!(
            "{n_pairs} pairs are shown without intervals, which are given for up to {MOST_PAIRS} pairs; choose at most four arrays for them."
        ));
        return Ok(None);
    }
    let Some(way) = Way::of(compared, MOST_WORK) else {
        warnings.push(
            "Intervals would take too long with so many stimuli and units, or there are fewer than 10 stimuli; choose fewer arrays for them.".to_owned(),
        );
        return Ok(None);
    };
    intervals::figure(compared, &way, stage, warnings).await
}

fn grams(inputs: &[Input]) -> Vec<Gram> {
    let of = |input: &Input| match input {
        Input::Activations(x) => Some(analysis::gram(x)),
        Input::Rdm(_) => None,
    };
    inputs.iter().filter_map(of).collect()
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
