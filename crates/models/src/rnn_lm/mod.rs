//! Recurrent language models: tokens through LSTM layers (Hochreiter & Schmidhuber 1997), GRUs (Cho et al. 2014,
//! arXiv:1406.1078) or plain recurrent ones (Elman 1990) to scores of the next token.
//!
//! Weights by torch's names: `embedding.weight` (absent where tokens come in one-hot), `rnn.weight_ih_l0` …, `head.weight`.

mod cells;
mod config;
mod forward;
mod sites;

use crate::Architecture;
use crate::plan::planned;

/// What converters of older character models call it.
pub(crate) const OTHER_NAMES: &[(&str, &str)] = &[("char-lstm", "rnn_lm")];

pub(crate) const ARCHITECTURE: Architecture = Architecture {
    model_type: "rnn_lm",
    about: "recurrent language models: LSTM, GRU and plain",
    read: |fields| Ok(planned(config::RnnConfig::read(fields)?)),
};
