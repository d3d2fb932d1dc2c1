//! Texts with two lists: the second is the first again, the same nouns in another order, or new ones.

use draws::Draws;

use super::language::{Language, N_CUE, N_SENTENCE, list};

/// What the second list is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Condition {
    /// The first one again.
    Repeat,
    /// Its nouns in another order.
    Permute,
    /// Other nouns.
    Control,
}

impl Condition {
    /// All.
    pub const ALL: [Condition; 3] = [Condition::Repeat, Condition::Permute, Condition::Control];

    /// Its name on the page.
    pub fn label(self) -> &'static str {
        match self {
            Self::Repeat => "same list",
            Self::Permute => "other order",
            Self::Control => "new nouns",
        }
    }
}

/// What texts are alike in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cell {
    /// What the second list is.
    pub condition: Condition,
    /// Nouns of a list.
    pub n_nouns: usize,
    /// Stretches of eight words between the lists.
    pub n_between: usize,
    /// Whether a list is of one category.
    pub is_coherent: bool,
    /// Whether the words between the lists are in random order.
    pub is_scrambled: bool,
    /// Whether the second list is announced.
    pub is_cued: bool,
}

impl Cell {
    /// Words of a text.
    pub fn n_words(&self) -> usize {
        self.second() + self.n_nouns
    }

    /// Where the first list begins.
    pub fn first(&self) -> usize {
        N_SENTENCE + N_CUE
    }

    /// Where the second list begins.
    pub fn second(&self) -> usize {
        let n_cue = if self.is_cued { N_CUE } else { 0 };
        self.first() + self.n_nouns + 1 + self.n_between * N_SENTENCE + n_cue
    }

    /// The same with another second list.
    pub fn with(self, condition: Condition) -> Self {
        Self { condition, ..self }
    }

    /// One text: some words, a list, more words, the second list. Texts of one place in cells that differ in the condition alone
    /// are the same up to the second list.
    pub fn text(&self, language: &Language, draws: Draws) -> Vec<usize> {
        let first = list(self.n_nouns, self.is_coherent, draws.stream(0));
        let second = match self.condition {
            Condition::Repeat => first.clone(),
            Condition::Permute => reordered(&first, draws.stream(1)),
            Condition::Control => other(&first, self.is_coherent, draws.stream(2)),
        };
        let mut between = language.filler(self.n_between * N_SENTENCE, draws.stream(3));
        if self.is_scrambled {
            between = draws.stream(4).permutation(between.len()).into_iter().map(|at| between[at]).collect();
        }
        let cue = if self.is_cued { language.cue(true) } else { Vec::new() };
        let before = language.filler(N_SENTENCE, draws.stream(5));
        [before, language.cue(false), first, vec![language.end()], between, cue, second].concat()
    }

    /// `count` texts.
    pub fn texts(&self, language: &Language, count: usize, draws: Draws) -> Vec<Vec<usize>> {
        (0..count).map(|number| self.text(language, draws.stream(number as u64))).collect()
    }
}

/// The same nouns, none of them after the one that it followed.
fn reordered(first: &[usize], draws: Draws) -> Vec<usize> {
    let follows = |order: &[usize]| order.windows(2).any(|pair| pair[1] == pair[0] + 1) || order[0] == 0;
    let orders = (0..200).map(|attempt| draws.stream(attempt).permutation(first.len()));
    let mut orders = orders.filter(|order| !follows(order));
    // Backwards where chance does not find one: nothing follows its own there.
    let order = orders.next().unwrap_or_else(|| (0..first.len()).rev().collect());
    order.into_iter().map(|at| first[at]).collect()
}

/// As many nouns, none of which was in the first list.
fn other(first: &[usize], is_coherent: bool, draws: Draws) -> Vec<usize> {
    let mut lists = (0..).map(|attempt| list(first.len(), is_coherent, draws.stream(attempt)));
    if is_coherent {
        let is_new = |list: &Vec<usize>| list.iter().all(|noun| !first.contains(noun));
        return lists.find(is_new).unwrap_or_default();
    }
    let all = list(super::language::N_NOUNS, false, draws);
    all.into_iter().filter(|noun| !first.contains(noun)).take(first.len()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_three_second_lists_are_the_same_another_order_and_new() {
        let language = Language::new();
        for is_coherent in [false, true] {
            for n_nouns in [3, 5, 8] {
                let cell = Cell {
                    condition: Condition::Repeat,
                    n_nouns,
                    n_between: 2,
                    is_coherent,
                    is_scrambled: false,
                    is_cued: true,
                };
                for seed in 0..10 {
                    let lists = |condition| {
                        let text = cell.with(condition).text(&language, Draws::new(seed));
                        assert_eq!(text.len(), cell.n_words());
                        [cell.first(), cell.second()].map(|at| text[at..at + n_nouns].to_vec())
                    };
                    let [first, again] = lists(Condition::Repeat);
                    assert_eq!(first, again);
                    let [same, mut permuted] = lists(Condition::Permute);
                    assert!(same == first && permuted != first && permuted[0] != first[0]);
                    permuted.sort_unstable();
                    let mut sorted = first.clone();
                    sorted.sort_unstable();
                    assert_eq!(permuted, sorted);
                    let [_, new] = lists(Condition::Control);
                    assert!(new.len() == n_nouns && new.iter().all(|noun| !first.contains(noun)));
                }
            }
        }
    }
}
