//! What representational similarity analysis says of networks that learned one feature or both.

use analysis::{Activations, Distance, Rdm, RdmComparison, compare_rdms, rdm};
use draws::Draws;
use recipe::{Error, Result};

/// Test inputs whose distances are compared.
pub const N_STIMULI: usize = 256;

/// Models of each kind, in this order.
pub const KINDS: [&str; 3] = ["easy only", "hard only", "both"];

/// All comparisons.
pub struct Similarity {
    /// Models of a kind.
    pub n_nets: usize,
    /// Spearman correlation of the models' RDMs, kind by kind: `[3 · n_nets, 3 · n_nets]`.
    pub matrix: Vec<f64>,
    /// Correlation of each model that learned both with those of one feature alone, stimuli of the latter shuffled; mean over
    /// them.
    pub shuffled: f64,
}

impl Similarity {
    /// From layers `[≥ N_STIMULI, width]`, one a model, kind by kind.
    pub fn new(layers: &[&[f32]], width: usize, seed: u32) -> Result<Self> {
        let n_nets = layers.len() / KINDS.len();
        let kept = |layer: &&[f32]| distances(layer[..N_STIMULI * width].to_vec(), width);
        let rdms: Vec<Rdm> = layers.iter().map(kept).collect::<Result<_>>()?;
        let n = rdms.len();
        let mut matrix = vec![1.0; n * n];
        for a in 0..n {
            for b in 0..a {
                let found = correlation(&rdms[a], &rdms[b])?;
                (matrix[a * n + b], matrix[b * n + a]) = (found, found);
            }
        }
        let draws = Draws::new(u64::from(seed)).stream(0x7368_7566);
        let mut shuffled = 0.0;
        for (place, layer) in layers.iter().take(2 * n_nets).enumerate() {
            let order = draws.stream(place as u64).permutation(N_STIMULI);
            let rows = order.iter().flat_map(|&row| &layer[row * width..][..width]).copied();
            let other = distances(rows.collect(), width)?;
            shuffled += correlation(&rdms[2 * n_nets + place % n_nets], &other)? / (2 * n_nets) as f64;
        }
        Ok(Self { n_nets, matrix, shuffled })
    }

    /// Mean correlation of each model of kind `a` with the models of kind `b`, other than itself: one number a model of
    /// kind `a`.
    pub fn between(&self, a: usize, b: usize) -> Vec<f64> {
        let n = KINDS.len() * self.n_nets;
        let of = |net: usize| {
            let others =
                (b * self.n_nets..(b + 1) * self.n_nets).filter(|&other| other != a * self.n_nets + net);
            let row: Vec<f64> =
                others.map(|other| self.matrix[(a * self.n_nets + net) * n + other]).collect();
            row.iter().sum::<f64>() / row.len().max(1) as f64
        };
        (0..self.n_nets).map(of).collect()
    }
}

fn distances(rows: Vec<f32>, width: usize) -> Result<Rdm> {
    Activations::new(rows, N_STIMULI, width)
        .and_then(|layer| rdm(&layer, Distance::Euclidean))
        .map_err(|source| Error::Analysis { site: "hidden layer".to_owned(), source })
}

fn correlation(a: &Rdm, b: &Rdm) -> Result<f64> {
    match compare_rdms(a, b, RdmComparison::Spearman) {
        Ok(value) => Ok(value),
        // All distances of a layer are equal: it says nothing.
        Err(analysis::Error::Rdms(_)) => Ok(0.0),
        Err(source) => Err(Error::Analysis { site: "hidden layer".to_owned(), source }),
    }
}
