//! What the intrinsic dimensions are, and when they mislead.

use super::mle::{NEIGHBOURS, intrinsic_dimension_mle};
use super::two_nn::{DISCARDED, two_nn};
use crate::card::{Card, Direction};
use crate::registry::{Summary, SummaryKind};

pub(crate) static SUMMARIES: &[Summary] = &[
    Summary {
        name: "intrinsic_dimension_two_nn",
        about: "Dimension from the ratio of distances to the two nearest stimuli (Facco et al. 2017), the largest 10 % of ratios discarded and stimuli with the same answers as another one dropped; 0 up, higher needs more dimensions; takes activations [n_stimuli, n_units] (at least 3 stimuli).",
        kind: SummaryKind::Activations(|x| Ok(two_nn(x, DISCARDED)?.dimension)),
    },
    Summary {
        name: "intrinsic_dimension_mle_20",
        about: "Maximum-likelihood dimension from the 20 nearest stimuli, or all others if there are fewer (Levina & Bickel 2004, inverses averaged as MacKay & Ghahramani 2005); 0 up, higher needs more dimensions; takes activations [n_stimuli, n_units] (at least 3 stimuli, no two with the same answers).",
        kind: SummaryKind::Activations(|x| {
            intrinsic_dimension_mle(x, NEIGHBOURS.min(x.n_stimuli().saturating_sub(1)))
        }),
    },
];

const UNCHANGED_BY: &[&str] = &[
    "a rotation or reflection of the units",
    "a positive factor on the layer",
    "a constant added to any unit",
    "a reordering of the stimuli",
];

pub(crate) static CARDS: &[Card] = &[
    Card {
        name: "intrinsic_dimension_two_nn",
        title: "Intrinsic dimension, TwoNN",
        formula: r"\frac{\sum_i\ln\mu_{(i)}\,\big(-\ln(1-\frac in)\big)}{\sum_i\ln^2\mu_{(i)}},\quad \mu=\frac{r_2}{r_1}",
        source: "Facco, d'Errico, Rodriguez & Laio 2017, Estimating the intrinsic dimension of datasets by a minimal neighborhood information, Scientific Reports 7:12140",
        range: "0 up",
        direction: Direction::Amount,
        unchanged_by: UNCHANGED_BY,
        fails: "Above about 10 dimensions it needs exponentially many stimuli and comes out too low; small noise raises it, since it looks at the smallest distances.",
    },
    Card {
        name: "intrinsic_dimension_mle_20",
        title: "Intrinsic dimension, maximum likelihood",
        formula: r"\Big(\frac1{n(k-1)}\sum_{i=1}^n\sum_{j=1}^{k-1}\ln\frac{T_k(x_i)}{T_j(x_i)}\Big)^{-1}",
        source: "Levina & Bickel 2004, Maximum likelihood estimation of intrinsic dimension, NIPS 17, equation 8; MacKay & Ghahramani 2005, Comments on it",
        range: "0 up",
        direction: Direction::Amount,
        unchanged_by: UNCHANGED_BY,
        fails: "It takes the density to be even over k neighbours, so that few stimuli or strong clusters bring it down; high dimensions come out too low.",
    },
];
