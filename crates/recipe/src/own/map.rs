//! Stimuli laid out in the plane.

use analysis::{
    Distance, Error as Refused, MdsKind, Rdm, SmacofSettings, Tsne, TsneSettings, Umap, UmapSettings,
    classical_mds, pca, smacof, trustworthiness,
};

use super::Shelf;
use crate::host::Stage;
use crate::{ArrayKind, Caption, Error, Figure, Host, Result, Scatter};

/// Neighbours that UMAP links, as in umap-learn, and that trustworthiness looks at, as in scikit-learn; fewer where there are
/// fewer stimuli.
const N_NEIGHBOURS: usize = 15;
const N_TRUSTED: usize = 5;
/// As in scikit-learn; at most a third of the stimuli.
const PERPLEXITY: f64 = 30.0;

/// The maps by their exact names.
pub(crate) const MAPS: &[(&str, &str)] = &[
    ("pca", "First two principal components, units centred; takes activations."),
    ("as_it_is", "The first two units as they are; takes activations."),
    ("classical_mds", "Classical scaling of Euclidean distances; takes activations or an RDM."),
    (
        "metric_mds",
        "Metric scaling by SMACOF from the classical map; takes activations (Euclidean) or an RDM.",
    ),
    (
        "nonmetric_mds",
        "Non-metric scaling by SMACOF from the classical map; takes activations (Euclidean) or an RDM.",
    ),
    (
        "tsne",
        "Exact t-SNE from the classical map, perplexity 30 or a third of the stimuli; takes activations (Euclidean) or an RDM.",
    ),
    (
        "umap",
        "UMAP from the graph's eigenvectors, 15 neighbours, least distance 0.1; takes activations (Euclidean) or an RDM.",
    ),
];

/// Whether a map is made of distances, which can be given as an RDM.
pub(crate) fn takes_distances(method: &str) -> bool {
    !matches!(method, "pca" | "as_it_is")
}

/// Stimuli up to which a map's neighbours are compared with those before, whose cost grows with their square.
const MOST_JUDGED: usize = 5000;

/// A map of the stimuli of `array`.
pub(super) async fn figures<H: Host>(
    shelf: &Shelf,
    array: &str,
    method: &str,
    labels: Option<&str>,
    seed: u64,
    stage: &mut Stage<'_, H>,
) -> Result<Vec<Figure>> {
    let at = |source: Refused| Error::Analysis { site: format!("{method} of {array}"), source };
    let card = shelf.card(array)?.clone();
    let groups = match labels {
        None => None,
        Some(name) => {
            let numbers = shelf.whole_numbers(name)?;
            Some(shelf.class_names(name, &numbers)?)
        }
    };
    let n = card.n_stimuli;
    // Of very many stimuli no RDM is made that is not needed.
    let rdm = match takes_distances(method) || n <= MOST_JUDGED {
        true => Some(shelf.rdm(array, Distance::Euclidean)?),
        false => None,
    };
    let (coordinates, says) = lay_out(shelf, array, method, rdm.as_ref(), seed, stage).await?;
    let trusted = match &rdm {
        Some(rdm) if n <= MOST_JUDGED => trust(rdm, &coordinates).map_err(at)?,
        _ => None,
    };
    let finding = match trusted {
        Some(trusted) => format!("{says}; trustworthiness of the map's {N_TRUSTED} nearest is {trusted:.2}."),
        None => format!("{says}."),
    };
    let about = MAPS.iter().find(|(name, _)| *name == method).map_or(method, |(_, about)| *about);
    let names = shelf.stimulus_names(array)?;
    let axis = |k: usize| coordinates.chunks_exact(2).map(|row| row[k]).collect();
    let unit = match (method, card.kind) {
        ("pca" | "as_it_is", _) => "activation",
        ("classical_mds" | "metric_mds", ArrayKind::Activations) => "activation",
        _ => "no unit",
    };
    Ok(vec![Figure::Scatter(Scatter {
        caption: Caption {
            id: "map".to_owned(),
            alt: format!("Map of {n} stimuli of {array} by {method}. {finding}"),
            finding,
            about: format!("{about} Seed {seed}."),
            unit: unit.to_owned(),
            n,
        },
        labels: names,
        x: axis(0),
        y: axis(1),
        x_name: axis_name(method, 0),
        y_name: axis_name(method, 1),
        groups,
        title: None,
    })])
}

/// Places `[n_stimuli, 2]` by a method, and what it says of them. `rdm` is what methods of distances lay out.
pub(super) async fn lay_out<H: Host>(
    shelf: &Shelf,
    array: &str,
    method: &str,
    rdm: Option<&Rdm>,
    seed: u64,
    stage: &mut Stage<'_, H>,
) -> Result<(Vec<f64>, String)> {
    let at = |source: Refused| Error::Analysis { site: format!("{method} of {array}"), source };
    Ok(match (method, rdm) {
        ("pca", _) => {
            let found = pca(&shelf.activations(array)?, 2).map_err(at)?;
            let share: f64 = found.explained_variance_ratio.iter().sum();
            (found.scores, format!("Two directions hold {:.0} % of the variance of {array}", 100.0 * share))
        }
        ("as_it_is", _) => as_it_is(&shelf.activations(array)?, array)?,
        ("classical_mds", Some(rdm)) => {
            let found = classical_mds(rdm, 2).map_err(at)?;
            (
                found.coordinates,
                format!("{:.0} % of the distances' spread is not Euclidean", 100.0 * found.negative_part),
            )
        }
        ("metric_mds" | "nonmetric_mds", Some(rdm)) => {
            let kind = if method == "metric_mds" { MdsKind::Metric } else { MdsKind::NonMetric };
            let found = smacof(rdm, &SmacofSettings::new(kind)).map_err(at)?;
            (found.coordinates, format!("Kruskal's stress-1 of the map is {:.3}", found.stress_1))
        }
        ("tsne", Some(rdm)) => tsne(rdm, stage).await?.map_err(at)?,
        ("umap", Some(rdm)) => umap(rdm, seed, stage).await?.map_err(at)?,
        (other, _) => {
            let known: Vec<&str> = MAPS.iter().map(|(name, _)| *name).collect();
            return Err(Error::Recipe(format!(
                "there is no map named \"{other}\"; the known ones are {}",
                known.join(", ")
            )));
        }
    })
}

fn axis_name(method: &str, axis: usize) -> String {
    match (method, axis) {
        ("as_it_is", axis) => format!("unit {axis}"),
        (_, 0) => "first dimension".to_owned(),
        _ => "second dimension".to_owned(),
    }
}

/// The first two columns, and how alike they are.
fn as_it_is(x: &analysis::Activations<f64>, array: &str) -> Result<(Vec<f64>, String)> {
    if x.n_units() < 2 {
        return Err(Error::Recipe(format!(
            "{array} was to be drawn by its first two units, but it has one; give an array with two columns"
        )));
    }
    let coordinates = (0..x.n_stimuli()).flat_map(|k| [x.row(k)[0], x.row(k)[1]]).collect();
    Ok((coordinates, format!("{} stimuli by unit 0 and unit 1 of {array}", x.n_stimuli())))
}

/// Coordinates and a sentence's beginning; the outer error is the host's.
type Mapped = Result<(Vec<f64>, String), Refused>;

async fn tsne<H: Host>(rdm: &Rdm, stage: &mut Stage<'_, H>) -> Result<Mapped> {
    let perplexity = PERPLEXITY.min((rdm.n_stimuli() - 1) as f64 / 3.0).max(1.0);
    let settings = TsneSettings::new(perplexity);
    let n_steps = settings.n_steps;
    let mut map = match Tsne::new(rdm, settings) {
        Ok(map) => map,
        Err(error) => return Ok(Err(error)),
    };
    while !map.is_finished() {
        stage.step(map.n_done(), n_steps).await?;
        map.step();
    }
    let says =
        format!("At perplexity {perplexity:.0} the map's divergence is {:.2} nats", map.kl_divergence());
    Ok(Ok((map.coordinates().to_vec(), says)))
}

async fn umap<H: Host>(rdm: &Rdm, seed: u64, stage: &mut Stage<'_, H>) -> Result<Mapped> {
    let settings = UmapSettings::new(N_NEIGHBOURS.min(rdm.n_stimuli() - 1), seed);
    let (n_epochs, n_neighbours) = (settings.n_epochs, settings.n_neighbours);
    let mut map = match Umap::new(rdm, settings) {
        Ok(map) => map,
        Err(error) => return Ok(Err(error)),
    };
    while !map.is_finished() {
        stage.step(map.n_done(), n_epochs).await?;
        map.step();
    }
    Ok(Ok((
        map.coordinates().to_vec(),
        format!("Each stimulus is linked to its {n_neighbours} nearest, itself among them"),
    )))
}

/// Of the map's neighbours; none where there are too few stimuli for it.
fn trust(rdm: &Rdm, coordinates: &[f64]) -> Result<Option<f64>, Refused> {
    let n = rdm.n_stimuli();
    if 2 * N_TRUSTED >= n {
        return Ok(None);
    }
    let map = analysis::Activations::new(coordinates.to_vec(), n, 2)?;
    trustworthiness(rdm, &analysis::rdm(&map, Distance::Euclidean)?, N_TRUSTED).map(Some)
}
