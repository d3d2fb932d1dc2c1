//! Experiments in the terminal: by name, by recipe, and what the exit code says.

use std::path::Path;
use std::process::{Command, Output};

const SLUG: &str = "task-structure-nonlinearity";
/// Far too small to show anything, but quick: claims fail on it.
const TINY: [&str; 8] = ["--set", "nets=2", "--set", "hidden=20", "--set", "steps=100", "--set", "map=false"];

fn run(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_inscape")).arg("run").args(arguments).output().unwrap()
}

fn said(output: &Output) -> [String; 2] {
    [&output.stdout, &output.stderr].map(|bytes| String::from_utf8(bytes.clone()).unwrap())
}

#[test]
fn an_experiment_prints_its_claims_and_the_exit_code_tells_that_some_fail() {
    let output = run(&[&[SLUG, "--seed", "3"][..], &TINY].concat());
    let [printed, error] = said(&output);
    assert_eq!(output.status.code(), Some(1));
    assert!(error.contains("not every claim holds: geometry (seed 3)"), "{error}");
    assert_eq!(error.trim().lines().count(), 1, "{error}");
    let report: serde_json::Value = serde_json::from_str(&printed).unwrap();
    assert_eq!((report["seed"].as_u64(), report["params"]["hidden"].as_f64()), (Some(3), Some(20.0)));
    assert_eq!(report["claims"].as_array().unwrap().len(), 6);
}

#[test]
fn claims_that_cannot_be_judged_are_printed_and_do_not_fail() {
    let output = run(&[&[SLUG, "--set", "structure=0.5"][..], &TINY].concat());
    let [printed, error] = said(&output);
    assert_eq!(output.status.code(), Some(0), "{error}");
    assert!(printed.contains(r#""verdict":"open""#));
}

#[test]
fn a_saved_recipe_runs_again_and_says_that_it_matches() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("experiment");
    std::fs::create_dir_all(&folder).unwrap();
    let at = |name: &str| folder.join(name).display().to_string();
    let output = run(&[&[SLUG, "--set", "structure=0.5", "--out", &at("report.json")][..], &TINY].concat());
    assert!(output.status.success());
    let report: serde_json::Value =
        serde_json::from_slice(&std::fs::read(at("report.json")).unwrap()).unwrap();
    std::fs::write(at("recipe.json"), report["recipe"].to_string()).unwrap();
    let [printed, error] = said(&run(&[&at("recipe.json")]));
    assert!(printed.contains(r#""matches":{"kind":"exact"}"#), "{printed}{error}");
    let refused = run(&[&at("recipe.json"), "--seed", "2"]);
    assert!(said(&refused)[1].contains("a recipe has its seed"));
}

#[test]
fn what_is_misspelt_is_answered_with_the_near_names() {
    assert!(said(&run(&["task-structure-nonlinearty"]))[1].contains(SLUG));
    assert!(said(&run(&[SLUG, "--set", "step=200"]))[1].contains("near ones are steps"));
    assert!(said(&run(&[SLUG, "--set", "steps"]))[1].contains("--set takes KEY=VALUE"));
    assert!(said(&run(&[SLUG, "--seed", "1", "--verify"]))[1].contains("--verify"));
}
