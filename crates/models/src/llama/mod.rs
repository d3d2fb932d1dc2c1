//! Llama: a decoder that normalises (RMSNorm) before each part of a block, with rotary positions, a gated MLP
//! and grouped queries (Touvron et al. 2023, arXiv:2302.13971; grouped queries: Ainslie et al. 2023,
//! arXiv:2305.13245). SmolLM2 and the llama2.c stories are Llamas. Its relatives Mistral, Qwen2 and Qwen3
//! differ in biases and in norms within heads (`variant.rs`).
//!
//! Weights by Hugging Face's names, with or without the prefix `model.`, raw: no norm is folded into the weights after it,
//! nothing is centred. Sites in TransformerLens's words, with its meanings: `hook_q` and `hook_k` are before the heads' norms
//! and the rotation (`hook_rot_q`, `hook_rot_k` after both), `hook_normalized` is before the norm's gain.

mod config;
mod forward;
mod refused;
mod sites;
mod variant;

pub(crate) use variant::{ARCHITECTURE, MISTRAL_ARCHITECTURE, QWEN2_ARCHITECTURE, QWEN3_ARCHITECTURE};
