//! Reading files of weights: their headers first, then only the tensors that are needed.

mod index;
mod item;
mod loaded;
mod reads;
mod stored;

use std::collections::BTreeMap;

use formats::safetensors::{self, Header, PREFIX_BYTES};
use models::WeightRequest;

use crate::gguf::Gguf;
use crate::{ByteSource, Error, Result};

pub use index::ShardIndex;
pub(crate) use loaded::{Loaded, Wanted};
pub(crate) use stored::Stored;

/// The files of one checkpoint with what their headers say. A tensor lies in one of them.
pub(crate) struct Checkpoint<S> {
    parts: Vec<(Vec<Stored>, S)>,
    gguf: Option<Gguf>,
}

impl<S: ByteSource> Checkpoint<S> {
    /// Reads the headers. Errors on no file, and on a tensor that two files hold.
    pub async fn open(sources: Vec<S>) -> Result<Self> {
        let (mut parts, mut gguf) = (Vec::new(), None);
        let mut owners: BTreeMap<String, String> = BTreeMap::new();
        for source in sources {
            let tensors = if Gguf::is_at(&source).await? {
                let header = Gguf::open(&source).await?;
                let tensors = stored::of_gguf(header.header());
                gguf = gguf.or(Some(header));
                tensors
            } else {
                stored::of_safetensors(read_header(&source).await?)
            };
            for tensor in &tensors {
                if let Some(other) = owners.insert(tensor.name.clone(), source.name().to_owned()) {
                    return Err(Error::Recipe(format!(
                        "the tensor {} lies in two files of the model, {other} and {}; are they parts of one model?",
                        tensor.name,
                        source.name()
                    )));
                }
            }
            parts.push((tensors, source));
        }
        if parts.is_empty() {
            return Err(Error::Recipe("the model has no file of weights".to_owned()));
        }
        Ok(Self { parts, gguf })
    }

    /// The header of a GGUF file, where the checkpoint is one.
    pub fn gguf(&self) -> Option<&Gguf> {
        self.gguf.as_ref()
    }

    /// The tensors of all files.
    pub fn tensors(&self) -> impl Iterator<Item = &Stored> + Clone {
        self.parts.iter().flat_map(|(tensors, _)| tensors)
    }

    /// The files, in the order in which they were given.
    pub fn sources(&self) -> impl Iterator<Item = &S> {
        self.parts.iter().map(|(_, source)| source)
    }

    /// Whether the file of that name, in whatever folder, holds the tensor.
    pub fn holds(&self, tensor: &str, file: &str) -> bool {
        let is_file = |name: &str| name.rsplit(['/', '\\']).next() == Some(file);
        let holds = |tensors: &[Stored]| tensors.iter().any(|info| info.name == tensor);
        self.parts.iter().any(|(tensors, source)| is_file(source.name()) && holds(tensors))
    }

    /// The tensors that are wanted, each once, in the order of the requests. What is optional and absent is left out: it
    /// is a head, in whose place a table serves, which is then needed whole. Errors on a tensor that is absent, or of
    /// another shape.
    pub fn locate<'a>(&'a self, requests: &'a [WeightRequest]) -> Result<Vec<Located<'a>>> {
        let present: Vec<&str> = self.tensors().map(|tensor| tensor.name.as_str()).collect();
        let (mut located, mut lacks_head) = (Vec::<Located>::new(), false);
        for request in requests {
            if let Some(known) = located.iter_mut().find(|known| known.request.name == request.name) {
                known.is_whole |= !request.is_table;
                continue;
            }
            let Some(stored) = request.locate(&present)? else {
                lacks_head = true;
                continue;
            };
            let Some((part, info)) = self.find(stored) else { continue };
            if info.shape != request.shape {
                return Err(Error::Recipe(format!(
                    "the weights do not fit the config: {} should have shape {:?} but has {:?} in {}; are config.json and the weights of one model?",
                    stored,
                    request.shape,
                    info.shape,
                    self.parts[part].1.name()
                )));
            }
            located.push(Located { request, part, info, is_whole: !request.is_table });
        }
        located.iter_mut().for_each(|known| known.is_whole |= lacks_head);
        Ok(located)
    }

    /// The number of the file that a tensor lies in, and its place there.
    fn find(&self, name: &str) -> Option<(usize, &Stored)> {
        let place = |(part, (tensors, _)): (usize, &'_ (Vec<Stored>, S))| {
            tensors.iter().position(|tensor| tensor.name == name).map(|at| (part, at))
        };
        let (part, at) = self.parts.iter().enumerate().find_map(place)?;
        Some((part, &self.parts[part].0[at]))
    }
}

/// A wanted tensor, and where it lies.
pub(crate) struct Located<'a> {
    /// Who asked for it.
    pub request: &'a WeightRequest,
    /// The number of the file.
    pub part: usize,
    /// Its place there.
    pub info: &'a Stored,
    /// Whether all of it is needed, and not only rows.
    pub is_whole: bool,
}

/// Reads and validates the header of a safetensors file.
async fn read_header(source: &impl ByteSource) -> Result<Header> {
    let len_bytes = source.len_bytes();
    let prefix = source.read(0, len_bytes.min(PREFIX_BYTES as u64)).await?;
    let header_bytes = safetensors::header_len(&prefix, Some(len_bytes))?;
    let json = source.read(PREFIX_BYTES as u64, header_bytes as u64).await?;
    Ok(safetensors::parse_header(&json, Some(len_bytes))?)
}
