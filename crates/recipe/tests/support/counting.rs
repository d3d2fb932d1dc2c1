//! What tests of loading share: a source that counts, and checkpoints made on the spot.

use std::cell::RefCell;
use std::fs::File;
use std::io::{Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::rc::Rc;

use inscape_recipe::{ByteSource, Result};

/// What was asked of the files of one model.
#[derive(Default)]
pub struct Asked {
    /// Length of each read, in order.
    pub lens: Vec<u64>,
}

impl Asked {
    pub fn bytes(&self) -> u64 {
        self.lens.iter().sum()
    }
}

/// A file that is read by range and counts what is asked of it.
pub struct Counting {
    name: String,
    len_bytes: u64,
    file: RefCell<File>,
    asked: Rc<RefCell<Asked>>,
}

impl Counting {
    pub fn open(path: &Path, asked: &Rc<RefCell<Asked>>) -> Self {
        let file = File::open(path).unwrap();
        let len_bytes = file.metadata().unwrap().len();
        Self { name: path.display().to_string(), len_bytes, file: RefCell::new(file), asked: asked.clone() }
    }
}

impl ByteSource for Counting {
    fn name(&self) -> &str {
        &self.name
    }

    fn len_bytes(&self) -> u64 {
        self.len_bytes
    }

    async fn read(&self, start: u64, len: u64) -> Result<Vec<u8>> {
        self.asked.borrow_mut().lens.push(len);
        let mut bytes = vec![0; len as usize];
        let mut file = self.file.borrow_mut();
        file.seek(SeekFrom::Start(start)).unwrap();
        file.read_exact(&mut bytes).unwrap();
        Ok(bytes)
    }
}

/// A tensor of 16-bit numbers that a test writes: its name, its shape, and the rows that are not zero (a vector is one
/// row), bf16.
pub struct Stored {
    pub name: String,
    pub shape: Vec<usize>,
    pub rows: Vec<(usize, Vec<f32>)>,
}

/// Writes a safetensors file with holes where its numbers are zero.
pub fn write_sparse(path: &Path, tensors: &[Stored]) {
    let (mut entries, mut end) = (serde_json::Map::new(), 0_u64);
    let mut starts = Vec::new();
    for tensor in tensors {
        let bytes = 2 * tensor.shape.iter().map(|&size| size as u64).product::<u64>();
        starts.push(end);
        let entry =
            serde_json::json!({"dtype": "BF16", "shape": tensor.shape, "data_offsets": [end, end + bytes]});
        entries.insert(tensor.name.clone(), entry);
        end += bytes;
    }
    let mut json = serde_json::Value::Object(entries).to_string().into_bytes();
    json.resize(json.len().next_multiple_of(8), b' ');
    let mut file = File::create(path).unwrap();
    file.write_all(&(json.len() as u64).to_le_bytes()).unwrap();
    file.write_all(&json).unwrap();
    let data_start = 8 + json.len() as u64;
    file.set_len(data_start + end).unwrap();
    for (tensor, start) in tensors.iter().zip(starts) {
        let width = *tensor.shape.last().unwrap() as u64;
        for (row, numbers) in &tensor.rows {
            file.seek(SeekFrom::Start(data_start + start + 2 * width * *row as u64)).unwrap();
            let bits = |number: &f32| ((number.to_bits() >> 16) as u16).to_le_bytes();
            file.write_all(&numbers.iter().flat_map(bits).collect::<Vec<u8>>()).unwrap();
        }
    }
}

/// An empty folder of this name.
pub fn folder(name: &str) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_dir_all(&path);
    std::fs::create_dir_all(&path).unwrap();
    path
}
