//! Numbers for each array alone.

use analysis::{SummaryKind, summaries};

use super::Shelf;
use crate::host::Stage;
use crate::{Caption, Column, Figure, Host, Result, Table, TableValue};

/// A table with a row for each summary and array. What is undefined is a word that says so, and the reason a warning.
pub(super) async fn figure<H: Host>(
    shelf: &Shelf,
    arrays: &[String],
    labels: Option<&str>,
    stage: &mut Stage<'_, H>,
    warnings: &mut Vec<String>,
) -> Result<Vec<Figure>> {
    let classes = labels.map(|name| shelf.labels(name)).transpose()?;
    let wanted: Vec<_> = summaries()
        .filter(|summary| classes.is_some() || matches!(summary.kind, SummaryKind::Activations(_)))
        .collect();
    let mut rows = Vec::new();
    for (place, name) in arrays.iter().enumerate() {
        let x = shelf.activations(name)?;
        for (step, summary) in wanted.iter().enumerate() {
            stage.step(place * wanted.len() + step, arrays.len() * wanted.len()).await?;
            let value = match (summary.kind, &classes) {
                (SummaryKind::Activations(of), _) => of(&x),
                (SummaryKind::Labelled(of), Some(classes)) => of(&x, classes),
                (SummaryKind::Labelled(_), None) => continue,
            };
            let value = value.map_or_else(
                |error| {
                    warnings.push(format!("{name}: {error}"));
                    TableValue::Word("undefined".to_owned())
                },
                TableValue::Number,
            );
            rows.push(vec![TableValue::Word(name.clone()), TableValue::Word(summary.name.to_owned()), value]);
        }
    }
    let n = arrays.first().map_or(Ok(0), |name| shelf.card(name).map(|card| card.n_stimuli))?;
    let finding = finding(&rows, arrays.len());
    let alt = format!(
        "Table of {} numbers, {} for each of {} arrays. {finding}",
        rows.len(),
        wanted.len(),
        arrays.len()
    );
    let with = if classes.is_some() { " With labels, also what tells the classes apart." } else { "" };
    let column = |name: &str| Column { name: name.to_owned(), unit: String::new() };
    Ok(vec![Figure::Table(Table {
        caption: Caption {
            id: "summaries".to_owned(),
            finding,
            about: format!(
                "Numbers for one representation at a time, each by its exact name; its card says what it is.{with}"
            ),
            unit: String::new(),
            n,
            alt,
        },
        title: "Each array alone".to_owned(),
        columns: vec![column("array"), column("measure"), column("value")],
        rows,
    })])
}

/// Over how many dimensions the first and, if there are several, the others spread.
fn finding(rows: &[Vec<TableValue>], n_arrays: usize) -> String {
    let is_ratio = |row: &&Vec<TableValue>| row[1] == TableValue::Word("participation_ratio".to_owned());
    let mut ratios: Vec<(f64, String)> = rows
        .iter()
        .filter(is_ratio)
        .filter_map(|row| match (&row[0], &row[2]) {
            (TableValue::Word(name), TableValue::Number(value)) => Some((*value, name.clone())),
            _ => None,
        })
        .collect();
    ratios.sort_by(|a, b| a.0.total_cmp(&b.0));
    match (ratios.first(), ratios.last()) {
        (Some((low, a)), Some((high, b))) if n_arrays > 1 => {
            format!("By participation ratio, {a} spreads over {low:.1} dimensions, {b} over {high:.1}.")
        }
        (Some((low, a)), _) => format!("By participation ratio, {a} spreads over {low:.1} dimensions."),
        _ => "No number could be given; the notes say why.".to_owned(),
    }
}
