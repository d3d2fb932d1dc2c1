//! The figures about gradients, about the bottleneck and about bins.

use recipe::{Caption, Figure, Line, Lines, Plane, PlanePath};

use super::bottleneck::bound;
use super::figures::{EPOCHS, places};
use super::measure::{BINS, mean};
use super::population::{RIVAL, TANH};
use super::study::{Plan, Study};

/// Signal over noise of each layer's gradient.
pub fn signals(study: &Study) -> Figure {
    let depth = study.curve[0][0].signal.len();
    let line = |layer: usize| Line {
        name: format!("layer {}", layer + 1),
        values: study
            .signals(layer)
            .into_iter()
            .map(|signal| (signal > 0.0).then(|| signal.log2()))
            .collect(),
        band: Vec::new(),
    };
    let at = |place: usize| mean(&(0..depth).map(|layer| study.signals(layer)[place]).collect::<Vec<_>>());
    let finding = format!(
        "Mean over layers, the ratio goes from {:.2} before training to {:.2} at the end; the last layer's I(X;T) is largest at epoch {:.0}, which is {:.1} on this axis.",
        at(0),
        at(study.end()),
        study.switch_epoch(),
        (1.0 + study.switch_epoch()).log2()
    );
    Figure::Lines(Lines {
        caption: Caption {
            id: "signals".to_owned(),
            alt: format!("A line for each layer over epochs. {finding}"),
            finding,
            about: format!(
                "Norm of the mean gradient of a layer's weights over the norm of its standard deviation, over the batches of an epoch, as a binary logarithm: above 0 batches agree (drift), below they do not (diffusion). tanh, mean over {} networks.",
                study.n_nets
            ),
            unit: "doublings".to_owned(),
            n: study.n_nets,
        },
        title: "From drift to diffusion".to_owned(),
        x_name: EPOCHS.to_owned(),
        y_name: "doublings of signal over noise".to_owned(),
        x: places(study),
        lines: (0..depth).map(line).collect(),
    })
}

/// The bottleneck's curve, with the layers at the end.
pub fn bottleneck(plan: &Plan, study: &Study) -> Figure {
    let curve = PlanePath {
        group: "information bottleneck".to_owned(),
        x: study.bound.iter().map(|point| point.x).collect(),
        y: study.bound.iter().map(|point| point.y).collect(),
    };
    let ends = |group: usize, name: &str| {
        let depth = study.curve[0][0].layers.len();
        let of = |layer: usize| {
            let at = |which: fn(&super::information::Point) -> f64| {
                study.last_mean(group, |net| which(&net.layers[layer]))
            };
            (at(|point| point.x), at(|point| point.y))
        };
        let (x, y) = (0..depth).map(of).unzip();
        PlanePath { group: format!("{name}, layers in order"), x, y }
    };
    let last = study
        .last_mean(TANH, |net| net.layers.last().map_or(0.0, |point| bound(&study.bound, point.x) - point.y));
    let widest = study.bound.last().copied().unwrap_or_default();
    let finding = format!(
        "A summary of {:.1} bits can hold all {:.2} bits about the label; the last tanh layer lies {last:.2} bits off the curve at its own I(X;T).",
        widest.x, widest.y
    );
    Figure::Plane(Plane {
        caption: Caption {
            id: "bottleneck".to_owned(),
            alt: format!("A rising curve and two paths of layers. {finding}"),
            finding,
            about: "The most that any summary with so many bits about the pattern can say about the label, by the self-consistent equations with 16 summaries and 25 trade-offs, for the rule made soft enough that the pattern has 0.99 bits about the label; and the layers after training, first to last, means over networks.".to_owned(),
            unit: "bits".to_owned(),
            n: study.n_nets,
        },
        title: "How near to the bound?".to_owned(),
        x_name: "I(X;T) in bits".to_owned(),
        y_name: "I(T;Y) in bits".to_owned(),
        paths: vec![curve, ends(TANH, "tanh"), ends(RIVAL, plan.rival_label)],
        arrows: Vec::new(),
    })
}

/// I(X;T) of the last tanh layer by number of bins.
pub fn bins(plan: &Plan, study: &Study) -> Figure {
    let at = |point: usize, place: usize| {
        mean(&study.of(point, TANH).iter().map(|net| net.by_bins[place]).collect::<Vec<_>>())
    };
    let line = |(place, bins): (usize, &usize)| Line {
        name: format!("{bins} bins"),
        values: (0..study.curve.len()).map(|point| Some(at(point, place))).collect(),
        band: Vec::new(),
    };
    let fall = |place: usize| {
        let values: Vec<f64> = (0..study.curve.len()).map(|point| at(point, place)).collect();
        values.iter().copied().fold(0.0, f64::max) - values[values.len() - 1]
    };
    let finding = format!(
        "With {} bins I(X;T) falls by {:.1} bits from its largest value, with {} by {:.1}.",
        BINS[0],
        fall(0),
        BINS[BINS.len() - 1],
        fall(BINS.len() - 1)
    );
    Figure::Lines(Lines {
        caption: Caption {
            id: "bins".to_owned(),
            alt: format!("A line over epochs for each number of bins. {finding}"),
            finding,
            about: format!(
                "I(X;T) of the last hidden layer of the tanh networks, mean over {}, when each unit's range from −1 to 1 is cut into so many bins. The network itself is a one-to-one map: without bins it would be 12 bits throughout. The plane has {} bins.",
                study.n_nets, plan.n_bins
            ),
            unit: "bits".to_owned(),
            n: study.n_nets,
        },
        title: "It depends on the bins".to_owned(),
        x_name: EPOCHS.to_owned(),
        y_name: "I(X;T) in bits".to_owned(),
        x: places(study),
        lines: BINS.iter().enumerate().map(line).collect(),
    })
}
