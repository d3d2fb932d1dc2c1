//! Names like the one that was asked for, for errors that help.

/// Longer names are not compared: edit distance costs the product of both lengths.
const LONGEST_COMPARED: usize = 256;
/// No more candidates than this are compared, so that a hostile file cannot cost seconds.
const MOST_COMPARED: usize = 20_000;
/// Below this normalised Damerau-Levenshtein similarity a name is no help.
const LEAST_SIMILARITY: f64 = 0.6;

/// Up to `limit` of `candidates` that `name` may have meant, the nearest first.
///
/// A candidate that contains `name`, or is contained in it, counts as near (checkpoints differ by
/// a prefix such as `model.`); the others are ranked by edit distance, of the whole names or of their ends.
///
/// ```
/// let names = ["model.norm.weight", "lm_head.weight"];
/// assert_eq!(inscape_formats::near::near_names("norm.weigth", names, 3), ["model.norm.weight"]);
/// ```
pub fn near_names<'a>(
    name: &str,
    candidates: impl IntoIterator<Item = &'a str>,
    limit: usize,
) -> Vec<&'a str> {
    if name.is_empty() || name.len() > LONGEST_COMPARED {
        return Vec::new();
    }
    let mut ranked: Vec<(f64, &str)> = candidates
        .into_iter()
        .take(MOST_COMPARED)
        .filter(|candidate| candidate.len() <= LONGEST_COMPARED)
        .map(|candidate| (similarity(name, candidate), candidate))
        .filter(|(score, _)| *score >= LEAST_SIMILARITY)
        .collect();
    ranked.sort_by(|(left, left_name), (right, right_name)| {
        right.total_cmp(left).then(left_name.cmp(right_name))
    });
    ranked.truncate(limit);
    ranked.into_iter().map(|(_, candidate)| candidate).collect()
}

fn similarity(name: &str, candidate: &str) -> f64 {
    let whole = strsim::normalized_damerau_levenshtein(name, candidate);
    // The ends alone, for a misspelling without the prefix; a little less than the whole counts.
    let length = name.chars().count().min(candidate.chars().count());
    let ends = strsim::normalized_damerau_levenshtein(end_of(name, length), end_of(candidate, length));
    let nested = !candidate.is_empty() && (candidate.contains(name) || name.contains(candidate));
    if nested { 1.0 + whole } else { whole.max(0.9 * ends) }
}

/// The last `length` characters.
fn end_of(text: &str, length: usize) -> &str {
    match length.checked_sub(1).and_then(|before| text.char_indices().rev().nth(before)) {
        Some((start, _)) => &text[start..],
        None => "",
    }
}
