//! BERT: an encoder whose blocks normalise after each residual sum (Devlin et al. 2019,
//! arXiv:1810.04805). MiniLM sentence encoders (Wang et al. 2020, arXiv:2002.10957) are BERTs.
//!
//! Weights by Hugging Face's names, with or without the prefix `bert.`, norms also in the old spelling (`gamma`,
//! `beta`). Sites in the words of TransformerLens's `HookedEncoder`. One text at a time, all of token type 0.

mod config;
mod forward;
mod sites;

use crate::{Architecture, Plan, Result};

pub(crate) const ARCHITECTURE: Architecture = Architecture {
    model_type: "bert",
    about: "BERT and MiniLM, text encoders",
    read: |fields| -> Result<Box<dyn Plan>> { Ok(Box::new(config::BertPlan::read(fields)?)) },
};
