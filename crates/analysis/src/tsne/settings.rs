//! How a t-SNE map is made.

use super::joint::MEASURE;
use crate::error::{Error, MapError, Result};
use crate::mds::{MapStart, refuse_components};

/// How [`Tsne`](crate::Tsne) goes about it. The defaults are scikit-learn's.
#[derive(Debug, Clone, PartialEq)]
pub struct TsneSettings {
    /// How many dimensions the map has.
    pub n_components: usize,
    /// About how many neighbours each stimulus has.
    pub perplexity: f64,
    /// What probabilities are multiplied by in the first steps, so that groups form.
    pub early_exaggeration: f64,
    /// How many the first steps are, unless the gradient vanishes before.
    pub n_early: usize,
    /// How many steps [`Tsne::run`](crate::Tsne::run) makes in all.
    pub n_steps: usize,
    /// The size of a step; `None` is the larger of 50 and n_stimuli / early_exaggeration / 4 (Belkina et
    /// al. 2019, "Automated optimized parameters for t-distributed stochastic neighbor embedding").
    pub learning_rate: Option<f64>,
    /// Where the map starts; brought to a standard deviation of 1e-4 along its first column, unless it
    /// is given, which is taken as it is.
    pub start: MapStart,
}

impl TsneSettings {
    /// Two dimensions, 250 early steps with exaggeration 12, 1,000 in all, from the classical map.
    pub fn new(perplexity: f64) -> Self {
        Self {
            n_components: 2,
            perplexity,
            early_exaggeration: 12.0,
            n_early: 250,
            n_steps: 1000,
            learning_rate: None,
            start: MapStart::Classical,
        }
    }
}

/// Larger rates and strengths than this would carry stimuli off to infinity.
const MOST: f64 = 1e6;

impl TsneSettings {
    /// The size of a step for `n_stimuli` stimuli.
    pub(super) fn rate(&self, n_stimuli: usize) -> f64 {
        self.learning_rate.unwrap_or((n_stimuli as f64 / self.early_exaggeration / 4.0).max(50.0))
    }

    /// Refuses what no map of `n_stimuli` stimuli can be made with.
    pub(super) fn refuse(&self, n_stimuli: usize) -> Result<()> {
        refuse_components(MEASURE, self.n_components, n_stimuli)?;
        for (setting, found) in
            [("early_exaggeration", self.early_exaggeration), ("learning_rate", self.rate(n_stimuli))]
        {
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
