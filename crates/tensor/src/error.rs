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
    /// A tensor that no buffer of the device can hold.
    #[error(
        "{op}: a tensor {shape:?} needs {wanted_bytes} bytes but {device} allows {limit_bytes} in one buffer; {LESS}"
    )]
    TooLarge {
        /// The op that was attempted.
        op: &'static str,
        /// The shape of its result.
        shape: Vec<usize>,
        /// Bytes that were asked for; the largest number where they cannot be counted.
        wanted_bytes: u64,
        /// Bytes that one buffer may have.
        limit_bytes: u64,
        /// The device's name.
        device: String,
    },
    /// Memory that one buffer may have, but that is not there.
    #[error(
        "{op}: {shape:?} needs {wanted_bytes} bytes more, and tensors already hold {held_bytes}; the limit is {limit}; {LESS}"
    )]
    OutOfMemory {
        /// The op that was attempted.
        op: &'static str,
        /// The shape of its result; of fused work only the count.
        shape: Vec<usize>,
        /// Bytes that were asked for.
        wanted_bytes: u64,
        /// Bytes of all tensors on the device.
        held_bytes: u64,
        /// How much there is, as far as it is known.
        limit: String,
    },
    /// Numbers that an earlier computation was allowed to write over.
    #[error("a tensor's numbers were given up to a later computation; keep a handle of what is still read")]
    GivenUp,
    /// candle-core refused.
    #[error("cpu: {0}")]
    Cpu(String),
}

/// What helps when memory is short.
const LESS: &str =
    "choose a smaller batch, a narrower network, or fewer stimuli or sites at a time, or another device";

/// Memory that could not be had, before it is known for what.
#[derive(Debug)]
pub(crate) struct Lack {
    pub wanted_bytes: u64,
    pub held_bytes: u64,
    pub limit: String,
}

impl Lack {
    /// What was attempted, and the shape of its result.
    pub fn of(self, op: &'static str, shape: &[usize]) -> Error {
        let Self { wanted_bytes, held_bytes, limit } = self;
        Error::OutOfMemory { op, shape: shape.to_vec(), wanted_bytes, held_bytes, limit }
    }
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
