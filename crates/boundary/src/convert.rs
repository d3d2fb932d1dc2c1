//! Plain data across the boundary, by serde.

use recipe::{Error, ErrorReport};
use serde::{Serialize, de::DeserializeOwned};
use wasm_bindgen::JsValue;

/// A Rust value as plain JavaScript data (objects, arrays, numbers).
pub fn to_js(value: &impl Serialize) -> Result<JsValue, JsValue> {
    let serializer = serde_wasm_bindgen::Serializer::json_compatible();
    value
        .serialize(&serializer)
        .map_err(|error| plain_error("boundary", &format!("a result could not be handed over: {error}")))
}

/// Plain JavaScript data as a Rust value; `what` names it in the error.
pub fn from_js<T: DeserializeOwned>(what: &str, value: JsValue) -> Result<T, JsValue> {
    serde_wasm_bindgen::from_value(value)
        .map_err(|error| plain_error("recipe", &format!("{what} is not of the expected form: {error}")))
}

/// An error of the lab as it crosses.
pub fn to_plain(error: &Error) -> JsValue {
    to_js(&error.report()).unwrap_or_else(|unserialised| unserialised)
}

/// An error made here.
pub fn plain_error(kind: &str, message: &str) -> JsValue {
    let report = ErrorReport { kind: kind.to_owned(), message: message.to_owned(), causes: Vec::new() };
    let serializer = serde_wasm_bindgen::Serializer::json_compatible();
    report.serialize(&serializer).unwrap_or_else(|_| JsValue::from_str(message))
}
