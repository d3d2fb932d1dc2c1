//! Groups of stimuli as figures, with how well they lie apart and agree with given classes.

use analysis::{
    Dendrogram, Labels, Rdm, Silhouette, adjusted_mutual_information, adjusted_rand_index, classical_mds,
    silhouette_of_rdm,
};

use super::cluster::Question;
use super::{Shelf, Tree};
use crate::{Caption, Column, Error, Figure, Result, Scatter, Table, TableValue};

/// What a clustering found.
pub(super) struct Grouped<'a> {
    pub rdm: &'a Rdm,
    pub groups: Labels,
    pub tree: Option<Dendrogram>,
    pub classes: Option<Labels>,
    /// Whether the distances were given as an RDM.
    pub is_given: bool,
    pub distance: &'a str,
    pub about: &'static str,
}

/// Stimuli up to which groups without a tree are drawn on a map, whose cost grows with their cube.
const MOST_MAPPED: usize = 1500;

/// The tree, or the groups on a map; then a row for each group.
pub(super) fn shown(shelf: &Shelf, question: &Question<'_>, found: &Grouped<'_>) -> Result<Vec<Figure>> {
    let at = |source| Error::Analysis { site: question.method.to_owned(), source };
    let n = found.rdm.n_stimuli();
    // Undefined for one group, and for as many as stimuli.
    let silhouette = silhouette_of_rdm(found.rdm, &found.groups).ok();
    let agreement = match &found.classes {
        None => None,
        Some(classes) => Some([
            adjusted_rand_index(&found.groups, classes).map_err(at)?,
            adjusted_mutual_information(&found.groups, classes).map_err(at)?,
        ]),
    };
    let finding = finding(question, found, silhouette.as_ref(), agreement);
    let names = shelf.stimulus_names(question.array)?;
    let classes = match question.labels {
        None => None,
        Some(given) => Some(shelf.class_names(given, &shelf.whole_numbers(given)?)?),
    };
    let measured = if found.is_given {
        "Dissimilarities as they stand in the file.".to_owned()
    } else {
        format!("Distance: {}.", found.distance)
    };
    let about = format!("{} {measured} Seed {}.", found.about, question.seed);
    let caption = |id: &str, unit: &str, alt: String| Caption {
        id: id.to_owned(),
        finding: finding.clone(),
        about: about.clone(),
        unit: unit.to_owned(),
        n,
        alt,
    };
    let unit = if found.is_given { "dissimilarity" } else { found.distance };
    let mut figures = Vec::new();
    if let Some(tree) = &found.tree {
        let alt = format!("Tree of {n} stimuli, joined from the nearest to the farthest. {finding}");
        figures.push(Figure::Tree(Tree {
            caption: caption("tree", unit, alt),
            title: format!("{} in groups", question.array),
            labels: names.clone(),
            merges: tree.merges().iter().map(|merge| [merge.left, merge.right]).collect(),
            heights: tree.merges().iter().map(|merge| merge.height).collect(),
            order: tree.leaf_order(),
            n_groups: question.n_groups,
            height_name: format!("height, {unit}"),
            classes: classes.clone(),
        }));
    } else if n <= MOST_MAPPED {
        let map = classical_mds(found.rdm, 2).map_err(at)?;
        let axis = |k: usize| map.coordinates.chunks_exact(2).map(|row| row[k]).collect();
        let alt =
            format!("Map of {n} stimuli by classical scaling, in the colours of their groups. {finding}");
        figures.push(Figure::Scatter(Scatter {
            caption: caption("groups_map", unit, alt),
            labels: names.clone(),
            x: axis(0),
            y: axis(1),
            x_name: "first dimension".to_owned(),
            y_name: "second dimension".to_owned(),
            groups: Some(found.groups.classes().iter().map(|group| format!("group {}", group + 1)).collect()),
            title: None,
        }));
    }
    figures.push(Figure::Table(Table {
        caption: caption("groups", "", format!("Table of {} groups. {finding}", found.groups.n_classes())),
        title: "The groups".to_owned(),
        columns: columns(silhouette.is_some(), classes.is_some()),
        rows: rows(found, silhouette.as_ref(), classes.as_deref(), &names),
    }));
    Ok(figures)
}

fn finding(
    question: &Question<'_>,
    found: &Grouped<'_>,
    silhouette: Option<&Silhouette>,
    agreement: Option<[f64; 2]>,
) -> String {
    let sizes = found.groups.counts();
    let (least, most) = (sizes.iter().min().unwrap_or(&0), sizes.iter().max().unwrap_or(&0));
    let mut sentence = format!(
        "{} groups of {} stimuli",
        sizes.len(),
        if least == most { least.to_string() } else { format!("{least} to {most}") }
    );
    if let Some(silhouette) = silhouette {
        sentence.push_str(&format!(", mean silhouette {:.2}", silhouette.mean));
    }
    if let (Some([rand, information]), Some(labels)) = (agreement, question.labels) {
        sentence.push_str(&format!(
            "; with {labels} they agree at {rand:.2} by the adjusted Rand index and {information:.2} by adjusted mutual information (0 is chance)"
        ));
    }
    sentence.push('.');
    sentence
}

fn columns(has_silhouette: bool, has_classes: bool) -> Vec<Column> {
    let mut names = vec!["group", "stimuli"];
    if has_silhouette {
        names.push("silhouette");
    }
    if has_classes {
        names.extend(["commonest class", "share of it"]);
    }
    names.push("members");
    names.into_iter().map(|name| Column::new(name, "")).collect()
}

/// Members that a row names; the others are counted.
const MOST_NAMED: usize = 12;

fn rows(
    found: &Grouped<'_>,
    silhouette: Option<&Silhouette>,
    classes: Option<&[String]>,
    names: &[String],
) -> Vec<Vec<TableValue>> {
    (0..found.groups.n_classes())
        .map(|group| {
            let members: Vec<usize> =
                (0..names.len()).filter(|&k| found.groups.classes()[k] == group).collect();
            let n = members.len();
            let mut row = vec![TableValue::Number((group + 1) as f64), TableValue::Number(n as f64)];
            if let Some(silhouette) = silhouette {
                let sum: f64 = members.iter().map(|&k| silhouette.of_stimuli[k]).sum();
                row.push(TableValue::Number(sum / n as f64));
            }
            if let Some(classes) = classes {
                let (class, count) = commonest(&members, classes);
                row.push(TableValue::Word(class.to_owned()));
                row.push(TableValue::Number(count as f64 / n as f64));
            }
            let mut words: Vec<&str> = members.iter().take(MOST_NAMED).map(|&k| names[k].as_str()).collect();
            let more = format!("and {} more", n.saturating_sub(MOST_NAMED));
            if n > MOST_NAMED {
                words.push(&more);
            }
            row.push(TableValue::Word(words.join(", ")));
            row
        })
        .collect()
}

/// The class that most members have, the first of equally common ones, and how many have it.
fn commonest<'a>(members: &[usize], classes: &'a [String]) -> (&'a str, usize) {
    let mut best = ("", 0);
    for &k in members {
        let count = members.iter().filter(|&&other| classes[other] == classes[k]).count();
        if count > best.1 {
            best = (&classes[k], count);
        }
    }
    best
}
