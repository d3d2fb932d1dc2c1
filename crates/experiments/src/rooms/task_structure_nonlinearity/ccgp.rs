//! Cross-condition generalisation: is a bit read the same way where another bit is otherwise?

use analysis::{Activations, ridge};
use recipe::{Error, Result};

use super::task::{N_BITS, N_CONDITIONS, bits};

/// Weight of the penalty, times the summed squares of the training responses over their number of rows.
const PENALTY: f64 = 0.01;

/// Cross-condition generalisation performance of a bit (Bernardi et al. 2020): the share of right answers of a ridge
/// classifier that learned the bit on the four conditions in which another bit is one way and is tested on the four in
/// which it is the other way; mean over both ways and both other bits. `hidden` is `[N_CONDITIONS · n_samples, n_hidden]`;
/// chance is ½. Cost: four decompositions of `[4 · n_samples, n_hidden]`.
pub fn ccgp(hidden: &[f32], n_samples: usize, bit: usize) -> Result<f64> {
    let failed = |source| Error::Analysis { site: "hidden layer".to_owned(), source };
    let n_hidden = hidden.len() / N_CONDITIONS / n_samples;
    let rows = |other: usize, way: f64| -> (Vec<f32>, Vec<f64>) {
        let of = (0..N_CONDITIONS).filter(|&condition| bits(condition)[other] == way);
        let rows = of.flat_map(|condition| (0..n_samples).map(move |sample| condition * n_samples + sample));
        let rows: Vec<usize> = rows.collect();
        let x = rows.iter().flat_map(|row| &hidden[row * n_hidden..][..n_hidden]).copied().collect();
        (x, rows.iter().map(|row| bits(row / n_samples)[bit]).collect())
    };
    let n_rows = N_CONDITIONS / 2 * n_samples;
    let mut shares = Vec::new();
    for other in (0..N_BITS).filter(|&other| other != bit) {
        for way in [-1.0, 1.0] {
            let (x, y) = rows(other, way);
            let energy: f64 = x.iter().map(|&h| f64::from(h).powi(2)).sum::<f64>() / n_rows as f64;
            if energy == 0.0 {
                // Neurons that say nothing generalise nothing.
                shares.push(0.5);
                continue;
            }
            let x = Activations::new(x, n_rows, n_hidden).map_err(failed)?;
            let y = Activations::new(y, n_rows, 1).map_err(failed)?;
            let fit = ridge(&x, &y, &[PENALTY * energy * n_rows as f64]).map_err(failed)?;
            let (x, y) = rows(other, -way);
            let x = Activations::new(x, n_rows, n_hidden).map_err(failed)?;
            let said = fit[0].predict(&x).map_err(failed)?;
            let n_right = said.data().iter().zip(&y).filter(|&(said, y)| said * y > 0.0).count();
            shares.push(n_right as f64 / n_rows as f64);
        }
    }
    Ok(shares.iter().sum::<f64>() / shares.len() as f64)
}
