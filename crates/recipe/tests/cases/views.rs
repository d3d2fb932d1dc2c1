//! Closer looks on a real language model small enough for every test machine.

use crate::support::*;
use inscape_recipe::*;
use pollster::block_on;

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
        let recipe = with(&LINES, views);
        let sentence =
            block_on(session.run(&recipe, &texts, vocabulary, &mut SilentHost)).unwrap_err().to_string();
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

fn patterns(text: usize, max_tokens: usize) -> View {
    view(serde_json::json!({"kind": "patterns", "text": text, "max_tokens": max_tokens}))
}

#[test]
fn patterns_are_those_of_the_sites_and_a_longer_text_is_cut_with_a_word() {
    let Some(folder) = stories() else { return };
    let (mut session, words) = open(&folder);
    let texts = stimuli(&words, &LINES);
    let recipe = with(&LINES, vec![patterns(2, 64), patterns(0, 4)]);
    let report = block_on(session.run(&recipe, &texts, Some(&words), &mut SilentHost)).unwrap();
    let [Figure::Patterns(whole), Figure::Patterns(cut)] = &report.figures[5..] else {
        panic!("no patterns")
    };
    let n = whole.tokens.len();
    assert_eq!((whole.layers.as_slice(), whole.n_heads), ([0, 1, 2, 3, 4].as_slice(), 8));
    assert_eq!(whole.values.len(), 5 * 8 * n * n);
    let row_sums = whole.values.chunks_exact(n).map(|row| row.iter().sum::<f32>());
    assert!(row_sums.into_iter().all(|sum| (sum - 1.0).abs() < 1e-5));

    let site = ["pattern.3".to_owned()];
    let one = Stimuli::Texts(vec![match &texts {
        Stimuli::Texts(all) => all[2].clone(),
        Stimuli::Images(_) => panic!("texts"),
    }]);
    let captured = block_on(session.capture(&site, Pool::None, &one, &mut SilentHost)).unwrap();
    assert_eq!(captured[0].values, whole.values[3 * 8 * n * n..4 * 8 * n * n]);

    assert_eq!(cut.tokens.len(), 4);
    assert!(cut.caption.about.contains("Only the first 4 of the text's"), "{}", cut.caption.about);
    assert!(whole.caption.finding.contains("of 40 heads"), "{}", whole.caption.finding);
}

fn head_scores(score: &str, on: serde_json::Value) -> View {
    view(serde_json::json!({"kind": "head_scores", "score": score, "on": on}))
}

fn random(n_tokens: usize, seed: u64) -> serde_json::Value {
    serde_json::json!({"kind": "repeated_random", "n_tokens": n_tokens, "n_sequences": 2, "seed": seed})
}

#[test]
fn head_scores_follow_from_their_seed_and_agree_with_the_patterns() {
    let Some(folder) = stories() else { return };
    let (mut session, words) = open(&folder);
    let lines = ["Tom saw Tom.", "Lily and Tom", "a dog"];
    let texts = stimuli(&words, &lines);
    let texts_kind = serde_json::json!({"kind": "texts"});
    let recipe = with(
        &lines,
        vec![
            head_scores("head_previous_token", random(12, 7)),
            head_scores("head_previous_token", random(12, 8)),
            head_scores("head_previous_token", texts_kind.clone()),
            head_scores("head_induction", texts_kind),
            patterns(0, 64),
            patterns(1, 64),
            patterns(2, 64),
        ],
    );
    let report = block_on(session.run(&recipe, &texts, Some(&words), &mut SilentHost)).unwrap();
    let grids: Vec<&Grid> = report
        .figures
        .iter()
        .filter_map(|figure| match figure {
            Figure::Grid(grid) => Some(grid),
            _ => None,
        })
        .collect();
    assert!(grids.iter().all(|grid| (grid.rows.len(), grid.columns.len()) == (5, 8)));
    assert!(grids.iter().all(|grid| grid.values.iter().flatten().all(|value| (0.0..=1.0).contains(value))));
    assert_ne!(grids[0].values, grids[1].values);
    assert!(grids[0].caption.about.contains("seed 7"), "{}", grids[0].caption.about);
    assert_eq!((grids[0].caption.n, grids[2].caption.n), (2, 3));
    // Where no token comes again there is nothing to score, and the sentence says so.
    assert!(
        grids[3].caption.n < 3 && grids[3].caption.about.contains("of 3 texts in which a token comes again")
    );

    let mut expected = vec![0.0; 40];
    for figure in &report.figures {
        if let Figure::Patterns(shown) = figure {
            let n = shown.tokens.len();
            for (mean, pattern) in expected.iter_mut().zip(shown.values.chunks_exact(n * n)) {
                let before: f64 = (1..n).map(|query| f64::from(pattern[query * n + query - 1])).sum();
                *mean += before / (n - 1) as f64 / 3.0;
            }
        }
    }
    for (found, expected) in grids[2].values.iter().zip(expected) {
        assert!((found.unwrap() - expected).abs() < 1e-12);
    }
}

fn writing(n_new: usize, choice: serde_json::Value) -> View {
    view(serde_json::json!({"kind": "writing", "prompt": PROMPT, "n_new": n_new, "choice": choice}))
}

#[test]
fn what_is_written_is_what_the_session_writes_with_each_tokens_own_probability() {
    let Some(folder) = stories() else { return };
    let (mut session, words) = open(&folder);
    let texts = stimuli(&words, &LINES);
    let sampled =
        serde_json::json!({"kind": "sampled", "temperature": 0.9, "top_k": 20, "top_p": 0.9, "seed": 3});
    let views = vec![
        writing(6, serde_json::json!({"kind": "greedy"})),
        writing(6, sampled),
        writing(3, serde_json::json!({"kind": "beams", "n_beams": 3})),
    ];
    let report = block_on(session.run(&with(&LINES, views), &texts, Some(&words), &mut SilentHost)).unwrap();
    let written: Vec<&Continuations> = report
        .figures
        .iter()
        .filter_map(|figure| match figure {
            Figure::Written(written) => Some(written),
            _ => None,
        })
        .collect();
    let ids = |text: &Continuation| text.tokens.iter().map(|token| token.id).collect::<Vec<u32>>();
    let prompt = words.encode(PROMPT).unwrap();
    let mut write = |n, way| block_on(session.write_on(&prompt, n, way, Some(2), &mut SilentHost)).unwrap();
    let greedy = write(6, Way::Choice(models::Choice::Greedy));
    assert_eq!(ids(&written[0].texts[0]), greedy[0].tokens);
    assert!(written[0].texts[0].tokens.iter().all(|token| token.rank == 1));
    let sampling = models::Sampling { temperature: 0.9, top_k: Some(20), top_p: 0.9 };
    let drawn = write(6, Way::Choice(models::Choice::Sample { sampling, seed: 3 }));
    assert_eq!(ids(&written[1].texts[0]), drawn[0].tokens);
    assert!(written[1].texts[0].tokens.iter().all(|token| token.rank <= 20));
    assert!(written[1].caption.about.contains("seed 3"), "{}", written[1].caption.about);
    let beams = write(3, Way::Beams(3));
    assert_eq!(written[2].texts.len(), 3);
    for (found, expected) in written[2].texts.iter().zip(&beams) {
        assert_eq!(ids(found), expected.tokens);
        assert!((found.log_probability - expected.log_probability.unwrap()).abs() < 1e-4);
        let sum: f64 = found.tokens.iter().map(|token| token.probability.ln()).sum();
        assert!((sum - found.log_probability).abs() < 1e-9);
    }
}

#[test]
fn a_text_ends_at_its_end_token_and_at_the_models_last_position() {
    let Some(folder) = stories() else { return };
    let (mut session, words) = open(&folder);
    let long = "One day a cat and a dog ran in the park. ".repeat(29);
    let one = [long.as_str()];
    let n_prompt = words.encode(&long).unwrap().len();
    assert!((400..512).contains(&n_prompt), "{n_prompt}");
    let texts = stimuli(&words, &one);
    let view = view(
        serde_json::json!({"kind": "writing", "prompt": long, "n_new": 512, "choice": {"kind": "greedy"}}),
    );
    let report =
        block_on(session.run(&with(&one, vec![view]), &texts, Some(&words), &mut SilentHost)).unwrap();
    let Some(Figure::Written(written)) = report.figures.last() else { panic!("nothing written") };
    let text = &written.texts[0];
    assert!(text.has_ended || text.tokens.len() == 513 - n_prompt, "{}", text.tokens.len());
}

/// Cancels at the third breath of writing.
struct AfterThree(usize);
impl Host for AfterThree {
    fn report(&mut self, progress: Progress) {
        self.0 += usize::from(progress.stage == "writing");
    }

    async fn breathe(&mut self) -> Result<()> {
        if self.0 >= 3 { Err(Error::Cancelled) } else { Ok(()) }
    }
}

#[test]
fn writing_can_be_cancelled_between_tokens() {
    let Some(folder) = stories() else { return };
    let (mut session, words) = open(&folder);
    let texts = stimuli(&words, &LINES);
    let recipe = with(&LINES, vec![writing(200, serde_json::json!({"kind": "greedy"}))]);
    let mut host = AfterThree(0);
    let cancelled = block_on(session.run(&recipe, &texts, Some(&words), &mut host)).unwrap_err();
    assert!(matches!(cancelled, Error::Cancelled), "{cancelled}");
    assert_eq!(host.0, 3);
}

#[test]
fn views_refuse_what_they_cannot_do() {
    let Some(folder) = stories() else { return };
    let (mut session, words) = open(&folder);
    let texts = stimuli(&words, &LINES);
    let mut refuse = |view: View, word: &str| {
        let recipe = with(&LINES, vec![view]);
        let run = block_on(session.run(&recipe, &texts, Some(&words), &mut SilentHost));
        let sentence = run.unwrap_err().to_string();
        assert!(sentence.contains(word), "{sentence}");
    };
    refuse(patterns(4, 64), "text 5, but there are 4");
    refuse(patterns(0, 0), "from 1 to 128");
    refuse(head_scores("head_inducton", random(5, 1)), "head_induction");
    refuse(head_scores("head_induction", random(1, 1)), "from 2 to 256");
    refuse(head_scores("head_induction", random(256, 1)), "a text of 513, but this model reads at most 512");
    refuse(writing(0, serde_json::json!({"kind": "greedy"})), "from 1 to 512");
    refuse(writing(1, serde_json::json!({"kind": "beams", "n_beams": 17})), "from 1 to 16");
    let cold = serde_json::json!({"kind": "sampled", "temperature": 0.0, "top_p": 1.0, "seed": 1});
    refuse(writing(1, cold), "temperature");
}
