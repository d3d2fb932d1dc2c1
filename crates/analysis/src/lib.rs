//! Measures of representations on activations `[n_stimuli, n_units]`.
//!
//! The crate knows no model, no tensor library and no file: it takes host numbers and gives host
//! numbers. Activations are kept as they come, f32 or f64; every sum is done in f64 in a fixed order, and the linear
//! algebra is faer's, on one thread. What it gives agrees with rsatoolbox, SciPy and scikit-learn to
//! 1e-5 relative and better (`tests/golden.rs`; the references are made by
//! `scripts/golden/make_analysis.py`).
//!
//! A measure is a folder: [`rdm`] (distances between stimuli), [`rdm_comparison`] (two RDMs to a
//! number), [`cka`] (two layers to a number), [`pca`], [`participation_ratio`] and [`head_scores`] (what attention heads look
//! at). Others predict: encoding models ([`ridge_encoding`], [`banded_ridge_encoding`],
//! [`variance_partition`], [`noise_ceiling`], [`two_versus_two`], [`rsa_regression`]) and decoders
//! ([`probe`](probe()), [`probe_permutation`], [`selectivity`], [`codelength`](codelength())), over [`Folds`]
//! of the stimuli. Names carry the
//! exact variant, and a measure refuses inputs on which it is undefined with a sentence that says
//! what was found and what to do.
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
mod banded_ridge;
mod card;
mod centring;
mod cka;
mod codelength;
mod control_task;
mod error;
mod folds;
mod gram;
mod head_scores;
mod labels;
mod names;
mod noise_ceiling;
mod participation_ratio;
mod pca;
mod probe;
mod rdm;
mod rdm_comparison;
mod registry;
mod ridge;
mod rows;
mod rsa_regression;
mod two_versus_two;
mod unit_sums;
mod variance_partition;

pub use activations::{Activations, Number};
pub use banded_ridge::{BandedEncoding, BandedRidge, banded_ridge, banded_ridge_encoding, simplex_weights};
pub use card::{Card, Direction, card_of};
pub use cka::{CKAS, Cka, cka, cka_from_grams};
pub use codelength::{Codelength, VOITA_FRACTIONS, codelength};
pub use control_task::{Selectivity, control_task, selectivity};
pub use error::{Error, Operand, Result};
pub use folds::{Folds, k_fold, leave_one_group_out, stratified_k_fold};
pub use gram::{Gram, MAX_SQUARE_BYTES, gram};
pub use head_scores::{HEAD_SCORES, HeadScore, head_scores};
pub use labels::Labels;
pub use names::Named;
pub use noise_ceiling::{NoiseCeiling, noise_ceiling};
pub use participation_ratio::participation_ratio;
pub use pca::{Pca, pca};
pub use probe::{
    Logistic, Permutation, Probe, ProbeKind, Shuffle, logistic_regression, probe, probe_permutation,
};
pub use rdm::{DISTANCES, Distance, Rdm, rdm};
pub use rdm_comparison::{RDM_COMPARISONS, RdmComparison, compare_rdms};
pub use registry::{
    Input, Measure, MeasureKind, Summary, SummaryKind, Takes, compare, find_measure, find_summary, measures,
    summaries,
};
pub use ridge::{Ridge, RidgeEncoding, pearson_per_target, r2_per_target, ridge, ridge_encoding};
pub use rsa_regression::{RsaRegression, rsa_regression};
pub use two_versus_two::{TwoVersusTwo, two_versus_two};
pub use variance_partition::{VariancePartition, variance_partition};
