//! Head scores on patterns that are known by hand.

use inscape_analysis::*;

/// A pattern of one head whose query q looks at `look(q)` alone.
fn looking(n: usize, look: impl Fn(usize) -> usize) -> Vec<f32> {
    let mut pattern = vec![0.0; n * n];
    (0..n).for_each(|query| pattern[query * n + look(query)] = 1.0);
    pattern
}

#[test]
fn each_mechanism_is_found_by_its_own_score() {
    // a b c a b c: at the second a an induction head looks at the first b, which also comes next.
    let tokens = [5, 6, 7, 5, 6, 7];
    let heads = [
        looking(6, |query| query.saturating_sub(1)),
        looking(6, |query| query.saturating_sub(3)),
        looking(6, |query| if query >= 3 { query - 2 } else { 0 }),
    ];
    let pattern = heads.concat();
    assert_eq!(head_scores(&pattern, &tokens, HeadScore::PreviousToken).unwrap(), [1.0, 0.2, 0.2]);
    assert_eq!(head_scores(&pattern, &tokens, HeadScore::DuplicateToken).unwrap(), [0.0, 1.0, 0.0]);
    assert_eq!(head_scores(&pattern, &tokens, HeadScore::Induction).unwrap(), [0.0, 0.0, 1.0]);
    // Of the queries that have a next token, 2, 3 and 4 saw it before. At query 2 the two latter look at place 0, which
    // holds what comes next.
    assert_eq!(head_scores(&pattern, &tokens, HeadScore::Copy).unwrap(), [0.0, 1.0 / 3.0, 1.0]);
}

#[test]
fn a_head_that_looks_everywhere_alike_has_the_score_of_chance() {
    let n = 4;
    let mut pattern = vec![0.0; n * n];
    for query in 0..n {
        pattern[query * n..query * n + query + 1].fill(1.0 / (query + 1) as f32);
    }
    let tokens = [1, 1, 1, 1];
    let near = |score, expected: f64| {
        let found = head_scores(&pattern, &tokens, score).unwrap()[0];
        assert!((found - expected).abs() < 1e-7, "{score:?}: {found}");
    };
    near(HeadScore::PreviousToken, (1.0 / 2.0 + 1.0 / 3.0 + 1.0 / 4.0) / 3.0);
    near(HeadScore::DuplicateToken, (1.0 / 2.0 + 2.0 / 3.0 + 3.0 / 4.0) / 3.0);
    near(HeadScore::Induction, (1.0 / 2.0 + 2.0 / 3.0 + 3.0 / 4.0) / 3.0);
}

#[test]
fn what_has_no_score_is_refused_in_a_sentence() {
    let refuse = |pattern: &[f32], tokens: &[u32], word: &str| {
        let sentence = head_scores(pattern, tokens, HeadScore::Induction).unwrap_err().to_string();
        assert!(sentence.contains(word), "{sentence}");
    };
    refuse(&[1.0; 5], &[1, 2], "5 were given");
    refuse(&[], &[], "0 tokens");
    refuse(&[1.0; 4], &[1, 2], "come again");
    assert_eq!(HeadScore::named("head_induction").unwrap(), HeadScore::Induction);
    assert!(HeadScore::named("head_inducton").unwrap_err().to_string().contains("head_induction"));
}
