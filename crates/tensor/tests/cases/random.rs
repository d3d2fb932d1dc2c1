//! Numbers from a seed and a counter, so that a printed seed repeats a case on any machine.

/// The n-th draw of a seed is a hash of both (the finaliser of SplitMix64, Steele et al. 2014).
pub struct Random {
    seed: u64,
    counter: u64,
}

impl Random {
    pub fn new(seed: u64) -> Self {
        Self { seed, counter: 0 }
    }

    fn draw(&mut self) -> u64 {
        self.counter += 1;
        let mut z =
            self.seed.wrapping_mul(0xD134_2543_DE82_EF95) ^ self.counter.wrapping_mul(0x9E37_79B9_7F4A_7C15);
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// A whole number in `0..end`.
    pub fn below(&mut self, end: usize) -> usize {
        (self.draw() % end as u64) as usize
    }

    /// A whole number in `start..=end`.
    pub fn between(&mut self, start: usize, end: usize) -> usize {
        start + self.below(end - start + 1)
    }

    /// A size that kernels get wrong: 1, powers of two, their neighbours, primes; 0 one time in 24.
    pub fn size(&mut self) -> usize {
        const SIZES: [usize; 24] =
            [0, 1, 1, 1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 13, 16, 17, 23, 31, 32, 33, 63, 64, 65, 67];
        SIZES[self.below(SIZES.len())]
    }

    /// A size above 0.
    pub fn filled_size(&mut self) -> usize {
        self.size().max(1)
    }

    /// Numbers in `[-0.5, 1.5)`: both signs, and sums that do not cancel to nothing.
    pub fn numbers(&mut self, count: usize) -> Vec<f32> {
        (0..count).map(|_| (self.draw() >> 40) as f32 / (1 << 23) as f32 - 0.5).collect()
    }

    /// A shape of this rank with at most 20,000 elements.
    pub fn shape(&mut self, rank: usize) -> Vec<usize> {
        loop {
            let shape: Vec<usize> = (0..rank).map(|_| self.size()).collect();
            if shape.iter().product::<usize>() <= 20_000 {
                return shape;
            }
        }
    }

    /// As [`Random::shape`], without zeros.
    pub fn filled_shape(&mut self, rank: usize) -> Vec<usize> {
        loop {
            let shape = self.shape(rank);
            if !shape.contains(&0) {
                return shape;
            }
        }
    }
}
