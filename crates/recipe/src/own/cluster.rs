//! Stimuli in groups: by a tree, by means, or by a graph of neighbours.

use std::str::FromStr;

use analysis::{
    Affinities, Dendrogram, Distance, KMeansSettings, LINKAGES, Labels, Linkage, Rdm,
    hierarchical_clustering, k_means, spectral_clustering,
};

use super::Shelf;
use super::cluster_figures::{Grouped, shown};
use crate::host::Stage;
use crate::{Error, Figure, Host, Result};

/// Other stimuli that spectral clustering joins each one to: scikit-learn's ten count the stimulus itself.
const N_NEIGHBOURS: usize = 9;

const K_MEANS: (&str, &str) =
    ("k_means", "k-means from ten seeded starts, the one with the smallest inertia; takes activations.");
const SPECTRAL: (&str, &str) = (
    "spectral_clustering",
    "k-means on the slowest eigenvectors of the graph that joins each stimulus to its 9 nearest; takes activations or an RDM.",
);

/// Every way to group stimuli: name, sentence, and whether it takes an RDM.
pub(crate) fn groupings() -> impl Iterator<Item = (&'static str, &'static str, bool)> {
    let trees = LINKAGES.iter().map(|line| (line.name, line.about, true));
    trees.chain([(K_MEANS.0, K_MEANS.1, false), (SPECTRAL.0, SPECTRAL.1, true)])
}

/// What is asked for.
pub(super) struct Question<'a> {
    pub array: &'a str,
    pub method: &'a str,
    pub distance: &'a str,
    pub n_groups: usize,
    pub labels: Option<&'a str>,
    pub seed: u64,
}

/// The tree, or the groups on a map; then a row for each group.
pub(super) async fn figures<H: Host>(
    shelf: &Shelf,
    question: &Question<'_>,
    stage: &mut Stage<'_, H>,
) -> Result<Vec<Figure>> {
    let &Question { array, method, distance, n_groups, labels, seed } = question;
    let at = |source| Error::Analysis { site: format!("{method} of {array}"), source };
    let about = about(method)?;
    let classes = labels.map(|name| shelf.labels(name)).transpose()?;
    stage.step(0, 4).await?;
    // Means need activations, and their groups are judged by the distances that they are about.
    let distance = if method == K_MEANS.0 { "euclidean" } else { distance };
    let kind = Distance::from_str(distance).map_err(at)?;
    let rdm = shelf.rdm(array, kind)?;
    stage.step(1, 4).await?;
    let (groups, tree) = match method {
        "k_means" => {
            let found = k_means(&shelf.activations(array)?, &KMeansSettings::new(n_groups, seed));
            (by_first_stimulus(&found.map_err(at)?.groups).map_err(at)?, None)
        }
        "spectral_clustering" => (spectral(&rdm, n_groups, seed).map_err(at)?, None),
        _ => {
            let (groups, tree) = cut_tree(&rdm, method, n_groups).map_err(at)?;
            (groups, Some(tree))
        }
    };
    stage.step(2, 4).await?;
    let grouped =
        Grouped { rdm: &rdm, groups, tree, classes, is_given: shelf.is_rdm(array)?, distance, about };
    shown(shelf, question, &grouped)
}

fn about(method: &str) -> Result<&'static str> {
    groupings().find(|(name, ..)| *name == method).map(|(_, about, _)| about).ok_or_else(|| {
        let known: Vec<&str> = groupings().map(|(name, ..)| name).collect();
        Error::Recipe(format!(
            "there is no clustering named \"{method}\"; the known ones are {}",
            known.join(", ")
        ))
    })
}

fn cut_tree(rdm: &Rdm, method: &str, n_groups: usize) -> Result<(Labels, Dendrogram), analysis::Error> {
    let tree = hierarchical_clustering(rdm, Linkage::from_str(method)?)?;
    Ok((tree.groups(n_groups)?, tree))
}

fn spectral(rdm: &Rdm, n_groups: usize, seed: u64) -> Result<Labels, analysis::Error> {
    let affinities = Affinities::of_nearest(rdm, N_NEIGHBOURS.min(rdm.n_stimuli() - 1))?;
    spectral_clustering(&affinities, &KMeansSettings::new(n_groups, seed))
}

/// Groups numbered by their first stimulus, as those of a tree are.
fn by_first_stimulus(groups: &[usize]) -> Result<Labels, analysis::Error> {
    let mut known: Vec<usize> = Vec::new();
    let mut numbers = Vec::with_capacity(groups.len());
    for group in groups {
        let place = known.iter().position(|other| other == group).unwrap_or(known.len());
        if place == known.len() {
            known.push(*group);
        }
        numbers.push(place as i64);
    }
    Labels::new(&numbers)
}
