//! Mutual information from nearest neighbours.
//!
//! Kraskov, Stögbauer & Grassberger 2004, "Estimating mutual information", Physical Review E 69:066138.

use super::InformationUnit;
use crate::activations::{Activations, Number};
use crate::error::{Error, LayerError, Result};

/// Which of the paper's two estimators is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum KsgAlgorithm {
    /// I⁽¹⁾, equation 8: one square around each point; scikit-learn's, which sets what is below 0 to 0.
    One,
    /// I⁽²⁾, equation 9: a rectangle around each point.
    Two,
}

/// I(X; Y) of two continuous variables, units or layers, from the `k` nearest neighbours of each of n
/// stimuli; 0 on average for unrelated ones, and then often below.
///
/// Distances are the largest difference of any unit (maximum norm), in X, in Y, and in both together.
/// I⁽¹⁾ = ψ(k) + ψ(n) − ⟨ψ(n_x + 1) + ψ(n_y + 1)⟩, where n_x stimuli are nearer in X than the k-th
/// neighbour is in both; I⁽²⁾ = ψ(k) − 1/k + ψ(n) − ⟨ψ(n_x) + ψ(n_y)⟩, where n_x stimuli are at most as
/// far in X as the furthest of the k neighbours is in X. Of equally near neighbours the first are taken.
///
/// Cost: `n_stimuli² · (units of both)` and n_stimuli² log n_stimuli.
///
/// # Errors
/// Different numbers of stimuli, fewer than 2, k that is not from 1 to n_stimuli − 1, more than k stimuli
/// with the same answers in both, which no continuous variables have.
pub fn ksg_mutual_information(
    x: &Activations<impl Number>,
    y: &Activations<impl Number>,
    k: usize,
    algorithm: KsgAlgorithm,
    unit: InformationUnit,
) -> Result<f64> {
    let measure = "mutual information by nearest neighbours";
    let (n, second) = (x.n_stimuli(), y.n_stimuli());
    if n != second {
        return Err(Error::DifferentStimuli { measure, first: n, second });
    }
    if n < 2 {
        let why = "a single one has no neighbour";
        return Err(Error::TooFewStimuli { measure, needs: 2, found: n, why });
    }
    if k == 0 || k >= n {
        return Err(Error::Layer(LayerError::SettingOutOfRange {
            measure,
            asked: format!("{k} neighbours"),
            expected: format!("{n} stimuli have between 1 and {}", n - 1),
        }));
    }
    let psi = digamma_less_constant(n);
    let mut sum = 0.0;
    for stimulus in 0..n {
        let others = (0..n).filter(|&other| other != stimulus);
        let distances: Vec<(f64, f64)> = others
            .map(|other| (furthest_unit(x, stimulus, other), furthest_unit(y, stimulus, other)))
            .collect();
        let mut near = distances.clone();
        near.sort_by(|a, b| a.0.max(a.1).total_cmp(&b.0.max(b.1)));
        near.truncate(k);
        let radius = near.last().map_or(0.0, |last| last.0.max(last.1));
        if radius == 0.0 {
            return Err(Error::Layer(LayerError::Undefined {
                measure,
                because: format!(
                    "stimulus {stimulus} (counted from 0) and {k} others have the same answers in both inputs, which continuous variables never have"
                ),
                next: "leave repeated stimuli out, add a little noise, or take bins",
            }));
        }
        sum += match algorithm {
            KsgAlgorithm::One => {
                let n_x = distances.iter().filter(|d| d.0 < radius).count();
                let n_y = distances.iter().filter(|d| d.1 < radius).count();
                psi[n_x + 1] + psi[n_y + 1]
            }
            KsgAlgorithm::Two => {
                let x_radius = near.iter().map(|d| d.0).fold(0.0, f64::max);
                let y_radius = near.iter().map(|d| d.1).fold(0.0, f64::max);
                let n_x = distances.iter().filter(|d| d.0 <= x_radius).count();
                let n_y = distances.iter().filter(|d| d.1 <= y_radius).count();
                psi[n_x] + psi[n_y] + 1.0 / k as f64
            }
        };
    }
    Ok(unit.of_nats(psi[k] + psi[n] - sum / n as f64))
}

/// ψ(m) + γ = 1 + 1/2 + … + 1/(m − 1) for m from 1 to n, in the place m. Euler's constant γ is left out:
/// two ψ less two ψ are the same without it.
fn digamma_less_constant(n: usize) -> Vec<f64> {
    let mut psi = vec![0.0; n + 1];
    for m in 2..=n {
        psi[m] = psi[m - 1] + 1.0 / (m - 1) as f64;
    }
    psi
}

fn furthest_unit(x: &Activations<impl Number>, i: usize, j: usize) -> f64 {
    let pairs = x.row(i).iter().zip(x.row(j));
    pairs.map(|(&a, &b)| (a.into() - b.into()).abs()).fold(0.0, f64::max)
}
