//! The networks' matrices, and how well layers are told apart at every noise and threshold.

use analysis::{Rdm, geo_topological};
use draws::Draws;
use recipe::Result;

use super::figures;
use super::identify::{Choices, Products, products};
use super::nets::answers;
use super::noise::{Source, shuffled};
use super::plan::{ETAS, LAYERS, Plan};
use super::shapes::{Paired, pairing};
use super::transform::{BINARY, PLAIN, cells, near_and_far, ranks, ways};
use crate::{Lab, Watch};

/// What is compared to tell layers apart.
pub const STATISTICS: [&str; 5] = [
    "distances (RDM)",
    "ranks of distances",
    "near and far (RGTM)",
    "ways along neighbours (RGDM)",
    "binary, l = u = 0.1",
];
/// Places among [`STATISTICS`].
pub const RDM: usize = 0;
pub const RANKS: usize = 1;
pub const RGTM: usize = 2;
pub const BINARY_PLACE: usize = 4;

/// Layers told apart at one noise.
#[derive(Default)]
pub struct Level {
    /// Share named rightly, a draw each, by [`STATISTICS`].
    pub shares: [Vec<f64>; 5],
    /// Mean share over draws of each cell of thresholds.
    pub cells: Vec<f64>,
    /// The cell chosen for each network.
    pub chosen: Vec<usize>,
}

/// All that a run found.
pub struct Study {
    /// By [`ETAS`].
    pub levels: Vec<Level>,
    /// Shares of each cell where entries are shuffled, mean over draws, and those of thresholds chosen on the tests
    /// themselves and by nesting, a draw each.
    pub control: Vec<f64>,
    pub biased: Vec<f64>,
    pub unbiased: Vec<f64>,
    /// Squared distances of all matrices at the shown noise, `[n, n]`, plain ranks.
    pub apart: Vec<f64>,
    /// Ranks of each layer's mean matrix without noise.
    pub layer_ranks: Vec<Vec<f64>>,
    /// Largest entry by which l = 0, u = 1 differs from ranks, and by which l = 0.1, u = 0.9 does.
    pub identity: f64,
    pub transform_moves: f64,
    pub n_stimuli: usize,
    pub accuracies: Vec<f64>,
    pub paired: Paired,
}

impl Study {
    /// Trains, and tells layers apart.
    pub async fn run(plan: &Plan, seed: u32, lab: &Lab, watch: &mut Watch<'_>) -> Result<Self> {
        watch.stage("training", 0.35).await?;
        let draws = Draws::new(u64::from(seed));
        let seeds = (0..plan.n_nets as u64).map(|net| draws.stream(0).at(net)).collect();
        let answers = answers(seeds, lab, watch).await?;
        let mut layers = answers.layers;
        if plan.is_shuffled {
            let order = draws.stream(9).permutation(layers.len());
            layers = order.into_iter().map(|place| layers[place].clone()).collect();
        }
        let source = Source::new(plan, &layers, draws.stream(1))?;
        let quiet = source.noisy(plan, 0.0, draws)?;
        let layer_ranks: Vec<Vec<f64>> =
            (0..LAYERS.len()).map(|layer| mean_ranks(plan, &quiet, layer)).collect::<Result<_>>()?;

        watch.stage("telling layers apart", 0.85).await?;
        let mut levels: Vec<Level> = Vec::new();
        let mut apart = Vec::new();
        for (place, &eta) in ETAS.iter().enumerate() {
            let (mut level, mut choices) = (Level::default(), Choices::default());
            for draw in 0..plan.n_draws {
                let own = draws.stream(100 + place as u64).stream(draw as u64);
                let noisy = source.noisy(plan, eta, own)?;
                let found = told_apart(plan, &noisy, &mut level, &mut choices).await?;
                if place == plan.shown && draw == 0 {
                    let n = plan.n_matrices();
                    apart = (0..n * n).map(|at| found.squared(at / n, at % n)).collect();
                }
                watch.step(place * plan.n_draws + draw, ETAS.len() * plan.n_draws).await?;
            }
            level.shares[RGTM] = choices.nested();
            (level.cells, level.chosen) = (choices.means(), choices.chosen());
            levels.push(level);
            watch.show(|| {
                Ok(vec![figures::by_noise(plan, &levels)?, figures::layers(&layer_ranks, plan.n_stimuli)])
            })?;
        }
        let mut choices = Choices::default();
        for draw in 0..plan.n_draws {
            let quiet = source.noisy(plan, 0.0, draws.stream(2).stream(draw as u64))?;
            let mixed = shuffled(&quiet, draws.stream(3).stream(draw as u64))?;
            choices.add(&of_cells(plan, &mixed).await?);
        }
        let (control, biased, unbiased) = (choices.means(), choices.biased(), choices.nested());

        watch.stage("pairing shapes", 1.0).await?;
        let paired =
            pairing(plan.distortion, (!plan.is_straight).then_some(plan.neighbours), draws.stream(4))?;
        let [identity, transform_moves] = against_ranks(plan, &layer_ranks)?;
        let (n_stimuli, accuracies) = (plan.n_stimuli, answers.accuracies);
        Ok(Self {
            levels,
            control,
            biased,
            unbiased,
            apart,
            layer_ranks,
            identity,
            transform_moves,
            n_stimuli,
            accuracies,
            paired,
        })
    }
}

/// Mean of at least one number.
pub fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len() as f64
}

/// How far the engine's transform moves ranks at most: with l = 0, u = 1, and with l = 0.1, u = 0.9.
fn against_ranks(plan: &Plan, all: &[Vec<f64>]) -> Result<[f64; 2]> {
    let mut largest = [0.0_f64; 2];
    for ranks in all {
        let rdm = Rdm::from_upper(ranks.clone(), plan.n_stimuli).map_err(super::noise::failed)?;
        for (most, [l, u]) in largest.iter_mut().zip([[0.0, 1.0], [0.1, 0.9]]) {
            let moved = geo_topological(&rdm, l, u).map_err(super::noise::failed)?;
            *most = moved.upper().iter().zip(ranks).map(|(a, b)| (a - b).abs()).fold(*most, f64::max);
        }
    }
    Ok(largest)
}

/// Ranks of the mean over networks of a layer's ranks.
fn mean_ranks(plan: &Plan, all: &[Rdm], layer: usize) -> Result<Vec<f64>> {
    let own = all.iter().skip(layer).step_by(LAYERS.len());
    let ranked = own.map(ranks).collect::<Result<Vec<_>>>()?;
    let mean = (0..ranked[0].len()).map(|at| ranked.iter().map(|ranks| ranks[at]).sum::<f64>()).collect();
    ranks(&Rdm::from_upper(mean, plan.n_stimuli).map_err(super::noise::failed)?)
}

/// Products of all matrices in each cell of thresholds.
async fn of_cells(plan: &Plan, all: &[Rdm]) -> Result<Vec<Products>> {
    let ranked = all.iter().map(ranks).collect::<Result<Vec<_>>>()?;
    let width = ranked[0].len();
    let mut sets = Vec::with_capacity(cells().len() * ranked.len() * width);
    for cell in cells() {
        sets.extend(ranked.iter().flat_map(|ranks| near_and_far(ranks, cell)).map(|v| v as f32));
    }
    products(sets, plan.n_nets, LAYERS.len(), width).await
}

/// Adds one draw to a level, all but the share of chosen thresholds; gives the products of plain ranks.
async fn told_apart(plan: &Plan, all: &[Rdm], level: &mut Level, choices: &mut Choices) -> Result<Products> {
    let ranked = all.iter().map(ranks).collect::<Result<Vec<_>>>()?;
    let width = ranked[0].len();
    let mut sets: Vec<f32> = all.iter().flat_map(|rdm| rdm.upper().iter().map(|&d| d as f32)).collect();
    for ranks in &ranked {
        sets.extend(ways(ranks, plan.n_stimuli, plan.neighbours)?.into_iter().map(|v| v as f32));
    }
    sets.extend(ranked.iter().flat_map(|ranks| near_and_far(ranks, [BINARY; 2])).map(|v| v as f32));
    let three = products(sets, plan.n_nets, LAYERS.len(), width).await?;
    let mut grid = of_cells(plan, all).await?;
    choices.add(&grid);
    for (place, found) in [(RDM, &three[0]), (RANKS, &grid[PLAIN]), (3, &three[1]), (BINARY_PLACE, &three[2])]
    {
        level.shares[place].push(mean(&found.shares()));
    }
    Ok(grid.swap_remove(PLAIN))
}
