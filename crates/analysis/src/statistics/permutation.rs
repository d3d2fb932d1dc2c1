//! The permutation test: would other labels of the stimuli fit as well.

use draws::Draws;

use crate::error::{Error, RdmError, Result};
use crate::rdm::Rdm;
use crate::rdm_comparison::{RdmComparison, Ready, Room, compare_chosen, compare_rdms};

/// A statistic this part below the observed one counts as large: sums in another order round otherwise.
/// A hundred times f64's rounding, as SciPy's `permutation_test`.
pub(super) const AS_LARGE: f64 = 100.0 * f64::EPSILON;

/// With fewer, no p-value would be as small as 0.05.
const FEWEST_PERMUTATIONS: usize = 19;

/// Whether two inputs agree more than with the stimuli of one of them in another order.
#[derive(Debug, Clone, PartialEq)]
pub struct PermutationTest {
    /// The statistic with the stimuli in their own order.
    pub observed: f64,
    /// One-sided: (1 + #as large) / (1 + n_permutations).
    pub p_value: f64,
    /// The statistic for each random order.
    pub permuted: Vec<f64>,
}

pub(super) fn refuse_few_permutations(what: &'static str, found: usize) -> Result<()> {
    if found < FEWEST_PERMUTATIONS {
        return Err(Error::Rdms(RdmError::TooFewDraws {
            what,
            needs: FEWEST_PERMUTATIONS,
            found,
            why: "with fewer, no p-value would be as small as 0.05",
        }));
    }
    Ok(())
}

/// Refuses so few stimuli that p could not be small.
pub(super) fn refuse_few_orders(what: &'static str, n_stimuli: usize) -> Result<()> {
    if n_stimuli >= 4 {
        return Ok(());
    }
    Err(Error::TooFewStimuli { measure: what, needs: 4, found: n_stimuli, why: "3 have only 6 orders" })
}

/// One-sided permutation test of any statistic of two inputs that is large when they agree: `statistic` is
/// called with an order of the stimuli `[n_stimuli]` for the second input, first with their own.
/// p = (1 + #as large) / (1 + n_permutations), which is never 0 and never too small (Phipson & Smyth 2010,
/// "Permutation p-values should never be zero").
///
/// Order number `s` is `Draws::new(seed).stream(s).permutation(n_stimuli)`.
///
/// Cost: `n_permutations + 1` statistics.
///
/// ```
/// use inscape_analysis::{Activations, Cka, cka, permutation_test};
///
/// let x = Activations::new((0..24).map(|i| ((i * i) % 13) as f32).collect(), 8, 3)?;
/// let y = x.clone();
/// let test = permutation_test(8, 99, 1, |order| {
///     let rows = order.iter().flat_map(|&stimulus| y.row(stimulus).to_vec()).collect();
///     cka(&x, &Activations::new(rows, 8, 3)?, Cka::LinearDebiased)
/// })?;
/// assert!(test.p_value <= 0.05);
/// # Ok::<(), inscape_analysis::Error>(())
/// ```
///
/// # Errors
/// Fewer than 19 permutations, fewer than 4 stimuli (3 have 6 orders, and p would not reach 0.05), and
/// whatever the statistic refuses.
pub fn permutation_test(
    n_stimuli: usize,
    n_permutations: usize,
    seed: u64,
    mut statistic: impl FnMut(&[usize]) -> Result<f64>,
) -> Result<PermutationTest> {
    let what = "a permutation test";
    refuse_few_permutations(what, n_permutations)?;
    refuse_few_orders(what, n_stimuli)?;
    let own: Vec<usize> = (0..n_stimuli).collect();
    let observed = statistic(&own)?;
    let draws = Draws::new(seed);
    let permuted: Vec<f64> = (0..n_permutations as u64)
        .map(|number| statistic(&draws.stream(number).permutation(n_stimuli)))
        .collect::<Result<_>>()?;
    let enough = observed - AS_LARGE * observed.abs();
    let as_large = permuted.iter().filter(|&&value| value >= enough).count();
    let p_value = (1 + as_large) as f64 / (1 + n_permutations) as f64;
    Ok(PermutationTest { observed, p_value, permuted })
}

/// [`permutation_test`] of a comparison of two RDMs: the stimuli of `b` are put in random orders, rows and
/// columns alike (Kriegeskorte, Mur & Bandettini 2008; Mantel 1967).
///
/// Cost: `n_permutations · n_stimuli²`, and for Kendall's tau-a a sort for each.
///
/// # Errors
/// As [`permutation_test`], and what [`compare_rdms`] refuses.
pub fn rdm_permutation_test(
    a: &Rdm,
    b: &Rdm,
    comparison: RdmComparison,
    n_permutations: usize,
    seed: u64,
) -> Result<PermutationTest> {
    let measure = comparison.name();
    compare_rdms(a, b, comparison)?;
    let n_stimuli = a.n_stimuli();
    let own: Vec<usize> = (0..n_stimuli).collect();
    let (a, b) = (Ready::new(a, comparison), Ready::new(b, comparison));
    let mut room = Room::default();
    permutation_test(n_stimuli, n_permutations, seed, |order| {
        compare_chosen(comparison, (&a, &own), (&b, order), &mut room)
            .ok_or(Error::Rdms(RdmError::UndefinedOnChoice { measure }))
    })
}
