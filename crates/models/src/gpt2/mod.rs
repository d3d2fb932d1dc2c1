//! GPT-2: a decoder that normalises before each part of a block, with learned positions, biases throughout and an
//! unembedding that is the embedding (Radford et al. 2019, "Language Models are Unsupervised Multitask Learners").
//! DistilGPT-2 and minGPT's models are GPT-2s.
//!
//! Weights by Hugging Face's names, with or without the prefix `transformer.`, raw: no norm is folded into the weights after
//! it, nothing is centred. Matrices lie transposed, `[n_in, n_out]`, and `c_attn` holds queries, keys and values side by side.
//! Sites in TransformerLens's words, with its meanings: `hook_normalized` is before the norm's gain and bias.

mod config;
mod forward;
mod sites;

use crate::Architecture;
use crate::plan::planned;

pub(crate) const ARCHITECTURE: Architecture = Architecture {
    model_type: "gpt2",
    about: "GPT-2 language models, such as DistilGPT-2",
    read: |fields| Ok(planned(config::Gpt2Config::read(fields)?)),
};
