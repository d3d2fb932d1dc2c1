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

/// The order of two finite entries; −0 and 0 are equal.
pub(super) fn compare(a: f64, b: f64) -> std::cmp::Ordering {
    (a + 0.0).total_cmp(&(b + 0.0))
}
