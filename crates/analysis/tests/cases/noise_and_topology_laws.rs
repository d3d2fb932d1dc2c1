//! What must hold of distances with noise and of topology whatever the numbers, and what is refused.

use crate::support::*;
use inscape_analysis::*;

/// Four conditions in each of three partitions.
fn conditions_and_partitions() -> (Labels, Labels) {
    let rows = 0..12_i64;
    let conditions: Vec<i64> = rows.clone().map(|row| row % 4).collect();
    let partitions: Vec<i64> = rows.map(|row| row / 4).collect();
    (Labels::new(&conditions).unwrap(), Labels::new(&partitions).unwrap())
}

fn wide(x: &Activations) -> Activations<f64> {
    let data = x.data().iter().map(|&value| f64::from(value)).collect();
    Activations::new(data, x.n_stimuli(), x.n_units()).unwrap()
}

/// Rows times a matrix `[n_units, n_units]`.
fn mapped(x: &Activations<f64>, map: &[f64]) -> Activations<f64> {
    let p = x.n_units();
    let entry = |row: &[f64], j: usize| (0..p).map(|k| row[k] * map[k * p + j]).sum::<f64>();
    let data = (0..x.n_stimuli()).flat_map(|i| (0..p).map(move |j| entry(x.row(i), j))).collect();
    Activations::new(data, x.n_stimuli(), p).unwrap()
}

#[test]
fn distances_with_noise_follow_a_linear_map_of_units_and_noise_alike() {
    let p = 4;
    let x = wide(&normal(1, 12, p, 1.0, 0.0));
    let residuals = wide(&normal(2, 30, p, 1.0, 0.0));
    // A matrix with a strong diagonal, so that it has an inverse.
    let map: Vec<f64> =
        (0..p * p).map(|k| gauss(3, k as u64) * 0.4 + if k % (p + 1) == 0 { 2.0 } else { 0.0 }).collect();
    let noise = |residuals: &Activations<f64>| noise_covariance(residuals, Shrinkage::None, None).unwrap();
    let (before, after) = (noise(&residuals), noise(&mapped(&residuals, &map)));
    let (conditions, partitions) = conditions_and_partitions();
    let y = mapped(&x, &map);
    assert_near(
        mahalanobis(&y, &conditions, &after).unwrap().upper(),
        mahalanobis(&x, &conditions, &before).unwrap().upper(),
        1e-11,
    );
    assert_near(
        crossnobis(&y, &conditions, &partitions, Some(&after)).unwrap().upper(),
        crossnobis(&x, &conditions, &partitions, Some(&before)).unwrap().upper(),
        1e-11,
    );
}

#[test]
fn distances_with_noise_do_not_change_when_units_or_partitions_are_moved() {
    let x = normal(4, 12, 5, 1.0, 0.0);
    let noise = noise_covariance(&normal(5, 30, 5, 1.0, 0.0), Shrinkage::TowardsIdentity, None).unwrap();
    let (conditions, partitions) = conditions_and_partitions();
    let moved = change(&x, |_, unit, v| v + unit as f64);
    // Row / 4 is the partition.
    let drifted = change(&x, |row, unit, v| v + if row / 4 == 1 { 3.0 + unit as f64 } else { 0.0 });
    let found = mahalanobis(&x, &conditions, &noise).unwrap();
    assert_near(mahalanobis(&moved, &conditions, &noise).unwrap().upper(), found.upper(), 1e-5);
    let of = |x: &Activations| crossnobis(x, &conditions, &partitions, Some(&noise)).unwrap();
    for other in [&moved, &drifted] {
        assert_near(of(other).upper(), of(&x).upper(), 1e-5);
    }
}

#[test]
fn crossnobis_of_conditions_that_are_answered_alike_is_zero_on_average_and_mahalanobis_is_not() {
    let (conditions, partitions) = conditions_and_partitions();
    let noise = NoiseCovariance::new(vec![1.0, 0.0, 0.0, 1.0], 2).unwrap();
    let (mut crossed, mut biased) = (0.0, 0.0);
    let n_runs = 400;
    for run in 0..n_runs {
        let x = normal(1000 + run, 12, 2, 1.0, 0.0);
        let mean = |rdm: Rdm| rdm.upper().iter().sum::<f64>() / 6.0 / n_runs as f64;
        crossed += mean(crossnobis(&x, &conditions, &partitions, Some(&noise)).unwrap());
        biased += mean(mahalanobis(&x, &conditions, &noise).unwrap());
    }
    // Two means of three measurements each: 1/3 + 1/3.
    assert!(crossed.abs() < 0.04 && (biased - 2.0 / 3.0).abs() < 0.04, "{crossed} {biased}");
}

#[test]
fn without_covariance_mahalanobis_is_the_squared_euclidean_distance_per_unit() {
    let x = normal(6, 7, 3, 1.0, 0.0);
    let each = Labels::new(&[0, 1, 2, 3, 4, 5, 6]).unwrap();
    let identity = NoiseCovariance::new(vec![1., 0., 0., 0., 1., 0., 0., 0., 1.], 3).unwrap();
    let expected = rdm(&x, Distance::SquaredEuclideanPerUnit).unwrap();
    assert_near(mahalanobis(&x, &each, &identity).unwrap().upper(), expected.upper(), 1e-12);
}

#[test]
fn noise_that_cannot_be_scaled_by_is_refused() {
    says(NoiseCovariance::new(vec![1.0; 3], 2), &["2 units", "2 × 2", "3 were given"]);
    says(NoiseCovariance::new(vec![1.0, 0.5, 0.2, 1.0], 2), &["not symmetric"]);
    says(NoiseCovariance::new(vec![1.0, 1.0, 1.0, 1.0], 2), &["positive definite"]);
    says(NoiseCovariance::new(vec![1.0, f64::NAN, 0.0, 1.0], 2), &["place 1", "NaN"]);
    let x = normal(7, 3, 6, 1.0, 0.0);
    says(noise_covariance(&x, Shrinkage::None, None), &["6 units", "shrink it"]);
    assert!(noise_covariance(&x, Shrinkage::TowardsIdentity, None).is_ok());
    says(noise_covariance(&normal(8, 1, 6, 1.0, 0.0), Shrinkage::None, None), &["at least 2"]);
    says(noise_covariance(&x, Shrinkage::VariancesOnly, Some(0)), &["degrees of freedom"]);
    let dead = change(&x, |_, unit, v| if unit == 2 { 0.1 } else { v });
    says(noise_covariance(&dead, Shrinkage::TowardsVariances, None), &["unit 2", "leave that unit out"]);
}

#[test]
fn labels_that_do_not_fit_distances_with_noise_are_refused() {
    let x = normal(9, 12, 2, 1.0, 0.0);
    let (conditions, partitions) = conditions_and_partitions();
    let noise = NoiseCovariance::new(vec![1.0, 0.0, 0.0, 1.0], 2).unwrap();
    let one = Labels::new(&[0; 12]).unwrap();
    let short = Labels::new(&[0, 1]).unwrap();
    says(mahalanobis(&x, &short, &noise), &["2 labels", "12 stimuli"]);
    says(mahalanobis(&x, &one, &noise), &["at least 2", "two conditions"]);
    says(mahalanobis(&normal(9, 12, 3, 1.0, 0.0), &conditions, &noise), &["2 units", "activations 3"]);
    says(crossnobis(&x, &conditions, &short, None), &["crossnobis", "2 labels"]);
    says(crossnobis(&x, &conditions, &one, None), &["partitions", "there is 1"]);
    says(crossnobis(&x, &partitions, &partitions, None), &["condition 1 is not in partition 0"]);
}

fn euclidean(x: &Activations) -> Rdm {
    rdm(x, Distance::Euclidean).unwrap()
}

fn map(a: &Rdm, change: impl Fn(f64) -> f64) -> Rdm {
    Rdm::from_upper(a.upper().iter().map(|&d| change(d)).collect(), a.n_stimuli()).unwrap()
}

#[test]
fn ranks_do_not_change_under_a_rising_function_nor_the_geo_topological_transform_under_a_line() {
    let a = tied_rdm(20, 9, 20.0);
    assert_eq!(rank_transformed(&a), rank_transformed(&map(&a, |d| (3.0 * d).exp())));
    let (before, after) =
        (geo_topological(&a, 0.2, 0.7), geo_topological(&map(&a, |d| 5.0 + 3.0 * d), 0.2, 0.7));
    assert_near(after.unwrap().upper(), before.unwrap().upper(), 1e-12);
}

#[test]
fn the_geo_topological_transform_makes_a_fifth_zero_and_a_fifth_one_between_those_quantiles() {
    let a = geo_topological(&tied_rdm(21, 30, 1e9), 0.2, 0.8).unwrap();
    let part = |value: f64| a.upper().iter().filter(|&&d| d == value).count() as f64 / a.upper().len() as f64;
    assert!((part(0.0) - 0.2).abs() < 0.01 && (part(1.0) - 0.2).abs() < 0.01);
}

#[test]
fn geodesics_follow_the_curve_on_which_stimuli_lie() {
    // Half a circle in 21 places: its ends are π apart along it, 2 across.
    let angle = |i: usize| std::f64::consts::PI * i as f64 / 20.0;
    let data = (0..21).flat_map(|i| [angle(i).cos(), angle(i).sin()]).collect();
    let a = rdm(&Activations::new(data, 21, 2).unwrap(), Distance::Euclidean).unwrap();
    for neighbours in [Neighbours::Nearest(2), Neighbours::Below(0.2)] {
        let along = geodesic(&a, neighbours).unwrap().get(0, 20);
        assert!((along - std::f64::consts::PI).abs() < 0.01, "{along}");
    }
    assert_near(geodesic(&a, Neighbours::Nearest(20)).unwrap().upper(), a.upper(), 1e-12);
}

#[test]
fn geodesics_do_not_see_distances_between_stimuli_that_are_not_joined_and_obey_the_triangle() {
    let a = euclidean(&normal(22, 12, 3, 1.0, 0.0));
    let largest = a.upper().iter().fold(0.0_f64, |most, &d| most.max(d));
    let further = map(&a, |d| if d == largest { 2.0 * d } else { d });
    let of = |a: &Rdm| geodesic(a, Neighbours::Nearest(4)).unwrap();
    assert_eq!(of(&a), of(&further));
    let ways = of(&tied_rdm(23, 12, 1e9));
    for i in 0..12 {
        for j in 0..12 {
            assert!((0..12).all(|k| ways.get(i, j) <= ways.get(i, k) + ways.get(k, j) + 1e-12));
        }
    }
}

#[test]
fn a_circle_has_one_long_loop_and_two_clusters_join_last() {
    let angle = |i: usize| std::f64::consts::TAU * i as f64 / 24.0;
    let data = (0..24).flat_map(|i| [angle(i).cos(), angle(i).sin()]).collect();
    let circle = rdm(&Activations::new(data, 24, 2).unwrap(), Distance::Euclidean).unwrap();
    let found = vietoris_rips(&circle).unwrap();
    assert_eq!(found.loops.len(), 1);
    // Closed by neighbours, filled by the triangle of a third of the circle each.
    let (closed, filled) = found.loops[0];
    assert!((closed - 2.0 * (std::f64::consts::PI / 24.0).sin()).abs() < 1e-9);
    assert!((filled - 3f64.sqrt()).abs() < 1e-9);
    let curves = found.betti_curves(&[0.0, 0.1, 0.5, 1.0, 1.8]).unwrap();
    assert_eq!((curves.b0, curves.b1), (vec![24, 24, 1, 1, 1], vec![0, 0, 1, 1, 0]));

    let clusters = change(&normal(24, 10, 3, 0.1, 0.0), |i, _, v| v + if i < 5 { 0.0 } else { 10.0 });
    let joins = vietoris_rips(&euclidean(&clusters)).unwrap().joins;
    assert!(joins[7] < 1.0 && joins[8] > 10.0, "{joins:?}");
}

#[test]
fn barcodes_do_not_change_with_the_order_of_stimuli() {
    let x = normal(25, 14, 3, 1.0, 0.0);
    let (before, after) = (
        vietoris_rips(&euclidean(&x)).unwrap(),
        vietoris_rips(&euclidean(&permute(&x, &order(26, 14)))).unwrap(),
    );
    assert!(!before.loops.is_empty());
    assert_near(&after.joins, &before.joins, 1e-12);
    let flat = |code: &Barcode| code.loops.iter().flat_map(|&(c, f)| [c, f]).collect::<Vec<f64>>();
    assert_near(&flat(&after), &flat(&before), 1e-12);
}

#[test]
fn a_hundred_stimuli_are_not_too_many_for_a_barcode() {
    let found = vietoris_rips(&euclidean(&normal(27, 100, 5, 1.0, 0.0))).unwrap();
    assert_eq!(found.joins.len(), 99);
    assert!(found.loops.len() > 10);
}

#[test]
fn topology_of_impossible_distances_or_thresholds_is_refused() {
    let a = tied_rdm(28, 6, 1e9);
    says(geo_topological(&a, 0.5, 0.5), &["lower < upper", "0.5 and 0.5"]);
    says(geo_topological(&a, f64::NAN, 0.5), &["NaN"]);
    says(geo_topological(&tied_rdm(28, 6, 1.0), 0.2, 0.8), &["0.2 and 0.8 are both 0"]);
    let negative = map(&a, |d| d - 0.5);
    says(geodesic(&negative, Neighbours::Nearest(2)), &["geodesic", "at least 0", "cut"]);
    says(vietoris_rips(&negative), &["barcode", "at least 0"]);
    says(geodesic(&a, Neighbours::Nearest(0)), &["1 to 5", "0 were asked"]);
    says(geodesic(&a, Neighbours::Nearest(6)), &["1 to 5", "6 were asked"]);
    says(geodesic(&a, Neighbours::Below(0.0)), &["stimuli 0 and 1", "larger threshold"]);
    says(vietoris_rips(&tied_rdm(29, 301, 1e9)), &["301 stimuli", "at most 300"]);
    let code = vietoris_rips(&a).unwrap();
    says(code.betti_curves(&[0.5, 0.1]), &["place 1", "0.1"]);
    says(code.betti_curves(&[f64::INFINITY]), &["place 0", "inf"]);
}
