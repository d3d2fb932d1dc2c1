//! Nearest pictures by prefixes of an embedding.

/// Embeddings `[n, width]`, row by row.
#[derive(Clone, Debug)]
pub struct Rows {
    pub numbers: Vec<f32>,
    pub width: usize,
}

impl Rows {
    /// One row.
    pub fn row(&self, at: usize) -> &[f32] {
        &self.numbers[at * self.width..][..self.width]
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.numbers.len() / self.width.max(1)
    }

    /// The columns `chosen`, in that order.
    pub fn columns(&self, chosen: &[usize]) -> Self {
        let numbers = self.numbers.chunks_exact(self.width).flat_map(|row| chosen.iter().map(|&at| row[at]));
        Self { numbers: numbers.collect(), width: chosen.len() }
    }

    /// The first columns.
    pub fn first(&self, width: usize) -> Self {
        self.columns(&(0..width).collect::<Vec<_>>())
    }

    /// Row by row times a matrix `[width, n_out]`, after `mean` is taken off.
    pub fn projected(&self, mean: &[f32], matrix: &[f32], n_out: usize) -> Self {
        let project = |row: &[f32]| {
            let mut out = vec![0.0_f32; n_out];
            for ((x, mean), weights) in row.iter().zip(mean).zip(matrix.chunks_exact(n_out)) {
                for (out, weight) in out.iter_mut().zip(weights) {
                    *out += (x - mean) * weight;
                }
            }
            out
        };
        Self { numbers: self.numbers.chunks_exact(self.width).flat_map(project).collect(), width: n_out }
    }
}

/// A stage of a search: distances over the first `length` dimensions, of which the nearest `keep` go on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stage {
    pub length: usize,
    pub keep: usize,
}

/// Minus the cosine of the angle between the first `length` dimensions, times the length of `query`, which is the same for
/// all; in eight sums side by side.
fn distance(query: &[f32], stored: &[f32], length: usize) -> f32 {
    let (mut products, mut squares) = ([0.0_f32; 8], [0.0_f32; 8]);
    let (a, b) = (&query[..length], &stored[..length]);
    let (eights, others) = (a.as_chunks::<8>(), b.as_chunks::<8>());
    for (a, b) in eights.0.iter().zip(others.0) {
        for k in 0..8 {
            products[k] += a[k] * b[k];
            squares[k] += b[k] * b[k];
        }
    }
    let (mut product, mut square): (f32, f32) = (products.iter().sum(), squares.iter().sum());
    for (a, b) in eights.1.iter().zip(others.1) {
        product += a * b;
        square += b * b;
    }
    -product / square.sqrt().max(1e-12)
}

/// The nearest stored rows of a query by cosine, nearest first, by one stage after another; the earlier of equals first.
pub fn search(stored: &Rows, query: &[f32], stages: &[Stage]) -> Vec<usize> {
    let mut candidates: Vec<(f32, usize)> = (0..stored.len()).map(|at| (0.0, at)).collect();
    for stage in stages {
        for (found, at) in &mut candidates {
            *found = distance(query, stored.row(*at), stage.length);
        }
        let order = |a: &(f32, usize), b: &(f32, usize)| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1));
        if stage.keep < candidates.len() {
            candidates.select_nth_unstable_by(stage.keep, order);
            candidates.truncate(stage.keep);
        }
        candidates.sort_unstable_by(order);
    }
    candidates.into_iter().map(|(_, at)| at).collect()
}

/// Multiply-adds of a search: candidates of each stage times its length.
pub fn cost(n_stored: usize, stages: &[Stage]) -> usize {
    let mut n = n_stored;
    let mut sum = 0;
    for stage in stages {
        sum += n * stage.length;
        n = n.min(stage.keep);
    }
    sum
}

/// From `length` with `keep` candidates to `width`: lengths double and candidates halve, to 10 at last.
pub fn funnel(length: usize, keep: usize, width: usize) -> Vec<Stage> {
    let mut stages = Vec::new();
    let (mut length, mut keep) = (length, keep);
    while length < width {
        stages.push(Stage { length, keep: keep.max(10) });
        (length, keep) = (2 * length, keep / 2);
    }
    stages.push(Stage { length: width, keep: 10 });
    stages
}

/// Average precision of the first ten: (1/10) Σ_k (share of right ones among the first k) · (whether the k-th is right).
pub fn average_precision(found: &[usize], is_right: impl Fn(usize) -> bool) -> f64 {
    let (mut right, mut sum) = (0.0, 0.0);
    for (k, &at) in found.iter().take(10).enumerate() {
        if is_right(at) {
            right += 1.0;
            sum += right / (k + 1) as f64;
        }
    }
    sum / 10.0
}
