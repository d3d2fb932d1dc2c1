//! Measures of representations on activations `[n_stimuli, n_units]`.
//!
//! The crate knows no model, no tensor library and no file: it takes host numbers and gives host
//! numbers. Activations are kept as they come, f32 or f64; every sum is done in f64 in a fixed order, and the linear
//! algebra is faer's, on one thread. What it gives agrees with rsatoolbox, SciPy and scikit-learn to
//! 1e-5 relative and better (`tests/golden.rs` and `tests/alike.rs`; the references are
//! made by `scripts/golden/make_analysis.py` and `scripts/golden/analysis`).
//!
//! A measure is a folder: [`rdm`] (distances between stimuli), [`compare_rdms`] (two RDMs to a
//! number), [`pca`], [`participation_ratio`] and [`head_scores`] (what attention heads look at). Two
//! layers to a number: [`cka`], [`unit_matching`](unit_matching()), [`procrustes_orthogonal_distance`],
//! [`cca`](cca()), [`mutual_knn`](mutual_knn()), [`linear_predictivity`](linear_predictivity()),
//! [`sparse_predictivity`](sparse_predictivity()) and [`relative_cosine`]. Names carry the exact variant,
//! and a measure refuses inputs on which it is undefined with a sentence that says what was found and
//! what to do.
//!
//! Shape letters: `n_stimuli` rows, `n_units` columns, row-major; an RDM's entries are the upper
//! triangle without the diagonal, row by row, as in rsatoolbox and SciPy's `squareform`.
//!
//! ```
//! use inscape_analysis::{Activations, Distance, RdmComparison, compare_rdms, rdm};
//!
//! let layer = Activations::new(vec![0., 0., 1., 0., 0., 3., 2., 2.], 4, 2)?;
//! let a = rdm(&layer, Distance::Euclidean)?;
//! let b = rdm(&layer, Distance::SquaredEuclideanPerUnit)?;
//! assert_eq!(a.upper()[0], 1.0);
//! assert_eq!(b.upper()[0], 0.5);
//! assert_eq!(compare_rdms(&a, &b, RdmComparison::Spearman)?, 1.0);
//! # Ok::<(), inscape_analysis::Error>(())
//! ```

mod activations;
mod card;
mod cca;
mod centring;
mod cka;
mod error;
mod gram;
mod head_scores;
mod labels;
mod linear_predictivity;
mod mutual_knn;
mod names;
mod participation_ratio;
mod pca;
mod procrustes;
mod rdm;
mod rdm_comparison;
mod registry;
mod relative_representation;
mod same_stimuli;
mod sparse_predictivity;
mod spectrum;
mod unit_matching;
mod unit_sums;

pub use activations::{Activations, Number};
pub use card::{Card, Direction, card_of};
pub use cca::{Cca, cca, pwcca, svcca};
pub use cka::{CKAS, Cka, Hsic, cka, cka_from_grams, cka_rbf, kernel_alignment_linear};
pub use error::{Error, Operand, Result};
pub use gram::{Gram, MAX_SQUARE_BYTES, gram};
pub use head_scores::{HEAD_SCORES, HeadScore, head_scores};
pub use labels::Labels;
pub use linear_predictivity::{LinearPredictivity, linear_predictivity};
pub use mutual_knn::mutual_knn;
pub use names::Named;
pub use participation_ratio::participation_ratio;
pub use pca::{Pca, pca};
pub use procrustes::{
    procrustes_orthogonal_distance, procrustes_orthogonal_distance_normalised, shape_angular,
    shape_angular_whitened,
};
pub use rdm::{DISTANCES, Distance, Rdm, label_rdm, rdm};
pub use rdm_comparison::{RDM_COMPARISONS, RdmComparison, compare_rdms};
pub use registry::{
    Input, Measure, MeasureKind, Summary, SummaryKind, Takes, compare, find_measure, find_summary, measures,
    summaries,
};
pub use relative_representation::{relative_cosine, relative_representation};
pub use sparse_predictivity::{SparsePredictivity, sparse_predictivity};
pub use unit_matching::{
    MatchedUnits, Matching, UnitMatching, soft_matching_correlation, soft_matching_distance, unit_matching,
};
