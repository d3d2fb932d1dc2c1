//! BERT: an encoder whose blocks normalise after each residual sum (Devlin et al. 2019,
//! arXiv:1810.04805). MiniLM sentence encoders (Wang et al. 2020, arXiv:2002.10957) are BERTs. Its relatives
//! RoBERTa, XLM-RoBERTa and DistilBERT differ in positions, token types and names (`variant.rs`).
//!
//! Weights by Hugging Face's names, with or without the prefix (`bert.`), norms also in the old spelling (`gamma`,
//! `beta`). Sites in the words of TransformerLens's `HookedEncoder`. One text at a time, all of token type 0.
//! Where the configuration names a masked language model among its `architectures`, that model's head is the site `logits`.

mod config;
mod forward;
mod sites;
mod variant;

pub(crate) use variant::{
    ARCHITECTURE, DISTILBERT_ARCHITECTURE, ROBERTA_ARCHITECTURE, XLM_ROBERTA_ARCHITECTURE,
};
