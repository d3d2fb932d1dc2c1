//! The one error of this crate.

/// Why a network could not be built, trained or restored.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The device or an op refused.
    #[error(transparent)]
    Tensor(#[from] tensor::Error),
    /// A file of weights is not what it should be.
    #[error(transparent)]
    Format(#[from] formats::Error),
    /// A name that no parameter has.
    #[error("there is no parameter {name}{}", near_sentence(.near))]
    UnknownName {
        /// What was asked for.
        name: String,
        /// Names like it.
        near: Vec<String>,
    },
    /// Two parameters of one name.
    #[error("there are two parameters named {name}; give one of the layers another name")]
    DuplicateName {
        /// The name.
        name: String,
    },
    /// Settings that do not fit together.
    #[error("{what}: expected {expected}, found {found}")]
    Setting {
        /// What was being set.
        what: &'static str,
        /// What it needs.
        expected: String,
        /// What it was given.
        found: String,
    },
    /// A snapshot of another network or another training.
    #[error("this snapshot does not fit: {reason}")]
    Snapshot {
        /// What differs.
        reason: String,
    },
    /// A batch cannot be made, or its host failed.
    #[error("{0}")]
    Batch(String),
    /// The host asked to stop.
    #[error("the training was cancelled")]
    Cancelled,
}

/// Result with this crate's [`Error`].
pub type Result<T> = std::result::Result<T, Error>;

impl Error {
    pub(crate) fn setting(what: &'static str, expected: impl Into<String>, found: impl Into<String>) -> Self {
        Self::Setting { what, expected: expected.into(), found: found.into() }
    }

    pub(crate) fn unknown<'a>(name: &str, names: impl IntoIterator<Item = &'a str>) -> Self {
        let near = formats::near::near_names(name, names, 3).into_iter().map(str::to_owned).collect();
        Self::UnknownName { name: name.to_owned(), near }
    }
}

fn near_sentence(near: &[String]) -> String {
    if near.is_empty() { String::new() } else { format!("; near: {}", near.join(", ")) }
}
