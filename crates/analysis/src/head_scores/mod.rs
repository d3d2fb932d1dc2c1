//! What an attention head does, told from where it looks: the part of its attention that goes to the places that a
//! mechanism would look at.
//!
//! Previous-token, duplicate-token and induction heads: Elhage et al. 2021, "A mathematical framework for transformer
//! circuits"; Olsson et al. 2022, "In-context learning and induction heads" (prefix matching). Copying: Wu et al. 2024,
//! "Retrieval head mechanistically explains long-context factuality" (here against the text's own next token).

use crate::error::{Error, Result};
use crate::names::{Named, line_of, variant_named};

/// A kind of head that is looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HeadScore {
    /// Looks at the token before.
    PreviousToken,
    /// Looks at earlier places of the same token.
    DuplicateToken,
    /// Looks at what came after earlier places of the same token.
    Induction,
    /// Looks most at an earlier place of the very token that comes next.
    Copy,
}

/// Every head score.
pub const HEAD_SCORES: &[Named<HeadScore>] = &[
    Named {
        variant: HeadScore::PreviousToken,
        name: "head_previous_token",
        about: "Attention to the token before, mean over queries but the first; 0 to 1.",
    },
    Named {
        variant: HeadScore::DuplicateToken,
        name: "head_duplicate_token",
        about: "Attention to all earlier places of the query's token, mean over the queries that have one; 0 to 1.",
    },
    Named {
        variant: HeadScore::Induction,
        name: "head_induction",
        about: "Attention to all places right after an earlier place of the query's token, mean over the queries that have one; 0 to 1.",
    },
    Named {
        variant: HeadScore::Copy,
        name: "head_copy",
        about: "Share of queries whose most attended place holds the token that comes next, among those whose next token came before; 0 to 1.",
    },
];

impl HeadScore {
    /// The exact name.
    pub fn name(self) -> &'static str {
        line_of(HEAD_SCORES, self).name
    }

    /// The score of that name; an error with the near ones.
    pub fn named(name: &str) -> Result<Self> {
        variant_named("head score", HEAD_SCORES, name)
    }
}

/// The score of each head of a block on one text: `pattern` `[head, query, key]` (rows sum to 1) and the text's tokens →
/// `[head]`.
///
/// Cost: one pass through the pattern.
///
/// # Errors
/// A pattern that is not one for so many tokens; a text without a query to score (no token that comes again).
pub fn head_scores(pattern: &[f32], tokens: &[u32], score: HeadScore) -> Result<Vec<f64>> {
    let n = tokens.len();
    if n == 0 || pattern.is_empty() || !pattern.len().is_multiple_of(n * n) {
        return Err(Error::WrongPattern { found: pattern.len(), n_tokens: n });
    }
    let looked_at = places(tokens, score);
    let n_queries = looked_at.iter().filter(|places| !places.is_empty()).count();
    if n_queries == 0 {
        return Err(Error::NothingToScore { score: score.name(), n_tokens: n });
    }
    let of_head = |head: &[f32]| {
        let scored = head.chunks_exact(n).zip(&looked_at).filter(|(_, places)| !places.is_empty());
        let sum: f64 = scored.map(|(row, places)| of_query(row, places, score)).sum();
        sum / n_queries as f64
    };
    Ok(pattern.chunks_exact(n * n).map(of_head).collect())
}

/// For each query the places that the mechanism looks at; none where the query does not count.
fn places(tokens: &[u32], score: HeadScore) -> Vec<Vec<usize>> {
    let n = tokens.len();
    let earlier = |query: usize, token: u32| (0..query).filter(move |&key| tokens[key] == token);
    (0..n)
        .map(|query| match score {
            HeadScore::PreviousToken => query.checked_sub(1).into_iter().collect(),
            HeadScore::DuplicateToken => earlier(query, tokens[query]).collect(),
            HeadScore::Induction => earlier(query, tokens[query]).map(|key| key + 1).collect(),
            HeadScore::Copy => {
                tokens.get(query + 1).map_or(Vec::new(), |&next| earlier(query, next).collect())
            }
        })
        .collect()
}

fn of_query(row: &[f32], places: &[usize], score: HeadScore) -> f64 {
    if score != HeadScore::Copy {
        return places.iter().map(|&key| f64::from(row[key])).sum();
    }
    let most = (0..row.len()).max_by(|&a, &b| row[a].total_cmp(&row[b]).then(b.cmp(&a)));
    f64::from(u8::from(most.is_some_and(|key| places.contains(&key))))
}
