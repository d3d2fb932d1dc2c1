//! Distances with noise, on themselves or on simulated measurements.

use analysis::{Activations, Rdm, rdm};
use draws::Draws;
use recipe::{Error, Result};

use super::plan::Plan;

/// Stimuli of which each draw takes some.
pub const POOL: usize = 120;
/// The stream of draws that takes them; matrices have those below.
const SAMPLE: u64 = 1 << 20;

/// What noise is added to.
pub enum Source {
    /// Distances themselves.
    Distances(Vec<Rdm>),
    /// Voxels, each a random mixture of units.
    Voxels(Vec<Activations>),
}

impl Source {
    /// From the answers of every layer.
    pub fn new(plan: &Plan, layers: &[Activations], draws: Draws) -> Result<Self> {
        match plan.n_voxels {
            None => Ok(Self::Distances(layers.iter().map(|x| distances(plan, x)).collect::<Result<_>>()?)),
            Some(n) => {
                let mixed = layers.iter().enumerate().map(|(k, x)| mixed(x, n, draws.stream(k as u64)));
                Ok(Self::Voxels(mixed.collect::<Result<_>>()?))
            }
        }
    }

    /// Every matrix of a random sample of the stimuli, with noise of `eta` standard deviations (of its distances, or of
    /// a layer's voxels).
    pub fn noisy(&self, plan: &Plan, eta: f64, draws: Draws) -> Result<Vec<Rdm>> {
        let mut picks = draws.stream(SAMPLE).permutation(POOL);
        picks.truncate(plan.n_stimuli);
        match self {
            Self::Distances(all) => {
                let one = |(k, rdm): (usize, &Rdm)| {
                    let own = draws.stream(k as u64);
                    let rdm = &sample(rdm, &picks)?;
                    let size = eta * spread(rdm.upper().iter().copied());
                    let entries = rdm.upper().iter().enumerate();
                    let upper = entries.map(|(at, d)| d + size * own.normal(at as u64)).collect();
                    Rdm::from_upper(upper, rdm.n_stimuli()).map_err(failed)
                };
                all.iter().enumerate().map(one).collect()
            }
            Self::Voxels(all) => {
                let one = |(k, x): (usize, &Activations)| {
                    let own = draws.stream(k as u64);
                    let rows = picks.iter().flat_map(|&pick| x.row(pick).iter().copied()).collect();
                    let x = &Activations::new(rows, picks.len(), x.n_units()).map_err(failed)?;
                    let size = eta * spread(x.data().iter().map(|&v| f64::from(v)));
                    let entries = x.data().iter().enumerate();
                    let data = entries.map(|(at, &v)| (f64::from(v) + size * own.normal(at as u64)) as f32);
                    let x = Activations::new(data.collect(), x.n_stimuli(), x.n_units()).map_err(failed)?;
                    distances(plan, &x)
                };
                all.iter().enumerate().map(one).collect()
            }
        }
    }
}

/// The same matrices with the entries of each in an order of its own, which leaves no stimulus in its place.
pub fn shuffled(all: &[Rdm], draws: Draws) -> Result<Vec<Rdm>> {
    let one = |(k, rdm): (usize, &Rdm)| {
        let order = draws.stream(k as u64).permutation(rdm.upper().len());
        Rdm::from_upper(order.into_iter().map(|at| rdm.upper()[at]).collect(), rdm.n_stimuli())
            .map_err(failed)
    };
    all.iter().enumerate().map(one).collect()
}

/// The matrix of some of the stimuli, in this order.
fn sample(rdm: &Rdm, picks: &[usize]) -> Result<Rdm> {
    let n = picks.len();
    let pairs = (0..n).flat_map(|i| (i + 1..n).map(move |j| (i, j)));
    Rdm::from_upper(pairs.map(|(i, j)| rdm.get(picks[i], picks[j])).collect(), n).map_err(failed)
}

fn distances(plan: &Plan, x: &Activations) -> Result<Rdm> {
    rdm(x, plan.distance).map_err(failed)
}

/// Random mixtures of units: `[n_stimuli, n]`.
fn mixed(x: &Activations, n: usize, draws: Draws) -> Result<Activations> {
    let p = x.n_units();
    let weights: Vec<f64> = (0..(p * n) as u64).map(|at| draws.normal(at) / (p as f64).sqrt()).collect();
    let mut data = Vec::with_capacity(x.n_stimuli() * n);
    for row in 0..x.n_stimuli() {
        let mut sums = vec![0.0; n];
        for (&value, line) in x.row(row).iter().zip(weights.chunks_exact(n)) {
            sums.iter_mut().zip(line).for_each(|(sum, weight)| *sum += f64::from(value) * weight);
        }
        data.extend(sums.into_iter().map(|v| v as f32));
    }
    Activations::new(data, x.n_stimuli(), n).map_err(failed)
}

/// Standard deviation.
fn spread(values: impl Iterator<Item = f64> + Clone) -> f64 {
    let n = values.clone().count().max(1) as f64;
    let mean = values.clone().sum::<f64>() / n;
    (values.map(|v| (v - mean).powi(2)).sum::<f64>() / n).sqrt()
}

/// An analysis of distances that refused.
pub fn failed(source: analysis::Error) -> Error {
    Error::Analysis { site: "distances".to_owned(), source }
}
