//! `stories260K`, a real language model small enough for every test machine, as a session.

#![allow(dead_code, reason = "each test file uses a part")]

pub mod counting;
pub mod tiny;

use std::path::{Path, PathBuf};

use inscape_recipe::*;
use tokens::Tokenizer;

/// A file of weights in memory.
pub struct Memory(pub Vec<u8>);

impl ByteSource for Memory {
    fn name(&self) -> &str {
        "model.safetensors"
    }

    fn len_bytes(&self) -> u64 {
        self.0.len() as u64
    }

    async fn read(&self, start: u64, len: u64) -> Result<Vec<u8>> {
        Ok(self.0[start as usize..(start + len) as usize].to_vec())
    }
}

/// A tokeniser as vocabulary.
pub struct Words(pub Tokenizer);

impl Vocabulary for Words {
    fn piece(&self, id: u32) -> String {
        self.0.pieces(&[id]).concat()
    }

    fn encode(&self, text: &str) -> Result<Vec<u32>> {
        self.0.encode(text, true).map_err(|error| Error::Recipe(error.to_string()))
    }
}

/// `stories260K`, from the shared data beside the repository; absent on a user's machine.
pub fn stories() -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data/stories260K");
    if folder.is_dir() {
        return Some(folder);
    }
    assert!(std::env::var("CI").as_deref() != Ok("true"), "under CI the shared data must be present");
    println!("skipped, shared data absent");
    None
}

/// A recipe for it.
pub fn recipe(lines: &[&str]) -> Recipe {
    serde_json::from_value(serde_json::json!({
        "version": 1,
        "model": {"id": "stories260K", "revision": "local", "sha256": ""},
        "inputs": {"kind": "lines", "lines": lines},
        "sites": ["resid_pre.0", "resid_post.2", "resid_post.4"],
        "pool": "mean", "distance": "correlation", "similarity": "cka_linear_biased", "focus": "resid_post.4",
    }))
    .unwrap()
}

/// Beginnings of stories.
pub const LINES: [&str; 4] = [
    "Once upon a time, there was a little",
    "Tom and Lily went to the",
    "The cat sat.",
    "It was a sunny day and",
];

/// The model and its tokeniser.
pub fn open(folder: &Path) -> (Session<Memory>, Words) {
    let read = |file: &str| std::fs::read(folder.join(file)).unwrap();
    let model = recipe(&LINES).model;
    let weights = Memory(read("model.safetensors"));
    let session =
        pollster::block_on(Session::open(model, &read("config.json"), vec![weights], tensor::Device::Cpu))
            .unwrap();
    (session, Words(Tokenizer::from_json(&read("tokenizer.json")).unwrap()))
}

/// Lines as the model reads them.
pub fn stimuli(words: &Words, lines: &[&str]) -> Stimuli {
    let text = |line: &&str| TokenText { text: (*line).to_owned(), ids: words.0.encode(line, true).unwrap() };
    Stimuli::Texts(lines.iter().map(text).collect())
}
