//! A short fingerprint of a report's figures, so that a link can say whether a re-run matched.

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use ts_rs::TS;

use crate::{Backend, Figure, TableValue};

/// How many values of a figure a digest keeps.
const N_SAMPLES: usize = 12;

/// Largest relative difference that still counts as a match across backends and machines: the
/// parity that is tested for the GPU against the CPU.
pub const MATCH_TOLERANCE: f64 = 1e-3;

/// What an author measured.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Digest {
    /// Backend of the author's run.
    pub backend: Backend,
    /// One entry a figure.
    pub figures: Vec<FigureDigest>,
}

/// Fingerprint of one figure's values.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct FigureDigest {
    /// The figure's id.
    pub id: String,
    /// First 16 hex digits of the SHA-256 of all values, as little-endian f32.
    pub hash: String,
    /// Evenly spaced values, to 6 significant digits.
    pub samples: Vec<f64>,
    /// Largest magnitude of all values, the scale of differences.
    pub scale: f64,
}

/// Whether a re-run matched.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Verdict {
    /// The same to the last bit of f32.
    Exact,
    /// Within [`MATCH_TOLERANCE`].
    Close {
        /// Largest difference, relative to the figure's largest magnitude.
        worst: f64,
    },
    /// Not the same.
    Differs {
        /// The figure that differs most, or is missing.
        figure: String,
        /// Largest relative difference there; absent when the figure is missing or of another size.
        #[ts(optional)]
        #[serde(skip_serializing_if = "Option::is_none")]
        worst: Option<f64>,
    },
}

impl Digest {
    /// Fingerprints `figures` of a run on `backend`.
    pub fn of(figures: &[Figure], backend: Backend) -> Self {
        Self { backend, figures: figures.iter().map(FigureDigest::of).collect() }
    }
}

impl FigureDigest {
    fn of(figure: &Figure) -> Self {
        let (id, values) = (figure.caption().id.clone(), numbers(figure));
        let bytes: Vec<u8> = values.iter().flat_map(|&v| (v as f32).to_le_bytes()).collect();
        let hash = Sha256::digest(&bytes).iter().take(8).map(|byte| format!("{byte:02x}")).collect();
        let n_samples = N_SAMPLES.min(values.len());
        let samples = (0..n_samples).map(|i| round(values[i * values.len() / n_samples])).collect();
        let scale = round(values.iter().fold(0.0, |max: f64, v| max.max(v.abs())));
        Self { id, hash, samples, scale }
    }
}

/// The numbers that make a figure, in a fixed order.
fn numbers(figure: &Figure) -> Vec<f64> {
    match figure {
        Figure::Heatmap(f) => f.values.clone(),
        Figure::Scatter(f) => f.x.iter().chain(&f.y).copied().collect(),
        Figure::Curve(f) => f.values.clone(),
        Figure::Lens(f) => f.cells.iter().map(|cell| cell.probability).collect(),
        Figure::Table(f) => f.rows.iter().flatten().filter_map(TableValue::number).collect(),
        Figure::Intervals(f) => f.values.iter().chain(f.intervals.iter().flatten()).copied().collect(),
        Figure::Grid(f) => f.values.iter().flatten().copied().collect(),
        Figure::Panels(f) => f.values.clone(),
        Figure::NeighbourGraph(f) => f.x.iter().chain(&f.y).chain(&f.weights).copied().collect(),
        Figure::Lines(f) => {
            let bands = f.lines.iter().flat_map(|line| line.band.iter().flatten());
            f.lines.iter().flat_map(|line| &line.values).flatten().chain(bands).copied().collect()
        }
        Figure::Plane(f) => {
            let paths = f.paths.iter().flat_map(|path| path.x.iter().chain(&path.y));
            paths.chain(f.arrows.iter().flatten()).copied().collect()
        }
        Figure::Tree(f) => f.heights.clone(),
        Figure::Patterns(f) => f.values.iter().map(|&value| f64::from(value)).collect(),
        Figure::Written(f) => {
            f.texts.iter().flat_map(|text| &text.tokens).map(|token| token.probability).collect()
        }
    }
}

/// To 6 significant digits, so that a link stays short.
fn round(value: f64) -> f64 {
    format!("{value:.5e}").parse().unwrap_or(value)
}

/// Says whether `mine` matches what the author measured. A figure that the author's version did not make yet is left out of
/// it.
pub fn compare_digests(author: &Digest, mine: &Digest) -> Verdict {
    let mut worst = (0.0_f64, String::new());
    let mut is_exact = true;
    for theirs in &author.figures {
        let same_kind = |f: &&FigureDigest| f.id == theirs.id && f.samples.len() == theirs.samples.len();
        let Some(ours) = mine.figures.iter().find(same_kind) else {
            return Verdict::Differs { figure: theirs.id.clone(), worst: None };
        };
        if ours.hash == theirs.hash {
            continue;
        }
        is_exact = false;
        let scale = theirs.scale.max(f64::MIN_POSITIVE);
        let pairs = theirs.samples.iter().zip(&ours.samples).chain([(&theirs.scale, &ours.scale)]);
        let difference = pairs.map(|(a, b)| (a - b).abs() / scale).fold(0.0, f64::max);
        if difference >= worst.0 {
            worst = (difference, theirs.id.clone());
        }
    }
    match worst {
        _ if is_exact => Verdict::Exact,
        (worst, _) if worst <= MATCH_TOLERANCE => Verdict::Close { worst },
        (worst, figure) => Verdict::Differs { figure, worst: Some(worst) },
    }
}
