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

    /// The matrices of these names, the rows of one after those of another, so that one product serves all.
    /// Packed where the numbers of all have 16 bits of one kind.
    pub fn matrix(&self, names: &[&str]) -> Result<Matrix> {
        let parts: Vec<(&TensorInfo, &[u8])> =
            names.iter().map(|name| self.find(name)).collect::<Result<_>>()?;
        let dtype = parts.first().map(|(info, _)| info.dtype);
        let half = match dtype {
            Some(Dtype::F16) => Some(Half::F16),
            Some(Dtype::BF16) => Some(Half::Bf16),
            _ => None,
        };
        match half.filter(|_| parts.iter().all(|(info, _)| Some(info.dtype) == dtype)) {
            Some(half) => self.pack(&parts, half),
            None => {
                let parts: Vec<Tensor> = names.iter().map(|name| self.get(name)).collect::<Result<_>>()?;
                let joined = Tensor::concat(&parts.iter().collect::<Vec<_>>(), 0)?;
                Tensor::evaluate_all(std::slice::from_ref(&joined))?;
                Ok(Matrix::Wide(joined))
            }
        }
    }

    fn pack(&self, parts: &[(&TensorInfo, &[u8])], half: Half) -> Result<Matrix> {
        let (mut rows, mut width, mut joined) = (0, None, Vec::new());
        for (info, bytes) in parts {
            let [n, cols] = *info.shape else {
                return Err(Error::Weights(format!("{} is no matrix: it is {:?}", info.name, info.shape)));
            };
            if *width.get_or_insert(cols) != cols {
                return Err(Error::Weights(format!("{} has {cols} columns, others do not", info.name)));
            }
            rows += n;
            joined.extend_from_slice(bytes);
        }
        let shape = [rows, width.unwrap_or(0)];
        Ok(Matrix::Packed(Packed::new(&joined, shape, half, &self.device)?))
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
