//! The map, moved step by step down the gradient.

use super::descent::Descent;
use super::exact::AllPairs;
use super::joint::MEASURE;
use super::settings::TsneSettings;
use super::sparse::NearPairs;
use crate::activations::{Activations, Number};
use crate::error::{Error, MapError, Result};
use crate::mds::{MapStart, given_start, random_start};
use crate::pca::pca;
use crate::rdm::Rdm;

/// The standard deviation that a map starts with along its first column, as in scikit-learn.
const START_SCALE: f64 = 1e-4;

/// A t-SNE map in the making: draw it between steps, and drop it to cancel.
#[derive(Debug, Clone)]
pub struct Tsne {
    settings: TsneSettings,
    n_stimuli: usize,
    forces: Forces,
    descent: Descent,
}

/// What moves the stimuli.
#[derive(Debug, Clone)]
enum Forces {
    AllPairs(AllPairs),
    NearPairs(NearPairs),
}

impl Tsne {
    /// The start of an exact map of an RDM, of Euclidean distances for what is usually called t-SNE.
    ///
    /// Cost: that of [`joint_probabilities`](crate::joint_probabilities), and `n_stimuli²` a step; memory
    /// `8 · n_stimuli²` bytes. Meant for up to 2,000 stimuli.
    ///
    /// # Errors
    /// What [`joint_probabilities`](crate::joint_probabilities) refuses; no component or more than
    /// `n_stimuli − 1`; a rate or an exaggeration that is not above 0; a start of another size; distances
    /// that are all 0.
    pub fn new(rdm: &Rdm, settings: TsneSettings) -> Result<Self> {
        let n_stimuli = rdm.n_stimuli();
        settings.refuse(n_stimuli)?;
        let mut forces = AllPairs::new(rdm, settings.perplexity, settings.n_components)?;
        if rdm.upper().iter().all(|&d| d == 0.0) {
            return Err(Error::Maps(MapError::NothingToMap { measure: MEASURE, n_stimuli }));
        }
        let coordinates = settings.start.coordinates(MEASURE, rdm, settings.n_components)?;
        let descent = settings.descent(coordinates, n_stimuli);
        forces.update(&descent.coordinates);
        Ok(Self { settings, n_stimuli, forces: Forces::AllPairs(forces), descent })
    }

    /// The start of a map in two dimensions for many stimuli: Euclidean distances to the nearest
    /// 3 · perplexity + 1 others, and far stimuli repel as groups that look smaller than `theta` (van der
    /// Maaten 2014, "Accelerating t-SNE using tree-based algorithms", Journal of Machine Learning Research
    /// 15). ½ is scikit-learn's `angle`; 0 makes no groups.
    ///
    /// Cost: nearest neighbours by a vantage-point tree, from `n_stimuli ln n_stimuli` distances where
    /// answers have few dimensions up to `n_stimuli²` where they have many (take principal components
    /// first), and about `n_stimuli ln n_stimuli` a step. Meant for up to 100,000 stimuli.
    ///
    /// # Errors
    /// A perplexity below 1 or not below the number of neighbours; dimensions other than two; a theta
    /// below 0 or above 1; and as [`new`](Self::new).
    pub fn of_many(x: &Activations<impl Number>, settings: TsneSettings, theta: f64) -> Result<Self> {
        let n_stimuli = x.n_stimuli();
        settings.refuse(n_stimuli)?;
        let mut forces = NearPairs::new(x, &settings, theta)?;
        let coordinates = match &settings.start {
            MapStart::Classical => components(x)?,
            MapStart::Random { seed } => random_start(*seed, n_stimuli * settings.n_components),
            MapStart::Given(start) => given_start(MEASURE, start, n_stimuli, settings.n_components)?,
        };
        let descent = settings.descent(coordinates, n_stimuli);
        forces.update(&descent.coordinates);
        Ok(Self { settings, n_stimuli, forces: Forces::NearPairs(forces), descent })
    }

    /// One step down the gradient, with momentum and a gain for each coordinate.
    pub fn step(&mut self) {
        let exaggeration = if self.descent.is_early() { self.settings.early_exaggeration } else { 1.0 };
        let coordinates = &self.descent.coordinates;
        let gradient = match &self.forces {
            Forces::AllPairs(forces) => forces.gradient(coordinates, exaggeration),
            Forces::NearPairs(forces) => forces.gradient(coordinates, exaggeration),
        };
        self.descent.step(&gradient);
        match &mut self.forces {
            Forces::AllPairs(forces) => forces.update(&self.descent.coordinates),
            Forces::NearPairs(forces) => forces.update(&self.descent.coordinates),
        }
    }

    /// Steps until [`is_finished`](Self::is_finished).
    pub fn run(&mut self) {
        while !self.is_finished() {
            self.step();
        }
    }

    /// Whether all steps are made, or the gradient has vanished after the early ones.
    pub fn is_finished(&self) -> bool {
        self.descent.is_flat || self.descent.n_done >= self.settings.n_steps
    }

    /// How many steps were made.
    pub fn n_done(&self) -> usize {
        self.descent.n_done
    }

    /// Where each stimulus lies, `[n_stimuli, n_components]`, row-major, without a unit.
    pub fn coordinates(&self) -> &[f64] {
        &self.descent.coordinates
    }

    /// How many stimuli and dimensions the map has.
    pub fn shape(&self) -> (usize, usize) {
        (self.n_stimuli, self.settings.n_components)
    }

    /// The Kullback–Leibler divergence Σ p ln(p / q) of the map as it lies, in nats, without
    /// exaggeration: from 0 up, lower is better.
    pub fn kl_divergence(&self) -> f64 {
        match &self.forces {
            Forces::AllPairs(forces) => forces.kl_divergence(),
            Forces::NearPairs(forces) => forces.kl_divergence(&self.descent.coordinates),
        }
    }
}

impl TsneSettings {
    /// The descent from a start, brought to its scale unless it was given.
    fn descent(&self, mut coordinates: Vec<f64>, n_stimuli: usize) -> Descent {
        let spread = deviation(coordinates.iter().step_by(self.n_components));
        if !matches!(self.start, MapStart::Given(_)) && spread > 0.0 {
            coordinates.iter_mut().for_each(|value| *value *= START_SCALE / spread);
        }
        Descent::new(coordinates, self.n_early, self.rate(n_stimuli))
    }
}

/// The first two principal components; the second is 0 if there is one alone.
fn components(x: &Activations<impl Number>) -> Result<Vec<f64>> {
    let found = pca(x, 2.min(x.n_units()).min(x.n_stimuli() - 1))?;
    let rows = found.scores.chunks_exact(found.n_components);
    Ok(rows.flat_map(|row| [row[0], row.get(1).copied().unwrap_or(0.0)]).collect())
}

/// The standard deviation, divided by the number of values.
fn deviation<'a>(values: impl ExactSizeIterator<Item = &'a f64> + Clone) -> f64 {
    let n = values.len() as f64;
    let mean = values.clone().sum::<f64>() / n;
    (values.map(|value| (value - mean) * (value - mean)).sum::<f64>() / n).sqrt()
}
