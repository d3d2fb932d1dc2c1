//! A tree of squares in squares, by which far stimuli are seen as one (Barnes & Hut 1986).

/// A square with what lies in it.
#[derive(Debug, Clone)]
struct Square {
    middle: [f64; 2],
    /// Half of its side.
    half: f64,
    /// The mean place of its stimuli, and how many these are.
    mean: [f64; 2],
    count: usize,
    /// Its four quarters stand in a row from here; `None` for a leaf.
    quarters: Option<usize>,
}

/// A quadtree over places in a plane.
#[derive(Debug, Clone)]
pub(super) struct QuadTree {
    squares: Vec<Square>,
    /// The leaf of each stimulus.
    leaves: Vec<usize>,
}

/// How all stimuli repel each other.
#[derive(Debug, Clone)]
pub(super) struct Repulsion {
    /// Σ_j nearness² (y_i − y_j) of each stimulus, `[n_stimuli, 2]`.
    pub(super) forces: Vec<f64>,
    /// Σ nearness over all pairs in both directions.
    pub(super) kernel_sum: f64,
}

/// Squares are not quartered below 2^-48 of the whole: nearer stimuli count as in one place.
const DEEPEST: usize = 48;

impl QuadTree {
    /// Of coordinates `[n, 2]`, row-major.
    pub(super) fn new(coordinates: &[f64]) -> Self {
        let places = || coordinates.as_chunks::<2>().0.iter();
        let bound = |c: usize, pick: fn(f64, f64) -> f64, from: f64| places().map(|p| p[c]).fold(from, pick);
        let low = [0, 1].map(|c| bound(c, f64::min, f64::INFINITY));
        let high = [0, 1].map(|c| bound(c, f64::max, f64::NEG_INFINITY));
        let middle = [0, 1].map(|c| (low[c] + high[c]) / 2.0);
        let half = ((high[0] - low[0]).max(high[1] - low[1])) / 2.0;
        let mut tree = Self { squares: vec![Square::empty(middle, half)], leaves: Vec::new() };
        places().for_each(|place| tree.insert(*place));
        tree.leaves = places().map(|place| tree.leaf_of(*place)).collect();
        tree
    }

    fn insert(&mut self, place: [f64; 2]) {
        let mut at = 0;
        for depth in 0.. {
            let square = &self.squares[at];
            let is_held = square.count > 0 && square.mean != place && depth < DEEPEST;
            if square.quarters.is_none() && is_held {
                self.quarter(at);
            }
            let square = &mut self.squares[at];
            square.take(place, 1);
            match square.quarters {
                Some(first) => at = first + square.quarter_of(place),
                None => return,
            }
        }
    }

    fn leaf_of(&self, place: [f64; 2]) -> usize {
        let mut at = 0;
        while let Some(first) = self.squares[at].quarters {
            at = first + self.squares[at].quarter_of(place);
        }
        at
    }

    /// Makes four leaves of a leaf; what it held, all in one place, goes into one of them.
    fn quarter(&mut self, at: usize) {
        let first = self.squares.len();
        let square = self.squares[at].clone();
        let quarter = square.half / 2.0;
        for [x, y] in [[-1.0, -1.0], [1.0, -1.0], [-1.0, 1.0], [1.0, 1.0]] {
            let middle = [square.middle[0] + x * quarter, square.middle[1] + y * quarter];
            self.squares.push(Square::empty(middle, quarter));
        }
        let heir = first + square.quarter_of(square.mean);
        self.squares[heir].take(square.mean, square.count);
        self.squares[at].quarters = Some(first);
    }

    /// How all stimuli repel each other, squares that look narrower than `theta` taken as one place.
    pub(super) fn repulsion(&self, coordinates: &[f64], theta: f64) -> Repulsion {
        let mut forces = vec![0.0; coordinates.len()];
        let mut kernel_sum = 0.0;
        let mut open = Vec::new();
        for (stimulus, place) in coordinates.as_chunks::<2>().0.iter().enumerate() {
            open.push(0);
            while let Some(at) = open.pop() {
                let square = &self.squares[at];
                let (dx, dy) = (place[0] - square.mean[0], place[1] - square.mean[1]);
                let squared = dx * dx + dy * dy;
                let width = 2.0 * square.half;
                match square.quarters {
                    Some(first) if width * width >= theta * theta * squared => {
                        open.extend((first..first + 4).rev().filter(|&q| self.squares[q].count > 0));
                    }
                    _ => {
                        let others = square.count - usize::from(self.leaves[stimulus] == at);
                        let nearness = 1.0 / (1.0 + squared);
                        kernel_sum += others as f64 * nearness;
                        forces[2 * stimulus] += others as f64 * nearness * nearness * dx;
                        forces[2 * stimulus + 1] += others as f64 * nearness * nearness * dy;
                    }
                }
            }
        }
        Repulsion { forces, kernel_sum }
    }
}

impl Square {
    fn empty(middle: [f64; 2], half: f64) -> Self {
        Self { middle, half, mean: middle, count: 0, quarters: None }
    }

    /// Counts stimuli in; their mean stays exact as long as all are in one place.
    fn take(&mut self, place: [f64; 2], count: usize) {
        self.count += count;
        let part = count as f64 / self.count as f64;
        for (mean, value) in self.mean.iter_mut().zip(place) {
            *mean = if self.count == count { value } else { *mean + part * (value - *mean) };
        }
    }

    fn quarter_of(&self, place: [f64; 2]) -> usize {
        usize::from(place[0] > self.middle[0]) + 2 * usize::from(place[1] > self.middle[1])
    }
}
