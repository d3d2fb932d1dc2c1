//! From which threshold to which each component and each loop lasts.
//!
//! Persistent cohomology: Edelsbrunner, Letscher & Zomorodian 2002, "Topological persistence and
//! simplification"; de Silva, Morozov & Vejdemo-Johansson 2011, "Dualities in persistent (co)homology"; Bauer 2021,
//! "Ripser: efficient computation of Vietoris–Rips persistence barcodes".

use super::complex::Complex;
use super::refuse_negative;
use crate::error::{Error, RdmError, Result};
use crate::rdm::Rdm;

/// The most stimuli of which a barcode is made: their 4.5 million triangles take about 100 MB.
pub const MAX_TOPOLOGY_STIMULI: usize = 300;

/// The components and loops of stimuli that are joined if they are no further apart than a threshold.
#[derive(Debug, Clone, PartialEq)]
pub struct Barcode {
    /// How many stimuli there are: as many components at threshold 0.
    pub n_stimuli: usize,
    /// The thresholds at which one component joins another, rising, `[n_stimuli − 1]` (unit: that of the RDM).
    pub joins: Vec<f64>,
    /// For each loop the threshold at which it closes and the one at which triangles fill it, in order
    /// of closing; loops that are filled at once are left out.
    pub loops: Vec<(f64, f64)>,
}

/// How many components and loops there are at each threshold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BettiCurves {
    /// Components, `[n_thresholds]`.
    pub b0: Vec<usize>,
    /// Loops that are not filled, `[n_thresholds]`.
    pub b1: Vec<usize>,
}

impl Barcode {
    /// The Betti numbers b0 and b1 where all stimuli are joined that are no further apart than each threshold.
    ///
    /// # Errors
    /// Thresholds that do not rise or are not finite.
    pub fn betti_curves(&self, thresholds: &[f64]) -> Result<BettiCurves> {
        for (place, &value) in thresholds.iter().enumerate() {
            if !value.is_finite() || (place > 0 && value < thresholds[place - 1]) {
                return Err(Error::Rdms(RdmError::ThresholdsNotRising { place, value }));
            }
        }
        let joined = |t: f64| self.joins.iter().filter(|&&join| join <= t).count();
        let open = |t: f64| self.loops.iter().filter(|(closed, filled)| *closed <= t && t < *filled).count();
        Ok(BettiCurves {
            b0: thresholds.iter().map(|&t| self.n_stimuli - joined(t)).collect(),
            b1: thresholds.iter().map(|&t| open(t)).collect(),
        })
    }
}

/// The barcode of the Vietoris–Rips complex of an RDM, with coefficients modulo 2.
///
/// Cost: n_stimuli³ log n_stimuli for the triangles, and the reduction of n_stimuli² / 2 columns: a fraction
/// of a second for 100 stimuli.
///
/// # Errors
/// Distances below 0, more than [`MAX_TOPOLOGY_STIMULI`] stimuli.
pub fn vietoris_rips(rdm: &Rdm) -> Result<Barcode> {
    refuse_negative("a barcode", rdm)?;
    let n_stimuli = rdm.n_stimuli();
    if n_stimuli > MAX_TOPOLOGY_STIMULI {
        return Err(Error::Rdms(RdmError::TooManyForTopology { n_stimuli, most: MAX_TOPOLOGY_STIMULI }));
    }
    let complex = Complex::new(rdm);
    let (joins, closing_edges) = components(&complex, n_stimuli);
    Ok(Barcode { n_stimuli, joins, loops: loops(&complex, &closing_edges) })
}

/// The lengths of the edges that join two components, and the places of the others, which close a loop.
fn components(complex: &Complex, n_stimuli: usize) -> (Vec<f64>, Vec<usize>) {
    let mut component: Vec<usize> = (0..n_stimuli).collect();
    let (mut joins, mut closing) = (Vec::new(), Vec::new());
    for (place, &(length, i, j)) in complex.edges.iter().enumerate() {
        let (of_i, of_j) = (component[i], component[j]);
        if of_i == of_j {
            closing.push(place);
        } else {
            joins.push(length);
            component.iter_mut().filter(|c| **c == of_j).for_each(|c| *c = of_i);
        }
    }
    (joins, closing)
}

/// Which triangle fills the loop that each edge closes.
///
/// From the last closing edge to the first, the column of an edge holds the triangles that have it. While
/// its earliest triangle is that of another column, that column is added modulo 2; what is then its earliest
/// fills the loop.
fn loops(complex: &Complex, closing_edges: &[usize]) -> Vec<(f64, f64)> {
    let mut columns: Vec<Vec<u32>> = Vec::new();
    let mut column_of_triangle: Vec<Option<u32>> = vec![None; complex.longest_edges.len()];
    let mut loops = Vec::new();
    for &edge in closing_edges.iter().rev() {
        let mut column = complex.triangles_of(edge);
        while let Some(&earliest) = column.first() {
            match column_of_triangle[earliest as usize] {
                Some(other) => column = sum_modulo_2(&column, &columns[other as usize]),
                None => {
                    column_of_triangle[earliest as usize] = Some(columns.len() as u32);
                    let closed = complex.length(edge as u32);
                    let filled = complex.length(complex.longest_edges[earliest as usize]);
                    if closed < filled {
                        loops.push((closed, filled));
                    }
                    columns.push(column);
                    break;
                }
            }
        }
    }
    loops.reverse();
    loops
}

/// What is in one of two rising lists and not in both, rising.
fn sum_modulo_2(a: &[u32], b: &[u32]) -> Vec<u32> {
    let mut sum = Vec::with_capacity(a.len() + b.len());
    let (mut i, mut j) = (0, 0);
    while let (Some(&of_a), Some(&of_b)) = (a.get(i), b.get(j)) {
        if of_a <= of_b {
            i += 1;
        }
        if of_b <= of_a {
            j += 1;
        }
        if of_a != of_b {
            sum.push(of_a.min(of_b));
        }
    }
    sum.extend_from_slice(&a[i..]);
    sum.extend_from_slice(&b[j..]);
    sum
}
