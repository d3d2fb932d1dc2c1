//! Digits, seen once each: a code for each, and a label field wired by the same rule.

use data::Images;
use draws::Draws;
use recipe::Result;

use super::bits::{Bits, Synapses};
use super::features::{N_DIRECTIONS, SIDE, edges, shrunk};
use super::field::{Field, Shape, code_bits};
use super::selection::{Selection, Winners};
use crate::Watch;

/// Classes.
const N_CLASSES: usize = 10;
/// Digits of each class that are stored; the others are tested.
const STORED_OF_CLASS: usize = 50;
/// Digits stored at each point of the curve.
pub const STORED: [usize; 5] = [25, 50, 100, 250, 500];
/// Modules of the field; its cells are a setting.
const N_MODULES: usize = 24;
/// G⁻ and c: digits are alike enough that only very familiar ones may share a code. Set on other seeds than the card's.
const FLOOR: f64 = 0.9;
const CENTRE: f64 = 0.95;

/// The digits as inputs of a field.
pub struct Digits {
    inputs: Vec<Bits>,
    labels: Vec<usize>,
    /// Pixels, `[SIDE, SIDE]` each.
    pixels: Vec<Vec<f64>>,
    stored: Vec<usize>,
    tested: Vec<usize>,
}

/// Shares of tested digits whose class was named rightly.
pub struct Accuracy {
    /// At each of [`STORED`].
    pub curve: Vec<f64>,
    /// Share of the field's synapses that were 1 there.
    pub fill: Vec<f64>,
    /// Mean familiarity of stored digits when they came.
    pub familiarity: f64,
}

impl Accuracy {
    /// After all.
    pub fn last(&self) -> f64 {
        self.curve.last().copied().unwrap_or(0.0)
    }
}

impl Digits {
    /// The bundled digits; which are stored, and in which order, is drawn.
    pub fn new(npz: &[u8], draws: Draws) -> Result<Self> {
        let images = Images::read(npz)?;
        let area = images.height() * images.width();
        let pixels: Vec<Vec<f64>> =
            images.pixels().chunks_exact(area).map(|image| shrunk(image, images.width())).collect();
        let labels: Vec<usize> = images.labels().iter().map(|&label| usize::from(label)).collect();
        let (mut stored, mut tested, mut counts) = (Vec::new(), Vec::new(), [0; N_CLASSES]);
        for digit in draws.permutation(images.len()) {
            let count = &mut counts[labels[digit] % N_CLASSES];
            *count += 1;
            if *count <= STORED_OF_CLASS { &mut stored } else { &mut tested }.push(digit);
        }
        let limit = SIDE * SIDE * N_DIRECTIONS;
        let inputs = pixels.iter().map(|image| Bits::of(limit, &edges(image))).collect();
        Ok(Self { inputs, labels, pixels, stored, tested })
    }

    /// How many are tested.
    pub fn n_tested(&self) -> usize {
        self.tested.len()
    }

    /// Labels of the stored digits, dealt out anew if `is_shuffled`.
    pub fn stored_labels(&self, is_shuffled: bool, draws: Draws) -> Vec<usize> {
        let labels: Vec<usize> = self.stored.iter().map(|&digit| self.labels[digit]).collect();
        match is_shuffled {
            true => draws.permutation(labels.len()).into_iter().map(|place| labels[place]).collect(),
            false => labels,
        }
    }

    /// Stores one digit after another, each wired to a label of every list of `labels` (which do not change its code), and
    /// asks for the class of all tested ones at each of [`STORED`]. One result a list.
    pub async fn learn<const N: usize>(
        &self,
        selection: Selection,
        n_cells: usize,
        labels: [&[usize]; N],
        draws: Draws,
        watch: &mut Watch<'_>,
    ) -> Result<[Accuracy; N]> {
        let shape = Shape { n_modules: N_MODULES, n_cells };
        let selection = Selection { floor: FLOOR, centre: CENTRE, ..selection };
        let mut field = Field::new(shape, SIDE * SIDE * N_DIRECTIONS, selection, 1.0);
        let mut names = labels.map(|_| Synapses::new(N_CLASSES, shape.n_all()));
        let mut found = labels.map(|_| Accuracy { curve: Vec::new(), fill: Vec::new(), familiarity: 0.0 });
        for (place, &digit) in self.stored.iter().enumerate() {
            let chosen = field.store(&self.inputs[digit], draws.stream(place as u64));
            let code = code_bits(shape, &chosen.code);
            for ((names, labels), found) in names.iter_mut().zip(labels).zip(&mut found) {
                names.connect([labels[place]], &code);
                found.familiarity += chosen.familiarity / self.stored.len() as f64;
            }
            if let Some(point) = STORED.iter().position(|&n_stored| n_stored == place + 1) {
                let shares = self.accuracy(&field, &names, draws.stream(1 << 20));
                for (found, share) in found.iter_mut().zip(shares) {
                    found.curve.push(share);
                    found.fill.push(field.synapses.fill());
                }
                watch.step(point + 1, STORED.len()).await?;
            }
        }
        Ok(found)
    }

    /// Share of tested digits whose label has the most active cells of the code; equal ones are drawn from. One share for
    /// each of `names`.
    fn accuracy<const N: usize>(&self, field: &Field, names: &[Synapses; N], draws: Draws) -> [f64; N] {
        let selection = Selection { winners: Winners::Best, ..field.selection };
        let mut right = [0; N];
        for (place, &digit) in self.tested.iter().enumerate() {
            let draws = draws.stream(place as u64);
            let code = code_bits(field.shape, &field.choose(&self.inputs[digit], &selection, draws).code);
            for (right, names) in right.iter_mut().zip(names) {
                let votes = names.sums(&code);
                let most = votes.iter().copied().max().unwrap_or(0);
                let best: Vec<usize> = (0..N_CLASSES).filter(|&class| votes[class] == most).collect();
                let named = best[draws.stream(1).below(0, best.len())];
                *right += usize::from(named == self.labels[digit]);
            }
        }
        right.map(|right| right as f64 / self.tested.len().max(1) as f64)
    }

    /// Share of tested digits whose nearest stored digit by pixels is of their class.
    pub fn nearest_pixels(&self) -> f64 {
        let distance = |a: usize, b: usize| -> f64 {
            self.pixels[a].iter().zip(&self.pixels[b]).map(|(a, b)| (a - b) * (a - b)).sum()
        };
        let is_right = |&&tested: &&usize| {
            let by_distance =
                |&&a: &&usize, &&b: &&usize| distance(a, tested).total_cmp(&distance(b, tested));
            let nearest = self.stored.iter().min_by(by_distance);
            nearest.is_some_and(|&stored| self.labels[stored] == self.labels[tested])
        };
        self.tested.iter().filter(is_right).count() as f64 / self.tested.len().max(1) as f64
    }
}
