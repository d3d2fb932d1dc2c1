//! Tensors of a checkpoint by name.

use std::collections::HashMap;

use formats::safetensors::{Dtype, PREFIX_BYTES, TensorInfo, decode_f32, header_len, parse_header};
use tensor::{Device, Half, Packed, Tensor};

use crate::{Error, Result};

/// A checkpoint from which tensors are brought to one device.
pub(crate) struct Weights<'a> {
    bytes: &'a [u8],
    tensors: HashMap<String, TensorInfo>,
    device: Device,
}

/// A matrix in the width in which the checkpoint holds it.
#[derive(Clone)]
pub(crate) enum Matrix {
    Wide(Tensor),
    Packed(Packed),
}

impl<'a> Weights<'a> {
    /// Reads the header of a safetensors file.
    pub fn read(bytes: &'a [u8], device: &Device) -> Result<Self> {
        let length = Some(bytes.len() as u64);
        let end = PREFIX_BYTES + header_len(bytes, length)?;
        let tensors = parse_header(&bytes[PREFIX_BYTES..end], length)?.tensors;
        let tensors = tensors.into_iter().map(|info| (info.name.clone(), info)).collect();
        Ok(Self { bytes, tensors, device: device.clone() })
    }

    /// Whether there is a tensor of this name.
    pub fn has(&self, name: &str) -> bool {
        self.tensors.contains_key(name)
    }

    /// The tensor of this name as f32.
    pub fn get(&self, name: &str) -> Result<Tensor> {
        let (info, bytes) = self.find(name)?;
        Ok(Tensor::from_vec(decode_f32(info, bytes)?, &info.shape, &self.device)?)
    }

    /// The matrix of this name, packed where its numbers have 16 bits.
    pub fn matrix(&self, name: &str) -> Result<Matrix> {
        let (info, bytes) = self.find(name)?;
        let half = match info.dtype {
            Dtype::F16 => Half::F16,
            Dtype::BF16 => Half::Bf16,
            _ => return Ok(Matrix::Wide(self.get(name)?)),
        };
        let [rows, cols] = *info.shape else {
            return Err(Error::Weights(format!("{name} is no matrix: its shape is {:?}", info.shape)));
        };
        Ok(Matrix::Packed(Packed::new(bytes, [rows, cols], half, &self.device)?))
    }

    fn find(&self, name: &str) -> Result<(&TensorInfo, &'a [u8])> {
        let info = self.tensors.get(name);
        let info = info.ok_or_else(|| Error::Weights(format!("the checkpoint lacks the tensor {name}")))?;
        Ok((info, &self.bytes[info.start as usize..info.end as usize]))
    }
}

impl Matrix {
    /// `x · matrixᵀ`.
    pub fn linear(&self, x: &Tensor) -> tensor::Result<Tensor> {
        match self {
            Self::Wide(weight) => x.linear(weight, None),
            Self::Packed(weight) => x.linear_packed(weight),
        }
    }

    /// Rows by index.
    pub fn take_rows(&self, indices: &Tensor) -> tensor::Result<Tensor> {
        match self {
            Self::Wide(table) => table.take_rows(indices),
            Self::Packed(table) => table.take_rows(indices),
        }
    }
}
