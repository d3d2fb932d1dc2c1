//! GPT-NeoX: a decoder whose attention and MLP may read the same residual stream and add to it together ("parallel"
//! blocks), with rotary positions on a part of each head (Black et al. 2022, arXiv:2204.06745). Pythia (Biderman
//! et al. 2023, arXiv:2304.01373) is a GPT-NeoX.
//!
//! Weights by Hugging Face's names, with or without the prefix `gpt_neox.`, raw: no norm is folded into the weights after it,
//! nothing is centred. `query_key_value` holds each head's queries, keys and values one after another. Sites in
//! TransformerLens's words, with its meanings: `hook_q` and `hook_k` are before the rotation (`hook_rot_q`, `hook_rot_k`
//! after), `hook_normalized` is before the norm's gain and bias. A parallel block has no `hook_resid_mid`.

mod config;
mod forward;
mod sites;

use crate::Architecture;
use crate::plan::planned;

pub(crate) const ARCHITECTURE: Architecture = Architecture {
    model_type: "gpt_neox",
    about: "GPT-NeoX language models, such as Pythia",
    read: |fields| Ok(planned(config::GptNeoxConfig::read(fields)?)),
};
