//! What a training ends in: a model's folder as the hub lays it out, which `models` opens like any other.

mod spelling;
mod stack;
mod tokenizer;
mod transformers;

use std::collections::BTreeMap;

use formats::safetensors::{Precision, write_as};
use serde_json::Value;

use super::DataFile;
use crate::{Error, Result};

pub(super) use stack::{recurrent_folder, stack_folder};
pub(super) use tokenizer::tokenizer;
pub(super) use transformers::{decoder_folder, vision_folder};

/// Name, shape and numbers.
pub(super) type NamedTensor = (String, Vec<usize>, Vec<f32>);

/// From the parameters by their names in the training to the folder.
pub(super) type ToFolder = Box<dyn Fn(Vec<NamedTensor>) -> ModelFolder>;

/// A trained network: its `config.json`, its weights, and for text its `tokenizer.json`.
#[derive(Clone, Debug, Default)]
pub struct ModelFolder {
    pub(super) config: Value,
    pub(super) tokenizer: Option<Value>,
    pub(super) tensors: Vec<NamedTensor>,
}

impl ModelFolder {
    /// Its files. With [`Precision::Half`] each weight is rounded to 16 bits.
    ///
    /// # Errors
    /// Those of the writer of safetensors.
    pub fn files(&self, precision: Precision) -> Result<Vec<DataFile>> {
        let json = |name: &str, value: &Value| -> Result<DataFile> {
            let text =
                serde_json::to_string_pretty(value).map_err(|error| Error::Recipe(error.to_string()))?;
            Ok(DataFile { name: name.to_owned(), bytes: (text + "\n").into_bytes() })
        };
        let rows: Vec<(String, Vec<usize>, &[f32])> =
            self.tensors.iter().map(|(name, shape, data)| (name.clone(), shape.clone(), &data[..])).collect();
        // As transformers writes it, without which it refuses a file.
        let notes = BTreeMap::from([("format".to_owned(), "pt".to_owned())]);
        let bytes = write_as(precision, &rows, &notes)?;
        let mut files = vec![
            json("config.json", &self.config)?,
            DataFile { name: "model.safetensors".to_owned(), bytes },
        ];
        if let Some(tokenizer) = &self.tokenizer {
            files.push(json("tokenizer.json", tokenizer)?);
        }
        Ok(files)
    }
}
