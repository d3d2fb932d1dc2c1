//! Vectors against ratings of pairs, and the names that come with arrays.

use std::path::{Path, PathBuf};

use formats::{Array, Values, npz};
use inscape_recipe::*;
use pollster::block_on;

fn run(shelf: &Shelf, task: DataTask) -> Result<DataReport> {
    let recipe = DataRecipe { version: DATA_RECIPE_VERSION, arrays: Vec::new(), task, seed: 1, digest: None };
    block_on(shelf.run(&recipe, &mut SilentHost))
}

fn pairs(array: &str, ratings: &str, first: Option<&str>, second: &str) -> DataTask {
    let [array, ratings, second] = [array, ratings, second].map(str::to_owned);
    DataTask::Pairs { array, ratings, first: first.map(str::to_owned), second }
}

fn lines(text: &str) -> (Vec<usize>, Values) {
    (vec![text.len()], Values::U8(text.as_bytes().to_vec()))
}

fn archive(arrays: &[(&str, Vec<usize>, Values)]) -> Vec<u8> {
    let named: Vec<(String, Array)> = arrays
        .iter()
        .map(|(name, shape, values)| ((*name).to_owned(), Array::new(shape.clone(), values.clone()).unwrap()))
        .collect();
    npz::write(&named).unwrap()
}

fn animals(names: &str) -> Vec<u8> {
    let values = Values::F32(vec![1.0, 0.0, 0.9, 0.1, 0.0, 1.0, 0.4, 0.8]);
    let (shape, text) = lines(names);
    archive(&[("vectors", vec![4, 2], values), ("stimulus_names", shape, text)])
}

#[test]
fn an_archive_names_its_stimuli_and_classes() {
    let mut shelf = Shelf::default();
    let cards = shelf.add("animals.npz", &animals("cat\ndog\ncar\nbus\n")).unwrap();
    assert_eq!((cards.len(), cards[0].name.as_str()), (1, "animals"));
    assert_eq!(cards[0].stimuli, ["cat", "dog", "car", "bus"]);

    let (shape, text) = lines("animal\nthing");
    let labels = Values::U8(vec![0, 0, 1, 1]);
    let images = Values::U8(vec![0; 16]);
    let digits =
        [("images", vec![4, 2, 2], images), ("labels", vec![4], labels), ("class_names", shape, text)];
    let cards = shelf.add("digits.npz", &archive(&digits)).unwrap();
    let names: Vec<&str> = cards.iter().map(|card| card.name.as_str()).collect();
    assert_eq!(names, ["digits/images", "digits/labels"]);
    assert_eq!(cards[1].kind, ArrayKind::Labels);

    // Without labels it is an array like others.
    let (shape, text) = lines("animal\nthing");
    assert_eq!(shelf.add("words.npz", &archive(&[("class_names", shape, text)])).unwrap().len(), 1);
    for (bytes, words) in [
        (animals("cat\ndog"), "has 2 lines and no array as many rows"),
        (
            archive(&[
                ("labels", vec![2], Values::U8(vec![0, 5])),
                ("class_names", vec![3], Values::U8(b"a\nb".to_vec())),
            ]),
            "labels holds 5 and class_names has 2 lines",
        ),
    ] {
        let sentence = shelf.add("bad.npz", &bytes).unwrap_err().to_string();
        assert!(sentence.contains(words), "{sentence}");
    }
}

#[test]
fn pairs_are_looked_up_by_name_and_what_is_left_out_is_told() {
    let mut shelf = Shelf::default();
    shelf.add("animals.npz", &animals("cat\ndog\ncar\nbus")).unwrap();
    let table = "cat\tdog\t9.5\ncat\tcar\t1\ncar\tbus\t8\ncat\tunicorn\t5\ndog\tbus\t3\n";
    shelf.add("people.txt", table.as_bytes()).unwrap();
    let report = run(&shelf, pairs("animals", "people", Some("people/column 0"), "people/column 1")).unwrap();
    let Figure::Intervals(agreement) = &report.figures[0] else { panic!("an interval") };
    let Figure::Table(table) = &report.figures[1] else { panic!("a table") };
    println!("{}", agreement.caption.finding);
    assert!(agreement.caption.finding.contains("over 4 of 5 pairs"), "{}", agreement.caption.finding);
    assert!(report.warnings.iter().any(|warning| warning.contains("4 of 5 pairs")), "{:?}", report.warnings);
    assert!((agreement.values[0] - 1.0).abs() < 1e-12 && table.rows.len() == 4);
    assert_eq!((report.n_stimuli, report.recipe.arrays.len()), (5, 4));

    // Where no first name comes twice, it is taken for the names of the rows.
    shelf.add("few.csv", b"a,b,rating\ncat,dog,9\ndog,car,1\ncar,bus,8.5\nbus,dog,2\n").unwrap();
    let report = run(&shelf, pairs("animals", "few", None, "few/b")).unwrap();
    assert!(report.figures[0].caption().finding.contains("over 4 of 4 pairs"));
}

#[test]
fn pairs_without_names_are_refused_with_the_next_step() {
    let mut shelf = Shelf::default();
    shelf.add("animals.npz", &animals("cat\ndog\ncar\nbus")).unwrap();
    shelf.add("people.txt", b"cat\tdog\t9.5\ncat\tcar\t1\ncar\tbus\t8\ndog\tcar\t1\n").unwrap();
    shelf.add("upper.txt", b"Cat\tDog\t9.5\nCat\tCar\t1\nCar\tDog\t8\n").unwrap();
    shelf.add("plain.csv", b"1,2.5\n2,0\n4,1\n").unwrap();
    let refused = |task| run(&shelf, task).unwrap_err().to_string();
    let (first, second) = (Some("people/column 0"), "people/column 1");
    for (task, words) in [
        (pairs("plain", "people", first, second), "its file names none; give a table"),
        (pairs("animals", "people", None, second), "choose the array that holds them"),
        (pairs("animals", "people", first, "people"), "a column of words"),
        (pairs("animals", "upper", Some("upper/column 0"), "upper/column 1"), "small letters"),
        (pairs("animals", "people", first, "upper/column 1"), "has 4 and upper/column 1 has 3"),
    ] {
        let sentence = refused(task);
        assert!(sentence.contains(words), "{sentence}");
    }
}

/// A file that set-up fetched or that tests are given; its absence is told, and in CI it is a failure.
fn present(path: &str) -> Option<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(path);
    if path.exists() {
        return Some(path);
    }
    assert!(std::env::var_os("CI").is_none(), "{} must be there in CI", path.display());
    println!("skipped, absent: {}", path.display());
    None
}

/// Spearman's correlation and the covered pairs of GloVe's vectors with the MEN ratings.
fn against_men(glove: &Path, men: &Path, n_words: Option<usize>) -> (f64, usize) {
    let mut arrays = npz::read(&std::fs::read(glove).unwrap()).unwrap();
    if let Some(n) = n_words {
        for (_, array) in &mut arrays {
            match &mut array.values {
                Values::F32(values) => {
                    values.truncate(n * 100);
                    array.shape[0] = n;
                }
                Values::U8(bytes) => {
                    let end =
                        bytes.iter().enumerate().filter(|(_, byte)| **byte == b'\n').nth(n - 1).unwrap().0;
                    bytes.truncate(end);
                    array.shape[0] = end;
                }
                other => panic!("{other:?}"),
            }
        }
    }
    let mut shelf = Shelf::default();
    shelf.add("glove.npz", &npz::write(&arrays).unwrap()).unwrap();
    shelf.add("men.txt", &std::fs::read(men).unwrap()).unwrap();
    let report = run(&shelf, pairs("glove", "men", Some("men/column 0"), "men/column 1")).unwrap();
    let Figure::Intervals(agreement) = &report.figures[0] else { panic!("an interval") };
    println!("{} {}", agreement.caption.finding, report.figures[1].caption().finding);
    (agreement.values[0], agreement.caption.n)
}

/// numpy on the same numbers: .7168 with the 20,000 most frequent words, .6809 with the rarer words of MEN as well.
#[test]
fn glove_follows_the_men_ratings() {
    let Some(glove) = present("models/glove-20k/glove.npz") else { return };
    let Some(men) = present("../shared/data/wordsim/EN-MEN-TR-3k.txt") else { return };
    let (frequent, n_frequent) = against_men(&glove, &men, Some(20_000));
    assert!((frequent - 0.71).abs() < 0.01 && n_frequent == 2333, "{frequent} {n_frequent}");
    let (all, n_all) = against_men(&glove, &men, None);
    assert!((all - 0.6809).abs() < 1e-3 && n_all == 3000, "{all} {n_all}");
}
