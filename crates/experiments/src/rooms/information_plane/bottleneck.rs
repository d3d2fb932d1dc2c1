//! The information bottleneck: the most that any summary of given size can say about the label (Tishby, Pereira & Bialek
//! 1999, arXiv:physics/0004057).

use super::information::Point;

/// Summaries of a pattern.
const N_SUMMARIES: usize = 16;
/// Patterns are taken together by their value of the rule.
const N_CELLS: usize = 256;
/// Trade-offs, from little to much.
const N_BETAS: usize = 25;
/// Passes for each; the curve changes by less than 0.001 bit with twice as many.
const N_PASSES: usize = 150;

/// The curve by its points, from the smallest summary to the largest, for probabilities of yes of every pattern in the
/// order of the rule's values.
pub fn curve(probabilities: &[f64]) -> Vec<Point> {
    let per_cell = probabilities.len() / N_CELLS;
    let of_cell = |cell: &[f64]| cell.iter().sum::<f64>() / cell.len() as f64;
    let yes: Vec<f64> = probabilities.chunks_exact(per_cell).map(of_cell).collect();
    // Each cell belongs mostly to one summary at first, neighbours to the same.
    let mut given: Vec<[f64; N_SUMMARIES]> = (0..yes.len())
        .map(|cell| {
            std::array::from_fn(|t| {
                let own = cell * N_SUMMARIES / yes.len() == t;
                if own { 0.9 } else { 0.1 / (N_SUMMARIES - 1) as f64 }
            })
        })
        .collect();
    // From large summaries down, each from the one before: a summary that is given up does not come back.
    let mut points: Vec<Point> = (0..N_BETAS)
        .rev()
        .map(|place| {
            let beta = 1.05 * 300_f64.powf(place as f64 / (N_BETAS - 1) as f64);
            (0..N_PASSES).for_each(|_| pass(&yes, &mut given, beta));
            measure(&yes, &given)
        })
        .collect();
    points.sort_by(|a, b| a.x.total_cmp(&b.x));
    points
}

/// What the curve says at a given I(X;T): between its points, straight lines; beyond its last, that one's.
pub fn bound(curve: &[Point], x: f64) -> f64 {
    let mut before = Point::default();
    for &point in curve {
        if point.x >= x {
            let share = if point.x > before.x { (x - before.x) / (point.x - before.x) } else { 1.0 };
            return before.y + share * (point.y - before.y);
        }
        before = point;
    }
    before.y
}

/// Shares of each summary, and the probability of yes given it.
fn summaries(yes: &[f64], given: &[[f64; N_SUMMARIES]]) -> ([f64; N_SUMMARIES], [f64; N_SUMMARIES]) {
    let n = yes.len() as f64;
    let share: [f64; N_SUMMARIES] = std::array::from_fn(|t| given.iter().map(|row| row[t]).sum::<f64>() / n);
    let of_yes = std::array::from_fn(|t| {
        let both = given.iter().zip(yes).map(|(row, yes)| row[t] * yes).sum::<f64>() / n;
        if share[t] > 0.0 { both / share[t] } else { 0.5 }
    });
    (share, of_yes)
}

/// p(t|x) ∝ p(t) exp(−β KL[p(y|x) ‖ p(y|t)]).
fn pass(yes: &[f64], given: &mut [[f64; N_SUMMARIES]], beta: f64) {
    let (share, of_yes) = summaries(yes, given);
    for (row, &p) in given.iter_mut().zip(yes) {
        let exponent: [f64; N_SUMMARIES] = std::array::from_fn(|t| {
            let distance = divergence(p, of_yes[t]) + divergence(1.0 - p, 1.0 - of_yes[t]);
            share[t].max(f64::MIN_POSITIVE).ln() - beta * distance
        });
        let largest = exponent.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        *row = exponent.map(|e| (e - largest).exp());
        let sum: f64 = row.iter().sum();
        row.iter_mut().for_each(|weight| *weight /= sum);
    }
}

/// p ln(p/q).
fn divergence(p: f64, q: f64) -> f64 {
    if p > 0.0 { p * (p / q.max(1e-300)).ln() } else { 0.0 }
}

fn measure(yes: &[f64], given: &[[f64; N_SUMMARIES]]) -> Point {
    let (share, of_yes) = summaries(yes, given);
    let n = yes.len() as f64;
    let x: f64 =
        given.iter().flat_map(|row| row.iter().zip(&share).map(|(&p, &q)| divergence(p, q) / n)).sum();
    let overall = yes.iter().sum::<f64>() / n;
    let y: f64 = share
        .iter()
        .zip(&of_yes)
        .map(|(&weight, &p)| weight * (divergence(p, overall) + divergence(1.0 - p, 1.0 - overall)))
        .sum();
    let bits = |nats: f64| (nats / std::f64::consts::LN_2).max(0.0);
    Point { x: bits(x), y: bits(y) }
}
