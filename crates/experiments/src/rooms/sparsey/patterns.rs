//! Random patterns, and probes that are like them to a chosen degree.

use draws::Draws;

use super::bits::Bits;

/// Inputs of a pattern.
pub const N_INPUTS: usize = 144;
/// Active ones among them.
pub const N_ACTIVE: usize = 24;

/// A random pattern: which inputs are active.
pub fn pattern(draws: Draws) -> Vec<usize> {
    draws.permutation(N_INPUTS).into_iter().take(N_ACTIVE).collect()
}

/// The pattern with all but `n_kept` of its active inputs moved to others: the share that both have is their similarity,
/// `n_kept` / [`N_ACTIVE`].
pub fn probe(pattern: &[usize], n_kept: usize, draws: Draws) -> Bits {
    let order = draws.stream(0).permutation(pattern.len());
    let kept = order.into_iter().take(n_kept).map(|place| pattern[place]);
    let others = draws.stream(1).permutation(N_INPUTS).into_iter().filter(|input| !pattern.contains(input));
    let active: Vec<usize> = kept.chain(others.take(pattern.len() - n_kept.min(pattern.len()))).collect();
    Bits::of(N_INPUTS, &active)
}

/// A pattern as a set.
pub fn whole(pattern: &[usize]) -> Bits {
    Bits::of(N_INPUTS, pattern)
}
