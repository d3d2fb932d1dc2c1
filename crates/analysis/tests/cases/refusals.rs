//! Inputs on which a measure is undefined are refused with a sentence that says why.

use crate::support::*;
use inscape_analysis::*;

fn layer(data: &[f32], n_stimuli: usize) -> Activations {
    Activations::new(data.to_vec(), n_stimuli, data.len() / n_stimuli).unwrap()
}

#[test]
fn activations_of_the_wrong_length_or_without_units_are_refused() {
    says(Activations::new(vec![0.0; 5], 2, 3), &["2 stimuli", "3 units", "5 numbers"]);
    says(Activations::<f32>::new(vec![], 0, 3), &["0 stimuli"]);
    says(Activations::<f32>::new(vec![], 3, 0), &["0 units"]);
    says(Activations::new(vec![0.0; 4], usize::MAX, 2), &["4 numbers"]);
}

#[test]
fn nan_and_infinite_activations_are_counted_and_the_first_is_located() {
    let data = vec![0.0, 1.0, 2.0, 3.0, f32::NAN, f32::INFINITY];
    says(Activations::new(data, 2, 3), &["2 of 6", "NaN", "stimulus 1, unit 1"]);
}

#[test]
fn an_rdm_of_one_stimulus_is_refused() {
    for line in DISTANCES {
        says(rdm(&layer(&[1.0, 2.0], 1), line.variant), &["at least 2 stimuli", "there is 1"]);
    }
}

#[test]
fn a_constant_stimulus_is_refused_by_correlation_and_named() {
    let x = layer(&[1.0, 2.0, 0.1, 0.1, 3.0, 4.0], 3);
    says(rdm(&x, Distance::Correlation), &["stimulus 1", "0.1"]);
    assert!(rdm(&x, Distance::Cosine).is_ok());
}

#[test]
fn a_zero_stimulus_is_refused_by_cosine_and_named() {
    let x = layer(&[1.0, 2.0, 3.0, 4.0, 0.0, -0.0], 3);
    says(rdm(&x, Distance::Cosine), &["stimulus 2", "no direction"]);
    assert!(rdm(&x, Distance::Euclidean).is_ok());
}

#[test]
fn an_rdm_of_the_wrong_size_or_with_nan_is_refused() {
    says(Rdm::from_upper(vec![1.0; 4], 3), &["3 stimuli", "3 entries", "4 were given"]);
    says(Rdm::from_upper(vec![], 1), &["at least 2", "there is 1"]);
    says(Rdm::from_upper(vec![], 0), &["there are none"]);
    says(Rdm::from_upper(vec![1.0, f64::NAN, 2.0], 3), &["1 of 3", "stimuli 0 and 2"]);
    says(Rdm::from_square(&[0.0; 8], 3), &["3 × 3", "8 were given"]);
    says(Rdm::from_square(&[0.0], 1), &["at least 2"]);
    says(Rdm::from_square(&[0.0, f64::INFINITY, f64::INFINITY, 0.0], 2), &["2 of 4", "stimuli 0 and 1"]);
}

#[test]
fn a_square_that_is_not_symmetric_or_has_a_diagonal_is_refused() {
    says(Rdm::from_square(&[0.0, 1.0, 2.0, 0.0], 2), &["symmetric", "(0, 1) is 1", "(1, 0) is 2"]);
    says(Rdm::from_square(&[0.0, 1.0, 1.0, 1.0], 2), &["stimulus 1", "is 1 from itself"]);
    says(Rdm::from_square(&[0.0, f64::MAX, -f64::MAX, 0.0], 2), &["symmetric"]);
    assert!(Rdm::from_square(&[1e-8, 1.0, 1.0 + 1e-8, 0.0], 2).is_ok());
}

#[test]
fn rdms_of_different_or_too_few_stimuli_are_not_compared() {
    let (two, three, four) = (tied_rdm(1, 2, 9.0), tied_rdm(2, 3, 9.0), tied_rdm(3, 4, 9.0));
    for line in RDM_COMPARISONS {
        says(compare_rdms(&three, &four, line.variant), &[line.name, "first input has 3", "second 4"]);
        says(compare_rdms(&two, &two, line.variant), &[line.name, "at least 3", "are 2"]);
    }
}

#[test]
fn a_constant_rdm_is_refused_by_the_correlations_also_with_rounding() {
    let a = tied_rdm(4, 4, 1e9);
    let constant = Rdm::from_upper(vec![0.3, 0.3, 0.1 + 0.2, 0.3, 0.3, 0.3], 4).unwrap();
    for comparison in [RdmComparison::Pearson, RdmComparison::Spearman, RdmComparison::WhitenedPearson] {
        says(compare_rdms(&a, &constant, comparison), &[comparison.name(), "second RDM"]);
        says(compare_rdms(&constant, &a, comparison), &["first RDM", "0.3"]);
    }
}

#[test]
fn an_all_zero_rdm_is_refused_by_cosine() {
    let (a, zero) = (tied_rdm(5, 4, 1e9), tied_rdm(6, 4, 1.0));
    for comparison in [RdmComparison::Cosine, RdmComparison::WhitenedCosine] {
        says(compare_rdms(&a, &zero, comparison), &[comparison.name(), "second RDM are 0"]);
    }
}

#[test]
fn cka_refuses_different_or_too_few_stimuli() {
    let x = |n| normal(7, n, 5, 1.0, 0.0);
    for line in CKAS {
        says(cka(&x(5), &x(6), line.variant), &[line.name, "first input has 5", "second 6"]);
        says(cka(&x(1), &x(1), line.variant), &["there is 1"]);
    }
    says(cka(&x(3), &x(3), Cka::LinearDebiased), &["at least 4 stimuli", "are 3"]);
    assert!(cka(&x(3), &x(3), Cka::LinearBiased).is_ok());
}

#[test]
fn cka_refuses_a_dead_layer() {
    let x = normal(8, 6, 5, 1.0, 0.0);
    // 0.1 is no binary fraction: a plain mean would not give it back.
    let dead = change(&x, |_, unit, _| 0.1 * (unit + 1) as f64);
    for line in CKAS {
        says(cka(&x, &dead, line.variant), &[line.name, "second input", "dead layer"]);
        says(cka(&dead, &x, line.variant), &["first input"]);
    }
}

#[test]
fn debiased_cka_refuses_stimuli_that_are_all_equally_far_apart() {
    let x = normal(9, 6, 6, 1.0, 0.0);
    let one_unit_each = change(&x, |i, j, _| if i == j { 0.7 } else { 0.1 });
    says(cka(&x, &one_unit_each, Cka::LinearDebiased), &["second input", "equally far apart"]);
    assert!(cka(&x, &one_unit_each, Cka::LinearBiased).is_ok());
}

#[test]
fn pca_refuses_impossible_numbers_of_components() {
    let x = normal(10, 5, 8, 1.0, 0.0);
    says(pca(&x, 5), &["5 components", "between 1 and 4"]);
    says(pca(&x, 0), &["0 components"]);
    says(pca(&normal(11, 9, 2, 1.0, 0.0), 3), &["between 1 and 2"]);
    says(pca(&normal(12, 1, 8, 1.0, 0.0), 1), &["at least 2 stimuli"]);
}

#[test]
fn pca_and_participation_ratio_refuse_activations_without_variance() {
    for (n_stimuli, n_units) in [(4, 9), (9, 4)] {
        let x = change(&normal(13, n_stimuli, n_units, 1.0, 0.0), |_, unit, _| 0.1 * unit as f64);
        says(pca(&x, 2), &["PCA", "no variance"]);
        says(participation_ratio(&x), &["participation ratio", "no variance"]);
    }
    says(participation_ratio(&normal(14, 1, 4, 1.0, 0.0)), &["at least 2 stimuli"]);
}

#[test]
fn more_stimuli_than_memory_is_allowed_for_are_refused_before_any_work() {
    let x = Activations::new(vec![1.0; 70_000], 70_000, 1).unwrap();
    says(rdm(&x, Distance::Euclidean), &["70000 stimuli", "at most"]);
    says(cka(&x, &x, Cka::LinearBiased), &["at most"]);
    assert!(participation_ratio(&normal(15, 70_000, 1, 1.0, 0.0)).is_ok());
}
