//! The texts from which a small Llama learns to find needles in prose.

use data::Draws;

use super::needles::{CODE, CodeKind, N_FACTS, Needle, fact, fact_question, needles};

/// Lines of a text that are no prose: from the first to the last number, both possible.
const N_LINES: [usize; 2] = [4, 10];
/// Different needles of a text, likewise.
const N_NEEDLES: [usize; 2] = [1, 4];
/// One text in so many has facts to be learned by heart in the place of needles.
const ONE_BY_HEART: usize = 5;

/// Prose with lines of needles.
pub struct Lesson {
    /// As many characters as were asked for.
    pub text: String,
    /// Where characters stand that can be told: of a needle that was stated before, or of a fact to be known by heart.
    pub answers: Vec<usize>,
}

impl Lesson {
    /// Draws one of `length` characters. Its lines are of needles in random order: the first line of a needle states it, each
    /// further one can be looked up.
    pub fn draw(prose: &str, length: usize, draws: Draws) -> Self {
        let between = |[least, most]: [usize; 2], counter| least + draws.below(counter, most - least + 1);
        let (n_lines, n_needles) = (between(N_LINES, 0), between(N_NEEDLES, 1));
        let is_by_heart = draws.below(2, ONE_BY_HEART) == 0;
        let kind = |place: usize| match draws.stream(1).below(place as u64, 2) {
            0 => CodeKind::Letters,
            _ => CodeKind::Digits,
        };
        let needles = needles(n_needles, kind, draws.stream(2));
        let cuts = cuts(length.saturating_sub(n_lines * (CODE + 3)), n_lines, draws.stream(3));
        let start = draws.below(3, prose.len() - length);
        let mut lesson = Self { text: String::new(), answers: Vec::new() };
        let (mut used, mut stated) = (0, vec![false; n_needles]);
        for (line, cut) in cuts.into_iter().enumerate() {
            lesson.text.push_str(&prose[start + used..start + cut]);
            used = cut;
            if is_by_heart {
                let fact = fact(draws.stream(5).below(line as u64, N_FACTS));
                lesson.say(&fact_question(&fact), &fact, true);
            } else {
                let which = draws.stream(4).below(line as u64, n_needles);
                let needle: &Needle = &needles[which];
                lesson.say(&needle.key.to_string(), needle, std::mem::replace(&mut stated[which], true));
            }
        }
        lesson.text.push_str(&prose[start + used..start + length]);
        lesson.text.truncate(length);
        lesson.answers.retain(|&place| place < length);
        lesson
    }

    /// Adds a line.
    fn say(&mut self, question: &str, needle: &Needle, can_be_told: bool) {
        self.text.push('\n');
        self.text.push_str(question);
        if can_be_told {
            self.answers.extend(self.text.len()..self.text.len() + needle.code.len());
        }
        self.text.push_str(&needle.code);
        self.text.push('\n');
    }
}

/// `count` places from 0 to `length`, rising.
fn cuts(length: usize, count: usize, draws: Draws) -> Vec<usize> {
    let mut cuts: Vec<usize> = (0..count).map(|cut| draws.below(cut as u64, length + 1)).collect();
    cuts.sort_unstable();
    cuts
}
