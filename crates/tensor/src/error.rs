//! The one error of this crate.

/// What an op was asked to do, what it expected and what it found.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum Error {
    /// Shapes that do not fit the op.
    #[error("{op}: expected {expected}, found {found}")]
    Shape {
        /// The op that was attempted.
        op: &'static str,
        /// What it needs.
        expected: String,
        /// What it was given.
        found: String,
    },
    /// Two tensors of one op live on different devices.
    #[error("{op}: both tensors must be on one device, found {left} and {right}")]
    Device {
        /// The op that was attempted.
        op: &'static str,
        /// Device of the first tensor.
        left: String,
        /// Device of the second tensor.
        right: String,
    },
    /// The gradient of a gradient that is not here.
    #[error("{op}: the gradient of this op has no gradient of its own here; ask for first gradients only")]
    NoGradient {
        /// The op that was attempted.
        op: &'static str,
    },
    /// An op that has no kernel for graphics devices.
    #[error("{op}: this decomposition runs on the CPU; move the tensor there with to_device first")]
    CpuOnly {
        /// The op that was attempted.
        op: &'static str,
    },
    /// Numbers of which the op has no result, found when they were there.
    #[error("{op}: expected {expected}, found {found}")]
    Numbers {
        /// The op that was attempted.
        op: &'static str,
        /// What it needs.
        expected: String,
        /// What it was given.
        found: String,
    },
    /// The graphics device cannot be had, was lost, or refused.
    #[error("{0}")]
    Gpu(String),
    /// A tensor needs more memory than the device offers.
    #[error(
        "a tensor needs {wanted_bytes} bytes but this graphics device allows {limit_bytes} in one buffer; choose fewer stimuli, a later site, or the CPU"
    )]
    TooLarge {
        /// Bytes that were asked for.
        wanted_bytes: u64,
        /// Bytes that the adapter allows in one storage buffer.
        limit_bytes: u64,
    },
    /// candle-core refused.
    #[error("cpu: {0}")]
    Cpu(String),
}

/// Result with this crate's [`Error`].
pub type Result<T> = std::result::Result<T, Error>;

impl Error {
    pub(crate) fn shape(op: &'static str, expected: impl Into<String>, found: impl Into<String>) -> Self {
        Self::Shape { op, expected: expected.into(), found: found.into() }
    }
}

impl From<candle_core::Error> for Error {
    fn from(error: candle_core::Error) -> Self {
        // candle appends a backtrace to its message; its first line is the sentence.
        let text = error.to_string();
        Self::Cpu(text.lines().next().unwrap_or("unknown error").to_owned())
    }
}
