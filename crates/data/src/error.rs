//! Why data was refused: one kind of error for the crate, each a whole sentence.

use crate::{MAX_CHARACTERS, MAX_CLASSES};

/// A result with this crate's [`Error`].
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// What was expected, what was found, and where there is one, the next step. Examples, positions
/// and labels are counted from 0.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
#[allow(missing_docs, reason = "each variant's sentence says what its fields are")]
pub enum Error {
    #[error(transparent)]
    Archive(#[from] formats::Error),
    #[error("an archive of images needs an array called {wanted:?}, but it holds {found}")]
    MissingArray { wanted: &'static str, found: String },
    #[error("the array {array:?} must be of shape {expected}, but its shape is {found:?}")]
    Shape { array: &'static str, expected: &'static str, found: Vec<usize> },
    #[error(
        "the array {array:?} must hold {expected}, but it holds {found}; convert it with array.astype('uint8')"
    )]
    Type { array: &'static str, expected: &'static str, found: &'static str },
    #[error("{labels} labels of {height} × {width} images need {expected} pixels, but {found} were given")]
    Pixels { labels: usize, height: usize, width: usize, expected: String, found: usize },
    #[error("there are {images} images but {labels} labels; give each image one")]
    Labels { images: usize, labels: usize },
    #[error("image {position} has label {found}, but with {n_classes} classes labels run from 0 to {}", n_classes.saturating_sub(1))]
    Label { position: usize, found: i64, n_classes: usize },
    #[error(
        "there must be 1 to {MAX_CLASSES} class names, each with a letter in it and each only once, but {fault}"
    )]
    ClassNames { fault: String },
    #[error("a further part must have the {what} of the first, {expected}, but it has {found}")]
    Part { what: &'static str, expected: String, found: String },
    #[error("example {index} was asked for, but there are {count} examples, counted from 0")]
    Index { index: usize, count: usize },
    #[error("a mini-batch must hold 1 to {count} of the {count} examples, but {batch} were asked for")]
    BatchSize { batch: usize, count: usize },
    #[error("a text must be UTF-8, but byte {position} is not; save it as UTF-8")]
    NotUtf8 { position: usize },
    #[error("the text is empty; give one of at least a few hundred characters")]
    EmptyText,
    #[error(
        "a text may have at most {MAX_CHARACTERS} different characters, but {character:?} at character {position} is one more; leave out rare characters"
    )]
    TooManyCharacters { character: char, position: usize },
    #[error(
        "the character {character:?} at position {position} does not occur in the text that the network learns from"
    )]
    UnknownCharacter { character: char, position: usize },
    #[error("id {id} stands for no character; the text has {count} different ones, counted from 0")]
    UnknownId { id: u32, count: usize },
    #[error(
        "a window of {length} characters and the one after it needs {share} of at least {} characters, but it has {found}; use shorter windows or a longer text",
        length.saturating_add(1)
    )]
    ShortText { share: &'static str, length: usize, found: usize },
    #[error(
        "a window must hold at least one character, and a batch at least one window, but {length} and {count} were asked for"
    )]
    NoWindow { length: usize, count: usize },
}
