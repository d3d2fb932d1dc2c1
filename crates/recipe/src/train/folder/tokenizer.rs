//! A `tokenizer.json` for texts that are read character by character.

use serde_json::{Map, Value, json};

/// What stands for a character that the network never saw.
const UNKNOWN: char = '?';

/// What is typed for a character that has a key, and so was typed for it in older texts.
const PLAIN: &[(&str, &str)] = &[
    ("\u{2018}", "'"),
    ("\u{2019}", "'"),
    ("\u{201c}", "\""),
    ("\u{201d}", "\""),
    ("\u{2013}", "-"),
    ("\u{2014}", "--"),
];

/// Each of `characters` is a token, in this order. Curled quotes and long dashes read as straight ones and hyphens, any other
/// character as a question mark. (Byte pairs without a pair to
/// join: the one model of the crate `tokenizers` that takes a text apart into characters.)
pub(in crate::train) fn tokenizer(characters: impl IntoIterator<Item = char>) -> Value {
    let vocab: Map<String, Value> = characters
        .into_iter()
        .enumerate()
        .map(|(id, character)| (character.to_string(), id.into()))
        .collect();
    let plain = |(typed, plain): &(&str, &str)| json!({"type": "Replace", "pattern": {"String": typed}, "content": plain});
    let normalizers: Vec<Value> = PLAIN.iter().map(plain).collect();
    let unknown = vocab.contains_key(&UNKNOWN.to_string()).then_some(UNKNOWN);
    json!({
        "version": "1.0",
        "truncation": null,
        "padding": null,
        "added_tokens": [],
        "normalizer": {"type": "Sequence", "normalizers": normalizers},
        "pre_tokenizer": null,
        "post_processor": null,
        "decoder": {"type": "Fuse"},
        "model": {
            "type": "BPE",
            "dropout": null,
            "unk_token": unknown,
            "continuing_subword_prefix": null,
            "end_of_word_suffix": null,
            "fuse_unk": false,
            "byte_fallback": false,
            "ignore_merges": false,
            "vocab": vocab,
            "merges": []
        }
    })
}
