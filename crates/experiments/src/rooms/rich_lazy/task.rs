//! Trials of the three tasks: a stimulus, then a decision.

use tensor::Random;

/// Time steps of a trial; the last is the decision.
pub const N_STEPS: usize = 8;
/// Answers: keep fixating, left (or same), right (or different). The first is never right at the decision.
pub const N_OUTPUTS: usize = 3;
/// Standard deviation of the noise on a stimulus.
const NOISE: f64 = 0.15;
/// How much more evidence one side has.
const COHERENCES: [f64; 4] = [0.064, 0.128, 0.256, 0.512];

/// What a network must decide.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Task {
    /// On which side the noisy evidence is stronger.
    Choice,
    /// Whether the second of two stimuli is the first again.
    Match,
    /// The same as `Choice` for one of two kinds of evidence, whichever a cue names.
    Context,
}

impl Task {
    /// All: name, label and what it is.
    pub const ALL: [(Self, (&'static str, &'static str, &'static str)); 3] = [
        (Self::Choice, ("choice", "two-alternative choice", "On which side is the noisy evidence stronger?")),
        (Self::Match, ("match", "delayed match to sample", "Is the second stimulus the first again?")),
        (
            Self::Context,
            ("context", "contextual decision", "On which side is the evidence of the named kind stronger?"),
        ),
    ];

    /// The task of that name; the choice where there is none.
    pub fn named(name: &str) -> Self {
        Self::ALL.iter().find(|(_, texts)| texts.0 == name).map_or(Self::Choice, |(task, _)| *task)
    }

    /// Inputs at a time step; the first is 1 until the decision.
    pub fn n_inputs(self) -> usize {
        match self {
            Self::Choice | Self::Match => 3,
            Self::Context => 7,
        }
    }

    /// A trial: writes its inputs through `put(step, input, value)` and returns the right answer, 1 or 2.
    fn draw(self, random: &mut Random, mut put: impl FnMut(usize, usize, f64)) -> usize {
        let stimulus = 0..N_STEPS - 1;
        stimulus.clone().for_each(|step| put(step, 0, 1.0));
        let is_second = |random: &mut Random| random.below(2) == 1;
        let mut evidence = |random: &mut Random, first: usize, is_right: bool| {
            let half = COHERENCES[random.below(COHERENCES.len())] / 2.0;
            let sides = if is_right { [0.5 - half, 0.5 + half] } else { [0.5 + half, 0.5 - half] };
            for step in stimulus.clone() {
                for (side, strength) in sides.iter().enumerate() {
                    put(step, first + side, strength + NOISE * random.normal());
                }
            }
        };
        match self {
            Self::Choice => {
                let is_right = is_second(random);
                evidence(random, 1, is_right);
                1 + usize::from(is_right)
            }
            Self::Context => {
                let [first, second, asks_second] = [0; 3].map(|_| is_second(random));
                evidence(random, 1, first);
                evidence(random, 3, second);
                stimulus.for_each(|step| put(step, 5 + usize::from(asks_second), 1.0));
                1 + usize::from(if asks_second { second } else { first })
            }
            Self::Match => {
                let [sample, test] = [0; 2].map(|_| is_second(random));
                for step in stimulus {
                    for side in 0..2 {
                        let shown = match step {
                            0..2 => usize::from(sample) == side,
                            5.. => usize::from(test) == side,
                            _ => false,
                        };
                        put(step, 1 + side, f64::from(u8::from(shown)) + NOISE * random.normal());
                    }
                }
                1 + usize::from(sample != test)
            }
        }
    }

    /// `n_trials` trials: inputs `[N_STEPS, n_trials, n_inputs]` and the right answers `[n_trials]`.
    pub fn trials(self, n_trials: usize, random: &mut Random) -> (Vec<f32>, Vec<f32>) {
        let n_inputs = self.n_inputs();
        let mut x = vec![0.0; N_STEPS * n_trials * n_inputs];
        let mut right = Vec::with_capacity(n_trials);
        for trial in 0..n_trials {
            let answer = self.draw(random, |step, input, value| {
                x[(step * n_trials + trial) * n_inputs + input] = value as f32;
            });
            right.push(answer as f32);
        }
        (x, right)
    }
}
