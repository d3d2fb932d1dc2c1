//! Numbers for each array alone.

use analysis::{SummaryKind, summaries};

use super::Shelf;
use crate::host::Stage;
use crate::{Caption, Column, Figure, Host, Result, Table, TableValue};

/// A table with a row for each summary and a column for each array. What is undefined is a word that says so, and the reason
/// a warning.
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
    let inputs = arrays.iter().map(|name| shelf.activations(name)).collect::<Result<Vec<_>>>()?;
    let mut rows = Vec::new();
    for (step, summary) in wanted.iter().enumerate() {
        stage.step(step, wanted.len()).await?;
        let mut row = vec![TableValue::Word(summary.name.to_owned())];
        let mut refused = Vec::new();
        for (name, x) in arrays.iter().zip(&inputs) {
            let value = match (summary.kind, &classes) {
                (SummaryKind::Activations(of), _) => of(x),
                (SummaryKind::Labelled(of), Some(classes)) => of(x, classes),
                (SummaryKind::Labelled(_), None) => continue,
            };
            row.push(value.map_or_else(
                |error| {
                    refused.push((name.as_str(), error));
                    TableValue::Word("undefined".to_owned())
                },
                TableValue::Number,
            ));
        }
        // One sentence a measure; where several arrays are refused, the reason of the first.
        if let Some((_, error)) = refused.first() {
            let names: Vec<&str> = refused.iter().map(|(name, _)| *name).collect();
            warnings.push(format!("No {} of {}: {error}", summary.name, names.join(", ")));
        }
        rows.push(row);
    }
    let n = arrays.first().map_or(Ok(0), |name| shelf.card(name).map(|card| card.n_stimuli))?;
    let finding = finding(&rows, arrays);
    let alt = format!("Table of {} numbers for each of {} arrays. {finding}", wanted.len(), arrays.len());
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
        columns: std::iter::once("measure").chain(arrays.iter().map(String::as_str)).map(column).collect(),
        rows,
    })])
}

/// Over how many dimensions the arrays spread.
fn finding(rows: &[Vec<TableValue>], arrays: &[String]) -> String {
    let is_ratio = |row: &&Vec<TableValue>| row[0] == TableValue::Word("participation_ratio".to_owned());
    let values = rows.iter().find(is_ratio).map_or(&[][..], |row| &row[1..]);
    let mut ratios: Vec<(f64, &str)> = values
        .iter()
        .zip(arrays)
        .filter_map(|(value, name)| match value {
            TableValue::Number(value) => Some((*value, name.as_str())),
            TableValue::Word(_) => None,
        })
        .collect();
    ratios.sort_by(|a, b| a.0.total_cmp(&b.0));
    match (ratios.first(), ratios.last()) {
        (Some((low, a)), Some((high, b))) if ratios.len() > 1 => {
            format!("By participation ratio, {a} spreads over {low:.1} dimensions, {b} over {high:.1}.")
        }
        (Some((low, a)), _) => format!("By participation ratio, {a} spreads over {low:.1} dimensions."),
        _ => "No participation ratio could be given; the notes say why.".to_owned(),
    }
}
