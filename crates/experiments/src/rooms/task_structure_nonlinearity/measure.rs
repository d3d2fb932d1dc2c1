//! What is measured of each group of networks.

use recipe::Result;

use super::geometry::{accuracy, input_alignment, specialised_share, target_alignment};
use super::population::Population;
use super::task::{N_CONDITIONS, N_INPUTS, N_OUTPUTS};

/// One number a network.
#[derive(Clone, Debug, Default)]
pub struct Measures {
    /// Alignment of the hidden layer with the targets.
    pub target: Vec<f64>,
    /// Alignment of the hidden layer with the inputs.
    pub input: Vec<f64>,
    /// Share of right outputs on the noise-free conditions.
    pub accuracy: Vec<f64>,
    /// Share of neurons that answer to fewer than half of the conditions.
    pub specialised: Vec<f64>,
}

/// All groups of a population as they stand.
pub async fn measure(population: &Population) -> Result<Vec<Measures>> {
    let [hidden, outputs] = population.respond().await?;
    let means = population.means.to_vec().await?;
    let n_hidden = population.sizes.n_hidden;
    let mut found = Vec::with_capacity(population.groups.len());
    for (place, group) in population.groups.iter().enumerate() {
        let mut measures = Measures::default();
        for net in place * population.sizes.n_nets..(place + 1) * population.sizes.n_nets {
            let of = |all: &'_ [f32], width: usize| -> Vec<f32> {
                all[net * N_CONDITIONS * width..][..N_CONDITIONS * width].to_vec()
            };
            let own = of(&hidden, n_hidden);
            measures.target.push(target_alignment(&own, group.target)?);
            measures.input.push(input_alignment(&own, &of(&means, N_INPUTS))?);
            measures.accuracy.push(accuracy(&of(&outputs, N_OUTPUTS), group.target));
            measures.specialised.push(specialised_share(&own));
        }
        found.push(measures);
    }
    Ok(found)
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

/// `a − b`, network by network.
pub fn gaps(a: &[f64], b: &[f64]) -> Vec<f64> {
    a.iter().zip(b).map(|(a, b)| a - b).collect()
}
