//! A whole run on a real language model small enough for every test machine.

use crate::support::*;
use inscape_recipe::*;

#[test]
fn a_language_model_gives_five_figures_and_repeats_to_the_bit() {
    let Some(folder) = stories() else { return };
    let (mut session, words) = open(&folder);
    let texts = stimuli(&words, &LINES);
    let run = |session: &mut Session<Memory>| {
        pollster::block_on(session.run(&recipe(&LINES), &texts, Some(&words), &mut SilentHost)).unwrap()
    };
    let first = run(&mut session);
    let (mut fresh, _) = open(&folder);
    let second = run(&mut fresh);
    assert_eq!(first.figures.len(), 5);
    let verdict =
        compare_digests(first.recipe.digest.as_ref().unwrap(), second.recipe.digest.as_ref().unwrap());
    assert_eq!(verdict, Verdict::Exact);

    let Some(Figure::Lens(lens)) = first.figures.last() else { panic!("no lens") };
    assert_eq!(lens.layers.len(), 6);
    assert_eq!(lens.cells.len(), lens.layers.len() * lens.tokens.len());
    // llama2.c's own test continues "…there was a little" with " girl", whose first token is " g".
    assert_eq!(lens.cells.last().unwrap().token.trim(), "g");
}

#[test]
fn misfits_are_refused_with_a_sentence() {
    let Some(folder) = stories() else { return };
    let (mut session, words) = open(&folder);
    let mut refuse = |recipe: &Recipe, lines: &[&str]| {
        let texts = stimuli(&words, lines);
        pollster::block_on(session.run(recipe, &texts, Some(&words), &mut SilentHost))
            .unwrap_err()
            .to_string()
    };
    let one = ["Once"];
    assert!(refuse(&recipe(&one), &one).contains("at least 3"));

    let mut wrong_site = recipe(&LINES);
    wrong_site.sites.push("resid_pots.3".to_owned());
    let sentence = refuse(&wrong_site, &LINES);
    assert!(sentence.contains("resid_pots.3") && sentence.contains("resid_post.3"), "{sentence}");

    let mut wrong_measure = recipe(&LINES);
    wrong_measure.similarity = "cka_linear_debaised".to_owned();
    let sentence = refuse(&wrong_measure, &LINES);
    assert!(sentence.contains("cka_linear_debiased"), "{sentence}");

    let mut ragged = recipe(&LINES);
    ragged.pool = Pool::None;
    assert!(refuse(&ragged, &LINES).contains("different numbers of tokens"));

    let mut newer = recipe(&LINES);
    newer.version = 99;
    assert!(refuse(&newer, &LINES).contains("newer lab"));
}

#[test]
fn a_change_on_the_way_shows_in_the_lens_and_is_told() {
    let Some(folder) = stories() else { return };
    let (mut session, words) = open(&folder);
    let texts = stimuli(&words, &LINES);
    let mut run = |changes: &[&str]| {
        let changes = changes.iter().map(|line| (*line).to_owned()).collect();
        let recipe = Recipe { changes, ..recipe(&LINES) };
        pollster::block_on(session.run(&recipe, &texts, Some(&words), &mut SilentHost))
    };
    let lens = |report: &Report| {
        let lens = report.figures.iter().find_map(|figure| match figure {
            Figure::Lens(lens) => Some(lens.clone()),
            _ => None,
        });
        lens.unwrap().cells.iter().map(|cell| cell.probability).collect::<Vec<f64>>()
    };
    let before = run(&[]).unwrap();
    let changed = run(&["z.1 heads 0, 3 = zero", "resid_post.3 positions 1 = × 2"]).unwrap();
    assert_ne!(lens(&before), lens(&changed));
    assert!(changed.warnings.iter().any(|warning| warning.contains("z.1 heads 0, 3 = zero")));
    assert_eq!(changed.recipe.changes.len(), 2);
    // And all is as it was without.
    let again = run(&[]).unwrap();
    assert_eq!(lens(&before), lens(&again));
    assert_eq!(before.recipe.digest, again.recipe.digest);

    let mut refuse = |line: &str, word: &str| {
        let sentence = run(&[line]).unwrap_err().to_string();
        assert!(sentence.contains(word), "{sentence}");
    };
    refuse("z.1 heads 0", "has no =");
    refuse(" = zero", "names no site");
    refuse("z.1 heads = zero", "without numbers");
    refuse("z.1 3 = zero", "“3”");
    refuse("z.1 = half", "“half”");
    refuse("y.1 = zero", "z.1");
    refuse("z.1 heads 8 = zero", "there are 8");
}
