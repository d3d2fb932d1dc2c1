//! Damaged files: no panic and little memory.
#![allow(clippy::unwrap_used)] // helpers of tests may unwrap as tests do

mod support;

use inscape_data::{Draws, Images, Text};
use support::three;

#[global_allocator]
static ALLOCATED: peak_alloc::PeakAlloc = peak_alloc::PeakAlloc;

const CASES: u64 = 50_000;

/// Reads within 8 times the file's bytes and 64 KiB.
fn read_within(bytes: &[u8], read: impl Fn(&[u8]) -> bool) -> bool {
    let before = ALLOCATED.current_usage();
    ALLOCATED.reset_peak_usage();
    let is_accepted = read(bytes);
    let used = ALLOCATED.peak_usage().saturating_sub(before);
    assert!(used <= 8 * bytes.len() + 65_536, "{used} bytes for {}", bytes.len());
    is_accepted
}

// One test, since memory is counted for the whole process.
#[test]
fn damaged_images_and_texts_are_refused_or_read_within_little_memory() {
    let images = |bytes: &[u8]| Images::read(bytes).is_ok();
    let text = |bytes: &[u8]| Text::read(bytes).is_ok();
    let whole = three();
    for end in 0..whole.len() {
        assert!(!read_within(&whole[..end], images), "cut off at {end}");
    }
    let sample = "It is a truth universally acknowledged – größer, 真実.".repeat(40).into_bytes();
    let (draws, mut accepted) = (Draws::new(2028), [0, 0]);
    for case in 0..CASES {
        let draws = draws.stream(case);
        let (mut archive, mut prose) = (whole.clone(), sample.clone());
        for flip in 0..1 + draws.below(0, 3) as u64 {
            let at = draws.below(10 * flip + 1, archive.len());
            archive[at] = draws.at(10 * flip + 2) as u8;
            let at = draws.below(10 * flip + 3, prose.len());
            prose[at] = draws.at(10 * flip + 4) as u8;
        }
        prose.truncate(draws.below(5, prose.len() + 1));
        accepted[0] += usize::from(read_within(&archive, images));
        accepted[1] += usize::from(read_within(&prose, text));
    }
    println!("{CASES} files of each kind, accepted {accepted:?}");
    assert!(
        accepted.iter().all(|count| *count > 500),
        "the fuzz must reach beyond the container: {accepted:?}"
    );
    assert!(!read_within(&[0xe4; 1 << 20], text));
}
