//! What the means of canonical correlations are, and when they mislead.

use super::{cca, pwcca, svcca};
use crate::card::{Card, Direction};
use crate::registry::{Ends, Measure, MeasureKind};

/// The part of the variance that Raghu et al. 2017 keep.
const RAGHU: f64 = 0.99;

pub(crate) static MEASURES: &[Measure] = &[
    Measure {
        name: "cca_mean",
        ends: Ends::At1,
        about: "Mean canonical correlation of two layers; 0 to 1, higher is more alike, always 1 if either has n_stimuli − 1 units or more; takes activations [n_stimuli, n_units] of the same stimuli (at least 3).",
        kind: MeasureKind::Activations(|x, y| Ok(cca(x, y)?.mean())),
    },
    Measure {
        name: "svcca_99",
        ends: Ends::At1,
        about: "Mean canonical correlation of the principal components that keep 99 % of each layer's variance (Raghu et al. 2017); 0 to 1, higher is more alike, inflated with few stimuli; takes activations [n_stimuli, n_units] of the same stimuli (at least 3).",
        kind: MeasureKind::Activations(|x, y| Ok(svcca(x, y, RAGHU)?.mean())),
    },
    Measure {
        name: "pwcca",
        ends: Ends::At1,
        about: "Canonical correlations weighted by how much of the first layer's units each direction accounts for (Morcos et al. 2018), not symmetric; 0 to 1, higher is more alike, inflated with few stimuli; takes activations [n_stimuli, n_units] of the same stimuli (at least 3).",
        kind: MeasureKind::Activations(pwcca),
    },
];

const ROTATION: &str = "a rotation or reflection of either layer's units";
const LINEAR: &str = "an invertible linear map of either layer's units";
const SCALE: &str = "a positive factor on either layer";
const SHIFT: &str = "a constant added to any unit";
const SAME_ORDER: &str = "the same reordering of the stimuli of both";

pub(crate) static CARDS: &[Card] = &[
    Card {
        name: "cca_mean",
        title: "Mean canonical correlation",
        formula: r"\frac1m\sum_{k=1}^{m}\rho_k,\quad\rho=\text{singular values of }U_X^\top U_Y",
        source: "Hotelling 1936, Relations between two sets of variates, Biometrika 28; Björck & Golub 1973, Numerical methods for computing angles between linear subspaces, Mathematics of Computation 27",
        range: "0 to 1",
        direction: Direction::Likeness,
        unchanged_by: &[LINEAR, ROTATION, SCALE, SHIFT, SAME_ORDER],
        fails: "Directions of hardly any variance count as much as the largest, and with n_stimuli − 1 units or more in a layer it is 1 whatever they answer; use it only with many more stimuli than units.",
    },
    Card {
        name: "svcca_99",
        title: "SVCCA, 99 % of the variance",
        formula: r"\frac1m\sum_{k=1}^{m}\rho_k\ \text{of the first components with}\ \sum s_k^2\ge0.99\sum s^2",
        source: "Raghu, Gilmer, Yosinski & Sohl-Dickstein 2017, SVCCA: singular vector canonical correlation analysis for deep learning dynamics and interpretability, NeurIPS, section 2",
        range: "0 to 1",
        direction: Direction::Likeness,
        unchanged_by: &[ROTATION, SCALE, SHIFT, SAME_ORDER],
        fails: "It is high for unrelated layers unless stimuli are several times the kept components; a component just below or above the 99 % changes it in a jump.",
    },
    Card {
        name: "pwcca",
        title: "Projection-weighted CCA",
        formula: r"\frac{\sum_k\alpha_k\rho_k}{\sum_k\alpha_k},\quad\alpha_k=\sum_j\lvert\langle h_k,x_j\rangle\rvert",
        source: "Morcos, Raghu & Bengio 2018, Insights on representational similarity in neural networks with canonical correlation, NeurIPS, section 2",
        range: "0 to 1",
        direction: Direction::Likeness,
        unchanged_by: &[
            "an invertible linear map of the second layer's units",
            "a reordering of either layer's units",
            SCALE,
            SHIFT,
            SAME_ORDER,
        ],
        fails: "It is not symmetric: the weights are the first layer's; with n_stimuli − 1 units or more in a layer it is 1 whatever they answer.",
    },
];
