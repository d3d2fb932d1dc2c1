//! The intervals of a bench's own similarity: there by default where they are quick, asked for where they are not.

use inscape_recipe::*;
use pollster::block_on;

use crate::support::*;

/// Beginnings of twelve stories, more than the fewest that intervals are made of.
const TWELVE: [&str; 12] = [
    "Once upon a time, there was a little",
    "Tom and Lily went to the",
    "The cat sat.",
    "It was a sunny day and",
    "A big dog ran",
    "Mom said that",
    "One day, a bird",
    "He was very happy because",
    "They found a red ball in the",
    "She likes to eat",
    "The boy had a toy car",
    "In the forest lived",
];

fn run(recipe: &Recipe, lines: &[&str]) -> Option<Report> {
    let (mut session, words) = open(&stories()?);
    let stimuli = stimuli(&words, lines);
    Some(block_on(session.run(recipe, &stimuli, Some(&words), &mut SilentHost)).unwrap())
}

fn intervals(report: &Report) -> Option<&Intervals> {
    report.figures.iter().find_map(|figure| match figure {
        Figure::Intervals(intervals) => Some(intervals),
        _ => None,
    })
}

fn similarity(report: &Report) -> &Heatmap {
    let Figure::Heatmap(heatmap) = &report.figures[0] else { panic!("a heat map") };
    heatmap
}

#[test]
fn the_row_in_focus_has_its_intervals_by_default() {
    for measure in ["cka_linear_biased", "cka_linear_debiased", "rdm_spearman"] {
        let recipe = Recipe { similarity: measure.to_owned(), ..recipe(&TWELVE) };
        let Some(report) = run(&recipe, &TWELVE) else { return };
        let found = intervals(&report).unwrap();
        // Row i, column j tells of site i seen from site j; the last of three sites is in focus.
        assert_eq!(found.values, similarity(&report).values[6..8]);
        assert_eq!(found.labels, similarity(&report).labels[..2]);
        assert_eq!(found.caption.n, 12);
        for (value, [low, high]) in found.values.iter().zip(&found.intervals) {
            assert!(low < value && value < high && *high <= 1.0, "{low} {value} {high}");
        }
        println!("{}", found.caption.finding);
        assert!(found.caption.about.contains("seed 0"), "{}", found.caption.about);
    }
}

#[test]
fn what_may_take_long_is_asked_for() {
    let recipe = Recipe { similarity: "procrustes_orthogonal_distance".to_owned(), ..recipe(&TWELVE) };
    let Some(report) = run(&recipe, &TWELVE) else { return };
    assert!(intervals(&report).is_none());
    assert!(report.warnings.iter().any(|line| line.contains("under Analysis")), "{:?}", report.warnings);
    let asked = Recipe { has_slow_intervals: true, ..recipe };
    let report = run(&asked, &TWELVE).unwrap();
    let found = intervals(&report).unwrap();
    // Of distances the smallest is the most alike.
    let nearest = if found.values[0] < found.values[1] { 0 } else { 1 };
    assert!(found.caption.finding.starts_with(&found.labels[nearest]), "{}", found.caption.finding);
    assert!(found.intervals.iter().all(|[low, high]| *low > 0.0 && low < high));
}

#[test]
fn with_fewer_than_ten_stimuli_there_are_none() {
    let Some(report) = run(&recipe(&LINES), &LINES) else { return };
    assert!(intervals(&report).is_none());
}

/// As a version before intervals wrote it.
#[test]
fn a_digest_without_intervals_still_matches_to_the_bit() {
    let recipe = recipe(&TWELVE);
    let Some(report) = run(&recipe, &TWELVE) else { return };
    let mine = report.recipe.digest.unwrap();
    let mut author = mine.clone();
    author.figures.retain(|figure| figure.id != "similarity_intervals");
    assert_eq!(author.figures.len() + 1, mine.figures.len());
    assert_eq!(compare_digests(&author, &mine), Verdict::Exact);
    // But a figure that the author had must be there.
    assert!(matches!(compare_digests(&mine, &author), Verdict::Differs { .. }));
    let text = serde_json::to_string(&recipe).unwrap();
    assert!(!text.contains("has_slow_intervals"), "{text}");
}
