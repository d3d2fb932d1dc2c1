//! 200,000 damaged npy files and npz archives: no panic and little memory.
#![allow(clippy::unwrap_used)] // helpers of tests may unwrap as tests do

mod support;

use inscape_formats::{npy, npz};
use support::{Random, golden, mutate};

#[global_allocator]
static ALLOCATED: peak_alloc::PeakAlloc = peak_alloc::PeakAlloc;

const SEED: u64 = 2027;
const CASES: usize = 100_000;

/// Runs `read` on damaged copies of `seeds`; each may use `factor` times its length and 64 KiB.
fn fuzz(seeds: &[Vec<u8>], factor: usize, read: impl Fn(&[u8]) -> bool) -> usize {
    let mut random = Random(SEED);
    let mut accepted = 0;
    for case in 0..CASES {
        let bytes = mutate(&mut random, seeds);
        let before = ALLOCATED.current_usage();
        ALLOCATED.reset_peak_usage();
        accepted += usize::from(read(&bytes));
        let used = ALLOCATED.peak_usage().saturating_sub(before);
        assert!(
            used <= factor * bytes.len() + 65_536,
            "seed {SEED} case {case}: {used} bytes for {}",
            bytes.len()
        );
    }
    accepted
}

// One test, since memory is counted for the whole process.
#[test]
fn damaged_npy_and_npz_files_are_refused_or_read_within_little_memory() {
    let names = [
        "c_f4",
        "fortran_f8",
        "fortran_b1",
        "c_f2",
        "scalar",
        "empty",
        "version_2",
        "version_3",
        "structured",
    ];
    let arrays: Vec<Vec<u8>> = names.map(|name| golden(&format!("{name}.npy"))).into();
    let accepted = fuzz(&arrays, 8, |bytes| npy::read(bytes).is_ok());
    println!("seed {SEED}: {CASES} npy files, {accepted} accepted");
    assert!(accepted > 1000, "the fuzz must reach beyond the header");

    let archives: Vec<Vec<u8>> = ["stored", "deflated"].map(|name| golden(&format!("{name}.npz"))).into();
    // Deflate makes up to 1032 bytes of one, held twice at most while the vector grows.
    let accepted = fuzz(&archives, 2 * 1032, |bytes| npz::read(bytes).is_ok());
    println!("seed {SEED}: {CASES} npz archives, {accepted} accepted");
    assert!(accepted > 100, "the fuzz must reach beyond the directory");
}
