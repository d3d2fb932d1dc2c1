//! The page's types of experiments are generated from this crate, and the committed file is current.

use inscape_experiments::*;
use ts_rs::{Config, TS};

const PATH: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../web/lab/experiment-types.ts");

#[test]
fn the_committed_types_are_those_of_this_crate() {
    let config = Config::new().with_large_int("number");
    let declarations = [
        Wing::decl(&config),
        Paper::decl(&config),
        DiagramBox::decl(&config),
        DiagramArrow::decl(&config),
        Diagram::decl(&config),
        Needs::decl(&config),
        ParamOption::decl(&config),
        ParamKind::decl(&config),
        Param::decl(&config),
        Value::decl(&config),
        Values::decl(&config),
        Condition::decl(&config),
        PredictionOption::decl(&config),
        ExerciseKind::decl(&config),
        Exercise::decl(&config),
        ExperimentCard::decl(&config),
        ExperimentRecipe::decl(&config),
        ClaimVerdict::decl(&config),
        Claim::decl(&config),
        Reading::decl(&config),
        ExperimentRun::decl(&config),
        ExperimentReport::decl(&config),
    ];
    let mut expected = String::from(
        "// Generated from crates/experiments by `UPDATE=1 cargo test -p inscape-experiments types`; do not edit.\n\nimport type { Backend, Digest, Figure, StageTime } from './types';\n",
    );
    for declaration in declarations {
        // The editor shows Rust's docs in Rust; here they would only repeat.
        let plain: Vec<&str> =
            declaration.lines().map(str::trim).filter(|line| !line.starts_with(['*', '/'])).collect();
        expected.push_str(&format!("\nexport {}\n", plain.join(" ")));
    }
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(PATH, &expected).unwrap();
    }
    let committed = std::fs::read_to_string(PATH).unwrap();
    assert_eq!(committed, expected, "run it once with UPDATE=1 and commit the file");
}
