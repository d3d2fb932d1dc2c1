//! The figures.

use recipe::{Caption, Column, Figure, Line, Lines, Panels, Table, TableValue};

use super::pictures::N_CLASSES;
use super::points;
use super::study::{Plan, Study, mean_of};

/// All of a finished run.
pub fn all(plan: &Plan, study: &Study) -> Vec<Figure> {
    vec![
        nearest(plan, study),
        heads(plan, study),
        points::cascade(study),
        points::retrieval(study),
        curves(plan, &study.steps, &study.curve),
        confusions(plan, study),
        neighbours(plan, study),
    ]
}

/// A line of percentages at `lengths`, which must lie on `x`.
fn line(name: &str, x: &[usize], lengths: &[usize], shares: &[f64]) -> Line {
    let at = |length: &usize| lengths.iter().position(|own| own == length).map(|place| 100.0 * shares[place]);
    Line { name: name.to_owned(), values: x.iter().map(at).collect(), band: Vec::new() }
}

/// Lengths as places along an axis on which each doubling is one step.
fn doublings(lengths: &[usize]) -> Vec<f64> {
    lengths.iter().map(|&length| (length as f64).log2()).collect()
}

fn nearest(plan: &Plan, study: &Study) -> Figure {
    let (lengths, near) = (&plan.sizes.lengths, &study.nearest);
    let nested = mean_of(&near.nested);
    let lines = [
        ("nested, first dimensions", &near.nested),
        ("fixed at each length", &near.fixed),
        ("fixed at full length, first dimensions", &near.first),
        ("… random dimensions", &near.random),
        ("… principal components", &near.components),
        ("nested, dimensions dealt out", &near.dealt_out),
        ("untrained", &near.untrained),
    ];
    let finding = format!(
        "Cut to {} dimensions, nested embeddings find the right class in {:.0} % of cases, principal components of ordinary ones in {:.0} %, random dimensions in {:.0} %.",
        lengths[1],
        100.0 * nested[1],
        100.0 * mean_of(&near.components)[1],
        100.0 * mean_of(&near.random)[1]
    );
    Figure::Lines(Lines {
        caption: Caption {
            id: "nearest".to_owned(),
            alt: format!("Seven lines over the length of an embedding. {finding}"),
            finding,
            about: format!(
                "Share of {} pictures whose nearest of {} stored ones, by the cosine of as many dimensions, is of their class. Mean over {} networks of each kind (untrained: one).",
                study.n_tested, study.n_stored, plan.sizes.n_nets
            ),
            unit: "%".to_owned(),
            n: study.n_tested,
        },
        title: "How far an embedding can be cut".to_owned(),
        x_name: "log₂ of the number of dimensions".to_owned(),
        y_name: "right answers in %".to_owned(),
        x: doublings(lengths),
        lines: lines.iter().map(|(name, shares)| line(name, lengths, lengths, &mean_of(shares))).collect(),
    })
}

fn heads(plan: &Plan, study: &Study) -> Figure {
    let (lengths, between) = (&plan.sizes.lengths, plan.between());
    let mut x: Vec<usize> = lengths.iter().chain(&between).copied().collect();
    x.sort_unstable();
    let (nested, fixed) = (mean_of(&study.nested), mean_of(&study.fixed));
    let last = lengths.len() - 1;
    let finding = format!(
        "By their heads nested embeddings name {:.1} % rightly at {} dimensions and {:.1} % at {}; networks of that length alone {:.1} % and {:.1} %.",
        100.0 * nested[2],
        lengths[2],
        100.0 * nested[last],
        lengths[last],
        100.0 * fixed[2],
        100.0 * fixed[last]
    );
    Figure::Lines(Lines {
        caption: Caption {
            id: "heads".to_owned(),
            alt: format!("Four lines over the length of an embedding. {finding}"),
            finding,
            about: format!(
                "Share of {} pictures named rightly by the head of each length, and by the nearest stored picture, at lengths between those that were trained too. Mean over {} networks.",
                study.n_tested, plan.sizes.n_nets
            ),
            unit: "%".to_owned(),
            n: study.n_tested,
        },
        title: "One network against one for each length".to_owned(),
        x_name: "log₂ of the number of dimensions".to_owned(),
        y_name: "right answers in %".to_owned(),
        lines: vec![
            line("nested, heads", &x, lengths, &nested),
            line("fixed, heads", &x, lengths, &fixed),
            line("nested, nearest", &x, lengths, &mean_of(&study.nearest.nested)),
            line("nested, nearest, lengths between", &x, &between, &mean_of(&study.nearest.between)),
        ],
        x: doublings(&x),
    })
}

fn confusions(plan: &Plan, study: &Study) -> Figure {
    let lengths = &plan.sizes.lengths;
    let shown = [0, 1, lengths.len() - 1];
    // The first ten classes are digits, the others clothes.
    let across = |shares: &[f64]| {
        let is_across = |cell: &usize| (cell / N_CLASSES < 10) != (cell % N_CLASSES < 10);
        (0..N_CLASSES * N_CLASSES).filter(is_across).map(|cell| shares[cell]).sum::<f64>() / N_CLASSES as f64
    };
    let finding = format!(
        "With {} dimensions {:.1} % of pictures are taken for one of the other ten classes, with all {} it is {:.1} %.",
        lengths[0],
        100.0 * across(&study.confusions[0]),
        lengths[shown[2]],
        100.0 * across(&study.confusions[shown[2]])
    );
    Figure::Panels(Panels {
        caption: Caption {
            id: "confusions".to_owned(),
            alt: format!("Three {N_CLASSES} by {N_CLASSES} matrices side by side. {finding}"),
            finding,
            about: "Share of pictures of each class (row) that are taken for each class (column), by the heads of one nested network. The first ten classes are digits, the others clothes.".to_owned(),
            unit: "share of the row".to_owned(),
            n: study.n_tested,
        },
        title: "Coarse first, fine later".to_owned(),
        names: shown.iter().map(|&place| format!("{} dimensions", lengths[place])).collect(),
        labels: study.names.clone(),
        values: shown.iter().flat_map(|&place| study.confusions[place].iter().copied()).collect(),
        domain: [0.0, 1.0],
    })
}

fn neighbours(plan: &Plan, study: &Study) -> Figure {
    let column = |name: String| Column { name, unit: String::new() };
    let lengths = plan.sizes.lengths.iter().map(|length| column(format!("{length} dimensions")));
    let word = |word: &str| TableValue::Word(word.to_owned());
    let rows: Vec<Vec<TableValue>> = study
        .neighbours
        .iter()
        .map(|(name, found)| {
            let cells = found.iter().map(|names| word(&names.join(", ")));
            std::iter::once(word(name)).chain(cells).collect()
        })
        .collect();
    let right = |place: usize| {
        let of = |(name, found): &(String, Vec<Vec<String>>)| {
            found[place].iter().filter(|other| *other == name).count()
        };
        study.neighbours.iter().map(of).sum::<usize>()
    };
    let (n, last) = (4 * study.neighbours.len(), plan.sizes.lengths.len() - 1);
    let finding = format!(
        "Of {n} neighbours {} are of the right class by 2 dimensions, {} by all.",
        right(0),
        right(last)
    );
    Figure::Table(Table {
        caption: Caption {
            id: "neighbours".to_owned(),
            alt: format!("A table of {} pictures. {finding}", study.neighbours.len()),
            finding,
            about: "Classes of the four nearest stored pictures of a few tested ones, by more and more dimensions of one nested network.".to_owned(),
            unit: "class".to_owned(),
            n: study.neighbours.len(),
        },
        title: "Neighbours at each length".to_owned(),
        columns: std::iter::once(column("picture".to_owned())).chain(lengths).collect(),
        rows,
    })
}

/// Held-out accuracy of each prefix; also while training.
pub fn curves(plan: &Plan, steps: &[u64], curve: &[Vec<f64>]) -> Figure {
    let lengths = &plan.sizes.lengths;
    let last = |place: usize| curve.last().map_or(0.0, |point| 100.0 * point[place]);
    let finding = format!(
        "After {} steps the first {} dimensions name {:.0} % rightly, all {} dimensions {:.0} %.",
        steps.last().copied().unwrap_or_default(),
        lengths[0],
        last(0),
        plan.sizes.width(),
        last(lengths.len() - 1)
    );
    let curve_of = |(place, length): (usize, &usize)| Line {
        name: format!("{length} dimensions"),
        values: curve.iter().map(|point| Some(100.0 * point[place])).collect(),
        band: Vec::new(),
    };
    Figure::Lines(Lines {
        caption: Caption {
            id: "training".to_owned(),
            alt: format!("A line for each of {} prefixes over training steps. {finding}", lengths.len()),
            finding,
            about: format!(
                "Share of held-out pictures that each prefix of nested embeddings names rightly by its own head; mean over {} networks.",
                plan.sizes.n_nets
            ),
            unit: "%".to_owned(),
            n: plan.sizes.n_nets,
        },
        title: "All prefixes learn at once".to_owned(),
        x_name: "training step".to_owned(),
        y_name: "right answers in %".to_owned(),
        x: steps.iter().map(|&step| step as f64).collect(),
        lines: lengths.iter().enumerate().map(curve_of).collect(),
    })
}
