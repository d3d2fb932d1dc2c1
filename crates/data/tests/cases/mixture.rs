//! Made texts are what they say, and the mixture holds all of them.

use inscape_data::{Alphabet, Draws, Facts, Mixture, Repeats, Shares, Windows};

#[test]
fn the_alphabet_numbers_a_new_line_and_printable_ascii() {
    assert_eq!(Alphabet::COUNT, 96);
    let all: String = Alphabet::characters().collect();
    assert_eq!(Alphabet::encode(&all).unwrap(), (0..96).collect::<Vec<u8>>());
    assert_eq!(Alphabet::encode("\n A~").unwrap(), [0, 1, 34, 95]);
    let error = Alphabet::encode("naïve").unwrap_err().to_string();
    assert!(error.contains('ï') && error.contains('2'), "{error}");
}

#[test]
fn each_answer_is_the_value_that_the_first_line_states_for_its_key() {
    for seed in 0..200 {
        let facts = Facts::draw(128, Draws::new(seed));
        assert_eq!(facts.text.len(), 128);
        let lines: Vec<&str> = facts.text.lines().collect();
        let stated: Vec<&str> = lines[0].split(' ').collect();
        assert!((2..=8).contains(&stated.len()), "{}", lines[0]);
        let part = |at: usize| {
            let mut of: Vec<char> = stated.iter().map(|fact| fact.chars().nth(at).unwrap()).collect();
            of.sort_unstable();
            of.dedup();
            of.len()
        };
        assert_eq!((part(0), part(1)), (stated.len(), stated.len()), "keys and values differ: {}", lines[0]);
        assert!(facts.answers.len() > 8 && facts.answers.iter().all(|&at| at < 128));
        for &at in &facts.answers {
            assert!(
                stated.contains(&&facts.text[at - 1..=at]),
                "{} of {}",
                &facts.text[at - 1..=at],
                facts.text
            );
            assert!(at > lines[0].len());
        }
        // Every capital after the first line is asked about.
        let rest = facts.text.char_indices().skip(lines[0].len()).filter(|(_, c)| c.is_ascii_uppercase());
        assert_eq!(rest.map(|(at, _)| at).collect::<Vec<_>>(), facts.answers);
    }
}

#[test]
fn lists_repeat_after_their_period_and_random_letters_differ_within_it() {
    let words = ["Miss".to_owned(), "walk".to_owned()];
    for seed in 0..100 {
        let draws = Draws::new(seed);
        for list in [Repeats::of_letters(100, draws), Repeats::of_words(&words, 100, draws)] {
            let (text, period) = (list.text.as_bytes(), list.period);
            assert_eq!(text.len(), 100);
            assert!((0..100 - period.min(100)).all(|at| text[at] == text[at + period]));
        }
        let list = Repeats::of_n_letters(26, 52, draws);
        let mut once = list.text.as_bytes()[..26].to_vec();
        once.sort_unstable();
        assert_eq!(once, (b'a'..=b'z').collect::<Vec<u8>>());
    }
    let line = Repeats::of_words(&words, 300, Draws::new(1)).text;
    assert!(line.starts_with("Miss, ") || line.starts_with("walk, "), "{line}");
}

const SHARES: Shares = Shares { novel: 0.35, words: 0.05, letters: 0.2 };

/// Whether a text begins as `kQ mB`.
fn is_of_facts(text: &str) -> bool {
    let is = [char::is_lowercase, char::is_uppercase, char::is_whitespace];
    text.chars().take(6).enumerate().all(|(at, c)| is[at % 3](c))
}

/// What a window of inputs reads as.
fn read(windows: &Windows, window: usize) -> String {
    let characters: Vec<char> = Alphabet::characters().collect();
    let ids = &windows.inputs[window * windows.length..][..windows.length];
    ids.iter().map(|id| characters[*id as usize]).collect()
}

#[test]
fn the_mixture_is_the_same_for_a_seed_and_a_step_and_a_third_of_it_is_the_novel() {
    let novel = "It is a truth universally acknowledged. ".repeat(50);
    let mixture = Mixture::read(novel.as_bytes()).unwrap();
    let windows = mixture.train_windows(&SHARES, 400, 64, 3, 9).unwrap();
    assert_eq!(windows, mixture.train_windows(&SHARES, 400, 64, 3, 9).unwrap());
    assert_ne!(windows, mixture.train_windows(&SHARES, 400, 64, 3, 10).unwrap());
    let texts: Vec<String> = (0..400).map(|window| read(&windows, window)).collect();
    let share = |is: &dyn Fn(&String) -> bool| texts.iter().filter(|text| is(text)).count() as f64 / 400.0;
    // Within four standard errors of 0.35, 0.4 and 0.2.
    assert!((share(&|text| novel.contains(text.as_str())) - 0.35).abs() < 0.1);
    assert!((share(&|text| is_of_facts(text)) - 0.4).abs() < 0.1);
    assert!((share(&|text| text.chars().all(|c| c.is_ascii_lowercase())) - 0.2).abs() < 0.1);
    for window in 0..400 {
        let at = window * 64;
        assert_eq!(windows.inputs[at + 1..at + 64], windows.targets[at..at + 63]);
    }
    let validation = mixture.validation_windows(4, 20).unwrap();
    assert!(novel.contains(&read(&validation, 0)));
}
