//! Soft matching: each unit is spread over the units of the other layer, all units weighing the same.

use super::WHY;
use super::curves::Curves;
use super::transport::{Flow, cheapest};
use crate::activations::{Activations, Number};
use crate::error::{Error, LikenessError, Operand, Result};
use crate::same_stimuli::{refuse_stimuli, refuse_units};

/// The soft matching distance: √ of the least Σ Pᵢⱼ |xᵢ − yⱼ|² over all P with rows summing to 1/p and
/// columns to 1/q, for the tuning curves x of p units and y of q units as they are (Khosla & Williams
/// 2024). The unit is activation; it grows with √n_stimuli.
///
/// A metric: 0 exactly for the same units in another order, also if all are repeated equally often.
/// With as many units in both layers it is the best one-to-one matching. The transport is solved
/// exactly, by shortest paths.
///
/// Cost: `n_stimuli · p · q` multiply-adds and at least as much again for the transport, up to
/// `(p + q) · p · q`.
///
/// # Errors
/// Different or fewer than 3 stimuli, too many units for memory, answers too large for f64.
pub fn soft_matching_distance(x: &Activations<impl Number>, y: &Activations<impl Number>) -> Result<f64> {
    let measure = "soft_matching_distance";
    refuse_stimuli(measure, x, y, 3, WHY)?;
    refuse_units(measure, x.n_units(), y.n_units())?;
    let scale = largest(x).max(largest(y));
    if scale == 0.0 {
        return Ok(0.0);
    }
    let (a, b) = (Curves::divided(x, scale), Curves::divided(y, scale));
    let (of_a, of_b) = (a.squares(), b.squares());
    let costs: Vec<f64> = a
        .products(&b)
        .chunks_exact(b.len())
        .zip(&of_a)
        .flat_map(|(row, aa)| row.iter().zip(&of_b).map(move |(ab, bb)| aa + bb - 2.0 * ab))
        .collect();
    // The chosen differences are taken again from the answers, without the cancellation above.
    let squared = mean_of(&plan(&costs, a.len(), b.len()), |row, column| a.squared_distance(row, &b, column));
    let distance = scale * squared.sqrt();
    if !distance.is_finite() {
        return Err(Error::Likeness(LikenessError::LayerOutOfRange { measure, which: Operand::First }));
    }
    Ok(distance)
}

/// The soft matching correlation: the largest Σ Pᵢⱼ corr(xᵢ, yⱼ) over the same P as for
/// [`soft_matching_distance`] (Khosla & Williams 2024), −1 to 1.
///
/// Units that answer alike to all stimuli have no correlation and are left out.
///
/// Cost: as [`soft_matching_distance`].
///
/// # Errors
/// As [`soft_matching_distance`], and a layer whose units answer alike to all stimuli.
pub fn soft_matching_correlation(x: &Activations<impl Number>, y: &Activations<impl Number>) -> Result<f64> {
    let measure = "soft_matching_correlation";
    refuse_stimuli(measure, x, y, 3, WHY)?;
    refuse_units(measure, x.n_units(), y.n_units())?;
    let a = Curves::standardised(x, measure, Operand::First)?;
    let b = Curves::standardised(y, measure, Operand::Second)?;
    let costs: Vec<f64> = a.products(&b).into_iter().map(|r| -r).collect();
    let plan = plan(&costs, a.len(), b.len());
    Ok(mean_of(&plan, |row, column| -costs[row * b.len() + column]).clamp(-1.0, 1.0))
}

/// The cheapest plan in whole numbers: each of p rows sends q/g, each of q columns takes p/g, with g
/// the greatest common divisor of p and q.
fn plan(costs: &[f64], rows: usize, columns: usize) -> Vec<Flow> {
    let divisor = greatest_common_divisor(rows, columns);
    cheapest(costs, columns, columns / divisor, rows / divisor)
}

/// The mean of `value` over all that flows.
fn mean_of(plan: &[Flow], value: impl Fn(usize, usize) -> f64) -> f64 {
    let sum: f64 = plan.iter().map(|flow| flow.amount as f64 * value(flow.row, flow.column)).sum();
    sum / plan.iter().map(|flow| flow.amount as f64).sum::<f64>()
}

/// Euclid's algorithm.
fn greatest_common_divisor(a: usize, b: usize) -> usize {
    if b == 0 { a } else { greatest_common_divisor(b, a % b) }
}

fn largest(x: &Activations<impl Number>) -> f64 {
    x.data().iter().fold(0.0, |most: f64, &value| most.max(Into::<f64>::into(value).abs()))
}
