//! Labelled images: tiny ones with exact numbers, refusals, and Fashion-MNIST as it is fetched.

use crate::support::{archive, fetched, three};
use formats::Values;
use inscape_data::{Images, Scale};

fn refusal(arrays: &[(&str, &[usize], Values)]) -> String {
    Images::read(&archive(arrays)).unwrap_err().to_string()
}

#[test]
fn an_archive_gives_images_labels_and_class_names() {
    let images = Images::read(&three()).unwrap();
    assert_eq!((images.len(), images.height(), images.width()), (3, 1, 2));
    assert_eq!(images.pixels(), [0, 255, 51, 102, 255, 0]);
    assert_eq!(images.labels(), [0, 1, 0]);
    assert_eq!(images.class_names(), ["cat", "dog"]);
    assert_eq!(images.image(1), Some(&[51, 102][..]));
    assert_eq!(images.image(3), None);
}

#[test]
fn labels_may_be_numpys_own_whole_numbers_and_names_may_be_absent() {
    let pixels = || ("images", &[2, 1, 1][..], Values::U8(vec![7, 8]));
    for labels in [Values::I32(vec![2, 0]), Values::I64(vec![2, 0])] {
        let images = Images::read(&archive(&[pixels(), ("labels", &[2], labels)])).unwrap();
        assert_eq!(images.labels(), [2, 0]);
        assert_eq!(images.class_names(), ["0", "1", "2"]);
    }
    let none = archive(&[("images", &[0, 4, 4], Values::U8(vec![])), ("labels", &[0], Values::U8(vec![]))]);
    assert!(Images::read(&none).unwrap().is_empty());
}

#[test]
fn a_batch_is_the_images_asked_for_scaled() {
    let images = Images::read(&three()).unwrap();
    let batch = images.batch(&[2, 1, 2], &Scale::new(0.0, 1.0)).unwrap();
    assert_eq!(batch.pixels, [1.0, 0.0, 0.2, 0.4, 1.0, 0.0]);
    assert_eq!(batch.labels, [0, 1, 0]);
    assert_eq!(
        images.batch(&[0, 3], &Scale::new(0.0, 1.0)).unwrap_err().to_string(),
        "example 3 was asked for, but there are 3 examples, counted from 0"
    );
}

#[test]
fn a_scale_gives_mean_0_and_variance_1() {
    let scale = Scale::of(&Images::read(&three()).unwrap());
    // 0, 1, 0.2, 0.4, 1, 0
    assert!((scale.mean() - 2.6 / 6.0).abs() < 1e-15);
    assert!((scale.deviation() - (2.2_f64 / 6.0 - (2.6_f64 / 6.0).powi(2)).sqrt()).abs() < 1e-15);
    assert_eq!(scale.apply(255), ((1.0 - scale.mean()) / scale.deviation()) as f32);

    let flat = Images::new(1, 2, vec![51; 4], vec![0, 0], vec!["one".into()]).unwrap();
    assert_eq!((Scale::of(&flat).apply(51), Scale::of(&flat).deviation()), (0.0, 1.0));
    let none = Images::new(1, 2, vec![], vec![], vec!["one".into()]).unwrap();
    assert_eq!(Scale::of(&none).apply(255), 1.0);
}

#[test]
fn a_further_part_is_put_after_the_first_and_another_kind_is_refused() {
    let mut images = Images::read(&three()).unwrap();
    images.append(Images::read(&three()).unwrap()).unwrap();
    assert_eq!((images.len(), images.image(4)), (6, Some(&[51, 102][..])));

    let names = || vec!["cat".to_owned(), "dog".to_owned()];
    let tall = Images::new(2, 1, vec![1, 2], vec![0], names()).unwrap();
    assert_eq!(
        images.append(tall).unwrap_err().to_string(),
        "a further part must have the size of the first, 1 × 2, but it has 2 × 1"
    );
    let others = Images::new(1, 2, vec![1, 2], vec![0], vec!["cat".into()]).unwrap();
    assert_eq!(
        images.append(others).unwrap_err().to_string(),
        "a further part must have the class names of the first, cat, dog, but it has cat"
    );
    assert_eq!(images.len(), 6);
}

#[test]
fn archives_that_are_something_else_are_refused_with_what_was_found() {
    let images = || ("images", &[2, 1, 1][..], Values::U8(vec![7, 8]));
    let labels = |labels: Vec<u8>| ("labels", [2].as_slice(), Values::U8(labels));
    assert_eq!(
        refusal(&[("x_train", &[1], Values::U8(vec![7])), ("y_train", &[1], Values::U8(vec![7]))]),
        "an archive of images needs an array called \"images\", but it holds x_train, y_train"
    );
    assert!(refusal(&[]).ends_with("but it holds none"));
    assert_eq!(
        refusal(&[("images", &[2], Values::U8(vec![7, 8])), labels(vec![0, 1])]),
        "the array \"images\" must be of shape [n, height, width], but its shape is [2]"
    );
    assert_eq!(
        refusal(&[("images", &[2, 1, 1], Values::F32(vec![0.5, 1.0])), labels(vec![0, 1])]),
        "the array \"images\" must hold whole numbers from 0 to 255 as u8, but it holds f32; convert it with array.astype('uint8')"
    );
    assert_eq!(
        refusal(&[images(), ("labels", &[3], Values::U8(vec![0; 3]))]),
        "there are 2 images but 3 labels; give each image one"
    );
    assert_eq!(
        refusal(&[images(), ("labels", &[2], Values::I64(vec![0, -1]))]),
        "image 1 has label -1, but with 256 classes labels run from 0 to 255"
    );
    assert_eq!(
        refusal(&[images(), labels(vec![0, 2]), ("class_names", &[3], Values::U8(b"a\nb".to_vec()))]),
        "image 1 has label 2, but with 2 classes labels run from 0 to 1"
    );
    for (names, fault) in [
        (&b"a\n\nb"[..], "name 1 is empty"),
        (b"a\nb\na", "\"a\" is there twice"),
        (b"a\n\xff", "byte 2 of them is not UTF-8"),
        (&[b'\n'; 300], "name 0 is empty"),
    ] {
        let found = refusal(&[
            images(),
            labels(vec![0, 1]),
            ("class_names", &[names.len()], Values::U8(names.to_vec())),
        ]);
        assert!(found.ends_with(fault), "{found}");
    }
    assert!(
        refusal(&[images(), labels(vec![0, 0]), ("class_names", &[0], Values::U8(vec![]))])
            .ends_with("name 0 is empty")
    );
}

#[test]
fn pixels_that_do_not_fit_are_refused() {
    let names = || vec!["one".to_owned()];
    assert_eq!(
        Images::new(2, 2, vec![0; 7], vec![0; 2], names()).unwrap_err().to_string(),
        "2 labels of 2 × 2 images need 8 pixels, but 7 were given"
    );
    let huge = Images::new(usize::MAX, 2, vec![0; 7], vec![0; 2], names()).unwrap_err().to_string();
    assert!(huge.contains("more than this machine can count"), "{huge}");
    assert!(Images::new(1, 1, vec![], vec![], vec![]).unwrap_err().to_string().ends_with("0 were given"));
}

#[test]
fn fashion_mnist_is_the_published_one() {
    let Some(bytes) = fetched("fashion-mnist/train-1.npz") else { return };
    let mut train = Images::read(&bytes).unwrap();
    assert_eq!((train.len(), train.height(), train.width()), (12_000, 28, 28));
    for part in 2..=5 {
        train
            .append(Images::read(&fetched(&format!("fashion-mnist/train-{part}.npz")).unwrap()).unwrap())
            .unwrap();
    }
    let test = Images::read(&fetched("fashion-mnist/test.npz").unwrap()).unwrap();
    assert_eq!((train.len(), test.len()), (60_000, 10_000));
    assert_eq!(train.class_names(), test.class_names());
    for class in 0..10 {
        let count = |images: &Images| images.labels().iter().filter(|label| **label == class).count();
        assert_eq!((count(&train), count(&test)), (6000, 1000));
    }
    // The mean and deviation that every published recipe uses.
    let scale = Scale::of(&train);
    assert_eq!(
        (format!("{:.4}", scale.mean()), format!("{:.4}", scale.deviation())),
        ("0.2860".into(), "0.3530".into())
    );
    assert_eq!((train.class_names()[9].as_str(), train.labels()[0], test.labels()[1]), ("ankle boot", 9, 2));
}
