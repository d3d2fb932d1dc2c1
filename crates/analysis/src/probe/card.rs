//! What probes are, and when they mislead.

use crate::card::{Card, Direction};

const RANGE: &str = "0 to 1; by chance 1 / n_classes if classes are even";
const FAILS: &str = "High accuracy says that the class can be read, not that the network uses it; folds that part near-duplicates or neighbours in time make it too good, and uneven classes lift it without any skill.";

pub(crate) static CARDS: &[Card] = &[
    Card {
        name: "probe_logistic",
        title: "Probe: multinomial logistic regression, accuracy",
        formula: r"\frac1n\sum_i[\hat c_i=c_i],\quad \arg\min_{W,b}\; C\sum_i -\log\operatorname{softmax}(W^\top x_i+b)_{c_i}+\tfrac12\lVert W\rVert^2",
        source: "Alain & Bengio 2017, Understanding intermediate layers using linear classifier probes, ICLR workshop",
        range: RANGE,
        direction: Direction::Amount,
        unchanged_by: &[
            "a rotation or reflection of the units",
            "a constant added to any unit",
            "the same factor on all units, if C is divided by its square",
            "other numbers for the classes",
        ],
        fails: FAILS,
    },
    Card {
        name: "probe_ridge",
        title: "Probe: ridge classifier, accuracy",
        formula: r"\frac1n\sum_i[\hat c_i=c_i],\quad \hat c=\arg\max_k \beta_k^\top x+\beta_{0k},\; \beta_k \text{ from ridge regression onto } \pm1",
        source: "Rifkin, Yeo & Poggio 2003, Regularized least-squares classification",
        range: RANGE,
        direction: Direction::Amount,
        unchanged_by: &[
            "a rotation or reflection of the units",
            "a constant added to any unit",
            "the same factor on all units, if alphas take its square",
            "other numbers for the classes",
        ],
        fails: FAILS,
    },
    Card {
        name: "probe_nearest_centroid",
        title: "Probe: nearest centroid, accuracy",
        formula: r"\frac1n\sum_i[\hat c_i=c_i],\quad \hat c=\arg\min_k\lVert x-\mu_k\rVert",
        source: "Tibshirani et al. 2002, Diagnosis of multiple cancer types by shrunken centroids, PNAS 99 (without shrinkage)",
        range: RANGE,
        direction: Direction::Amount,
        unchanged_by: &[
            "a rotation or reflection of the units",
            "a constant added to any unit",
            "a positive factor on the layer",
            "other numbers for the classes",
        ],
        fails: "A few units of large variance decide it, and classes that differ in spread rather than mean are missed.",
    },
    Card {
        name: "probe_correlation",
        title: "Probe: correlation classifier, accuracy",
        formula: r"\frac1n\sum_i[\hat c_i=c_i],\quad \hat c=\arg\max_k\operatorname{corr}(x,\mu_k)",
        source: "Haxby et al. 2001, Distributed and overlapping representations of faces and objects in ventral temporal cortex, Science 293",
        range: RANGE,
        direction: Direction::Amount,
        unchanged_by: &[
            "a positive factor on any stimulus that is tested only",
            "a constant added to all units of a stimulus",
            "a reordering of the units",
            "other numbers for the classes",
        ],
        fails: "A pattern that all classes share drowns their differences unless it is taken away first, and it cannot see differences of mean answer.",
    },
];
