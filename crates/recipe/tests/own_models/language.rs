//! The language models look back by heads that can be found and, without which they fail, be told from others.

use std::collections::BTreeMap;

use analysis::HeadScore;
use data::{Alphabet, Draws, Facts, Repeats};
use models::{Input, Intervention};
use serde_json::{Value, json};

use super::card::{check, rounded};
use super::open::{Head, Own, best, nats, without};
use super::root;

/// Draws that no training saw: theirs are those of small seeds.
const SEED: u64 = 0x6865_6C64_2D6F_7574;
const N_TEXTS: u64 = 24;
/// Letters of a list before they come again.
const N_LETTERS: usize = 16;

/// The transformers, and the characters that each was trained to look back on: the length of a text of facts, and of a window
/// of the novel.
const TRANSFORMERS: &[(&str, usize)] = &[("tiny-llama", 128), ("tiny-gpt2", 64)];
/// The same of the LSTM.
const LSTM_LENGTH: usize = 128;

/// A text's ids.
fn ids(text: &str) -> Vec<u32> {
    Alphabet::encode(text).unwrap().into_iter().map(u32::from).collect()
}

/// Random letters, said twice.
fn lists() -> Vec<Vec<u32>> {
    let draw = |k| Repeats::of_n_letters(N_LETTERS, 2 * N_LETTERS, Draws::new(SEED).stream(0).stream(k)).text;
    (0..N_TEXTS).map(|k| ids(&draw(k))).collect()
}

fn facts(length: usize) -> Vec<Facts> {
    (0..N_TEXTS).map(|k| Facts::draw(length, Draws::new(SEED).stream(1).stream(k))).collect()
}

/// Mean loss in nats a character at `from` and after.
fn loss(own: &Own, texts: &[Vec<u32>], from: usize, changes: &[Intervention]) -> f64 {
    let of_text = |ids: &Vec<u32>| {
        let logits = own.logits(Input::Tokens(ids.clone()), changes);
        let sum: f64 = (from..ids.len()).map(|at| nats(&logits[at - 1], ids[at])).sum();
        sum / (ids.len() - from) as f64
    };
    texts.iter().map(of_text).sum::<f64>() / texts.len() as f64
}

/// On windows of the novel's end, which no training saw.
fn held_out_loss(own: &Own, length: usize) -> f64 {
    let text = std::fs::read_to_string(root().join("models-own/held-out.txt")).unwrap();
    let windows: Vec<Vec<u32>> = ids(&text).chunks_exact(length).map(<[u32]>::to_vec).collect();
    loss(own, &windows, 1, &[])
}

/// On the second saying of a list. Its first letter cannot be told: the first saying might be longer.
fn list_loss(own: &Own, changes: &[Intervention]) -> f64 {
    loss(own, &lists(), N_LETTERS + 1, changes)
}

/// The share of stated facts whose value is the likeliest next character.
fn retrieval(own: &Own, length: usize, changes: &[Intervention]) -> f64 {
    let (mut n_right, mut n) = (0, 0);
    for Facts { text, answers } in facts(length) {
        let ids = ids(&text);
        let logits = own.logits(Input::Tokens(ids.clone()), changes);
        n_right += answers.iter().filter(|&&at| best(&logits[at - 1]) == ids[at] as usize).count();
        n += answers.len();
    }
    n_right as f64 / n as f64
}

/// The share of a network that only knows which values were stated.
fn chance(length: usize) -> f64 {
    let of = |facts: &Facts| {
        let n_stated = facts.text.lines().next().map_or(1, |line| line.split(' ').count());
        facts.answers.len() as f64 / n_stated as f64
    };
    let n: usize = facts(length).iter().map(|facts| facts.answers.len()).sum();
    facts(length).iter().map(of).sum::<f64>() / n as f64
}

/// How much of its attention each head gives, from the key of a fact that was stated, to where its value stands: the mean over
/// the asked facts, best first.
fn looks_up(own: &Own, length: usize) -> Vec<(f64, Head)> {
    let facts = facts(length);
    let mut sums: BTreeMap<Head, f64> = BTreeMap::new();
    let n_asked: usize = facts.iter().map(|facts| facts.answers.len()).sum();
    for Facts { text, answers } in facts {
        let ids = ids(&text);
        let n = ids.len();
        for (block, patterns) in own.patterns(&ids).iter().enumerate() {
            for (head, pattern) in patterns.chunks_exact(n * n).enumerate() {
                let of_answer = |&at: &usize| -> f64 {
                    let row = &pattern[(at - 1) * n..][..n];
                    (0..at).filter(|&key| ids[key] == ids[at]).map(|key| f64::from(row[key])).sum()
                };
                *sums.entry((block, head)).or_default() += answers.iter().map(of_answer).sum::<f64>();
            }
        }
    }
    let mut ranked: Vec<(f64, Head)> =
        sums.into_iter().map(|(head, sum)| (sum / n_asked as f64, head)).collect();
    ranked.sort_by(|a, b| b.0.total_cmp(&a.0));
    ranked
}

/// What is known of the heads that look facts up: which they are, and what is right without them, and without each of all
/// heads alone (a row a block).
fn retrieval_heads(own: &Own, length: usize, n_heads: usize) -> Value {
    let ranked = looks_up(own, length);
    let best: Vec<Head> = ranked.iter().take(3).map(|(_, head)| *head).collect();
    let mut heads: Vec<Head> = ranked.iter().map(|(_, head)| *head).collect();
    heads.sort_unstable();
    let alone: Vec<f64> =
        heads.iter().map(|head| rounded(retrieval(own, length, &without(&[*head])))).collect();
    json!({
        "heads": best.iter().map(|head| name(*head)).collect::<Vec<_>>(),
        "scores": ranked.iter().take(3).map(|(score, _)| rounded(*score)).collect::<Vec<_>>(),
        "accuracy_without_the_heads": rounded(retrieval(own, length, &without(&best))),
        "accuracy_without_one_head": alone.chunks(n_heads).collect::<Vec<_>>(),
    })
}

/// A head as the page's lines of changes name it.
fn name((block, head): Head) -> String {
    format!("z.{block} heads {head}")
}

/// What is known of a transformer: how well it copies, by which heads, and without them; and without each head alone, a row a
/// block.
fn found_in(own: &Own, length: usize) -> Value {
    let ranked = own.ranked(&lists(), HeadScore::Induction);
    let best: Vec<Head> = ranked.iter().take(3).map(|(_, head)| *head).collect();
    let mut heads: Vec<Head> = ranked.iter().map(|(_, head)| *head).collect();
    heads.sort_unstable();
    let mut alone: Vec<Vec<f64>> = Vec::new();
    for head in heads {
        alone.resize(head.0 + 1, Vec::new());
        alone[head.0].push(rounded(list_loss(own, &without(&[head]))));
    }
    json!({
        "induction": {
            "heads": best.iter().map(|head| name(*head)).collect::<Vec<_>>(),
            "scores": ranked.iter().take(3).map(|(score, _)| rounded(*score)).collect::<Vec<_>>(),
            "loss_on_repeated_random_letters": rounded(list_loss(own, &[])),
            "loss_without_the_heads": rounded(list_loss(own, &without(&best))),
            "loss_without_one_head": &alone,
        },
        "accuracy_on_new_facts": rounded(retrieval(own, length, &[])),
        "retrieval": retrieval_heads(own, length, alone[0].len()),
        "chance_on_new_facts": rounded(chance(length)),
        "held_out_loss": rounded(held_out_loss(own, length)),
    })
}

/// A number of what was found.
fn number(found: &Value, place: &str) -> f64 {
    found.pointer(place).and_then(Value::as_f64).unwrap()
}

#[test]
fn the_tokenizers_read_every_character_of_the_trainings_and_others_as_near_ones() {
    for id in ["tiny-llama", "tiny-gpt2", "tiny-char-lstm"] {
        let own = Own::open(id);
        let all: String = Alphabet::characters().collect();
        assert_eq!(own.ids(&all), (0..Alphabet::COUNT as u32).collect::<Vec<_>>());
        assert_eq!(own.ids("“a” é’s\u{2014}"), own.ids("\"a\" ?'s--"));
    }
}

#[test]
fn the_transformers_copy_by_heads_that_are_found_by_their_scores() {
    for &(id, length) in TRANSFORMERS {
        let own = Own::open(id);
        let found = found_in(&own, length);
        check(&own.folder, own.plan.n_parameters(), &found);
        let of = |place: &str| number(&found, place);
        assert!(of("/held_out_loss") <= 1.8, "{id}");
        assert!(of("/induction/scores/0") >= 0.4, "{id}");
        // A guess among sixteen letters is ln 16 = 2.77.
        let intact = of("/induction/loss_on_repeated_random_letters");
        assert!(intact <= 1.0, "{id}");
        assert!(of("/induction/loss_without_the_heads") - intact >= 0.5, "{id}");
        // Facts are looked up, by few heads.
        assert!(of("/accuracy_on_new_facts") >= 0.9, "{id}");
        assert!(of("/retrieval/scores/0") >= 0.4, "{id}");
        assert!(of("/retrieval/accuracy_without_the_heads") <= 0.5, "{id}");
        // Most other heads are not missed.
        let mut alone: Vec<f64> = found["induction"]["loss_without_one_head"]
            .as_array()
            .unwrap()
            .iter()
            .flat_map(|block| block.as_array().unwrap().iter().filter_map(Value::as_f64))
            .collect();
        alone.sort_by(f64::total_cmp);
        assert!(alone[alone.len() / 2] - intact <= 0.2, "{id}");
    }
}

#[test]
fn the_lstm_writes_but_copies_little() {
    let own = Own::open("tiny-char-lstm");
    let found = json!({
        "held_out_loss": rounded(held_out_loss(&own, LSTM_LENGTH)),
        "loss_on_repeated_random_letters": rounded(list_loss(&own, &[])),
        "accuracy_on_new_facts": rounded(retrieval(&own, LSTM_LENGTH, &[])),
        "chance_on_new_facts": rounded(chance(LSTM_LENGTH)),
    });
    check(&own.folder, own.plan.n_parameters(), &found);
    assert!(number(&found, "/held_out_loss") <= 2.0);
    // A guess among sixteen letters is ln 16 = 2.77.
    assert!(number(&found, "/loss_on_repeated_random_letters") >= 1.5);
}
