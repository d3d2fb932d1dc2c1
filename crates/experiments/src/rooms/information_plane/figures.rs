//! The figures.

use recipe::{Caption, Figure, Line, Lines, Plane, PlanePath};

use super::figures_of_noise as noise;
use super::information::Point;
use super::measure::{mean, range};
use super::population::{RIVAL, TANH};
use super::study::{Plan, Study, groups};

/// The figures of a finished run.
pub fn all(plan: &Plan, study: &Study) -> Vec<Figure> {
    vec![
        plane(plan, study, TANH),
        plane(plan, study, RIVAL),
        information(plan, study),
        accuracy(plan, study),
        noise::signals(study),
        noise::bottleneck(plan, study),
        noise::bins(plan, study),
    ]
}

/// The information plane of a group, a path for each layer of each network; also while it grows.
pub fn plane(plan: &Plan, study: &Study, group: usize) -> Figure {
    let name = if group == TANH { "tanh" } else { plan.rival_label };
    let mut paths = Vec::new();
    for layer in 0..plan.shape.depth {
        for trail in study.trails(group, layer) {
            paths.push(PlanePath {
                group: format!("layer {}", layer + 1),
                x: trail.iter().map(|point| point.x).collect(),
                y: trail.iter().map(|point| point.y).collect(),
            });
        }
    }
    let falls = mean(&study.compressions(group));
    let end = study.last_mean(group, |net| net.layers.last().map_or(0.0, |point| point.y));
    let finding = format!(
        "With {name}, I(X;T) of the last hidden layer falls by {falls:.1} bits from its largest value; at the end it has {end:.2} bits about the label."
    );
    Figure::Plane(Plane {
        caption: Caption {
            id: if group == TANH { "plane_tanh" } else { "plane_rival" }.to_owned(),
            alt: format!("Paths of layers in the information plane. {finding}"),
            finding,
            about: format!(
                "Each path is one hidden layer of one network, from before training to epoch {}, measured at epochs that are evenly spaced along their logarithm. Responses to all 4,096 patterns are cut into {} bins a unit.",
                study.epochs.last().copied().unwrap_or_default(),
                plan.n_bins
            ),
            unit: "bits".to_owned(),
            n: study.n_nets,
        },
        title: format!("The information plane: {name}"),
        x_name: "I(X;T) in bits".to_owned(),
        y_name: "I(T;Y) in bits".to_owned(),
        paths,
        arrows: Vec::new(),
    })
}

/// Places along the axis: binary logarithm of 1 + the epoch.
pub fn places(study: &Study) -> Vec<f64> {
    study.epochs.iter().map(|&epoch| (1.0 + epoch as f64).log2()).collect()
}

/// The axis's name.
pub const EPOCHS: &str = "log₂ of 1 + epoch";

/// I(X;T) of the last hidden layer over time; also while it grows.
pub fn information(plan: &Plan, study: &Study) -> Figure {
    let last = plan.shape.depth - 1;
    let line = |name: String, group: usize, of: fn(&Point) -> f64| {
        let trails = study.trails(group, last);
        let at = |place: usize| trails.iter().map(|trail| of(&trail[place])).collect::<Vec<f64>>();
        Line {
            name,
            values: (0..study.epochs.len()).map(|place| Some(mean(&at(place)))).collect(),
            band: (0..study.epochs.len()).map(|place| range(&at(place))).collect(),
        }
    };
    let lines = groups(plan).into_iter().flat_map(|(name, group)| {
        [line(format!("{name}: I(X;T)"), group, |p| p.x), line(format!("{name}: I(T;Y)"), group, |p| p.y)]
    });
    let finding = format!(
        "In tanh networks I(X;T) is largest at epoch {:.0} and falls by {:.1} bits after that, in {} networks by {:.1}.",
        study.switch_epoch(),
        mean(&study.compressions(TANH)),
        plan.rival_label,
        mean(&study.compressions(RIVAL))
    );
    Figure::Lines(Lines {
        caption: Caption {
            id: "information".to_owned(),
            alt: format!("Lines of information over epochs. {finding}"),
            finding,
            about: format!(
                "The last hidden layer: information about the pattern and about the true label. Lines are means, bands ranges over {} networks.",
                study.n_nets
            ),
            unit: "bits".to_owned(),
            n: study.n_nets,
        },
        title: "What the last hidden layer knows".to_owned(),
        x_name: EPOCHS.to_owned(),
        y_name: "bits".to_owned(),
        x: places(study),
        lines: lines.collect(),
    })
}

fn accuracy(plan: &Plan, study: &Study) -> Figure {
    let line = |name: String, group: usize, which: usize| {
        let at = |place: usize| -> Vec<f64> {
            study.of(place, group).iter().map(|net| net.accuracy[which]).collect()
        };
        Line {
            name,
            values: (0..study.epochs.len()).map(|place| Some(mean(&at(place)))).collect(),
            band: (0..study.epochs.len()).map(|place| range(&at(place))).collect(),
        }
    };
    let lines = groups(plan).into_iter().flat_map(|(name, group)| {
        [line(format!("{name}: trained"), group, 0), line(format!("{name}: others"), group, 1)]
    });
    let of = |group: usize| 100.0 * study.last_mean(group, |net| net.accuracy[1]);
    let finding = format!(
        "On patterns that were not trained on, tanh has {:.1} % right and {} {:.1} %.",
        of(TANH),
        plan.rival_label,
        of(RIVAL)
    );
    Figure::Lines(Lines {
        caption: Caption {
            id: "accuracy".to_owned(),
            alt: format!("Lines of accuracy over epochs. {finding}"),
            finding,
            about: format!(
                "Share of right answers on the {} patterns that were trained on, and on the others, by their true labels. Lines are means, bands ranges over {} networks.",
                plan.shape.n_train, study.n_nets
            ),
            unit: "share".to_owned(),
            n: study.n_nets,
        },
        title: "How well they answer".to_owned(),
        x_name: EPOCHS.to_owned(),
        y_name: "share of right answers".to_owned(),
        x: places(study),
        lines: lines.collect(),
    })
}
