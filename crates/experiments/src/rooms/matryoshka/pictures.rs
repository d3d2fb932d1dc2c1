//! Digits and clothes as one set of twenty classes.

use data::Images;
use draws::Draws;
use recipe::Result;

/// The files.
pub const DIGITS: &str = "mnist-1000/digits.npz";
pub const CLOTHES: &str = "fashion-mnist/test.npz";
/// Classes of both together; digits come first.
pub const N_CLASSES: usize = 20;
/// Rows and columns of a picture, half of the files'.
const SIDE: usize = 14;
/// Pixels of a picture.
pub const N_PIXELS: usize = SIDE * SIDE;
/// Digits and clothes of the test and of the held-out part, and of training; there are 1,000 digits.
const TESTED: [usize; 2] = [280, 720];
const HELD_OUT: [usize; 2] = [120, 280];
const TRAINED: [usize; 2] = [600, 2400];
/// Digits are trained on in this many places, a pixel apart, so that there are as many as clothes.
const SHIFTS: [[isize; 2]; 4] = [[0, 0], [2, 0], [0, 2], [-2, -2]];

/// Pictures `[n, N_PIXELS]`, pixels from 0 to 1, with their classes.
#[derive(Default)]
pub struct Part {
    pub pixels: Vec<f32>,
    pub labels: Vec<usize>,
}

impl Part {
    /// How many there are.
    pub fn len(&self) -> usize {
        self.labels.len()
    }
}

/// All pictures of a run.
pub struct Pictures {
    /// What is trained on: clothes, and digits in several places.
    pub train: Part,
    /// What is searched: the pictures of training, digits in their own place alone.
    pub stored: Part,
    /// For the choice of thresholds.
    pub held_out: Part,
    /// For everything that is reported.
    pub test: Part,
    /// Names of the classes.
    pub names: Vec<String>,
}

impl Pictures {
    /// Splits both sets at random. With `is_shuffled` the labels of training are dealt out anew, a deliberate fake.
    pub fn new(digits: &[u8], clothes: &[u8], draws: Draws, is_shuffled: bool) -> Result<Self> {
        let sets = [Images::read(digits)?, Images::read(clothes)?];
        let mut made = Self {
            train: Part::default(),
            stored: Part::default(),
            held_out: Part::default(),
            test: Part::default(),
            names: sets.iter().flat_map(|set| set.class_names().iter().cloned()).collect(),
        };
        for (which, set) in sets.iter().enumerate() {
            let order = draws.stream(which as u64).permutation(set.len());
            let mut order = order.into_iter();
            let put = |part: &mut Part, picture: usize, shift: [isize; 2]| {
                part.pixels.extend(halved(&set.pixels()[picture * 4 * N_PIXELS..][..4 * N_PIXELS], shift));
                part.labels.push(10 * which + usize::from(set.labels()[picture]));
            };
            for picture in order.by_ref().take(TESTED[which]) {
                put(&mut made.test, picture, SHIFTS[0]);
            }
            for picture in order.by_ref().take(HELD_OUT[which]) {
                put(&mut made.held_out, picture, SHIFTS[0]);
            }
            for picture in order.take(TRAINED[which]) {
                put(&mut made.stored, picture, SHIFTS[0]);
                let shifts = if which == 0 { &SHIFTS[..] } else { &SHIFTS[..1] };
                for &shift in shifts {
                    put(&mut made.train, picture, shift);
                }
            }
        }
        if is_shuffled {
            let order = draws.stream(2).permutation(made.train.len());
            made.train.labels = order.into_iter().map(|picture| made.train.labels[picture]).collect();
        }
        Ok(made)
    }
}

/// A picture `[2 · SIDE, 2 · SIDE]`, moved down and to the right by `shift`, as `[SIDE, SIDE]`: means of four pixels.
pub fn halved(pixels: &[u8], [down, right]: [isize; 2]) -> Vec<f32> {
    let side = 2 * SIDE as isize;
    let at = |row: isize, column: isize| {
        let (row, column) = (row - down, column - right);
        let is_inside = (0..side).contains(&row) && (0..side).contains(&column);
        if is_inside { f32::from(pixels[(row * side + column) as usize]) } else { 0.0 }
    };
    let mut small = Vec::with_capacity(N_PIXELS);
    for row in (0..side).step_by(2) {
        for column in (0..side).step_by(2) {
            let sum = at(row, column) + at(row, column + 1) + at(row + 1, column) + at(row + 1, column + 1);
            small.push(sum / (4.0 * 255.0));
        }
    }
    small
}
