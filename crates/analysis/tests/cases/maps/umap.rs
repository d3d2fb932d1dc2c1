//! What must hold of UMAP.

use super::*;

#[test]
fn umap_keeps_planted_groups_apart_from_every_start() {
    let distances = planted(16, 80, 4, 10, 5.0);
    let starts = [
        UmapStart::Spectral,
        UmapStart::Placed(MapStart::Classical),
        UmapStart::Placed(MapStart::Random { seed: 3 }),
        UmapStart::Placed(MapStart::Given((0..160).map(|i| gauss(17, i)).collect())),
    ];
    for start in starts {
        let settings = UmapSettings { n_epochs: 200, start, ..UmapSettings::new(25, 5) };
        let run = || {
            let mut umap = Umap::new(&distances, settings.clone()).unwrap();
            umap.run();
            umap
        };
        let umap = run();
        assert_eq!(umap.coordinates(), run().coordinates(), "the same seed gives the same map");
        assert_eq!((umap.n_done(), umap.shape()), (200, (80, 2)));
        assert!(umap.coordinates().iter().all(|value| value.is_finite()));
        assert_groups(umap.coordinates(), &distances);
    }
}

#[test]
fn a_spectral_start_lays_a_ring_out_as_a_ring() {
    let ring = (0..40).flat_map(|i| {
        let angle = f64::from(i) * std::f64::consts::TAU / 40.0;
        [angle.cos(), angle.sin(), 0.0]
    });
    let distances = plain_rdm(&Activations::new(ring.collect(), 40, 3).unwrap());
    let umap = Umap::new(&distances, UmapSettings::new(7, 1)).unwrap();
    assert_eq!(umap.graph().n_parts(), 1);
    let on_map = rdm_of(umap.coordinates(), 40);
    assert!(trustworthiness(&distances, &on_map, 4).unwrap() > 0.99);
    assert!(compare_rdms(&distances, &on_map, RdmComparison::Pearson).unwrap() > 0.99);
}

#[test]
fn umaps_graph_does_not_change_with_unit_and_order() {
    let distances = planted(18, 30, 3, 6, 1.0);
    let order = order(19, 30);
    let before = fuzzy_graph(&distances, 8).unwrap();
    let scaled = fuzzy_graph(&map(&distances, |d| 3.0 * d), 8).unwrap();
    let moved = fuzzy_graph(&permuted(&distances, &order), 8).unwrap();
    assert_eq!(scaled.edges.len(), before.edges.len());
    for (scaled, before) in scaled.edges.iter().zip(&before.edges) {
        assert_eq!((scaled.from, scaled.to), (before.from, before.to));
        assert!((scaled.weight - before.weight).abs() < 2e-5, "{scaled:?} {before:?}");
    }
    let mut there: Vec<_> = moved.edges.iter().map(|e| (order[e.from], order[e.to], e.weight)).collect();
    there.sort_by_key(|&(from, to, _)| (from, to));
    for ((from, to, weight), before) in there.into_iter().zip(&before.edges) {
        assert_eq!((from, to), (before.from, before.to));
        assert!((weight - before.weight).abs() < 1e-12);
    }
}
