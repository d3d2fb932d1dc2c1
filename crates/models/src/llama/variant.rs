//! Llama's relatives: what sets each apart.

use super::config::LlamaConfig;
use crate::Architecture;
use crate::plan::planned;

/// How a relative differs from Llama.
#[derive(Debug)]
pub(crate) struct Variant {
    /// The `model_type` of its `config.json`.
    pub model_type: &'static str,
    /// The flags by which its configuration asks for biases: `attention_bias` (q, k, v and output),
    /// `mlp_bias`.
    pub bias_flags: &'static [&'static str],
    /// q, k and v have biases, and the output has none, whatever the configuration says.
    pub has_qkv_bias: bool,
    /// Queries and keys are normalised within each head (RMSNorm), before the rotation.
    pub has_head_norms: bool,
    /// `sliding_window` is a dead field unless `use_sliding_window` says otherwise.
    pub has_window_switch: bool,
    /// Sizes that the configuration must give, because the library's default is that of one checkpoint.
    pub required: &'static [&'static str],
}

pub(super) static LLAMA: Variant = Variant {
    model_type: "llama",
    bias_flags: &["attention_bias", "mlp_bias"],
    has_qkv_bias: false,
    has_head_norms: false,
    has_window_switch: false,
    required: &[],
};

static MISTRAL: Variant = Variant {
    model_type: "mistral",
    bias_flags: &[],
    has_qkv_bias: false,
    has_head_norms: false,
    has_window_switch: false,
    required: &["num_key_value_heads"],
};

static QWEN2: Variant = Variant {
    model_type: "qwen2",
    bias_flags: &[],
    has_qkv_bias: true,
    has_head_norms: false,
    has_window_switch: true,
    required: &["num_key_value_heads"],
};

static QWEN3: Variant = Variant {
    model_type: "qwen3",
    bias_flags: &["attention_bias"],
    has_qkv_bias: false,
    has_head_norms: true,
    has_window_switch: true,
    required: &["num_key_value_heads", "head_dim"],
};

/// Llama.
pub(crate) const ARCHITECTURE: Architecture = Architecture {
    model_type: "llama",
    about: "Llama-style language models, such as SmolLM2",
    read: |fields| Ok(planned(LlamaConfig::read(fields, &LLAMA)?)),
};

/// Mistral 7B from v0.2 on: a Llama (Jiang et al. 2023, arXiv:2310.06825, without its sliding window).
pub(crate) const MISTRAL_ARCHITECTURE: Architecture = Architecture {
    model_type: "mistral",
    about: "Mistral language models without a sliding window",
    read: |fields| Ok(planned(LlamaConfig::read(fields, &MISTRAL)?)),
};

/// Qwen2 and Qwen2.5: a Llama whose q, k and v have biases (Yang et al. 2024, arXiv:2407.10671).
pub(crate) const QWEN2_ARCHITECTURE: Architecture = Architecture {
    model_type: "qwen2",
    about: "Qwen2 and Qwen2.5 language models",
    read: |fields| Ok(planned(LlamaConfig::read(fields, &QWEN2)?)),
};

/// Qwen3: a Llama that normalises queries and keys within each head (Yang et al. 2025,
/// arXiv:2505.09388).
pub(crate) const QWEN3_ARCHITECTURE: Architecture = Architecture {
    model_type: "qwen3",
    about: "Qwen3 language models, dense",
    read: |fields| Ok(planned(LlamaConfig::read(fields, &QWEN3)?)),
};
