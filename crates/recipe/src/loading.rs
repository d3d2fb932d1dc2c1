//! Reading a weights file: its header first, then only the tensors that are needed.

use std::collections::{BTreeMap, BTreeSet};

use formats::safetensors::{self, Dtype, Header, PREFIX_BYTES, TensorInfo};
use models::{Weight, WeightRequest, Weights};
use tensor::{Device, Half, Packed, Tensor};

use crate::host::{Part, Stage};
use crate::{ByteSource, Error, Host, Result};

/// The files of one checkpoint with their headers. A tensor lies in one of them.
pub(crate) struct Checkpoint<S> {
    parts: Vec<(Header, S)>,
}

impl<S: ByteSource> Checkpoint<S> {
    /// Reads the headers. Errors on no file, and on a tensor that two files hold.
    pub async fn open(sources: Vec<S>) -> Result<Self> {
        let mut parts = Vec::new();
        let mut owners: BTreeMap<String, String> = BTreeMap::new();
        for source in sources {
            let header = read_header(&source).await?;
            for tensor in &header.tensors {
                if let Some(other) = owners.insert(tensor.name.clone(), source.name().to_owned()) {
                    return Err(Error::Recipe(format!(
                        "the tensor {} lies in two files of the model, {other} and {}; are they parts of one model?",
                        tensor.name,
                        source.name()
                    )));
                }
            }
            parts.push((header, source));
        }
        if parts.is_empty() {
            return Err(Error::Recipe("the model has no file of weights".to_owned()));
        }
        Ok(Self { parts })
    }

    /// The tensors of all files.
    pub fn tensors(&self) -> impl Iterator<Item = &TensorInfo> + Clone {
        self.parts.iter().flat_map(|(header, _)| &header.tensors)
    }

    /// The files, in the order in which they were given.
    pub fn sources(&self) -> impl Iterator<Item = &S> {
        self.parts.iter().map(|(_, source)| source)
    }

    /// A tensor's place, and the file that it lies in. Errors with near names when there is none.
    fn find(&self, name: &str) -> Result<(&TensorInfo, &S)> {
        let holds = |(header, _): &&(Header, S)| header.tensors.iter().any(|tensor| tensor.name == name);
        let (header, source) = self.parts.iter().find(holds).unwrap_or(&self.parts[0]);
        Ok((header.find(name)?, source))
    }
}

/// Reads and validates the header of a safetensors file.
async fn read_header(source: &impl ByteSource) -> Result<Header> {
    let len_bytes = source.len_bytes();
    let prefix = source.read(0, len_bytes.min(PREFIX_BYTES as u64)).await?;
    let header_bytes = safetensors::header_len(&prefix, Some(len_bytes))?;
    let json = source.read(PREFIX_BYTES as u64, header_bytes as u64).await?;
    Ok(safetensors::parse_header(&json, Some(len_bytes))?)
}

/// A matrix of 16-bit numbers as it is; `None` for what else there is, and where a number is NaN or infinite, which only
/// f32 can hold here.
fn pack(info: &TensorInfo, bytes: &[u8], device: &Device) -> Result<Option<Packed>> {
    let (half, [rows, cols]) = match (info.dtype, info.shape.as_slice()) {
        (Dtype::F16, &[rows, cols]) => (Half::F16, [rows, cols]),
        (Dtype::BF16, &[rows, cols]) => (Half::Bf16, [rows, cols]),
        _ => return Ok(None),
    };
    match Packed::new(bytes, [rows, cols], half, device) {
        Ok(packed) => Ok(Some(packed)),
        Err(tensor::Error::Numbers { .. }) => Ok(None),
        Err(error) => Err(error.into()),
    }
}

/// Weights on a device, and how many of their numbers are NaN or infinite, by tensor.
#[derive(Default)]
pub(crate) struct Loaded {
    pub tensors: BTreeMap<String, Weight>,
    pub non_finite: BTreeMap<String, usize>,
}

impl Loaded {
    /// Reads the requested tensors that are not here yet.
    pub async fn load(
        &mut self,
        requests: &[WeightRequest],
        checkpoint: &Checkpoint<impl ByteSource>,
        device: &Device,
        host: &mut impl Host,
        part: Part,
    ) -> Result<()> {
        let mut names: BTreeSet<&str> = BTreeSet::new();
        let mut missing: Vec<&WeightRequest> = Vec::new();
        for request in requests {
            // A tied embedding is asked for twice.
            if !self.tensors.contains_key(&request.name) && names.insert(&request.name) {
                missing.push(request);
            }
        }
        let present: Vec<&str> = checkpoint.tensors().map(|tensor| tensor.name.as_str()).collect();
        let mut stage = Stage::start(host, "reading weights", part);
        for (step, request) in missing.iter().enumerate() {
            stage.step(step, missing.len()).await?;
            let Some(stored) = request.locate(&present)? else {
                continue;
            };
            let (info, source) = checkpoint.find(stored)?;
            if info.shape != request.shape {
                return Err(Error::Recipe(format!(
                    "the weights do not fit the config: {} should have shape {:?} but has {:?} in {}; are config.json and the weights of one model?",
                    stored,
                    request.shape,
                    info.shape,
                    source.name()
                )));
            }
            let bytes = source.read(info.start, info.end - info.start).await?;
            if let Some(packed) = pack(info, &bytes, device)? {
                self.tensors.insert(request.name.clone(), packed.into());
                continue;
            }
            let values = safetensors::decode_f32(info, &bytes)?;
            let n_bad = values.iter().filter(|value| !value.is_finite()).count();
            if n_bad > 0 {
                self.non_finite.insert(request.name.clone(), n_bad);
            }
            let tensor = Tensor::from_vec(values, &info.shape, device)?;
            self.tensors.insert(request.name.clone(), tensor.into());
        }
        Ok(())
    }

    /// The weights as the models crate takes them; shares the tensors.
    pub fn weights(&self) -> Weights {
        let mut weights = Weights::default();
        for (name, weight) in &self.tensors {
            weights.insert(name, weight.clone());
        }
        weights
    }

    /// A sentence for each tensor with NaN or infinite numbers, at most five and a count.
    pub fn warnings(&self) -> Vec<String> {
        let total: usize = self.non_finite.values().sum();
        let mut sentences: Vec<String> = self
            .non_finite
            .iter()
            .take(5)
            .map(|(name, n)| format!("The weights {name} hold {n} numbers that are NaN or infinite."))
            .collect();
        if self.non_finite.len() > 5 {
            sentences.push(format!(
                "In all, {total} weights in {} tensors are NaN or infinite.",
                self.non_finite.len()
            ));
        }
        sentences
    }
}
