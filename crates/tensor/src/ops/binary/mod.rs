//! Elementwise functions of two tensors, broadcast as numpy does, and of a condition and two.

use crate::element::Binary;
use crate::graph::Source;
use crate::shape::broadcast;
use crate::tensor::check_same_device;
use crate::{Result, Tensor};

impl Tensor {
    /// `self + other`.
    pub fn add(&self, other: &Tensor) -> Result<Tensor> {
        self.binary("add", Binary::Add, other)
    }

    /// `self - other`.
    pub fn sub(&self, other: &Tensor) -> Result<Tensor> {
        self.binary("sub", Binary::Sub, other)
    }

    /// `self · other`, elementwise.
    pub fn mul(&self, other: &Tensor) -> Result<Tensor> {
        self.binary("mul", Binary::Mul, other)
    }

    /// `self / other`; division by 0 gives ±inf or NaN.
    pub fn div(&self, other: &Tensor) -> Result<Tensor> {
        self.binary("div", Binary::Div, other)
    }

    /// The larger of both; `self` where either is NaN. At a tie the gradient is `self`'s.
    pub fn maximum(&self, other: &Tensor) -> Result<Tensor> {
        self.binary("maximum", Binary::Max, other)
    }

    /// The smaller of both; `self` where either is NaN. At a tie the gradient is `self`'s.
    pub fn minimum(&self, other: &Tensor) -> Result<Tensor> {
        self.binary("minimum", Binary::Min, other)
    }

    /// `self` to the power `other`. Relative error grows with `|other · ln self|` (about 1e-7 times it).
    pub fn pow(&self, other: &Tensor) -> Result<Tensor> {
        self.binary("pow", Binary::Pow, other)
    }

    /// 1 where `self < other`, else 0. No gradient.
    pub fn less(&self, other: &Tensor) -> Result<Tensor> {
        self.binary("less", Binary::Less, other)
    }

    /// 1 where `self <= other`, else 0. No gradient.
    pub fn less_equal(&self, other: &Tensor) -> Result<Tensor> {
        self.binary("less_equal", Binary::LessEqual, other)
    }

    /// 1 where `self == other`, else 0. No gradient.
    pub fn equal(&self, other: &Tensor) -> Result<Tensor> {
        self.binary("equal", Binary::Equal, other)
    }

    /// `self · factor`; the factor is part of the plan ([`Tensor::scalar`] is not).
    pub fn scale(&self, factor: f32) -> Result<Tensor> {
        self.mul(&Tensor::full(factor, &[], &self.device())?)
    }

    /// `self + term`; the term is part of the plan.
    pub fn shift(&self, term: f32) -> Result<Tensor> {
        self.add(&Tensor::full(term, &[], &self.device())?)
    }

    /// `self` within `low ..= high`. The gradient is that of what was kept.
    pub fn clamp(&self, low: f32, high: f32) -> Result<Tensor> {
        let at = |value| Tensor::full(value, &[], &self.device());
        self.maximum(&at(low)?)?.minimum(&at(high)?)
    }

    /// `yes` where `self` is not 0, else `no`; all three broadcast. No gradient to `self`.
    pub fn select(&self, yes: &Tensor, no: &Tensor) -> Result<Tensor> {
        check_same_device("select", &[self, yes, no])?;
        let shape = broadcast("select", &broadcast("select", self.shape(), yes.shape())?, no.shape())?;
        let stretch = |x: &Tensor| x.broadcast_to(&shape);
        let source = Source::Select(stretch(self)?, stretch(yes)?, stretch(no)?);
        Tensor::pending(source, &shape, &self.device())
    }

    /// The value of `self`, the gradient of `other`: a straight-through estimator (Bengio et al. 2013).
    /// Shapes must be equal.
    pub fn straight_through(&self, other: &Tensor) -> Result<Tensor> {
        other.add(&self.sub(other)?.detach()?)
    }
}
