//! The RDM of an array: between stimuli, or between conditions that were measured several times.

use std::str::FromStr;

use analysis::{Activations, Distance, Labels, Rdm};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::noise::{self, NOISE_DISTANCES, Noise};
use super::{Shelf, Transform, topology};
use crate::host::Stage;
use crate::{Error, Figure, Host, Result, figures};

/// The RDM of an array.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RdmTask {
    /// Activations, or an RDM or labels, which the distance leaves as they are.
    pub array: String,
    /// The condition of each row; without them every row is a stimulus of its own.
    #[serde(default)]
    pub labels: Option<String>,
    /// Runs: partitions whose noise is independent, which `crossnobis` needs.
    #[serde(default)]
    pub groups: Option<String>,
    /// The distance's exact name: one between stimuli, or one that knows of noise.
    pub distance: String,
    /// How the covariance of the noise is estimated; only distances that know of noise use it.
    pub noise: Noise,
    /// What is done to the distances afterwards.
    #[serde(default)]
    pub transform: Option<Transform>,
    /// Whether components and loops are counted at each threshold, too.
    pub has_topology: bool,
}

/// A heat map of the RDM, and with `has_topology` its Betti curves.
pub(super) async fn figures<H: Host>(
    shelf: &Shelf,
    task: &RdmTask,
    stage: &mut Stage<'_, H>,
) -> Result<Vec<Figure>> {
    let n_steps = 3;
    stage.step(0, n_steps).await?;
    let made = make(shelf, task)?;
    stage.step(1, n_steps).await?;
    let (rdm, transformed) = match &task.transform {
        None => (made.rdm, None),
        Some(transform) => {
            let at = |source| Error::Analysis { site: task.array.clone(), source };
            (transform.apply(&made.rdm).map_err(at)?, Some(transform))
        }
    };
    let name = transformed.map_or(task.distance.as_str(), |transform| transform.name());
    let after = transformed.map_or(String::new(), |transform| format!(" Then {}.", transform.in_words()));
    let about =
        format!("Representational dissimilarity matrix (RDM) of {}: {}{after}", task.array, made.about);
    let mut heatmap = figures::distances(&task.array, &rdm, &made.names, name, about);
    heatmap.caption.n = made.n_rows;
    let mut shown = vec![Figure::Heatmap(heatmap)];
    if task.has_topology {
        stage.step(2, n_steps).await?;
        shown.extend(topology::figures(&task.array, &rdm, name, made.n_rows)?);
    }
    Ok(shown)
}

/// An RDM before any transform.
struct Made {
    rdm: Rdm,
    /// What its rows are called.
    names: Vec<String>,
    /// How many rows were measured.
    n_rows: usize,
    about: String,
}

fn make(shelf: &Shelf, task: &RdmTask) -> Result<Made> {
    let RdmTask { array, labels, groups, distance, .. } = task;
    let at = |source| Error::Analysis { site: array.clone(), source };
    let n_rows = shelf.card(array)?.n_stimuli;
    if let Some((_, about)) = NOISE_DISTANCES.iter().find(|(name, _)| name == distance) {
        let Some(conditions) = labels else {
            return Err(Error::Recipe(format!(
                "{distance} is a distance between conditions that were measured several times, but no conditions were given; choose the labels of the rows of {array}, or a distance between stimuli"
            )));
        };
        let runs = groups.as_deref().map(|name| shelf.labels(name)).transpose()?;
        let x = shelf.activations(array)?;
        let classes = shelf.labels(conditions)?;
        let (rdm, said) = noise::rdm(&x, &classes, runs.as_ref(), distance, task.noise).map_err(at)?;
        let names = condition_names(shelf, conditions)?;
        let of_runs = groups.as_deref().map_or(String::new(), |runs| format!(" in the runs of {runs}"));
        let about = format!(
            "{about} {} conditions of {conditions}, measured in {n_rows} rows{of_runs}. {said}",
            names.len()
        );
        return Ok(Made { rdm, names, n_rows, about });
    }
    let kind = Distance::from_str(distance)
        .map_err(|source| Error::Analysis { site: "distance".to_owned(), source })?;
    let about = figures::about_distance(kind);
    match labels {
        None => {
            let names = shelf.stimulus_names(array)?;
            Ok(Made { rdm: shelf.rdm(array, kind)?, names, n_rows, about: about.to_owned() })
        }
        Some(conditions) => {
            let x = shelf.activations(array)?;
            let means = means(&x, &shelf.labels(conditions)?).map_err(at)?;
            let names = condition_names(shelf, conditions)?;
            let about = format!(
                "{about} Between the means of {} conditions of {conditions}, measured in {n_rows} rows.",
                names.len()
            );
            Ok(Made { rdm: analysis::rdm(&means, kind).map_err(at)?, names, n_rows, about })
        }
    }
}

/// What the conditions are called, in the order of their numbers.
fn condition_names(shelf: &Shelf, labels: &str) -> Result<Vec<String>> {
    let mut numbers = shelf.whole_numbers(labels)?;
    numbers.sort_unstable();
    numbers.dedup();
    shelf.class_names(labels, &numbers)
}

/// The mean over the rows of each condition, `[n_conditions, n_units]`.
pub(super) fn means(x: &Activations<f64>, conditions: &Labels) -> Result<Activations<f64>, analysis::Error> {
    let n_units = x.n_units();
    let counts = conditions.counts();
    let mut sums = vec![0.0; counts.len() * n_units];
    for (row, &condition) in conditions.classes().iter().enumerate() {
        let sum = &mut sums[condition * n_units..][..n_units];
        sum.iter_mut().zip(x.row(row)).for_each(|(sum, value)| *sum += value);
    }
    for (sum, &count) in sums.chunks_exact_mut(n_units).zip(&counts) {
        sum.iter_mut().for_each(|sum| *sum /= count as f64);
    }
    Activations::new(sums, counts.len(), n_units)
}
