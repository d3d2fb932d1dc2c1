//! Token for token, the ids are those of the Python reference (made by scripts/golden/make_tokens.py).

#![allow(clippy::unwrap_used, clippy::print_stdout)]

use std::path::{Path, PathBuf};

use inscape_tokens::Tokenizer;
use serde_json::Value;

/// The tokenizer of a folder, or `None` with a printed reason where the folder is absent; under CI that fails.
fn tokenizer(folder: &str) -> Option<Tokenizer> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let path: PathBuf = root.join(folder).join("tokenizer.json");
    let Ok(json) = std::fs::read(&path) else {
        println!("skipped, models absent: {folder}");
        let ci = std::env::var("CI").is_ok_and(|value| value == "true");
        assert!(!ci, "{folder} is absent; run python3 scripts/models/fetch.py minilm-l6 smollm2-135m");
        return None;
    };
    Some(Tokenizer::from_json(&json).expect("the file is a tokenizer"))
}

fn golden(name: &str) -> Vec<(String, Vec<u32>, Vec<u32>)> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/golden/{name}.json"));
    let file: Value = serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap();
    serde_json::from_value(file["texts"].clone()).unwrap()
}

fn agrees(name: &str, folder: &str) {
    let Some(tokenizer) = tokenizer(folder) else { return };
    let texts = golden(name);
    assert!(texts.len() >= 200, "{name} has only {} texts", texts.len());
    for (text, bare, full) in texts {
        assert_eq!(tokenizer.encode(&text, false).unwrap(), bare, "without special tokens: {text:?}");
        assert_eq!(tokenizer.encode(&text, true).unwrap(), full, "with special tokens: {text:?}");
        assert_eq!(tokenizer.pieces(&full).len(), full.len(), "pieces: {text:?}");
        tokenizer.decode(&full).unwrap();
    }
}

#[test]
fn minilm_ids_equal_the_reference_on_every_awkward_text() {
    agrees("minilm", "models/minilm-l6");
}

#[test]
fn smollm2_ids_equal_the_reference_on_every_awkward_text() {
    agrees("smollm2", "models/smollm2-135m");
}

#[test]
fn stories260k_ids_equal_the_reference_on_every_awkward_text() {
    agrees("stories260k", "../shared/data/stories260K");
}

#[test]
fn minilm_is_not_cut_at_128_tokens_and_its_pieces_keep_their_marks() {
    let Some(tokenizer) = tokenizer("models/minilm-l6") else { return };
    assert_eq!(tokenizer.max_len(), Some(128));
    assert_eq!(tokenizer.vocab_size(), 30522);
    assert_eq!(tokenizer.encode(&"cat ".repeat(200), true).unwrap().len(), 202);
    let ids = tokenizer.encode("Unbelievably, [MASK] naïve!", true).unwrap();
    let expected = ["[CLS]", "un", "##bel", "##ie", "##va", "##bly", ",", "[MASK]", "naive", "!", "[SEP]"];
    assert_eq!(tokenizer.pieces(&ids), expected);
}

#[test]
fn smollm2_pieces_join_to_the_text_and_show_half_characters_as_bytes() {
    let Some(tokenizer) = tokenizer("models/smollm2-135m") else { return };
    assert_eq!(tokenizer.vocab_size(), 49152);
    let text = "The cat, 42 naïve\n<|im_end|>";
    let ids = tokenizer.encode(text, true).unwrap();
    assert_eq!(tokenizer.pieces(&ids).concat(), text);
    assert_eq!(tokenizer.decode(&ids).unwrap(), text);
    assert_eq!(tokenizer.pieces(&ids)[1], " cat");
    let rune = tokenizer.encode("\u{16a0}", false).unwrap();
    assert!(tokenizer.pieces(&rune).concat().starts_with("\\xe1"), "{:?}", tokenizer.pieces(&rune));
    assert_eq!(tokenizer.decode(&rune).unwrap(), "\u{16a0}");
}

#[test]
fn stories260k_begins_every_text_with_its_own_token_and_a_space() {
    let Some(tokenizer) = tokenizer("../shared/data/stories260K") else { return };
    let ids = tokenizer.encode("Once upon", true).unwrap();
    assert_eq!(ids[0], 1);
    assert_eq!(tokenizer.pieces(&ids).concat(), "<s> Once upon");
    assert_eq!(tokenizer.pieces(&[13, 230, 600]), ["\n", "\\xe3", "[id 600]"]);
}

#[test]
fn an_id_outside_the_vocabulary_is_named_with_its_place() {
    let json = br#"{"version":"1.0","truncation":null,"padding":null,"added_tokens":[],"normalizer":null,
        "pre_tokenizer":{"type":"Whitespace"},"post_processor":null,"decoder":null,
        "model":{"type":"WordLevel","vocab":{"a":0,"b":1,"?":2},"unk_token":"?"}}"#;
    let tokenizer = Tokenizer::from_json(json).unwrap();
    assert_eq!(tokenizer.encode("b a c", true).unwrap(), [1, 0, 2]);
    let error = tokenizer.decode(&[1, 7]).unwrap_err().to_string();
    assert_eq!(
        error,
        "Token id 7 at position 1 is not in the vocabulary of 3 tokens. \
         The ids probably come from another model's tokenizer."
    );
}

#[test]
fn bytes_that_are_no_tokenizer_are_refused_with_a_next_step() {
    let broken: [&[u8]; 6] = [
        b"",
        b"{}",
        b"[PAD]\n[unused0]\n",
        b"\xff\xfe",
        br#"{"version":"1.0","model":{"type":"BPE","vocab":{"a":0},"merges":["x y"]}}"#,
        br#"{"version":"1.0","truncation":{"max_length":0,"strategy":"LongestFirst","stride":9},"model":{"type":"Nonsense"}}"#,
    ];
    for bytes in broken {
        let error = Tokenizer::from_json(bytes).unwrap_err().to_string();
        assert!(error.contains("Expected a tokenizer.json"), "{error}");
    }
}
