//! Random numbers by counter: each is a function of a key and its place, so any can be had at any
//! time, in any order, and a run that is taken up again needs to remember no state.

/// 2^64 divided by the golden ratio, made odd: SplitMix64's step.
const STEP: u64 = 0x9E37_79B9_7F4A_7C15;

/// SplitMix64 (Steele, Lea, Flood 2014, "Fast splittable pseudorandom number generators",
/// <https://doi.org/10.1145/2714064.2660195>), read by counter. Whole-number arithmetic and exact
/// conversions only, so every platform draws the same. Good for order and data; not for secrets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Draws {
    key: u64,
}

impl Draws {
    /// The draws of a seed: number `counter` is the one that SplitMix64 gives in that place.
    pub fn new(seed: u64) -> Self {
        Self { key: seed }
    }

    /// Draws of their own for a part of the work, such as an epoch.
    pub fn stream(self, number: u64) -> Self {
        Self { key: self.at(number) }
    }

    /// 64 random bits.
    pub fn at(self, counter: u64) -> u64 {
        let mixed = self.key.wrapping_add(counter.wrapping_add(1).wrapping_mul(STEP));
        let mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A whole number below `limit` (0 if that is 0), each as likely to within `limit` / 2^64.
    pub fn below(self, counter: u64, limit: usize) -> usize {
        ((u128::from(self.at(counter)) * limit as u128) >> 64) as usize
    }

    /// A number from 0 up to but not 1, a multiple of 2^-53.
    pub fn unit(self, counter: u64) -> f64 {
        (self.at(counter) >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// A nearly normal number, of mean 0 and variance 1: twelve uniform ones less 6, so never beyond
    /// 6. Unlike better ways it takes no logarithm, which platforms round differently.
    pub fn normal(self, counter: u64) -> f64 {
        let first = counter.wrapping_mul(12);
        (0..12).map(|k| self.unit(first.wrapping_add(k))).sum::<f64>() - 6.0
    }

    /// The numbers below `count` in random order: Fisher and Yates's shuffle, from the last place down.
    pub fn permutation(self, count: usize) -> Vec<usize> {
        let mut order: Vec<usize> = (0..count).collect();
        for last in (1..count).rev() {
            order.swap(last, self.below(last as u64, last + 1));
        }
        order
    }
}
