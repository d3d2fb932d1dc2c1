//! The one error of this crate; each message is a sentence for the visitor.

/// What was attempted, what was expected and what was found.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum Error {
    /// The file is not a model configuration, or a field is missing, absurd or asks for a feature that
    /// the architecture here lacks.
    #[error("{0}")]
    Config(String),
    /// The configuration names an architecture that is not here.
    #[error(
        "The configuration says model_type \"{found}\", which this lab does not have yet. It has {known}."
    )]
    UnknownArchitecture {
        /// The `model_type` that was read.
        found: String,
        /// Those that would have worked, in words.
        known: String,
    },
    /// A site that the model does not have.
    #[error("A {architecture} model with this configuration has no site \"{asked}\". {near}")]
    UnknownSite {
        /// The architecture asked.
        architecture: &'static str,
        /// The name that was asked for.
        asked: String,
        /// A sentence with the nearest names.
        near: String,
    },
    /// A weight that the checkpoint, or the loaded set, lacks.
    #[error("The weight \"{name}\" (shape {shape:?}) is not among the {present} that {place}. {near}")]
    MissingWeight {
        /// Canonical name.
        name: String,
        /// The shape that it should have.
        shape: Vec<usize>,
        /// Number of tensors that there are.
        present: usize,
        /// Where it was looked for: "the checkpoint holds" or "were loaded".
        place: &'static str,
        /// A sentence with the nearest names.
        near: String,
    },
    /// A weight whose shape disagrees with the configuration.
    #[error(
        "The weight \"{name}\" should have shape {expected:?} by the configuration, but has {found:?}. Do config.json and the weights belong together?"
    )]
    WeightShape {
        /// Canonical name.
        name: String,
        /// The shape by the configuration.
        expected: Vec<usize>,
        /// The shape that was found.
        found: Vec<usize>,
    },
    /// An input that the model cannot take: wrong kind, size or token.
    #[error("{0}")]
    Input(String),
    /// An op refused, or the device did.
    #[error(transparent)]
    Tensor(#[from] tensor::Error),
}

/// Result with this crate's [`Error`].
pub type Result<T, E = Error> = std::result::Result<T, E>;
