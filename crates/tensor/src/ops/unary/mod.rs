//! Elementwise functions of one tensor.

use crate::element::Unary;
use crate::{Result, Tensor};

impl Tensor {
    /// `-x`.
    pub fn neg(&self) -> Result<Tensor> {
        self.unary(Unary::Neg)
    }

    /// `|x|`. Gradient 0 at 0.
    pub fn abs(&self) -> Result<Tensor> {
        self.unary(Unary::Abs)
    }

    /// −1, 0 or 1. No gradient.
    pub fn sign(&self) -> Result<Tensor> {
        self.unary(Unary::Sign)
    }

    /// `eˣ`; 0 below −103.
    pub fn exp(&self) -> Result<Tensor> {
        self.unary(Unary::Exp)
    }

    /// Natural logarithm; −inf at 0, NaN below.
    pub fn ln(&self) -> Result<Tensor> {
        self.unary(Unary::Ln)
    }

    /// Square root; NaN below 0.
    pub fn sqrt(&self) -> Result<Tensor> {
        self.unary(Unary::Sqrt)
    }

    /// `1 / x`.
    pub fn recip(&self) -> Result<Tensor> {
        self.unary(Unary::Recip)
    }

    /// `x²`.
    pub fn square(&self) -> Result<Tensor> {
        self.mul(self)
    }

    /// Hyperbolic tangent.
    pub fn tanh(&self) -> Result<Tensor> {
        self.unary(Unary::Tanh)
    }

    /// `1 / (1 + e⁻ˣ)`, without overflow.
    pub fn sigmoid(&self) -> Result<Tensor> {
        self.unary(Unary::Sigmoid)
    }

    /// The error function, within 2e-7.
    pub fn erf(&self) -> Result<Tensor> {
        self.unary(Unary::Erf)
    }

    /// Sine of radians, within 1e-6 for |x| ≤ 10⁴.
    pub fn sin(&self) -> Result<Tensor> {
        self.unary(Unary::Sin)
    }

    /// Cosine of radians, within 1e-6 for |x| ≤ 10⁴.
    pub fn cos(&self) -> Result<Tensor> {
        self.unary(Unary::Cos)
    }

    /// Largest whole number not above x. No gradient.
    pub fn floor(&self) -> Result<Tensor> {
        self.unary(Unary::Floor)
    }

    /// `max(x, 0)`; NaN stays NaN. Gradient 0 at 0.
    pub fn relu(&self) -> Result<Tensor> {
        self.unary(Unary::Relu)
    }

    /// `max(x, slope · x)` for a slope below 1.
    pub fn leaky_relu(&self, slope: f32) -> Result<Tensor> {
        self.maximum(&self.scale(slope)?)
    }

    /// `x` above 0, `eˣ − 1` below (ELU with α = 1; Clevert et al. 2016, eq. 15).
    pub fn elu(&self) -> Result<Tensor> {
        let zero = Tensor::full(0.0, &[], &self.device())?;
        zero.less(self)?.select(self, &self.minimum(&zero)?.exp()?.shift(-1.0)?)
    }

    /// `ln(1 + eˣ)`, without overflow.
    pub fn softplus(&self) -> Result<Tensor> {
        // max(x, 0) as (x + |x|) / 2, so that the gradient at 0 is 1/2 and not 0.
        let size = self.abs()?;
        let positive = self.add(&size)?.scale(0.5)?;
        positive.add(&size.neg()?.exp()?.shift(1.0)?.ln()?)
    }

    /// `x · Φ(x)` with the exact error function (BERT's GELU; Hendrycks & Gimpel 2016, eq. 1).
    /// The error function within 2e-7.
    pub fn gelu_erf(&self) -> Result<Tensor> {
        self.unary(Unary::GeluErf)
    }

    /// `x / 2 · (1 + tanh(√(2/π) (x + 0.044715 x³)))` (GPT-2's GELU; Hendrycks & Gimpel 2016, §2).
    pub fn gelu_tanh(&self) -> Result<Tensor> {
        // x · sigmoid(2t) is the same, and loses no digits in the tail.
        let cubic = self.mul(&self.square()?.scale(0.044_715)?.shift(1.0)?)?;
        self.mul(&cubic.scale(1.595_769)?.sigmoid()?) // 2 √(2/π)
    }

    /// `x · sigmoid(x)`; −0 for very negative x (Llama's activation, also called swish).
    pub fn silu(&self) -> Result<Tensor> {
        self.mul(&self.sigmoid()?)
    }
}
