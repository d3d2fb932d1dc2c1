//! How far two groupings of the same stimuli agree beyond chance.

use crate::error::{Error, MapError, Result};
use crate::labels::Labels;

/// The adjusted Rand index: pairs of stimuli on which both groupings agree, beyond chance.
///
/// Hubert & Arabie 1985, "Comparing partitions", Journal of Classification 2, equation 5; as
/// scikit-learn's `adjusted_rand_score`. 1 for the same groups, 0 on average for random ones, at least
/// −0.5. Cost: `n_stimuli` + the product of the numbers of groups.
///
/// # Errors
/// Groupings of different numbers of stimuli; fewer than 2 stimuli.
pub fn adjusted_rand_index(a: &Labels, b: &Labels) -> Result<f64> {
    let counts = counts_of_both("adjusted_rand_index", a, b)?;
    let pairs = |count: usize| count as f64 * (count as f64 - 1.0) / 2.0;
    let together_in = |labels: &Labels| labels.counts().into_iter().map(pairs).sum::<f64>();
    let (in_a, in_b) = (together_in(a), together_in(b));
    let in_both: f64 = counts.iter().copied().map(pairs).sum();
    // Both groupings say the same of every pair, which also covers one group and single stimuli.
    if in_both == in_a && in_both == in_b {
        return Ok(1.0);
    }
    let by_chance = in_a * in_b / pairs(a.n_stimuli());
    Ok((in_both - by_chance) / ((in_a + in_b) / 2.0 - by_chance))
}

/// The adjusted mutual information: what one grouping says of the other, beyond chance.
///
/// Vinh, Epps & Bailey 2010, "Information theoretic measures for clusterings comparison", Journal of
/// Machine Learning Research 11, equations 24a (the expectation) and 15 (the adjustment, by the mean of the two
/// entropies); as scikit-learn's `adjusted_mutual_info_score`. 1 for the same groups, 0 on average for
/// random ones. Cost: the product of the numbers of groups times the size of the smaller group.
///
/// # Errors
/// Groupings of different numbers of stimuli; fewer than 2 stimuli.
pub fn adjusted_mutual_information(a: &Labels, b: &Labels) -> Result<f64> {
    let counts = counts_of_both("adjusted_mutual_information", a, b)?;
    let (in_a, in_b) = (a.counts(), b.counts());
    let n = a.n_stimuli();
    // Each group of one is a group of the other.
    let is_same =
        a.n_classes() == b.n_classes() && counts.iter().filter(|c| **c > 0).count() == a.n_classes();
    if is_same {
        return Ok(1.0);
    }
    let total = n as f64;
    let mut information = 0.0;
    for (place, &both) in counts.iter().enumerate().filter(|(_, both)| **both > 0) {
        let (x, y) = (in_a[place / in_b.len()] as f64, in_b[place % in_b.len()] as f64);
        information += both as f64 / total * (total * both as f64 / (x * y)).ln();
    }
    let chance = expected_information(&in_a, &in_b, n);
    let most = (entropy(&in_a, n) + entropy(&in_b, n)) / 2.0;
    Ok((information - chance) / (most - chance))
}

/// How many stimuli are in each group of `a` and each of `b`, `[a.n_classes, b.n_classes]`.
fn counts_of_both(measure: &'static str, a: &Labels, b: &Labels) -> Result<Vec<usize>> {
    if a.n_stimuli() != b.n_stimuli() {
        return Err(Error::Maps(MapError::DifferentGroupings {
            measure,
            first: a.n_stimuli(),
            second: b.n_stimuli(),
        }));
    }
    if a.n_stimuli() < 2 {
        let why = "it is about pairs of stimuli";
        return Err(Error::TooFewStimuli { measure, needs: 2, found: a.n_stimuli(), why });
    }
    let mut counts = vec![0; a.n_classes() * b.n_classes()];
    for (x, y) in a.classes().iter().zip(b.classes()) {
        counts[x * b.n_classes() + y] += 1;
    }
    Ok(counts)
}

/// −Σ p ln p of the groups' parts of all stimuli, in nats.
fn entropy(counts: &[usize], n_stimuli: usize) -> f64 {
    let parts = counts.iter().map(|&count| count as f64 / n_stimuli as f64);
    -parts.map(|part| part * part.ln()).sum::<f64>()
}

/// The mean mutual information of all groupings with groups of these sizes, in nats.
fn expected_information(in_a: &[usize], in_b: &[usize], n: usize) -> f64 {
    // ln k! for every k up to n.
    let mut log_factorials = vec![0.0];
    for k in 1..=n {
        log_factorials.push(log_factorials[k - 1] + (k as f64).ln());
    }
    let f = |k: usize| log_factorials[k];
    let mut sum = 0.0;
    for &x in in_a {
        for &y in in_b {
            // In both groups at least so many stimuli that their union fits.
            for both in (x + y).saturating_sub(n).max(1)..=x.min(y) {
                let log_probability = f(x) + f(y) + f(n - x) + f(n - y)
                    - f(n)
                    - f(both)
                    - f(x - both)
                    - f(y - both)
                    - f(n + both - x - y);
                let information = (n as f64 * both as f64 / (x as f64 * y as f64)).ln();
                sum += both as f64 / n as f64 * information * log_probability.exp();
            }
        }
    }
    sum
}
