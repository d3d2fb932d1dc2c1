//! Figures as data, with the sentences that state their findings.

use analysis::{Activations, Direction, Distance, Rdm};

use crate::report::{Caption, Curve, Entries, Heatmap, Scatter};
use crate::{Error, Result};

/// Site × site similarity under `measure` (and, for RDM measures, `distance`).
pub(crate) fn similarity(
    sites: &[String],
    values: Vec<f64>,
    measure: &str,
    distance: &str,
    n: usize,
) -> Heatmap {
    let count = sites.len();
    let card = analysis::card_of(measure).ok();
    let is_distance = card.is_some_and(|card| card.direction == Direction::Distance);
    let alike = |value: f64| if is_distance { -value } else { value };
    // Row i, column j need not be row j, column i.
    let mut pairs: Vec<(f64, usize, usize)> = (0..count)
        .flat_map(|i| (0..count).filter(move |&j| i != j).map(move |j| (i, j)))
        .map(|(i, j)| (values[i * count + j], i, j))
        .collect();
    pairs.sort_by(|a, b| alike(b.0).total_cmp(&alike(a.0)));
    let finding = match (pairs.first(), pairs.last()) {
        (Some(&(high, a, b)), Some(&(low, c, d))) if count > 2 => {
            // Two equal pairs are one that is read from both sides.
            let (c, d) =
                if values[c * count + d] == values[d * count + c] { (c.min(d), c.max(d)) } else { (c, d) };
            format!(
                "{} and {} are most alike ({}), {} and {} least ({}).",
                sites[a],
                sites[b],
                two_places(high),
                sites[c],
                sites[d],
                two_places(low)
            )
        }
        (Some(&(value, a, b)), _) => format!("{} and {} agree at {value:.2}.", sites[a], sites[b]),
        _ => format!("Only {} was captured; add sites to compare.", sites.first().map_or("no site", |s| s)),
    };
    let about = about_measure(measure);
    let about =
        if measure.starts_with("rdm_") { format!("{about} RDMs by {distance} distance.") } else { about };
    let alt = format!("{count} by {count} matrix of {measure} between sites in forward order. {finding}");
    let least = values.iter().copied().fold(0.0, f64::min);
    // A likeness ends at 1, a distance where the largest lies.
    let most = if is_distance { values.iter().copied().fold(0.0, f64::max) } else { 1.0 };
    Heatmap {
        caption: Caption { id: "similarity".to_owned(), finding, about, unit: measure.to_owned(), n, alt },
        entries: Entries::Sites,
        labels: sites.to_vec(),
        values,
        domain: [least, most],
    }
}

pub(crate) fn about_measure(name: &str) -> String {
    analysis::find_measure(name).map_or_else(|_| name.to_owned(), |measure| measure.about.to_owned())
}

pub(crate) fn about_distance(distance: Distance) -> &'static str {
    analysis::DISTANCES.iter().find(|line| line.variant == distance).map_or("", |line| line.about)
}

/// Stimulus × stimulus dissimilarity at one site.
pub(crate) fn rdm(site: &str, rdm: &Rdm, labels: &[String], distance: Distance) -> Heatmap {
    let about =
        format!("Representational dissimilarity matrix (RDM) of {site}: {}", about_distance(distance));
    distances(site, rdm, labels, distance.name(), about)
}

/// Distances between stimuli, which are called `name` and described by `about`.
pub(crate) fn distances(site: &str, rdm: &Rdm, labels: &[String], name: &str, about: String) -> Heatmap {
    let n = labels.len();
    let (near, far) = extremes(rdm);
    let finding = match (near, far) {
        (Some((near, a, b)), Some((far, c, d))) => format!(
            "At {site}, {} and {} lie closest ({near:.3}), {} and {} farthest ({far:.3}).",
            clip(&labels[a]),
            clip(&labels[b]),
            clip(&labels[c]),
            clip(&labels[d])
        ),
        _ => format!("One stimulus at {site}: nothing to compare."),
    };
    let alt = format!("{n} by {n} matrix of {name} distances between stimuli at {site}. {finding}");
    Heatmap {
        caption: Caption { id: "rdm".to_owned(), finding, about, unit: name.to_owned(), n, alt },
        entries: Entries::Stimuli,
        labels: labels.to_vec(),
        values: rdm.square(),
        // Estimates without bias may lie below 0.
        domain: [near.map_or(0.0, |pair| pair.0.min(0.0)), far.map_or(1.0, |pair| pair.0)],
    }
}

/// A distance and its two stimuli.
type Pair = Option<(f64, usize, usize)>;

/// The nearest pair, the first of equally near ones, and the farthest, the last of equally far ones.
fn extremes(rdm: &Rdm) -> (Pair, Pair) {
    let (mut near, mut far): (Pair, Pair) = (None, None);
    let n = rdm.n_stimuli();
    for (i, j) in (0..n).flat_map(|i| (i + 1..n).map(move |j| (i, j))) {
        let d = rdm.get(i, j);
        if near.is_none_or(|(least, ..)| d < least) {
            near = Some((d, i, j));
        }
        if far.is_none_or(|(most, ..)| d >= most) {
            far = Some((d, i, j));
        }
    }
    (near, far)
}

/// First two principal components at one site.
pub(crate) fn map(site: &str, activations: &Activations, labels: &[String]) -> Result<Scatter> {
    let at = |source| Error::Analysis { site: site.to_owned(), source };
    let n_components = 2.min(activations.n_units());
    let pca = analysis::pca(activations, n_components).map_err(at)?;
    let axis = |k: usize| {
        pca.scores.chunks_exact(n_components).map(|row| row.get(k).copied().unwrap_or(0.0)).collect()
    };
    let share = |k: usize| pca.explained_variance_ratio.get(k).copied().unwrap_or(0.0);
    let both = 100.0 * (share(0) + share(1));
    let finding = format!("Two directions hold {both:.0} % of the variance of {site}.");
    let alt =
        format!("Map of {} stimuli on the first two principal components of {site}. {finding}", labels.len());
    Ok(Scatter {
        caption: Caption {
            id: "map".to_owned(),
            finding,
            about: format!(
                "Principal components of {site} (columns centred, covariance with n − 1); distances in activation units."
            ),
            unit: "activation".to_owned(),
            n: labels.len(),
            alt,
        },
        labels: labels.to_vec(),
        x: axis(0),
        y: axis(1),
        x_name: format!("component 1 ({:.0} % of variance)", 100.0 * share(0)),
        y_name: format!("component 2 ({:.0} % of variance)", 100.0 * share(1)),
        groups: None,
        title: None,
    })
}

/// Participation ratio by site.
pub(crate) fn dimension(sites: &[String], activations: &[Activations]) -> Result<Curve> {
    let values: Vec<f64> = sites
        .iter()
        .zip(activations)
        .map(|(site, x)| {
            analysis::participation_ratio(x).map_err(|source| Error::Analysis { site: site.clone(), source })
        })
        .collect::<Result<_>>()?;
    let n = activations.first().map_or(0, Activations::n_stimuli);
    let largest = values.iter().enumerate().max_by(|a, b| a.1.total_cmp(b.1));
    let least = values.iter().enumerate().min_by(|a, b| a.1.total_cmp(b.1));
    let finding = match (least, largest) {
        (Some((a, low)), Some((b, high))) if a != b => format!(
            "The activations spread over {low:.1} dimensions at {}, over {high:.1} at {} (at most {}).",
            sites[a],
            sites[b],
            n.saturating_sub(1)
        ),
        (_, Some((b, high))) => format!("The activations spread over {high:.1} dimensions at {}.", sites[b]),
        _ => "No site was captured.".to_owned(),
    };
    let alt = format!("Line of the participation ratio at {} sites in forward order. {finding}", sites.len());
    Ok(Curve {
        caption: Caption {
            id: "dimension".to_owned(),
            finding,
            about: "Participation ratio (Σλ)² / Σλ² of the covariance over stimuli: how many directions the stimuli spread over; bounded by n − 1.".to_owned(),
            unit: "dimensions".to_owned(),
            n,
            alt,
        },
        labels: sites.to_vec(),
        values,
        y_name: "participation ratio".to_owned(),
        x_name: None,
    })
}

/// To two places, without a sign on what rounds to zero.
fn two_places(value: f64) -> String {
    format!("{:.2}", if value.abs() < 0.005 { 0.0 } else { value })
}

/// A label short enough for a sentence.
fn clip(label: &str) -> String {
    if label.chars().count() <= 32 {
        return format!("“{label}”");
    }
    format!("“{}…”", label.chars().take(30).collect::<String>().trim_end())
}
