//! Why an npy file is refused.

/// One variant for each way in which a file can be wrong.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[allow(missing_docs)] // each message below states what its fields mean
pub enum NpyError {
    #[error(
        "an npy file starts with the bytes \\x93NUMPY, but this file does not; save the array with numpy.save"
    )]
    NotNpy,
    #[error("the npy file is version {major}.{minor}, but only 1.0, 2.0 and 3.0 are known")]
    UnknownVersion { major: u8, minor: u8 },
    #[error(
        "the npy header should end at byte {expected}, but the file has only {found} bytes; it is cut off"
    )]
    HeaderTruncated { expected: u64, found: usize },
    #[error(
        "the npy header has {found} bytes, but at most {limit} are read; save a plain array with numpy.save"
    )]
    HeaderTooLong { found: usize, limit: usize },
    #[error(
        "the npy header must look like {{'descr': '<f4', 'fortran_order': False, 'shape': (2, 3)}}, but at byte {position} of it {expected} was expected"
    )]
    Header { position: usize, expected: &'static str },
    #[error("the npy header must give descr, fortran_order and shape once each, but {key} is {fault}")]
    HeaderKey { key: String, fault: &'static str },
    #[error(
        "the npy values are big-endian ({descr}), which is not supported; save them with array.astype(\"{instead}\")"
    )]
    BigEndian { descr: String, instead: String },
    #[error(
        "the npy values have several named fields, which is not supported; save each field as an array of its own"
    )]
    Structured,
    #[error(
        "the npy values are Python objects, which cannot be read safely; save them with array.astype('float32')"
    )]
    Objects,
    #[error(
        "the npy dtype {descr} is not supported; supported are {supported}; save the array with array.astype('float32')"
    )]
    UnsupportedDtype { descr: String, supported: &'static str },
    #[error("the npy array has {found} dimensions, but at most {limit} are supported")]
    TooManyDimensions { found: usize, limit: usize },
    #[error("the npy shape {shape:?} of {descr} is more than this machine can count; the header is damaged")]
    ShapeTooLarge { shape: Vec<u64>, descr: String },
    #[error(
        "the npy shape {shape:?} of {descr} needs {expected} bytes, but {found} follow the header; the file is cut off or damaged"
    )]
    ByteLength { shape: Vec<usize>, descr: String, expected: usize, found: usize },
    #[error("npy booleans must be stored as 0 or 1, but position {position} holds {found}")]
    NotBool { position: usize, found: u8 },
}
