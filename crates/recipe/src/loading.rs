//! Reading a weights file: its header first, then only the tensors that are needed.

use std::collections::{BTreeMap, BTreeSet};

use formats::safetensors::{self, Header, PREFIX_BYTES};
use models::{WeightRequest, Weights};
use tensor::{Device, Tensor};

use crate::host::{Part, Stage};
use crate::{ByteSource, Error, Host, Result};

/// Reads and validates the header of a safetensors file.
pub(crate) async fn read_header(source: &impl ByteSource) -> Result<Header> {
    let len_bytes = source.len_bytes();
    let prefix = source.read(0, len_bytes.min(PREFIX_BYTES as u64)).await?;
    let header_bytes = safetensors::header_len(&prefix, Some(len_bytes))?;
    let json = source.read(PREFIX_BYTES as u64, header_bytes as u64).await?;
    Ok(safetensors::parse_header(&json, Some(len_bytes))?)
}

/// Weights on a device, and how many of their numbers are NaN or infinite, by tensor.
#[derive(Default)]
pub(crate) struct Loaded {
    pub tensors: BTreeMap<String, Tensor>,
    pub non_finite: BTreeMap<String, usize>,
}

impl Loaded {
    /// Reads the requested tensors that are not here yet.
    pub async fn load(
        &mut self,
        requests: &[WeightRequest],
        header: &Header,
        source: &impl ByteSource,
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
        let present: Vec<&str> = header.tensors.iter().map(|tensor| tensor.name.as_str()).collect();
        let mut stage = Stage::start(host, "reading weights", part);
        for (step, request) in missing.iter().enumerate() {
            stage.step(step, missing.len()).await?;
            let Some(stored) = request.locate(&present)? else {
                continue;
            };
            let info = header.find(stored)?;
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
            let values = safetensors::decode_f32(info, &bytes)?;
            let n_bad = values.iter().filter(|value| !value.is_finite()).count();
            if n_bad > 0 {
                self.non_finite.insert(request.name.clone(), n_bad);
            }
            self.tensors.insert(request.name.clone(), Tensor::from_vec(values, &info.shape, device)?);
        }
        Ok(())
    }

    /// The weights as the models crate takes them; shares the tensors.
    pub fn weights(&self) -> Weights {
        let mut weights = Weights::default();
        for (name, tensor) in &self.tensors {
            weights.insert(name, tensor.clone());
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
