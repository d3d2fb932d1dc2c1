//! Tiny random checkpoints in memory, opened as a session.

use std::path::{Path, PathBuf};

use inscape_recipe::*;
use tensor::Device;

use super::Memory;

/// The folder of a tiny checkpoint.
pub fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../models/tests/golden/tiny").join(name)
}

/// The model in a folder.
pub fn open(folder: &Path, device: Device) -> Session<Memory> {
    let read = |file: &str| std::fs::read(folder.join(file)).unwrap();
    let model = ModelRef {
        id: folder.file_name().unwrap().to_string_lossy().into_owned(),
        revision: "local".to_owned(),
        sha256: String::new(),
    };
    let weights = vec![Memory(read("model.safetensors"))];
    pollster::block_on(Session::open(model, &read("config.json"), weights, device)).unwrap()
}

/// One text of these tokens.
pub fn text(ids: &[u32]) -> Stimuli {
    Stimuli::Texts(vec![TokenText { text: format!("{ids:?}"), ids: ids.to_vec() }])
}
