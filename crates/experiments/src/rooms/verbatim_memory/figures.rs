//! The figures.

use recipe::{Caption, CellKind, Figure, Grid, Intervals, Line, Lines};

use super::language::N_SENTENCE;
use super::plan::{DELAYS, LENGTHS, Plan};
use super::stimuli::Condition;
use super::study::{Details, Reading, Study};
use super::surprisal::{Median, median, profile, timeline};

const UNIT: &str = "% of the first list's surprisal";
const ABOUT: &str = "Repeat surprisal: 100 times the mean surprisal of the second list's nouns over that of the first, median over texts.";

/// Place of the largest value, the first among equals.
pub fn largest(values: &[f64]) -> usize {
    (1..values.len()).fold(0, |best, place| if values[place] > values[best] { place } else { best })
}

fn caption(id: &str, kind: &str, finding: String, about: &str, unit: &str, n: usize) -> Caption {
    Caption {
        id: id.to_owned(),
        alt: format!("{kind} {finding}"),
        finding,
        about: about.to_owned(),
        unit: unit.to_owned(),
        n,
    }
}

fn line(name: &str, values: Vec<f64>) -> Line {
    Line { name: name.to_owned(), values: values.into_iter().map(Some).collect(), band: Vec::new() }
}

/// Repeat surprisal at moments of training; also while they come.
pub fn moments(steps: &[u64], by_moment: &[[f64; 2]], n: usize) -> Figure {
    let of = |which: usize| by_moment.iter().map(|both| both[which]).collect::<Vec<f64>>();
    let last = by_moment.last().copied().unwrap_or_default();
    let finding = format!(
        "After {} steps {:.0} % of the surprisal is left of the same list, {:.0} % of new nouns.",
        steps.last().copied().unwrap_or_default(),
        last[0],
        last[1]
    );
    Figure::Lines(Lines {
        caption: caption("moments", "Two lines over training steps.", finding, ABOUT, UNIT, n),
        title: "When retrieval comes".to_owned(),
        x_name: "training step".to_owned(),
        y_name: "repeat surprisal in %".to_owned(),
        x: steps.iter().map(|&step| step as f64).collect(),
        lines: vec![line("same list", of(0)), line("new nouns", of(1))],
    })
}

/// The figures of a finished run.
pub fn all(plan: &Plan, study: &Study) -> Vec<Figure> {
    let mut all = vec![conditions(plan, study), along(plan, study)];
    all.extend(profiles(plan, study));
    all.push(damage(plan, study));
    if let Some(details) = &study.details {
        all.push(moments(&details.moments, &details.by_moment, plan.n_lists));
        all.push(by(
            "by_delay",
            "How long it lasts",
            "words between the lists",
            &DELAYS.map(|k| k * N_SENTENCE),
            study,
            |r| &r.by_delay,
            plan,
        ));
        all.push(by(
            "by_length",
            "How much is kept",
            "nouns of the list",
            &LENGTHS,
            study,
            |r| &r.by_length,
            plan,
        ));
        all.push(looks(plan, details));
        all.push(heads(plan, study, details));
    }
    all
}

fn conditions(plan: &Plan, study: &Study) -> Figure {
    let (mut labels, mut found) = (Vec::new(), Vec::new());
    for reader in &study.readers {
        for condition in Condition::ALL {
            labels.push(format!("{}, {}", reader.label, condition.label()));
            found.push(Median::of(&reader.values(&plan.cell, condition), plan.bootstrap(50)));
        }
    }
    let finding = format!(
        "{}: {:.0} % of the surprisal is left of the same list, {:.0} % in another order, {:.0} % of new nouns.",
        study.readers[0].label, found[0].value, found[1].value, found[2].value
    );
    Figure::Intervals(Intervals {
        caption: caption(
            "conditions",
            "A value with its interval for each reader and second list.",
            finding,
            &format!("{ABOUT} With 95 % intervals (bootstrap over texts)."),
            UNIT,
            plan.n_lists,
        ),
        title: "What is left of the surprise".to_owned(),
        labels,
        values: found.iter().map(|median| median.value).collect(),
        intervals: found.iter().map(|median| median.interval).collect(),
        notes: Vec::new(),
        x_name: "repeat surprisal in %".to_owned(),
        band: None,
        baseline: Some(100.0),
    })
}

fn along(plan: &Plan, study: &Study) -> Figure {
    let n = plan.cell.n_nouns;
    let lines: Vec<Line> = study
        .readers
        .iter()
        .map(|reader| line(reader.label, timeline(&plan.cell, &reader.main[0])))
        .collect();
    let first = timeline(&plan.cell, &study.readers[0].main[0]);
    let finding = format!(
        "{}: a noun of the first list carries {:.1} bits on average, one of the second {:.1}.",
        study.readers[0].label,
        first[..n].iter().sum::<f64>() / n as f64,
        first[n..].iter().sum::<f64>() / n as f64
    );
    Figure::Lines(Lines {
        caption: caption(
            "along",
            "A line for each reader over the nouns of both lists.",
            finding,
            "Mean surprisal of each noun, first list and then the same list again.",
            "bits",
            plan.n_lists,
        ),
        title: "Noun by noun".to_owned(),
        x_name: "noun: first list, then second".to_owned(),
        y_name: "surprisal in bits".to_owned(),
        x: (1..=2 * n).map(|place| place as f64).collect(),
        lines,
    })
}

fn profiles(plan: &Plan, study: &Study) -> Option<Figure> {
    let of = |reader: &Reading| profile(&plan.cell, &reader.main[0]);
    let last = of(study.readers.last()?);
    let least = (0..last.len()).fold(0, |best, place| if last[place] < last[best] { place } else { best });
    let finding = format!(
        "For the {} least is left at place {}: {:.0} %.",
        study.readers.last()?.label,
        least + 1,
        last[least]
    );
    Some(Figure::Lines(Lines {
        caption: caption(
            "profile",
            "A line for each reader over places of the list.",
            finding,
            "Surprisal of the noun in each place of the second list over that of the same place of the first, median over texts.",
            UNIT,
            plan.n_lists,
        ),
        title: "Which place of the list is kept".to_owned(),
        x_name: "place in the list".to_owned(),
        y_name: "repeat surprisal in %".to_owned(),
        x: (1..=plan.cell.n_nouns).map(|place| place as f64).collect(),
        lines: study.readers.iter().map(|reader| line(reader.label, of(reader))).collect(),
    }))
}

fn damage(plan: &Plan, study: &Study) -> Figure {
    let intact = study.readers[0].values(&plan.cell, Condition::Repeat);
    let rows = [
        ("weights in order", &intact),
        ("queries and keys in disorder", &study.damaged[0]),
        ("as many MLP weights in disorder", &study.damaged[1]),
    ];
    let found: Vec<Median> = rows.iter().map(|(_, values)| Median::of(values, plan.bootstrap(51))).collect();
    let finding = format!(
        "With queries and keys in disorder {:.0} % is left, with MLP weights in disorder {:.0} %.",
        found[1].value, found[2].value
    );
    Figure::Intervals(Intervals {
        caption: caption(
            "damage",
            "Three values with their intervals.",
            finding,
            &format!(
                "{ABOUT} The entries of each weight matrix change places at random. With 95 % intervals (bootstrap over texts)."
            ),
            UNIT,
            plan.n_lists,
        ),
        title: "What retrieval depends on".to_owned(),
        labels: rows.iter().map(|(label, _)| (*label).to_owned()).collect(),
        values: found.iter().map(|median| median.value).collect(),
        intervals: found.iter().map(|median| median.interval).collect(),
        notes: Vec::new(),
        x_name: "repeat surprisal in %".to_owned(),
        band: None,
        baseline: Some(100.0),
    })
}

fn by(
    id: &str,
    title: &str,
    x_name: &str,
    x: &[usize],
    study: &Study,
    of: impl Fn(&Reading) -> &Vec<Vec<f64>>,
    plan: &Plan,
) -> Figure {
    let medians = |reader: &Reading| of(reader).iter().map(|values| median(values)).collect::<Vec<f64>>();
    let two = medians(&study.readers[0]);
    let finding = format!(
        "{}: from {:.0} % to {:.0} % between the shortest and the longest.",
        study.readers[0].label,
        two[0],
        two[two.len() - 1]
    );
    Figure::Lines(Lines {
        caption: caption(id, "A line for each network.", finding, ABOUT, UNIT, plan.n_lists),
        title: title.to_owned(),
        x_name: x_name.to_owned(),
        y_name: "repeat surprisal in %".to_owned(),
        x: x.iter().map(|&at| at as f64).collect(),
        lines: study.readers.iter().map(|reader| line(reader.label, medians(reader))).collect(),
    })
}

fn looks(plan: &Plan, details: &Details) -> Figure {
    let n = plan.cell.n_nouns;
    let places = || (1..=n).map(|place| place.to_string()).collect::<Vec<String>>();
    let most = largest(&details.induction);
    let finding = format!(
        "The leading head gives {:.0} % of its attention to the noun after the same noun in the first list.",
        100.0 * details.induction[most]
    );
    Figure::Grid(Grid {
        caption: caption(
            "looks",
            "A grid of the second list by the first.",
            finding,
            "Mean attention of the head that looks most one noun ahead, from each noun of the second list to each of the first.",
            "attention",
            plan.n_lists,
        ),
        title: "From the second list to the first".to_owned(),
        rows: places(),
        columns: places(),
        row_axis: "noun of the second list".to_owned(),
        column_axis: "noun of the first list".to_owned(),
        values: details.looks.iter().map(|&weight| Some(weight)).collect(),
        domain: [0.0, 1.0],
        is_diverging: false,
        cell: CellKind::Other,
    })
}

fn heads(plan: &Plan, study: &Study, details: &Details) -> Figure {
    let same = median(&study.readers[0].values(&plan.cell, Condition::Repeat));
    let effects: Vec<f64> = details.without_head.iter().map(|left| left - same).collect();
    let n_heads = effects.len() / 2;
    let most = largest(&effects);
    let reach = effects.iter().fold(1.0_f64, |most, effect| most.max(effect.abs()));
    let finding = format!(
        "Most is lost without head {} of layer {}: {:+.0} points.",
        most % n_heads,
        most / n_heads,
        effects[most]
    );
    Figure::Grid(Grid {
        caption: caption(
            "heads",
            "A grid of layers by heads.",
            finding,
            "Repeat surprisal without each head alone, less that with all.",
            "points",
            plan.n_lists,
        ),
        title: "Which head is missed".to_owned(),
        rows: (0..2).map(|layer| layer.to_string()).collect(),
        columns: (0..n_heads).map(|head| head.to_string()).collect(),
        row_axis: "layer".to_owned(),
        column_axis: "head".to_owned(),
        values: effects.into_iter().map(Some).collect(),
        domain: [-reach, reach],
        is_diverging: true,
        cell: CellKind::Head,
    })
}
