//! Eight conditions from three bits, what they look like, and what is to be said of them.

use nn::Init;
use recipe::Result;
use tensor::Random;

/// Bits behind a condition.
pub const N_BITS: usize = 3;
/// Conditions.
pub const N_CONDITIONS: usize = 1 << N_BITS;
/// Numbers of an input.
pub const N_INPUTS: usize = 30;
/// Outputs of every network; targets with one use the first alone.
pub const N_OUTPUTS: usize = 2;

/// What is to be said of a condition.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// The first bit.
    Dichotomy,
    /// The first two bits, one output each.
    TwoBits,
    /// Whether the first two bits are alike.
    Xor,
    /// The product of all three.
    Parity,
}

impl Target {
    /// Those that the claims are about.
    pub const CLAIMED: [Target; 3] = [Target::Dichotomy, Target::TwoBits, Target::Xor];
    /// All: name in links, name on the page, what it is. The first is the default.
    pub const ALL: [(Target, (&str, &str, &str)); 4] = [
        (Target::Xor, ("xor", "XOR", "Whether the first two bits are alike: z1·z2.")),
        (Target::Dichotomy, ("dichotomy", "one bit", "The first bit: z1.")),
        (Target::TwoBits, ("two_bits", "two bits", "The first two bits, an output each: z1 and z2.")),
        (Target::Parity, ("parity", "parity", "The product of all three bits: z1·z2·z3.")),
    ];

    /// The target of that name; the default for one that no card offers.
    pub fn named(name: &str) -> Target {
        Self::ALL.iter().find(|(_, (known, ..))| *known == name).map_or(Self::ALL[0].0, |(target, _)| *target)
    }

    /// Its name in links.
    pub fn name(self) -> &'static str {
        self.texts().0
    }

    /// Its name on the page.
    pub fn label(self) -> &'static str {
        self.texts().1
    }

    fn texts(self) -> (&'static str, &'static str, &'static str) {
        Self::ALL.iter().find(|(target, _)| *target == self).map_or(Self::ALL[0].1, |(_, texts)| *texts)
    }

    /// How many outputs it uses.
    pub fn n_outputs(self) -> usize {
        if self == Target::TwoBits { 2 } else { 1 }
    }

    /// −1 or 1 for each output, 0 where an output is not used.
    pub fn of(self, condition: usize) -> [f64; N_OUTPUTS] {
        let [a, b, c] = bits(condition);
        match self {
            Target::Dichotomy => [a, 0.0],
            Target::TwoBits => [a, b],
            Target::Xor => [a * b, 0.0],
            Target::Parity => [a * b * c, 0.0],
        }
    }
}

/// A condition's bits, −1 or 1 each.
pub fn bits(condition: usize) -> [f64; N_BITS] {
    std::array::from_fn(|bit| if condition >> bit & 1 == 1 { 1.0 } else { -1.0 })
}

/// Orthonormal directions of one network's inputs, row-major `[N_BITS + N_CONDITIONS, N_INPUTS]`: one a bit, then one
/// a condition.
pub fn directions(random: &mut Random) -> Result<Vec<f32>> {
    Ok(Init::Orthogonal { gain: 1.0 }.draw(&[N_BITS + N_CONDITIONS, N_INPUTS], random)?)
}

/// The conditions' noise-free inputs `[N_CONDITIONS, N_INPUTS]`, each of length 1: √(1−s) of the bits' directions and √s
/// of the condition's own.
pub fn means(directions: &[f32], structure: f64) -> Vec<f32> {
    let direction = |row: usize| &directions[row * N_INPUTS..][..N_INPUTS];
    let (of_bits, own) = ((1.0 - structure).sqrt() / (N_BITS as f64).sqrt(), structure.sqrt());
    let mut means = Vec::with_capacity(N_CONDITIONS * N_INPUTS);
    for condition in 0..N_CONDITIONS {
        for input in 0..N_INPUTS {
            let bits = bits(condition).into_iter().enumerate();
            let factored: f64 = bits.map(|(bit, z)| z * f64::from(direction(bit)[input])).sum();
            let alone = f64::from(direction(N_BITS + condition)[input]);
            means.push((of_bits * factored + own * alone) as f32);
        }
    }
    means
}
