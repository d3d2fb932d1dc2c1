//! The figures.

use recipe::{
    Caption, CellKind, Column, Figure, Grid, Intervals, Line, Lines, Result, Scatter, Table, TableValue,
};

use super::claims::{SCORE, mean, mean_recall};
use super::plan::{DEPTHS, Plan};
use super::study::{Masked, Study};
use crate::Repeated;

/// Scores of all heads; also while they grow.
pub fn map([n_layers, n_heads]: [usize; 2], scores: &[f64], n: usize) -> Figure {
    let n_high = scores.iter().filter(|&&score| score >= SCORE).count();
    let best = (0..scores.len()).fold(0, |best, head| if scores[head] > scores[best] { head } else { best });
    let finding = format!(
        "{n_high} of {} heads score {SCORE} or more; the best is head {} of layer {} with {:.2}.",
        scores.len(),
        best % n_heads,
        best / n_heads,
        scores[best]
    );
    Figure::Grid(Grid {
        caption: Caption {
            id: "map".to_owned(),
            alt: format!("A grid of {n_layers} layers by {n_heads} heads. {finding}"),
            finding,
            about: "Retrieval score of every head: the share of the needle that it copies while the answer is written, mean over trials with more than half of the answer right.".to_owned(),
            unit: "score".to_owned(),
            n,
        },
        title: "Which heads copy the needle".to_owned(),
        rows: (0..n_layers).map(|layer| layer.to_string()).collect(),
        columns: (0..n_heads).map(|head| head.to_string()).collect(),
        row_axis: "layer".to_owned(),
        column_axis: "head".to_owned(),
        values: scores.iter().map(|&score| Some(score)).collect(),
        domain: [0.0, 1.0],
        is_diverging: false,
        cell: CellKind::Head,
    })
}

/// All figures of a finished run.
pub fn all(plan: &Plan, study: &Study) -> Result<Vec<Figure>> {
    let best = &study.best[1];
    let random = &study.random[1][0];
    let whole = study.asked.iter().map(|&place| study.trials[place].recall).collect();
    let whole = Masked { heads: Vec::new(), recall: whole };
    Ok(vec![
        map(study.sizes, &study.map, study.trials.len()),
        looks(study),
        curve(study),
        recall_grid("recall_all", "All heads", plan, study, &whole),
        recall_grid("recall_best", "Without the heads that copy most", plan, study, best),
        recall_grid("recall_random", "Without as many random heads", plan, study, random),
        by_count(plan, study)?,
        activation(study),
        survives(study, mean(&whole.recall), mean(&best.recall)),
    ])
}

/// Where the best head looks, a line a step.
fn looks(study: &Study) -> Figure {
    let n = study.looks.last().map_or(0, Vec::len);
    let line = |(step, row): (usize, &Vec<f32>)| Line {
        name: format!("writing token {}", step + 1),
        values: (0..n).map(|key| row.get(key).map(|&weight| f64::from(weight))).collect(),
        band: Vec::new(),
    };
    let [low, high] =
        [study.shown.places.first(), study.shown.places.last()].map(|place| place.map_or(0, |p| *p));
    let finding = format!(
        "While the model writes “{}”, head {} looks at positions {low} to {high} of {n}, where the needle stands.",
        study.said,
        study.name(study.order[0])
    );
    Figure::Lines(Lines {
        caption: Caption {
            id: "looks".to_owned(),
            alt: format!("Lines of attention over positions, one for each written token. {finding}"),
            finding,
            about: "Attention of the best head from the newest token to all before it, in the first trial that counts.".to_owned(),
            unit: "attention".to_owned(),
            n: study.looks.len(),
        },
        title: "Where the leading head looks".to_owned(),
        x_name: "position in the text".to_owned(),
        y_name: "attention".to_owned(),
        x: (0..n).map(|key| key as f64).collect(),
        lines: study.looks.iter().enumerate().map(line).collect(),
    })
}

fn curve(study: &Study) -> Figure {
    let mut sorted = study.map.clone();
    sorted.sort_by(|a, b| b.total_cmp(a));
    let n_zero = sorted.iter().filter(|&&score| score == 0.0).count();
    let finding = format!(
        "Scores fall from {:.2} to {:.2} at the fourth head; {n_zero} of {} heads never copy.",
        sorted[0],
        sorted[3.min(sorted.len() - 1)],
        sorted.len()
    );
    Figure::Lines(Lines {
        caption: Caption {
            id: "sorted".to_owned(),
            alt: format!("A falling line. {finding}"),
            finding,
            about: "Scores of all heads, the largest first.".to_owned(),
            unit: "score".to_owned(),
            n: study.trials.len(),
        },
        title: "Few have much".to_owned(),
        x_name: "rank".to_owned(),
        y_name: "score".to_owned(),
        x: (1..=sorted.len()).map(|rank| rank as f64).collect(),
        lines: vec![Line {
            name: "heads".to_owned(),
            values: sorted.into_iter().map(Some).collect(),
            band: Vec::new(),
        }],
    })
}

fn recall_grid(id: &str, title: &str, plan: &Plan, study: &Study, masked: &Masked) -> Figure {
    let lengths = plan.lengths();
    let of_cell = |row: usize, column: usize| {
        let places = study.asked.iter().zip(&masked.recall);
        let own: Vec<f64> = places
            .filter(|(place, _)| study.trials[**place].cell == [row, column])
            .map(|(_, recall)| *recall)
            .collect();
        (!own.is_empty()).then(|| mean(&own))
    };
    let cells = (0..lengths.len()).flat_map(|row| (0..DEPTHS.len()).map(move |column| (row, column)));
    let finding = format!("{title}: {:.0} % of the answers are said.", 100.0 * mean(&masked.recall));
    Figure::Grid(Grid {
        caption: Caption {
            id: id.to_owned(),
            alt: format!("A grid of {} lengths by {} depths. {finding}", lengths.len(), DEPTHS.len()),
            finding,
            about:
                "Recall by the length of the text and the depth of the needle in it (0: at its beginning)."
                    .to_owned(),
            unit: "share of the answer".to_owned(),
            n: masked.recall.len(),
        },
        title: title.to_owned(),
        rows: lengths.iter().map(|length| length.to_string()).collect(),
        columns: DEPTHS.iter().map(|depth| depth.to_string()).collect(),
        row_axis: "tokens".to_owned(),
        column_axis: "depth".to_owned(),
        values: cells.map(|(row, column)| of_cell(row, column)).collect(),
        domain: [0.0, 1.0],
        is_diverging: false,
        cell: CellKind::Other,
    })
}

fn by_count(plan: &Plan, study: &Study) -> Result<Figure> {
    let (mut labels, mut found) = (Vec::new(), Vec::new());
    for (place, count) in plan.counts().into_iter().enumerate() {
        labels.push(format!("{count} best"));
        found.push(Repeated::of("recall", &study.best[place].recall)?);
        labels.push(format!("{count} random"));
        let all: Vec<f64> = study.random[place].iter().flat_map(|draw| draw.recall.iter().copied()).collect();
        found.push(Repeated::of("recall", &all)?);
    }
    labels.push(format!("{} that look at the first token", study.sinks.heads.len()));
    found.push(Repeated::of("recall", &study.sinks.recall)?);
    let finding = format!(
        "Without {} of the best heads {:.0} % is said, without random ones {:.0} %.",
        plan.counts()[1],
        100.0 * found[2].mean,
        100.0 * mean_recall(&study.random[1])
    );
    Ok(Figure::Intervals(Intervals {
        caption: Caption {
            id: "by_count".to_owned(),
            alt: format!("Recall for each set of heads that was taken out. {finding}"),
            finding,
            about: "Recall without some heads, mean over prompts (and over draws of random heads) with 95 % intervals (Student's t).".to_owned(),
            unit: "share of the answer".to_owned(),
            n: study.asked.len(),
        },
        title: "What is left without some heads".to_owned(),
        labels,
        values: found.iter().map(|found| found.mean).collect(),
        intervals: found.iter().map(|found| found.interval).collect(),
        notes: Vec::new(),
        x_name: "recall".to_owned(),
        band: None,
        baseline: None,
    }))
}

fn activation(study: &Study) -> Figure {
    let counted: Vec<_> = study.trials.iter().filter(|trial| trial.counts()).collect();
    let how_often = |head: usize| {
        counted.iter().filter(|trial| trial.scores[head] > 0.0).count() as f64 / counted.len().max(1) as f64
    };
    let x: Vec<f64> = (0..study.map.len()).map(how_often).collect();
    let n_often = x.iter().filter(|&&share| share >= 0.8).count();
    let finding =
        format!("{n_often} heads copy in at least four of five trials, others now and then or never.");
    Figure::Scatter(Scatter {
        caption: Caption {
            id: "activation".to_owned(),
            alt: format!("Points, one a head. {finding}"),
            finding,
            about: "For each head: in what share of the trials it copies anything, and its mean score."
                .to_owned(),
            unit: "score".to_owned(),
            n: study.map.len(),
        },
        labels: (0..study.map.len()).map(|head| study.name(head)).collect(),
        x,
        y: study.map.clone(),
        x_name: "share of trials in which it copies".to_owned(),
        y_name: "mean score".to_owned(),
        groups: None,
        title: Some("How often and how much each head copies".to_owned()),
    })
}

fn survives(study: &Study, whole: f64, best: f64) -> Figure {
    let row = |name: &str, with: f64, without: f64| {
        vec![TableValue::Word(name.to_owned()), TableValue::Number(with), TableValue::Number(without)]
    };
    let finding = format!(
        "Without the best heads recall falls from {whole:.2} to {best:.2}; what is known by heart from {:.2} to {:.2}.",
        study.by_heart[0], study.by_heart[1]
    );
    let column = |name: &str| Column { name: name.to_owned(), unit: String::new() };
    Figure::Table(Table {
        caption: Caption {
            id: "survives".to_owned(),
            alt: format!("A table of three rows. {finding}"),
            finding,
            about: "Shares of the answers for needles in the text and for what is known by heart; loss on prose in nats a token.".to_owned(),
            unit: String::new(),
            n: study.asked.len(),
        },
        title: "What survives".to_owned(),
        columns: ["", "all heads", "without the best"].map(column).to_vec(),
        rows: vec![
            row("answers that stand in the text", whole, best),
            row("answers known by heart", study.by_heart[0], study.by_heart[1]),
            row("loss on prose", study.prose[0], study.prose[1]),
        ],
    })
}
