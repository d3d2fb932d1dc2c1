//! The wasm face of the tokenisers: a module of its own, so that a page without text never loads it.
//!
//! Failures are thrown as plain objects `{kind, message, causes}`: `kind` is always `"tokens"`, `message` a sentence
//! with a next step, `causes` the sentences beneath it (none at present).

mod thrown;

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::thrown::thrown;

/// A tokenizer that lives in this module's memory until `free()` is called on it.
#[wasm_bindgen]
pub struct TextLab {
    tokenizer: tokens::Tokenizer,
}

#[wasm_bindgen]
impl TextLab {
    /// Reads the bytes of a `tokenizer.json`.
    #[wasm_bindgen(constructor)]
    pub fn new(json: &[u8]) -> Result<TextLab, JsValue> {
        let tokenizer = tokens::Tokenizer::from_json(json).map_err(|error| thrown(&error))?;
        Ok(Self { tokenizer })
    }

    /// The ids of a text; with `add_special`, also the tokens that the file puts around every text.
    pub fn encode(&self, text: &str, add_special: bool) -> Result<Vec<u32>, JsValue> {
        self.tokenizer.encode(text, add_special).map_err(|error| thrown(&error))
    }

    /// What each id reads as, one string an id.
    pub fn pieces(&self, ids: &[u32]) -> Vec<String> {
        self.tokenizer.pieces(ids)
    }

    /// Whether each id is special (1) or stands for text (0): `[CLS]`, `<|endoftext|>` and the like.
    pub fn specials(&self, ids: &[u32]) -> Vec<u8> {
        ids.iter().map(|&id| u8::from(self.tokenizer.is_special(id))).collect()
    }

    /// The text of all ids together, special tokens included.
    pub fn decode(&self, ids: &[u32]) -> Result<String, JsValue> {
        self.tokenizer.decode(ids).map_err(|error| thrown(&error))
    }

    /// How many tokens there are.
    #[wasm_bindgen(getter)]
    pub fn vocab_size(&self) -> usize {
        self.tokenizer.vocab_size()
    }

    /// The number of tokens at which the file asks for texts to be cut (nothing is cut here), or undefined.
    #[wasm_bindgen(getter)]
    pub fn max_len(&self) -> Option<usize> {
        self.tokenizer.max_len()
    }
}
