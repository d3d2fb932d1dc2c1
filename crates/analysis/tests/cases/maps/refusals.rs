//! What cannot be mapped is refused with a sentence that says why.

use super::*;

#[test]
fn what_cannot_be_mapped_is_refused_in_a_sentence() {
    #[track_caller]
    fn refused<T: std::fmt::Debug>(found: Result<T>, words: &str) {
        let sentence = found.unwrap_err().to_string();
        assert!(sentence.contains(words), "{sentence}");
    }
    let good = rdm(&normal(24, 8, 3, 1.0, 0.0), Distance::Euclidean).unwrap();
    let negative = map(&good, |d| d - 1.5);
    let nothing = map(&good, |_| 0.0);
    let mds = SmacofSettings::new(MdsKind::Metric);
    let tsne = TsneSettings::new(3.0);
    let umap = UmapSettings::new(4, 0);

    refused(classical_mds(&good, 0), "n_components from 1 to 7");
    refused(classical_mds(&good, 8), "n_components from 1 to 7");
    refused(classical_mds(&negative, 2), "cannot be negative");
    refused(classical_mds(&nothing, 2), "all 8 stimuli are 0 apart");

    refused(smacof(&good, &SmacofSettings { n_components: 0, ..mds.clone() }), "n_components from 1 to 7");
    refused(smacof(&good, &SmacofSettings { max_iterations: 0, ..mds.clone() }), "max_iterations of 1");
    refused(smacof(&good, &SmacofSettings { tolerance: -1.0, ..mds.clone() }), "tolerance of 0 and more");
    refused(smacof(&negative, &mds), "cannot be negative");
    refused(smacof(&nothing, &mds), "all 8 stimuli are 0 apart");
    let given = |start: Vec<f64>| MapStart::Given(start);
    refused(smacof(&good, &SmacofSettings { start: given(vec![0.0; 3]), ..mds.clone() }), "8 × 2 numbers");
    for kind in [MdsKind::Metric, MdsKind::NonMetric] {
        let settings = SmacofSettings { start: given(vec![0.0; 16]), ..SmacofSettings::new(kind) };
        refused(smacof(&good, &settings), "is undefined");
    }

    let far = map(&good, |d| 1e200 * d);
    refused(classical_mds(&far, 2), "from 0 to 1e150");
    refused(classical_mds(&map(&good, |d| 1e-200 * d), 2), "nothing to lay out");
    refused(Tsne::new(&far, tsne.clone()), "from 0 to 1e150");
    refused(Tsne::new(&good, TsneSettings { learning_rate: Some(1e9), ..tsne.clone() }), "at most 1000000");

    refused(joint_probabilities(&good, 8.0), "perplexity from 1 to below 8");
    refused(joint_probabilities(&good, f64::NAN), "perplexity from 1 to below 8");
    refused(Tsne::new(&negative, tsne.clone()), "cannot be negative");
    refused(Tsne::new(&nothing, tsne.clone()), "all 8 stimuli are 0 apart");
    refused(Tsne::new(&good, TsneSettings { n_components: 8, ..tsne.clone() }), "n_components from 1 to 7");
    refused(
        Tsne::new(&good, TsneSettings { learning_rate: Some(0.0), ..tsne.clone() }),
        "learning_rate above 0",
    );
    refused(
        Tsne::new(&good, TsneSettings { early_exaggeration: 0.0, ..tsne.clone() }),
        "early_exaggeration above 0",
    );
    refused(
        Tsne::new(&good, TsneSettings { start: given(vec![f64::NAN; 16]), ..tsne.clone() }),
        "16 of them NaN",
    );

    let x = normal(24, 8, 3, 1.0, 0.0);
    refused(Tsne::of_many(&x, TsneSettings { n_components: 3, ..tsne.clone() }, 0.5), "n_components of 2");
    refused(
        Tsne::of_many(&x, TsneSettings { perplexity: 7.0, ..tsne.clone() }, 0.5),
        "perplexity from 1 to below 7",
    );
    refused(
        Tsne::of_many(&x, TsneSettings { start: given(vec![0.0]), ..tsne.clone() }, 0.5),
        "8 × 2 numbers",
    );
    refused(Tsne::of_many(&x, tsne.clone(), 1.5), "theta from 0 to 1");
    let huge = Activations::new((0..16).map(|i| 1e200 * gauss(26, i)).collect(), 8, 2).unwrap();
    refused(Tsne::of_many(&huge, tsne.clone(), 0.5), "squared distances are infinite");
    refused(Tsne::of_many(&change(&x, |_, _, _| 1.0), tsne, 0.5), "all 8 stimuli are 0 apart");

    refused(fuzzy_graph(&good, 1), "n_neighbours (the stimulus itself among them) from 2 to 8");
    refused(fuzzy_graph(&good, 9), "from 2 to 8");
    refused(umap_curve(-0.1, 1.0), "min_distance from 0 to 3");
    refused(umap_curve(0.1, 0.0), "spread above 0");
    refused(Umap::new(&negative, umap.clone()), "cannot be negative");
    refused(Umap::new(&nothing, umap.clone()), "all 8 stimuli are 0 apart");
    refused(Umap::new(&good, UmapSettings { n_components: 8, ..umap.clone() }), "n_components from 1 to 7");
    refused(Umap::new(&good, UmapSettings { n_epochs: 0, ..umap.clone() }), "n_epochs above 0");
    refused(
        Umap::new(&good, UmapSettings { negative_samples: 0, ..umap.clone() }),
        "negative_samples above 0",
    );
    refused(Umap::new(&good, UmapSettings { learning_rate: -1.0, ..umap.clone() }), "learning_rate above 0");
    refused(Umap::new(&good, UmapSettings { repulsion: f64::NAN, ..umap.clone() }), "repulsion above 0");
    let placed = UmapStart::Placed(given(vec![1.0; 2]));
    refused(Umap::new(&good, UmapSettings { start: placed, ..umap }), "8 × 2 numbers");

    let small = rdm(&normal(25, 5, 3, 1.0, 0.0), Distance::Euclidean).unwrap();
    for measure in [trustworthiness, continuity] {
        refused(measure(&good, &small, 2), "has 8 stimuli and the second 5");
        refused(measure(&good, &good, 4), "n_neighbours from 1 to below 4");
        refused(measure(&good, &good, 0), "n_neighbours from 1 to below 4");
    }
    refused(scaled_stress(&good, &nothing), "all entries of the second RDM are 0");
}
