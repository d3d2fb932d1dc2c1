//! Which stretches of a file are read, and in what order.

use std::ops::Range;

/// Most bytes of one read, so that no more of a file is held than that.
pub const MAX_READ_BYTES: u64 = 8 << 20;
/// What lies between two wanted stretches is read along where it is no longer than this: a request takes longer.
const MAX_GAP_BYTES: u64 = 64 << 10;

/// One read of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Read {
    /// The bytes.
    pub bytes: Range<u64>,
    /// The wanted pieces in it, in order: whose they are, and where they lie in the file.
    pub pieces: Vec<(usize, Range<u64>)>,
}

/// The reads that bring every wanted stretch `(owner, bytes)` once, each from front to back, and cut only at multiples of its
/// owner's `step_bytes`. Stretches do not overlap.
pub fn plan(mut wanted: Vec<(usize, Range<u64>)>, step_bytes: impl Fn(usize) -> u64) -> Vec<Read> {
    wanted.sort_by_key(|(_, bytes)| bytes.start);
    let mut reads: Vec<Read> = Vec::new();
    for (owner, bytes) in wanted {
        let mut at = bytes.start;
        while at < bytes.end {
            let room = reads.last().map_or(0, |read| room_at(read, at));
            let left = bytes.end - at;
            let take = if left <= room { left } else { room / step_bytes(owner) * step_bytes(owner) };
            match reads.last_mut() {
                Some(read) if take > 0 => {
                    read.bytes.end = at + take;
                    read.pieces.push((owner, at..at + take));
                    at += take;
                }
                _ => reads.push(Read { bytes: at..at, pieces: Vec::new() }),
            }
        }
    }
    reads
}

/// How many bytes at this place fit into the read.
fn room_at(read: &Read, at: u64) -> u64 {
    if at > read.bytes.end + MAX_GAP_BYTES {
        return 0;
    }
    MAX_READ_BYTES.saturating_sub(at - read.bytes.start)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neighbours_are_read_together_and_distant_ones_are_not() {
        let reads = plan(vec![(2, 500_000..500_010), (0, 100..200), (1, 300..310)], |_| 8);
        let near = Read { bytes: 100..310, pieces: vec![(0, 100..200), (1, 300..310)] };
        let far = Read { bytes: 500_000..500_010, pieces: vec![(2, 500_000..500_010)] };
        assert_eq!(reads, [near, far]);
    }

    #[test]
    fn a_long_stretch_is_read_piece_by_piece() {
        let len = 2 * MAX_READ_BYTES + 5;
        let reads = plan(vec![(0, 3..7), (1, 7..7 + len)], |_| 20);
        assert_eq!(reads.len(), 3, "{reads:?}");
        assert!(reads.iter().all(|read| read.bytes.end - read.bytes.start <= MAX_READ_BYTES));
        let pieces: Vec<&Range<u64>> = reads
            .iter()
            .flat_map(|read| &read.pieces)
            .filter(|(owner, _)| *owner == 1)
            .map(|(_, bytes)| bytes)
            .collect();
        assert!(pieces.iter().all(|piece| (piece.start - 7).is_multiple_of(20)));
        let joined = pieces.windows(2).all(|pair| pair[0].end == pair[1].start);
        assert!(joined && pieces[0].start == 7 && pieces[pieces.len() - 1].end == 7 + len);
    }

    #[test]
    fn what_is_empty_needs_no_read() {
        assert_eq!(plan(vec![(0, 8..8)], |_| 8), []);
    }
}
