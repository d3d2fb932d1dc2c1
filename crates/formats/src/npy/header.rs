//! The text header of an npy file: a Python dict literal with three known keys.
//!
//! `{'descr': '<f4', 'fortran_order': False, 'shape': (92, 1000), }` in any order, padded with
//! spaces and a newline. Only this is read, not Python: the text nests at most one level deep.

use super::NpyError;

/// Longest header that is read. Source: `_MAX_HEADER_SIZE` in `numpy/lib/_format_impl.py`, 2.x.
const MAX_HEADER_BYTES: usize = 10_000;

/// Most dimensions of an array. Source: `NPY_MAXDIMS`, NumPy 2.x.
pub(super) const MAX_DIMENSIONS: usize = 64;

/// A header as written; `dims` are not yet compared with the bytes that follow.
#[derive(Debug, PartialEq)]
pub(super) struct Header {
    pub(super) descr: String,
    pub(super) fortran_order: bool,
    pub(super) dims: Vec<u64>,
}

/// Splits a file into its header and the bytes of its values.
pub(super) fn split(file: &[u8]) -> Result<(Header, &[u8]), NpyError> {
    let rest = file.strip_prefix(b"\x93NUMPY").ok_or(NpyError::NotNpy)?;
    let cut = |expected: u64| NpyError::HeaderTruncated { expected, found: file.len() };
    let (&[major, minor], rest) = rest.split_first_chunk::<2>().ok_or(cut(8))?;
    let (length, rest) = match (major, minor) {
        (1, 0) => {
            let (length, rest) = rest.split_first_chunk::<2>().ok_or(cut(10))?;
            (usize::from(u16::from_le_bytes(*length)), rest)
        }
        (2 | 3, 0) => {
            let (length, rest) = rest.split_first_chunk::<4>().ok_or(cut(12))?;
            (u32::from_le_bytes(*length) as usize, rest)
        }
        _ => return Err(NpyError::UnknownVersion { major, minor }),
    };
    if length > MAX_HEADER_BYTES {
        return Err(NpyError::HeaderTooLong { found: length, limit: MAX_HEADER_BYTES });
    }
    let start = file.len() - rest.len();
    let (text, values) = rest.split_at_checked(length).ok_or(cut((start + length) as u64))?;
    Ok((Text { text, position: 0 }.header()?, values))
}

/// A cursor in the header text.
struct Text<'a> {
    text: &'a [u8],
    position: usize,
}

impl Text<'_> {
    fn header(mut self) -> Result<Header, NpyError> {
        let (mut descr, mut fortran_order, mut dims) = (None, None, None);
        self.expect(b'{', "an opening brace")?;
        while !self.take(b'}') {
            let key = self.string("a key in quotes")?;
            self.expect(b':', "a colon")?;
            let twice = match key.as_str() {
                "descr" => descr.replace(self.descr()?).is_some(),
                "fortran_order" => fortran_order.replace(self.boolean()?).is_some(),
                "shape" => dims.replace(self.tuple()?).is_some(),
                _ => return Err(NpyError::HeaderKey { key, fault: "not one of them" }),
            };
            if twice {
                return Err(NpyError::HeaderKey { key, fault: "there twice" });
            }
            if !self.take(b',') {
                self.expect(b'}', "a comma or a closing brace")?;
                break;
            }
        }
        self.skip_space();
        if self.position < self.text.len() {
            return Err(self.refuse("the end of the header"));
        }
        let missing = |key: &str| NpyError::HeaderKey { key: key.to_owned(), fault: "missing" };
        Ok(Header {
            descr: descr.ok_or(missing("descr"))?,
            fortran_order: fortran_order.ok_or(missing("fortran_order"))?,
            dims: dims.ok_or(missing("shape"))?,
        })
    }

    fn descr(&mut self) -> Result<String, NpyError> {
        if self.peek() == Some(b'[') {
            return Err(NpyError::Structured);
        }
        self.string("a dtype in quotes")
    }

    fn boolean(&mut self) -> Result<bool, NpyError> {
        self.skip_space();
        for (word, value) in [("True", true), ("False", false)] {
            if self.text[self.position..].starts_with(word.as_bytes()) {
                self.position += word.len();
                return Ok(value);
            }
        }
        Err(self.refuse("True or False"))
    }

    fn tuple(&mut self) -> Result<Vec<u64>, NpyError> {
        let mut dims = Vec::new();
        self.expect(b'(', "an opening parenthesis")?;
        while !self.take(b')') {
            dims.push(self.integer()?);
            if !self.take(b',') {
                self.expect(b')', "a comma or a closing parenthesis")?;
                break;
            }
        }
        Ok(dims)
    }

    fn integer(&mut self) -> Result<u64, NpyError> {
        self.skip_space();
        let start = self.position;
        let mut value = 0_u64;
        while let Some(digit) = self.text.get(self.position).filter(|byte| byte.is_ascii_digit()) {
            let longer = value.checked_mul(10).and_then(|tens| tens.checked_add(u64::from(digit - b'0')));
            value = longer.ok_or_else(|| self.refuse("a length below 2^64"))?;
            self.position += 1;
        }
        if self.position == start {
            return Err(self.refuse("a length"));
        }
        // Python 2 wrote long integers as `12L`; NumPy reads them still.
        if self.text.get(self.position) == Some(&b'L') {
            self.position += 1;
        }
        Ok(value)
    }

    fn string(&mut self, expected: &'static str) -> Result<String, NpyError> {
        let Some(quote @ (b'\'' | b'"')) = self.peek() else {
            return Err(self.refuse(expected));
        };
        let start = self.position + 1;
        let end = self.text[start..].iter().position(|byte| *byte == quote);
        let inner = end.map(|length| &self.text[start..start + length]);
        // No dtype or key has an escape, so none is understood.
        let inner =
            inner.filter(|inner| !inner.contains(&b'\\')).and_then(|inner| std::str::from_utf8(inner).ok());
        let inner = inner.ok_or_else(|| self.refuse(expected))?.to_owned();
        self.position = start + inner.len() + 1;
        Ok(inner)
    }

    fn skip_space(&mut self) {
        while self.text.get(self.position).is_some_and(u8::is_ascii_whitespace) {
            self.position += 1;
        }
    }

    fn peek(&mut self) -> Option<u8> {
        self.skip_space();
        self.text.get(self.position).copied()
    }

    fn take(&mut self, byte: u8) -> bool {
        let found = self.peek() == Some(byte);
        self.position += usize::from(found);
        found
    }

    fn expect(&mut self, byte: u8, expected: &'static str) -> Result<(), NpyError> {
        if self.take(byte) { Ok(()) } else { Err(self.refuse(expected)) }
    }

    fn refuse(&self, expected: &'static str) -> NpyError {
        NpyError::Header { position: self.position, expected }
    }
}
