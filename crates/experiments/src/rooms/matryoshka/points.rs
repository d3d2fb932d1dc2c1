//! Figures of work against what it buys.

use recipe::{Caption, Figure, Scatter};

use super::cascade::Point;
use super::study::{Retrieval, Study, mean};

/// Accuracy of a cascade against the mean length at which it answers.
pub fn cascade(study: &Study) -> Figure {
    let cascades = &study.cascades;
    let of = |points: &[Point], value: fn(&Point) -> f64| mean(&points.iter().map(value).collect::<Vec<_>>());
    let finding = format!(
        "With thresholds chosen on held-out pictures, {:.1} % are named rightly with {:.1} dimensions on average; with confidences dealt out {:.1} dimensions are needed.",
        100.0 * of(&cascades.chosen, |point| point.accuracy),
        of(&cascades.chosen, |point| point.dimension),
        of(&cascades.shuffled, |point| point.dimension)
    );
    let all = || cascades.curve.iter().chain(&cascades.shuffled_curve);
    let groups =
        ["real confidences", "dealt-out confidences"].iter().zip([&cascades.curve, &cascades.shuffled_curve]);
    Figure::Scatter(Scatter {
        caption: Caption {
            id: "cascade".to_owned(),
            alt: format!("Points of two kinds. {finding}"),
            finding,
            about: "Each picture is answered by the shortest prefix that is surer than a threshold, else by all dimensions. A point a threshold, for one nested network.".to_owned(),
            unit: "%".to_owned(),
            n: study.n_tested,
        },
        labels: all().map(|point| format!("threshold {:.3}", point.threshold)).collect(),
        x: all().map(|point| point.dimension).collect(),
        y: all().map(|point| 100.0 * point.accuracy).collect(),
        x_name: "dimensions used, mean".to_owned(),
        y_name: "right answers in %".to_owned(),
        groups: Some(groups.flat_map(|(name, points)| points.iter().map(|_| (*name).to_owned())).collect()),
        title: Some("Fewer dimensions where the network is sure".to_owned()),
    })
}

/// Precision of retrieval against its work.
pub fn retrieval(study: &Study) -> Figure {
    let ways = &study.retrievals;
    let percent = |values: &[f64]| 100.0 * mean(values);
    let (exact, funnel) = (&ways[ways.len() - 2], &ways[ways.len() - 1]);
    let finding = format!(
        "The funnel takes {:.0} times fewer multiply-adds; nested embeddings lose {:.1} points by it, ordinary ones {:.1}.",
        exact.cost as f64 / funnel.cost as f64,
        percent(&exact.nested) - percent(&funnel.nested),
        percent(&exact.fixed) - percent(&funnel.fixed)
    );
    let label = |way: &Retrieval| match way.stages.as_slice() {
        [only] => format!("{} dimensions", only.length),
        _ => "funnel".to_owned(),
    };
    Figure::Scatter(Scatter {
        caption: Caption {
            id: "retrieval".to_owned(),
            alt: format!("Points of two kinds. {finding}"),
            finding,
            about: "Mean average precision of the first ten stored pictures by cosine, against multiply-adds a query: by the first dimensions alone, and by a funnel that starts with few dimensions and many candidates.".to_owned(),
            unit: "% mAP@10".to_owned(),
            n: study.n_stored,
        },
        labels: ways.iter().chain(ways).map(label).collect(),
        x: ways.iter().chain(ways).map(|way| way.cost as f64 / 1000.0).collect(),
        y: ways.iter().map(|way| percent(&way.nested)).chain(ways.iter().map(|way| percent(&way.fixed))).collect(),
        x_name: "thousand multiply-adds a query".to_owned(),
        y_name: "mean average precision in %".to_owned(),
        groups: Some(
            ["nested", "fixed at full length"]
                .iter()
                .flat_map(|name| ways.iter().map(|_| (*name).to_owned()))
                .collect(),
        ),
        title: Some("What a funnel saves".to_owned()),
    })
}
