//! The nearest rows of each row, by a vantage-point tree.

use crate::activations::{Activations, Number};
use crate::unit_sums::sum_rows;
use draws::Draws;

/// A vantage-point tree (Yianilos 1993, "Data structures and algorithms for nearest neighbor search in
/// general metric spaces"): the first row of a range is its vantage point, the nearer half of the others
/// comes next, then the farther half.
struct VantageTree<'a, T> {
    x: &'a Activations<T>,
    rows: Vec<usize>,
    /// How far the farthest row of the nearer half is from the vantage point that stands at this place.
    radii: Vec<f64>,
}

/// The `n_near` nearest other stimuli of each by Euclidean distance, nearest first; among equally near
/// ones the earlier is first.
pub(super) fn nearest_rows(x: &Activations<impl Number>, n_near: usize) -> Vec<Vec<(f64, usize)>> {
    let n = x.n_stimuli();
    let mut tree = VantageTree { x, rows: (0..n).collect(), radii: vec![0.0; n] };
    tree.build(Draws::new(0));
    (0..n).map(|stimulus| tree.search(stimulus, n_near)).collect()
}

impl<T: Number> VantageTree<'_, T> {
    fn distance(&self, a: usize, b: usize) -> f64 {
        sum_rows(self.x.row(a), self.x.row(b), |a, b| (a - b) * (a - b)).sqrt()
    }

    fn build(&mut self, draws: Draws) {
        let mut open = vec![(0, self.rows.len())];
        while let Some((start, end)) = open.pop() {
            if end - start < 2 {
                continue;
            }
            self.rows.swap(start, start + draws.below(start as u64, end - start));
            let vantage = self.rows[start];
            let mut others: Vec<(f64, usize)> =
                self.rows[start + 1..end].iter().map(|&row| (self.distance(vantage, row), row)).collect();
            let n_nearer = others.len().div_ceil(2);
            let (_, farthest, _) = others.select_nth_unstable_by(n_nearer - 1, |a, b| a.0.total_cmp(&b.0));
            self.radii[start] = farthest.0;
            for (place, (_, row)) in others.into_iter().enumerate() {
                self.rows[start + 1 + place] = row;
            }
            let middle = start + 1 + n_nearer;
            open.extend([(start + 1, middle), (middle, end)]);
        }
    }

    fn search(&self, stimulus: usize, n_near: usize) -> Vec<(f64, usize)> {
        let mut found: Vec<(f64, usize)> = Vec::with_capacity(n_near + 1);
        // Ranges of rows, with the least distance that anything in them can have.
        let mut open = vec![(0, self.rows.len(), 0.0)];
        while let Some((start, end, least)) = open.pop() {
            let farthest = if found.len() < n_near { f64::INFINITY } else { found[n_near - 1].0 };
            if start == end || least > farthest {
                continue;
            }
            let vantage = self.rows[start];
            let distance = self.distance(stimulus, vantage);
            if vantage != stimulus {
                let place = found.partition_point(|other| *other < (distance, vantage));
                found.insert(place, (distance, vantage));
                found.truncate(n_near);
            }
            if end - start == 1 {
                continue;
            }
            let (radius, middle) = (self.radii[start], start + 1 + (end - start - 1).div_ceil(2));
            let nearer = (start + 1, middle, distance - radius);
            let farther = (middle, end, radius - distance);
            // The half that the stimulus is in is looked at first, so that more of the other is left out.
            open.extend(if distance <= radius { [farther, nearer] } else { [nearer, farther] });
        }
        found
    }
}
