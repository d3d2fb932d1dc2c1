//! The figures about what the last hidden layer holds: principal components, units, similarity.

use recipe::{Caption, Figure, Intervals, Panels, Result, Scatter};

use super::measure::mean;
use super::similarity::{KINDS, N_STIMULI};
use super::study::{Plan, Study};
use super::units::LEAST;
use crate::Repeated;

/// The first network's principal components.
pub fn components(plan: &Plan, study: &Study) -> Figure {
    let units = &study.units;
    let sign = |value: f64| if value > 0.0 { '+' } else { '−' };
    let group = |[easy, hard]: [f64; 2]| format!("easy {}, hard {}", sign(easy), sign(hard));
    let of_first =
        |feature: usize| mean(&units.components.iter().map(|both| both[0][feature]).collect::<Vec<_>>());
    let finding = format!(
        "Over all networks the easy feature explains {:.2} of the first principal component, the hard one {:.2}.",
        of_first(0),
        of_first(1)
    );
    Figure::Scatter(Scatter {
        caption: Caption {
            id: "components".to_owned(),
            alt: format!("Map of {} inputs in four colours. {finding}", units.map.len()),
            finding,
            about: format!(
                "Principal components of the last hidden layer of the first network that learned x1 and {}, on inputs that training did not draw, coloured by both features; what a feature explains of a component is their squared correlation.",
                plan.hard.label()
            ),
            unit: "activation".to_owned(),
            n: units.map.len(),
        },
        labels: units.map.iter().map(|(_, features)| group(*features)).collect(),
        x: units.map.iter().map(|(place, _)| place[0]).collect(),
        y: units.map.iter().map(|(place, _)| place[1]).collect(),
        x_name: format!("component 1 ({:.0} % of variance)", 100.0 * units.variance[0]),
        y_name: format!("component 2 ({:.0} % of variance)", 100.0 * units.variance[1]),
        groups: Some(units.map.iter().map(|(_, features)| group(*features)).collect()),
        title: Some("The inputs in the last hidden layer".to_owned()),
    })
}

/// Which feature single units prefer.
pub fn units(plan: &Plan, study: &Study) -> Result<Figure> {
    let names = ["the easy feature", "the hard feature", "neither"];
    let shares =
        |place: usize| study.units.preferred.iter().map(|of_net| 100.0 * of_net[place]).collect::<Vec<_>>();
    let found: Vec<Repeated> =
        (0..3).map(|place| Repeated::of(names[place], &shares(place))).collect::<Result<_>>()?;
    let finding = format!(
        "{:.0} % of the units follow the easy feature most, {:.0} % the hard one.",
        found[0].mean, found[1].mean
    );
    Ok(Figure::Intervals(Intervals {
        caption: Caption {
            id: "units".to_owned(),
            alt: format!("Three values with their intervals. {finding}"),
            finding,
            about: format!(
                "Units of the last hidden layer by the feature that explains most of their variance; neither where none explains {LEAST} of it. Mean over {} networks with 95 % intervals (Student's t).",
                plan.shape.n_nets
            ),
            unit: "% of units".to_owned(),
            n: plan.shape.n_nets,
        },
        title: "What single units follow".to_owned(),
        labels: names.map(str::to_owned).to_vec(),
        values: found.iter().map(|found| found.mean).collect(),
        intervals: found.iter().map(|found| found.interval).collect(),
        notes: Vec::new(),
        x_name: "units in %".to_owned(),
        band: None,
        baseline: None,
    }))
}

/// All models against each other.
pub fn similarity(plan: &Plan, study: &Study) -> Figure {
    let similarity = &study.similarity;
    let label = |net: usize| format!("{} {}", KINDS[net / similarity.n_nets], net % similarity.n_nets + 1);
    let [easy, hard] = [0, 1].map(|kind| mean(&similarity.between(2, kind)));
    let finding = format!(
        "Models of both features are like those of the easy one at {easy:.2}, like those of the hard one at {hard:.2}, like each other at {:.2}.",
        mean(&similarity.between(2, 2))
    );
    Figure::Panels(Panels {
        caption: Caption {
            id: "similarity".to_owned(),
            alt: format!("A matrix of {0} by {0} models. {finding}", similarity.matrix.len().isqrt()),
            finding,
            about: format!(
                "Spearman correlation between the models' matrices of Euclidean distances between {N_STIMULI} inputs in the last hidden layer. The hard feature is {}.",
                plan.hard.label()
            ),
            unit: "Spearman correlation".to_owned(),
            n: N_STIMULI,
        },
        title: "Which models look alike".to_owned(),
        names: vec!["similarity".to_owned()],
        labels: (0..KINDS.len() * similarity.n_nets).map(label).collect(),
        values: similarity.matrix.clone(),
        domain: [0.0, 1.0],
    })
}
