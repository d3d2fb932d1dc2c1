//! Each stimulus joined to those that it lies nearest to.

use std::str::FromStr;

use analysis::{Affinities, Distance};

use super::map::{lay_out, takes_distances};
use super::{NeighbourGraph, Shelf};
use crate::host::Stage;
use crate::{Caption, Error, Figure, Host, Result};

/// What is asked for.
pub(super) struct Question<'a> {
    pub array: &'a str,
    pub distance: &'a str,
    pub n_neighbours: usize,
    pub method: &'a str,
    pub labels: Option<&'a str>,
    pub seed: u64,
}

/// The graph of nearest neighbours, drawn on a map.
pub(super) async fn figures<H: Host>(
    shelf: &Shelf,
    question: &Question<'_>,
    stage: &mut Stage<'_, H>,
) -> Result<Vec<Figure>> {
    let &Question { array, distance, n_neighbours, method, labels, seed } = question;
    let at = |source| Error::Analysis { site: format!("neighbours in {array}"), source };
    stage.step(0, 2).await?;
    let rdm = shelf.rdm(array, Distance::from_str(distance).map_err(at)?)?;
    let n = rdm.n_stimuli();
    let affinities = Affinities::of_nearest(&rdm, n_neighbours).map_err(at)?;
    let edges: Vec<[usize; 2]> = (0..n)
        .flat_map(|i| (i + 1..n).map(move |j| [i, j]))
        .filter(|&[i, j]| affinities.get(i, j) > 0.0)
        .collect();
    let groups = match labels {
        None => None,
        Some(given) => Some(shelf.class_names(given, &shelf.whole_numbers(given)?)?),
    };
    let (coordinates, _) = lay_out(shelf, array, method, Some(&rdm), seed, stage).await?;
    let is_given = shelf.is_rdm(array)?;
    let finding = finding(&edges, n, n_neighbours, groups.as_deref(), labels);
    let measured = if is_given { "dissimilarity as it stands in the file" } else { distance };
    let laid = if takes_distances(method) { "of these distances" } else { "of the units" };
    let axis = |k: usize| coordinates.chunks_exact(2).map(|row| row[k]).collect();
    Ok(vec![Figure::NeighbourGraph(NeighbourGraph {
        caption: Caption {
            id: "neighbours".to_owned(),
            alt: format!("Map of {n} stimuli with {} lines between near ones. {finding}", edges.len()),
            finding,
            about: format!(
                "A line where one of two stimuli is among the {n_neighbours} nearest of the other, by {measured}. Places: {method} {laid}. Seed {seed}."
            ),
            unit: if is_given { "dissimilarity".to_owned() } else { distance.to_owned() },
            n,
        },
        title: format!("Nearest neighbours in {array}"),
        labels: shelf.stimulus_names(array)?,
        x: axis(0),
        y: axis(1),
        weights: edges.iter().map(|&[i, j]| rdm.get(i, j)).collect(),
        edges,
        groups,
    })])
}

fn finding(
    edges: &[[usize; 2]],
    n: usize,
    n_neighbours: usize,
    groups: Option<&[String]>,
    labels: Option<&str>,
) -> String {
    let parts = match n_parts(edges, n) {
        1 => "one connected whole".to_owned(),
        more => format!("{more} parts"),
    };
    let start = format!("Joined to its {n_neighbours} nearest each, {n} stimuli make {parts}");
    let (Some(groups), Some(labels)) = (groups, labels) else { return format!("{start}.") };
    let within = edges.iter().filter(|[i, j]| groups[*i] == groups[*j]).count();
    let by_chance = chance(groups);
    format!(
        "{start}; {:.0} % of the lines join stimuli of one class of {labels} (by chance {:.0} %).",
        100.0 * within as f64 / edges.len().max(1) as f64,
        100.0 * by_chance
    )
}

/// The share of all pairs that are of one class.
fn chance(groups: &[String]) -> f64 {
    let n = groups.len();
    let same: usize = (0..n).map(|i| (i + 1..n).filter(|&j| groups[i] == groups[j]).count()).sum();
    same as f64 / (n * (n - 1) / 2).max(1) as f64
}

/// How many parts have no line to each other.
fn n_parts(edges: &[[usize; 2]], n: usize) -> usize {
    let mut of: Vec<usize> = (0..n).collect();
    let mut n_parts = n;
    for &[i, j] in edges {
        let (a, b) = (root(&mut of, i), root(&mut of, j));
        if a != b {
            of[a] = b;
            n_parts -= 1;
        }
    }
    n_parts
}

fn root(of: &mut [usize], mut i: usize) -> usize {
    while of[i] != i {
        of[i] = of[of[i]];
        i = of[i];
    }
    i
}
