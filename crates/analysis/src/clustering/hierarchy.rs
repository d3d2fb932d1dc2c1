//! Agglomerative clustering: the two nearest groups become one, until one is left.

use super::dendrogram::{Dendrogram, Merge};
use super::linkage::{Linkage, Sizes};
use crate::error::{Error, MapError, Result};
use crate::gram::refuse_too_many;
use crate::rdm::Rdm;

/// The tree of groups of an RDM's stimuli, with the merges of SciPy's `linkage`, ties included.
///
/// Single linkage goes along the minimum spanning tree (Prim 1957); the others follow chains of
/// nearest neighbours until two groups are nearest to each other (Müllner 2011, "Modern hierarchical,
/// agglomerative clustering algorithms", figures 3 and 6). Ward's criterion is about means, so it is
/// meant for Euclidean distances.
///
/// Cost: about 3 `n_stimuli`² steps; memory `8 · n_stimuli²` bytes.
///
/// # Errors
/// A distance below 0 or above 1e150; more stimuli than memory is allowed for.
pub fn hierarchical_clustering(rdm: &Rdm, linkage: Linkage) -> Result<Dendrogram> {
    refuse_too_many(linkage.name(), rdm.n_stimuli())?;
    rdm.refuse_out_of_range(linkage.name())?;
    let mut unions = match linkage {
        Linkage::Single => along_spanning_tree(rdm),
        Linkage::Complete | Linkage::Average | Linkage::Ward => by_chains(rdm, linkage),
    };
    // A stable sort, so that merges at equal heights stay in the order in which they were found.
    unions.sort_by(|a, b| a.height.total_cmp(&b.height));
    Ok(numbered(&unions, rdm.n_stimuli()))
}

/// That the groups which hold stimuli `x` and `y` become one.
struct Union {
    x: usize,
    y: usize,
    height: f64,
}

/// Prim's algorithm: always the stimulus next that is nearest to the tree so far.
fn along_spanning_tree(rdm: &Rdm) -> Vec<Union> {
    let n = rdm.n_stimuli();
    let mut is_in = vec![false; n];
    let mut to_tree = vec![f64::INFINITY; n];
    let mut newest = 0;
    let mut unions = Vec::with_capacity(n - 1);
    for _ in 1..n {
        is_in[newest] = true;
        let (mut next, mut height) = (newest, f64::INFINITY);
        for i in (0..n).filter(|&i| !is_in[i]) {
            to_tree[i] = to_tree[i].min(rdm.get(newest, i));
            if to_tree[i] < height {
                (next, height) = (i, to_tree[i]);
            }
        }
        unions.push(Union { x: newest, y: next, height });
        newest = next;
    }
    unions
}

/// Nearest-neighbour chains. A group is known by one of its stimuli; the others have size 0.
fn by_chains(rdm: &Rdm, linkage: Linkage) -> Vec<Union> {
    let n = rdm.n_stimuli();
    let mut distances = rdm.square();
    let mut sizes = vec![1_usize; n];
    let mut chain: Vec<usize> = Vec::with_capacity(n);
    let mut unions = Vec::with_capacity(n - 1);
    while unions.len() + 1 < n {
        let (a, b, height) = mutual_neighbours(&mut chain, &distances, &sizes);
        // The union takes the place of the later stimulus, as in SciPy.
        let (x, y) = (a.min(b), a.max(b));
        let (size_x, size_y) = (sizes[x], sizes[y]);
        (sizes[x], sizes[y]) = (0, size_x + size_y);
        for i in (0..n).filter(|&i| sizes[i] > 0 && i != y) {
            let of = Sizes { x: size_x as f64, y: size_y as f64, i: sizes[i] as f64 };
            let distance = linkage.of_union(distances[x * n + i], distances[y * n + i], height, of);
            distances[y * n + i] = distance;
            distances[i * n + y] = distance;
        }
        unions.push(Union { x, y, height });
    }
    unions
}

/// Lengthens the chain until its last two groups are nearest to each other; takes these off it.
fn mutual_neighbours(chain: &mut Vec<usize>, distances: &[f64], sizes: &[usize]) -> (usize, usize, f64) {
    let n = sizes.len();
    let mut last = chain.pop().unwrap_or_else(|| (0..n).find(|&i| sizes[i] > 0).unwrap_or_default());
    loop {
        let row = &distances[last * n..][..n];
        // Among equally near groups the one before is preferred, or the chain could run in a circle.
        let before = chain.last().copied();
        let (mut nearest, mut height) = before.map_or((last, f64::INFINITY), |b| (b, row[b]));
        for i in (0..n).filter(|&i| sizes[i] > 0 && i != last) {
            if row[i] < height {
                (nearest, height) = (i, row[i]);
            }
        }
        if before == Some(nearest) {
            chain.pop();
            return (last, nearest, height);
        }
        chain.push(last);
        last = nearest;
    }
}

/// The unions with numbers for groups: stimuli are `0..n`, and merge k makes group n + k.
fn numbered(unions: &[Union], n_stimuli: usize) -> Dendrogram {
    let mut group_above: Vec<usize> = (0..2 * n_stimuli - 1).collect();
    let mut sizes = vec![1; 2 * n_stimuli - 1];
    let merges = unions
        .iter()
        .enumerate()
        .map(|(k, union)| {
            let (x, y) = (top(&mut group_above, union.x), top(&mut group_above, union.y));
            let (group, size) = (n_stimuli + k, sizes[x] + sizes[y]);
            (group_above[x], group_above[y], sizes[group]) = (group, group, size);
            Merge { left: x.min(y), right: x.max(y), height: union.height, size }
        })
        .collect();
    Dendrogram { n_stimuli, merges }
}

/// The largest group so far that holds `group`; shortens the way there for the next time.
fn top(group_above: &mut [usize], mut group: usize) -> usize {
    while group_above[group] != group {
        group_above[group] = group_above[group_above[group]];
        group = group_above[group];
    }
    group
}

/// Refuses a number of groups that `n_stimuli` stimuli cannot make.
pub(super) fn refuse_groups(measure: &'static str, asked: usize, n_stimuli: usize) -> Result<()> {
    if asked == 0 || asked > n_stimuli {
        let why = "the number of stimuli";
        return Err(Error::Maps(MapError::ImpossibleGroups { measure, asked, most: n_stimuli, why }));
    }
    Ok(())
}
