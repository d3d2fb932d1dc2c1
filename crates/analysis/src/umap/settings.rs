//! How a UMAP map is made.

use super::MEASURE;
use super::start::UmapStart;
use crate::error::{Error, MapError, Result};
use crate::mds::refuse_components;

/// How [`Umap`](crate::Umap) goes about it. The defaults are umap-learn's.
#[derive(Debug, Clone, PartialEq)]
pub struct UmapSettings {
    /// How many dimensions the map has.
    pub n_components: usize,
    /// How many neighbours each stimulus has, itself among them.
    pub n_neighbours: usize,
    /// How near neighbours may come on the map.
    pub min_distance: f64,
    /// Over which distance likeness falls on the map.
    pub spread: f64,
    /// How many epochs [`Umap::run`](crate::Umap::run) makes.
    pub n_epochs: usize,
    /// The size of the first steps; it falls to 0 over the epochs.
    pub learning_rate: f64,
    /// How many stimuli are drawn to repel each time that a neighbour attracts.
    pub negative_samples: usize,
    /// How strongly they do.
    pub repulsion: f64,
    /// Where the map starts.
    pub start: UmapStart,
    /// What repelling stimuli, and noise at the start, are drawn from.
    pub seed: u64,
}

impl UmapSettings {
    /// Two dimensions, least distance 0.1, spread 1, 500 epochs, 5 drawn stimuli, from the graph's eigenvectors.
    pub fn new(n_neighbours: usize, seed: u64) -> Self {
        Self {
            n_components: 2,
            n_neighbours,
            min_distance: 0.1,
            spread: 1.0,
            n_epochs: 500,
            learning_rate: 1.0,
            negative_samples: 5,
            repulsion: 1.0,
            start: UmapStart::Spectral,
            seed,
        }
    }
}

/// Larger rates and strengths than this would carry stimuli off to infinity.
const MOST: f64 = 1e6;

impl UmapSettings {
    /// Refuses what no map of `n_stimuli` stimuli can be made with.
    pub(super) fn refuse(&self, n_stimuli: usize) -> Result<()> {
        refuse_components(MEASURE, self.n_components, n_stimuli)?;
        for (setting, found) in [
            ("n_epochs", self.n_epochs as f64),
            ("learning_rate", self.learning_rate),
            ("negative_samples", self.negative_samples as f64),
            ("repulsion", self.repulsion),
        ] {
            if !(found > 0.0 && found <= MOST) {
                let expected = format!("above 0 and at most {MOST}");
                return Err(Error::Maps(MapError::WrongSetting {
                    measure: MEASURE,
                    setting,
                    expected,
                    found,
                }));
            }
        }
        Ok(())
    }
}
