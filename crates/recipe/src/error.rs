//! The error of this crate, and how any error crosses to the page.

use serde::Serialize;
use ts_rs::TS;

/// Why a run did not finish.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The visitor cancelled.
    #[error("the run was cancelled")]
    Cancelled,
    /// The recipe asks for something that does not fit together.
    #[error("{0}")]
    Recipe(String),
    /// Bytes could not be read.
    #[error("reading {name} failed: {reason}")]
    Read {
        /// What was read.
        name: String,
        /// Why it failed.
        reason: String,
    },
    /// A file is not what it should be.
    #[error(transparent)]
    Format(#[from] formats::Error),
    /// The model refused.
    #[error(transparent)]
    Model(#[from] models::Error),
    /// An analysis is undefined on these inputs.
    #[error("{site}: {source}")]
    Analysis {
        /// The site (or pair of sites) it was asked for.
        site: String,
        /// What the analysis says.
        source: analysis::Error,
    },
    /// The device refused.
    #[error(transparent)]
    Tensor(#[from] tensor::Error),
    /// Data to train on is not what it should be.
    #[error(transparent)]
    Data(#[from] data::Error),
    /// A training failed.
    #[error(transparent)]
    Train(nn::Error),
    /// A run failed on a model whose weights are partly NaN or infinite.
    #[error("{error}. The likely reason: {weights}")]
    UnsoundWeights {
        /// What failed.
        error: Box<Error>,
        /// Which weights, with counts.
        weights: String,
    },
}

/// Result with this crate's [`Error`].
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// An error as it reaches the page.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ErrorReport {
    /// Which part refused: `cancelled`, `recipe`, `read`, `format`, `model`, `analysis`, `training`, `device`.
    pub kind: String,
    /// A sentence for the visitor.
    pub message: String,
    /// Deeper reasons, nearest first.
    pub causes: Vec<String>,
}

impl From<nn::Error> for Error {
    fn from(error: nn::Error) -> Self {
        match error {
            nn::Error::Cancelled => Self::Cancelled,
            other => Self::Train(other),
        }
    }
}

impl Error {
    /// Which part refused, as one word.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Cancelled => "cancelled",
            Self::Recipe(_) => "recipe",
            Self::Read { .. } => "read",
            Self::Format(_) => "format",
            Self::Model(_) => "model",
            Self::Analysis { .. } => "analysis",
            Self::Tensor(_) | Self::Train(nn::Error::Tensor(_)) => "device",
            Self::Data(_) => "format",
            Self::Train(_) => "training",
            Self::UnsoundWeights { error, .. } => error.kind(),
        }
    }

    /// The error with its causes, ready to cross.
    pub fn report(&self) -> ErrorReport {
        let mut causes = Vec::new();
        let mut next = std::error::Error::source(self);
        while let Some(cause) = next {
            causes.push(cause.to_string());
            next = cause.source();
        }
        let message = self.to_string();
        causes.retain(|cause| *cause != message);
        ErrorReport { kind: self.kind().to_owned(), message, causes }
    }
}
