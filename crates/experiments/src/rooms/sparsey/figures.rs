//! The figures of stored patterns and digits.

use recipe::{Caption, CellKind, Figure, Grid, Line, Lines, Result};

use super::capacity;
use super::digits;
use super::films;
use super::memory::{Memory, mean};
use super::patterns::N_ACTIVE;
use super::similarity::{Arm, KEPT, ways};
use super::study::{DigitStudy, Plan, Study, mean_over};

/// Modules that the figure of chances shows.
const N_SHOWN: usize = 5;

/// All of a finished run.
pub fn all(plan: &Plan, study: &Study) -> Result<Vec<Figure>> {
    let mut all = vec![
        similarity(plan, &study.arms)?,
        chances(plan, &study.memory),
        storing(&study.memory),
        capacity(plan, &study.capacity),
        films::overlaps(&study.films),
        films::recall(&study.films),
        films::frames(&study.films),
    ];
    all.extend(study.digits.as_ref().map(|digits| digit_lines(plan, digits)));
    Ok(all)
}

/// Lines without bands.
fn plain(name: &str, values: impl IntoIterator<Item = f64>) -> Line {
    Line { name: name.to_owned(), values: values.into_iter().map(Some).collect(), band: Vec::new() }
}

/// Overlap of codes against similarity of inputs; also while it grows.
pub fn similarity(plan: &Plan, arms: &[Arm; 3]) -> Result<Figure> {
    let rising = || (0..KEPT.len()).rev();
    let line = |(arm, (name, ..)): (&Arm, (&str, _, _))| {
        let ends = |level: usize| {
            let values = arm.column(level);
            let low = values.iter().copied().fold(f64::INFINITY, f64::min);
            [low, values.iter().copied().fold(f64::NEG_INFINITY, f64::max)]
        };
        Line {
            name: name.to_owned(),
            values: rising().map(|level| Some(arm.at(level))).collect(),
            band: rising().map(ends).collect(),
        }
    };
    let [guided, blind, greedy] = arms;
    let last = KEPT.len() - 1;
    let finding = format!(
        "With familiarity the overlap of codes falls from {:.2} for the same input to {:.2} for one that shares nothing; without it goes from {:.2} to {:.2}, and if the best cell always wins from {:.2} to {:.2}.",
        guided.at(0),
        guided.at(last),
        blind.at(0),
        blind.at(last),
        greedy.at(0),
        greedy.at(last)
    );
    Ok(Figure::Lines(Lines {
        caption: Caption {
            id: "similarity".to_owned(),
            alt: format!("Three lines over the similarity of inputs. {finding}"),
            finding,
            about: format!(
                "Share of modules in which a probe gets the winner of a stored pattern, against the share of the pattern's {N_ACTIVE} active inputs that the probe keeps. Mean over {} stored patterns; lines are means and bands ranges over {} fields.",
                plan.n_items, plan.n_repeats
            ),
            unit: "share of modules".to_owned(),
            n: plan.n_repeats * plan.n_items,
        },
        title: "Alike inputs, alike codes".to_owned(),
        x_name: "similarity of inputs".to_owned(),
        y_name: "overlap of codes".to_owned(),
        x: rising().map(|level| KEPT[level] as f64 / N_ACTIVE as f64).collect(),
        lines: arms.iter().zip(ways(&plan.sizes)).map(line).collect(),
    }))
}

/// How familiar items were, and how full the field got; also while it fills.
pub fn storing(memory: &Memory) -> Figure {
    let again = memory.familiarity_again();
    let (first, fill) = (mean(&memory.familiarity), memory.fills.last().copied().unwrap_or(0.0));
    let finding = format!(
        "New patterns come with familiarity {first:.2} on average, stored ones come again with {:.2}; {:.0} % of the synapses are on at the end.",
        mean(&again),
        100.0 * fill
    );
    Figure::Lines(Lines {
        caption: Caption {
            id: "storing".to_owned(),
            alt: format!("Three lines over stored patterns. {finding}"),
            finding,
            about: "Familiarity G of each pattern when it is seen for the first time and once more after all are stored, and the share of synapses that are 1 after it. One field.".to_owned(),
            unit: "familiarity".to_owned(),
            n: memory.n_items(),
        },
        title: "One presentation each".to_owned(),
        x_name: "pattern".to_owned(),
        y_name: "familiarity, share of synapses".to_owned(),
        x: (1..=memory.n_items()).map(|item| item as f64).collect(),
        lines: vec![
            plain("familiarity, first time", memory.familiarity.iter().copied()),
            plain("familiarity, once more", again),
            plain("share of synapses on", memory.fills.iter().copied()),
        ],
    })
}

fn chances(plan: &Plan, memory: &Memory) -> Figure {
    let n_cells = plan.sizes.shape.n_cells;
    let n_shown = N_SHOWN.min(plan.sizes.shape.n_modules);
    let (mut rows, mut values, mut sharpness) = (Vec::new(), Vec::new(), Vec::new());
    for (name, n_kept) in [("stored", N_ACTIVE), ("half alike", N_ACTIVE / 2), ("new", 0)] {
        let (chances, familiarity, code) = memory.chances(n_kept);
        let modules = chances.chunks_exact(n_cells);
        sharpness.push((
            familiarity,
            mean(&modules.clone().zip(code).map(|(m, &cell)| m[cell]).collect::<Vec<_>>()),
        ));
        for (module, chances) in modules.take(n_shown).enumerate() {
            rows.push(format!("{name} {}", module + 1));
            values.extend(chances.iter().map(|&chance| Some(chance)));
        }
    }
    let finding = format!(
        "The stored winners have a chance of {:.2} each at familiarity {:.2}, {:.2} at {:.2} and {:.2} at {:.2}.",
        sharpness[0].1, sharpness[0].0, sharpness[1].1, sharpness[1].0, sharpness[2].1, sharpness[2].0
    );
    Figure::Grid(Grid {
        caption: Caption {
            id: "chances".to_owned(),
            alt: format!("A grid of {} rows by {n_cells} cells. {finding}", rows.len()),
            finding,
            about: format!(
                "Chance ρ of each cell to win its module, for a stored pattern, for one that keeps half of its active inputs, and for one that keeps none; the first {n_shown} modules of one field."
            ),
            unit: "probability".to_owned(),
            n: 3,
        },
        title: "How sharp the draw is".to_owned(),
        rows,
        columns: (1..=n_cells).map(|cell| format!("{cell}")).collect(),
        row_axis: "probe and module".to_owned(),
        column_axis: "cell".to_owned(),
        values,
        domain: [0.0, 1.0],
        is_diverging: false,
        cell: CellKind::Other,
    })
}

/// Recall as the field fills up; also while fields are added.
pub fn capacity(plan: &Plan, found: &[capacity::Capacity]) -> Figure {
    let moved = format!("best cells, {} of {N_ACTIVE} inputs moved", plan.n_moved);
    let line = |name: &str, of: fn(&capacity::Capacity) -> &Vec<f64>| {
        let points = mean_over(found, of);
        Line {
            name: name.to_owned(),
            values: points.iter().map(|[mean, ..]| Some(*mean)).collect(),
            band: points.iter().map(|&[_, low, high]| [low, high]).collect(),
        }
    };
    let lines = vec![
        line("best cells", |c| &c.best),
        line(&moved, |c| &c.moved),
        line("drawn cells", |c| &c.drawn),
        line("share of synapses on", |c| &c.fill),
    ];
    let last = |line: &Line| line.values.last().copied().flatten().unwrap_or(0.0);
    let most = capacity::STORED[capacity::STORED.len() - 1];
    let finding = format!(
        "With {most} patterns the field is overloaded: {:.2} of the best cells are right, with {} % of the synapses on.",
        last(&lines[0]),
        (100.0 * last(&lines[3])).round()
    );
    Figure::Lines(Lines {
        caption: Caption {
            id: "capacity".to_owned(),
            alt: format!("Four lines over the number of stored patterns. {finding}"),
            finding,
            about: format!(
                "Share of modules whose winner is the stored one, for every pattern stored so far: by the best-fitting cell and by the draw. Lines are means, bands ranges over {} fields.",
                found.len()
            ),
            unit: "share".to_owned(),
            n: found.len(),
        },
        title: "How much goes in".to_owned(),
        x_name: "patterns stored".to_owned(),
        y_name: "share of modules, share of synapses".to_owned(),
        x: capacity::STORED.map(|n_items| n_items as f64).to_vec(),
        lines,
    })
}

fn digit_lines(plan: &Plan, found: &DigitStudy) -> Figure {
    let finding = format!(
        "After one look at {} digits {:.0} % of others are named rightly, {:.0} % with labels dealt out at random; the nearest stored digit by pixels names {:.0} %.",
        digits::STORED[digits::STORED.len() - 1],
        100.0 * found.true_labels.last(),
        100.0 * found.shuffled.last(),
        100.0 * found.nearest_pixels
    );
    Figure::Lines(Lines {
        caption: Caption {
            id: "digits".to_owned(),
            alt: format!("Four lines over the number of stored digits. {finding}"),
            finding,
            about: format!(
                "Share of {} digits whose label field is right, against how many other digits were stored, each seen once; one field of 24 modules of {} cells, its inputs oriented edges. Beside it: labels of the stored digits dealt out anew, and the nearest of all 500 by pixels.",
                found.n_tested,
                plan.digit_cells.unwrap_or_default()
            ),
            unit: "share right".to_owned(),
            n: found.n_tested,
        },
        title: "Digits, seen once".to_owned(),
        x_name: "digits stored".to_owned(),
        y_name: "share".to_owned(),
        x: digits::STORED.map(|n_digits| n_digits as f64).to_vec(),
        lines: vec![
            plain("named rightly", found.true_labels.curve.iter().copied()),
            plain("with shuffled labels", found.shuffled.curve.iter().copied()),
            plain("nearest by pixels, all 500", digits::STORED.map(|_| found.nearest_pixels)),
            plain("share of synapses on", found.true_labels.fill.iter().copied()),
        ],
    })
}
