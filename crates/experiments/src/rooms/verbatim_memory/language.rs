//! A small language: words of which each foretells the next, and lists of nouns that are read out again.

use draws::Draws;

/// Categories of nouns, and the nouns of each.
pub const NOUNS: [[&str; 8]; 6] = [
    ["apple", "pear", "plum", "cherry", "peach", "grape", "lemon", "fig"],
    ["dog", "cat", "horse", "cow", "sheep", "goat", "pig", "mouse"],
    ["hammer", "saw", "drill", "axe", "chisel", "pliers", "wrench", "file"],
    ["shirt", "coat", "hat", "scarf", "glove", "sock", "skirt", "belt"],
    ["violin", "flute", "drum", "harp", "piano", "horn", "cello", "lute"],
    ["table", "chair", "bed", "shelf", "desk", "stool", "bench", "lamp"],
];
/// Nouns of a category.
pub const N_OF_CATEGORY: usize = NOUNS[0].len();
/// All nouns.
pub const N_NOUNS: usize = NOUNS.len() * N_OF_CATEGORY;
/// Other words. After each of them only three can come, so that a text of them is soon learned.
const OTHERS: [&str; 24] = [
    "the", "old", "woman", "met", "a", "tall", "boy", "near", "quiet", "river", "where", "small", "houses",
    "stood", "under", "green", "hills", "and", "told", "him", "about", "long", "winter", "nights",
];
/// Words of a stretch of text between lists.
pub const N_SENTENCE: usize = 8;
/// What stands before a first list, and before one that is read again.
const CUES: [[&str; 2]; 2] = [["list", ":"], ["again", ":"]];
/// Tokens of a cue.
pub const N_CUE: usize = CUES[0].len();
/// Ends a sentence and a list.
const END: &str = ".";

/// All words, each once: nouns first, category after category.
pub fn words() -> Vec<&'static str> {
    let mut all: Vec<&str> = NOUNS.concat();
    let others = OTHERS.into_iter().chain(CUES.concat()).chain([END]);
    for word in others {
        if !all.contains(&word) {
            all.push(word);
        }
    }
    all
}

/// Words to numbers.
pub struct Language {
    words: Vec<&'static str>,
}

impl Language {
    /// The language.
    pub fn new() -> Self {
        Self { words: words() }
    }

    /// A word by its number.
    #[cfg(test)]
    pub fn word(&self, id: usize) -> &'static str {
        self.words.get(id).copied().unwrap_or_default()
    }

    fn id(&self, word: &str) -> usize {
        self.words.iter().position(|known| *known == word).unwrap_or_default()
    }

    /// The end of a sentence or a list.
    pub fn end(&self) -> usize {
        self.id(END)
    }

    /// What stands before a list that is new, or is read again.
    pub fn cue(&self, is_again: bool) -> Vec<usize> {
        CUES[usize::from(is_again)].iter().map(|word| self.id(word)).collect()
    }

    /// `count` words that are no nouns of lists: each is followed by one of three, so that they are partly foreseen.
    pub fn filler(&self, count: usize, draws: Draws) -> Vec<usize> {
        let mut word = draws.below(0, OTHERS.len());
        let mut next = |place: usize| {
            let this = word;
            word = (word * 5 + 7 + 3 * draws.below(place as u64 + 1, 3)) % OTHERS.len();
            self.id(OTHERS[this])
        };
        (0..count).map(&mut next).collect()
    }
}

/// A list of `count` different nouns: from all of them, or of one category.
pub fn list(count: usize, is_coherent: bool, draws: Draws) -> Vec<usize> {
    if is_coherent {
        let first = draws.below(0, NOUNS.len()) * N_OF_CATEGORY;
        return draws
            .stream(1)
            .permutation(N_OF_CATEGORY)
            .into_iter()
            .take(count)
            .map(|k| first + k)
            .collect();
    }
    draws.stream(2).permutation(N_NOUNS).into_iter().take(count).collect()
}

/// Words of a list: from the least to the most, both possible.
const N_LIST: [usize; 2] = [3, 8];
/// The same of what is recited.
const N_RECITED: [usize; 2] = [3, 12];
/// Share of the texts that recite one list again and again.
const RECITED: f64 = 0.5;
/// Share of lists after the first of a text that were in it before.
const AGAIN: f64 = 0.7;
/// Most words between two lists of such a text.
const MOST_BETWEEN: usize = 12;

/// A text to learn from, of `length` words: half of them recite a list of nouns again and again, the others are stretches of words
/// with lists, many of which are read again later on. With `never_again` every list is new: a deliberate fake.
pub fn text(language: &Language, length: usize, draws: Draws, never_again: bool) -> Vec<usize> {
    let between =
        |[least, most]: [usize; 2], draws: Draws, counter| least + draws.below(counter, most - least + 1);
    let mut text = Vec::new();
    let mut lists: Vec<Vec<usize>> = Vec::new();
    let is_recital = draws.unit(0) < RECITED;
    for number in 0.. {
        if text.len() >= length {
            break;
        }
        let draws = draws.stream(number);
        let is_again = !lists.is_empty() && !never_again && (is_recital || draws.unit(0) < AGAIN);
        let own = if is_again {
            lists[draws.below(1, lists.len())].clone()
        } else if is_recital {
            list(between(N_RECITED, draws, 2), false, draws.stream(0))
        } else {
            list(between(N_LIST, draws, 2), draws.below(3, 2) == 0, draws.stream(0))
        };
        if !is_recital {
            text.extend(language.filler(draws.below(4, MOST_BETWEEN + 1), draws.stream(1)));
            text.extend(language.cue(!lists.is_empty()));
        }
        text.extend(&own);
        text.push(language.end());
        lists.push(own);
        if is_recital && !never_again {
            lists.truncate(1);
        }
    }
    text.truncate(length);
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_have_different_nouns_and_coherent_ones_are_of_one_category() {
        for seed in 0..20 {
            for is_coherent in [false, true] {
                let mut list = list(8, is_coherent, Draws::new(seed));
                assert!(list.iter().all(|&noun| noun < N_NOUNS));
                let categories: Vec<usize> = list.iter().map(|noun| noun / N_OF_CATEGORY).collect();
                assert!(!is_coherent || categories.iter().all(|one| *one == categories[0]));
                list.sort_unstable();
                list.dedup();
                assert_eq!(list.len(), 8);
            }
        }
    }

    #[test]
    fn every_word_is_there_once_and_texts_are_as_long_as_was_asked() {
        let language = Language::new();
        let mut all = words();
        all.sort_unstable();
        all.dedup();
        assert_eq!(all.len(), words().len());
        assert_eq!(language.filler(20, Draws::new(3)).len(), 20);
        assert_eq!(language.cue(true).into_iter().map(|id| language.word(id)).collect::<Vec<_>>(), CUES[1]);
        assert_eq!(text(&language, 80, Draws::new(1), false).len(), 80);
    }
}
