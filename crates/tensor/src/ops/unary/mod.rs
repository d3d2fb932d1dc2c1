//! Elementwise functions of one tensor.

mod gpu;

use candle_core as candle;

use crate::cpu::map_rows;
use crate::tensor::Storage;
use crate::{Result, Tensor};

/// The functions, in the order that `unary.wgsl` numbers them.
#[derive(Clone, Copy)]
enum Function {
    Relu,
    GeluErf,
    Silu,
    Neg,
}

impl Tensor {
    /// `max(x, 0)`; NaN stays NaN.
    pub fn relu(&self) -> Result<Tensor> {
        apply(self, Function::Relu)
    }

    /// `x · Φ(x)` with the exact error function (BERT's GELU; Hendrycks & Gimpel 2016, eq. 1).
    /// CPU: erf in f64. GPU: erf within 2e-7, by Abramowitz & Stegun's series 7.1.5 near 0 and a fit
    /// of the shape of their 7.1.26 beyond 0.75 (see `unary.wgsl`).
    pub fn gelu_erf(&self) -> Result<Tensor> {
        apply(self, Function::GeluErf)
    }

    /// `x · sigmoid(x)`; −0 for very negative x (Llama's activation, also called swish).
    pub fn silu(&self) -> Result<Tensor> {
        apply(self, Function::Silu)
    }

    /// `-x`.
    pub fn neg(&self) -> Result<Tensor> {
        apply(self, Function::Neg)
    }
}

fn apply(x: &Tensor, function: Function) -> Result<Tensor> {
    match &x.storage {
        Storage::Cpu(x) => Ok(Tensor::from_cpu(on_cpu(x, function)?)),
        Storage::Gpu(x) => Ok(Tensor::from_gpu(gpu::unary(x, function)?)),
    }
}

fn on_cpu(x: &candle::Tensor, function: Function) -> Result<candle::Tensor> {
    match function {
        Function::Relu => map_rows(x, |input, output| {
            for (o, &i) in output.iter_mut().zip(input) {
                *o = if i < 0.0 { 0.0 } else { i };
            }
        }),
        Function::GeluErf => Ok(x.gelu_erf()?),
        Function::Silu => map_rows(x, |input, output| {
            for (o, &i) in output.iter_mut().zip(input) {
                *o = i / (1.0 + (-i).exp());
            }
        }),
        Function::Neg => Ok(x.neg()?),
    }
}
