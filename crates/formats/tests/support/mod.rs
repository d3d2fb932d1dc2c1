//! What several test files need: a safetensors builder, golden files, a seeded generator.
#![allow(dead_code)] // each test file uses some of it

use std::path::PathBuf;

use inscape_formats::{
    Result,
    safetensors::{Header, PREFIX_BYTES, header_len, parse_header},
};

/// A safetensors file of this header text and data.
pub fn file(header: &str, data: &[u8]) -> Vec<u8> {
    let mut bytes = (header.len() as u64).to_le_bytes().to_vec();
    bytes.extend(header.as_bytes());
    bytes.extend(data);
    bytes
}

/// Reads a whole file as the lab does: length, then header.
pub fn open(bytes: &[u8]) -> Result<Header> {
    let file_len = Some(bytes.len() as u64);
    let length = header_len(bytes, file_len)?;
    parse_header(&bytes[PREFIX_BYTES..PREFIX_BYTES + length], file_len)
}

/// A file of tests/golden, made by scripts/golden/make_formats.py.
pub fn golden(name: &str) -> Vec<u8> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(name);
    std::fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// splitmix64 (Steele, Lea, Flood 2014, "Fast splittable pseudorandom number generators").
pub struct Random(pub u64);

impl Random {
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number in `0..limit`; 0 if `limit` is 0.
    pub fn below(&mut self, limit: usize) -> usize {
        if limit == 0 { 0 } else { (self.next() % limit as u64) as usize }
    }

    pub fn pick<'a, T>(&mut self, items: &'a [T]) -> &'a T {
        &items[self.below(items.len())]
    }
}

/// Numbers that break careless arithmetic.
const HOSTILE: [&str; 14] = [
    "0",
    "1",
    "-1",
    "3",
    "7",
    "255",
    "65535",
    "4294967295",
    "4294967296",
    "9223372036854775807",
    "9223372036854775808",
    "18446744073709551615",
    "18446744073709551616",
    "1000000000000000000",
];

/// One damaged copy of `seeds[..]`: byte flips, truncations, splices of two files, hostile numbers
/// in place of digits, hostile binary words, repeated parts; or plain random bytes.
pub fn mutate(random: &mut Random, seeds: &[Vec<u8>]) -> Vec<u8> {
    if random.below(16) == 0 {
        return (0..random.below(200)).map(|_| random.next() as u8).collect();
    }
    let mut bytes = random.pick(seeds).clone();
    for _ in 0..=random.below(4) {
        let at = random.below(bytes.len());
        match random.below(8) {
            0 | 1 if !bytes.is_empty() => bytes[at] ^= 1 << random.below(8),
            2 if !bytes.is_empty() => bytes[at] = random.next() as u8,
            3 => bytes.truncate(at),
            4 => {
                let other = random.pick(seeds);
                bytes.truncate(at);
                bytes.extend_from_slice(&other[random.below(other.len())..]);
            }
            5 => replace_number(random, &mut bytes),
            6 => {
                let word =
                    *random.pick(&[0_u64, 1, 0xFFFF, 0xFFFF_FFFF, 1 << 31, 1 << 63, u64::MAX, 100_000_000]);
                let width = *random.pick(&[2, 4, 8]);
                for (target, byte) in bytes.iter_mut().skip(at).take(width).zip(word.to_le_bytes()) {
                    *target = byte;
                }
            }
            _ => {
                let end = (at + random.below(40)).min(bytes.len());
                let part = bytes[at.min(end)..end].to_vec();
                bytes.splice(at..at, part);
            }
        }
    }
    bytes
}

fn replace_number(random: &mut Random, bytes: &mut Vec<u8>) {
    let digits: Vec<usize> = (0..bytes.len()).filter(|at| bytes[*at].is_ascii_digit()).collect();
    if digits.is_empty() {
        return;
    }
    let start = *random.pick(&digits);
    let end = (start..bytes.len()).find(|at| !bytes[*at].is_ascii_digit()).unwrap_or(bytes.len());
    bytes.splice(start..end, random.pick(&HOSTILE).bytes());
}

/// After a change of a safetensors header its length must fit again, or nothing past it is tested.
pub fn repair_header_length(bytes: &mut [u8]) {
    let depth_after = |(depth, _): (i32, usize), (at, byte): (usize, &u8)| match byte {
        b'{' => Ok((depth + 1, at)),
        b'}' if depth == 1 => Err(at),
        b'}' => Ok((depth - 1, at)),
        _ => Ok((depth, at)),
    };
    if bytes.len() > PREFIX_BYTES
        && let Err(end) = bytes[PREFIX_BYTES..].iter().enumerate().try_fold((0, 0), depth_after)
    {
        bytes[..PREFIX_BYTES].copy_from_slice(&(end as u64 + 1).to_le_bytes());
    }
}
