//! RDMs as pictures: one, or several side by side.

use std::str::FromStr;

use analysis::{Distance, Rdm, RdmComparison, compare_rdms};

use super::{Panels, Shelf};
use crate::host::Stage;
use crate::{ArrayKind, Caption, Entries, Error, Figure, Host, Result, figures};

/// Numbers that a page can hold beside the arrays themselves: 256 MiB of them.
const MOST_NUMBERS: usize = 1 << 25;

/// A matrix with its name.
struct Named {
    name: String,
    rdm: Rdm,
    /// Whether it was given as an RDM, so that its unit is not known.
    is_given: bool,
}

/// The RDM of each array, and of each subject where an array has several; with labels, stimuli of a class beside each other.
pub(super) async fn figures<H: Host>(
    shelf: &Shelf,
    arrays: &[String],
    distance: &str,
    labels: Option<&str>,
    stage: &mut Stage<'_, H>,
) -> Result<Vec<Figure>> {
    let at = |source| Error::Analysis { site: "distance".to_owned(), source };
    let kind = Distance::from_str(distance).map_err(at)?;
    let mut found: Vec<Named> = Vec::new();
    for (step, name) in arrays.iter().enumerate() {
        stage.step(step, 2 * arrays.len()).await?;
        let card = shelf.card(name)?;
        // A model of classes has no distances of its own to show.
        if card.kind == ArrayKind::Labels {
            return shelf.refuse(name, "activations or one RDM");
        }
        let is_given = matches!(card.kind, ArrayKind::Rdm | ArrayKind::Rdms);
        let rdms = shelf.rdms(name, kind)?;
        let is_single = rdms.len() == 1;
        for (place, rdm) in rdms.into_iter().enumerate() {
            let name = if is_single { name.clone() } else { format!("{name} {}", place + 1) };
            found.push(Named { name, rdm, is_given });
        }
    }
    let n = found.first().map_or(0, |one| one.rdm.n_stimuli());
    if found.len() * n * n > MOST_NUMBERS {
        return Err(Error::Recipe(format!(
            "{} RDMs of {n} stimuli are {} numbers, and a figure holds at most {MOST_NUMBERS}; choose fewer arrays or stimuli",
            found.len(),
            found.len() * n * n
        )));
    }
    let order = order(shelf, labels, n)?;
    let names = shelf.stimulus_names(&arrays[0])?;
    let labels: Vec<String> = match labels {
        None => names,
        Some(given) => {
            let classes = shelf.class_names(given, &shelf.whole_numbers(given)?)?;
            order.iter().map(|&k| format!("{}: {}", classes[k], names[k])).collect()
        }
    };
    match found.as_slice() {
        [one] => Ok(vec![Figure::Heatmap(single(one, &labels, &order, kind)?)]),
        several => {
            let finding = finding(several, stage).await?;
            Ok(vec![Figure::Panels(panels(several, labels, &order, kind, finding))])
        }
    }
}

/// Stimuli class by class, or as they are.
fn order(shelf: &Shelf, labels: Option<&str>, n: usize) -> Result<Vec<usize>> {
    let mut order: Vec<usize> = (0..n).collect();
    if let Some(name) = labels {
        let classes = shelf.whole_numbers(name)?;
        order.sort_by_key(|&k| classes[k]);
    }
    Ok(order)
}

fn ordered(rdm: &Rdm, order: &[usize]) -> impl Iterator<Item = f64> {
    order.iter().flat_map(move |&i| order.iter().map(move |&j| if i == j { 0.0 } else { rdm.get(i, j) }))
}

fn single(
    Named { name, rdm, is_given }: &Named,
    labels: &[String],
    order: &[usize],
    kind: Distance,
) -> Result<crate::Heatmap> {
    let at = |source| Error::Analysis { site: name.clone(), source };
    let sorted = Rdm::from_square(&ordered(rdm, order).collect::<Vec<f64>>(), order.len()).map_err(at)?;
    let mut heatmap = figures::rdm(name, &sorted, labels, kind);
    if *is_given {
        heatmap.caption.about = format!("{name}, an RDM as it stands in the file.");
        heatmap.caption.unit = "dissimilarity".to_owned();
        heatmap.caption.alt =
            format!("{0} by {0} matrix of dissimilarities. {1}", order.len(), heatmap.caption.finding);
    }
    heatmap.entries = Entries::Stimuli;
    Ok(heatmap)
}

fn panels(found: &[Named], labels: Vec<String>, order: &[usize], kind: Distance, finding: String) -> Panels {
    let given = found.iter().filter(|one| one.is_given).count();
    let (about, unit) = match (given, found.len() - given) {
        (_, 0) => ("RDMs as they stand in the files".to_owned(), "dissimilarity"),
        (0, _) => (format!("RDMs by {} distance", kind.name()), kind.name()),
        _ => (
            format!("RDMs by {} distance, and RDMs as they stand in the files", kind.name()),
            "dissimilarity",
        ),
    };
    let values: Vec<f64> = found.iter().flat_map(|one| ordered(&one.rdm, order)).collect();
    let most = values.iter().copied().fold(0.0, f64::max);
    let least = values.iter().copied().fold(0.0, f64::min);
    Panels {
        caption: Caption {
            id: "rdms".to_owned(),
            alt: format!("{} matrices of {} stimuli side by side. {finding}", found.len(), order.len()),
            finding,
            about: format!("{about}; one colour scale for all."),
            unit: unit.to_owned(),
            n: order.len(),
        },
        title: "How far apart the stimuli are".to_owned(),
        names: found.iter().map(|one| one.name.clone()).collect(),
        labels,
        values,
        domain: [least, if most > least { most } else { least + 1.0 }],
    }
}

/// Which two are most and least alike.
async fn finding<H: Host>(found: &[Named], stage: &mut Stage<'_, H>) -> Result<String> {
    let pairs: Vec<(usize, usize)> =
        (0..found.len()).flat_map(|i| (i + 1..found.len()).map(move |j| (i, j))).collect();
    let mut values: Vec<(f64, usize, usize)> = Vec::new();
    for (step, &(i, j)) in pairs.iter().enumerate() {
        stage.step(pairs.len() + step, 2 * pairs.len()).await?;
        // A constant RDM has no ranks; it is drawn all the same.
        if let Ok(value) = compare_rdms(&found[i].rdm, &found[j].rdm, RdmComparison::Spearman) {
            values.push((value, i, j));
        }
    }
    values.sort_by(|a, b| b.0.total_cmp(&a.0));
    let name = |k: usize| found[k].name.as_str();
    Ok(match (values.first(), values.last()) {
        (Some(&(high, a, b)), Some(&(low, c, d))) if values.len() > 1 => format!(
            "{} and {} are most alike (Spearman {high:.2}), {} and {} least ({low:.2}).",
            name(a),
            name(b),
            name(c),
            name(d)
        ),
        (Some(&(value, a, b)), _) => {
            format!("{} and {} agree at {value:.2} (Spearman).", name(a), name(b))
        }
        _ => format!("{} RDMs, of which none can be ranked.", found.len()),
    })
}
