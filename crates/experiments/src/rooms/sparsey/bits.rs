//! Sets of cells as bits, so that an input sum is a popcount.

/// A set of the numbers below a limit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bits {
    words: Vec<u64>,
}

impl Bits {
    /// The set of `active` numbers, all below `limit`.
    pub fn of(limit: usize, active: &[usize]) -> Self {
        let mut bits = Self { words: vec![0; n_words(limit)] };
        for &place in active {
            bits.words[place / 64] |= 1 << (place % 64);
        }
        bits
    }

    /// How many numbers are in it.
    pub fn count(&self) -> usize {
        self.words.iter().map(|word| word.count_ones() as usize).sum()
    }

    /// How many numbers are in both.
    pub fn shared(&self, other: &Self) -> usize {
        shared(&self.words, &other.words)
    }

    /// The numbers, rising.
    pub fn active(&self) -> Vec<usize> {
        (0..64 * self.words.len()).filter(|place| self.words[place / 64] >> (place % 64) & 1 == 1).collect()
    }
}

/// Binary synapses from inputs to cells: one row of bits a cell. All are 0 at first, and only ever become 1.
#[derive(Clone, Debug)]
pub struct Synapses {
    n_inputs: usize,
    n_words: usize,
    rows: Vec<u64>,
}

impl Synapses {
    /// `[n_cells, n_inputs]`, none connected.
    pub fn new(n_cells: usize, n_inputs: usize) -> Self {
        let n_words = n_words(n_inputs);
        Self { n_inputs, n_words, rows: vec![0; n_cells * n_words] }
    }

    /// Connects every cell of `cells` with every active input: the Hebbian rule, in one presentation.
    pub fn connect(&mut self, cells: impl IntoIterator<Item = usize>, inputs: &Bits) {
        for cell in cells {
            let row = &mut self.rows[cell * self.n_words..][..self.n_words];
            for (weight, input) in row.iter_mut().zip(&inputs.words) {
                *weight |= input;
            }
        }
    }

    /// How many active inputs each cell is connected with, `[n_cells]`.
    pub fn sums(&self, inputs: &Bits) -> Vec<usize> {
        self.rows.chunks_exact(self.n_words.max(1)).map(|row| shared(row, &inputs.words)).collect()
    }

    /// Share of synapses that are 1.
    pub fn fill(&self) -> f64 {
        let connected: usize = self.rows.iter().map(|word| word.count_ones() as usize).sum();
        let all = self.rows.len() / self.n_words.max(1) * self.n_inputs;
        connected as f64 / all.max(1) as f64
    }

    /// The same rows with cells in another order: cell k gets the row of `order[k]`.
    pub fn reordered(&self, order: &[usize]) -> Self {
        let row = |&cell: &usize| self.rows[cell * self.n_words..][..self.n_words].iter().copied();
        Self { rows: order.iter().flat_map(row).collect(), ..self.clone() }
    }
}

fn n_words(limit: usize) -> usize {
    limit.div_ceil(64)
}

fn shared(a: &[u64], b: &[u64]) -> usize {
    a.iter().zip(b).map(|(a, b)| (a & b).count_ones() as usize).sum()
}
