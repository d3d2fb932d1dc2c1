//! Which pictures or words are anchors.

use analysis::{Activations, KMeansSettings, k_means};
use draws::Draws;
use recipe::{Error, Result};

/// How anchors are chosen among the training data.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// Each as likely.
    Uniform,
    /// Each the farthest from those before.
    Farthest,
    /// The nearest to each of as many means.
    Means,
}

impl Choice {
    /// As the card's parameter has them; the default first.
    pub const TEXTS: [(&'static str, &'static str, &'static str); 3] = [
        ("uniform", "at random", "Each picture is as likely."),
        ("farthest", "far from each other", "Each the farthest, in pixels, from those chosen before."),
        ("means", "near means", "The nearest, in pixels, to each of as many means (k-means)."),
    ];

    /// By the parameter's name.
    pub fn named(name: &str) -> Self {
        let place = Self::TEXTS.iter().position(|texts| texts.0 == name);
        [Self::Uniform, Self::Farthest, Self::Means][place.unwrap_or_default()]
    }

    /// `n` different rows of `x`.
    pub fn rows(self, x: &Activations, n: usize, draws: Draws) -> Result<Vec<usize>> {
        let n = n.min(x.n_stimuli());
        match self {
            Self::Uniform => Ok(draws.permutation(x.n_stimuli())[..n].to_vec()),
            Self::Farthest => Ok(farthest(x, n, draws.below(0, x.n_stimuli()))),
            Self::Means => {
                let settings =
                    KMeansSettings { n_starts: 1, max_iterations: 20, ..KMeansSettings::new(n, draws.at(0)) };
                let failed = |source| Error::Analysis { site: "anchors".to_owned(), source };
                let found = k_means(x, &settings).map_err(failed)?;
                Ok(nearest(x, &found.centres))
            }
        }
    }
}

/// Farthest-point sampling from a first row.
fn farthest(x: &Activations, n: usize, first: usize) -> Vec<usize> {
    let mut chosen = vec![first];
    let mut far = vec![f64::INFINITY; x.n_stimuli()];
    while chosen.len() < n {
        let last = x.row(chosen[chosen.len() - 1]);
        for (row, far) in far.iter_mut().enumerate() {
            *far = far.min(squared(x.row(row), last.iter().map(|&v| f64::from(v))));
        }
        let next = (0..far.len()).fold(0, |best, row| if far[row] > far[best] { row } else { best });
        chosen.push(next);
    }
    chosen
}

/// The nearest row to each centre, none twice.
fn nearest(x: &Activations, centres: &[f64]) -> Vec<usize> {
    let mut chosen: Vec<usize> = Vec::new();
    for centre in centres.chunks_exact(x.n_units()) {
        let free = (0..x.n_stimuli()).filter(|row| !chosen.contains(row));
        let near = free.map(|row| (squared(x.row(row), centre.iter().copied()), row));
        chosen.extend(near.min_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, row)| row));
    }
    chosen
}

fn squared(row: &[f32], other: impl Iterator<Item = f64>) -> f64 {
    row.iter().zip(other).map(|(&a, b)| (f64::from(a) - b).powi(2)).sum()
}

/// The anchors of space number `space`: those of the first, of which a share is drawn anew.
pub fn of_space(first: &[usize], n_rows: usize, space: usize, mismatch: f64, draws: Draws) -> Vec<usize> {
    let draws = draws.stream(space as u64);
    let n_other = if space == 0 { 0 } else { (mismatch * first.len() as f64).round() as usize };
    let mut anchors = first.to_vec();
    let places = draws.stream(0).permutation(first.len());
    for &place in &places[..n_other] {
        anchors[place] = draws.stream(1).below(place as u64, n_rows);
    }
    anchors
}
