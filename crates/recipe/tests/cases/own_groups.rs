//! Pictures of the visitor's own RDMs, stimuli in groups, and maps of very many stimuli.

use formats::{Array, Values, npy};
use inscape_recipe::*;
use pollster::block_on;

/// Stimuli around three far places, a class a place, in turn.
const N: usize = 30;

fn file(shape: &[usize], values: Vec<f64>) -> Vec<u8> {
    npy::write(&Array::new(shape.to_vec(), Values::F64(values)).unwrap()).unwrap()
}

fn blobs(n: usize) -> Vec<f64> {
    let wobble = |k: usize| ((k * 7919 % 101) as f64) / 101.0;
    (0..n).flat_map(|k| [10.0 * (k % 3) as f64 + wobble(k), wobble(3 * k + 1)]).collect()
}

fn shelf() -> Shelf {
    let mut shelf = Shelf::default();
    shelf.add("blobs.npy", &file(&[N, 2], blobs(N))).unwrap();
    let classes: String =
        (0..N).map(|k| format!("picture {k},{}\n", ["animal", "face", "tool"][k % 3])).collect();
    shelf.add("kinds.csv", format!("name,kind\n{classes}").as_bytes()).unwrap();
    let line: Vec<f64> = (0..N * N).map(|at| (at / N).abs_diff(at % N) as f64).collect();
    let twice: Vec<f64> = line.iter().chain(&line).copied().collect();
    shelf.add("line.npy", &file(&[N, N], line)).unwrap();
    shelf.add("subjects.npy", &file(&[2, N, N], twice)).unwrap();
    shelf
}

fn run(shelf: &Shelf, task: DataTask) -> Result<DataReport> {
    let recipe = DataRecipe { version: DATA_RECIPE_VERSION, arrays: Vec::new(), task, seed: 1, digest: None };
    block_on(shelf.run(&recipe, &mut SilentHost))
}

fn cluster(array: &str, method: &str, labels: Option<&str>) -> DataTask {
    DataTask::Cluster {
        array: array.to_owned(),
        method: method.to_owned(),
        distance: "euclidean".to_owned(),
        n_groups: 3,
        labels: labels.map(str::to_owned),
    }
}

fn rdms(arrays: &[&str], labels: Option<&str>) -> DataTask {
    DataTask::Rdms {
        arrays: arrays.iter().map(|&name| name.to_owned()).collect(),
        distance: "euclidean".to_owned(),
        labels: labels.map(str::to_owned),
    }
}

#[test]
fn every_clustering_finds_three_far_groups_and_says_that_they_are_the_classes() {
    let shelf = shelf();
    for choice in list_analyses().groupings {
        let report = run(&shelf, cluster("blobs", &choice.name, Some("kinds/kind"))).unwrap();
        let finding = &report.figures[0].caption().finding;
        assert!(
            finding.starts_with("3 groups of 10 stimuli, mean silhouette 0.9"),
            "{}: {finding}",
            choice.name
        );
        assert!(finding.contains("agree at 1.00 by the adjusted Rand index"), "{finding}");
        let Figure::Table(table) = &report.figures[1] else { panic!("{:?}", report.figures[1]) };
        assert_eq!(table.rows.len(), 3);
        assert_eq!(table.rows[1][3], TableValue::Word("face".to_owned()));
        assert!(!choice.card.fails.is_empty(), "{} has no card", choice.name);
    }
}

#[test]
fn a_tree_has_a_merge_less_than_stimuli_and_an_order_of_all_of_them() {
    let report = run(&shelf(), cluster("line", "linkage_single", None)).unwrap();
    let Figure::Tree(tree) = &report.figures[0] else { panic!("{:?}", report.figures[0]) };
    assert_eq!((tree.merges.len(), tree.heights.len(), tree.labels.len()), (N - 1, N - 1, N));
    assert!(tree.heights.iter().all(|&height| height == 1.0), "{:?}", tree.heights);
    let mut order = tree.order.clone();
    order.sort_unstable();
    assert_eq!(order, (0..N).collect::<Vec<_>>());
    assert_eq!(tree.height_name, "height, dissimilarity");
}

#[test]
fn one_rdm_is_a_heat_map_and_several_are_panels_on_one_scale() {
    let shelf = shelf();
    let report = run(&shelf, rdms(&["blobs"], Some("kinds/kind"))).unwrap();
    let Figure::Heatmap(heatmap) = &report.figures[0] else { panic!("{:?}", report.figures[0]) };
    assert_eq!(heatmap.labels[0], "animal: stimulus 0");
    assert_eq!(heatmap.labels[1], "animal: stimulus 3");
    // Class by class: the first ten lie near each other, and far from the next ten.
    assert!(heatmap.values[..10].iter().all(|&d| d < 2.0) && heatmap.values[10..N].iter().all(|&d| d > 8.0));

    let report = run(&shelf, rdms(&["blobs", "subjects"], None)).unwrap();
    let Figure::Panels(panels) = &report.figures[0] else { panic!("{:?}", report.figures[0]) };
    assert_eq!(panels.names, ["blobs", "subjects 1", "subjects 2"]);
    assert_eq!(panels.values.len(), 3 * N * N);
    assert_eq!(panels.domain, [0.0, (N - 1) as f64]);
    let finding = &panels.caption.finding;
    assert!(finding.starts_with("subjects 1 and subjects 2 are most alike (Spearman 1.00)"), "{finding}");
}

#[test]
fn a_hundred_thousand_stimuli_are_laid_out_without_an_rdm() {
    let mut shelf = Shelf::default();
    shelf.add("many.npy", &file(&[100_000, 2], blobs(100_000))).unwrap();
    for method in ["as_it_is", "pca"] {
        let task = DataTask::Map { array: "many".to_owned(), method: method.to_owned(), labels: None };
        let report = run(&shelf, task).unwrap();
        let Figure::Scatter(scatter) = &report.figures[0] else { panic!("{:?}", report.figures[0]) };
        assert_eq!((scatter.x.len(), scatter.labels.len()), (100_000, 100_000));
    }
}

#[test]
fn what_cannot_be_grouped_is_refused_with_the_next_step() {
    let shelf = shelf();
    for (task, words) in [
        (cluster("blobs", "linkage_wards", None), "the known ones are linkage_single"),
        (cluster("line", "k_means", None), "activations"),
        (rdms(&["kinds/kind"], None), "activations or one RDM"),
    ] {
        let sentence = run(&shelf, task).unwrap_err().to_string();
        assert!(sentence.contains(words), "{sentence}");
    }
}

#[test]
fn neighbours_stay_within_far_groups() {
    let shelf = shelf();
    let neighbours = |array: &str, labels: Option<&str>| DataTask::Neighbours {
        array: array.to_owned(),
        distance: "euclidean".to_owned(),
        n_neighbours: 2,
        method: "classical_mds".to_owned(),
        labels: labels.map(str::to_owned),
    };
    let report = run(&shelf, neighbours("blobs", Some("kinds/kind"))).unwrap();
    let finding = &report.figures[0].caption().finding;
    assert!(
        finding.contains("100 % of the lines join stimuli of one class of kinds/kind (by chance 31 %)"),
        "{finding}"
    );
    let report = run(&shelf, neighbours("line", None)).unwrap();
    let Figure::NeighbourGraph(graph) = &report.figures[0] else { panic!("{:?}", report.figures[0]) };
    assert!(graph.caption.finding.contains("one connected whole"), "{}", graph.caption.finding);
    // Along the line each is joined to the next one; both ends reach one farther.
    assert_eq!(graph.edges.len(), N - 1 + 2);
    assert_eq!(graph.edges.iter().filter(|[i, j]| j - i == 2).count(), 2);
}
