//! A training, and what was found in each layer before and after it.

use std::rc::Rc;

use analysis::Activations;
use draws::Draws;
use recipe::Result;

use super::clusters::Clusters;
use super::curves;
use super::layer::Layer;
use super::nets::Nets;
use super::pairs::{Pair, correlate, finds_own_order, one_to_one, reordered};
use super::plan::{ANALYSED, N_POINTS, Plan};
use super::sparse::{Sparse, sparse};
use super::triangles::{comes_home, home_rate};
use crate::pictures::Pictures;
use crate::{Lab, Watch};

/// The file of clothes.
pub const FILE: &str = "fashion-mnist/train-1.npz";
/// Pictures of the curves' points, and of the layers' analysis.
const N_LIVE: usize = 200;
/// Matchings of answers that do not belong together around the triangle, and the rows of each.
const N_SHUFFLES: usize = 20;
const CHANCE_ROWS: usize = 500;

/// One point of the curves.
pub struct Point {
    /// Steps made.
    pub step: u64,
    /// Loss on pictures that training does not see, a network each.
    pub losses: Vec<f64>,
    /// Share of them that are named rightly.
    pub accuracies: Vec<f64>,
    /// Mean matched correlation of each pair, by layer.
    pub matched: [Vec<f64>; 3],
}

/// What was found in a layer.
pub struct LayerStudy {
    pub layer: Layer,
    /// Every two networks.
    pub pairs: Vec<Pair>,
    /// Mean matched correlation of each pair before training.
    pub untrained: Vec<f64>,
    /// Units of all networks that answer alike to everything.
    pub n_silent: usize,
    /// Share of units that come home around three networks; none with fewer.
    pub home: Option<f64>,
    /// Sparse predictions, a pair each.
    pub sparse: Vec<Sparse>,
    /// Clusters, a pair each, and the control's ratios.
    pub clusters: Vec<Clusters>,
    pub shuffled_ratios: Vec<f64>,
    /// Whether each network matched with itself in another order gives back that order.
    pub finds_own_order: bool,
}

/// All that a run found.
pub struct Study {
    pub points: Vec<Point>,
    pub layers: Vec<LayerStudy>,
    /// Units of all layers that come home where no rows belong together, a shuffle each.
    pub shuffled_home: Vec<f64>,
    /// First filters of each network, `[unit, kernel, kernel]`.
    pub filters: Vec<Vec<f32>>,
}

impl Study {
    /// Trains, measures and shows the curves as they grow.
    pub async fn run(plan: &Plan, seed: u32, lab: &Lab, watch: &mut Watch<'_>) -> Result<Self> {
        watch.stage("reading the pictures", 0.05).await?;
        let train = Pictures::read(lab, FILE, [0, plan.n_pictures], 1)?.standardised();
        let seen = Rc::new(Pictures::read(lab, FILE, ANALYSED, 1)?.standardised());
        let draws = Draws::new(u64::from(seed)).stream(1);
        let labels = match plan.is_shuffled {
            true => draws.stream(9).permutation(train.len()).into_iter().map(|at| train.labels[at]).collect(),
            false => train.labels.clone(),
        };
        let (train, labels) = (Rc::new(train), Rc::new(labels));
        let mut nets = Nets::new(plan, train.side, seed, &lab.device)?;
        let before = answers(&nets, &seen).await?;
        let untrained: Vec<Vec<f64>> =
            before.iter().map(|of_layer| means(plan, of_layer)).collect::<Result<_>>()?;
        drop(before);

        watch.stage("training", 0.6).await?;
        let mut points = vec![point(plan, &nets, &seen).await?];
        let all = plan.n_steps();
        for at in 1..=if all > 0 { N_POINTS as u64 } else { 0 } {
            nets.train_to(all * at / N_POINTS as u64, plan, &train, &labels, &mut watch.training(0, all))
                .await?;
            points.push(point(plan, &nets, &seen).await?);
            watch.show(|| Ok(curves::both(plan, &points).into()))?;
        }

        watch.stage("matching units", 1.0).await?;
        let after = answers(&nets, &seen).await?;
        let mut layers = Vec::new();
        for (of_layer, untrained) in after.iter().zip(untrained) {
            let done = layers.len();
            layers.push(layer_study(plan, of_layer, untrained, draws, watch, done).await?);
        }
        let mut shuffled_home = vec![0.0; if plan.n_nets > 2 { N_SHUFFLES } else { 0 }];
        for (layer, answers) in &after {
            for (shuffle, sum) in shuffled_home.iter_mut().enumerate() {
                let draws = draws.stream(200 + *layer as u64).stream(shuffle as u64);
                *sum += shuffled_home_count(plan, *layer, answers, draws)?;
            }
        }
        Ok(Self { points, layers, shuffled_home, filters: nets.filters().await? })
    }

    /// What was found in a layer.
    pub fn of(&self, layer: Layer) -> &LayerStudy {
        &self.layers[layer as usize]
    }
}

/// A layer with the answers of each network.
type Answers = (Layer, Vec<Activations>);

async fn answers(nets: &Nets, pictures: &Pictures) -> Result<Vec<Answers>> {
    let mut all = Vec::new();
    for layer in Layer::ALL {
        all.push((layer, nets.answers(layer, pictures, pictures.len()).await?));
    }
    Ok(all)
}

/// Every two networks, the lower first.
fn every_two(n_nets: usize) -> Vec<[usize; 2]> {
    (0..n_nets).flat_map(|a| (a + 1..n_nets).map(move |b| [a, b])).collect()
}

/// Mean matched correlation of every two networks.
fn means(plan: &Plan, (layer, answers): &Answers) -> Result<Vec<f64>> {
    let mean = |[a, b]: [usize; 2]| {
        let correlations = correlate(*layer, &answers[a], &answers[b])?;
        Ok(one_to_one(&correlations, plan.is_unmatched).mean_correlation())
    };
    every_two(plan.n_nets).into_iter().map(mean).collect()
}

async fn point(plan: &Plan, nets: &Nets, pictures: &Pictures) -> Result<Point> {
    let [losses, accuracies] = nets.measure(pictures).await?;
    let mut matched = [const { Vec::new() }; 3];
    for (layer, matched) in Layer::ALL.into_iter().zip(&mut matched) {
        *matched = means(plan, &(layer, nets.answers(layer, pictures, N_LIVE).await?))?;
    }
    Ok(Point { step: nets.steps(), losses, accuracies, matched })
}

async fn layer_study(
    plan: &Plan,
    (layer, answers): &Answers,
    untrained: Vec<f64>,
    draws: Draws,
    watch: &mut Watch<'_>,
    done: usize,
) -> Result<LayerStudy> {
    let draws = draws.stream(100 + *layer as u64);
    let two = every_two(plan.n_nets);
    let (mut pairs, mut sparses, mut clusters, mut shuffled_ratios) = (vec![], vec![], vec![], vec![]);
    for (place, &nets) in two.iter().enumerate() {
        watch.step(done * two.len() + place, Layer::ALL.len() * two.len()).await?;
        let own = draws.stream(place as u64);
        let both = nets.map(|net| &answers[net]);
        pairs.push(Pair::new(*layer, nets, answers, plan.is_unmatched, own.stream(0))?);
        sparses.push(sparse(*layer, both[0], both[1], plan.budget, own.at(1))?);
        clusters.push(Clusters::new(*layer, both, plan.n_clusters, own.stream(2), false)?);
        shuffled_ratios.push(Clusters::new(*layer, both, plan.n_clusters, own.stream(3), true)?.ratio);
    }
    let mut finds_all = true;
    for (net, own) in answers.iter().enumerate() {
        finds_all &= finds_own_order(*layer, own, plan.is_unmatched, draws.stream(1000 + net as u64))?;
    }
    let n_units = plan.n_units(*layer);
    let live = |net: usize| {
        let of = pairs.iter().find(|pair: &&Pair| pair.nets.contains(&net));
        let units = |pair: &Pair| match pair.nets[0] == net {
            true => pair.correlations.first.len(),
            false => pair.correlations.second.len(),
        };
        of.map_or(n_units, units)
    };
    Ok(LayerStudy {
        layer: *layer,
        n_silent: (0..plan.n_nets).map(|net| n_units - live(net)).sum(),
        home: home_rate(plan.n_nets, &pairs, |pair| &pair.one_to_one),
        pairs,
        untrained,
        sparse: sparses,
        clusters,
        shuffled_ratios,
        finds_own_order: finds_all,
    })
}

/// How many units come home around the first three networks when no rows belong together.
fn shuffled_home_count(plan: &Plan, layer: Layer, answers: &[Activations], draws: Draws) -> Result<f64> {
    let [a, b, c, ..] = answers else { return Ok(0.0) };
    let n_rows = a.n_stimuli();
    let chance = |x: &Activations, y: &Activations, number: u64| {
        let draws = draws.stream(number);
        // Rows of each are drawn on their own, so that no two belong together.
        let drawn = |x: &Activations, stream: u64| {
            let rows: Vec<usize> =
                (0..CHANCE_ROWS).map(|row| draws.stream(stream).below(row as u64, n_rows)).collect();
            reordered(layer, x, &rows)
        };
        let correlations = correlate(layer, &drawn(x, 0)?, &drawn(y, 1)?)?;
        Ok::<_, recipe::Error>(one_to_one(&correlations, plan.is_unmatched))
    };
    let (ab, bc, ac) = (chance(a, b, 0)?, chance(b, c, 1)?, chance(a, c, 2)?);
    Ok(comes_home(&ab, &bc, &ac) * ab.pairs.len() as f64)
}
