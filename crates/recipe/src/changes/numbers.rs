//! The numbers in a change: lists of places, and factors.

/// Most numbers that a list may name.
const MOST: usize = 1_000_000;

/// Lists of numbers by what they count.
pub(super) struct Lists(Vec<(&'static str, Vec<usize>)>);

impl Lists {
    /// Reads `heads 6, 7 units 3-5`: words among `known`, in the plural or the singular, each with numbers and ranges from
    /// 0, both ends included. Errors say what was found.
    pub fn read(text: &str, known: &[&'static str]) -> Result<Self, String> {
        let mut lists: Vec<(&'static str, Vec<usize>)> = vec![];
        for word in text.replace(',', " ").split_whitespace() {
            let named = known.iter().find(|name| name.trim_end_matches('s') == word.trim_end_matches('s'));
            if let Some(name) = named.filter(|name| !lists.iter().any(|(other, _)| other == *name)) {
                lists.push((name, vec![]));
                continue;
            }
            match (named, range(word), lists.last_mut()) {
                (None, Some((first, last)), Some((_, list))) if first <= last => {
                    if list.len().saturating_add(last - first) >= MOST {
                        return Err(format!("names more than {MOST} numbers with “{word}”"));
                    }
                    list.extend(first..=last);
                }
                _ => return Err(format!("has the word “{word}”, which is not understood there")),
            }
        }
        match lists.iter().find(|(_, list)| list.is_empty()) {
            Some((name, _)) => Err(format!("names {name} without numbers")),
            None => Ok(Self(lists)),
        }
    }

    /// The numbers of one of the words, if it was there.
    pub fn take(&mut self, name: &str) -> Option<Vec<usize>> {
        let at = self.0.iter().position(|(other, _)| *other == name)?;
        Some(self.0.swap_remove(at).1)
    }
}

/// `7` or `3-5` (also with an en dash).
fn range(word: &str) -> Option<(usize, usize)> {
    match word.split_once(['-', '–']) {
        Some((first, last)) => Some((first.parse().ok()?, last.parse().ok()?)),
        None => word.parse().ok().map(|number| (number, number)),
    }
}

/// The number of `× 2` (also with * or x), if it is one.
pub(super) fn factor(text: &str) -> Option<f32> {
    let number = text.strip_prefix(['×', '*', 'x'])?.trim().parse::<f32>().ok()?;
    number.is_finite().then_some(number)
}

/// The first word and what follows it.
pub(super) fn first_word(text: &str) -> Option<(&str, &str)> {
    let text = text.trim();
    let end = text.find(char::is_whitespace).unwrap_or(text.len());
    (!text.is_empty()).then(|| text.split_at(end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_hold_numbers_and_ranges_and_refuse_the_rest() {
        let mut lists = Lists::read(" heads 6, 7 units 3-5, 9 ", &["heads", "units"]).unwrap();
        assert_eq!(lists.take("units"), Some(vec![3, 4, 5, 9]));
        assert_eq!(lists.take("heads"), Some(vec![6, 7]));
        assert_eq!(lists.take("heads"), None);
        let refused = |text: &str| Lists::read(text, &["heads"]).err().unwrap();
        for text in ["3", "heads 5-3", "heads -1", "units 3", "heads 1 heads 2", "heads x"] {
            assert!(refused(text).contains("not understood"), "{text}");
        }
        assert!(refused("heads").contains("without numbers"));
        assert!(refused("heads 0-99999999999").contains("more than"));
    }

    #[test]
    fn a_factor_is_a_finite_number_after_a_sign() {
        assert_eq!(factor("× 0.5"), Some(0.5));
        assert_eq!(factor("*-2"), Some(-2.0));
        for text in ["2", "× inf", "× two", ""] {
            assert_eq!(factor(text), None, "{text}");
        }
    }
}
