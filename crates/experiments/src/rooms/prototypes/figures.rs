//! The figures of a run: live ones, then those of the finished run.

use recipe::{Caption, CellKind, Figure, Grid, Line, Lines};

use super::measures::{mean_smallest, median};
use super::plan::{FULL, N_CLASSES, NEITHER, Plan, VARIANTS};
use super::population::{Said, accuracy};
use super::strips;
use super::study::{N_HELD, Study};

/// The full network on its way, on the first test pictures.
pub struct Point {
    pub step: u64,
    pub accuracy: f64,
    /// Mean ‖g(f(x)) − x‖² and mean squared distances: of each picture to its prototype, of each prototype to its picture.
    pub terms: [f64; 3],
}

impl Point {
    /// From what the networks say of the first [`N_HELD`] test pictures.
    pub fn new(step: u64, said: &Said, labels: &[usize], plan: &Plan) -> Self {
        let m = plan.n_prototypes;
        let (errors, distances) = (&said.errors[FULL], &said.distances[FULL]);
        let by_prototype: Vec<f32> =
            (0..m).flat_map(|j| distances.iter().skip(j).step_by(m).copied()).collect();
        let rebuilding = errors.iter().map(|&error| f64::from(error)).sum::<f64>() / errors.len() as f64;
        Self {
            step,
            accuracy: accuracy(&said.scores[FULL], &labels[..N_HELD]),
            terms: [rebuilding, mean_smallest(&by_prototype, errors.len()), mean_smallest(distances, m)],
        }
    }
}

/// The live figures: prototypes as pictures, and the terms of the objective.
pub fn progress(points: &[Point], decoded: &[f32], side: usize) -> Vec<Figure> {
    vec![strips::growing(decoded, side), terms(points)]
}

/// All of them, the main ones first.
pub fn all(plan: &Plan, study: &Study) -> Vec<Figure> {
    let mut figures = vec![strips::prototypes(study), strips::explained(study), contributions(study)];
    figures.extend(strips::ablations(study));
    figures.extend([realism(study), weights(study), without(plan, study), terms(&study.points)]);
    figures
}

fn line(name: &str, values: Vec<f64>) -> Line {
    Line { name: name.to_owned(), values: values.into_iter().map(Some).collect(), band: Vec::new() }
}

fn terms(points: &[Point]) -> Figure {
    let term = |k: usize| points.iter().map(|point| point.terms[k]).collect::<Vec<f64>>();
    let last = points.last();
    let finding = format!(
        "After {} steps the network names {:.0} % of the pictures rightly.",
        last.map_or(0, |point| point.step),
        100.0 * last.map_or(0.0, |point| point.accuracy)
    );
    Figure::Lines(Lines {
        caption: Caption {
            id: "terms".to_owned(),
            alt: format!("Three lines over the steps of training. {finding}"),
            finding,
            about: "The network with all terms on test pictures: squared error of rebuilt pictures (summed over pixels), and squared distances in the code space of each prototype to the nearest picture (R1) and of each picture to the nearest prototype (R2).".to_owned(),
            unit: "squared distance".to_owned(),
            n: N_HELD,
        },
        title: "What is made small".to_owned(),
        x_name: "steps".to_owned(),
        y_name: "squared distance".to_owned(),
        x: points.iter().map(|point| point.step as f64).collect(),
        lines: vec![line("rebuilding", term(0)), line("R1", term(1)), line("R2", term(2))],
    })
}

/// What each prototype adds to each class's score, for the picture that is explained.
fn contributions(study: &Study) -> Figure {
    let explained = &study.explained;
    let order = strips::nearest_first(&explained.distances);
    let part =
        |j: usize, class: usize| explained.distances[j] * f64::from(study.weights[j * N_CLASSES + class]);
    let values: Vec<f64> =
        order.iter().flat_map(|&j| (0..N_CLASSES).map(move |class| part(j, class))).collect();
    let most = values.iter().fold(0.0_f64, |most, value| most.max(value.abs()));
    let nearest = order[0];
    let finding = format!(
        "The picture lies nearest to prototype {} (squared distance {:.2}) and is named {}.",
        nearest + 1,
        explained.distances[nearest],
        study.class_names[explained.named]
    );
    Figure::Grid(Grid {
        caption: Caption {
            id: "contributions".to_owned(),
            alt: format!("A grid of {} prototypes by {N_CLASSES} classes. {finding}", order.len()),
            finding,
            about: "Squared distance times weight, d · W: a class's score is the sum of its column, and nothing else. Prototypes by distance, the nearest first: what lies near adds little, and what lies far counts against its class, since weights to the own class are mostly negative.".to_owned(),
            unit: "score".to_owned(),
            n: 1,
        },
        title: "Why this class: what each prototype adds".to_owned(),
        rows: order.iter().map(|&j| format!("{} (d = {:.2})", j + 1, explained.distances[j])).collect(),
        columns: study.class_names.clone(),
        row_axis: "prototype".to_owned(),
        column_axis: "class".to_owned(),
        values: values.into_iter().map(Some).collect(),
        domain: [-most, most],
        is_diverging: true,
        cell: CellKind::Other,
    })
}

/// How far prototypes lie from pictures.
fn realism(study: &Study) -> Figure {
    let sorted = |values: &[f64]| {
        let mut values = values.to_vec();
        values.sort_by(f64::total_cmp);
        values
    };
    let lines: Vec<Line> = VARIANTS[..=NEITHER]
        .iter()
        .zip(&study.measured)
        .map(|(variant, found)| line(variant.name, sorted(&found.realism)))
        .collect();
    let medians: Vec<f64> = study.measured.iter().map(|found| median(&found.realism)).collect();
    let finding = format!(
        "A prototype lies {:.2} neighbour distances from the nearest picture; {:.1} without R1, {:.1} without R1 and R2 (medians).",
        medians[FULL],
        medians[super::plan::WITHOUT_R1],
        medians[NEITHER]
    );
    let m = study.measured[FULL].realism.len();
    Figure::Lines(Lines {
        caption: Caption {
            id: "realism".to_owned(),
            alt: format!("Four lines over the prototypes of each network. {finding}"),
            finding,
            about: format!(
                "Squared distance of each prototype to the code of the nearest training picture, divided by the mean squared distance between a picture and its nearest neighbour of the same class: codes of test pictures lie at {:.2}. Prototypes of each network in rising order.",
                study.measured[FULL].held_out
            ),
            unit: "neighbour distances".to_owned(),
            n: m,
        },
        title: "Do prototypes lie among pictures?".to_owned(),
        x_name: "prototypes, nearest first".to_owned(),
        y_name: "squared distance, in neighbour distances".to_owned(),
        x: (1..=m).map(|at| at as f64).collect(),
        lines,
    })
}

/// Weights of the last layer, prototypes in the order of their classes.
fn weights(study: &Study) -> Figure {
    let own = &study.measured[FULL].own;
    let mut order: Vec<usize> = (0..own.len()).collect();
    order.sort_by_key(|&j| own[j]);
    let weight = |j: usize, class: usize| f64::from(study.weights[j * N_CLASSES + class]);
    let most = study.weights.iter().fold(0.0_f64, |most, &value| most.max(f64::from(value).abs()));
    let lowest = |j: usize| {
        (0..N_CLASSES).fold(0, |best, class| if weight(j, class) < weight(j, best) { class } else { best })
    };
    let agreeing = order.iter().filter(|&&j| lowest(j) == own[j]).count();
    let finding = format!(
        "For {agreeing} of {} prototypes the most negative weight is that of the class they are named as.",
        order.len()
    );
    Figure::Grid(Grid {
        caption: Caption {
            id: "weights".to_owned(),
            alt: format!("A grid of {} prototypes by {N_CLASSES} classes. {finding}", order.len()),
            finding,
            about: "The last layer, W: how a squared distance of 1 to a prototype changes each class's score. A negative weight says that being far from the prototype speaks against the class. Rows in the order of the class that the network gives each prototype.".to_owned(),
            unit: "score a squared distance".to_owned(),
            n: order.len(),
        },
        title: "From distances to classes".to_owned(),
        rows: order.iter().map(|&j| format!("{} ({})", j + 1, study.class_names[own[j]])).collect(),
        columns: study.class_names.clone(),
        row_axis: "prototype".to_owned(),
        column_axis: "class".to_owned(),
        values: order.iter().flat_map(|&j| (0..N_CLASSES).map(move |c| Some(weight(j, c)))).collect(),
        domain: [-most, most],
        is_diverging: true,
        cell: CellKind::Other,
    })
}

/// What each prototype is good for.
fn without(plan: &Plan, study: &Study) -> Figure {
    let percent: Vec<f64> = study.without.iter().map(|share| 100.0 * share).collect();
    let whole = 100.0 * study.measured[FULL].accuracy;
    let worst = (0..percent.len()).fold(0, |worst, j| if percent[j] < percent[worst] { j } else { worst });
    let finding = format!(
        "Without prototype {} accuracy falls from {whole:.1} % to {:.1} %, the most of all.",
        worst + 1,
        percent[worst]
    );
    Figure::Lines(Lines {
        caption: Caption {
            id: "without".to_owned(),
            alt: format!("Two lines over the prototypes. {finding}"),
            finding,
            about: "Each prototype taken away in turn after training, its distance no longer counted; nothing is trained anew.".to_owned(),
            unit: "% right".to_owned(),
            n: super::plan::N_TEST,
        },
        title: "Taking a prototype away".to_owned(),
        x_name: "prototype taken away".to_owned(),
        y_name: "right answers in %".to_owned(),
        x: (1..=plan.n_prototypes).map(|j| j as f64).collect(),
        lines: vec![line("without it", percent), line("with all", vec![whole; plan.n_prototypes])],
    })
}
