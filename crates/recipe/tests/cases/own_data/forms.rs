//! Every analysis that has a card can be asked for: RDMs of noisy conditions and their topology, mixtures of models, codelength,
//! control tasks, several spaces, repeats, graphs, intervals, and upper triangles.

use super::*;

/// Three classes of which the first two units tell, measured 4 times each in 3 runs, with a word for each stimulus.
fn recording() -> Shelf {
    let (n, n_units) = (36, 6);
    let class = |row: usize| row % 3;
    let mut values = numbers(n * n_units, 11);
    for row in 0..n {
        values[row * n_units] += [0.0, 4.0, 0.0][class(row)];
        values[row * n_units + 1] += [0.0, 0.0, 4.0][class(row)];
    }
    let whole = |of: &dyn Fn(usize) -> usize| Values::I64((0..n).map(|row| of(row) as i64).collect());
    let mut shelf = Shelf::default();
    shelf.add("x.npy", &file(&[n, n_units], Values::F64(values.clone()))).unwrap();
    shelf.add("noise.npy", &floats(&[n, n_units], 12)).unwrap();
    let doubled = values.iter().zip(numbers(values.len(), 13)).map(|(value, noise)| 2.0 * value + noise);
    shelf.add("y.npy", &file(&[n, n_units], Values::F64(doubled.collect()))).unwrap();
    let again = values.iter().zip(numbers(values.len(), 14)).map(|(value, noise)| 2.0 * value + noise);
    shelf.add("again.npy", &file(&[n, n_units], Values::F64(again.collect()))).unwrap();
    shelf.add("classes.npy", &file(&[n], whole(&class))).unwrap();
    shelf.add("runs.npy", &file(&[n], whole(&|row| row / 12))).unwrap();
    shelf.add("words.npy", &file(&[n], whole(&|row| row % 9))).unwrap();
    shelf
}

fn rdm_task(distance: &str) -> RdmTask {
    RdmTask {
        array: "x".to_owned(),
        labels: Some("classes".to_owned()),
        groups: Some("runs".to_owned()),
        distance: distance.to_owned(),
        noise: Noise::TowardsVariances,
        transform: None,
        has_topology: false,
    }
}

fn heatmap(report: &DataReport) -> &Heatmap {
    let Figure::Heatmap(map) = &report.figures[0] else { panic!("a heat map") };
    map
}

fn table(report: &DataReport) -> &Table {
    let Figure::Table(table) = &report.figures[0] else { panic!("a table") };
    table
}

fn number(table: &Table, row: usize, column: &str) -> f64 {
    let place = table.columns.iter().position(|one| one.name == column).unwrap();
    table.rows[row][place].number().unwrap()
}

#[test]
fn conditions_that_differ_are_apart_by_distances_that_know_of_noise() {
    let shelf = recording();
    for distance in ["crossnobis", "squared_mahalanobis_per_unit", "euclidean"] {
        let report = run(&shelf, DataTask::Rdm(rdm_task(distance))).unwrap();
        let map = heatmap(&report);
        assert_eq!(map.labels, ["0", "1", "2"]);
        assert_eq!((map.caption.n, map.caption.unit.as_str()), (36, distance));
        assert!(map.values[1] > 0.5 && map.values[2] > 0.5, "{distance}: {:?}", map.values);
    }
    // Without what tells the classes the estimate is freed of noise and the biased one is not.
    let of_noise = |distance| RdmTask { array: "noise".to_owned(), ..rdm_task(distance) };
    let report = run(&shelf, DataTask::Rdm(of_noise("crossnobis"))).unwrap();
    let free: f64 = heatmap(&report).values.iter().sum();
    let report = run(&shelf, DataTask::Rdm(of_noise("squared_mahalanobis_per_unit"))).unwrap();
    let biased: f64 = heatmap(&report).values.iter().sum();
    assert!(free.abs() < 0.6 * biased, "{free} against {biased}");
    let without = |labels: Option<&str>, groups: Option<&str>| {
        let [labels, groups] = [labels, groups].map(|name| name.map(str::to_owned));
        refused(&shelf, DataTask::Rdm(RdmTask { labels, groups, ..rdm_task("crossnobis") }))
    };
    assert!(without(None, None).contains("choose the labels"));
    assert!(without(Some("classes"), None).contains("partition"));
}

#[test]
fn a_transform_and_the_topology_of_a_ring_are_shown() {
    let n = 24;
    let angle = |k: usize| std::f64::consts::TAU * k as f64 / n as f64;
    let ring: Vec<f64> = (0..n).flat_map(|k| [angle(k).cos(), angle(k).sin()]).collect();
    let mut shelf = Shelf::default();
    shelf.add("ring.npy", &file(&[n, 2], Values::F64(ring))).unwrap();
    let task = |transform, has_topology| {
        let array = "ring".to_owned();
        DataTask::Rdm(RdmTask {
            array,
            labels: None,
            groups: None,
            transform,
            has_topology,
            ..rdm_task("euclidean")
        })
    };
    let report = run(&shelf, task(None, true)).unwrap();
    let curves: Vec<&Curve> = report
        .figures
        .iter()
        .filter_map(|figure| if let Figure::Curve(curve) = figure { Some(curve) } else { None })
        .collect();
    assert_eq!(curves[0].values[0], n as f64);
    assert_eq!(*curves[0].values.last().unwrap(), 1.0);
    assert_eq!(curves[1].values.iter().copied().fold(0.0, f64::max), 1.0);
    assert!(curves[1].caption.finding.contains("Of 1 loops"), "{}", curves[1].caption.finding);
    // The way around a ring to the other side is about π and not 2.
    let around = Transform::GeodesicDistance { n_neighbours: 2 };
    let far = heatmap(&run(&shelf, task(Some(around), false)).unwrap()).values[n / 2];
    assert!(far > 3.0 && far < 3.2, "{far}");
    let ends = Transform::GeoTopologicalTransform { lower: 0.2, upper: 0.8 };
    let report = run(&shelf, task(Some(ends), false)).unwrap();
    assert_eq!(heatmap(&report).domain, [0.0, 1.0]);
    let wrong = Transform::GeoTopologicalTransform { lower: 0.8, upper: 0.2 };
    assert!(refused(&shelf, task(Some(wrong), false)).contains("quantile"));
}

#[test]
fn labels_stand_for_the_model_of_same_and_different_classes() {
    let shelf = recording();
    let names = |names: &[&str]| names.iter().map(|&name| name.to_owned()).collect::<Vec<_>>();
    let task = DataTask::Compare {
        arrays: names(&["x", "classes", "words"]),
        measure: "rdm_kendall_tau_a".to_owned(),
        distance: "euclidean".to_owned(),
        has_intervals: true,
    };
    let report = run(&shelf, task).unwrap();
    assert!(heatmap(&report).values[1] > 0.3, "{:?}", heatmap(&report).values);
    let Figure::Intervals(pairs) = &report.figures[1] else { panic!("intervals") };
    assert_eq!(pairs.intervals.len(), 3);
    assert!(pairs.caption.about.contains("bootstrap"));

    let task = RegressionTask {
        arrays: names(&["classes", "noise"]),
        reference: "x".to_owned(),
        distance: "squared_euclidean_per_unit".to_owned(),
        n_permutations: 99,
    };
    let report = run(&shelf, DataTask::Regression(task)).unwrap();
    let found = table(&report);
    println!("{}", found.caption.finding);
    assert!(number(found, 0, "unique R²") > 0.5 && number(found, 0, "p of what it adds") <= 0.02);
    assert!(number(found, 1, "unique R²") < 0.1 && number(found, 1, "unique R²") > -1e-9);
    assert!(number(found, 1, "R² alone") <= number(found, 0, "R² alone"));
}

#[test]
fn a_decoder_tells_its_codelength_and_what_it_learns_by_heart() {
    let shelf = recording();
    let decode = |array: &str, is_averaged: bool| DataTask::Decode {
        array: array.to_owned(),
        labels: "classes".to_owned(),
        groups: is_averaged.then(|| "runs".to_owned()),
        decoder: "probe_ridge".to_owned(),
        n_folds: 4,
        n_permutations: 0,
        prepare: Some(Prepare { is_averaged, ..Prepare::default() }),
        control: Some("words".to_owned()),
        is_coded: true,
    };
    let bits = |array: &str| {
        let report = run(&shelf, decode(array, false)).unwrap();
        let ids: Vec<&str> = report.figures.iter().map(|figure| figure.caption().id.as_str()).collect();
        assert_eq!(ids, ["accuracy", "confusion", "selectivity", "codelength"]);
        let Figure::Intervals(selectivity) = &report.figures[2] else { panic!("selectivity") };
        let [accuracy, control, difference] = selectivity.values[..] else { panic!("three values") };
        assert!((accuracy - control - difference).abs() < 1e-12);
        let Figure::Curve(curve) = &report.figures[3] else { panic!("a curve") };
        println!("{} {}", selectivity.caption.finding, curve.caption.finding);
        assert!((curve.values[0] - 3.0_f64.log2()).abs() < 1e-12, "the first block is told with even odds");
        *curve.values.last().unwrap()
    };
    assert!(bits("x") < 0.5 && bits("noise") > 1.2);
    assert!(refused(&shelf, decode("x", true)).contains("averaged"));
}

#[test]
fn several_arrays_and_repeats_predict_with_their_shares_and_a_ceiling() {
    let shelf = recording();
    let task = DataTask::Encode {
        array: "x".to_owned(),
        targets: "y".to_owned(),
        n_folds: 4,
        more: vec!["noise".to_owned()],
        repeats: vec!["again".to_owned()],
        is_alpha_shared: false,
        has_pairs: true,
    };
    let report = run(&shelf, task.clone()).unwrap();
    assert_eq!(task.names(), ["x", "y", "noise", "again"]);
    let ids: Vec<&str> = report.figures.iter().map(|figure| figure.caption().id.as_str()).collect();
    assert_eq!(ids, ["encoding", "partition", "two_versus_two"]);
    let found = table(&report);
    println!("{}", found.caption.finding);
    assert!(number(found, 0, "weight of x") > 0.7, "{:?}", found.rows[0]);
    assert!(number(found, 0, "R²") < number(found, 0, "most R²"), "{:?}", found.rows[0]);
    let Figure::Table(parts) = &report.figures[1] else { panic!("parts") };
    let sum: f64 = (0..3).map(|row| number(parts, row, "mean part")).sum();
    assert!((sum - number(parts, 2, "mean R² of these arrays")).abs() < 1e-9);
    assert!(number(parts, 0, "mean part") > 0.3 && number(parts, 1, "mean part").abs() < 0.1);
    let Figure::Intervals(pairs) = &report.figures[2] else { panic!("pairs") };
    assert!(pairs.values[0] > 0.8, "{}", pairs.caption.finding);
}

#[test]
fn a_graph_is_read_from_weights_or_a_list_and_smooth_arrays_have_less_energy() {
    let mut shelf = recording();
    let n = 36;
    let within = |i: usize, j: usize| i != j && i % 3 == j % 3;
    let square = (0..n * n).map(|place| f64::from(u8::from(within(place / n, place % n)))).collect();
    shelf.add("weights.npy", &file(&[n, n], Values::F64(square))).unwrap();
    let edges: Vec<[i64; 2]> = (0..n)
        .flat_map(|i| (0..n).map(move |j| (i, j)))
        .filter(|&(i, j)| within(i, j))
        .map(|(i, j)| [i as i64, j as i64])
        .collect();
    shelf.add("list.npy", &file(&[edges.len(), 2], Values::I64(edges.concat()))).unwrap();
    let task = |graph: &str| {
        DataTask::Energy(EnergyTask {
            arrays: vec!["x".to_owned(), "noise".to_owned()],
            graph: graph.to_owned(),
        })
    };
    let report = run(&shelf, task("weights")).unwrap();
    let found = table(&report);
    println!("{}", found.caption.finding);
    assert_eq!((found.caption.n, number(found, 0, "p")), (n, 0.005));
    assert!(number(found, 0, "share of random") < 0.5 && number(found, 1, "share of random") > 0.8);
    let listed = run(&shelf, task("list")).unwrap();
    assert_eq!(found.rows, table(&listed).rows);
    assert!(refused(&shelf, task("x")).contains("list of edges"));
    shelf.add("far.npy", &file(&[1, 2], Values::I64(vec![0, 99]))).unwrap();
    assert!(refused(&shelf, task("far")).contains("99"));
}

#[test]
fn few_pairs_get_intervals_and_many_a_sentence() {
    let mut shelf = recording();
    let compare = |arrays: &[&str], measure: &str| DataTask::Compare {
        arrays: arrays.iter().map(|&name| name.to_owned()).collect(),
        measure: measure.to_owned(),
        distance: "euclidean".to_owned(),
        has_intervals: true,
    };
    for measure in ["cka_linear_debiased", "rdm_spearman"] {
        let report = run(&shelf, compare(&["x", "y"], measure)).unwrap();
        let Figure::Intervals(found) = &report.figures[1] else { panic!("intervals") };
        println!("{}", found.caption.finding);
        let ([low, high], value) = (found.intervals[0], found.values[0]);
        assert!(low < value && value < high && high - low < 0.5, "{low} {value} {high}");
    }
    for k in 0..4 {
        shelf.add(&format!("more{k}.npy"), &floats(&[36, 3], 20 + k)).unwrap();
    }
    let arrays = ["x", "more0", "more1", "more2", "more3"];
    let report = run(&shelf, compare(&arrays, "cka_linear_debiased")).unwrap();
    assert_eq!(report.figures.len(), 1);
    assert!(report.warnings.iter().any(|warning| warning.contains("10 pairs are shown without intervals")));
}

#[test]
fn upper_triangles_of_several_subjects_are_read_as_rdms_where_they_fit() {
    let mut shelf = Shelf::default();
    let kind_of = |shelf: &Shelf, name: &str| shelf.card(name).unwrap().kind;
    shelf.add("subjects.npy", &floats(&[4, 66], 1)).unwrap();
    assert_eq!(kind_of(&shelf, "subjects"), ArrayKind::Activations);
    assert!(shelf.card("subjects").unwrap().understood.contains("could be RDMs of 12 stimuli"));
    shelf.add("layer.npy", &floats(&[12, 7], 2)).unwrap();
    let card = shelf.card("subjects").unwrap().clone();
    assert_eq!((card.kind, card.n_stimuli, card.pairs_of), (ArrayKind::Rdms, 12, Some(12)));
    assert!(card.understood.contains("4 RDMs of 12 stimuli") && card.understood.contains("another array"));

    let reference = DataTask::Reference {
        arrays: vec!["layer".to_owned()],
        reference: "subjects".to_owned(),
        distance: "euclidean".to_owned(),
        comparison: "rdm_spearman".to_owned(),
        n_bootstrap: 0,
        n_permutations: 0,
    };
    let report = run(&shelf, reference.clone()).unwrap();
    assert!(report.figures[0].caption().about.contains("mean over 4 RDMs"));
    assert_eq!(report.recipe.arrays[1].read_as, Some(Reading::Rdms));

    // Who reads it otherwise still runs what the author ran, and an older recipe reads shapes.
    shelf.read_as("subjects", Reading::Activations).unwrap();
    assert_eq!(kind_of(&shelf, "subjects"), ArrayKind::Activations);
    let again = block_on(shelf.run(&report.recipe, &mut SilentHost)).unwrap();
    assert_eq!(report.recipe.digest, again.recipe.digest);
    shelf.read_as("subjects", Reading::Rdms).unwrap();
    let older = ArrayRef { name: "subjects".to_owned(), sha256: String::new(), read_as: None };
    let alone = DataTask::Summaries { arrays: vec!["subjects".to_owned()], labels: None };
    let old = DataRecipe { arrays: vec![older], ..recipe(alone) };
    assert_eq!(block_on(shelf.run(&old, &mut SilentHost)).unwrap().n_stimuli, 4);
    assert!(shelf.read_as("layer", Reading::Rdms).unwrap_err().to_string().contains("one only"));
}

#[test]
fn recipes_of_the_first_form_are_read_and_written_as_they_were() {
    for text in [
        r#"{"kind":"compare","arrays":["a","b"],"measure":"pwcca","distance":"euclidean"}"#,
        r#"{"kind":"encode","array":"a","targets":"b","n_folds":4}"#,
        r#"{"kind":"decode","array":"a","labels":"c","groups":null,"decoder":"probe_ridge","n_folds":3,"n_permutations":0}"#,
    ] {
        let task: DataTask = serde_json::from_str(text).unwrap();
        assert_eq!(serde_json::to_string(&task).unwrap(), text);
    }
    let task = DataTask::Rdm(rdm_task("crossnobis"));
    let text = serde_json::to_string(&task).unwrap();
    assert_eq!(serde_json::from_str::<DataTask>(&text).unwrap(), task);
    let more = text.replace("\"has_topology\"", "\"colour\":1,\"has_topology\"");
    assert!(serde_json::from_str::<DataTask>(&more).unwrap_err().to_string().contains("colour"));
}
