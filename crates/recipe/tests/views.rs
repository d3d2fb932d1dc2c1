//! Closer looks on a real language model small enough for every test machine.

#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a test fails by panicking and prints what it skips"
)]

mod support;

use inscape_recipe::*;
use pollster::block_on;
use support::*;

const PROMPT: &str = "Once upon a time, there was a little";

fn view(json: serde_json::Value) -> View {
    serde_json::from_value(json).unwrap()
}

fn next_tokens(n: usize) -> View {
    view(serde_json::json!({"kind": "next_tokens", "prompt": PROMPT, "n": n}))
}

fn with(lines: &[&str], views: Vec<View>) -> Recipe {
    Recipe { views, ..recipe(lines) }
}

fn table(figure: &Figure) -> &Table {
    match figure {
        Figure::Table(table) => table,
        other => panic!("{other:?}"),
    }
}

#[test]
fn next_tokens_are_listed_best_first_and_count_into_the_digest() {
    let Some(folder) = stories() else { return };
    let (mut session, words) = open(&folder);
    let texts = stimuli(&words, &LINES);
    let mut run = |views| block_on(session.run(&with(&LINES, views), &texts, Some(&words), &mut SilentHost));
    let report = run(vec![next_tokens(5), next_tokens(2)]).unwrap();
    let ids: Vec<&str> = report.figures.iter().map(|figure| figure.caption().id.as_str()).collect();
    assert_eq!(ids[4..], ["lens", "next_tokens", "next_tokens-2"]);
    let digest = report.recipe.digest.as_ref().unwrap();
    assert_eq!(digest.figures.len(), 7);

    let found = table(&report.figures[5]);
    // llama2.c's own test continues with " girl", whose first token is " g".
    assert_eq!(found.rows[0][1], TableValue::Word(" g".to_owned()));
    let column = |at: usize| found.rows.iter().map(|row| row[at].number().unwrap()).collect::<Vec<f64>>();
    assert_eq!(column(0), [1.0, 2.0, 3.0, 4.0, 5.0]);
    let probabilities = column(3);
    assert!(probabilities.is_sorted_by(|a, b| a >= b) && probabilities.iter().sum::<f64>() <= 1.0);
    for (p, nats) in probabilities.iter().zip(column(4)) {
        assert!((p.ln() - nats).abs() < 1e-12);
    }
    // The lens reads the same place of the same text.
    let Figure::Lens(lens) = &report.figures[4] else { panic!("no lens") };
    assert!((lens.cells.last().unwrap().probability - probabilities[0]).abs() < 1e-6);
    assert!(found.caption.finding.contains("“ g”"), "{}", found.caption.finding);
}

/// Counts what was done.
#[derive(Default)]
struct Watcher {
    stages: Vec<String>,
    cancels_at: Option<&'static str>,
}

impl Host for Watcher {
    fn report(&mut self, progress: Progress) {
        assert!((0.0..=1.0).contains(&progress.done), "{progress:?}");
        self.stages.push(progress.stage);
    }

    async fn breathe(&mut self) -> Result<()> {
        match (self.cancels_at, self.stages.last()) {
            (Some(stage), Some(last)) if stage == last => Err(Error::Cancelled),
            _ => Ok(()),
        }
    }
}

#[test]
fn a_view_is_made_anew_only_when_what_it_follows_from_changes() {
    let Some(folder) = stories() else { return };
    let (mut session, words) = open(&folder);
    let texts = stimuli(&words, &LINES);
    let mut n_written = |recipe: &Recipe| {
        let mut watcher = Watcher::default();
        block_on(session.run(recipe, &texts, Some(&words), &mut watcher)).unwrap();
        watcher.stages.iter().filter(|stage| *stage == "writing").count()
    };
    let mut recipe = with(&LINES, vec![next_tokens(5)]);
    assert_eq!(n_written(&recipe), 1);
    recipe.distance = "cosine".to_owned();
    assert_eq!(n_written(&recipe), 0);
    recipe.views.push(next_tokens(3));
    assert_eq!(n_written(&recipe), 1);
    recipe.changes = vec!["z.1 heads 0 = zero".to_owned()];
    assert_eq!(n_written(&recipe), 2);
    recipe.views.clear();
    assert_eq!(n_written(&recipe), 0);
}

#[test]
fn a_view_can_be_cancelled_and_the_session_goes_on() {
    let Some(folder) = stories() else { return };
    let (mut session, words) = open(&folder);
    let texts = stimuli(&words, &LINES);
    let recipe = with(&LINES, vec![next_tokens(5)]);
    let mut watcher = Watcher { cancels_at: Some("writing"), ..Watcher::default() };
    let cancelled = block_on(session.run(&recipe, &texts, Some(&words), &mut watcher)).unwrap_err();
    assert!(matches!(cancelled, Error::Cancelled), "{cancelled}");
    assert!(block_on(session.run(&recipe, &texts, Some(&words), &mut SilentHost)).is_ok());
}

#[test]
fn one_text_is_enough_for_a_view_and_the_report_says_what_is_left_out() {
    let Some(folder) = stories() else { return };
    let (mut session, words) = open(&folder);
    let one = ["Once upon a time"];
    let texts = stimuli(&words, &one);
    let report =
        block_on(session.run(&with(&one, vec![next_tokens(3)]), &texts, Some(&words), &mut SilentHost))
            .unwrap();
    let ids: Vec<&str> = report.figures.iter().map(|figure| figure.caption().id.as_str()).collect();
    assert_eq!(ids, ["lens", "next_tokens"]);
    assert!(report.warnings.iter().any(|warning| warning.contains("compared from 3 stimuli on")));
}

#[test]
fn settings_that_make_no_sense_are_refused_with_a_sentence() {
    let Some(folder) = stories() else { return };
    let (mut session, words) = open(&folder);
    let texts = stimuli(&words, &LINES);
    let mut refuse = |views: Vec<View>, vocabulary: Option<&dyn Vocabulary>, word: &str| {
        let run = session.run(&with(&LINES, views), &texts, vocabulary, &mut SilentHost);
        let sentence = block_on(run).unwrap_err().to_string();
        assert!(sentence.contains(word), "{sentence}");
    };
    refuse(vec![next_tokens(0)], Some(&words), "from 1 to 200");
    refuse(vec![next_tokens(3)], None, "tokenizer");
    let long = "word ".repeat(600);
    let view = |prompt: &str| view(serde_json::json!({"kind": "next_tokens", "prompt": prompt, "n": 3}));
    refuse(vec![view(&long)], Some(&words), "at most 512");
    let misspelt = serde_json::json!({"kind": "next_tokens", "promt": "", "n": 3});
    let error = serde_json::from_value::<View>(misspelt).unwrap_err().to_string();
    assert!(error.contains("promt"), "{error}");
}
