//! A `tokenizer.json` for texts that are read character by character.

use serde_json::{Map, Value, json};

/// What stands for a character that the network never saw.
const UNKNOWN: char = '?';

/// Each of `characters` is a token, in this order; any other reads as a question mark. (Byte pairs without a pair to
/// join: the one model of the crate `tokenizers` that takes a text apart into characters.)
pub(in crate::train) fn tokenizer(characters: impl IntoIterator<Item = char>) -> Value {
    let vocab: Map<String, Value> = characters
        .into_iter()
        .enumerate()
        .map(|(id, character)| (character.to_string(), id.into()))
        .collect();
    let unknown = vocab.contains_key(&UNKNOWN.to_string()).then_some(UNKNOWN);
    json!({
        "version": "1.0",
        "truncation": null,
        "padding": null,
        "added_tokens": [],
        "normalizer": null,
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
