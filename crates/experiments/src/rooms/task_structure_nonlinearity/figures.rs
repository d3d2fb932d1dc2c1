//! The figures.

use recipe::{Caption, CellKind, Figure, Grid, Intervals, Line, Lines, Panels, Plane, Result};

use super::geometry::condition_name;
use super::map::{N_NETS, NOISES, STRUCTURES};
use super::measure::{Measures, gaps, mean, range};
use super::nonlinearity::Nonlinearity;
use super::plane::N_PATHS;
use super::study::{Case, Plan, Side, Study};
use super::task::{N_CONDITIONS, N_INPUTS, Target};
use crate::Repeated;

/// A nonlinearity's name and its curve: the shown group at each point in time.
pub type Curve<'a> = (&'static str, &'a [Measures]);

/// Alignments on the way; also while they grow.
pub fn curves(plan: &Plan, steps: &[u64], sides: [Curve<'_>; 2]) -> Figure {
    let line = |name: String, of: &dyn Fn(&Measures) -> Vec<f64>, curve: &[Measures]| Line {
        name,
        values: curve.iter().map(|point| Some(mean(&of(point)))).collect(),
        band: curve.iter().map(|point| range(&of(point))).collect(),
    };
    let lines = sides.iter().flat_map(|(label, curve)| {
        [
            line(format!("{label}: targets"), &|point| point.target.clone(), curve),
            line(format!("{label}: inputs"), &|point| point.input.clone(), curve),
        ]
    });
    let last = |curve: &[Measures], of: fn(&Measures) -> &Vec<f64>| {
        curve.last().map_or(0.0, |point| mean(of(point)))
    };
    let [(first, a), (rival, b)] = sides;
    let [to_targets, to_inputs]: [fn(&Measures) -> &Vec<f64>; 2] = [|m| &m.target, |m| &m.input];
    let finding = format!(
        "After {} steps the alignment with the targets is {:.2} for {first} and {:.2} for {rival}, with the inputs {:.2} and {:.2}.",
        steps.last().copied().unwrap_or_default(),
        last(a, to_targets),
        last(b, to_targets),
        last(a, to_inputs),
        last(b, to_inputs),
    );
    Figure::Lines(Lines {
        caption: Caption {
            id: "alignment".to_owned(),
            alt: format!("Lines over training steps, for {first} and {rival}. {finding}"),
            finding,
            about: format!(
                "Centred kernel alignment of the hidden layer with the targets ({}) and with the noise-free inputs, on the {N_CONDITIONS} conditions. Lines are means, bands ranges over {} networks.",
                plan.shown.label(),
                plan.sizes.n_nets
            ),
            unit: "alignment".to_owned(),
            n: plan.sizes.n_nets,
        },
        title: "What the hidden layer's geometry becomes".to_owned(),
        x_name: "training step".to_owned(),
        y_name: "alignment".to_owned(),
        x: steps.iter().map(|&step| step as f64).collect(),
        lines: lines.collect(),
    })
}

/// The figures of a finished run, but for the map.
pub fn all(plan: &Plan, study: &Study, seed: u32) -> Result<Vec<Figure>> {
    let [first, rival] = &study.sides;
    let both = [(first.label, &first.curve[..]), (rival.label, &rival.curve[..])];
    Ok(vec![
        curves(plan, &study.steps, both),
        kernels(plan, study),
        plane("plane_first", plan, study, first, plan.first, seed),
        plane("plane_rival", plan, study, rival, plan.rival, seed),
        gap_bars(plan, study)?,
        shapes(plan, study)?,
        ccgp_bars(plan, study)?,
    ])
}

fn kernels(plan: &Plan, study: &Study) -> Figure {
    let [first, rival] = &study.sides;
    let named = [
        ("inputs", &study.input_kernel),
        ("targets", &study.target_kernel),
        (first.label, &first.kernel),
        (rival.label, &rival.kernel),
    ];
    let finding = format!(
        "The hidden kernel of {} looks like that of the {}, the one of {} like that of the {}.",
        first.label,
        nearer(first, study.shown),
        rival.label,
        nearer(rival, study.shown)
    );
    Figure::Panels(Panels {
        caption: Caption {
            id: "kernels".to_owned(),
            alt: format!("Four {N_CONDITIONS} by {N_CONDITIONS} matrices side by side. {finding}"),
            finding,
            about: format!(
                "Centred kernels of the {N_CONDITIONS} conditions (named by their three bits), each divided by its largest entry: noise-free inputs, targets ({}), and the hidden layers of one network of each kind.",
                plan.shown.label()
            ),
            unit: "share of the largest entry".to_owned(),
            n: N_CONDITIONS,
        },
        title: "Who is like whom".to_owned(),
        names: named.iter().map(|(name, _)| (*name).to_owned()).collect(),
        labels: (0..N_CONDITIONS).map(condition_name).collect(),
        values: named.iter().flat_map(|(_, kernel)| kernel.iter().copied()).collect(),
        domain: [-1.0, 1.0],
    })
}

fn nearer(side: &Side, shown: usize) -> &'static str {
    let measures = &side.trained[shown];
    if mean(&measures.target) > mean(&measures.input) { "targets" } else { "inputs" }
}

fn plane(id: &str, plan: &Plan, study: &Study, side: &Side, f: Nonlinearity, seed: u32) -> Figure {
    let paths = study.axes.paths(&side.kept, &side.readout, side.label);
    let farthest =
        paths.iter().flat_map(|path| path.x.iter().chain(&path.y)).fold(0.1_f64, |most, v| most.max(v.abs()));
    let noise = plan.noise / (N_INPUTS as f64).sqrt();
    let ends = paths.iter().filter_map(|path| Some((path.x.last()?, path.y.last()?)));
    let aside: Vec<f64> = ends.map(|(x, y)| y.abs() / x.hypot(*y).max(f64::MIN_POSITIVE)).collect();
    let finding = match aside.is_empty() {
        true => format!("No neuron of the {} network has a positive output weight.", side.label),
        false => format!(
            "The neurons of the {} network end, on average, {:.0}° off the axis between the classes.",
            side.label,
            mean(&aside).clamp(0.0, 1.0).asin().to_degrees()
        ),
    };
    Figure::Plane(Plane {
        caption: Caption {
            id: id.to_owned(),
            alt: format!("Paths of neurons in a plane, over arrows. {finding}"),
            finding,
            about: format!(
                "Input weights of the first {N_PATHS} hidden neurons with a positive output weight, from the first step to the last, seen along two directions of the inputs: between the classes, and between two halves of the class +1. Arrows: where the expected gradient takes a neuron with output weight 1 while the network says nothing yet (Monte Carlo); only their relative lengths count."
            ),
            unit: "weight".to_owned(),
            n: paths.len(),
        },
        title: format!("Ways of single neurons: {}", side.label),
        x_name: "between the classes".to_owned(),
        y_name: "within the class +1".to_owned(),
        arrows: study.axes.field(f, noise, farthest, seed),
        paths,
    })
}

fn gap_bars(plan: &Plan, study: &Study) -> Result<Figure> {
    let [first, rival] = &study.sides;
    let (mut labels, mut values, mut intervals) = (Vec::new(), Vec::new(), Vec::new());
    let mut add = |label: String, case: Case| -> Result<f64> {
        let gap = Repeated::of(&label, &gaps(&first.at(case).target, &rival.at(case).target))?;
        labels.push(label);
        values.push(gap.mean);
        intervals.push(gap.interval);
        Ok(gap.mean)
    };
    for (place, target) in Target::CLAIMED.iter().enumerate() {
        add(format!("{}, with noise", target.label()), Case::Set(place))?;
        add(format!("{}, without noise", target.label()), Case::Quiet(place))?;
    }
    add("one bit, factored inputs".to_owned(), Case::Factored(0))?;
    add("two bits, factored inputs".to_owned(), Case::Factored(1))?;
    let factored = add("XOR, factored inputs, without noise".to_owned(), Case::FactoredXor)?;
    let finding = format!(
        "The gap in target alignment goes from {:.2} to {:.2}; for XOR of factored inputs it is {factored:.2}.",
        range(&values)[0],
        range(&values)[1],
    );
    Ok(Figure::Intervals(Intervals {
        caption: Caption {
            id: "gaps".to_owned(),
            alt: format!("A value with its interval for each task. {finding}"),
            finding,
            about: format!(
                "Target alignment of {} less that of {}, mean over {} pairs of networks that start alike and see the same noise, with 95 % intervals (Student's t).",
                first.label, rival.label, plan.sizes.n_nets
            ),
            unit: "difference of alignments".to_owned(),
            n: plan.sizes.n_nets,
        },
        title: "Where the two differ".to_owned(),
        labels,
        values,
        intervals,
        notes: Vec::new(),
        x_name: format!("target alignment, {} − {}", first.label, rival.label),
        band: None,
        baseline: Some(0.0),
    }))
}

fn shapes(plan: &Plan, study: &Study) -> Result<Figure> {
    let [first, rival] = &study.sides;
    let rows = [
        (first.label, first.at(Case::Set(2))),
        (Nonlinearity::Clip.label(), &study.clipped),
        (rival.label, rival.at(Case::Set(2))),
        (Nonlinearity::Capped.label(), &study.capped),
    ];
    let found: Vec<Repeated> =
        rows.iter().map(|(label, measures)| Repeated::of(label, &measures.target)).collect::<Result<_>>()?;
    let finding = format!(
        "On XOR the clip to ±1 reaches {:.2}, the cap at 1 reaches {:.2}.",
        found[1].mean, found[3].mean
    );
    Ok(Figure::Intervals(Intervals {
        caption: Caption {
            id: "shapes".to_owned(),
            alt: format!("Four values with their intervals. {finding}"),
            finding,
            about: format!(
                "Target alignment of the hidden layer on XOR by the shape of the nonlinearity, mean over {} networks with 95 % intervals (Student's t). Clip: z kept within ±1. Cap: z kept within 0 and 1.",
                plan.sizes.n_nets
            ),
            unit: "alignment".to_owned(),
            n: plan.sizes.n_nets,
        },
        title: "Which part of the shape does it".to_owned(),
        labels: rows.iter().map(|(label, _)| (*label).to_owned()).collect(),
        values: found.iter().map(|found| found.mean).collect(),
        intervals: found.iter().map(|found| found.interval).collect(),
        notes: Vec::new(),
        x_name: "alignment with the targets".to_owned(),
        band: None,
        baseline: None,
    }))
}

fn ccgp_bars(plan: &Plan, study: &Study) -> Result<Figure> {
    let (mut labels, mut found) = (Vec::new(), Vec::new());
    for side in &study.sides {
        for (when, values) in ["untrained", "trained"].iter().zip(&side.ccgp) {
            labels.push(format!("{}, {when}", side.label));
            let percent: Vec<f64> = values.iter().map(|share| 100.0 * share).collect();
            found.push(Repeated::of("generalisation", &percent)?);
        }
    }
    let finding = format!(
        "A decoder of one bit generalises to conditions that it did not see in {:.0} % of cases for {} and {:.0} % for {}.",
        found[1].mean, study.sides[0].label, found[3].mean, study.sides[1].label
    );
    Ok(Figure::Intervals(Intervals {
        caption: Caption {
            id: "ccgp".to_owned(),
            alt: format!("Four values with their intervals. {finding}"),
            finding,
            about: format!(
                "Cross-condition generalisation (CCGP) of both bits in networks that learned two bits: a ridge classifier learns a bit where another bit is one way, and is tested where it is the other way, on noisy inputs. Mean over {} networks with 95 % intervals (Student's t).",
                plan.sizes.n_nets
            ),
            unit: "% right".to_owned(),
            n: plan.sizes.n_nets,
        },
        title: "Does a decoder generalise?".to_owned(),
        labels,
        values: found.iter().map(|found| found.mean).collect(),
        intervals: found.iter().map(|found| found.interval).collect(),
        notes: Vec::new(),
        x_name: "right answers in %".to_owned(),
        band: None,
        baseline: Some(50.0),
    }))
}

/// The map of gaps over inputs and noise.
pub fn map(plan: &Plan, cells: &[f64]) -> Figure {
    let [low, high] = range(cells);
    let reach = low.abs().max(high.abs()).max(0.1);
    let finding = format!("The gap goes from {low:.2} to {high:.2}.");
    Figure::Grid(Grid {
        caption: Caption {
            id: "map".to_owned(),
            alt: format!("A grid of {} by {} cells. {finding}", STRUCTURES.len(), NOISES.len()),
            finding,
            about: format!(
                "Target alignment of {} less that of {} ({}), mean over {N_NETS} networks a cell; 0 rows: inputs linear in the bits, 1: conditions orthogonal.",
                plan.first.label(),
                plan.rival.label(),
                plan.shown.label()
            ),
            unit: "difference of alignments".to_owned(),
            n: N_NETS,
        },
        title: "Inputs and noise decide".to_owned(),
        rows: STRUCTURES.map(|structure| format!("{structure}")).to_vec(),
        columns: NOISES.map(|noise| format!("{noise}")).to_vec(),
        row_axis: "structure of the inputs".to_owned(),
        column_axis: "noise".to_owned(),
        values: cells.iter().map(|&gap| Some(gap)).collect(),
        domain: [-reach, reach],
        is_diverging: true,
        cell: CellKind::Other,
    })
}
