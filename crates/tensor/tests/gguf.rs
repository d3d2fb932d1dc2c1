//! GGUF files: every kind of numbers against llama.cpp's own package, and files that are not right.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a test fails by panicking")]

use inscape_tensor::gguf::{Header, MAX_HEADER_BYTES};

/// Made by `scripts/golden/make_gguf.py`.
const GOLDEN: &str = include_str!("golden/gguf.json");

/// A header's bytes.
#[derive(Default, Clone)]
struct Bytes(Vec<u8>);

impl Bytes {
    fn u32(mut self, value: u32) -> Self {
        self.0.extend(value.to_le_bytes());
        self
    }

    fn u64(mut self, value: u64) -> Self {
        self.0.extend(value.to_le_bytes());
        self
    }

    fn text(self, text: &str) -> Self {
        let mut longer = self.u64(text.len() as u64);
        longer.0.extend(text.as_bytes());
        longer
    }

    /// Magic, version, and counts of tensors and of values.
    fn start(n_tensors: u64, n_values: u64) -> Self {
        Self(b"GGUF".to_vec()).u32(3).u64(n_tensors).u64(n_values)
    }

    /// Sizes in the order of the file: the fastest first.
    fn tensor(self, name: &str, sizes: &[u64], kind: u32, offset: u64) -> Self {
        let named = self.text(name).u32(sizes.len() as u32);
        sizes.iter().fold(named, |bytes, &size| bytes.u64(size)).u32(kind).u64(offset)
    }

    /// Filled up to where tensors begin, and so many bytes of them.
    fn file(mut self, data: &[u8]) -> Vec<u8> {
        self.0.resize(self.0.len().next_multiple_of(32), 0);
        self.0.extend_from_slice(data);
        self.0
    }
}

fn refusal(file: &[u8]) -> String {
    Header::read(file, file.len() as u64).unwrap_err().to_string()
}

fn unhex(text: &str) -> Vec<u8> {
    (0..text.len() / 2).map(|i| u8::from_str_radix(&text[2 * i..2 * i + 2], 16).unwrap()).collect()
}

#[test]
fn every_kind_of_numbers_is_what_llama_cpp_says() {
    let cases: Vec<serde_json::Value> = serde_json::from_str(GOLDEN).unwrap();
    assert!(cases.len() >= 13);
    for case in cases {
        let bytes = unhex(case["bytes"].as_str().unwrap());
        let expected: Vec<f32> = case["numbers"]
            .as_array()
            .unwrap()
            .iter()
            .map(|number| number.as_f64().unwrap() as f32)
            .collect();
        let kind = case["kind"].as_u64().unwrap() as u32;
        let file = Bytes::start(1, 0).tensor("w", &[expected.len() as u64], kind, 0).file(&bytes);
        let header = Header::read(&file, file.len() as u64).unwrap().unwrap();
        let [tensor] = header.tensors.as_slice() else { panic!("one tensor") };
        assert_eq!((tensor.name.as_str(), tensor.shape.as_slice()), ("w", &[expected.len()][..]));
        let place = tensor.bytes.start as usize..tensor.bytes.end as usize;
        assert_eq!(file[place.clone()], bytes);
        let found = tensor.blocks.widen(&file[place]).unwrap();
        for (i, (found, expected)) in found.iter().zip(&expected).enumerate() {
            // llama.cpp and candle multiply in another order, which rounds the last bit otherwise.
            let is_close = (found - expected).abs() <= 2.0 * f32::EPSILON * expected.abs();
            assert!(is_close, "{}, number {i}: {found:e} is not {expected:e}", case["name"]);
        }
        // A part of a tensor is whole blocks.
        let block = tensor.blocks.block_bytes() as usize;
        assert_eq!(
            tensor.blocks.widen(&bytes[block..2 * block]).unwrap(),
            found[found.len() / 3..found.len() / 3 * 2]
        );
        if block > 1 {
            assert!(tensor.blocks.widen(&bytes[1..block]).unwrap_err().to_string().contains("whole blocks"));
        }
    }
}

#[test]
fn values_are_read_by_their_keys() {
    let bytes = Bytes::start(0, 4).text("a").u32(8).text("word").text("b").u32(4).u32(7);
    let bytes =
        bytes.text("c").u32(6).u32(1.5_f32.to_bits()).text("d").u32(9).u32(8).u64(2).text("x").text("y");
    let file = bytes.file(&[]);
    let metadata = Header::read(&file, file.len() as u64).unwrap().unwrap().metadata;
    assert_eq!(
        (metadata.text("a"), metadata.count("b"), metadata.number("c")),
        (Some("word"), Some(7), Some(1.5))
    );
    assert_eq!(metadata.texts("d").unwrap(), ["x", "y"]);
    assert_eq!((metadata.text("b"), metadata.count("a"), metadata.texts("none")), (None, None, None));
}

#[test]
fn a_header_that_does_not_reach_asks_for_more() {
    let file = Bytes::start(1, 0).tensor("w", &[4], 0, 0).file(&[0; 16]);
    for n in 4..57 {
        assert!(Header::read(&file[..n], file.len() as u64).unwrap().is_none(), "{n} bytes");
    }
    assert!(Header::read(&file, file.len() as u64).unwrap().is_some());
}

#[test]
fn files_that_are_not_right_are_refused_in_a_sentence() {
    let tensor = |sizes: &[u64], kind: u32, offset: u64| {
        refusal(&Bytes::start(1, 0).tensor("w", sizes, kind, offset).file(&[0; 64]))
    };
    assert!(refusal(b"PK\x03\x04").contains("does not begin with GGUF"));
    assert!(refusal(&Bytes(b"GGUF".to_vec()).u32(9).u64(0).u64(0).file(&[])).contains("unsupported"));
    for refused in [
        tensor(&[17], 0, 0),
        tensor(&[4], 0, 64),
        tensor(&[4], 0, u64::MAX - 3),
        tensor(&[u64::MAX, u64::MAX], 0, 0),
        tensor(&[1 << 62, 4, 4, 4], 0, 0),
        tensor(&[33], 2, 0),
    ] {
        assert!(refused.contains("does not lie within"), "{refused}");
    }
    assert!(tensor(&[1; 5], 0, 0).contains("dimensions"));
    assert!(tensor(&[4], 99, 0).contains("dtype"));
    assert!(refusal(&Bytes::start(u64::MAX, 0).file(&[])).contains("exceeds"));
    assert!(refusal(&Bytes::start(0, 1 << 29).file(&[])).contains("needs at least"));
    let list = Bytes::start(0, 1).text("k").u32(9).u32(4).u64(1 << 28).file(&[]);
    assert!(refusal(&list).contains("needs at least"));
    let overlap = Bytes::start(2, 0).tensor("v", &[8], 0, 0).tensor("w", &[8], 0, 16).file(&[0; 64]);
    assert!(refusal(&overlap).contains("overlap"));
    for (kind, value) in [(4, 0), (4, 3), (4, 1 << 30), (7, 1), (8, 1)] {
        let file = Bytes::start(0, 1).text("general.alignment").u32(kind).u32(value).file(&[]);
        assert!(refusal(&file).contains("general.alignment"), "{kind} {value}");
    }
    const { assert!(MAX_HEADER_BYTES <= 24 << 20, "what a lying header may cost is bounded by it") };
}

/// Every byte of a small file changed in turn, and ten thousand seeded changes: a header or a sentence, never a panic.
#[test]
fn no_change_of_a_file_makes_it_panic() {
    let bytes = Bytes::start(2, 3).text("general.alignment").u32(4).u32(32).text("b").u32(8).text("word");
    let bytes = bytes.text("d").u32(9).u32(8).u64(2).text("x").text("y");
    let file = bytes.tensor("v", &[32, 2], 2, 0).tensor("w", &[8], 0, 64).file(&[7; 96]);
    assert!(Header::read(&file, file.len() as u64).unwrap().is_some());
    let (mut state, mut n_read) = (1_u32, 0);
    let mut draw = move || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 8) as usize
    };
    for i in 0..20_000 {
        let mut changed = file.clone();
        for _ in 0..1 + i % 3 {
            let at = if i < 4 * file.len() { i / 4 } else { draw() % file.len() };
            changed[at] = [0, 255, draw() as u8, changed[at] ^ 1 << (draw() % 8)][i % 4];
        }
        let Ok(Some(header)) = Header::read(&changed, changed.len() as u64) else { continue };
        n_read += 1;
        for tensor in header.tensors {
            let place = tensor.bytes.start as usize..tensor.bytes.end as usize;
            tensor.blocks.widen(&changed[place]).unwrap();
        }
    }
    println!("{n_read} of 20000 were still files");
    assert!(n_read > 100);
}
