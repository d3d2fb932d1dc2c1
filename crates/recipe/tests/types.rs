//! The page's TypeScript types are generated from this crate, and the committed file is current.

#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a test fails by panicking and prints what it skips"
)]

use inscape_recipe::*;
use ts_rs::{Config, TS};

const PATH: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../web/lab/types.ts");

#[test]
fn the_committed_types_are_those_of_this_crate() {
    let config = Config::new().with_large_int("number");
    let declarations = [
        Backend::decl(&config),
        BackendChoice::decl(&config),
        Pool::decl(&config),
        ModelRef::decl(&config),
        Inputs::decl(&config),
        FigureDigest::decl(&config),
        Digest::decl(&config),
        NextTokens::decl(&config),
        WritingChoice::decl(&config),
        Writing::decl(&config),
        Patterns::decl(&config),
        ScoredOn::decl(&config),
        HeadScores::decl(&config),
        View::decl(&config),
        Recipe::decl(&config),
        Verdict::decl(&config),
        Caption::decl(&config),
        Entries::decl(&config),
        Heatmap::decl(&config),
        Scatter::decl(&config),
        Curve::decl(&config),
        LensCell::decl(&config),
        Lens::decl(&config),
        Column::decl(&config),
        TableValue::decl(&config),
        Table::decl(&config),
        CellKind::decl(&config),
        Grid::decl(&config),
        AttentionPatterns::decl(&config),
        WrittenToken::decl(&config),
        Continuation::decl(&config),
        Continuations::decl(&config),
        PatchedSite::decl(&config),
        Patching::decl(&config),
        Ablated::decl(&config),
        Ablating::decl(&config),
        Measured::decl(&config),
        Ablation::decl(&config),
        Numbers::decl(&config),
        Band::decl(&config),
        Intervals::decl(&config),
        Panels::decl(&config),
        Tree::decl(&config),
        NeighbourGraph::decl(&config),
        Line::decl(&config),
        Lines::decl(&config),
        PlanePath::decl(&config),
        Plane::decl(&config),
        Figure::decl(&config),
        StageTime::decl(&config),
        RunFacts::decl(&config),
        Report::decl(&config),
        MetricCard::decl(&config),
        Choice::decl(&config),
        AnalysisList::decl(&config),
        ArrayKind::decl(&config),
        ArrayCard::decl(&config),
        Reading::decl(&config),
        ArrayRef::decl(&config),
        Prepare::decl(&config),
        Noise::decl(&config),
        Transform::decl(&config),
        RdmTask::decl(&config),
        RegressionTask::decl(&config),
        EnergyTask::decl(&config),
        DataTask::decl(&config),
        DataRecipe::decl(&config),
        DataReport::decl(&config),
        Progress::decl(&config),
        ErrorReport::decl(&config),
        BackendFacts::decl(&config),
        Capability::decl(&config),
        SiteFacts::decl(&config),
        FormatFacts::decl(&config),
        FileFacts::decl(&config),
        ShapeFact::decl(&config),
        ModelCard::decl(&config),
        SiteIdentity::decl(&config),
        SiteCheck::decl(&config),
        Cost::decl(&config),
        Comparison::decl(&config),
        Metric::decl(&config),
        TaskCard::decl(&config),
        TrainOptions::decl(&config),
        TrainPoint::decl(&config),
        TrainProgress::decl(&config),
        TrainReport::decl(&config),
    ];
    let mut expected = String::from(
        "// Generated from crates/recipe by `UPDATE=1 cargo test -p inscape-recipe --test types`; do not edit.\n",
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
