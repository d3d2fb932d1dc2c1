//! The figures of a finished run.

use recipe::{Caption, Figure, Line, Lines, Result, Scatter};

use super::checkpoints::spearman;
use super::curves::clouds;
use super::grids;
use super::heads::COUNTS;
use super::plan::Plan;
use super::retrieval::Retrieval;
use super::study::{LAST, Study, WORD_COUNTS};

/// All of them, the main ones first.
pub fn all(plan: &Plan, study: &Study) -> Result<Vec<Figure>> {
    let mut figures = clouds(&study.clouds, &study.cloud_labels)?;
    figures.push(words(study));
    figures.extend(grids::all(study));
    figures.push(by_count(plan, study));
    figures.push(checkpoints(study));
    Ok(figures)
}

fn line(name: &str, values: Vec<f64>) -> Line {
    Line { name: name.to_owned(), values: values.into_iter().map(Some).collect(), band: Vec::new() }
}

/// Mean reciprocal rank over the number of anchors.
fn words(study: &Study) -> Figure {
    let words = &study.words;
    let mrr = |found: &[Retrieval]| found.iter().map(|found| found.mrr).collect::<Vec<f64>>();
    let finding = format!(
        "With {} anchors the mean reciprocal rank is {:.2} by angles and {:.3} by the vectors themselves; Procrustes on the same anchors reaches {:.2}.",
        WORD_COUNTS[LAST], words.relative[LAST].mrr, words.absolute.mrr, words.turned[LAST].mrr
    );
    Figure::Lines(Lines {
        caption: Caption {
            id: "words".to_owned(),
            alt: format!("Four lines over the number of anchors. {finding}"),
            finding,
            about: format!(
                "Each of {} words (none an anchor) of the first table is looked for among the same words of the second, by cosine: mean of 1 / rank. Tables were learned from first numbers of their own. Permuted: the second table's anchors in another order. Procrustes: the second table turned so that its anchors fall on the first one's.",
                words.n
            ),
            unit: "mean reciprocal rank".to_owned(),
            n: words.n,
        },
        title: "The same word in another table".to_owned(),
        x_name: "anchors".to_owned(),
        y_name: "mean reciprocal rank".to_owned(),
        x: WORD_COUNTS.map(|count| count as f64).to_vec(),
        lines: vec![
            line("angles to anchors", mrr(&words.relative)),
            line("Procrustes", mrr(&words.turned)),
            line("vectors as they are", vec![words.absolute.mrr; WORD_COUNTS.len()]),
            line("angles, anchors permuted", mrr(&words.permuted)),
        ],
    })
}

/// What linear heads carry over, by the number of anchors.
fn by_count(plan: &Plan, study: &Study) -> Figure {
    let carried = &study.carried;
    let percent = |values: &[f64]| values.iter().map(|v| 100.0 * v).collect::<Vec<f64>>();
    let best = carried.stitched.iter().copied().fold(0.0, f64::max);
    let finding = format!(
        "A head of the first space names up to {:.0} % of pictures rightly in the second; with vectors as they are it names {:.0} %.",
        100.0 * best,
        100.0 * carried.absolute[1]
    );
    Figure::Lines(Lines {
        caption: Caption {
            id: "by_count".to_owned(),
            alt: format!("Lines over the number of anchors. {finding}"),
            finding,
            about: format!(
                "Linear heads (ridge) on the latent vectors, {} numbers each, of two classifiers that were trained apart and without anchors: fitted in the first space, tested on test pictures of the first and of the second.",
                plan.d
            ),
            unit: "% right".to_owned(),
            n: super::plan::N_TEST,
        },
        title: "How many anchors it takes".to_owned(),
        x_name: "anchors".to_owned(),
        y_name: "right answers in %".to_owned(),
        x: COUNTS.map(|count| count as f64).to_vec(),
        lines: vec![
            line("own space", percent(&carried.own)),
            line("other space, angles", percent(&carried.stitched)),
            line("other space, Procrustes", vec![100.0 * carried.absolute[2]; COUNTS.len()]),
            line("other space, vectors as they are", vec![100.0 * carried.absolute[1]; COUNTS.len()]),
        ],
    })
}

/// Likeness to a reference against accuracy.
fn checkpoints(study: &Study) -> Figure {
    let column = |k: usize| study.checkpoints.iter().map(|row| row[k]).collect::<Vec<f64>>();
    let (likeness, accuracy) = (column(1), column(2));
    let finding = format!(
        "Over {} checkpoints the rank correlation of likeness and accuracy is {:.2}.",
        likeness.len(),
        spearman(&likeness, &accuracy)
    );
    Figure::Scatter(Scatter {
        caption: Caption {
            id: "checkpoints".to_owned(),
            alt: format!("{} points in a plane. {finding}", likeness.len()),
            finding,
            about: "A classifier on its way: mean cosine of its relative representations (64 test pictures as anchors) with those of another classifier that is done, against its share of right answers.".to_owned(),
            unit: "cosine".to_owned(),
            n: likeness.len(),
        },
        labels: study.checkpoints.iter().map(|row| format!("step {}", row[0])).collect(),
        x: likeness,
        y: accuracy.iter().map(|share| 100.0 * share).collect(),
        x_name: "likeness to the reference".to_owned(),
        y_name: "right answers in %".to_owned(),
        groups: None,
        title: Some("Likeness to a good network".to_owned()),
    })
}
