//! 200,000 damaged safetensors files: no panic, little memory, and the reference crate's verdict.
#![allow(clippy::unwrap_used)] // helpers of tests may unwrap as tests do

mod support;

use std::collections::BTreeMap;

use inscape_formats::{
    Error,
    safetensors::{SafetensorsError, decode_f32, write},
};
use support::{Random, file, golden, mutate, open, repair_header_length};

#[global_allocator]
static ALLOCATED: peak_alloc::PeakAlloc = peak_alloc::PeakAlloc;

const SEED: u64 = 2026;
const CASES: usize = 200_000;

fn seeds() -> Vec<Vec<u8>> {
    let values = [0.5; 12];
    let tensors =
        [("a.weight".to_owned(), vec![3, 4], &values[..]), ("a.bias".to_owned(), vec![4], &values[..4])];
    let metadata = BTreeMap::from([("format".to_owned(), "pt".to_owned())]);
    let mixed = r#"{"x":{"dtype":"I64","shape":[2],"data_offsets":[0,16]},"y":{"dtype":"BF16","shape":[],"data_offsets":[16,18]},"z":{"dtype":"BOOL","shape":[0,3],"data_offsets":[18,18]},"__metadata__":{"a":"b"}}"#;
    let packed = r#"{"q":{"dtype":"F8_E4M3","shape":[4],"data_offsets":[0,4]},"p":{"dtype":"F4","shape":[2,2],"data_offsets":[4,6]}}"#;
    vec![
        write(&tensors, &metadata).unwrap(),
        file(mixed, &[1; 18]),
        file(packed, &[2; 6]),
        file("{}", &[]),
        golden("every_dtype.safetensors"),
    ]
}

#[test]
fn damaged_files_are_refused_or_read_as_the_reference_reads_them() {
    let mut random = Random(SEED);
    let seeds = seeds();
    let (mut accepted, mut stricter, mut decoded) = (0, 0, 0);
    for case in 0..CASES {
        let mut bytes = mutate(&mut random, &seeds);
        if random.below(4) > 0 {
            repair_header_length(&mut bytes);
        }
        let before = ALLOCATED.current_usage();
        ALLOCATED.reset_peak_usage();
        let ours = open(&bytes);
        if let Ok(header) = &ours {
            for tensor in &header.tensors {
                decoded += usize::from(
                    decode_f32(tensor, &bytes[tensor.start as usize..tensor.end as usize]).is_ok(),
                );
            }
        }
        let used = ALLOCATED.peak_usage().saturating_sub(before);
        assert!(
            used <= 64 * bytes.len() + 65_536,
            "seed {SEED} case {case}: {used} bytes for {}",
            bytes.len()
        );

        match (ours, safetensors::SafeTensors::deserialize(&bytes)) {
            (Ok(header), Ok(reference)) => {
                accepted += 1;
                assert_eq!(header.tensors.len(), reference.len(), "seed {SEED} case {case}");
                for tensor in &header.tensors {
                    let view = reference.tensor(&tensor.name).unwrap();
                    assert_eq!(view.shape(), tensor.shape, "seed {SEED} case {case}");
                    assert_eq!(view.dtype().to_string(), tensor.dtype.name(), "seed {SEED} case {case}");
                    assert_eq!(view.data(), &bytes[tensor.start as usize..tensor.end as usize]);
                }
            }
            // The two places where this reader is stricter on purpose.
            (Err(Error::Safetensors(error)), Ok(_)) => {
                stricter += 1;
                assert!(
                    matches!(
                        error,
                        SafetensorsError::Misaligned { .. }
                            | SafetensorsError::DuplicateName { .. }
                            | SafetensorsError::DuplicateMetadataKey { .. }
                    ),
                    "seed {SEED} case {case}: the reference accepts, we say: {error}"
                );
            }
            (Ok(header), Err(error)) => {
                panic!("seed {SEED} case {case}: we accept {header:?}, the reference says: {error}")
            }
            (Err(_), _) => {}
        }
    }
    println!(
        "seed {SEED}: {CASES} files, {accepted} accepted by both, {stricter} only by the reference, {decoded} tensors decoded"
    );
    assert!(accepted > 1000 && decoded > 1000, "the fuzz must reach beyond the header");
}
