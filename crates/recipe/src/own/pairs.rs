//! The likeness of named vectors against what people said of pairs of names.

use std::collections::HashMap;

use analysis::{Activations, PairRatings, pair_ratings};

use super::Shelf;
use crate::host::Stage;
use crate::{Caption, Column, Error, Figure, Host, Intervals, Result, Table, TableValue};

/// Pairs of which most is made that are listed.
const MOST_ROWS: usize = 20;

/// What is asked for.
pub(super) struct Question<'a> {
    pub array: &'a str,
    pub ratings: &'a str,
    pub first: Option<&'a str>,
    pub second: &'a str,
}

/// Pairs of which both stimuli are there.
struct Covered {
    names: Vec<[String; 2]>,
    places: Vec<[usize; 2]>,
    ratings: Vec<f64>,
}

/// Spearman's correlation with its interval and coverage, and the pairs on which vectors and people differ most.
pub(super) async fn figures<H: Host>(
    shelf: &Shelf,
    question: &Question<'_>,
    stage: &mut Stage<'_, H>,
    warnings: &mut Vec<String>,
) -> Result<Vec<Figure>> {
    stage.step(0, 1).await?;
    let Question { array, ratings, .. } = *question;
    let (vectors, covered, n_all) = cover(shelf, question)?;
    let n = covered.places.len();
    let at = |source| Error::Analysis { site: format!("{array} and {ratings}"), source };
    let found = pair_ratings(&vectors, &covered.places, &covered.ratings).map_err(at)?;
    if n < n_all {
        warnings.push(format!(
            "{array} covers {n} of {n_all} pairs; the {} others have a name that it lacks, and are left out.",
            n_all - n
        ));
    }
    Ok(vec![
        Figure::Intervals(agreement(question, &found, [n, n_all])),
        Figure::Table(disagreements(question, &found, &covered)),
    ])
}

/// The vectors, the pairs that they cover, and how many pairs there are.
fn cover(shelf: &Shelf, question: &Question<'_>) -> Result<(Activations<f64>, Covered, usize)> {
    let Question { array, ratings, first, second } = *question;
    let stimuli = &shelf.card(array)?.stimuli;
    if stimuli.is_empty() {
        return Err(Error::Recipe(format!(
            "pairs of names are looked up among the stimuli of {array}, but its file names none; give a table with a column of names, or an .npz with stimulus_names"
        )));
    }
    let place_of: HashMap<&str, usize> = stimuli.iter().map(String::as_str).zip(0..).collect();
    let firsts = match first {
        Some(name) => shelf.words(name)?,
        None => shelf.card(ratings)?.stimuli.clone(),
    };
    if firsts.is_empty() {
        return Err(Error::Recipe(format!(
            "the first names of the pairs were to be the names of the rows of {ratings}, but its file names none; choose the array that holds them"
        )));
    }
    let all_ratings = shelf.values(ratings)?;
    let (seconds, n_all) = (shelf.words(second)?, all_ratings.len());
    let mut covered = Covered { names: Vec::new(), places: Vec::new(), ratings: Vec::new() };
    for ((a, b), rating) in firsts.into_iter().zip(seconds).zip(all_ratings) {
        let (Some(&i), Some(&j)) = (place_of.get(a.as_str()), place_of.get(b.as_str())) else { continue };
        covered.names.push([a, b]);
        covered.places.push([i, j]);
        covered.ratings.push(rating);
    }
    if covered.places.is_empty() {
        return Err(Error::Recipe(format!(
            "none of the {n_all} pairs has both names among the {} stimuli of {array}; check that both files write them alike, small letters too",
            stimuli.len()
        )));
    }
    Ok((shelf.activations(array)?, covered, n_all))
}

fn agreement(question: &Question<'_>, found: &PairRatings, [n, n_all]: [usize; 2]) -> Intervals {
    let Question { array, ratings, .. } = *question;
    let range = found.interval.map_or(String::new(), |[low, high]| format!(" (95 % {low:.3} to {high:.3})"));
    let finding = format!(
        "Cosines in {array} follow {ratings} with Spearman's ρ = {:.3}{range}, over {n} of {n_all} pairs.",
        found.spearman
    );
    Intervals {
        caption: Caption {
            id: "pair_ratings".to_owned(),
            alt: format!("Rank correlation of cosines and ratings with its interval. {finding}"),
            finding,
            about: "pair_cosine_spearman: Spearman's correlation, over pairs, of the cosine of the two vectors with the rating; interval by Fisher's z with Bonett and Wright's standard error, pairs taken for independent.".to_owned(),
            unit: "Spearman's ρ".to_owned(),
            n,
        },
        title: format!("How well {array} follows {ratings}"),
        labels: vec![array.to_owned()],
        values: vec![found.spearman],
        intervals: found.interval.into_iter().collect(),
        notes: vec![format!("{n} of {n_all} pairs")],
        x_name: "Spearman's ρ of cosines and ratings".to_owned(),
        band: None,
        baseline: Some(0.0),
    }
}

fn disagreements(question: &Question<'_>, found: &PairRatings, covered: &Covered) -> Table {
    let Question { array, ratings, .. } = *question;
    let mut order: Vec<usize> = (0..covered.places.len()).collect();
    let size = |&pair: &usize| found.rank_differences[pair].abs();
    order.sort_by(|a, b| size(b).total_cmp(&size(a)));
    let row = |&pair: &usize| {
        let [a, b] = &covered.names[pair];
        vec![
            TableValue::Word(format!("{a} – {b}")),
            TableValue::Number(covered.ratings[pair]),
            TableValue::Number(found.cosines[pair]),
            TableValue::Number(found.rank_differences[pair]),
        ]
    };
    let [a, b] = &covered.names[order[0]];
    let side = if found.rank_differences[order[0]] > 0.0 { "more" } else { "less" };
    let finding =
        format!("{array} and {ratings} differ most on {a} – {b}, which {array} finds {side} alike.");
    let rows: Vec<_> = order.iter().take(MOST_ROWS).map(row).collect();
    let column = |name: &str| Column { name: name.to_owned(), unit: String::new() };
    Table {
        caption: Caption {
            id: "pair_disagreements".to_owned(),
            alt: format!(
                "Table of {} pairs with rating, cosine and difference in rank. {finding}",
                rows.len()
            ),
            finding,
            about: format!(
                "The {} pairs whose rank by cosine is furthest from their rank by rating, as a part of all pairs; above 0 where the vectors are more alike than people say.",
                rows.len()
            ),
            unit: "difference in rank, as a part of all pairs".to_owned(),
            n: covered.places.len(),
        },
        title: "Where vectors and people differ most".to_owned(),
        columns: ["pair", "rating", "cosine", "rank difference"].map(column).to_vec(),
        rows,
    }
}
