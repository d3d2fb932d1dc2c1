//! Figures that grow during the training.

use recipe::{Caption, Figure, Line, Lines};

use super::layer::Layer;
use super::plan::Plan;
use super::study::Point;

/// Losses and matched correlations.
pub fn both(plan: &Plan, points: &[Point]) -> [Figure; 2] {
    [matched(plan, points), losses(plan, points)]
}

pub fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len() as f64
}

fn range(values: &[f64]) -> [f64; 2] {
    let least = values.iter().copied().fold(f64::INFINITY, f64::min);
    [least, values.iter().copied().fold(f64::NEG_INFINITY, f64::max)]
}

fn matched(plan: &Plan, points: &[Point]) -> Figure {
    let ends = |layer: Layer| {
        let at = |point: Option<&Point>| point.map_or(0.0, |point| mean(&point.matched[layer as usize]));
        format!("{} {:.2} → {:.2}", layer.label(), at(points.first()), at(points.last()))
    };
    let finding =
        format!("Mean matched correlation, before training → now: {}.", Layer::ALL.map(ends).join(", "));
    let line = |layer: Layer| Line {
        name: layer.label().to_owned(),
        values: points.iter().map(|point| Some(mean(&point.matched[layer as usize]))).collect(),
        band: points.iter().map(|point| range(&point.matched[layer as usize])).collect(),
    };
    Figure::Lines(Lines {
        caption: Caption {
            id: "matched".to_owned(),
            alt: format!("Three lines over training steps. {finding}"),
            finding,
            about: format!(
                "Mean correlation of units with their one-to-one partners in another network, over every two of {} networks (bands: their range), on 200 pictures that training does not see. At step 0 the networks are untrained.",
                plan.n_nets
            ),
            unit: "correlation".to_owned(),
            n: plan.n_nets * (plan.n_nets - 1) / 2,
        },
        title: "How alike units of different networks become".to_owned(),
        x_name: "training step".to_owned(),
        y_name: "mean matched correlation".to_owned(),
        x: points.iter().map(|point| point.step as f64).collect(),
        lines: Layer::ALL.map(line).into(),
    })
}

fn losses(plan: &Plan, points: &[Point]) -> Figure {
    let accuracy = points.last().map_or(0.0, |point| 100.0 * mean(&point.accuracies));
    let finding =
        format!("The networks now name {accuracy:.0} % of pictures rightly that training does not see.");
    let line = |net: usize| Line {
        name: format!("network {}", net + 1),
        values: points.iter().map(|point| Some(point.losses[net])).collect(),
        band: Vec::new(),
    };
    Figure::Lines(Lines {
        caption: Caption {
            id: "losses".to_owned(),
            alt: format!("{} lines over training steps. {finding}", plan.n_nets),
            finding,
            about:
                "Cross-entropy on 1,000 pictures of clothes that training does not see, one line a network."
                    .to_owned(),
            unit: "nats".to_owned(),
            n: plan.n_nets,
        },
        title: "They learn the same".to_owned(),
        x_name: "training step".to_owned(),
        y_name: "loss".to_owned(),
        x: points.iter().map(|point| point.step as f64).collect(),
        lines: (0..plan.n_nets).map(line).collect(),
    })
}
