//! Files on disk: whole, or by range.

use std::cell::RefCell;
use std::fs::File;
use std::io::{Read, Seek, SeekFrom};
use std::path::Path;

use recipe::ByteSource;

use crate::failure::Failure;

/// A file read by range.
pub struct DiskFile {
    name: String,
    len_bytes: u64,
    file: RefCell<File>,
}

impl DiskFile {
    /// Opens `path` for reading.
    pub fn open(path: &Path) -> Result<Self, Failure> {
        let wrong = |error: std::io::Error| Failure::new(format!("cannot open {}: {error}", path.display()));
        let file = File::open(path).map_err(wrong)?;
        let len_bytes = file.metadata().map_err(wrong)?.len();
        Ok(Self { name: path.display().to_string(), len_bytes, file: RefCell::new(file) })
    }
}

impl ByteSource for DiskFile {
    fn name(&self) -> &str {
        &self.name
    }

    fn len_bytes(&self) -> u64 {
        self.len_bytes
    }

    async fn read(&self, start: u64, len: u64) -> recipe::Result<Vec<u8>> {
        let wrong = |reason: String| recipe::Error::Read { name: self.name.clone(), reason };
        if start.checked_add(len).is_none_or(|end| end > self.len_bytes) {
            return Err(wrong(format!(
                "asked for {len} bytes at {start}, but the file has {}",
                self.len_bytes
            )));
        }
        let mut file = self.file.borrow_mut();
        let mut bytes = vec![0; len as usize];
        let read = file.seek(SeekFrom::Start(start)).and_then(|_| file.read_exact(&mut bytes));
        read.map_err(|error| wrong(error.to_string()))?;
        Ok(bytes)
    }
}

/// The bytes of a file.
pub fn read_file(path: &Path) -> Result<Vec<u8>, Failure> {
    std::fs::read(path).map_err(|error| Failure::new(format!("cannot read {}: {error}", path.display())))
}

/// Writes a file, or says why not.
pub fn write_file(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    std::fs::write(path, bytes)
        .map_err(|error| Failure::new(format!("cannot write {}: {error}", path.display())))
}
