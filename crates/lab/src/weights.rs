//! A weights file in the page, read by range.

use recipe::{ByteSource, Error, Result};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// `{name: string, length: number, isLocal: boolean, read(start, len): Promise<Uint8Array>}`.
    pub type WeightsFile;

    #[wasm_bindgen(method, getter)]
    fn name(this: &WeightsFile) -> String;

    #[wasm_bindgen(method, getter)]
    fn length(this: &WeightsFile) -> f64;

    #[wasm_bindgen(method, getter, js_name = isLocal)]
    pub fn is_local(this: &WeightsFile) -> bool;

    #[wasm_bindgen(method, catch)]
    async fn read(this: &WeightsFile, start: f64, len: f64) -> std::result::Result<JsValue, JsValue>;
}

/// A [`ByteSource`] over a [`WeightsFile`].
pub struct PageFile {
    file: WeightsFile,
    name: String,
}

impl PageFile {
    /// Reads from `file`.
    pub fn new(file: WeightsFile) -> Self {
        let name = file.name();
        Self { file, name }
    }

    fn fail(&self, reason: String) -> Error {
        Error::Read { name: self.name.clone(), reason }
    }
}

impl ByteSource for PageFile {
    fn name(&self) -> &str {
        &self.name
    }

    fn len_bytes(&self) -> u64 {
        self.file.length() as u64
    }

    async fn read(&self, start: u64, len: u64) -> Result<Vec<u8>> {
        let answer = self.file.read(start as f64, len as f64).await;
        let value = answer.map_err(|error| self.fail(describe(&error)))?;
        let bytes: js_sys::Uint8Array =
            value.dyn_into().map_err(|_| self.fail("the page gave something else than bytes".to_owned()))?;
        if u64::from(bytes.length()) != len {
            return Err(self.fail(format!(
                "asked for {len} bytes at {start}, got {}; the file was cut or changed while it was read",
                bytes.length()
            )));
        }
        Ok(bytes.to_vec())
    }
}

fn describe(error: &JsValue) -> String {
    let message = js_sys::Reflect::get(error, &"message".into()).ok().and_then(|value| value.as_string());
    message.unwrap_or_else(|| "the page gave no reason".to_owned())
}
