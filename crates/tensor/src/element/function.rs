//! The elementwise functions, by name.

/// Functions of one number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Unary {
    Neg,
    Abs,
    /// −1, 0 or 1.
    Sign,
    Exp,
    Ln,
    Sqrt,
    /// 1 / x.
    Recip,
    Tanh,
    Sigmoid,
    Erf,
    /// x · Φ(x), whole, since its tail cancels when it is put together from erf.
    GeluErf,
    Sin,
    Cos,
    Floor,
    /// max(x, 0); NaN stays NaN.
    Relu,
    /// The number itself; what a copy computes.
    Copy,
}

/// Functions of two numbers. Comparisons give 1 or 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Binary {
    Add,
    Sub,
    Mul,
    Div,
    /// The larger; the first where either is NaN.
    Max,
    /// The smaller; the first where either is NaN.
    Min,
    Pow,
    Less,
    LessEqual,
    Equal,
}

impl Unary {
    /// Rough cost beside an addition, to decide whether computing twice beats storing.
    pub fn work(self) -> usize {
        match self {
            Self::Neg | Self::Abs | Self::Relu | Self::Copy | Self::Floor => 1,
            Self::Sign | Self::Sqrt | Self::Recip => 2,
            Self::Exp | Self::Ln | Self::Tanh | Self::Sigmoid | Self::Sin | Self::Cos => 8,
            Self::Erf | Self::GeluErf => 16,
        }
    }
}

impl Binary {
    /// As [`Unary::work`].
    pub fn work(self) -> usize {
        match self {
            Self::Div => 2,
            Self::Pow => 16,
            _ => 1,
        }
    }
}
