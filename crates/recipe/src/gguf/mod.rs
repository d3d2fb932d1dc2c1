//! GGUF files as models: what their metadata says as a `config.json` and a `tokenizer.json`, and their tensors by the
//! names and in the order of Hugging Face.

mod config;
mod names;
mod tokenizer;

use tensor::gguf::{Header, MAGIC, MAX_HEADER_BYTES};

use crate::{ByteSource, Error, Result};

pub(crate) use names::renamed;

/// Bytes that are read first; four times as many wherever they do not reach.
const FIRST_BYTES: u64 = 1 << 20;

/// A GGUF file's header, and what follows from it.
pub struct Gguf {
    header: Header,
    name: String,
}

impl Gguf {
    /// Whether a file begins as one.
    pub async fn is_at(source: &impl ByteSource) -> Result<bool> {
        let start = source.read(0, source.len_bytes().min(MAGIC.len() as u64)).await?;
        Ok(start == MAGIC)
    }

    /// Reads the header. Errors on what is none.
    pub async fn open(source: &impl ByteSource) -> Result<Self> {
        let (len_bytes, name) = (source.len_bytes(), source.name().to_owned());
        let mut wanted = FIRST_BYTES;
        loop {
            wanted = wanted.min(len_bytes).min(MAX_HEADER_BYTES);
            let start = source.read(0, wanted).await?;
            let header = Header::read(&start, len_bytes).map_err(|error| wrong(&name, &error.to_string()))?;
            match header {
                Some(header) => return Ok(Self { header, name }),
                None => wanted *= 4,
            }
        }
    }

    /// The tensors as the file has them.
    pub(crate) fn header(&self) -> &Header {
        &self.header
    }

    /// The model's configuration as Hugging Face writes it. Errors on an architecture that cannot be read from such a file.
    pub fn config(&self) -> Result<Vec<u8>> {
        config::config(&self.header).map_err(|why| wrong(&self.name, &why))
    }

    /// The tokeniser as a `tokenizer.json`. Errors on one that is no byte-level BPE.
    pub fn tokenizer(&self) -> Result<Vec<u8>> {
        tokenizer::tokenizer(&self.header.metadata).map_err(|why| wrong(&self.name, &why))
    }
}

fn wrong(name: &str, why: &str) -> Error {
    Error::Recipe(format!("{name} cannot be opened: {why}"))
}
