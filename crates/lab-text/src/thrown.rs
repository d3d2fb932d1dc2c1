//! An error as the object that JavaScript receives.

use std::error::Error;

use js_sys::{Array, Object, Reflect};
use wasm_bindgen::JsValue;

/// `{kind: "tokens", message, causes}`.
pub(crate) fn thrown(error: &dyn Error) -> JsValue {
    let causes = Array::new();
    let mut cause = error.source();
    while let Some(beneath) = cause {
        causes.push(&beneath.to_string().into());
        cause = beneath.source();
    }
    let object = Object::new();
    for (key, value) in
        [("kind", "tokens".into()), ("message", error.to_string().into()), ("causes", causes.into())]
    {
        // Setting a property of a fresh plain object cannot fail.
        let _ = Reflect::set(&object, &key.into(), &value);
    }
    object.into()
}
