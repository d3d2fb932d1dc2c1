//! The code selection algorithm: from how well each cell's input fits, to one winner in each module.
//! Rinkus & Leveille 2017 (arXiv:1710.07829), table 1.

use draws::Draws;

/// What turns familiarity into the sharpness of the draw.
#[derive(Clone, Copy, Debug)]
pub struct Selection {
    /// G⁻: familiarity up to which the draw is uniform.
    pub floor: f64,
    /// γ: how late expansivity rises.
    pub gamma: f64,
    /// χ: expansivity of a wholly familiar input, in multiples of a module's cells.
    pub chi: f64,
    /// c: where the sigmoid is steepest.
    pub centre: f64,
    /// s: how steep it is there.
    pub slope: f64,
    /// How winners are found.
    pub winners: Winners,
}

/// How a module's winner is found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Winners {
    /// Drawn, the sharper the more familiar the input.
    Soft,
    /// Drawn from equal chances, as if nothing was ever familiar (η = 1): a control.
    Uniform,
    /// The cell whose input fits best; equal ones are drawn from.
    Best,
}

/// G: the mean over modules of the best fit in each. `fits` is `[n_modules, n_cells]`.
pub fn familiarity(fits: &[f64], n_cells: usize) -> f64 {
    let best = fits.chunks_exact(n_cells).map(|module| module.iter().copied().fold(0.0, f64::max));
    best.sum::<f64>() / (fits.len() / n_cells).max(1) as f64
}

impl Selection {
    /// η: by how much the best-fitting cell is preferred, from 1 (not at all) to 1 + χ · `n_cells`.
    pub fn expansivity(&self, familiarity: f64, n_cells: usize) -> f64 {
        if self.winners == Winners::Uniform {
            return 1.0;
        }
        let above = ((familiarity - self.floor) / (1.0 - self.floor)).max(0.0);
        1.0 + above.powf(self.gamma) * self.chi * n_cells as f64
    }

    /// ρ: the chance of each cell of a module to win, which add up to 1.
    pub fn chances(&self, fits: &[f64], expansivity: f64) -> Vec<f64> {
        let sigmoid = |fit: f64| 1.0 / (1.0 + (-self.slope * (fit - self.centre)).exp());
        let weights: Vec<f64> = fits.iter().map(|&fit| (expansivity - 1.0) * sigmoid(fit) + 1.0).collect();
        let total: f64 = weights.iter().sum();
        weights.into_iter().map(|weight| weight / total).collect()
    }

    /// One winner a module, as a cell of it.
    pub fn winners(&self, fits: &[f64], n_cells: usize, draws: Draws) -> Vec<usize> {
        let expansivity = self.expansivity(familiarity(fits, n_cells), n_cells);
        let modules = fits.chunks_exact(n_cells).enumerate();
        modules
            .map(|(module, fits)| match self.winners {
                Winners::Best => best(fits, draws, module as u64),
                _ => drawn(&self.chances(fits, expansivity), draws.unit(module as u64)),
            })
            .collect()
    }
}

/// The best-fitting cell, one of them by lot.
fn best(fits: &[f64], draws: Draws, counter: u64) -> usize {
    let most = fits.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let all: Vec<usize> = (0..fits.len()).filter(|&cell| fits[cell] == most).collect();
    all[draws.below(counter, all.len())]
}

/// The cell whose stretch of the unit interval holds `place`.
fn drawn(chances: &[f64], place: f64) -> usize {
    let mut end = 0.0;
    let found = chances.iter().position(|chance| {
        end += chance;
        place < end
    });
    found.unwrap_or(chances.len() - 1)
}
