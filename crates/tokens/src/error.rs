//! What can go wrong between text and ids.

use thiserror::Error;

/// A failure, as a sentence with a next step.
#[derive(Debug, Error)]
pub enum TokenError {
    /// The bytes are not a `tokenizer.json` that can be followed.
    #[error(
        "The tokenizer could not be read from {bytes} bytes: {cause}. Expected a tokenizer.json as Hugging Face writes \
         it (with \"model\" and \"added_tokens\"), not vocab.txt or tokenizer_config.json."
    )]
    NotATokenizer {
        /// Length of what was given.
        bytes: usize,
        /// What the parser said, without a full stop.
        cause: String,
    },
    /// The text could not be encoded, for instance because the vocabulary lacks its own unknown token.
    #[error(
        "The text {text:?} could not be encoded: {cause}. Try a simpler text, or another tokenizer.json."
    )]
    NotEncoded {
        /// The beginning of the text.
        text: String,
        /// What the tokenizer said.
        cause: String,
    },
    /// An id lies outside the vocabulary.
    #[error(
        "Token id {id} at position {position} is not in the vocabulary of {vocab_size} tokens. \
         The ids probably come from another model's tokenizer."
    )]
    UnknownId {
        /// The id.
        id: u32,
        /// Its place in the ids given.
        position: usize,
        /// How many tokens there are.
        vocab_size: usize,
    },
    /// The ids could not be joined to text.
    #[error(
        "{ids} token ids could not be joined to text: {cause}. The decoder in the tokenizer.json may not fit its model."
    )]
    NotDecoded {
        /// How many ids were given.
        ids: usize,
        /// What the decoder said.
        cause: String,
    },
}
