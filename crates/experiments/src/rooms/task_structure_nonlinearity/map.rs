//! Over which inputs and how much noise which nonlinearity aligns more: the gap in target alignment, cell by cell.

use recipe::Result;
use tensor::Device;

use super::measure::{gaps, mean, measure};
use super::population::{Group, Population, Sizes};
use super::study::Plan;
use crate::Watch;

/// Structures of the inputs, one a row.
pub const STRUCTURES: [f64; 5] = [0.0, 0.25, 0.5, 0.75, 1.0];
/// Lengths of the noise, one a column.
pub const NOISES: [f64; 4] = [0.0, 1.0, 2.0, 3.0];
/// Networks of a cell.
pub const N_NETS: usize = 2;

/// Gap in target alignment, tanh less its rival, mean over [`N_NETS`] networks: row-major `[structure, noise]`.
pub async fn map(plan: &Plan, seed: u32, device: &Device, watch: &mut Watch<'_>) -> Result<Vec<f64>> {
    let cell = |&structure: &f64| NOISES.map(|noise| Group { target: plan.shown, structure, noise });
    let groups: Vec<Group> = STRUCTURES.iter().flat_map(cell).collect();
    let sizes = Sizes { n_nets: N_NETS, ..plan.sizes };
    let mut found = Vec::new();
    for (done, f) in [plan.first, plan.rival].into_iter().enumerate() {
        let mut population = Population::new(f, groups.clone(), sizes, seed, device)?;
        let others = done as u64 * plan.n_steps;
        population.train_to(plan.n_steps, &mut watch.training(others, 2 * plan.n_steps)).await?;
        found.push(measure(&population).await?);
    }
    let cells = found[0].iter().zip(&found[1]);
    Ok(cells.map(|(first, rival)| mean(&gaps(&first.target, &rival.target))).collect())
}
