//! Kendall's tau-a by merge sort.
//!
//! Knight 1966, "A computer method for calculating Kendall's tau with ungrouped data", JASA 61:436.

use super::ranks::compare;

/// (concordant − discordant) / all pairs of entries, as rsatoolbox's `tau-a`: a pair tied in either
/// list is neither. At least 2 entries. Cost m log m.
pub(super) fn tau_a(a: &[f64], b: &[f64]) -> f64 {
    let mut entries: Vec<(f64, f64)> = a.iter().copied().zip(b.iter().copied()).collect();
    entries.sort_unstable_by(|x, y| compare(x.0, y.0).then(compare(x.1, y.1)));
    let tied_in_a = tied_pairs(&entries, |x, y| x.0 == y.0);
    let tied_in_both = tied_pairs(&entries, |x, y| x == y);

    // With a in order (and b in order among equals of a), a pair is discordant exactly if b is not.
    let discordant = sort_counting_inversions(&mut entries);
    let tied_in_b = tied_pairs(&entries, |x, y| x.1 == y.1);

    let all = pairs_of(a.len());
    let tied = tied_in_a + tied_in_b - tied_in_both;
    let concordant = all - tied - discordant;
    (concordant as f64 - discordant as f64) / all as f64
}

fn pairs_of(n: usize) -> u64 {
    let n = n as u64;
    n * n.saturating_sub(1) / 2
}

/// How many pairs are equal, in a list where equals are neighbours.
fn tied_pairs(sorted: &[(f64, f64)], equal: impl Fn(&(f64, f64), &(f64, f64)) -> bool) -> u64 {
    sorted.chunk_by(equal).map(|tied| pairs_of(tied.len())).sum()
}

/// Sorts by the second number and counts the pairs that stood in the wrong order (equals do not).
fn sort_counting_inversions(entries: &mut [(f64, f64)]) -> u64 {
    let n = entries.len();
    let mut merged = entries.to_vec();
    let mut inversions = 0;
    let mut width = 1;
    while width < n {
        for (run, out) in entries.chunks(2 * width).zip(merged.chunks_mut(2 * width)) {
            let (left, right) = run.split_at(width.min(run.len()));
            inversions += merge(left, right, out);
        }
        entries.copy_from_slice(&merged);
        width *= 2;
    }
    inversions
}

/// Merges two sorted runs into `out`; counts, for each of `right`, those of `left` above it.
fn merge(left: &[(f64, f64)], right: &[(f64, f64)], out: &mut [(f64, f64)]) -> u64 {
    let (mut l, mut r, mut inversions) = (0, 0, 0);
    for out in out {
        let take_right = r < right.len() && (l == left.len() || right[r].1 < left[l].1);
        if take_right {
            *out = right[r];
            inversions += (left.len() - l) as u64;
            r += 1;
        } else {
            *out = left[l];
            l += 1;
        }
    }
    inversions
}
