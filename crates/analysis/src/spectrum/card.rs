//! What the numbers made of a spectrum are, and when they mislead.

use super::exponent::STRINGER_RANKS;
use super::spectrum;
use crate::card::{Card, Direction};
use crate::registry::{Summary, SummaryKind};

pub(crate) static SUMMARIES: &[Summary] = &[
    Summary {
        name: "effective_rank",
        about: "Exponential of the entropy of the normalised singular values of the centred activations (Roy & Vetterli 2007); 1 to min(n_stimuli − 1, n_units), higher is spread over more dimensions; takes activations [n_stimuli, n_units] (at least 2 stimuli).",
        kind: SummaryKind::Activations(|x| Ok(spectrum(x)?.effective_rank())),
    },
    Summary {
        name: "stable_rank",
        about: "Sum of squared singular values of the centred activations over the largest one squared; 1 to min(n_stimuli − 1, n_units), higher is spread over more dimensions; takes activations [n_stimuli, n_units] (at least 2 stimuli).",
        kind: SummaryKind::Activations(|x| Ok(spectrum(x)?.stable_rank())),
    },
    Summary {
        name: "components_to_90",
        about: "The fewest principal components that hold 90 % of the variance; 1 to min(n_stimuli − 1, n_units), higher is spread over more dimensions; takes activations [n_stimuli, n_units] (at least 2 stimuli).",
        kind: SummaryKind::Activations(|x| Ok(spectrum(x)?.components_for(0.9)? as f64)),
    },
    Summary {
        name: "spectrum_exponent_all",
        about: "Exponent α of variance ∝ rank^−α over all ranks with variance, fitted with weight 1/rank; 0 up, higher falls faster; takes activations [n_stimuli, n_units] (at least 2 components with variance).",
        kind: SummaryKind::Activations(|x| spectrum(x)?.exponent_up_to(1, usize::MAX)),
    },
    Summary {
        name: "spectrum_exponent_11_500",
        about: "Exponent α of variance ∝ rank^−α over ranks 11 to 500, or to the last one with variance, fitted with weight 1/rank (Stringer et al. 2019); 0 up, higher falls faster; takes activations [n_stimuli, n_units] (at least 12 components with variance).",
        kind: SummaryKind::Activations(|x| {
            let (first, last) = STRINGER_RANKS;
            spectrum(x)?.exponent_up_to(first, last)
        }),
    },
];

const UNCHANGED_BY: &[&str] = &[
    "a rotation or reflection of the units",
    "a positive factor on the layer",
    "a constant added to any unit",
    "a reordering of the stimuli",
];

const EXPONENT: &str = r"\alpha=-\frac{\sum_r r^{-1}(\ln r-\overline{\ln r})(\ln\lambda_r-\overline{\ln\lambda})}{\sum_r r^{-1}(\ln r-\overline{\ln r})^2}";

pub(crate) static CARDS: &[Card] = &[
    Card {
        name: "effective_rank",
        title: "Effective rank",
        formula: r"\exp\Big(-\sum_i p_i\ln p_i\Big),\quad p_i=\frac{\sigma_i(X_c)}{\sum_j\sigma_j(X_c)}",
        source: "Roy & Vetterli 2007, The effective rank: a measure of effective dimensionality, EUSIPCO, definition 1; here of centred activations",
        range: "1 to min(n_stimuli − 1, n_units)",
        direction: Direction::Amount,
        unchanged_by: UNCHANGED_BY,
        fails: "Singular values, unlike variances, give weak noise much weight, so that a noisy line looks like many dimensions.",
    },
    Card {
        name: "stable_rank",
        title: "Stable rank",
        formula: r"\frac{\lVert X_c\rVert_F^2}{\lVert X_c\rVert_2^2}=\frac{\sum_i\lambda_i}{\lambda_1}",
        source: "Rudelson & Vershynin 2007, Sampling from large matrices, Journal of the ACM 54(4); here of centred activations",
        range: "1 to min(n_stimuli − 1, n_units)",
        direction: Direction::Amount,
        unchanged_by: UNCHANGED_BY,
        fails: "The first component alone decides it: one unit of huge variance brings it to 1 whatever the others do.",
    },
    Card {
        name: "components_to_90",
        title: "Components to 90 % of the variance",
        formula: r"\min\Big\{m:\sum_{i\le m}\lambda_i\ge 0.9\sum_i\lambda_i\Big\}",
        source: "Jolliffe 2002, Principal Component Analysis, 2nd edition, section 6.1.1",
        range: "1 to min(n_stimuli − 1, n_units)",
        direction: Direction::Amount,
        unchanged_by: UNCHANGED_BY,
        fails: "It is bounded by the number of stimuli and jumps by whole components; the share of 90 % is a habit.",
    },
    Card {
        name: "spectrum_exponent_all",
        title: "Power-law exponent of the spectrum, all ranks",
        formula: EXPONENT,
        source: "Stringer et al. 2019, High-dimensional geometry of population responses in visual cortex, Nature 571, methods; here of plain, not cross-validated, variances",
        range: "0 up",
        direction: Direction::Amount,
        unchanged_by: UNCHANGED_BY,
        fails: "With few stimuli the last variances fall steeply and raise it; a spectrum that is no power law gets an exponent too.",
    },
    Card {
        name: "spectrum_exponent_11_500",
        title: "Power-law exponent of the spectrum, ranks 11 to 500",
        formula: EXPONENT,
        source: "Stringer et al. 2019, High-dimensional geometry of population responses in visual cortex, Nature 571, figure 2 and methods; here of plain, not cross-validated, variances",
        range: "0 up",
        direction: Direction::Amount,
        unchanged_by: UNCHANGED_BY,
        fails: "Noise flattens it, as no variance is cross-validated here; with fewer than about 1000 stimuli the last ranks fall steeply and raise it.",
    },
];
