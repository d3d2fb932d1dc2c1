//! The figures of a finished run.

use recipe::{Caption, Figure, Intervals, Line, Lines, Result};

use super::curves::{self, mean};
use super::filters::filters;
use super::layer::Layer;
use super::matrices;
use super::pairs::Pair;
use super::plan::Plan;
use super::readings::{matched, shuffled};
use super::study::{LayerStudy, Study};
use crate::Repeated;

/// All of them, the main one first.
pub fn all(plan: &Plan, study: &Study) -> Result<Vec<Figure>> {
    let of = study.of(plan.layer);
    let [curve, losses] = curves::both(plan, &study.points);
    let mut figures = vec![by_layer(study)?, curve, losses, sorted(of)];
    if let (Some(pair), Some(clusters)) = (of.pairs.first(), of.clusters.first()) {
        figures.push(matrices::permuted(plan.layer, pair));
        figures.push(matrices::clustered(plan.layer, clusters, plan.n_clusters));
    }
    if let Some(pair) = study.of(Layer::Conv1).pairs.first() {
        figures.push(filters(study, pair));
    }
    figures.push(sparse(study));
    Ok(figures)
}

/// Matched correlations of each layer, trained, untrained and by chance.
fn by_layer(study: &Study) -> Result<Figure> {
    let (mut labels, mut found) = (Vec::new(), Vec::new());
    for of in &study.layers {
        for (what, values) in
            [("trained", matched(of)), ("untrained", of.untrained.clone()), ("rows shuffled", shuffled(of))]
        {
            let label = format!("{}, {what}", of.layer.label());
            found.push(Repeated::of(&label, &values)?);
            labels.push(label);
        }
    }
    let finding = format!(
        "Matched units correlate at {:.2} in the first convolution, {:.2} in the second and {:.2} in the dense layer; before training at {:.2}, {:.2} and {:.2}.",
        found[0].mean, found[3].mean, found[6].mean, found[1].mean, found[4].mean, found[7].mean
    );
    let n = study.layers[0].pairs.len();
    Ok(Figure::Intervals(Intervals {
        caption: Caption {
            id: "by_layer".to_owned(),
            alt: format!("Nine values with their intervals. {finding}"),
            finding,
            about: format!(
                "Mean correlation of units with their one-to-one partners, over {n} pairs of networks, with 95 % intervals (Student's t; pairs share networks, so that they are not independent). Untrained: the same networks before their first step. Rows shuffled: the second network's answers in random order."
            ),
            unit: "correlation".to_owned(),
            n,
        },
        title: "How well units find partners".to_owned(),
        labels,
        values: found.iter().map(|found| found.mean).collect(),
        intervals: found.iter().map(|found| found.interval).collect(),
        notes: Vec::new(),
        x_name: "mean matched correlation".to_owned(),
        band: None,
        baseline: Some(0.0),
    }))
}

/// One of the matchings of two networks.
type Way = fn(&Pair) -> &analysis::UnitMatching;

/// Correlations from the best matched unit to the worst.
fn sorted(of: &LayerStudy) -> Figure {
    let falling = |pair: &Pair, which: Way| {
        let mut values: Vec<f64> = which(pair).pairs.iter().map(|found| found.correlation).collect();
        values.sort_by(|a, b| b.total_cmp(a));
        values
    };
    let ways: [(&str, Way); 3] = [
        ("partner of its own", |pair| &pair.one_to_one),
        ("best partner", |pair| &pair.semi),
        ("partner of its own, rows shuffled", |pair| &pair.shuffled),
    ];
    let n = of.pairs.iter().map(|pair| pair.one_to_one.pairs.len()).min().unwrap_or(0);
    let line = |(name, which): (&str, Way)| {
        let curves: Vec<Vec<f64>> = of.pairs.iter().map(|pair| falling(pair, which)).collect();
        let at =
            |rank: usize| curves.iter().filter_map(|curve| curve.get(rank).copied()).collect::<Vec<f64>>();
        let ends = |values: &[f64]| {
            let least = values.iter().copied().fold(f64::INFINITY, f64::min);
            [least, values.iter().copied().fold(f64::NEG_INFINITY, f64::max)]
        };
        Line {
            name: name.to_owned(),
            values: (0..n).map(|rank| Some(mean(&at(rank)))).collect(),
            band: (0..n).map(|rank| ends(&at(rank))).collect(),
        }
    };
    let gaps: Vec<f64> = of.pairs.iter().map(Pair::gap).collect();
    let least: Vec<f64> = of.pairs.iter().map(Pair::least).collect();
    let finding = format!(
        "The last unit is left with a partner of {:.2}; best partners correlate by {:.2} more on average.",
        mean(&least),
        mean(&gaps)
    );
    Figure::Lines(Lines {
        caption: Caption {
            id: "sorted".to_owned(),
            alt: format!("Three falling lines over {n} units. {finding}"),
            finding,
            about: format!(
                "Units of the {}, from the best matched to the worst: correlation with the partner that the one-to-one matching gives, with the best partner (which several may share), and with shuffled rows. Means over {} pairs of networks, bands their range.",
                of.layer.label(),
                of.pairs.len()
            ),
            unit: "correlation".to_owned(),
            n,
        },
        title: "Who has a partner".to_owned(),
        x_name: "rank of the unit".to_owned(),
        y_name: "correlation".to_owned(),
        x: (1..=n).map(|rank| rank as f64).collect(),
        lines: ways.map(line).into(),
    })
}

/// Most predictors on the axis.
const MOST_PREDICTORS: usize = 12;

/// R² over the number of units in use.
fn sparse(study: &Study) -> Figure {
    let places: Vec<f64> = (1..=MOST_PREDICTORS).map(|n| n as f64).collect();
    let line = |of: &LayerStudy| {
        let at = |place: f64| {
            let values: Vec<f64> = of
                .sparse
                .iter()
                .filter_map(|found| Some(along(&found.used, &found.r2, place)? / found.dense))
                .collect();
            (values.len() == of.sparse.len()).then(|| mean(&values))
        };
        Line {
            name: of.layer.label().to_owned(),
            values: places.iter().map(|&place| at(place)).collect(),
            band: Vec::new(),
        }
    };
    let lines: Vec<Line> = study.layers.iter().map(line).collect();
    let at_six = |place: usize| lines[place].values[5].unwrap_or(f64::NAN);
    let finding = format!(
        "With six units in use on average, {:.0} % of what all units explain is explained in the first convolution, {:.0} % in the second, {:.0} % in the dense layer.",
        100.0 * at_six(0),
        100.0 * at_six(1),
        100.0 * at_six(2)
    );
    Figure::Lines(Lines {
        caption: Caption {
            id: "sparse".to_owned(),
            alt: format!("Three rising lines. {finding}"),
            finding,
            about: "Each unit of the second network predicted from the units of the first by the lasso (coordinate descent, 12 penalties): R² on rows left out (5 folds), over that of least squares without a penalty, against the mean number of units in use. Means over pairs of networks.".to_owned(),
            unit: "share of R²".to_owned(),
            n: study.layers[0].sparse.len(),
        },
        title: "How few predict one".to_owned(),
        x_name: "units in use".to_owned(),
        y_name: "share of the R² of all units".to_owned(),
        x: places,
        lines,
    })
}

/// The value at `place` on the line through points of rising `x`; none outside.
fn along(x: &[f64], y: &[f64], place: f64) -> Option<f64> {
    let after = x.iter().position(|&x| x >= place)?;
    let before = after.checked_sub(1)?;
    let share = (place - x[before]) / (x[after] - x[before]);
    Some(y[before] + share * (y[after] - y[before]))
}
