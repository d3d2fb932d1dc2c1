//! A tokenizer read from `tokenizer.json`.

use std::fmt::Display;

use crate::TokenError;
use crate::piece::Spelling;

/// Turns text into ids and back by the rules of one `tokenizer.json`.
pub struct Tokenizer {
    inner: tokenizers::Tokenizer,
    spelling: Spelling,
    max_len: Option<usize>,
}

impl std::fmt::Debug for Tokenizer {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("Tokenizer")
            .field("vocab_size", &self.vocab_size())
            .field("spelling", &self.spelling)
            .field("max_len", &self.max_len)
            .finish()
    }
}

impl Tokenizer {
    /// Reads the bytes of a `tokenizer.json`. Truncation and padding that it asks for are switched off.
    ///
    /// Cost: about 0.2 s for 50,000 tokens. Errors: [`TokenError::NotATokenizer`].
    pub fn from_json(bytes: &[u8]) -> Result<Self, TokenError> {
        let refuse =
            |cause: &dyn Display| TokenError::NotATokenizer { bytes: bytes.len(), cause: clause(cause) };
        let mut inner = tokenizers::Tokenizer::from_bytes(bytes).map_err(|error| refuse(&error))?;
        let max_len = inner.get_truncation().map(|truncation| truncation.max_length);
        inner.with_truncation(None).map_err(|error| refuse(&error))?;
        inner.with_padding(None);
        let spelling = Spelling::of(inner.get_decoder());
        Ok(Self { inner, spelling, max_len })
    }

    /// The ids of a text, in order. With `add_special`, also the tokens that the file puts around every text
    /// (`[CLS]` and `[SEP]`, or a beginning-of-text token); many causal models' files add none.
    ///
    /// A special token that is written out in the text, such as `<|endoftext|>`, becomes that token's own id, as the
    /// reference does. Errors: [`TokenError::NotEncoded`].
    pub fn encode(&self, text: &str, add_special: bool) -> Result<Vec<u32>, TokenError> {
        let encoding = self.inner.encode_fast(text, add_special).map_err(|error| TokenError::NotEncoded {
            text: text.chars().take(40).collect(),
            cause: clause(&error),
        })?;
        Ok(encoding.get_ids().to_vec())
    }

    /// What each id reads as: a leading space where the token begins with one, `\xNN` for bytes that are part of a
    /// character only, special tokens and WordPiece's `##` as they stand, and `[id 99]` for an unknown id.
    pub fn pieces(&self, ids: &[u32]) -> Vec<String> {
        let added = self.inner.get_added_tokens_decoder();
        ids.iter()
            .map(|id| match (added.get(id), self.inner.id_to_token(*id)) {
                (Some(token), _) => token.content.clone(),
                (None, Some(token)) => self.spelling.read(&token),
                (None, None) => format!("[id {id}]"),
            })
            .collect()
    }

    /// Whether the file marks the token as special: one that stands for no text, such as `[CLS]` or `<|endoftext|>`.
    pub fn is_special(&self, id: u32) -> bool {
        self.inner.get_added_tokens_decoder().get(&id).is_some_and(|token| token.special)
    }

    /// The text of all ids together, special tokens included.
    ///
    /// Errors: [`TokenError::UnknownId`] for an id outside the vocabulary, [`TokenError::NotDecoded`].
    pub fn decode(&self, ids: &[u32]) -> Result<String, TokenError> {
        for (position, &id) in ids.iter().enumerate() {
            if self.inner.id_to_token(id).is_none() {
                return Err(TokenError::UnknownId { id, position, vocab_size: self.vocab_size() });
            }
        }
        self.inner
            .decode(ids, false)
            .map_err(|error| TokenError::NotDecoded { ids: ids.len(), cause: clause(&error) })
    }

    /// How many tokens there are, added ones included.
    pub fn vocab_size(&self) -> usize {
        self.inner.get_vocab_size(true)
    }

    /// The number of tokens at which the file asks for texts to be cut, if it does. Nothing is cut here.
    pub fn max_len(&self) -> Option<usize> {
        self.max_len
    }
}

/// A foreign error's words as part of a sentence: without a full stop.
fn clause(error: &dyn Display) -> String {
    error.to_string().trim_end_matches('.').to_owned()
}
