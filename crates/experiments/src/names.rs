//! Names that are not known, answered with the near ones.

use ::recipe::Error;

/// Similarity above which a name is offered as a near one (Jaro–Winkler, 1 = equal), as for measures.
const NEAR: f64 = 0.82;

/// The error for a `kind` of thing that has no such name.
pub(crate) fn unknown<'a>(kind: &str, name: &str, known: impl Iterator<Item = &'a str>) -> Error {
    let known: Vec<&str> = known.collect();
    let mut near: Vec<(f64, &str)> = known
        .iter()
        .map(|&one| (strsim::jaro_winkler(name, one), one))
        .filter(|(score, one)| *score >= NEAR || (name.len() > 2 && one.contains(name)))
        .collect();
    near.sort_by(|a, b| b.0.total_cmp(&a.0));
    let near: Vec<&str> = near.into_iter().take(3).map(|(_, one)| one).collect();
    let [all, near] = [known, near].map(|names| names.join(", "));
    Error::Recipe(match (all.is_empty(), near.is_empty()) {
        (true, _) => format!("there is no {kind} called {name:?}; there is none at all"),
        (_, true) => format!("there is no {kind} called {name:?}; there are {all}"),
        (_, false) => format!("there is no {kind} called {name:?}; near ones are {near}"),
    })
}
