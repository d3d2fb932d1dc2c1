//! The names nearest to one that does not exist, for an error that helps.

/// How many names a message lists.
const SHOWN: usize = 5;
/// Names less similar than this (1 = equal, by Damerau–Levenshtein) are no help.
const LEAST_SIMILAR: f64 = 0.4;

/// A sentence that lists the names most like `asked`, best first; names that contain it count as near.
pub(crate) fn near_sentence<'a>(asked: &str, names: impl Iterator<Item = &'a str>) -> String {
    let wanted = asked.to_lowercase();
    let mut rated: Vec<(f64, &str)> = names
        .map(|name| {
            let lower = name.to_lowercase();
            let contains = !wanted.is_empty() && lower.contains(&wanted);
            let bonus = if contains { 1.0 } else { 0.0 };
            (bonus + strsim::normalized_damerau_levenshtein(&wanted, &lower), name)
        })
        .filter(|(similarity, _)| *similarity >= LEAST_SIMILAR)
        .collect();
    // A stable sort keeps forward order among equals.
    rated.sort_by(|a, b| b.0.total_cmp(&a.0));
    rated.dedup_by(|a, b| a.1 == b.1);
    match rated.as_slice() {
        [] => "No name comes near it; see the list of names.".to_owned(),
        some => {
            let shown: Vec<&str> = some.iter().take(SHOWN).map(|(_, name)| *name).collect();
            format!("Near names: {}.", shown.join(", "))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_misspelt_name_lists_the_right_one_first_and_nonsense_lists_nothing() {
        let names = ["conv1", "fire2", "fire9", "logits"];
        assert_eq!(near_sentence("logit", names.into_iter()), "Near names: logits.");
        assert!(near_sentence("zzzzzzzz", names.into_iter()).starts_with("No name"));
    }
}
