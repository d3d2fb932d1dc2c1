//! The visitor's own arrays: what is understood of files, what is refused, and analyses of real recordings.

use std::path::{Path, PathBuf};

use formats::{Array, Values, npy, npz};
use inscape_recipe::*;
use pollster::block_on;

mod forms;

/// Numbers that follow a fixed rule.
fn numbers(count: usize, seed: u64) -> Vec<f64> {
    (0..count as u64)
        .map(|k| {
            let mut z = (seed << 32).wrapping_add(k + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15);
            z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
            ((z ^ (z >> 27)) >> 11) as f64 / (1_u64 << 53) as f64 - 0.5
        })
        .collect()
}

fn file(shape: &[usize], values: Values) -> Vec<u8> {
    npy::write(&Array::new(shape.to_vec(), values).unwrap()).unwrap()
}

fn floats(shape: &[usize], seed: u64) -> Vec<u8> {
    file(shape, Values::F64(numbers(shape.iter().product(), seed)))
}

fn recipe(task: DataTask) -> DataRecipe {
    DataRecipe { version: DATA_RECIPE_VERSION, arrays: Vec::new(), task, seed: 1, digest: None }
}

fn run(shelf: &Shelf, task: DataTask) -> Result<DataReport> {
    block_on(shelf.run(&recipe(task), &mut SilentHost))
}

fn refused(shelf: &Shelf, task: DataTask) -> String {
    run(shelf, task).unwrap_err().to_string()
}

#[test]
fn what_a_file_holds_is_told_before_anything_runs() {
    let mut shelf = Shelf::default();
    let square = [0.0, 1.0, 2.0, 1.0, 0.0, 3.0, 2.0, 3.0, 0.0];
    let subjects: Vec<f64> = square.iter().chain(&square).copied().collect();
    for (name, bytes, kind, n_stimuli) in [
        ("a.npy", floats(&[6, 4], 1), ArrayKind::Activations, 6),
        ("conv.npy", floats(&[6, 2, 3, 3], 2), ArrayKind::Activations, 6),
        ("square.npy", file(&[3, 3], Values::F64(square.to_vec())), ArrayKind::Rdm, 3),
        ("upper.npy", file(&[6], Values::F32(vec![0.5, 1.0, 2.0, 1.5, 1.0, 0.2])), ArrayKind::Rdm, 4),
        ("subjects.npy", file(&[2, 3, 3], Values::F64(subjects)), ArrayKind::Rdms, 3),
        ("classes.npy", file(&[4], Values::I64(vec![3, 1, 3, 2])), ArrayKind::Labels, 4),
        ("one.npy", file(&[], Values::F64(vec![1.0])), ArrayKind::Other, 0),
    ] {
        let cards = shelf.add(name, &bytes).unwrap();
        assert_eq!((cards[0].kind, cards[0].n_stimuli), (kind, n_stimuli), "{name}: {}", cards[0].understood);
        assert!(cards[0].understood.ends_with('.') && cards[0].sha256.len() == 64);
    }
    let cards = shelf.cards();
    assert_eq!(cards.len(), 7);
    assert!(cards[1].understood.contains("18 units"), "{}", cards[1].understood);
    // An array of the same name takes the older one's place.
    shelf.add("a.npy", &floats(&[5, 4], 3)).unwrap();
    assert_eq!(shelf.cards().len(), 7);
    assert!(shelf.remove("a") && !shelf.remove("a"));
}

#[test]
fn archives_tables_and_safetensors_give_each_of_their_arrays_a_name() {
    let mut shelf = Shelf::default();
    let array = |seed| Array::new(vec![5, 3], Values::F64(numbers(15, seed))).unwrap();
    let archive = npz::write(&[("v1".to_owned(), array(1)), ("it".to_owned(), array(2))]).unwrap();
    let names = |cards: Vec<ArrayCard>| cards.into_iter().map(|card| card.name).collect::<Vec<_>>();
    assert_eq!(names(shelf.add("brain.npz", &archive).unwrap()), ["brain/v1", "brain/it"]);

    let table = "image,category,x,y\ncat.png,animal,1.5,2\ndog.png,animal,0.5,1\ncar.png,thing,2,-1\n";
    let cards = shelf.add("norms.csv", table.as_bytes()).unwrap();
    assert_eq!(cards[0].stimuli, ["cat.png", "dog.png", "car.png"]);
    assert_eq!((cards[0].shape.as_slice(), cards[0].kind), ([3, 2].as_slice(), ArrayKind::Activations));
    assert_eq!((cards[1].name.as_str(), cards[1].kind), ("norms/category", ArrayKind::Labels));

    let values = [1.0_f32, 2.0, 3.0, 4.0];
    let tensors = [("layer".to_owned(), vec![2, 2], values.as_slice())];
    let bytes = formats::safetensors::write(&tensors, &std::collections::BTreeMap::new()).unwrap();
    assert_eq!(names(shelf.add("acts.safetensors", &bytes).unwrap()), ["acts"]);
}

#[test]
fn files_that_are_not_what_they_say_are_refused_and_leave_the_shelf_as_it_was() {
    let mut shelf = Shelf::default();
    shelf.add("good.npy", &floats(&[4, 3], 1)).unwrap();
    for (name, bytes, words) in [
        ("a.mat", vec![1, 2, 3], "only .npy, .npz"),
        ("a", vec![1, 2, 3], "only .npy, .npz"),
        ("short.npy", floats(&[4, 3], 1)[..100].to_vec(), ""),
        ("empty.csv", Vec::new(), "holds no row"),
        ("ragged.csv", b"1,2\n3\n".to_vec(), "as many columns"),
        ("page.nii.gz", b"<html>404</html>".to_vec(), "NIfTI-1"),
        ("cut.nii.gz", vec![0x1f, 0x8b, 8, 0, 0, 0], "NIfTI-1"),
        ("a.safetensors", vec![0xff; 40], ""),
    ] {
        let sentence = shelf.add(name, &bytes).unwrap_err().to_string();
        assert!(sentence.contains(words) && sentence.len() > 30, "{name}: {sentence}");
    }
    assert_eq!(shelf.cards().len(), 1);
}

#[test]
fn arrays_that_do_not_fit_together_are_refused_with_the_next_step() {
    let mut shelf = Shelf::default();
    shelf.add("a.npy", &floats(&[6, 4], 1)).unwrap();
    shelf.add("b.npy", &floats(&[7, 4], 2)).unwrap();
    let mut with_nan = numbers(24, 3);
    with_nan[5] = f64::NAN;
    shelf.add("nan.npy", &file(&[6, 4], Values::F64(with_nan))).unwrap();
    shelf.add("first.csv", b"name,v\na,1.5\nb,2\nc,0\n").unwrap();
    shelf.add("second.csv", b"name,v\na,1\nc,2.5\nb,0\n").unwrap();
    let compare = |a: &str, b: &str, measure: &str| DataTask::Compare {
        arrays: vec![a.to_owned(), b.to_owned()],
        measure: measure.to_owned(),
        distance: "correlation".to_owned(),
        has_intervals: false,
    };
    for (task, words) in [
        (compare("a", "b", "cka_linear_debiased"), "a has 6 and b has 7"),
        (compare("a", "nan", "cka_linear_debiased"), "1 NaN"),
        (compare("a", "gone", "cka_linear_debiased"), "named \"gone\""),
        (compare("a", "nan", "cka_linaer"), "NaN"),
        (compare("first", "second", "rdm_spearman"), "other names in 2 rows"),
    ] {
        let sentence = refused(&shelf, task);
        assert!(sentence.contains(words), "{sentence}");
    }
}

#[test]
fn a_run_twice_is_the_same_and_other_numbers_under_a_name_are_told() {
    let mut shelf = Shelf::default();
    shelf.add("a.npy", &floats(&[20, 6], 1)).unwrap();
    shelf.add("b.npy", &floats(&[20, 5], 2)).unwrap();
    shelf.add("classes.npy", &file(&[20], Values::I64((0..20).map(|k| k % 4).collect()))).unwrap();
    let arrays = vec!["a".to_owned(), "b".to_owned()];
    let tasks = [
        DataTask::Compare {
            arrays: arrays.clone(),
            measure: "pwcca".to_owned(),
            distance: "euclidean".to_owned(),
            has_intervals: true,
        },
        DataTask::Summaries { arrays: arrays.clone(), labels: Some("classes".to_owned()) },
        DataTask::Reference {
            arrays: vec!["a".to_owned()],
            reference: "b".to_owned(),
            distance: "euclidean".to_owned(),
            comparison: "rdm_spearman".to_owned(),
            n_bootstrap: 60,
            n_permutations: 39,
        },
        DataTask::Decode {
            array: "a".to_owned(),
            labels: "classes".to_owned(),
            groups: None,
            decoder: "probe_ridge".to_owned(),
            n_folds: 3,
            n_permutations: 19,
            prepare: None,
            control: None,
            is_coded: true,
        },
        DataTask::Encode {
            array: "a".to_owned(),
            targets: "b".to_owned(),
            n_folds: 4,
            more: Vec::new(),
            repeats: Vec::new(),
            is_alpha_shared: false,
            has_pairs: true,
        },
        DataTask::Information {
            x: "a".to_owned(),
            y: "b".to_owned(),
            estimator: "mi_ksg1_3_nats".to_owned(),
        },
    ];
    let maps = ["pca", "classical_mds", "metric_mds", "nonmetric_mds", "tsne", "umap"];
    let map = |method: &str| DataTask::Map {
        array: "a".to_owned(),
        method: method.to_owned(),
        labels: Some("classes".to_owned()),
    };
    for task in tasks.into_iter().chain(maps.map(map)) {
        let first = run(&shelf, task.clone()).unwrap();
        let again = block_on(shelf.run(&first.recipe, &mut SilentHost)).unwrap();
        assert_eq!(first.recipe.digest, again.recipe.digest, "{task:?}");
        for figure in &first.figures {
            let caption = figure.caption();
            assert!(caption.n == 20 && caption.finding.ends_with('.'), "{}", caption.finding);
        }
    }
    let known = run(&shelf, map("pca")).unwrap().recipe;
    shelf.add("a.npy", &floats(&[20, 6], 9)).unwrap();
    let other = block_on(shelf.run(&known, &mut SilentHost)).unwrap();
    assert!(other.warnings.iter().any(|warning| warning.contains("other numbers than the author's")));
}

#[test]
fn a_measure_that_sees_the_first_array_otherwise_is_shown_from_both_sides() {
    let mut shelf = Shelf::default();
    let narrow = numbers(40 * 2, 4);
    let mut wide: Vec<f64> = Vec::new();
    for (row, more) in narrow.chunks(2).zip(numbers(40 * 3, 5).chunks(3)) {
        wide.extend(row.iter().chain(more));
    }
    shelf.add("narrow.npy", &file(&[40, 2], Values::F64(narrow))).unwrap();
    shelf.add("wide.npy", &file(&[40, 5], Values::F64(wide))).unwrap();
    let report = run(
        &shelf,
        DataTask::Compare {
            arrays: vec!["wide".to_owned(), "narrow".to_owned()],
            measure: "linear_predictivity_5_fold".to_owned(),
            distance: "euclidean".to_owned(),
            has_intervals: false,
        },
    )
    .unwrap();
    let Figure::Heatmap(map) = &report.figures[0] else { panic!("a heat map") };
    // What is in both can be told from the wide one; the other way half is missing.
    assert!(map.values[1] > 0.99 && map.values[2] < 0.9, "{:?}", map.values);
}

fn shared(path: &str) -> Option<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data").join(path);
    if path.exists() {
        return Some(path);
    }
    assert!(std::env::var_os("CI").is_none(), "{} must be there in CI", path.display());
    println!("skipped, shared data absent: {}", path.display());
    None
}

#[test]
fn eight_categories_are_read_from_a_slice_of_haxbys_recording() {
    let Some(folder) = shared("haxby") else { return };
    let mut shelf = Shelf::default();
    for name in ["bold.nii.gz", "attributes_literal.txt"] {
        shelf.add(name, &std::fs::read(folder.join(name)).unwrap()).unwrap();
    }
    let cards = shelf.cards();
    println!(
        "{:?}",
        cards.iter().map(|card| (&card.name, &card.shape, &card.understood)).collect::<Vec<_>>()
    );
    assert_eq!(cards[0].shape, [1452, 530]);
    let decode = |left_out: Vec<i64>, n_permutations| DataTask::Decode {
        array: "bold".to_owned(),
        labels: "attributes_literal/column 0".to_owned(),
        groups: Some("attributes_literal".to_owned()),
        decoder: "probe_correlation".to_owned(),
        n_folds: 2,
        n_permutations,
        prepare: Some(Prepare { is_detrended: true, is_standardised: true, left_out, is_averaged: true }),
        control: None,
        is_coded: false,
    };
    // Class 5 in the order of the alphabet is rest.
    let report = run(&shelf, decode(vec![5], 199)).unwrap();
    let Figure::Intervals(accuracy) = &report.figures[0] else { panic!("accuracies") };
    let Figure::Grid(confusion) = &report.figures[1] else { panic!("a confusion matrix") };
    println!("{}", accuracy.caption.finding);
    println!("{}", accuracy.caption.about);
    assert_eq!(accuracy.caption.n, 96);
    assert!(accuracy.values[0] >= 0.6, "{}", accuracy.caption.finding);
    assert_eq!(
        confusion.rows,
        ["bottle", "cat", "chair", "face", "house", "scissors", "scrambledpix", "shoe"]
    );
    assert!(accuracy.caption.finding.contains("p = 0.005"), "{}", accuracy.caption.finding);
}
