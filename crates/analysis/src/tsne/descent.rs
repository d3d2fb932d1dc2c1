//! Steps down a slope, with momentum and a gain for each coordinate.

/// The share of the last movement that is kept, early and later: van der Maaten & Hinton 2008, section 3.4.
const MOMENTA: [f64; 2] = [0.5, 0.8];
/// What a coordinate's gain grows by while its gradient keeps its direction, shrinks to when it turns, and
/// never falls below: Jacobs 1988 with the numbers of van der Maaten's programs and of scikit-learn.
const GAIN_GROWTH: f64 = 0.2;
const GAIN_DECAY: f64 = 0.8;
const LEAST_GAIN: f64 = 0.01;
/// Below this length of the gradient (gains included) the early or the later part ends, which is looked at
/// after every so many steps: scikit-learn's `min_grad_norm` and `_N_ITER_CHECK`.
const FLAT: f64 = 1e-7;
const CHECK: usize = 50;

/// Where the descent is.
#[derive(Debug, Clone)]
pub(super) struct Descent {
    pub(super) coordinates: Vec<f64>,
    pub(super) n_done: usize,
    pub(super) is_flat: bool,
    movement: Vec<f64>,
    gains: Vec<f64>,
    /// How many of the steps are early ones.
    n_early: usize,
    learning_rate: f64,
}

impl Descent {
    pub(super) fn new(coordinates: Vec<f64>, n_early: usize, learning_rate: f64) -> Self {
        Self {
            movement: vec![0.0; coordinates.len()],
            gains: vec![1.0; coordinates.len()],
            coordinates,
            n_done: 0,
            is_flat: false,
            n_early,
            learning_rate,
        }
    }

    /// Whether the next step is an early one.
    pub(super) fn is_early(&self) -> bool {
        self.n_done < self.n_early
    }

    /// One step against the gradient.
    pub(super) fn step(&mut self, gradient: &[f64]) {
        let is_early = self.is_early();
        if self.n_done == self.n_early {
            // The second part begins afresh, as in scikit-learn.
            self.movement.fill(0.0);
            self.gains.fill(1.0);
        }
        let momentum = MOMENTA[usize::from(!is_early)];
        let mut squares = 0.0;
        for (place, &slope) in gradient.iter().enumerate() {
            let gain = &mut self.gains[place];
            *gain = if self.movement[place] * slope < 0.0 { *gain + GAIN_GROWTH } else { *gain * GAIN_DECAY };
            *gain = gain.max(LEAST_GAIN);
            let slope = *gain * slope;
            self.movement[place] = momentum * self.movement[place] - self.learning_rate * slope;
            self.coordinates[place] += self.movement[place];
            squares += slope * slope;
        }
        self.n_done += 1;
        if self.n_done.is_multiple_of(CHECK) && squares.sqrt() <= FLAT {
            if is_early {
                self.n_early = self.n_done;
            } else {
                self.is_flat = true;
            }
        }
    }
}
