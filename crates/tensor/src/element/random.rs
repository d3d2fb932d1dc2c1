//! Random numbers from a key and a counter, the same on every machine, in wasm and in `random.wgsl`.
//!
//! The counter's second word keeps the uses of one key apart: 0 is the uniform numbers of
//! [`uniform_block`], 1 the keys of [`fold_key`], 2 and more the sequence of [`Random`].

use super::math::ln_f64;

/// Threefry-2x32 with 20 rounds: Salmon, Moraes, Dror & Shaw 2011, "Parallel random numbers: as easy
/// as 1, 2, 3"; constants as in Random123's threefry.h.
#[inline(always)]
pub(crate) fn threefry2x32(key: [u32; 2], counter: [u32; 2]) -> [u32; 2] {
    const PARITY: u32 = 0x1BD1_1BDA;
    const ROTATIONS: [[u32; 4]; 2] = [[13, 15, 26, 6], [17, 29, 16, 24]];
    let keys = [key[0], key[1], PARITY ^ key[0] ^ key[1]];
    let mut a = counter[0].wrapping_add(keys[0]);
    let mut b = counter[1].wrapping_add(keys[1]);
    for group in 0..5 {
        for rotation in ROTATIONS[group % 2] {
            a = a.wrapping_add(b);
            b = b.rotate_left(rotation) ^ a;
        }
        a = a.wrapping_add(keys[(group + 1) % 3]);
        b = b.wrapping_add(keys[(group + 2) % 3]).wrapping_add(group as u32 + 1);
    }
    [a, b]
}

/// Uniform numbers in [0, 1), multiples of 2⁻²⁴: `out[i]` belongs to place `start + i` of the key's 2³².
pub(crate) fn uniform_block(key: [u32; 2], start: u32, out: &mut [f32]) {
    for (value, i) in out.iter_mut().zip(0u32..) {
        let word = threefry2x32(key, [start.wrapping_add(i), 0])[0];
        // By way of i32, which SSE2 converts.
        *value = (word >> 8) as i32 as f32 * (1.0 / 16_777_216.0);
    }
}

/// A key for part `data` of what `key` is for: a layer, a step, a sample.
pub fn fold_key(key: [u32; 2], data: u32) -> [u32; 2] {
    threefry2x32(key, [data, 1])
}

/// A sequence of random numbers for initialisers, shuffles and made-up data. Equal seeds give equal
/// numbers on every machine: they come from whole numbers and from arithmetic that IEEE 754 rounds exactly.
#[derive(Clone, Debug)]
pub struct Random {
    key: [u32; 2],
    counter: u64,
    /// The second number of a normal pair.
    spare: Option<f64>,
}

impl Random {
    /// The sequence of a seed.
    pub fn new(seed: u64) -> Self {
        Self::from_key([seed as u32, (seed >> 32) as u32])
    }

    /// The sequence of a key.
    pub fn from_key(key: [u32; 2]) -> Self {
        Self { key, counter: 0, spare: None }
    }

    /// What the numbers come from; the same before and after draws.
    pub fn key(&self) -> [u32; 2] {
        self.key
    }

    /// An independent sequence, number `part`; the same before and after draws.
    pub fn split(&self, part: u32) -> Self {
        Self::from_key(fold_key(self.key, part))
    }

    /// An independent sequence by name, so that a parameter's numbers depend on no other's. The name is
    /// hashed by 64-bit FNV-1a (Fowler, Noll & Vo; draft-eastlake-fnv).
    pub fn split_named(&self, name: &str) -> Self {
        let hash = name.bytes().fold(0xCBF2_9CE4_8422_2325_u64, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3)
        });
        self.split(hash as u32).split((hash >> 32) as u32)
    }

    fn bits(&mut self) -> u64 {
        let counter = [self.counter as u32, ((self.counter >> 32) as u32).wrapping_add(2)];
        self.counter += 1;
        let [low, high] = threefry2x32(self.key, counter);
        u64::from(high) << 32 | u64::from(low)
    }

    /// Uniform in [0, 1), a multiple of 2⁻²⁴.
    pub fn uniform(&mut self) -> f32 {
        (self.bits() >> 40) as f32 * (1.0 / 16_777_216.0)
    }

    /// Uniform in [0, 1), a multiple of 2⁻⁵³.
    pub fn uniform_f64(&mut self) -> f64 {
        (self.bits() >> 11) as f64 * (1.0 / 9_007_199_254_740_992.0)
    }

    /// Normal with mean 0 and variance 1: Box & Muller 1958 in the polar form of Marsaglia & Bray
    /// 1964, which needs no sine. Cost: 2.5 draws for two numbers.
    pub fn normal(&mut self) -> f64 {
        if let Some(spare) = self.spare.take() {
            return spare;
        }
        loop {
            let (x, y) = (2.0 * self.uniform_f64() - 1.0, 2.0 * self.uniform_f64() - 1.0);
            let square = x * x + y * y;
            if square > 0.0 && square < 1.0 {
                let scale = (-2.0 * ln_f64(square) / square).sqrt();
                self.spare = Some(y * scale);
                return x * scale;
            }
        }
    }

    /// A whole number in `0..end`, each equally likely: Lemire 2019, "Fast random integer generation in
    /// an interval".
    ///
    /// # Panics
    /// If `end` is 0.
    pub fn below(&mut self, end: usize) -> usize {
        assert!(end > 0, "no whole number is below 0");
        let end = end as u64;
        loop {
            let product = u128::from(self.bits()) * u128::from(end);
            // The high half is the number. As many low halves from 2⁶⁴ mod end on belong to each of them.
            if product as u64 >= end.wrapping_neg() % end {
                return (product >> 64) as usize;
            }
        }
    }

    /// Puts the elements into an order that is uniform among all (Fisher & Yates; Durstenfeld 1964).
    pub fn shuffle<T>(&mut self, elements: &mut [T]) {
        for last in (1..elements.len()).rev() {
            elements.swap(last, self.below(last + 1));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn threefry_gives_the_published_answers() {
        // Random123, tests/kat_vectors, "threefry2x32 20".
        let (zeros, ones) = ([0, 0], [u32::MAX, u32::MAX]);
        assert_eq!(threefry2x32(zeros, zeros), [0x6B20_0159, 0x99BA_4EFE]);
        assert_eq!(threefry2x32(ones, ones), [0x1CB9_96FC, 0xBB00_2BE7]);
        let (key, counter) = ([0x1319_8A2E, 0x0370_7344], [0x243F_6A88, 0x85A3_08D3]);
        assert_eq!(threefry2x32(key, counter), [0xC492_3A9C, 0x483D_F7A0]);
    }

    #[test]
    fn a_block_of_uniforms_does_not_depend_on_where_it_starts() {
        let (key, start) = (fold_key([5, 9], 3), u32::MAX - 70);
        let mut whole = [0.0; 101];
        uniform_block(key, start, &mut whole);
        for (at, value) in whole.into_iter().enumerate() {
            let mut one = [0.0];
            uniform_block(key, start.wrapping_add(at as u32), &mut one);
            assert_eq!(one[0], value);
            assert!((0.0..1.0).contains(&one[0]));
        }
    }

    /// Mean of `f` over a hundred thousand draws.
    fn mean(mut f: impl FnMut() -> f64) -> f64 {
        (0..100_000).map(|_| f()).sum::<f64>() / 1e5
    }

    #[test]
    fn moments_are_those_of_the_distributions() {
        // Five standard errors.
        let mut random = Random::new(7);
        assert!((mean(|| random.uniform_f64()) - 0.5).abs() < 5.0 * (1.0 / 12e5_f64).sqrt());
        assert!(
            (mean(|| f64::from(random.uniform()).powi(2)) - 1.0 / 3.0).abs() < 5.0 * (4.0 / 45e5_f64).sqrt()
        );
        assert!(mean(|| random.normal()).abs() < 5.0 * 1e-5_f64.sqrt());
        assert!((mean(|| random.normal().powi(2)) - 1.0).abs() < 5.0 * 2e-5_f64.sqrt());
        assert!((mean(|| random.normal().powi(4)) - 3.0).abs() < 5.0 * 96e-5_f64.sqrt());
        // Neighbours, so the two of a pair too, are not correlated.
        assert!(mean(|| random.normal() * random.normal()).abs() < 5.0 * 1e-5_f64.sqrt());
        assert!((mean(|| random.below(3) as f64) - 1.0).abs() < 5.0 * (2.0 / 3e5_f64).sqrt());
    }

    #[test]
    fn the_sequence_of_a_seed_is_fixed() {
        let mut random = Random::new(0x1234_5678_9ABC_DEF0);
        // The same computed in Python.
        assert_eq!(random.uniform().to_bits(), 0x3F7F_CA5B);
        assert_eq!(random.uniform_f64().to_bits(), 0x3FE7_D9F7_3403_9CA1);
        assert_eq!(random.normal().to_bits(), 0xBFF6_7156_7A29_D637);
        assert_eq!(random.normal().to_bits(), 0xBFD8_6C6A_88F0_4379);
        assert_eq!([random.below(1000), random.below(1)], [855, 0]);
        assert_eq!(random.split_named("wte").key(), [0x51FF_1C1C, 0x32EF_384A]);
    }

    #[test]
    fn parts_do_not_depend_on_draws_nor_on_each_other() {
        let mut random = Random::new(1);
        let part = random.split(3).uniform_f64();
        random.normal();
        assert_eq!(random.split(3).uniform_f64(), part);
        let keys =
            [random.key(), random.split(3).key(), random.split(4).key(), random.split_named("3").key()];
        assert!(keys.iter().enumerate().all(|(at, key)| !keys[..at].contains(key)));
    }

    #[test]
    fn every_order_of_a_shuffle_is_equally_likely() {
        let mut random = Random::new(2);
        let mut counts = std::collections::BTreeMap::new();
        for _ in 0..24_000 {
            let mut order = [0, 1, 2, 3];
            random.shuffle(&mut order);
            *counts.entry(order).or_insert(0_i32) += 1;
        }
        assert_eq!(counts.len(), 24);
        // Five standard deviations of a count of mean 1000.
        assert!(counts.values().all(|count| (count - 1000).abs() < 155), "{counts:?}");
    }
}
