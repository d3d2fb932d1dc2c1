//! Tensors of a checkpoint by name.

use std::collections::HashMap;

use formats::safetensors::{Dtype, PREFIX_BYTES, decode_f32, header_len, parse_header};
use tensor::{Device, Tensor};

use crate::{Error, Result};

/// A whole checkpoint on one device.
pub(crate) struct Weights {
    tensors: HashMap<String, Tensor>,
}

impl Weights {
    /// Reads the f32 and f16 tensors of a safetensors file.
    pub fn read(bytes: &[u8], device: &Device) -> Result<Self> {
        let length = Some(bytes.len() as u64);
        let end = PREFIX_BYTES + header_len(bytes, length)?;
        let mut tensors = HashMap::new();
        for info in parse_header(&bytes[PREFIX_BYTES..end], length)?.tensors {
            if matches!(info.dtype, Dtype::F32 | Dtype::F16) {
                let data = decode_f32(&info, &bytes[info.start as usize..info.end as usize])?;
                tensors.insert(info.name, Tensor::from_vec(data, &info.shape, device)?);
            }
        }
        Ok(Self { tensors })
    }

    /// The tensor of this name.
    pub fn get(&self, name: &str) -> Result<Tensor> {
        let found = self.tensors.get(name).cloned();
        found.ok_or_else(|| Error::Weights(format!("the checkpoint lacks the tensor {name}")))
    }
}
