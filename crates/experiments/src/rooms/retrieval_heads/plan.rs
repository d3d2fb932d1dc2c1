//! What a run was asked to do, and its texts.

use data::Alphabet;
use draws::Draws;
use recipe::Result;

use super::needles::CodeKind;
use super::prompts::{self, Prompt};
use super::reader::Masking;
use super::score::Counting;
use super::words::Words;
use crate::Settings;

/// Depths of the needle, as shares of the prose before it.
pub const DEPTHS: [f64; 5] = [0.1, 0.3, 0.5, 0.7, 0.9];
/// Lengths of the text, as shares of the longest.
pub const LENGTHS: [f64; 4] = [0.25, 0.5, 0.75, 1.0];
/// Positions that the answer needs after a text.
const N_SPARE: usize = 8;
/// Stretches of prose whose loss is measured, and their tokens.
const PROSE: [usize; 2] = [6, 120];

/// A model of the card.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    /// The small Llama that was trained on with needles in prose.
    NeedleLlama,
    /// SmolLM2-135M-Instruct.
    SmolLm2,
}

impl Which {
    /// Heads that are taken out at once where nobody said how many: of a large model 3 %, as in the paper; of a small one
    /// the two that copy.
    fn n_masked(self) -> usize {
        match self {
            Self::NeedleLlama => 2,
            Self::SmolLm2 => 8,
        }
    }

    /// Its folder, which is its name in links too.
    pub fn folder(self) -> &'static str {
        match self {
            Self::NeedleLlama => "needle-llama",
            Self::SmolLm2 => "smollm2-135m",
        }
    }
}

/// What a run was asked to do.
pub struct Plan {
    /// The model.
    pub which: Which,
    /// Tokens of the longest text.
    pub longest: usize,
    /// Needles for each length and depth.
    pub per_cell: usize,
    /// How many of its strongest weights count as where a head looks.
    pub top: usize,
    /// How copies are counted.
    pub counting: Counting,
    /// What is done to a head that is taken out.
    pub masking: Masking,
    /// Heads that are taken out at once.
    pub n_masked: usize,
    /// Deliberate fakes: heads in the order of their numbers; nothing is taken out.
    pub fakes: [bool; 2],
    words: Option<Words>,
    draws: Draws,
}

impl Plan {
    /// From the card's parameters.
    pub fn new(settings: &Settings, seed: u32) -> Result<Self> {
        let which = match settings.choice("model")? {
            "smollm2-135m" => Which::SmolLm2,
            _ => Which::NeedleLlama,
        };
        let counting = match settings.choice("score")? {
            "steps" => Counting::Steps,
            "mass" => Counting::Mass,
            _ => Counting::Set,
        };
        Ok(Self {
            which,
            longest: settings.count("longest")?,
            per_cell: settings.count("needles")?,
            top: settings.count("top")?,
            counting,
            masking: if settings.choice("masking")? == "uniform" { Masking::Uniform } else { Masking::Zero },
            n_masked: match settings.count("masked")? {
                0 => which.n_masked(),
                count => count,
            },
            fakes: ["heads_by_number", "no_mask"].map(|name| settings.is_fake(name)),
            words: (which == Which::SmolLm2).then(Words::read).transpose()?,
            draws: Draws::new(u64::from(seed)),
        })
    }

    /// The same within a model's positions.
    pub fn within(self, n_pos: usize) -> Self {
        Self { longest: self.longest.min(n_pos.saturating_sub(N_SPARE)), ..self }
    }

    /// Tokens of the texts.
    pub fn lengths(&self) -> [usize; 4] {
        LENGTHS.map(|share| (share * self.longest as f64).round() as usize)
    }

    /// Whether the prompt in that place is asked again with heads taken out: the first of each cell, of a large model that of
    /// two cells of three, which leaves as many numbers as words.
    pub fn is_asked(&self, place: usize) -> bool {
        let (cell, is_first) = (place / self.per_cell, place.is_multiple_of(self.per_cell));
        is_first && (self.which == Which::NeedleLlama || cell % 3 < 2)
    }

    /// Draws of random heads, for each of the [`Plan::counts`].
    pub fn n_draws(&self) -> [usize; 3] {
        if self.which == Which::SmolLm2 { [1, 3, 1] } else { [3, 9, 3] }
    }

    /// How many heads are taken out, rising; the middle number is that of the claims.
    pub fn counts(&self) -> [usize; 3] {
        [self.n_masked.div_ceil(2), self.n_masked, 2 * self.n_masked]
    }

    /// One needle after another for each length and depth, numbers and words by turns.
    pub fn prompts(&self) -> Result<Vec<Prompt>> {
        let mut all = Vec::new();
        for (row, length) in self.lengths().into_iter().enumerate() {
            for (column, depth) in DEPTHS.into_iter().enumerate() {
                for copy in 0..self.per_cell {
                    let (is_number, cell) = ((row + column + copy).is_multiple_of(2), [row, column]);
                    let draws = self.draws.stream(1).stream(all.len() as u64);
                    all.push(match &self.words {
                        Some(words) => words.in_prose(length, depth, is_number, cell, draws),
                        None => {
                            let kind = if is_number { CodeKind::Digits } else { CodeKind::Letters };
                            prompts::in_prose(length, depth, kind, cell, draws)?
                        }
                    });
                }
            }
        }
        Ok(all)
    }

    /// Questions whose answers are not in the text.
    pub fn by_heart(&self) -> Result<Vec<Prompt>> {
        match &self.words {
            Some(words) => Ok(words.known(self.draws.stream(2))),
            None => prompts::by_heart(self.draws.stream(2)),
        }
    }

    /// Prose without questions.
    pub fn prose(&self) -> Result<Vec<Vec<u32>>> {
        let ([count, length], draws) = (PROSE, self.draws.stream(3));
        match &self.words {
            Some(words) => Ok(words.prose(count, length, draws)),
            None => prompts::prose(count, length, draws),
        }
    }

    /// Lines in which the small Llama looked facts up before it was trained on; none for another model.
    pub fn lines(&self, count: usize) -> Result<Vec<Prompt>> {
        if self.words.is_some() { Ok(Vec::new()) } else { prompts::in_lines(count, self.draws.stream(4)) }
    }

    /// Heads in random order for draw `draw`.
    pub fn shuffled(&self, n_heads: usize, draw: usize) -> Vec<usize> {
        self.draws.stream(5).stream(draw as u64).permutation(n_heads)
    }

    /// A token as a person reads it.
    pub fn piece(&self, id: u32) -> String {
        let character = || Alphabet::characters().nth(id as usize).map_or(String::new(), String::from);
        self.words.as_ref().map_or_else(character, |words| words.piece(id))
    }
}
