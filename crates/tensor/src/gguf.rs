//! GGUF, the files of llama.cpp: what a header says, and blocks of quantised numbers as f32. Both are candle's; here they
//! are guarded against files that are not right.
//!
//! Source: <https://github.com/ggml-org/ggml/blob/master/docs/gguf.md>.

use std::collections::BTreeMap;
use std::io::Cursor;

use candle_core::CpuStorage;
use candle_core::backend::BackendStorage;
use candle_core::quantized::GgmlDType;
use candle_core::quantized::gguf_file::{Content, Value};

use crate::{Error, Half, Result};

/// The longest header that is read; tokenisers of 128,000 tokens take about 8 MB.
pub const MAX_HEADER_BYTES: u64 = 24 << 20;
/// The first bytes of a file.
pub const MAGIC: [u8; 4] = *b"GGUF";

/// What a header says.
#[derive(Debug)]
pub struct Header {
    /// Free values by key.
    pub metadata: Metadata,
    /// The tensors in the order of their bytes.
    pub tensors: Vec<TensorInfo>,
}

/// One tensor of a file.
#[derive(Clone, Debug)]
pub struct TensorInfo {
    /// As llama.cpp names it.
    pub name: String,
    /// Row-major; the reverse of what the file says.
    pub shape: Vec<usize>,
    /// How its numbers are kept.
    pub blocks: Blocks,
    /// First byte, and one past the last, counted from the start of the file.
    pub bytes: std::ops::Range<u64>,
}

/// A way in which numbers are kept: blocks of so many numbers in so many bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Blocks(GgmlDType);

/// The values of a header.
#[derive(Debug, Default)]
pub struct Metadata(BTreeMap<String, Value>);

impl Header {
    /// Reads a header from the first bytes of a file. `None` where they do not reach: ask again with more of them (all
    /// of the file at most). Errors on what is no GGUF file, and on tensors that do not lie within it.
    pub fn read(start: &[u8], file_len: u64) -> Result<Option<Self>> {
        if !start.starts_with(&MAGIC) {
            return Err(refused("the file does not begin with GGUF"));
        }
        check_alignment(start)?;
        let content = match Content::read(&mut Cursor::new(start)) {
            Ok(content) => content,
            // Bounds are checked against the bytes at hand, so that a lying header allocates no more than there are.
            Err(_) if (start.len() as u64) < file_len.min(MAX_HEADER_BYTES) => return Ok(None),
            Err(error) => return Err(refused(&error.to_string().replace('\n', " "))),
        };
        let mut tensors = Vec::new();
        for (name, info) in &content.tensor_infos {
            let (shape, blocks) = (info.shape.dims().to_vec(), Blocks(info.ggml_dtype));
            let start = content.tensor_data_offset.checked_add(info.offset);
            let bytes =
                start.zip(blocks.n_bytes(&shape)).and_then(|(start, n)| Some(start..start.checked_add(n)?));
            match bytes.filter(|bytes| bytes.end <= file_len) {
                Some(bytes) => tensors.push(TensorInfo { name: name.clone(), shape, blocks, bytes }),
                None => {
                    return Err(refused(&format!(
                        "the tensor {name} {shape:?} does not lie within the file's {file_len} bytes; was the file cut?"
                    )));
                }
            }
        }
        tensors.sort_by_key(|tensor| tensor.bytes.start);
        if let Some(pair) = tensors.windows(2).find(|pair| pair[0].bytes.end > pair[1].bytes.start) {
            return Err(refused(&format!("the tensors {} and {} overlap", pair[0].name, pair[1].name)));
        }
        Ok(Some(Self { metadata: Metadata(content.metadata.into_iter().collect()), tensors }))
    }
}

/// The key of the number at whose multiples the tensors begin.
const ALIGNMENT: &[u8] = b"general.alignment";

/// Refuses an alignment of zero, by which candle would divide, and what is no alignment, wherever its key may stand.
fn check_alignment(start: &[u8]) -> Result<()> {
    for (at, _) in start.windows(ALIGNMENT.len()).enumerate().filter(|(_, found)| *found == ALIGNMENT) {
        let Some((kind, rest)) = start[at + ALIGNMENT.len()..].split_first_chunk::<4>() else { continue };
        // Whole numbers of one, two and four bytes.
        let n = match u32::from_le_bytes(*kind) {
            0 | 1 => 1,
            2 | 3 => 2,
            4 | 5 => 4,
            _ => return Err(refused("general.alignment is no whole number")),
        };
        let Some(bytes) = rest.get(..n) else { continue };
        let alignment = bytes.iter().rev().fold(0_u32, |value, &byte| value << 8 | u32::from(byte));
        if !alignment.is_power_of_two() || alignment > 1 << 20 {
            return Err(refused(&format!("general.alignment is {alignment}; expected a power of two")));
        }
    }
    Ok(())
}

fn refused(why: &str) -> Error {
    Error::Numbers { op: "gguf", expected: "a GGUF file".to_owned(), found: why.to_owned() }
}

impl Metadata {
    /// A text.
    pub fn text(&self, key: &str) -> Option<&str> {
        self.0.get(key)?.to_string().ok().map(String::as_str)
    }

    /// A whole number.
    pub fn count(&self, key: &str) -> Option<u64> {
        match self.0.get(key)? {
            Value::I32(value) => u64::try_from(*value).ok(),
            Value::I64(value) => u64::try_from(*value).ok(),
            value => value.to_u64().ok(),
        }
    }

    /// A number.
    pub fn number(&self, key: &str) -> Option<f64> {
        match self.0.get(key)? {
            Value::F32(value) => Some(f64::from(*value)),
            value => value.to_f64().ok(),
        }
    }

    /// A list of texts.
    pub fn texts(&self, key: &str) -> Option<Vec<&str>> {
        let values = self.0.get(key)?.to_vec().ok()?;
        values.iter().map(|value| value.to_string().ok().map(String::as_str)).collect()
    }

    /// A list of whole numbers.
    pub fn counts(&self, key: &str) -> Option<Vec<i64>> {
        let values = self.0.get(key)?.to_vec().ok()?;
        let count = |value: &Value| match value {
            Value::I32(value) => Some(i64::from(*value)),
            Value::U32(value) => Some(i64::from(*value)),
            value => value.to_i64().ok(),
        };
        values.iter().map(count).collect()
    }

    /// The keys.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }
}

impl std::fmt::Display for Blocks {
    /// As llama.cpp names the kind, e.g. `Q4K`.
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{:?}", self.0)
    }
}

impl Blocks {
    /// Bytes of one block.
    pub fn block_bytes(self) -> u64 {
        self.0.type_size() as u64
    }

    /// Whether these are f32 as they are.
    pub fn is_f32(self) -> bool {
        self.0 == GgmlDType::F32
    }

    /// The kind of 16-bit numbers that these are, if they are.
    pub fn half(self) -> Option<Half> {
        match self.0 {
            GgmlDType::F16 => Some(Half::F16),
            GgmlDType::BF16 => Some(Half::Bf16),
            _ => None,
        }
    }

    /// Bytes of a tensor; `None` where its rows are no whole blocks, or nothing can count them.
    fn n_bytes(self, shape: &[usize]) -> Option<u64> {
        let width = *shape.last()?;
        let blocks = width.is_multiple_of(self.0.block_size()).then(|| width / self.0.block_size())?;
        let rows = &shape[..shape.len() - 1];
        let count = rows.iter().try_fold(blocks as u64, |count, &size| count.checked_mul(size as u64))?;
        count.checked_mul(self.block_bytes())
    }

    /// The numbers of whole blocks. Errors on a part of one.
    pub fn widen(self, bytes: &[u8]) -> Result<Vec<f32>> {
        let block_bytes = self.0.type_size();
        if !bytes.len().is_multiple_of(block_bytes) {
            let found = format!("{} bytes of {:?}", bytes.len(), self.0);
            return Err(Error::shape("gguf", format!("whole blocks of {block_bytes} bytes"), found));
        }
        // candle reads blocks in place, and so asks for bytes that lie as they would.
        let mut aligned = vec![0_u64; bytes.len().div_ceil(8)];
        let room: &mut [u8] = bytemuck::cast_slice_mut(&mut aligned);
        room[..bytes.len()].copy_from_slice(bytes);
        let count = bytes.len() / block_bytes * self.0.block_size();
        let blocks = self.0.from_data(std::borrow::Cow::Borrowed(&room[..bytes.len()]));
        match blocks.dequantize(count)? {
            CpuStorage::F32(numbers) => Ok(numbers),
            other => Err(Error::Cpu(format!("quantised numbers came as {:?}", other.dtype()))),
        }
    }
}
