//! Whether a re-run matched.

use inscape_recipe::*;

fn report_figure(values: &[f64]) -> Figure {
    let caption = Caption {
        id: "dimension".to_owned(),
        finding: String::new(),
        about: String::new(),
        unit: String::new(),
        n: 3,
        alt: String::new(),
    };
    let labels = values.iter().map(f64::to_string).collect();
    Figure::Curve(Curve { caption, labels, values: values.to_vec(), y_name: String::new(), x_name: None })
}

fn digest(values: &[f64]) -> Digest {
    Digest::of(&[report_figure(values)], Backend::Cpu)
}

#[test]
fn the_same_bits_match_exactly_and_survive_json() {
    let author = digest(&[1.0, 2.5, 1.0 / 3.0]);
    let text = serde_json::to_string(&author).unwrap();
    let author: Digest = serde_json::from_str(&text).unwrap();
    assert_eq!(compare_digests(&author, &digest(&[1.0, 2.5, 1.0 / 3.0])), Verdict::Exact);
}

#[test]
fn a_small_difference_is_close_and_says_how_large_it_is() {
    match compare_digests(&digest(&[1.0, 2.0]), &digest(&[1.0, 2.0004])) {
        Verdict::Close { worst } => assert!((1e-4..3e-4).contains(&worst), "{worst}"),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_large_difference_names_the_figure() {
    let verdict = compare_digests(&digest(&[1.0, 2.0]), &digest(&[1.0, 2.1]));
    assert!(
        matches!(&verdict, Verdict::Differs { figure, worst: Some(worst) } if figure == "dimension" && *worst > 0.04),
        "{verdict:?}"
    );
}

#[test]
fn another_number_of_values_differs() {
    let verdict = compare_digests(&digest(&[1.0, 2.0]), &digest(&[1.0, 2.0, 3.0]));
    assert_eq!(verdict, Verdict::Differs { figure: "dimension".to_owned(), worst: None });
}
