//! Elementwise functions of two tensors, with broadcasting.

mod gpu;

use crate::shape::broadcast;
use crate::tensor::{Storage, check_same_device};
use crate::{Result, Tensor};

/// The functions, in the order that `binary.wgsl` numbers them.
#[derive(Clone, Copy)]
enum Function {
    Add,
    Sub,
    Mul,
    Div,
}

impl Tensor {
    /// `self + other`, broadcast as numpy does.
    pub fn add(&self, other: &Tensor) -> Result<Tensor> {
        apply(self, other, Function::Add, "add")
    }

    /// `self - other`, broadcast as numpy does.
    pub fn sub(&self, other: &Tensor) -> Result<Tensor> {
        apply(self, other, Function::Sub, "sub")
    }

    /// `self · other`, elementwise, broadcast as numpy does.
    pub fn mul(&self, other: &Tensor) -> Result<Tensor> {
        apply(self, other, Function::Mul, "mul")
    }

    /// `self / other`, broadcast as numpy does; division by 0 gives ±inf or NaN.
    pub fn div(&self, other: &Tensor) -> Result<Tensor> {
        apply(self, other, Function::Div, "div")
    }

    /// `self · factor`.
    pub fn scale(&self, factor: f32) -> Result<Tensor> {
        self.mul(&Tensor::from_vec(vec![factor], &[], &self.device())?)
    }
}

fn apply(a: &Tensor, b: &Tensor, function: Function, op: &'static str) -> Result<Tensor> {
    check_same_device(op, &[a, b])?;
    let shape = broadcast(op, a.shape(), b.shape())?;
    match (&a.storage, &b.storage) {
        (Storage::Gpu(a), Storage::Gpu(b)) => Ok(Tensor::from_gpu(gpu::binary(a, b, &shape, function)?)),
        (Storage::Cpu(a), Storage::Cpu(b)) => {
            if shape.contains(&0) {
                return Ok(Tensor::from_cpu(crate::cpu::tensor_from(Vec::new(), &shape)?));
            }
            Ok(Tensor::from_cpu(match function {
                Function::Add => a.broadcast_add(b)?,
                Function::Sub => a.broadcast_sub(b)?,
                Function::Mul => a.broadcast_mul(b)?,
                Function::Div => a.broadcast_div(b)?,
            }))
        }
        _ => unreachable!("both tensors were checked to be on one device"),
    }
}
