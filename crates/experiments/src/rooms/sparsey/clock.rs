//! How long an item takes, against how many are stored.

use draws::Draws;
use tensor::Stopwatch;

use super::bits::Bits;
use super::memory::{Memory, Sizes};
use super::patterns::{pattern, whole};

/// Items stored in the two memories that are timed.
pub const STORED: [usize; 2] = [50, 500];
/// Different inputs that are presented.
const N_PRESENTED: usize = 200;
/// How often all of them are in one measurement. A browser's clock may tick once a millisecond: choosing codes then takes
/// several ticks, and so does looking through the short list.
const N_PASSES: usize = 4;
const N_PASSES_OF_LIST: usize = 40;
/// Pairs of measurements.
pub const N_ROUNDS: usize = 24;
/// What took less than this counts as this, so that a ratio is rather too small than without bound.
const SHORTEST_SECS: f64 = 1e-4;

/// Times over [`N_ROUNDS`] rounds.
pub struct Times {
    /// Of choosing a code.
    pub field: Pair,
    /// Of looking for the nearest stored pattern in a list.
    pub list: Pair,
}

/// Measurements of both memories, one right after the other, so that other work on the machine slows both alike.
#[derive(Default)]
pub struct Pair {
    /// Fastest microseconds an item, with each of [`STORED`].
    pub micros: [f64; 2],
    /// How many times as long it takes with 500 stored as with 50: the median over rounds.
    pub ratio: f64,
}

impl Pair {
    /// `seconds` of each round, `[few, many]`, in which all inputs were presented `n_passes` times.
    fn of(mut seconds: Vec<[f64; 2]>, n_passes: usize) -> Self {
        let fastest = |which: usize| seconds.iter().map(|round| round[which]).fold(f64::INFINITY, f64::min);
        let micros = [0, 1].map(|which| 1e6 * fastest(which) / (n_passes * N_PRESENTED) as f64);
        let ratio = |[few, many]: [f64; 2]| many / few.max(SHORTEST_SECS);
        seconds.sort_by(|&a, &b| ratio(a).total_cmp(&ratio(b)));
        Self { micros, ratio: seconds.get(seconds.len() / 2).copied().map_or(0.0, ratio) }
    }
}

/// Times both memories in turn. With `is_table` codes are looked up in the list, as a deliberate fake.
pub fn clock(sizes: Sizes, draws: Draws, is_table: bool) -> Times {
    let memories = STORED.map(|n_items| {
        let mut memory = Memory::new(sizes, draws);
        memory.store_to(n_items);
        memory
    });
    let probes: Vec<Bits> =
        (0..N_PRESENTED).map(|k| whole(&pattern(draws.stream(7).stream(k as u64)))).collect();
    let lists =
        memories.each_ref().map(|memory| memory.patterns().iter().map(|p| whole(p)).collect::<Vec<_>>());
    let search = |which: usize| {
        for probe in &probes {
            std::hint::black_box(lists[which].iter().map(|stored| stored.shared(probe)).max());
        }
    };
    let choose = |which: usize| {
        let field = memories[which].field();
        for (k, probe) in probes.iter().enumerate() {
            std::hint::black_box(field.choose(probe, &field.selection, draws.stream(k as u64)));
        }
    };
    let list = Pair::of(rounds(&search, N_PASSES_OF_LIST), N_PASSES_OF_LIST);
    let field = match is_table {
        true => Pair::of(rounds(&search, N_PASSES_OF_LIST), N_PASSES_OF_LIST),
        false => Pair::of(rounds(&choose, N_PASSES), N_PASSES),
    };
    Times { field, list }
}

/// Seconds of `n_passes` of `work` on each memory, which comes first in turn.
fn rounds(work: &dyn Fn(usize), n_passes: usize) -> Vec<[f64; 2]> {
    let round = |round: usize| {
        let mut seconds = [0.0; 2];
        for which in [round % 2, 1 - round % 2] {
            let watch = Stopwatch::start();
            (0..n_passes).for_each(|_| work(which));
            seconds[which] = watch.elapsed_secs();
        }
        seconds
    };
    (0..N_ROUNDS).map(round).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_too_fast_for_the_clock_makes_no_ratio_without_bound() {
        let pair = Pair::of(vec![[0.0, 0.01]; 3], 1);
        assert!((pair.ratio - 100.0).abs() < 1e-9);
    }
}
