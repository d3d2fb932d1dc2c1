//! Text to token ids and back, as the reference tokenizers do it.
//!
//! The rules of a tokenizer live in its `tokenizer.json`; reading and following them is the work of the crate
//! `tokenizers`. This crate gives that a small face: whole-sentence errors, no hidden truncation or padding, and
//! [`Tokenizer::pieces`], the text of each token as a person reads it. It runs natively and as WebAssembly.
//!
//! ```no_run
//! let json = std::fs::read("models/minilm-l6/tokenizer.json")?;
//! let tokenizer = inscape_tokens::Tokenizer::from_json(&json)?;
//! let ids = tokenizer.encode("A cat sat.", true)?;
//! assert_eq!(tokenizer.pieces(&ids), ["[CLS]", "a", "cat", "sat", ".", "[SEP]"]);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod byte_symbols;
mod error;
mod piece;
mod tokenizer;

pub use error::TokenError;
pub use tokenizer::Tokenizer;
