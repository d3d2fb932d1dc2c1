//! The figures.

use analysis::{Rdm, classical_mds, vietoris_rips};
use recipe::{Caption, CellKind, Figure, Grid, Intervals, Line, Lines, Panels, Result, Scatter};

use super::noise::failed;
use super::plan::{ETAS, LAYERS, Plan};
use super::shapes::{MEASURES, N_TRIALS};
use super::study::{Level, RANKS, RGTM, STATISTICS, Study, mean};
use super::transform::{STEPS, cells};
use crate::Repeated;

/// All of them, the main one first.
pub fn all(plan: &Plan, study: &Study) -> Result<Vec<Figure>> {
    Ok(vec![
        by_noise(plan, &study.levels)?,
        map(plan, study),
        scatter(plan, study)?,
        layers(&study.layer_ranks, study.n_stimuli),
        betti(study)?,
        shapes(study),
    ])
}

/// Shares over noise; also while they grow.
pub fn by_noise(plan: &Plan, levels: &[Level]) -> Result<Figure> {
    let line = |place: usize| -> Result<Line> {
        let found: Vec<Repeated> =
            levels.iter().map(|level| Repeated::of("share", &level.shares[place])).collect::<Result<_>>()?;
        Ok(Line {
            name: STATISTICS[place].to_owned(),
            values: found.iter().map(|found| Some(100.0 * found.mean)).collect(),
            band: found.iter().map(|found| found.interval.map(|end| 100.0 * end)).collect(),
        })
    };
    let at = |place: usize| levels.last().map_or(0.0, |level| 100.0 * mean(&level.shares[place]));
    let eta = ETAS[levels.len().max(1) - 1];
    let finding = format!(
        "At noise of {eta} standard deviations {:.0} % of layers are named rightly by ranks of distances, {:.0} % by near and far.",
        at(RANKS),
        at(RGTM)
    );
    Ok(Figure::Lines(Lines {
        caption: Caption {
            id: "by_noise".to_owned(),
            alt: format!("{} lines over the size of noise. {finding}", STATISTICS.len()),
            finding,
            about: format!(
                "Share of layers named rightly by the nearest mean of the same layer in other networks (one network left out at a time; chance: 20 %), {} networks, {} stimuli. Thresholds of near and far are chosen for each network on the others alone. Lines are means over {} draws, each of its own noise and its own stimuli (of 120), bands 95 % intervals (Student's t) over draws.",
                plan.n_nets, plan.n_stimuli, plan.n_draws
            ),
            unit: "% right".to_owned(),
            n: plan.n_draws,
        },
        title: "Which layer is it?".to_owned(),
        x_name: "noise in standard deviations".to_owned(),
        y_name: "right answers in %".to_owned(),
        x: ETAS[..levels.len()].to_vec(),
        lines: (0..STATISTICS.len()).map(line).collect::<Result<_>>()?,
    }))
}

/// The regime of a pair of thresholds.
fn regime([l, u]: [f64; 2]) -> &'static str {
    match (u - l, (l + u) / 2.0) {
        (width, _) if width > 0.7 => "geometry",
        (width, middle) if width < 0.3 && middle < 0.35 => "local",
        (width, middle) if width < 0.3 && middle > 0.65 => "global",
        (width, _) if width < 0.3 => "topology",
        _ => "between",
    }
}

fn map(plan: &Plan, study: &Study) -> Figure {
    let level = &study.levels[plan.shown];
    let all = cells();
    let tenths = |value: f64| (value * STEPS as f64).round() as usize;
    let mut values = vec![None; STEPS * STEPS];
    for (cell, &share) in all.iter().zip(&level.cells) {
        values[tenths(cell[0]) * STEPS + tenths(cell[1]) - 1] = Some(100.0 * share);
    }
    let best = (0..all.len()).fold(0, |best, at| if level.cells[at] > level.cells[best] { at } else { best });
    let finding = format!(
        "At noise {} the best pair is l = {}, u = {} ({}) with {:.0} %; plain ranks (0, 1) have {:.0} %.",
        ETAS[plan.shown],
        all[best][0],
        all[best][1],
        regime(all[best]),
        100.0 * level.cells[best],
        100.0 * level.cells[super::transform::PLAIN]
    );
    Figure::Grid(Grid {
        caption: Caption {
            id: "map".to_owned(),
            alt: format!("A triangle of {} cells. {finding}", all.len()),
            finding,
            about: "Share of layers named rightly for every pair of thresholds: distances whose rank is below l count as 0, above u as 1. Top right: the whole geometry; along the diagonal: topology alone, local where both are low, global where both are high. The best cell of this map was looked up on the tests, and is therefore no fair number; the curves' is.".to_owned(),
            unit: "% right".to_owned(),
            n: level.shares[0].len(),
        },
        title: "How much can be thrown away".to_owned(),
        rows: (0..STEPS).map(|l| format!("{:.1}", l as f64 / STEPS as f64)).collect(),
        columns: (1..=STEPS).map(|u| format!("{:.1}", u as f64 / STEPS as f64)).collect(),
        row_axis: "lower threshold l".to_owned(),
        column_axis: "upper threshold u".to_owned(),
        values,
        domain: [0.0, 100.0],
        is_diverging: false,
        cell: CellKind::Other,
    })
}

fn scatter(plan: &Plan, study: &Study) -> Result<Figure> {
    let n = plan.n_matrices();
    let pairs = (0..n).flat_map(|i| (i + 1..n).map(move |j| (i, j)));
    let upper = pairs.map(|(i, j)| study.apart[i * n + j].sqrt()).collect();
    let found = classical_mds(&Rdm::from_upper(upper, n).map_err(failed)?, 2).map_err(failed)?;
    let axis = |k: usize| found.coordinates.iter().skip(k).step_by(2).copied().collect::<Vec<f64>>();
    let same = |a: usize, b: usize| a % LAYERS.len() == b % LAYERS.len();
    let mean_of = |is_same: bool| {
        let all = (0..n * n).filter(|at| at / n != at % n && same(at / n, at % n) == is_same);
        mean(&all.map(|at| study.apart[at].sqrt()).collect::<Vec<_>>())
    };
    let finding = format!(
        "Matrices of different layers lie {:.2} times as far apart as those of one layer.",
        mean_of(false) / mean_of(true)
    );
    Ok(Figure::Scatter(Scatter {
        caption: Caption {
            id: "matrices".to_owned(),
            alt: format!("{n} points in a plane. {finding}"),
            finding,
            about: format!(
                "Every layer of every network as one point: classical scaling of the distances between their ranked matrices, at noise {}.",
                ETAS[plan.shown]
            ),
            unit: "distance of ranked matrices".to_owned(),
            n,
        },
        labels: (0..n)
            .map(|k| format!("network {}, {}", k / LAYERS.len() + 1, LAYERS[k % LAYERS.len()]))
            .collect(),
        x: axis(0),
        y: axis(1),
        x_name: "first axis".to_owned(),
        y_name: "second axis".to_owned(),
        groups: Some((0..n).map(|k| LAYERS[k % LAYERS.len()].to_owned()).collect()),
        title: Some("Which layers are alike".to_owned()),
    }))
}

/// The mean matrix of each layer, in ranks.
pub fn layers(ranks: &[Vec<f64>], n_stimuli: usize) -> Figure {
    let square = |upper: &[f64]| {
        Rdm::from_upper(upper.to_vec(), n_stimuli)
            .map_or_else(|_| vec![0.0; n_stimuli * n_stimuli], |rdm| rdm.square())
    };
    let differ =
        |a: &[f64], b: &[f64]| a.iter().zip(b).map(|(a, b)| (a - b).abs()).sum::<f64>() / a.len() as f64;
    let finding = format!(
        "Between the first layer and the last, a pair of stimuli changes its rank by {:.0} % of all pairs on average.",
        100.0 * differ(&ranks[0], &ranks[ranks.len() - 1])
    );
    Figure::Panels(Panels {
        caption: Caption {
            id: "layers".to_owned(),
            alt: format!("{} matrices of {n_stimuli} by {n_stimuli} side by side. {finding}", ranks.len()),
            finding,
            about: "Ranks of the distances between stimuli in each layer (mean over networks, ranked again): 0 for the nearest pair, 1 for the farthest.".to_owned(),
            unit: "rank".to_owned(),
            n: n_stimuli,
        },
        title: "Distances by layer".to_owned(),
        names: LAYERS.map(str::to_owned).to_vec(),
        labels: (1..=n_stimuli).map(|place| format!("stimulus {place}")).collect(),
        values: ranks.iter().flat_map(|ranks| square(ranks)).collect(),
        domain: [0.0, 1.0],
    })
}

fn betti(study: &Study) -> Result<Figure> {
    let thresholds: Vec<f64> = (0..=30).map(|k| f64::from(k) / 60.0).collect();
    let mut lines = Vec::new();
    let mut most = Vec::new();
    for layer in [0, LAYERS.len() - 1] {
        let rdm = Rdm::from_upper(study.layer_ranks[layer].clone(), study.n_stimuli).map_err(failed)?;
        let curves = vietoris_rips(&rdm).map_err(failed)?.betti_curves(&thresholds).map_err(failed)?;
        most.push(curves.b1.iter().copied().max().unwrap_or_default());
        for (what, counts) in [("components", curves.b0), ("loops", curves.b1)] {
            lines.push(Line {
                name: format!("{what}, {}", LAYERS[layer]),
                values: counts.into_iter().map(|count| Some(count as f64)).collect(),
                band: Vec::new(),
            });
        }
    }
    let finding = format!(
        "As the threshold rises, up to {} loops are open at once in the first layer, and up to {} in the dense one.",
        most[0], most[1]
    );
    Ok(Figure::Lines(Lines {
        caption: Caption {
            id: "betti".to_owned(),
            alt: format!("Four lines over the threshold. {finding}"),
            finding,
            about: "Stimuli whose ranked distance is at most the threshold are joined: the number of components (Betti number 0) and of loops that no triangles fill (Betti number 1), mean matrices of two layers.".to_owned(),
            unit: "count".to_owned(),
            n: study.n_stimuli,
        },
        title: "Components and loops".to_owned(),
        x_name: "threshold (rank)".to_owned(),
        y_name: "count".to_owned(),
        x: thresholds,
        lines,
    }))
}

fn shapes(study: &Study) -> Figure {
    let (mut labels, mut values) = (Vec::new(), Vec::new());
    for (what, shares) in
        [("points in place", study.paired.found), ("points scrambled", study.paired.scrambled)]
    {
        for (measure, share) in MEASURES.iter().zip(shares) {
            labels.push(format!("{measure}, {what}"));
            values.push(100.0 * share);
        }
    }
    let interval = |percent: f64| {
        let half = 196.0 * (percent / 100.0 * (1.0 - percent / 100.0) / N_TRIALS as f64).sqrt();
        [(percent - half).max(0.0), (percent + half).min(100.0)]
    };
    let finding = format!(
        "A distorted ring finds the twisted ring in {:.0} % of cases by distances and in {:.0} % by ways along neighbours.",
        values[0], values[2]
    );
    Figure::Intervals(Intervals {
        caption: Caption {
            id: "shapes".to_owned(),
            alt: format!("{} values with their intervals. {finding}", values.len()),
            finding,
            about: format!(
                "A smoothly distorted ring looks for the shape of its own topology among a twisted ring, a figure eight, two rings and a sphere, each distorted in its own way; {N_TRIALS} trials, chance 25 %. Intervals: 95 %, normal approximation of a share."
            ),
            unit: "% right".to_owned(),
            n: N_TRIALS,
        },
        title: "Which shape is of its kind?".to_owned(),
        intervals: values.iter().map(|&percent| interval(percent)).collect(),
        labels,
        values,
        notes: Vec::new(),
        x_name: "right answers in %".to_owned(),
        band: None,
        baseline: Some(25.0),
    })
}
