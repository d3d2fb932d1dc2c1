//! The index of a checkpoint in several files: `model.safetensors.index.json`.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;

use crate::{ByteSource, Error, Result, Session};

/// Which file each tensor lies in.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq)]
pub struct ShardIndex {
    /// The file's name by the tensor's.
    weight_map: BTreeMap<String, String>,
}

impl ShardIndex {
    /// Reads an index. Errors on what is none, on one without tensors, and on a file that does not lie beside it.
    pub fn read(json: &[u8]) -> Result<Self> {
        let index: Self = serde_json::from_slice(json).map_err(|error| {
            Error::Recipe(format!(
                "the index of the weights' files is not one ({error}); expected an object with weight_map"
            ))
        })?;
        let files = index.files();
        if files.is_empty() {
            return Err(Error::Recipe("the index of the weights' files names no tensor".to_owned()));
        }
        match files.iter().find(|file| !is_beside(file)) {
            Some(file) => Err(Error::Recipe(format!(
                "the index of the weights' files names «{file}»; expected names of files that lie beside it"
            ))),
            None => Ok(index),
        }
    }

    /// The files, each once, in the order of their names.
    pub fn files(&self) -> Vec<&str> {
        self.weight_map.values().map(String::as_str).collect::<BTreeSet<_>>().into_iter().collect()
    }
}

/// Whether a name is one of a file in the same folder.
fn is_beside(file: &str) -> bool {
    !file.is_empty() && !file.starts_with('.') && !file.contains(['/', '\\', ':', '\0'])
}

impl<S: ByteSource> Session<S> {
    /// Errors on a tensor that does not lie in the file that the index says, naming both.
    pub fn check_index(&self, index: &ShardIndex) -> Result<()> {
        for (tensor, file) in &index.weight_map {
            if !self.checkpoint.holds(tensor, file) {
                return Err(Error::Recipe(format!(
                    "the index says that the tensor {tensor} lies in {file}, but that file lacks it; are these the files of one model?"
                )));
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refusal(json: &str) -> String {
        ShardIndex::read(json.as_bytes()).unwrap_err().to_string()
    }

    #[test]
    fn files_are_named_once_and_in_order() {
        let json = r#"{"metadata": {"total_size": 8}, "weight_map": {"a": "m-2.safetensors", "b": "m-1.safetensors", "c": "m-2.safetensors"}}"#;
        assert_eq!(
            ShardIndex::read(json.as_bytes()).unwrap().files(),
            ["m-1.safetensors", "m-2.safetensors"]
        );
    }

    #[test]
    fn what_is_no_index_or_leads_elsewhere_is_refused() {
        assert!(refusal("[]").contains("weight_map"));
        assert!(refusal(r#"{"weight_map": {}}"#).contains("names no tensor"));
        for file in ["../secret.safetensors", "/etc/passwd", "a/b.safetensors", "..", "c:x", "", "a\\\\b"] {
            let sentence = refusal(&format!(r#"{{"weight_map": {{"a": "{file}"}}}}"#));
            assert!(sentence.contains("beside it"), "{file}: {sentence}");
        }
    }
}
