//! Reports with many numbers: these cross as typed arrays, of which the page makes no copy.

use js_sys::{Array, Float32Array, Float64Array, Object, Reflect};
use recipe::Figure;
use serde::Serialize;
use wasm_bindgen::prelude::*;

use crate::convert::to_js;

/// From this many numbers on a figure's values cross as a typed array, below as a plain one, which the console prints better.
const MANY: usize = 4096;

/// Numbers that were taken out of a figure, and the field that they belong to.
struct Taken {
    field: &'static str,
    numbers: Object,
}

/// A report as plain data; attention patterns and figures of many numbers as typed arrays. `figures` gives its figures.
pub fn report_to_js<R: Serialize>(
    mut report: R,
    figures: fn(&mut R) -> &mut Vec<Figure>,
) -> Result<JsValue, JsValue> {
    let taken: Vec<Vec<Taken>> = figures(&mut report).iter_mut().map(take).collect();
    let plain = to_js(&report)?;
    let shown: Array = Reflect::get(&plain, &JsValue::from_str("figures"))?.unchecked_into();
    for (figure, taken) in shown.iter().zip(taken) {
        for Taken { field, numbers } in taken {
            Reflect::set(&figure, &JsValue::from_str(field), &numbers)?;
        }
    }
    Ok(plain)
}

fn take(figure: &mut Figure) -> Vec<Taken> {
    match figure {
        Figure::Patterns(patterns) => {
            let values = std::mem::take(&mut patterns.values);
            vec![Taken { field: "values", numbers: Float32Array::from(values.as_slice()).into() }]
        }
        Figure::Heatmap(heatmap) => many("values", &mut heatmap.values),
        Figure::Panels(panels) => many("values", &mut panels.values),
        Figure::Scatter(scatter) => {
            let mut taken = many("x", &mut scatter.x);
            taken.extend(many("y", &mut scatter.y));
            taken
        }
        _ => Vec::new(),
    }
}

fn many(field: &'static str, values: &mut Vec<f64>) -> Vec<Taken> {
    if values.len() < MANY {
        return Vec::new();
    }
    let values = std::mem::take(values);
    vec![Taken { field, numbers: Float64Array::from(values.as_slice()).into() }]
}
