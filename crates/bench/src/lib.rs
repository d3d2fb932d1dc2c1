//! The speed workloads of tests/bench/README.md on this engine, for the page's benchmark and for
//! `inscape bench`. A workload is made once ([`Workload::new`]) and then run many times.

mod decode;
mod forward;
mod measure;
mod minilm;
mod seeded;
mod squeezenet;
mod train;
mod weights;

pub use measure::{Limits, Timing, measure_limits, time};
pub use seeded::fingerprint;

pub use forward::Forward;
use tensor::Device;

/// What can go wrong.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// No workload of this name.
    #[error("no workload is called {0}; there are {list}", list = NAMES.join(", "))]
    Unknown(String),
    /// The engine refused.
    #[error(transparent)]
    Tensor(#[from] tensor::Error),
    /// A checkpoint cannot be read.
    #[error(transparent)]
    Format(#[from] formats::Error),
    /// A checkpoint lacks something.
    #[error("{0}")]
    Weights(String),
}

/// Result with this crate's [`Error`].
pub type Result<T> = std::result::Result<T, Error>;

/// All workloads.
pub const NAMES: [&str; 13] = [
    "matmul-512",
    "matmul-1024",
    "minilm-32x32",
    "squeezenet-8",
    "rdm-1000x768",
    "cka-1000x768",
    "ridge-1000x768-500",
    "mlp-train",
    "cnn-train",
    "transformer-train",
    "tiny-mlp-train",
    "tiny-mlp-50-train",
    "decode",
];

/// A workload made ready on one device.
pub enum Workload {
    /// A function of fixed inputs.
    Forward(Forward),
    /// One update a step.
    Train(train::Training),
    /// One token a step.
    Decode(Box<decode::Decoder>),
}

impl Workload {
    /// Makes a workload ready. `weights` are the bytes of its checkpoint, where it has one; `config` the
    /// text of its config.json, for `decode`.
    pub fn new(name: &str, weights: &[u8], config: &str, device: &Device) -> Result<Self> {
        Ok(match name {
            "matmul-512" => Self::Forward(forward::matmul(512, device)?),
            "matmul-1024" => Self::Forward(forward::matmul(1024, device)?),
            "minilm-32x32" => Self::Forward(minilm::minilm(weights, device)?),
            "squeezenet-8" => Self::Forward(squeezenet::squeezenet(weights, device)?),
            "rdm-1000x768" => Self::Forward(forward::rdm(device)?),
            "cka-1000x768" => Self::Forward(forward::cka(device)?),
            "ridge-1000x768-500" => Self::Forward(forward::ridge(device)?),
            "mlp-train" => Self::Train(train::mlp(device)?),
            "cnn-train" => Self::Train(train::cnn(device)?),
            "transformer-train" => Self::Train(train::transformer(device)?),
            "tiny-mlp-train" => Self::Train(train::tiny(device)?),
            "tiny-mlp-50-train" => Self::Train(train::tiny_many(50, device)?),
            "decode" => Self::Decode(Box::new(decode::Decoder::new(weights, config, device)?)),
            name => return Err(Error::Unknown(name.to_owned())),
        })
    }
}
