//! What information is counted in.

/// The unit of an entropy or of information.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum InformationUnit {
    /// Natural logarithms.
    Nats,
    /// Logarithms to base 2.
    Bits,
}

impl InformationUnit {
    /// The number in this unit of so many nats.
    pub(super) fn of_nats(self, nats: f64) -> f64 {
        match self {
            Self::Nats => nats,
            Self::Bits => nats / std::f64::consts::LN_2,
        }
    }
}
