//! The tokeniser that a header holds, as a `tokenizer.json`.

use serde_json::{Value, json};
use tensor::gguf::Metadata;

/// `LLAMA_TOKEN_TYPE_CONTROL` of llama.cpp: a token that stands for no text.
const CONTROL: i64 = 3;
/// How Llama 3 and Qwen2 split text before BPE. Source: their `tokenizer.json`; only the length of numbers differs.
const SPLIT: &str = r"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}{1,DIGITS}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+";

/// The tokeniser, or why it cannot be read.
pub fn tokenizer(metadata: &Metadata) -> Result<Vec<u8>, String> {
    let model = metadata.text("tokenizer.ggml.model").unwrap_or("none");
    if model != "gpt2" {
        return Err(format!(
            "its tokeniser is of the kind {model}; expected gpt2 (byte-level BPE). Put the model's tokenizer.json beside a safetensors checkpoint"
        ));
    }
    let lacks = |key: &str| format!("its metadata lacks {key}");
    let tokens = metadata.texts("tokenizer.ggml.tokens").ok_or_else(|| lacks("tokenizer.ggml.tokens"))?;
    let merges = metadata.texts("tokenizer.ggml.merges").ok_or_else(|| lacks("tokenizer.ggml.merges"))?;
    let kinds = metadata.counts("tokenizer.ggml.token_type").unwrap_or_default();
    let added = |(id, token): (usize, &&str)| json!({"id": id, "content": token, "single_word": false, "lstrip": false, "rstrip": false, "normalized": false, "special": true});
    let is_control = |(id, _): &(usize, &&str)| kinds.get(*id) == Some(&CONTROL);
    let added: Vec<Value> = tokens.iter().enumerate().filter(is_control).map(added).collect();
    let vocab: serde_json::Map<String, Value> =
        tokens.iter().enumerate().map(|(id, token)| ((*token).to_owned(), json!(id))).collect();
    let json = json!({
        "version": "1.0", "truncation": null, "padding": null, "added_tokens": added, "normalizer": null,
        "pre_tokenizer": pre_tokenizer(metadata.text("tokenizer.ggml.pre").unwrap_or("default"))?,
        "post_processor": null,
        "decoder": {"type": "ByteLevel", "add_prefix_space": true, "trim_offsets": true, "use_regex": true},
        "model": {"type": "BPE", "dropout": null, "unk_token": null, "continuing_subword_prefix": null,
            "end_of_word_suffix": null, "fuse_unk": false, "byte_fallback": false, "ignore_merges": false,
            "vocab": vocab, "merges": merges},
    });
    Ok(json.to_string().into_bytes())
}

/// How text is split first, by llama.cpp's name for it.
fn pre_tokenizer(name: &str) -> Result<Value, String> {
    let bytes = |use_regex: bool| json!({"type": "ByteLevel", "add_prefix_space": false, "trim_offsets": true, "use_regex": use_regex});
    let split = |digits: &str| {
        let pattern = SPLIT.replace("{1,DIGITS}", digits);
        let split =
            json!({"type": "Split", "pattern": {"Regex": pattern}, "behavior": "Isolated", "invert": false});
        json!({"type": "Sequence", "pretokenizers": [split, bytes(false)]})
    };
    match name {
        "smollm" => {
            let digits = json!({"type": "Digits", "individual_digits": true});
            Ok(json!({"type": "Sequence", "pretokenizers": [digits, bytes(true)]}))
        }
        "gpt-2" => Ok(bytes(true)),
        "qwen2" => Ok(split("")),
        "llama-bpe" => Ok(split("{1,3}")),
        other => Err(format!(
            "its tokeniser splits text in the way {other}; expected one of smollm, gpt-2, qwen2, llama-bpe"
        )),
    }
}
