//! Which feature was learned first: the hard one alone for some steps, then both, for three optimisers.

use nn::Optimiser;
use recipe::Result;
use tensor::Device;

use super::feature::Feature;
use super::measure::{Measures, Test, measure};
use super::population::{Group, Population, Shape};
use super::study::Plan;
use crate::Watch;

/// Networks of each case.
pub const N_NETS: usize = 3;
/// How many times Adam's learning rate plain gradient descent has.
pub const SGD_TIMES: f64 = 200.0;
/// The optimisers, in the order of [`Order::lines`].
pub const OPTIMISERS: [&str; 3] = ["plain gradient descent", "Adam", "Adam, moments reset"];

/// What was found.
pub struct Order {
    /// Steps with the hard feature alone, rising, 0 first.
    pub alone: Vec<u64>,
    /// For each optimiser, for each number of steps: the networks after as many steps with both.
    pub lines: Vec<Vec<Measures>>,
}

impl Order {
    /// Share of the hard feature in what both explain of the last hidden layer, one number a network.
    pub fn shares(&self, optimiser: usize, place: usize) -> Vec<f64> {
        self.lines[optimiser][place].hard_shares()
    }
}

/// Trains and measures.
pub async fn order(
    plan: &Plan,
    test: &Test,
    seed: u32,
    device: &Device,
    watch: &mut Watch<'_>,
) -> Result<Order> {
    let alone = vec![0, plan.n_alone / 2, plan.n_alone];
    let adam = Shape { n_nets: N_NETS, optimiser: Optimiser::adam(), ..plan.shape };
    let sgd = Shape { optimiser: Optimiser::sgd(), rate: SGD_TIMES * plan.shape.rate, ..adam };
    let wanted = [Some(Feature::Easy), Some(plan.hard)];
    let groups: Vec<Group> = alone.iter().map(|&n_alone| Group { wanted, n_alone }).collect();
    let longest = plan.n_alone + plan.n_together;
    let all = 2 * longest + (plan.n_alone / 2 + plan.n_together) + longest;
    let mut lines = Vec::new();
    let mut others = 0;
    for shape in [sgd, adam] {
        let mut population = Population::new(groups.clone(), shape, seed, device)?;
        let mut line = Vec::new();
        for (place, n_alone) in alone.iter().enumerate() {
            population.train_to(n_alone + plan.n_together, &mut watch.training(others, all)).await?;
            line.push(measure(&population, test).await?.swap_remove(place));
        }
        others += longest;
        lines.push(line);
    }
    let mut reset = vec![lines[1][0].clone()];
    for &group in &groups[1..] {
        let mut population = Population::new(vec![group], adam, seed, device)?;
        population.train_to(group.n_alone, &mut watch.training(others, all)).await?;
        population.forget()?;
        population.train_to(group.n_alone + plan.n_together, &mut watch.training(others, all)).await?;
        others += group.n_alone + plan.n_together;
        reset.push(measure(&population, test).await?.swap_remove(0));
    }
    lines.push(reset);
    Ok(Order { alone, lines })
}
