//! Values of parameters: read, bounded, and refused with a sentence.

use inscape_experiments::{Param, Value, Values, list_experiments};

fn params() -> Vec<Param> {
    vec![
        Param::integer("steps", "Steps", "", [1, 100, 1, 10]),
        Param::number("noise", "Noise", "", [0.0, 2.0, 0.1, 1.0]),
        Param::choice("target", "Target", "", &[("xor", "XOR", ""), ("parity", "parity", "")]),
        Param::flag("frozen", "Frozen", "", false),
    ]
}

fn read(words: &[(&str, &str)]) -> Result<Values, String> {
    let values = Values::from_words(words.iter().copied(), &params()).map_err(|error| error.to_string())?;
    values.checked(&params()).map_err(|error| error.to_string())
}

#[test]
fn words_become_values_and_those_that_are_as_the_card_has_them_are_left_out() {
    let values = read(&[("steps", "20"), ("noise", "1"), ("target", "parity"), ("frozen", "true")]).unwrap();
    let names: Vec<&str> = values.0.keys().map(String::as_str).collect();
    assert_eq!(names, ["frozen", "steps", "target"]);
    assert_eq!(values.0["steps"], Value::Number(20.0));
    let json = serde_json::to_string(&values).unwrap();
    assert_eq!(json, r#"{"frozen":true,"steps":20.0,"target":"parity"}"#);
    assert_eq!(serde_json::from_str::<Values>(&json).unwrap(), values);
}

#[test]
fn a_name_that_no_parameter_has_is_answered_with_the_near_ones() {
    assert!(read(&[("step", "20")]).unwrap_err().contains("near ones are steps"));
    assert!(read(&[("target", "parita")]).unwrap_err().contains("parity"));
    assert!(read(&[("wholly", "1")]).unwrap_err().contains("there are steps, noise, target, frozen"));
}

#[test]
fn values_out_of_range_or_of_another_kind_are_refused_with_both_sides() {
    for (name, word, expected) in [
        ("steps", "101", "a whole number from 1 to 100, but it was set to 101"),
        ("steps", "1.5", "a whole number"),
        ("noise", "-1", "a number from 0 to 2, but it was set to -1"),
        ("noise", "NaN", "a number from 0 to 2"),
        ("noise", "loud", "a number, but it was set to loud"),
        ("frozen", "maybe", "true or false, but it was set to maybe; leave it out for its default, false"),
    ] {
        let error = read(&[(name, word)]).unwrap_err();
        assert!(error.contains(expected), "{error}");
    }
    let word = Values([("steps".to_owned(), Value::Name("ten".to_owned()))].into());
    assert!(word.checked(&params()).unwrap_err().to_string().contains("a number, but it was set to ten"));
}

#[test]
fn files_of_an_option_are_read_only_where_it_is_chosen() {
    let mut card = list_experiments().swap_remove(0);
    card.needs.files = vec!["all/a".to_owned()];
    card.params = vec![
        Param::choice("model", "", "", &[("small", "", ""), ("large", "", "")])
            .with_files("small", &["small/s"])
            .with_files("large", &["large/1", "large/2"]),
    ];
    let with = |words: &[(&str, &str)]| {
        card.files_with(&Values::from_words(words.iter().copied(), &card.params).unwrap())
    };
    assert_eq!(with(&[]), ["all/a", "small/s"]);
    assert_eq!(with(&[("model", "large")]), ["all/a", "large/1", "large/2"]);
}
