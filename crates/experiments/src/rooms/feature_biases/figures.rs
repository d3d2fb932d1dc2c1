//! The figures about training, layers and tasks.

use recipe::{Caption, CellKind, Figure, Grid, Intervals, Line, Lines, Result};

use super::figures_of_layer as of_layer;
use super::measure::{Measures, geometric_mean, mean, range};
use super::order::{self, OPTIMISERS, Order};
use super::study::{PARITY3, Plan, Study, TWINS, XOR};
use crate::Repeated;

/// The figures of a finished run.
pub fn all(plan: &Plan, study: &Study) -> Result<Vec<Figure>> {
    let mut figures = curves(plan, &study.steps, &study.curve);
    figures.push(layers(plan, study));
    figures.push(ratios(plan, study)?);
    figures.push(of_layer::components(plan, study));
    figures.push(of_layer::units(plan, study)?);
    figures.push(of_layer::similarity(plan, study));
    if let Some(order) = &study.order {
        figures.push(head_start(plan, order));
    }
    Ok(figures)
}

/// Accuracy and explained variance on the way; also while they grow.
pub fn curves(plan: &Plan, steps: &[u64], curve: &[Measures]) -> Vec<Figure> {
    let names = ["x1 (easy)".to_owned(), format!("{} (hard)", plan.hard.label())];
    let n = plan.shape.n_nets;
    let line = |name: String, of: &dyn Fn(&Measures) -> Vec<f64>| Line {
        name,
        values: curve.iter().map(|point| Some(mean(&of(point)))).collect(),
        band: curve.iter().map(|point| range(&of(point))).collect(),
    };
    let figure = |id: &str, title: &str, y_name: &str, lines, finding: String, about: String| {
        Figure::Lines(Lines {
            caption: Caption {
                id: id.to_owned(),
                alt: format!("Two lines over training steps, for the easy and the hard feature. {finding}"),
                finding,
                about,
                unit: "share".to_owned(),
                n,
            },
            title: title.to_owned(),
            x_name: "training step".to_owned(),
            y_name: y_name.to_owned(),
            x: steps.iter().map(|&step| step as f64).collect(),
            lines,
        })
    };
    let last = |of: &dyn Fn(&Measures) -> Vec<f64>| curve.last().map_or(0.0, |point| mean(&of(point)));
    let now = steps.last().copied().unwrap_or_default();
    let [easy, hard] = [0, 1].map(|feature| last(&|point: &Measures| point.of_last(feature)));
    let [right_easy, right_hard] =
        [0, 1].map(|feature| 100.0 * last(&|point: &Measures| point.accuracies(feature)));
    let pair = |of: fn(&Measures, usize) -> Vec<f64>| {
        [0, 1].map(|feature| line(names[feature].clone(), &move |point| of(point, feature))).to_vec()
    };
    vec![
        figure(
            "explained",
            "How much of the last hidden layer follows each feature",
            "share of variance",
            pair(Measures::of_last),
            format!(
                "After {now} steps the easy feature explains {easy:.2} of the variance, the hard one {hard:.2}."
            ),
            format!(
                "Share of the last hidden layer's variance that a least-squares fit from one feature explains, on inputs that training did not draw. Lines are means, bands ranges over {n} networks."
            ),
        ),
        figure(
            "accuracy",
            "How well both are answered",
            "share of right answers",
            pair(Measures::accuracies),
            format!(
                "After {now} steps {right_easy:.1} % of the easy and {right_hard:.1} % of the hard answers are right."
            ),
            format!("Lines are means, bands ranges over {n} networks, on inputs that training did not draw."),
        ),
    ]
}

/// The three tasks, a name and a group each.
fn tasks() -> [(&'static str, usize); 3] {
    [("x1 and x5, equally easy", TWINS), ("x1 and XOR", XOR), ("x1 and parity of three", PARITY3)]
}

fn layers(plan: &Plan, study: &Study) -> Figure {
    let shown = &study.trained[plan.shown()];
    let name = |layer: usize| format!("layer {}", layer + 1);
    let row = |feature: Option<usize>| {
        (0..plan.shape.depth).map(move |layer| {
            let [easy, hard] = [0, 1].map(|feature| mean(&shown.of_layer(layer, feature)));
            Some([easy, hard].get(feature.unwrap_or(2)).copied().unwrap_or(1.0 - easy - hard))
        })
    };
    let [easy, hard] = [0, 1].map(|feature| mean(&shown.of_layer(0, feature)));
    let finding = format!(
        "In the first layer the easy feature explains {easy:.3} and the hard one {hard:.3} of the variance, in the last {:.2} and {:.2}.",
        mean(&shown.of_last(0)),
        mean(&shown.of_last(1))
    );
    Figure::Grid(Grid {
        caption: Caption {
            id: "layers".to_owned(),
            alt: format!("Three rows of shares, a column for each layer. {finding}"),
            finding,
            about: format!(
                "Shares of each hidden layer's variance, mean over {} networks. The features are independent, so that shares add; the rest is neither.",
                plan.shape.n_nets
            ),
            unit: "share of variance".to_owned(),
            n: plan.shape.n_nets,
        },
        title: "Layer by layer".to_owned(),
        rows: vec!["easy".to_owned(), "hard".to_owned(), "the rest".to_owned()],
        columns: (0..plan.shape.depth).map(name).collect(),
        row_axis: "explained by".to_owned(),
        column_axis: "hidden layer".to_owned(),
        values: row(Some(0)).chain(row(Some(1))).chain(row(None)).collect(),
        domain: [0.0, 1.0],
        is_diverging: false,
        cell: CellKind::Other,
    })
}

fn ratios(plan: &Plan, study: &Study) -> Result<Figure> {
    let (mut labels, mut values, mut intervals) = (Vec::new(), Vec::new(), Vec::new());
    for (name, group) in tasks() {
        let logs: Vec<f64> = study.trained[group].last_ratios().iter().map(|ratio| ratio.log2()).collect();
        let found = Repeated::of("ratio", &logs)?;
        labels.push(name.to_owned());
        values.push(found.mean);
        intervals.push(found.interval);
    }
    let times = |group: usize| geometric_mean(&study.trained[group].last_ratios());
    let finding = format!(
        "The first feature explains {:.2} times as much as one that is as easy, {:.2} times as much as XOR and {:.2} times as much as parity of three.",
        times(TWINS),
        times(XOR),
        times(PARITY3)
    );
    Ok(Figure::Intervals(Intervals {
        caption: Caption {
            id: "ratios".to_owned(),
            alt: format!("Three values with their intervals. {finding}"),
            finding,
            about: format!(
                "Binary logarithm of what the first feature explains of the last hidden layer over what the second does: 0 alike, 1 twice as much. Mean over {} networks with 95 % intervals (Student's t).",
                plan.shape.n_nets
            ),
            unit: "doublings".to_owned(),
            n: plan.shape.n_nets,
        },
        title: "The harder, the less room".to_owned(),
        labels,
        values,
        intervals,
        notes: Vec::new(),
        x_name: "doublings of the ratio, first feature over second".to_owned(),
        band: None,
        baseline: Some(0.0),
    }))
}

fn head_start(plan: &Plan, order: &Order) -> Figure {
    let places = 0..order.alone.len();
    let line = |optimiser: usize| Line {
        name: OPTIMISERS[optimiser].to_owned(),
        values: places.clone().map(|place| Some(mean(&order.shares(optimiser, place)))).collect(),
        band: places.clone().map(|place| range(&order.shares(optimiser, place))).collect(),
    };
    let ends = |optimiser: usize| {
        let [start, end] = [0, order.alone.len() - 1].map(|place| mean(&order.shares(optimiser, place)));
        format!("{}: {start:.2} to {end:.2}", OPTIMISERS[optimiser])
    };
    let finding = format!(
        "The hard feature's share goes, from no head start to the longest, {}.",
        (0..OPTIMISERS.len()).map(ends).collect::<Vec<_>>().join("; ")
    );
    Figure::Lines(Lines {
        caption: Caption {
            id: "order".to_owned(),
            alt: format!("Three lines over the head start, one an optimiser. {finding}"),
            finding,
            about: format!(
                "What the hard feature ({}) explains of what both explain of the last hidden layer, after it was trained alone for as long as the axis says and both for {} steps more. Plain gradient descent has {} times Adam's learning rate. Lines are means, bands ranges over {} networks.",
                plan.hard.label(),
                plan.n_together,
                order::SGD_TIMES,
                order::N_NETS
            ),
            unit: "share".to_owned(),
            n: order::N_NETS,
        },
        title: "Does the feature that is learned first keep its room?".to_owned(),
        x_name: "steps with the hard feature alone".to_owned(),
        y_name: "share of the hard feature".to_owned(),
        x: order.alone.iter().map(|&alone| alone as f64).collect(),
        lines: (0..OPTIMISERS.len()).map(line).collect(),
    })
}
