//! A report as JavaScript takes it: its large arrays typed.

use js_sys::{Array, Float32Array, Reflect};
use recipe::{Figure, Report};
use wasm_bindgen::prelude::*;

use boundary::to_js;

/// A report as plain data, with the values of attention patterns as `Float32Array`.
pub fn report_to_js(mut report: Report) -> Result<JsValue, JsValue> {
    let large: Vec<Option<Vec<f32>>> = report.figures.iter_mut().map(take_values).collect();
    let plain = to_js(&report)?;
    let figures: Array = Reflect::get(&plain, &JsValue::from_str("figures"))?.unchecked_into();
    for (figure, values) in figures.iter().zip(large) {
        if let Some(values) = values {
            let typed = Float32Array::from(values.as_slice());
            Reflect::set(&figure, &JsValue::from_str("values"), &typed)?;
        }
    }
    Ok(plain)
}

fn take_values(figure: &mut Figure) -> Option<Vec<f32>> {
    match figure {
        Figure::Patterns(patterns) => Some(std::mem::take(&mut patterns.values)),
        _ => None,
    }
}
