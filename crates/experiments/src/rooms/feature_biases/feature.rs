//! Features of an input, and how the answers about them are made.

use tensor::Tensor;

/// Numbers of an input, each −1 or 1.
pub const N_INPUTS: usize = 24;
/// Answers of a network.
pub const N_OUTPUTS: usize = 2;

/// A feature: the product of some inputs, −1 or 1. Those of a task share no input, so they are independent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Feature {
    /// x₁: linear.
    Easy,
    /// x₅: as easy, for the control.
    Twin,
    /// x₂x₃.
    Xor,
    /// x₂x₃x₄.
    Parity3,
}

impl Feature {
    /// All, in the order of [`all_values`].
    pub const ALL: [Self; 4] = [Self::Easy, Self::Twin, Self::Xor, Self::Parity3];
    /// What can be the hard one: name, label and what it is.
    pub const HARD: [(Self, (&'static str, &'static str, &'static str)); 2] = [
        (Self::Xor, ("xor", "XOR", "Whether two inputs are alike: x2·x3.")),
        (Self::Parity3, ("parity3", "parity of three", "The product of three inputs: x2·x3·x4.")),
    ];

    /// The hard feature of that name; XOR where there is none.
    pub fn named(name: &str) -> Self {
        Self::HARD.iter().find(|(_, texts)| texts.0 == name).map_or(Self::Xor, |(feature, _)| *feature)
    }

    /// In words.
    pub fn label(self) -> &'static str {
        match self {
            Self::Easy => "x1",
            Self::Twin => "x5",
            Self::Xor => "XOR",
            Self::Parity3 => "parity of three",
        }
    }

    /// Which inputs are multiplied.
    fn inputs(self) -> std::ops::Range<usize> {
        match self {
            Self::Easy => 0..1,
            Self::Twin => 4..5,
            Self::Xor => 1..3,
            Self::Parity3 => 1..4,
        }
    }

    /// Its value for an input `[N_INPUTS]`.
    pub fn of(self, x: &[f32]) -> f64 {
        self.inputs().map(|input| f64::from(x[input])).product()
    }

    /// Its place in [`Feature::ALL`].
    pub fn place(self) -> usize {
        Self::ALL.iter().position(|&feature| feature == self).unwrap_or(0)
    }
}

/// Values of all features for inputs `[n, batch, N_INPUTS]`: `[n, batch, Feature::ALL.len()]`.
pub fn all_values(x: &Tensor) -> tensor::Result<Tensor> {
    let mut columns = Vec::with_capacity(Feature::ALL.len());
    for feature in Feature::ALL {
        let mut product: Option<Tensor> = None;
        for input in feature.inputs() {
            let column = x.slice(2, input, 1)?;
            product = Some(match product {
                Some(before) => before.mul(&column)?,
                None => column,
            });
        }
        columns.extend(product);
    }
    Tensor::concat(&columns.iter().collect::<Vec<_>>(), 2)
}
