//! Maps of stimuli: against scikit-learn and umap-learn (`scripts/golden/analysis/maps.py`), what must hold
//! whatever the numbers, and what is refused.

use inscape_analysis::*;
use serde_json::Value;

use crate::support::references::{activations, count, numbers, plain_rdm};
use crate::support::*;

mod golden;
mod mds;
mod quality;
mod refusals;
mod tsne;
mod umap;

pub(super) fn golden() -> Value {
    serde_json::from_str(include_str!("../../golden/maps.json")).unwrap()
}

/// The Euclidean RDM of a map's coordinates.
pub(super) fn rdm_of(coordinates: &[f64], n_stimuli: usize) -> Rdm {
    let k = coordinates.len() / n_stimuli;
    plain_rdm(&Activations::new(coordinates.to_vec(), n_stimuli, k).unwrap())
}

/// The Euclidean RDM of `n_groups` groups of normal stimuli, `apart` standard deviations apart.
pub(super) fn planted(seed: u64, n_stimuli: usize, n_groups: usize, n_units: usize, apart: f64) -> Rdm {
    let x = change(&normal(seed, n_stimuli, n_units, 1.0, 0.0), |i, unit, v| {
        v + apart * gauss(seed + 1, ((i % n_groups) * n_units + unit) as u64)
    });
    rdm(&x, Distance::Euclidean).unwrap()
}

pub(super) fn map(rdm: &Rdm, change: impl Fn(f64) -> f64) -> Rdm {
    Rdm::from_upper(rdm.upper().iter().map(|&d| change(d)).collect(), rdm.n_stimuli()).unwrap()
}

pub(super) fn permuted(rdm: &Rdm, order: &[usize]) -> Rdm {
    let n = order.len();
    let pairs = (0..n).flat_map(|i| (i + 1..n).map(move |j| (i, j)));
    Rdm::from_upper(pairs.map(|(i, j)| rdm.get(order[i], order[j])).collect(), n).unwrap()
}

/// The same rows in another order.
pub(super) fn rows(coordinates: &[f64], order: &[usize]) -> Vec<f64> {
    order.iter().flat_map(|&i| coordinates[2 * i..2 * i + 2].to_vec()).collect()
}

#[track_caller]
pub(super) fn assert_close(what: &str, found: f64, expected: f64, relative: f64, floor: f64) {
    let allowed = relative * expected.abs() + floor;
    assert!((found - expected).abs() <= allowed, "{what}: found {found}, the reference says {expected}");
}

/// That a map of stimuli in four groups in turn keeps neighbours and groups.
#[track_caller]
pub(super) fn assert_groups(coordinates: &[f64], distances: &Rdm) {
    let n = distances.n_stimuli();
    let on_map = rdm_of(coordinates, n);
    let trust = trustworthiness(distances, &on_map, 10).unwrap();
    assert!(trust > 0.9, "{trust}");
    let groups = hierarchical_clustering(&on_map, Linkage::Average).unwrap().groups(4).unwrap();
    let truth = Labels::new(&(0..n as i64).map(|i| i % 4).collect::<Vec<_>>()).unwrap();
    let agreement = adjusted_rand_index(&groups, &truth).unwrap();
    assert!(agreement > 0.99, "{agreement}");
}
