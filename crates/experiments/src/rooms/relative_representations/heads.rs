//! Linear heads for latent spaces that were trained without anchors: what angles alone carry over.

use analysis::{Activations, ridge};
use draws::Draws;
use recipe::{Error, Result};
use tensor::Random;

use super::anchors::of_space;
use super::population::N_CLASSES;
use super::space::{Transform, made, procrustes, relative, rows, times};

/// Numbers of anchors that are tried.
pub const COUNTS: [usize; 8] = [2, 4, 8, 16, 32, 64, 128, 256];
/// Ridge penalty of the heads.
const ALPHA: f64 = 1.0;
/// Two spaces with the same pictures in the same rows: first those to fit heads on, then anchors, then test pictures.
pub struct Spaces {
    pub both: [Activations<f64>; 2],
    pub n_fit: usize,
    pub n_anchors: usize,
    /// The class of each row.
    pub labels: Vec<usize>,
}

/// Shares of right answers of a head of space 1 on test pictures of space 2.
pub struct Carried {
    /// With angles, by [`COUNTS`]: in space 1 itself, and in space 2.
    pub own: Vec<f64>,
    pub stitched: Vec<f64>,
    /// With latent vectors as they are: in space 1 itself, in space 2, and in space 2 turned by Procrustes.
    pub absolute: [f64; 3],
}

impl Spaces {
    fn anchors(&self, n: usize) -> Vec<usize> {
        (self.n_fit..self.n_fit + n.min(self.n_anchors)).collect()
    }

    /// Fits a head on rows of `x` and tests it on rows of `y`.
    fn head(&self, x: &Activations<f64>, y: &Activations<f64>) -> Result<f64> {
        let failed = |source| Error::Analysis { site: "a linear head".to_owned(), source };
        let one = |&label: &usize| (0..N_CLASSES).map(move |class| f64::from(u8::from(class == label)));
        let answers = made(self.labels[..self.n_fit].iter().flat_map(one).collect(), N_CLASSES)?;
        let fitted = ridge(&rows(x, 0..self.n_fit)?, &answers, &[ALPHA]).map_err(failed)?;
        let first = self.n_fit + self.n_anchors;
        let scores = fitted[0].predict(&rows(y, first..y.n_stimuli())?).map_err(failed)?;
        let scores: Vec<f32> = scores.data().iter().map(|&v| v as f32).collect();
        Ok(super::stitching::accuracy(&scores, &self.labels[first..]))
    }

    /// All of it; space 2 is seen through `transform` and with `mismatch`.
    pub async fn carry(&self, transform: Transform, mismatch: f64, seed: u64) -> Result<Carried> {
        let random = Random::new(seed);
        let a = &self.both[0];
        let b = &transform.apply(&self.both[1], random.split(0)).await?;
        let (mut own, mut stitched) = (Vec::new(), Vec::new());
        let draws = Draws::new(seed);
        let seen = |anchors: &[usize]| -> Vec<usize> {
            let own = of_space(anchors, self.n_anchors, 1, mismatch, draws);
            // Other anchors are drawn among the anchors' rows.
            own.iter().map(|&row| if row < self.n_fit { row + self.n_fit } else { row }).collect()
        };
        for &n in &COUNTS {
            let anchors = self.anchors(n);
            let angles = relative(a, &anchors)?;
            own.push(self.head(&angles, &angles)?);
            stitched.push(self.head(&angles, &relative(b, &seen(&anchors))?)?);
        }
        let anchors = self.anchors(2 * a.n_units());
        let paired = seen(&anchors);
        let turn = procrustes(&rows(a, anchors.clone())?, &rows(b, paired.clone())?).await?;
        let turned: Vec<f64> =
            (0..b.n_stimuli()).flat_map(|row| times(b.row(row), &turn, a.n_units())).collect();
        Ok(Carried {
            own,
            stitched,
            absolute: [self.head(a, a)?, self.head(a, b)?, self.head(a, &made(turned, a.n_units())?)?],
        })
    }
}
