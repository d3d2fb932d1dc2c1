//! The tokeniser, which is another wasm module, as the engine's vocabulary.

use recipe::{Error, Result, Vocabulary};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// `{piece(id): string, encode(text): Uint32Array}`.
    pub type PageVocabulary;

    #[wasm_bindgen(method, catch, js_name = piece)]
    fn piece_of(this: &PageVocabulary, id: u32) -> std::result::Result<JsValue, JsValue>;

    #[wasm_bindgen(method, catch, js_name = encode)]
    fn ids_of(this: &PageVocabulary, text: &str) -> std::result::Result<Vec<u32>, JsValue>;
}

impl Vocabulary for PageVocabulary {
    fn piece(&self, id: u32) -> String {
        let piece = self.piece_of(id);
        piece.ok().and_then(|value| value.as_string()).unwrap_or_else(|| format!("#{id}"))
    }

    fn encode(&self, text: &str) -> Result<Vec<u32>> {
        self.ids_of(text).map_err(|thrown| {
            // The tokeniser throws `{kind, message, causes}`.
            let message = js_sys::Reflect::get(&thrown, &JsValue::from_str("message"));
            let message = message.ok().and_then(|message| message.as_string());
            Error::Recipe(message.unwrap_or_else(|| "splitting a text into tokens failed".to_owned()))
        })
    }
}
