//! The language models look back by heads that can be found and, without which they fail, be told from others.

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
/// Characters of a text of facts, and of a window of the novel.
const LENGTH: usize = 128;

/// A text's ids.
fn ids(text: &str) -> Vec<u32> {
    Alphabet::encode(text).unwrap().into_iter().map(u32::from).collect()
}

/// Random letters, said twice.
fn lists() -> Vec<Vec<u32>> {
    let draw = |k| Repeats::of_n_letters(N_LETTERS, 2 * N_LETTERS, Draws::new(SEED).stream(0).stream(k)).text;
    (0..N_TEXTS).map(|k| ids(&draw(k))).collect()
}

fn facts() -> Vec<Facts> {
    (0..N_TEXTS).map(|k| Facts::draw(LENGTH, Draws::new(SEED).stream(1).stream(k))).collect()
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
fn held_out_loss(own: &Own) -> f64 {
    let text = std::fs::read_to_string(root().join("models-own/held-out.txt")).unwrap();
    let windows: Vec<Vec<u32>> = ids(&text).chunks_exact(LENGTH).map(<[u32]>::to_vec).collect();
    loss(own, &windows, 1, &[])
}

/// On the second saying of a list. Its first letter cannot be told: the first saying might be longer.
fn list_loss(own: &Own, changes: &[Intervention]) -> f64 {
    loss(own, &lists(), N_LETTERS + 1, changes)
}

/// The share of stated facts whose value is the likeliest next character.
fn retrieval(own: &Own, changes: &[Intervention]) -> f64 {
    let (mut n_right, mut n) = (0, 0);
    for Facts { text, answers } in facts() {
        let ids = ids(&text);
        let logits = own.logits(Input::Tokens(ids.clone()), changes);
        n_right += answers.iter().filter(|&&at| best(&logits[at - 1]) == ids[at] as usize).count();
        n += answers.len();
    }
    n_right as f64 / n as f64
}

/// How much of each head's attention goes from a key to earlier places of the very value that comes next, best first.
fn retrieval_heads(own: &Own) -> Vec<(f64, Head)> {
    let (mut sums, mut n) = (Vec::new(), 0.0);
    for Facts { text, answers } in facts() {
        let ids = ids(&text);
        for (block, pattern) in own.patterns(&ids).iter().enumerate() {
            for (head, rows) in pattern.chunks_exact(ids.len() * ids.len()).enumerate() {
                let looked = |at: &usize| -> f64 {
                    let row = &rows[(at - 1) * ids.len()..][..at - 1];
                    row.iter().zip(&ids).filter(|(_, id)| **id == ids[*at]).map(|(p, _)| f64::from(*p)).sum()
                };
                let sum: f64 = answers.iter().map(looked).sum();
                match sums.iter_mut().find(|(_, other)| *other == (block, head)) {
                    Some((total, _)) => *total += sum,
                    None => sums.push((sum, (block, head))),
                }
            }
        }
        n += answers.len() as f64;
    }
    let mut all: Vec<(f64, Head)> = sums.into_iter().map(|(sum, head)| (sum / n, head)).collect();
    all.sort_by(|a, b| b.0.total_cmp(&a.0));
    all
}

/// A head as the page's lines of changes name it.
fn name((block, head): Head) -> String {
    format!("z.{block} heads {head}")
}

/// Three heads that are none of these, drawn once.
fn others(all: &[(f64, Head)], not: &[Head]) -> Vec<Head> {
    let mut rest: Vec<Head> = all.iter().map(|(_, head)| *head).filter(|head| !not.contains(head)).collect();
    rest.sort_unstable();
    let order = Draws::new(SEED).stream(2).permutation(rest.len());
    order.into_iter().take(3).map(|at| rest[at]).collect()
}

/// What is known of a transformer: `[induction, retrieval]`, each the intact number, the head, and the number without it
/// and without each of three others.
fn heads_of(own: &Own) -> Value {
    let induction = own.ranked(&lists(), HeadScore::Induction);
    let retrieval_heads = retrieval_heads(own);
    let (copier, reader) = (induction[0], retrieval_heads[0]);
    let rest = others(&induction, &[copier.1, induction[1].1, reader.1, retrieval_heads[1].1]);
    let mean = |of: &dyn Fn(Head) -> f64| rest.iter().map(|head| of(*head)).sum::<f64>() / rest.len() as f64;
    json!({
        "induction": {
            "head": name(copier.1),
            "score": rounded(copier.0),
            "loss_on_repeated_random_letters": rounded(list_loss(own, &[])),
            "loss_without_the_head": rounded(list_loss(own, &without(&[copier.1]))),
            "loss_without_a_random_head": rounded(mean(&|head| list_loss(own, &without(&[head])))),
        },
        "retrieval": {
            "head": name(reader.1),
            "attention_to_the_value": rounded(reader.0),
            "accuracy_on_new_facts": rounded(retrieval(own, &[])),
            "accuracy_without_the_head": rounded(retrieval(own, &without(&[reader.1]))),
            "accuracy_without_a_random_head": rounded(mean(&|head| retrieval(own, &without(&[head])))),
        },
        "random_heads": rest.into_iter().map(name).collect::<Vec<_>>(),
        "held_out_loss": rounded(held_out_loss(own)),
    })
}

/// A number of what was found.
fn number(found: &Value, place: &str) -> f64 {
    found.pointer(place).and_then(Value::as_f64).unwrap()
}

#[test]
fn the_tokenizers_read_every_character_of_the_trainings_and_others_as_near_ones() {
    for id in ["tiny-gpt2", "tiny-llama", "tiny-char-lstm"] {
        let own = Own::open(id);
        let all: String = Alphabet::characters().collect();
        assert_eq!(own.ids(&all), (0..Alphabet::COUNT as u32).collect::<Vec<_>>());
        assert_eq!(own.ids("“a” é’s\u{2014}"), own.ids("\"a\" ?'s--"));
    }
}

#[test]
fn the_transformers_copy_and_retrieve_by_heads_that_are_found() {
    for id in ["tiny-gpt2", "tiny-llama"] {
        let own = Own::open(id);
        let found = heads_of(&own);
        check(&own.folder, own.plan.n_parameters(), &found);
        let of = |place: &str| number(&found, place);
        assert!(of("/held_out_loss") <= 1.8, "{id}");
        assert!(of("/induction/score") >= 0.5, "{id}");
        let intact = of("/induction/loss_on_repeated_random_letters");
        assert!(of("/induction/loss_without_the_head") - intact >= 0.5, "{id}");
        assert!(of("/induction/loss_without_a_random_head") - intact <= 0.3, "{id}");
        let intact = of("/retrieval/accuracy_on_new_facts");
        assert!(intact >= 0.9, "{id}");
        assert!(intact - of("/retrieval/accuracy_without_the_head") >= 0.3, "{id}");
        assert!(intact - of("/retrieval/accuracy_without_a_random_head") <= 0.1, "{id}");
    }
}

#[test]
fn the_lstm_writes_but_looks_little_up() {
    let own = Own::open("tiny-char-lstm");
    let found = json!({
        "held_out_loss": rounded(held_out_loss(&own)),
        "loss_on_repeated_random_letters": rounded(list_loss(&own, &[])),
        "accuracy_on_new_facts": rounded(retrieval(&own, &[])),
    });
    check(&own.folder, own.plan.n_parameters(), &found);
    assert!(number(&found, "/held_out_loss") <= 2.0);
    assert!(number(&found, "/accuracy_on_new_facts") <= 0.7);
}
