//! Why an npz archive is refused.

use super::UNPACKED_LIMIT_BYTES;
use crate::Error;

/// One variant for each way in which an archive can be wrong.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[allow(missing_docs)] // each message below states what its fields mean
pub enum NpzError {
    #[error(
        "an npz file ends with a zip directory, but none was found; the file is cut off or not an npz file, save it again with numpy.savez"
    )]
    NotZip,
    #[error(
        "this npz file uses zip64 or several disks, which is not supported; save each large array with numpy.save"
    )]
    Zip64,
    #[error("the directory of the npz file is damaged: {reason}; save it again with numpy.savez")]
    Directory { reason: &'static str },
    #[error("entry {entry:?} of the npz file appears twice; every array needs its own name")]
    DuplicateName { entry: String },
    #[error(
        "entry {entry:?} of the npz file is encrypted, which is not supported; save it without a password"
    )]
    Encrypted { entry: String },
    #[error(
        "entry {entry:?} of the npz file uses zip method {method}, but only 0 (stored) and 8 (deflated) are supported; save it with numpy.savez"
    )]
    UnsupportedMethod { entry: String, method: u16 },
    #[error(
        "entry {entry:?} of the npz file claims to unpack to {claimed} bytes, but its {packed} packed bytes cannot hold so many; the file is damaged"
    )]
    ImplausibleSize { entry: String, claimed: u64, packed: u64 },
    #[error(
        "the arrays of the npz file unpack to at least {claimed} bytes, but at most {UNPACKED_LIMIT_BYTES} are read; save the large arrays with numpy.save"
    )]
    TooLarge { claimed: u64 },
    #[error(
        "entry {entry:?} of the npz file should lie at bytes {start}..{end}, but {reason}; the file is damaged"
    )]
    Misplaced { entry: String, start: u64, end: u64, reason: &'static str },
    #[error(
        "entry {entry:?} of the npz file cannot be unpacked to the {claimed} bytes it claims: {reason}; the file is damaged"
    )]
    Unpack { entry: String, claimed: u64, reason: &'static str },
    #[error(
        "entry {entry:?} of the npz file has the checksum {found:08x}, but {expected:08x} was expected; the file is damaged"
    )]
    Checksum { entry: String, expected: u32, found: u32 },
    #[error("entry {entry:?} of the npz file: {source}")]
    Array { entry: String, source: Box<Error> },
    #[error("an array in an npz file needs a name of 1 to 60000 bytes, but one of {found} bytes was given")]
    WriteName { found: usize },
    #[error(
        "the npz file would have {found} bytes or entries, but at most {limit} can be written; save the large arrays as npy files"
    )]
    WriteTooLarge { found: u64, limit: u64 },
}
