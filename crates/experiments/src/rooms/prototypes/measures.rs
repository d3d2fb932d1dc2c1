//! How near prototypes and pictures lie to each other in the code space.

/// Codes of pictures, `d` numbers each, with their classes.
pub struct Codes<'a> {
    pub numbers: &'a [f32],
    pub labels: &'a [usize],
    pub d: usize,
}

impl Codes<'_> {
    /// One code.
    pub fn row(&self, at: usize) -> &[f32] {
        &self.numbers[at * self.d..][..self.d]
    }

    /// Mean over the first `n` of the squared distance to the nearest other of the same class.
    pub fn within_class(&self, n: usize) -> f64 {
        let nearest = |at: usize| {
            let same = |&other: &usize| other != at && self.labels[other] == self.labels[at];
            let others = (0..self.labels.len()).filter(same);
            others.map(|other| squared(self.row(at), self.row(other))).fold(f64::INFINITY, f64::min)
        };
        (0..n).map(nearest).sum::<f64>() / n as f64
    }

    /// The squared distance of each point `[…, d]` to the nearest of these.
    pub fn nearest(&self, points: &[f32]) -> Vec<f64> {
        let of = |point: &[f32]| {
            let all = self.numbers.chunks_exact(self.d).map(|row| squared(point, row));
            all.fold(f64::INFINITY, f64::min)
        };
        points.chunks_exact(self.d).map(of).collect()
    }

    /// Mean squared distance to the mean.
    pub fn spread(&self) -> f64 {
        let n = self.labels.len() as f64;
        let mean = |unit: usize| {
            self.numbers.iter().skip(unit).step_by(self.d).map(|&v| f64::from(v)).sum::<f64>() / n
        };
        let of = |unit: usize| {
            let mean = mean(unit);
            let own = self.numbers.iter().skip(unit).step_by(self.d);
            own.map(|&v| (f64::from(v) - mean).powi(2)).sum::<f64>() / n
        };
        (0..self.d).map(of).sum()
    }
}

/// Mean over pictures of the smallest of `m` numbers each.
pub fn mean_smallest(distances: &[f32], m: usize) -> f64 {
    let smallest = |row: &[f32]| f64::from(row.iter().copied().fold(f32::INFINITY, f32::min));
    let rows = distances.chunks_exact(m);
    let n = rows.len() as f64;
    rows.map(smallest).sum::<f64>() / n
}

/// The middle of at least one number.
pub fn median(values: &[f64]) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let middle = sorted.len() / 2;
    if sorted.len() % 2 == 1 { sorted[middle] } else { (sorted[middle - 1] + sorted[middle]) / 2.0 }
}

fn squared(a: &[f32], b: &[f32]) -> f64 {
    a.iter().zip(b).map(|(a, b)| f64::from(a - b).powi(2)).sum()
}

/// The place of the largest of a row of scores, and its probability.
pub fn surest(scores: &[f32]) -> (usize, f64) {
    let at = (0..scores.len()).fold(0, |best, at| if scores[at] > scores[best] { at } else { best });
    let total: f64 = scores.iter().map(|&score| f64::from(score - scores[at]).exp()).sum();
    (at, 1.0 / total)
}
