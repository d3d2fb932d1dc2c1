//! Joining tensors along one dimension.

mod gpu;

use candle_core as candle;

use crate::tensor::{Storage, check_same_device};
use crate::{Error, Result, Tensor};

impl Tensor {
    /// The tensors one after another along `dim`; all other sizes must agree.
    pub fn concat(tensors: &[&Tensor], dim: usize) -> Result<Tensor> {
        let Some(first) = tensors.first() else {
            return Err(Error::shape("concat", "at least one tensor", "none"));
        };
        first.check_dim("concat", dim)?;
        check_same_device("concat", tensors)?;
        let mut shape = first.shape().to_vec();
        shape[dim] = 0;
        for tensor in tensors {
            let fits = tensor.rank() == first.rank()
                && tensor.shape().iter().enumerate().all(|(d, &size)| d == dim || size == shape[d]);
            if !fits {
                let expected = format!("{:?} but for dimension {dim}", first.shape());
                return Err(Error::shape("concat", expected, format!("{:?}", tensor.shape())));
            }
            shape[dim] += tensor.shape()[dim];
        }
        let parts: Vec<&Tensor> = tensors.iter().copied().filter(|t| t.count() > 0).collect();
        match parts.first().map(|t| &t.storage) {
            None => Tensor::from_vec(Vec::new(), &shape, &first.device()),
            Some(Storage::Cpu(_)) => {
                let cpu: Vec<&candle::Tensor> = parts
                    .iter()
                    .filter_map(|t| match &t.storage {
                        Storage::Cpu(x) => Some(x),
                        Storage::Gpu(_) => None,
                    })
                    .collect();
                Ok(Tensor::from_cpu(candle::Tensor::cat(&cpu, dim)?))
            }
            Some(Storage::Gpu(_)) => {
                let gpu: Vec<_> = parts
                    .iter()
                    .filter_map(|t| match &t.storage {
                        Storage::Gpu(x) => Some(x),
                        Storage::Cpu(_) => None,
                    })
                    .collect();
                Ok(Tensor::from_gpu(gpu::concat(&gpu, dim, &shape)?))
            }
        }
    }
}
