//! Plain arrays from the console: `{shape: number[], values: Float32Array | Float64Array}`.

use std::collections::BTreeMap;

use formats::{Array, Values, npy, safetensors};
use recipe::{Captured, compare_arrays, list_distances, list_measures, rdm_of_array};
use serde::Serialize;
use wasm_bindgen::prelude::*;

use crate::Lab;
use boundary::{plain_error, to_js, to_plain};

/// Everything that can be chosen by name.
#[derive(Serialize)]
struct Lists {
    measures: Vec<recipe::Choice>,
    distances: Vec<recipe::Choice>,
    architectures: Vec<String>,
}

#[wasm_bindgen]
impl Lab {
    /// Measures, distances and architectures by name.
    pub fn list(&self) -> Result<JsValue, JsValue> {
        to_js(&Lists {
            measures: list_measures(),
            distances: list_distances(),
            architectures: models::architectures().iter().map(|a| a.model_type.to_owned()).collect(),
        })
    }

    /// `{measure, value, n_stimuli}` of two arrays.
    pub fn compare(&self, measure: &str, a: JsValue, b: JsValue) -> Result<JsValue, JsValue> {
        let comparison = compare_arrays(measure, &array_from_js(&a)?, &array_from_js(&b)?);
        to_js(&comparison.map_err(|error| to_plain(&error))?)
    }

    /// The square RDM of activations.
    pub fn rdm(&self, distance: &str, a: JsValue) -> Result<JsValue, JsValue> {
        array_to_js(&rdm_of_array(distance, &array_from_js(&a)?).map_err(|error| to_plain(&error))?)
    }

    /// Reads a `.npy` file.
    pub fn read_npy(&self, bytes: &[u8]) -> Result<JsValue, JsValue> {
        array_to_js(&npy::read(bytes).map_err(|error| to_plain(&error.into()))?)
    }

    /// Writes a `.npy` file.
    pub fn write_npy(&self, array: JsValue) -> Result<Vec<u8>, JsValue> {
        npy::write(&array_from_js(&array)?).map_err(|error| to_plain(&error.into()))
    }

    /// Writes captured sites as a safetensors file.
    pub fn write_safetensors(&self, sites: Vec<JsValue>) -> Result<Vec<u8>, JsValue> {
        let mut named = Vec::new();
        for site in &sites {
            let name = get(site, "site")?.as_string().unwrap_or_default();
            named.push((name, array_from_js(site)?));
        }
        let numbers: Vec<Vec<f32>> = named
            .iter()
            .map(|(_, array)| array.to_f32())
            .collect::<Result<_, _>>()
            .map_err(|error| to_plain(&error.into()))?;
        let tensors: Vec<(String, Vec<usize>, &[f32])> = named
            .iter()
            .zip(&numbers)
            .map(|((name, array), numbers)| (name.clone(), array.shape.clone(), numbers.as_slice()))
            .collect();
        safetensors::write(&tensors, &BTreeMap::new()).map_err(|error| to_plain(&error.into()))
    }
}

/// `{site, shape, values, n_positions}`.
pub fn captured_to_js(captured: &Captured) -> Result<JsValue, JsValue> {
    let object = js_sys::Object::new();
    set(&object, "site", &captured.site.as_str().into())?;
    set(&object, "shape", &to_js(&captured.shape)?)?;
    set(&object, "values", &js_sys::Float32Array::from(captured.values.as_slice()))?;
    set(&object, "n_positions", &to_js(&captured.n_positions)?)?;
    Ok(object.into())
}

fn array_to_js(array: &Array) -> Result<JsValue, JsValue> {
    let object = js_sys::Object::new();
    set(&object, "shape", &to_js(&array.shape)?)?;
    let values: JsValue = match &array.values {
        Values::F32(values) => js_sys::Float32Array::from(values.as_slice()).into(),
        _ => {
            let numbers = array.to_f64().map_err(|error| to_plain(&error.into()))?;
            js_sys::Float64Array::from(numbers.as_slice()).into()
        }
    };
    set(&object, "values", &values)?;
    Ok(object.into())
}

fn array_from_js(value: &JsValue) -> Result<Array, JsValue> {
    let wrong = |found: &str| {
        let expected = "an array is {shape: number[], values: Float32Array or Float64Array}";
        plain_error("recipe", &format!("{expected}, but {found}"))
    };
    let shape: Vec<usize> = serde_wasm_bindgen::from_value(get(value, "shape")?)
        .map_err(|_| wrong("its shape is not a list of sizes"))?;
    let values = get(value, "values")?;
    let values = if let Some(numbers) = values.dyn_ref::<js_sys::Float32Array>() {
        Values::F32(numbers.to_vec())
    } else if let Some(numbers) = values.dyn_ref::<js_sys::Float64Array>() {
        Values::F64(numbers.to_vec())
    } else {
        return Err(wrong("its values are of another type"));
    };
    Array::new(shape, values).map_err(|error| to_plain(&error.into()))
}

fn get(value: &JsValue, key: &str) -> Result<JsValue, JsValue> {
    js_sys::Reflect::get(value, &key.into())
        .map_err(|_| plain_error("recipe", &format!("expected an object with a field {key}")))
}

fn set(object: &js_sys::Object, key: &str, value: &JsValue) -> Result<(), JsValue> {
    js_sys::Reflect::set(object, &key.into(), value).map(|_| ())
}
