//! The map, moved epoch by epoch: neighbours attract, drawn others repel.

use draws::Draws;

use super::MEASURE;
use super::curve::{UmapCurve, umap_curve};
use super::fuzzy::{FuzzyGraph, fuzzy_graph};
use super::settings::UmapSettings;
use crate::error::{Error, MapError, Result};
use crate::rdm::Rdm;

/// No coordinate moves further than this times the learning rate at once: umap-learn's `clip`.
const LONGEST: f64 = 4.0;
/// Keeps repulsion finite at distance 0: umap-learn's.
const SOFTENING: f64 = 1e-3;

/// A UMAP map in the making: draw it between epochs, and drop it to cancel.
#[derive(Debug, Clone)]
pub struct Umap {
    settings: UmapSettings,
    curve: UmapCurve,
    graph: FuzzyGraph,
    coordinates: Vec<f64>,
    /// Of each edge, the epoch at which it attracts next, and up to which its repulsion was done.
    next: Vec<f64>,
    repelled: Vec<f64>,
    /// The weight of the strongest edge, which attracts in every epoch.
    strongest: f64,
    n_draws: u64,
    n_done: usize,
}

impl Umap {
    /// The start of a map of an RDM.
    ///
    /// The draws are the same on every machine; exponentials are rounded as the platform rounds them, and
    /// many epochs make small differences large. Cost: `n_stimuli²` to find neighbours, and of the start.
    /// Meant for up to 5,000 stimuli.
    ///
    /// # Errors
    /// What [`fuzzy_graph`] and [`umap_curve`] refuse; no component or more than `n_stimuli − 1`; no
    /// epoch; a rate or a repulsion that is not above 0; a start of another size; distances that are all 0.
    pub fn new(rdm: &Rdm, settings: UmapSettings) -> Result<Self> {
        let n = rdm.n_stimuli();
        settings.refuse(n)?;
        let curve = umap_curve(settings.min_distance, settings.spread)?;
        let mut graph = fuzzy_graph(rdm, settings.n_neighbours)?;
        if rdm.upper().iter().all(|&d| d == 0.0) {
            return Err(Error::Maps(MapError::NothingToMap { measure: MEASURE, n_stimuli: n }));
        }
        // An edge so weak that it would attract in no epoch is left out.
        let strongest = graph.edges.iter().fold(0.0_f64, |most, edge| most.max(edge.weight));
        graph.edges.retain(|edge| edge.weight >= strongest / settings.n_epochs as f64);
        let noise = Draws::new(settings.seed).stream(0);
        let coordinates = settings.start.coordinates(rdm, &graph, settings.n_components, noise)?;
        let next: Vec<f64> = graph.edges.iter().map(|edge| strongest / edge.weight).collect();
        let repelled = next.iter().map(|period| period / settings.negative_samples as f64).collect();
        Ok(Self { settings, curve, graph, coordinates, next, repelled, strongest, n_draws: 0, n_done: 0 })
    }

    /// One epoch: each edge whose turn it is pulls its ends together, then drawn stimuli push its start
    /// away (McInnes et al. 2018, algorithm 5). Nothing happens after the last one. Cost: about edges · `n_components` · 6.
    pub fn step(&mut self) {
        if self.is_finished() {
            return;
        }
        let epoch = self.n_done as f64;
        // One epoch late, as in umap-learn.
        let done = self.n_done.saturating_sub(1) as f64 / self.settings.n_epochs as f64;
        let rate = self.settings.learning_rate * (1.0 - done);
        let draws = Draws::new(self.settings.seed).stream(1);
        for place in 0..self.graph.edges.len() {
            if self.next[place] > epoch {
                continue;
            }
            let edge = self.graph.edges[place];
            self.attract(edge.from, edge.to, rate);
            let period = self.strongest / edge.weight;
            self.next[place] += period;
            let each = period / self.settings.negative_samples as f64;
            let n_drawn = ((epoch - self.repelled[place]) / each) as usize;
            for _ in 0..n_drawn {
                let other = draws.below(self.n_draws, self.graph.n_stimuli);
                self.n_draws += 1;
                self.repel(edge.from, other, rate);
            }
            self.repelled[place] += n_drawn as f64 * each;
        }
        self.n_done += 1;
    }

    fn attract(&mut self, i: usize, j: usize, rate: f64) {
        let UmapCurve { a, b } = self.curve;
        let squared = self.squared_distance(i, j);
        if squared == 0.0 {
            return;
        }
        let force = -2.0 * a * b * squared.powf(b - 1.0) / (a * squared.powf(b) + 1.0);
        let k = self.settings.n_components;
        for c in 0..k {
            let pull = force * (self.coordinates[i * k + c] - self.coordinates[j * k + c]);
            let pull = rate * pull.clamp(-LONGEST, LONGEST);
            self.coordinates[i * k + c] += pull;
            self.coordinates[j * k + c] -= pull;
        }
    }

    fn repel(&mut self, i: usize, j: usize, rate: f64) {
        let UmapCurve { a, b } = self.curve;
        let squared = self.squared_distance(i, j);
        if squared == 0.0 {
            return;
        }
        let force = 2.0 * self.settings.repulsion * b / ((SOFTENING + squared) * (a * squared.powf(b) + 1.0));
        let k = self.settings.n_components;
        for c in 0..k {
            let push = force * (self.coordinates[i * k + c] - self.coordinates[j * k + c]);
            self.coordinates[i * k + c] += rate * push.clamp(-LONGEST, LONGEST);
        }
    }

    fn squared_distance(&self, i: usize, j: usize) -> f64 {
        let k = self.settings.n_components;
        let (a, b) = (&self.coordinates[i * k..][..k], &self.coordinates[j * k..][..k]);
        a.iter().zip(b).map(|(a, b)| (a - b) * (a - b)).sum()
    }

    /// All epochs that are left.
    pub fn run(&mut self) {
        while !self.is_finished() {
            self.step();
        }
    }

    /// Whether all epochs are made.
    pub fn is_finished(&self) -> bool {
        self.n_done >= self.settings.n_epochs
    }

    /// How many epochs were made.
    pub fn n_done(&self) -> usize {
        self.n_done
    }

    /// Where each stimulus lies, `[n_stimuli, n_components]`, row-major, without a unit.
    pub fn coordinates(&self) -> &[f64] {
        &self.coordinates
    }

    /// How many stimuli and dimensions the map has.
    pub fn shape(&self) -> (usize, usize) {
        (self.graph.n_stimuli, self.settings.n_components)
    }

    /// The graph that is laid out, without the edges that are too weak to attract once.
    pub fn graph(&self) -> &FuzzyGraph {
        &self.graph
    }
}
