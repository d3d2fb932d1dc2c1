//! All that a run measures.

use draws::Draws;
use recipe::Result;

use super::cascade::Point;
use super::figures;
use super::measures::{accuracies, cascades, confusions, fixed_accuracies, nearest, neighbours, retrievals};
use super::networks::{Kind, Networks, Sizes};
use super::pictures::{CLOTHES, DIGITS, Pictures};
use super::search::Stage;
use crate::{Lab, Settings, Watch};

/// Points of the curves, beside the one before training.
const N_POINTS: u64 = 10;

/// What a run was asked to do.
pub struct Plan {
    pub sizes: Sizes,
    /// Where the funnel starts, and with how many candidates.
    pub funnel: Stage,
    is_shuffled: bool,
}

impl Plan {
    /// From the card's parameters.
    pub fn new(settings: &Settings) -> Result<Self> {
        let width = settings.count("width")?.next_power_of_two();
        let lengths: Vec<usize> = (1..=width.ilog2()).map(|power| 1 << power).collect();
        let weight = |&length: &usize| match settings.choice("weights") {
            Ok("short") => 4.0 / length as f32,
            Ok("long") => length as f32 / 16.0,
            _ => 1.0,
        };
        let mut weights: Vec<f32> = lengths.iter().map(weight).collect();
        if settings.is_fake("no_nesting") {
            let last = weights.len() - 1;
            weights = (0..=last).map(|place| if place == last { 1.0 } else { 0.0 }).collect();
        }
        let sizes = Sizes {
            lengths,
            weights,
            n_hidden: settings.count("hidden")?,
            n_steps: settings.count("steps")? as u64,
            rate: settings.number("rate")?,
            n_nets: settings.count("nets")?,
        };
        let length = settings.count("first_length")?.next_power_of_two().min(width / 2);
        Ok(Self {
            sizes,
            funnel: Stage { length, keep: settings.count("shortlist")? },
            is_shuffled: settings.is_fake("shuffled_labels"),
        })
    }

    /// Lengths between those that are trained, with their places: halfway between neighbours.
    pub fn between(&self) -> Vec<usize> {
        self.sizes.lengths.windows(2).map(|pair| (pair[0] + pair[1]) / 2).collect()
    }
}

/// Share of right answers at each trained length, one list a network.
pub type Shares = Vec<Vec<f64>>;

/// What the nearest stored picture says.
pub struct Nearest {
    pub nested: Shares,
    /// At lengths halfway between.
    pub between: Shares,
    pub fixed: Shares,
    /// Of the widest fixed network: first dimensions, random ones, principal components.
    pub first: Shares,
    pub random: Shares,
    pub components: Shares,
    /// Nested, dimensions dealt out.
    pub dealt_out: Shares,
    /// The same at the first of the lengths between, one number a network.
    pub dealt_out_between: Vec<f64>,
    /// The untrained network.
    pub untrained: Shares,
}

/// A way of retrieval: its stages, multiply-adds, and average precision, one number a network.
pub struct Retrieval {
    pub stages: Vec<Stage>,
    pub cost: usize,
    pub nested: Vec<f64>,
    pub fixed: Vec<f64>,
}

/// A cascade, one a network: chosen on held-out pictures, measured on the others.
pub struct Cascades {
    pub chosen: Vec<Point>,
    pub shuffled: Vec<Point>,
    /// All thresholds of the first network.
    pub curve: Vec<Point>,
    pub shuffled_curve: Vec<Point>,
}

/// All that a run found.
pub struct Study {
    pub steps: Vec<u64>,
    /// Held-out accuracy of nested networks at each point: `[point][length]`, mean over networks.
    pub curve: Vec<Vec<f64>>,
    /// By the heads, on tested pictures.
    pub nested: Shares,
    pub fixed: Shares,
    pub nearest: Nearest,
    pub cascades: Cascades,
    /// Exact at each length, then the funnel.
    pub retrievals: Vec<Retrieval>,
    /// Milliseconds a query: exact by all dimensions, and by the funnel; medians.
    pub milliseconds: [f64; 2],
    /// First network, nested: `[length][true, guessed]` shares.
    pub confusions: Vec<Vec<f64>>,
    /// Names of the four nearest at each length, for some tested pictures.
    pub neighbours: Vec<(String, Vec<Vec<String>>)>,
    pub names: Vec<String>,
    pub n_tested: usize,
    pub n_stored: usize,
}

impl Study {
    /// Trains all networks and measures.
    pub async fn run(plan: &Plan, lab: &Lab, seed: u32, watch: &mut Watch<'_>) -> Result<Self> {
        let draws = Draws::new(u64::from(seed));
        let pictures =
            Pictures::new(lab.file(DIGITS)?, lab.file(CLOTHES)?, draws.stream(0), plan.is_shuffled)?;
        watch.stage("training nested networks", 0.25).await?;
        let mut networks = Networks::new(&plan.sizes, Kind::Nested, &pictures, seed, &lab.device)?;
        let untrained = [networks.say(&pictures.stored).await?, networks.say(&pictures.test).await?];
        let (mut steps, mut curve) = (Vec::new(), Vec::new());
        let all = plan.sizes.n_steps;
        for point in 0..=N_POINTS {
            let step = all * point / N_POINTS;
            networks.train_to(step, &pictures.train, &mut watch.training(0, all)).await?;
            let said = networks.say(&pictures.held_out).await?;
            steps.push(step);
            curve.push(mean_of(&accuracies(&plan.sizes, &said, &pictures.held_out.labels)));
            watch.show(|| Ok(vec![figures::curves(plan, &steps, &curve)]))?;
        }
        let nested = [networks.say(&pictures.stored).await?, networks.say(&pictures.test).await?];
        let held_out = networks.say(&pictures.held_out).await?;
        watch.stage("training fixed networks", 0.7).await?;
        let mut networks = Networks::new(&plan.sizes, Kind::Fixed, &pictures, seed, &lab.device)?;
        networks.train_to(all, &pictures.train, &mut watch.training(0, all)).await?;
        let fixed = [networks.say(&pictures.stored).await?, networks.say(&pictures.test).await?];
        watch.stage("measuring", 1.0).await?;
        let labels = &pictures.test.labels;
        let nearest = nearest(plan, &untrained, [&nested, &fixed], &pictures, draws.stream(1), watch).await?;
        let (retrievals, milliseconds) = retrievals(plan, [&nested, &fixed], &pictures, watch).await?;
        Ok(Self {
            steps,
            curve,
            nested: accuracies(&plan.sizes, &nested[1], labels),
            fixed: fixed_accuracies(&plan.sizes, &fixed[1], labels),
            nearest,
            cascades: cascades(plan, &held_out, &nested[1], &pictures, draws.stream(2)),
            retrievals,
            milliseconds,
            confusions: confusions(&plan.sizes, &nested[1], labels),
            neighbours: neighbours(plan, &nested, &pictures),
            names: pictures.names,
            n_tested: pictures.test.labels.len(),
            n_stored: pictures.stored.labels.len(),
        })
    }
}

/// The mean over networks at each length.
pub fn mean_of(shares: &[Vec<f64>]) -> Vec<f64> {
    let n = shares.first().map_or(0, Vec::len);
    (0..n).map(|place| mean(&shares.iter().map(|row| row[place]).collect::<Vec<_>>())).collect()
}

/// The mean; 0 of none.
pub fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len().max(1) as f64
}
