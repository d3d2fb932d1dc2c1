//! The configuration that a header implies.

use serde_json::json;
use tensor::gguf::Header;

/// Architectures whose tensors have the same meaning in both worlds.
pub const KNOWN: [&str; 2] = ["llama", "qwen2"];

/// `config.json` of the model. Source of the keys: llama.cpp's `gguf-py/gguf/constants.py`.
pub fn config(header: &Header) -> Result<Vec<u8>, String> {
    let metadata = &header.metadata;
    let architecture = metadata.text("general.architecture").unwrap_or("none");
    if !KNOWN.contains(&architecture) {
        return Err(format!(
            "its architecture is {architecture}, and of GGUF files those of {} can be read; a safetensors checkpoint of the model may",
            KNOWN.join(" and ")
        ));
    }
    let key = |name: &str| format!("{architecture}.{name}");
    let count =
        |name: &str| metadata.count(&key(name)).ok_or_else(|| format!("its metadata lacks {}", key(name)));
    let has = |tensor: &str| header.tensors.iter().any(|info| info.name == tensor);
    let scaling = metadata.text(&key("rope.scaling.type")).unwrap_or("none");
    if scaling != "none" || has("rope_freqs.weight") {
        return Err("its rotary positions are stretched, which is not read from GGUF files yet; the safetensors checkpoint of the model can be".to_owned());
    }
    let (d_model, n_heads) = (count("embedding_length")?, count("attention.head_count")?);
    let vocab = header.tensors.iter().find(|info| info.name == "token_embd.weight").map(|info| info.shape[0]);
    let eps = metadata.number(&key("attention.layer_norm_rms_epsilon"));
    let config = json!({
        "model_type": architecture,
        "hidden_act": "silu",
        "hidden_size": d_model,
        "intermediate_size": count("feed_forward_length")?,
        "num_hidden_layers": count("block_count")?,
        "num_attention_heads": n_heads,
        "num_key_value_heads": metadata.count(&key("attention.head_count_kv")).unwrap_or(n_heads),
        "head_dim": metadata.count(&key("attention.key_length")).or(d_model.checked_div(n_heads)),
        "max_position_embeddings": count("context_length")?,
        // Kept as f32, and meant as the short number that it was made from.
        "rms_norm_eps": eps.map(|eps| (eps * 1e9).round() / 1e9),
        "rope_theta": metadata.number(&key("rope.freq_base")).unwrap_or(10000.0),
        "vocab_size": vocab.ok_or("it has no tensor token_embd.weight")?,
        "tie_word_embeddings": !has("output.weight"),
        "bos_token_id": metadata.count("tokenizer.ggml.bos_token_id"),
        "eos_token_id": metadata.count("tokenizer.ggml.eos_token_id"),
    });
    Ok(config.to_string().into_bytes())
}
