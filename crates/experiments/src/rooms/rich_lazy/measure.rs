//! What is measured of networks on the way.

use recipe::Result;

use super::initial::norm;
use super::kernel::{alignment, gram, tangent_kernel};
use super::network::{BATCH, Gradients, Population};
use super::task::{N_OUTPUTS, N_STEPS};

/// Trials on which loss and accuracy are measured.
const N_TEST: usize = 512;

/// One entry a network, family by family.
#[derive(Clone, Debug, Default)]
pub struct Measures {
    /// Cross-entropy at the decision, in nats, and share of right decisions.
    pub loss: Vec<f64>,
    pub accuracy: Vec<f64>,
    /// ‖W − W₀‖ / ‖W₀‖.
    pub moved: Vec<f64>,
    /// Alignment with the first state's matrix of inner products, and with the first tangent kernel.
    pub representation: Vec<f64>,
    pub kernel: Vec<f64>,
}

/// What is aligned, one entry a network.
#[derive(Clone)]
pub struct Kernels {
    /// Inner products of the states at the decision.
    states: Vec<Vec<f64>>,
    /// Tangent kernels.
    pub tangent: Vec<Vec<f64>>,
}

impl Kernels {
    /// From what a population gives.
    pub fn of(found: Gradients) -> Self {
        let tangent = found.deltas.iter().zip(&found.states);
        Self {
            states: found.last.iter().map(|last| gram(last, last.len() / BATCH)).collect(),
            tangent: tangent.map(|(d, h)| tangent_kernel(d, h, N_OUTPUTS, N_STEPS - 1)).collect(),
        }
    }
}

/// A population as it stands: against its first weights, and its kernels `now` against the `first`.
pub async fn measure(
    population: &Population,
    before: &[Vec<f32>],
    first: &Kernels,
    now: &Kernels,
) -> Result<Measures> {
    let [loss, accuracy] = population.test(N_TEST).await?;
    let weights = population.weights().await?;
    let moved = |(now, before): (&Vec<f32>, &Vec<f32>)| {
        let change: Vec<f64> = now.iter().zip(before).map(|(a, b)| f64::from(a - b)).collect();
        norm(&change) / norm(&before.iter().map(|&w| f64::from(w)).collect::<Vec<_>>())
    };
    let aligned = |a: &[Vec<f64>], b: &[Vec<f64>]| a.iter().zip(b).map(|(a, b)| alignment(a, b)).collect();
    Ok(Measures {
        loss,
        accuracy,
        moved: weights.iter().zip(before).map(moved).collect(),
        representation: aligned(&first.states, &now.states),
        kernel: aligned(&first.tangent, &now.tangent),
    })
}

/// The part of one number a network that belongs to a family.
pub fn of_family(values: &[f64], family: usize, n_nets: usize) -> &[f64] {
    &values[family * n_nets..][..n_nets]
}

/// Mean of at least one number.
pub fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len() as f64
}

/// Smallest and largest of at least one number.
pub fn range(values: &[f64]) -> [f64; 2] {
    let smallest = values.iter().copied().fold(f64::INFINITY, f64::min);
    [smallest, values.iter().copied().fold(f64::NEG_INFINITY, f64::max)]
}
