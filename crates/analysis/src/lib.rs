//! Measures of representations on activations `[n_stimuli, n_units]`.
//!
//! The crate knows no model, no tensor library and no file: it takes host numbers and gives host
//! numbers. Activations are kept as they come, f32 or f64; every sum is done in f64 in a fixed order, and the linear
//! algebra is faer's, on one thread. What it gives agrees with rsatoolbox, SciPy and scikit-learn to
//! 1e-5 relative and better (`tests/cases/golden.rs` and `tests/cases/alike`; the references are
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
//! Groups and maps of stimuli: [`hierarchical_clustering`], [`k_means`] and [`spectral_clustering`]; [`classical_mds`],
//! [`smacof`], [`Tsne`] and [`Umap`], the last two step by step; [`map_quality`] says how far a map can be trusted.
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
mod cca;
mod centring;
mod cka;
mod classes;
mod clustering;
mod codelength;
mod control_task;
mod dirichlet_energy;
mod error;
mod finite;
mod folds;
mod gram;
mod head_scores;
mod information;
mod intrinsic_dimension;
mod isotropy;
mod labels;
mod linear_predictivity;
mod map_quality;
mod mds;
mod mutual_knn;
mod names;
mod nearest;
mod noise_distances;
mod pair_ratings;
mod participation_ratio;
mod pca;
mod probe;
mod procrustes;
mod rdm;
mod rdm_comparison;
mod registry;
mod relative_representation;
mod repeat_ceiling;
mod ridge;
mod rows;
mod rsa_regression;
mod same_stimuli;
mod selectivity;
mod singular;
mod sparse_predictivity;
mod spectrum;
mod statistics;
mod topology;
mod tsne;
mod two_versus_two;
mod umap;
mod unit_matching;
mod unit_sums;
mod variance_partition;

pub use activations::{Activations, Number};
pub use banded_ridge::{BandedEncoding, BandedRidge, banded_ridge, banded_ridge_encoding, simplex_weights};
pub use card::{Card, Direction, card_of};
pub use cca::{Cca, cca, pwcca, svcca};
pub use cka::{CKAS, Cka, CkaLayers, Hsic, cka, cka_from_grams, cka_rbf, kernel_alignment_linear};
pub use classes::{
    Silhouette, class_separation_r2, gdv, nc1, nearest_class_mean_accuracy, silhouette, silhouette_of_rdm,
    within_between_ratio,
};
pub use clustering::{
    Affinities, Dendrogram, KMeans, KMeansSettings, LINKAGES, Linkage, Merge, SpectralEmbedding,
    adjusted_mutual_information, adjusted_rand_index, hierarchical_clustering, k_means, k_means_from,
    spectral_clustering, spectral_embedding,
};
pub use codelength::{Codelength, VOITA_FRACTIONS, codelength};
pub use control_task::{ProbeSelectivity, control_task, probe_selectivity};
pub use dirichlet_energy::{DIRICHLET_ENERGIES, DirichletEnergy, Graph, dirichlet_energy};
pub use error::{DecodingError, Error, LayerError, LikenessError, MapError, Operand, RdmError, Result};
pub use folds::{Folds, k_fold, leave_one_group_out, stratified_k_fold};
pub use gram::{Gram, MAX_SQUARE_BYTES, gram};
pub use head_scores::{HEAD_SCORES, HeadScore, head_scores};
pub use information::{
    EntropyEstimator, InformationUnit, KdeBound, KsgAlgorithm, binned_label_information,
    binned_mutual_information, binned_stimulus_information, entropy_of_counts, kde_label_information,
    kde_stimulus_information, ksg_mutual_information,
};
pub use intrinsic_dimension::{TwoNn, intrinsic_dimension_mle, two_nn};
pub use isotropy::{isoscore, mean_cosine_similarity, partition_isotropy};
pub use labels::Labels;
pub use linear_predictivity::{LinearPredictivity, linear_predictivity};
pub use map_quality::{MapQuality, continuity, map_quality, scaled_stress, trustworthiness};
pub use mds::{ClassicalMds, MDS_KINDS, MapStart, MdsKind, Smacof, SmacofSettings, classical_mds, smacof};
pub use mutual_knn::mutual_knn;
pub use names::Named;
pub use noise_distances::{NoiseCovariance, Shrinkage, crossnobis, mahalanobis, noise_covariance};
pub use pair_ratings::{PairRatings, pair_ratings};
pub use participation_ratio::participation_ratio;
pub use pca::{Pca, pca};
pub use probe::{
    Logistic, Permutation, Probe, ProbeKind, Shuffle, logistic_regression, probe, probe_permutation,
    probe_shuffled,
};
pub use procrustes::{
    procrustes_orthogonal_distance, procrustes_orthogonal_distance_normalised, shape_angular,
    shape_angular_whitened,
};
pub use rdm::{DISTANCES, Distance, Rdm, label_rdm, rdm};
pub use rdm_comparison::{RDM_COMPARISONS, RdmComparison, compare_rdms, compare_rdms_on};
pub use registry::{
    Ends, Input, Measure, MeasureKind, Summary, SummaryKind, Takes, compare, find_measure, find_summary,
    measures, summaries,
};
pub use relative_representation::{relative_cosine, relative_representation};
pub use repeat_ceiling::{RepeatCeiling, repeat_ceiling};
pub use ridge::{Ridge, RidgeEncoding, RidgeSteps, pearson_per_target, r2_per_target, ridge, ridge_encoding};
pub use rsa_regression::{RsaRegression, rsa_regression};
pub use selectivity::{
    Selectivity, auc_best_class, class_selectivity_index, d_prime_preferred_class, lifetime_sparseness,
    population_sparseness,
};
pub use sparse_predictivity::{SparsePredictivity, sparse_predictivity};
pub use spectrum::{Spectrum, spectrum};
pub use statistics::{
    Bootstrap, Correction, Jackknife, MeanInterval, ModelPair, NoiseCeiling, PairedTest, PermutationTest,
    Resampling, Samples, SignFlipTest, SignedRankTest, StimulusChoice, TTest, TwoFactorBootstrap,
    bootstrap_pair_test, bootstrap_stimuli, bootstrap_stimuli_and_subjects, bootstrap_subjects,
    choose_stimuli, cliffs_delta, cohens_d_paired, compare_models, corrected, jackknife_grams,
    jackknife_stimuli, mean_interval, noise_ceiling, paired_t_test, permutation_test, rdm_permutation_test,
    sign_flip_test, wilcoxon_signed_rank,
};
pub use topology::{
    Barcode, BettiCurves, MAX_TOPOLOGY_STIMULI, Neighbours, geo_topological, geodesic, rank_transformed,
    vietoris_rips,
};
pub use tsne::{Tsne, TsneSettings, joint_probabilities};
pub use two_versus_two::{TwoVersusTwo, two_versus_two};
pub use umap::{FuzzyEdge, FuzzyGraph, Umap, UmapCurve, UmapSettings, UmapStart, fuzzy_graph, umap_curve};
pub use unit_matching::{
    MatchedUnits, Matching, UnitCorrelations, UnitMatching, soft_matching_correlation,
    soft_matching_distance, unit_correlations, unit_matching,
};
pub use variance_partition::{VariancePartition, variance_partition};
