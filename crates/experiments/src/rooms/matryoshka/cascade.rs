//! Adaptive classification: a longer prefix only where a shorter one is unsure.

use draws::Draws;

/// What each prefix says of pictures: `[length][picture]`, shortest first.
#[derive(Clone, Debug)]
pub struct Guesses {
    /// Its largest probability.
    pub confidence: Vec<Vec<f32>>,
    /// Whether its first guess is right.
    pub is_right: Vec<Vec<bool>>,
}

/// A threshold and what came of it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    pub threshold: f64,
    /// Share of right answers.
    pub accuracy: f64,
    /// Mean length at which pictures were answered.
    pub dimension: f64,
}

impl Guesses {
    /// From scores `[picture, length, class]` of one network.
    pub fn new(scores: &[f32], labels: &[usize], [n_lengths, n_classes]: [usize; 2]) -> Self {
        let mut made =
            Self { confidence: vec![Vec::new(); n_lengths], is_right: vec![Vec::new(); n_lengths] };
        for (at, row) in scores.chunks_exact(n_classes).enumerate() {
            let (picture, place) = (at / n_lengths, at % n_lengths);
            let most = row.iter().copied().fold(f32::NEG_INFINITY, f32::max);
            let total: f32 = row.iter().map(|score| (score - most).exp()).sum();
            made.confidence[place].push(1.0 / total);
            made.is_right[place].push(row.iter().position(|&score| score == most) == Some(labels[picture]));
        }
        made
    }

    /// Share of right answers of one length.
    pub fn accuracy(&self, place: usize) -> f64 {
        let right = self.is_right[place].iter().filter(|&&right| right).count();
        right as f64 / self.is_right[place].len().max(1) as f64
    }

    /// The same with each length's confidences dealt out among the pictures.
    pub fn shuffled(&self, draws: Draws) -> Self {
        let deal = |(place, values): (usize, &Vec<f32>)| {
            draws.stream(place as u64).permutation(values.len()).into_iter().map(|at| values[at]).collect()
        };
        Self {
            confidence: self.confidence.iter().enumerate().map(deal).collect(),
            is_right: self.is_right.clone(),
        }
    }

    /// Each picture is answered at the first length whose confidence is above the threshold, or at the last.
    pub fn cascade(&self, lengths: &[usize], threshold: f64) -> Point {
        let n = self.is_right.first().map_or(0, Vec::len);
        let (mut right, mut dimensions) = (0, 0);
        for picture in 0..n {
            let sure = |&place: &usize| f64::from(self.confidence[place][picture]) > threshold;
            let place = (0..lengths.len()).find(sure).unwrap_or(lengths.len() - 1);
            right += usize::from(self.is_right[place][picture]);
            dimensions += lengths[place];
        }
        let n = n.max(1) as f64;
        Point { threshold, accuracy: right as f64 / n, dimension: dimensions as f64 / n }
    }
}

/// Thresholds that are tried: closer together towards 1.
pub fn thresholds() -> Vec<f64> {
    (0..60).map(|k| 1.0 - 0.95 * 0.85_f64.powi(k)).collect()
}

/// The threshold with the shortest mean length of those that reach `accuracy` on held-out pictures; 1, which nothing is
/// above, where none does.
pub fn choose(held_out: &Guesses, lengths: &[usize], accuracy: f64) -> f64 {
    let points = thresholds().into_iter().map(|threshold| held_out.cascade(lengths, threshold));
    let good = points.filter(|point| point.accuracy >= accuracy);
    good.min_by(|a, b| a.dimension.total_cmp(&b.dimension)).map_or(1.0, |point| point.threshold)
}
