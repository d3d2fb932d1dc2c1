//! Ranks of a list of entries.

/// The rank of each entry, 1 for the least; equal entries share the average of their ranks, as
/// SciPy's `rankdata`. Cost m log m.
pub(crate) fn average_ranks(entries: &[f64]) -> Vec<f64> {
    let mut order: Vec<usize> = (0..entries.len()).collect();
    order.sort_unstable_by(|&i, &j| compare(entries[i], entries[j]));
    let mut ranks = vec![0.0; entries.len()];
    let mut below = 0;
    for tied in order.chunk_by(|&i, &j| entries[i] == entries[j]) {
        // Ranks below + 1 … below + tied.len(), averaged.
        let rank = below as f64 + (tied.len() + 1) as f64 / 2.0;
        tied.iter().for_each(|&i| ranks[i] = rank);
        below += tied.len();
    }
    ranks
}

/// The place of each entry among the different ones, from 0 for the least, and how many different
/// ones there are. Cost m log m.
pub(super) fn levels(entries: &[f64]) -> (Vec<f64>, usize) {
    let mut order: Vec<usize> = (0..entries.len()).collect();
    order.sort_unstable_by(|&i, &j| compare(entries[i], entries[j]));
    let mut levels = vec![0.0; entries.len()];
    let mut n_levels = 0;
    for tied in order.chunk_by(|&i, &j| entries[i] == entries[j]) {
        tied.iter().for_each(|&i| levels[i] = n_levels as f64);
        n_levels += 1;
    }
    (levels, n_levels)
}

/// Turns levels (whole numbers below `n_levels`) into the [`average_ranks`] of the same entries, by
/// counting. Cost m + n_levels.
pub(super) fn levels_to_ranks(levels: &mut [f64], n_levels: usize) {
    let mut rank_of_level = vec![0.0; n_levels];
    for &level in levels.iter() {
        rank_of_level[level as usize] += 1.0;
    }
    let mut below = 0.0;
    for count_then_rank in &mut rank_of_level {
        let count = *count_then_rank;
        *count_then_rank = below + (count + 1.0) / 2.0;
        below += count;
    }
    for level in levels {
        *level = rank_of_level[*level as usize];
    }
}

/// The order of two finite entries; −0 and 0 are equal.
pub(super) fn compare(a: f64, b: f64) -> std::cmp::Ordering {
    (a + 0.0).total_cmp(&(b + 0.0))
}
