//! What must hold of maps by distances.

use super::*;

#[test]
fn classical_maps_and_starts_are_principal_components() {
    let x = normal(1, 30, 6, 1.0, 3.0);
    let distances = rdm(&x, Distance::Euclidean).unwrap();
    let scores = pca(&x, 2).unwrap().scores;
    assert_near(&classical_mds(&distances, 2).unwrap().coordinates, &scores, 1e-9);
    // A start is found by iteration, and not to the last digit.
    let planted = planted(2, 60, 4, 10, 5.0);
    let start = SmacofSettings { max_iterations: 1, ..SmacofSettings::new(MdsKind::Metric) };
    let exact = classical_mds(&planted, 2).unwrap().coordinates;
    let given = SmacofSettings { start: MapStart::Given(exact), ..start.clone() };
    let [a, b] = [start, given].map(|settings| smacof(&planted, &settings).unwrap().coordinates);
    assert_near(&a, &b, 1e-4);
}

#[test]
fn distances_that_no_map_has_show_as_negative_eigenvalues() {
    // One stimulus in the middle of three that are further from each other than twice that.
    let odd = Rdm::from_upper(vec![1.0, 1.0, 1.0, 3.0, 3.0, 3.0], 4).unwrap();
    let found = classical_mds(&odd, 3).unwrap();
    assert!(found.negative_part > 0.01 && found.eigenvalues[3] < -0.1, "{found:?}");
    assert!(found.eigenvalues.is_sorted_by(|a, b| a >= b));
}

#[test]
fn mds_finds_a_flat_layout_again_in_any_order_and_unit() {
    let flat = normal(3, 25, 2, 1.0, 0.0);
    let distances = rdm(&flat, Distance::Euclidean).unwrap();
    let order = order(4, 25);
    for kind in [MdsKind::Metric, MdsKind::NonMetric] {
        let settings = SmacofSettings::new(kind);
        assert!(smacof(&distances, &settings).unwrap().stress_1 < 1e-3, "{kind}");
        let start: Vec<f64> = (0..50).map(|i| gauss(5, i)).collect();
        let from = |start: Vec<f64>| SmacofSettings { start: MapStart::Given(start), ..settings.clone() };
        let before = smacof(&distances, &from(start.clone())).unwrap();
        let moved = smacof(&permuted(&distances, &order), &from(rows(&start, &order))).unwrap();
        assert_near(&moved.coordinates, &rows(&before.coordinates, &order), 1e-6);
        let scaled = smacof(&map(&distances, |d| 100.0 * d), &from(start)).unwrap();
        let scale = if kind == MdsKind::Metric { 100.0 } else { 1.0 };
        let there: Vec<f64> = before.coordinates.iter().map(|v| scale * v).collect();
        assert_near(&scaled.coordinates, &there, 1e-6);
        assert_eq!(kind.to_string().parse(), Ok(kind));
    }
    for (changed, order_of) in
        [(permuted(&distances, &order), &order), (map(&distances, |d| 8.0 * d), &(0..25).collect())]
    {
        let before = classical_mds(&distances, 2).unwrap().coordinates;
        let scale = changed.get(0, 1) / distances.get(order_of[0], order_of[1]);
        let there: Vec<f64> = rows(&before, order_of).iter().map(|v| scale * v).collect();
        assert_near(&classical_mds(&changed, 2).unwrap().coordinates, &there, 1e-9);
    }
}

#[test]
fn stress_falls_with_every_step_and_is_what_it_is_called() {
    let distances = planted(6, 20, 3, 8, 2.0);
    let mut last = f64::INFINITY;
    for max_iterations in 1..30 {
        let start = MapStart::Random { seed: 7 };
        let settings =
            SmacofSettings { start, max_iterations, tolerance: 0.0, ..SmacofSettings::new(MdsKind::Metric) };
        let found = smacof(&distances, &settings).unwrap();
        assert!(found.raw_stress <= last);
        last = found.raw_stress;
        let on_map = rdm_of(&found.coordinates, 20);
        let pairs = || on_map.upper().iter().zip(distances.upper());
        let raw: f64 = pairs().map(|(a, b)| (a - b).powi(2)).sum();
        assert!((raw - found.raw_stress).abs() < 1e-9 * raw);
        let size: f64 = pairs().map(|(a, _)| a * a).sum();
        assert!(((raw / size).sqrt() - found.stress_1).abs() < 1e-9);
    }
}

#[test]
fn nonmetric_mds_sees_the_order_of_distances_alone() {
    let flat = rdm(&normal(8, 15, 2, 1.0, 0.0), Distance::Euclidean).unwrap();
    let bent = map(&flat, |d| d.powi(3));
    let stress = |kind| smacof(&bent, &SmacofSettings::new(kind)).unwrap().stress_1;
    assert!(stress(MdsKind::NonMetric) < 0.02, "{}", stress(MdsKind::NonMetric));
    assert!(stress(MdsKind::Metric) > 0.1, "{}", stress(MdsKind::Metric));
    // Equal distances stay equal, also those of 0.
    let tied = tied_rdm(9, 12, 3.0);
    assert!(smacof(&tied, &SmacofSettings::new(MdsKind::NonMetric)).unwrap().stress_1.is_finite());
}
