//! The map, moved step by step down the gradient.

use super::joint::{MEASURE, joint_probabilities};
use crate::error::{Error, Result};
use crate::mds::{MapStart, refuse_components};
use crate::rdm::Rdm;

/// How [`Tsne`] goes about it. The defaults are scikit-learn's.
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
    /// How many steps [`Tsne::run`] makes in all.
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

/// The standard deviation that a map starts with along its first column, as in scikit-learn.
const START_SCALE: f64 = 1e-4;
/// The share of the last movement that is kept, early and later: van der Maaten & Hinton 2008, section 3.4.
const MOMENTA: [f64; 2] = [0.5, 0.8];
/// What a coordinate's gain grows by while its gradient keeps its direction, shrinks to when it turns, and
/// never falls below: Jacobs 1988 with the numbers of van der Maaten's programs and of scikit-learn.
const GAIN_GROWTH: f64 = 0.2;
const GAIN_DECAY: f64 = 0.8;
const LEAST_GAIN: f64 = 0.01;
/// Below this length of the gradient (gains included) the early or the later part ends, which is looked at
/// after every so many steps: scikit-learn's `min_grad_norm` and `_N_ITER_CHECK`.
const FLAT: f64 = 1e-7;
const CHECK: usize = 50;

/// A t-SNE map in the making: draw it between steps, and drop it to cancel.
#[derive(Debug, Clone)]
pub struct Tsne {
    settings: TsneSettings,
    n_stimuli: usize,
    learning_rate: f64,
    /// p_ij of each pair.
    joint: Vec<f64>,
    /// 1 / (1 + |y_i − y_j|² / ν) of each pair, its nearness on the map.
    nearness: Vec<f64>,
    /// The sum of Student's kernel over all pairs and their mirror images.
    kernel_sum: f64,
    coordinates: Vec<f64>,
    movement: Vec<f64>,
    gains: Vec<f64>,
    n_done: usize,
    /// How many of the steps are early ones.
    n_early: usize,
    is_flat: bool,
}

impl Tsne {
    /// The start of a map of an RDM, of Euclidean distances for what is usually called t-SNE.
    ///
    /// Cost: that of [`joint_probabilities`]; memory `8 · n_stimuli²` bytes. Meant for up to 2,000 stimuli.
    ///
    /// # Errors
    /// What [`joint_probabilities`] refuses; no component or more than `n_stimuli − 1`; a rate or an
    /// exaggeration that is not above 0; a start of another size; distances that are all 0.
    pub fn new(rdm: &Rdm, settings: TsneSettings) -> Result<Self> {
        let n = rdm.n_stimuli();
        refuse_components(MEASURE, settings.n_components, n)?;
        let learning_rate =
            settings.learning_rate.unwrap_or((n as f64 / settings.early_exaggeration / 4.0).max(50.0));
        for (setting, found) in
            [("early_exaggeration", settings.early_exaggeration), ("learning_rate", learning_rate)]
        {
            if !(found > 0.0 && found.is_finite()) {
                let expected = "above 0 and finite".into();
                return Err(Error::WrongSetting { measure: MEASURE, setting, expected, found });
            }
        }
        let joint = joint_probabilities(rdm, settings.perplexity)?;
        if rdm.upper().iter().all(|&d| d == 0.0) {
            return Err(Error::NothingToMap { measure: MEASURE, n_stimuli: n });
        }
        let mut coordinates = settings.start.coordinates(MEASURE, rdm, settings.n_components)?;
        if !matches!(settings.start, MapStart::Given(_)) {
            let spread = deviation(coordinates.iter().step_by(settings.n_components));
            if spread > 0.0 {
                coordinates.iter_mut().for_each(|value| *value *= START_SCALE / spread);
            }
        }
        let mut tsne = Self {
            n_stimuli: n,
            learning_rate,
            nearness: vec![0.0; joint.len()],
            kernel_sum: 0.0,
            joint,
            movement: vec![0.0; coordinates.len()],
            gains: vec![1.0; coordinates.len()],
            coordinates,
            n_done: 0,
            n_early: settings.n_early,
            is_flat: false,
            settings,
        };
        tsne.update_nearness();
        Ok(tsne)
    }

    /// One step down the gradient, with momentum and a gain for each coordinate. Cost: `n_stimuli²`.
    pub fn step(&mut self) {
        let is_early = self.n_done < self.n_early;
        if self.n_done == self.n_early {
            // The second part begins afresh, as in scikit-learn.
            self.movement.fill(0.0);
            self.gains.fill(1.0);
        }
        let exaggeration = if is_early { self.settings.early_exaggeration } else { 1.0 };
        let momentum = MOMENTA[usize::from(!is_early)];
        let gradient = self.gradient(exaggeration);
        let mut squares = 0.0;
        for (place, slope) in gradient.into_iter().enumerate() {
            let gain = &mut self.gains[place];
            *gain = if self.movement[place] * slope < 0.0 { *gain + GAIN_GROWTH } else { *gain * GAIN_DECAY };
            *gain = gain.max(LEAST_GAIN);
            let slope = *gain * slope;
            self.movement[place] = momentum * self.movement[place] - self.learning_rate * slope;
            self.coordinates[place] += self.movement[place];
            squares += slope * slope;
        }
        self.update_nearness();
        self.n_done += 1;
        if self.n_done.is_multiple_of(CHECK) && squares.sqrt() <= FLAT {
            if is_early {
                self.n_early = self.n_done;
            } else {
                self.is_flat = true;
            }
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
        self.is_flat || self.n_done >= self.settings.n_steps
    }

    /// How many steps were made.
    pub fn n_done(&self) -> usize {
        self.n_done
    }

    /// Where each stimulus lies, `[n_stimuli, n_components]`, row-major, without a unit.
    pub fn coordinates(&self) -> &[f64] {
        &self.coordinates
    }

    /// How many stimuli and dimensions the map has.
    pub fn shape(&self) -> (usize, usize) {
        (self.n_stimuli, self.settings.n_components)
    }

    /// The Kullback–Leibler divergence Σ p ln(p / q) of the map as it lies, in nats, without
    /// exaggeration: from 0 up, lower is better.
    pub fn kl_divergence(&self) -> f64 {
        let pairs = self.joint.iter().zip(&self.nearness);
        2.0 * pairs.map(|(p, nearness)| p * (p / self.likeness(*nearness)).ln()).sum::<f64>()
    }

    /// q of a pair, by its nearness.
    fn likeness(&self, nearness: f64) -> f64 {
        (self.kernel(nearness) / self.kernel_sum).max(f64::EPSILON)
    }

    /// Student's kernel, (1 + |y_i − y_j|² / ν)^(−(ν + 1) / 2), by the pair's nearness.
    fn kernel(&self, nearness: f64) -> f64 {
        let freedom = self.freedom();
        if freedom == 1.0 { nearness } else { nearness.powf((freedom + 1.0) / 2.0) }
    }

    /// ν, the degrees of freedom of Student's distribution: one less than the map's dimensions, at least 1
    /// (van der Maaten 2009, "Learning a parametric embedding by preserving local structure", section 3).
    fn freedom(&self) -> f64 {
        (self.settings.n_components.max(2) - 1) as f64
    }

    fn update_nearness(&mut self) {
        let (freedom, k) = (self.freedom(), self.settings.n_components);
        let mut pairs = self.nearness.iter_mut();
        for i in 0..self.n_stimuli {
            let place = &self.coordinates[i * k..(i + 1) * k];
            for (other, nearness) in self.coordinates[(i + 1) * k..].chunks_exact(k).zip(pairs.by_ref()) {
                let squared: f64 = place.iter().zip(other).map(|(a, b)| (a - b) * (a - b)).sum();
                *nearness = 1.0 / (1.0 + squared / freedom);
            }
        }
        self.kernel_sum = 2.0 * self.nearness.iter().map(|&nearness| self.kernel(nearness)).sum::<f64>();
    }

    /// 2 (ν + 1) / ν Σ_j (p − q) · nearness · (y_i − y_j): van der Maaten & Hinton 2008, equation 5, for any ν.
    /// With three dimensions and more scikit-learn has the kernel in place of the nearness, which is not
    /// the slope of the divergence.
    fn gradient(&self, exaggeration: f64) -> Vec<f64> {
        let k = self.settings.n_components;
        let scale = 2.0 * (self.freedom() + 1.0) / self.freedom();
        let mut gradient = vec![0.0; self.coordinates.len()];
        let mut pairs = self.joint.iter().zip(&self.nearness);
        for i in 0..self.n_stimuli {
            for (j, (p, nearness)) in (i + 1..self.n_stimuli).zip(pairs.by_ref()) {
                let force = scale * (exaggeration * p - self.likeness(*nearness)) * nearness;
                for c in 0..k {
                    let pull = force * (self.coordinates[i * k + c] - self.coordinates[j * k + c]);
                    gradient[i * k + c] += pull;
                    gradient[j * k + c] -= pull;
                }
            }
        }
        gradient
    }
}

/// The standard deviation, divided by the number of values.
fn deviation<'a>(values: impl ExactSizeIterator<Item = &'a f64> + Clone) -> f64 {
    let n = values.len() as f64;
    let mean = values.clone().sum::<f64>() / n;
    (values.map(|value| (value - mean) * (value - mean)).sum::<f64>() / n).sqrt()
}
