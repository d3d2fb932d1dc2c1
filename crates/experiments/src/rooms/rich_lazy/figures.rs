//! The figures about training and ranks.

use recipe::{Caption, Figure, Intervals, Line, Lines, Panels, Result};

use super::figures_of_theory as theory;
use super::initial::RANKS;
use super::measure::{Measures, mean, of_family, range};
use super::network::BATCH;
use super::study::{Plan, Study};
use super::task::N_OUTPUTS;

/// The figures of a finished run.
pub fn all(plan: &Plan, study: &Study) -> Result<Vec<Figure>> {
    let mut figures = vec![by_rank(plan, study)];
    figures.extend(curves(plan, &study.steps, &study.curve));
    figures.push(theory::spectra(plan, study));
    figures.push(kernels(study));
    figures.push(theory::angles(study));
    Ok(figures)
}

/// A measure of networks, one number each.
type Pick = fn(&Measures) -> &Vec<f64>;

/// Loss, kernel, representation and weights on the way; also while they grow.
pub fn curves(plan: &Plan, steps: &[u64], curve: &[Measures]) -> Vec<Figure> {
    let n_nets = plan.shape.n_nets;
    let last = |pick: Pick, family: usize| {
        curve.last().map_or(0.0, |point| mean(of_family(pick(point), family, n_nets)))
    };
    let figure = |id: &str, title: &str, y_name: &str, about: &str, pick: Pick| {
        let line = |(family, kind): (usize, &super::initial::Family)| Line {
            name: kind.label(),
            values: curve.iter().map(|point| Some(mean(of_family(pick(point), family, n_nets)))).collect(),
            band: curve.iter().map(|point| range(of_family(pick(point), family, n_nets))).collect(),
        };
        let finding = format!(
            "After {} steps: {:.2} from rank {}, {:.2} from rank {}.",
            steps.last().copied().unwrap_or_default(),
            last(pick, 0),
            RANKS[0],
            last(pick, RANKS.len() - 1),
            RANKS[RANKS.len() - 1]
        );
        Figure::Lines(Lines {
            caption: Caption {
                id: id.to_owned(),
                alt: format!("Lines over training steps, one for each kind of first weights. {finding}"),
                finding,
                about: format!("{about} Lines are means, bands ranges over {n_nets} networks."),
                unit: y_name.to_owned(),
                n: n_nets,
            },
            title: title.to_owned(),
            x_name: "training step".to_owned(),
            y_name: y_name.to_owned(),
            x: steps.iter().map(|&step| step as f64).collect(),
            lines: plan.families.iter().enumerate().map(line).collect(),
        })
    };
    vec![
        figure(
            "kernel",
            "How far the tangent kernel turns",
            "kernel alignment",
            "Cosine between the tangent kernel now and before training, on 32 trials and three outputs: 1 is lazy.",
            |m| &m.kernel,
        ),
        figure(
            "representation",
            "How far the representation turns",
            "representation alignment",
            "Cosine between the inner products of the states at the decision, now and before training.",
            |m| &m.representation,
        ),
        figure(
            "moved",
            "How far the weights move",
            "change of the weights",
            "Norm of the change of the recurrent weights over their norm at first.",
            |m| &m.moved,
        ),
        figure(
            "loss",
            "All learn the same",
            "loss",
            "Cross-entropy at the decision, in nats, on trials that training did not draw.",
            |m| &m.loss,
        ),
    ]
}

/// Kernel alignment of every network, by the effective rank of its first weights.
fn by_rank(plan: &Plan, study: &Study) -> Figure {
    let n_nets = plan.shape.n_nets;
    let last = study.last();
    let mut order: Vec<usize> = (0..plan.families.len()).collect();
    order.sort_by(|&a, &b| study.ranks[a][1].total_cmp(&study.ranks[b][1]));
    let label = |&family: &usize| {
        format!("{} (effective rank {:.1})", plan.families[family].label(), study.ranks[family][1])
    };
    let own = |family: usize| of_family(&last.kernel, family, n_nets);
    let [low, full] = [0, RANKS.len() - 1].map(|family| mean(own(family)));
    let finding = format!(
        "The tangent kernel after training has a cosine of {low:.2} with that before where first weights had rank 1, of {full:.2} where they had full rank."
    );
    Figure::Intervals(Intervals {
        caption: Caption {
            id: "ranks".to_owned(),
            alt: format!(
                "A value with its range for each kind of first weights, by effective rank. {finding}"
            ),
            finding,
            about: format!(
                "Kernel alignment after training, mean over {n_nets} networks; the lines are ranges, not intervals. Effective rank: exponential of the entropy of the singular values."
            ),
            unit: "kernel alignment".to_owned(),
            n: n_nets,
        },
        title: "The thinner the first weights, the further the kernel turns".to_owned(),
        labels: order.iter().map(label).collect(),
        values: order.iter().map(|&family| mean(own(family))).collect(),
        intervals: order.iter().map(|&family| range(own(family))).collect(),
        notes: order
            .iter()
            .map(|&family| {
                format!(
                    "representation {:.2}, weights moved by {:.3}",
                    mean(of_family(&last.representation, family, n_nets)),
                    mean(of_family(&last.moved, family, n_nets))
                )
            })
            .collect(),
        x_name: "kernel alignment, before and after".to_owned(),
        band: None,
        baseline: None,
    })
}

/// Tangent kernels of one network of rank 1 and one of full rank, before and after, for the output `left`.
fn kernels(study: &Study) -> Figure {
    let names = ["rank 1, before", "rank 1, after", "full rank, before", "full rank, after"];
    let mut values = Vec::new();
    for kernel in study.kernels.iter().flatten() {
        let n = BATCH * N_OUTPUTS;
        // Output 1 of each trial.
        let entry = |at: usize| kernel[(at / BATCH * N_OUTPUTS + 1) * n + at % BATCH * N_OUTPUTS + 1];
        let own: Vec<f64> = (0..BATCH * BATCH).map(entry).collect();
        let largest = own.iter().fold(f64::MIN_POSITIVE, |most, value| most.max(value.abs()));
        values.extend(own.into_iter().map(|value| value / largest));
    }
    let [low, full] = study.kernels.each_ref().map(|[before, after]| super::kernel::alignment(before, after));
    let finding =
        format!("Of these two networks the kernel of rank 1 keeps {low:.2}, that of full rank {full:.2}.");
    Figure::Panels(Panels {
        caption: Caption {
            id: "kernels".to_owned(),
            alt: format!("Four matrices of {BATCH} by {BATCH} trials. {finding}"),
            finding,
            about: "Tangent kernels between trials for the output “left” of the first network of each kind, each divided by its largest entry. What is kept is the cosine over all three outputs.".to_owned(),
            unit: "share of the largest entry".to_owned(),
            n: BATCH,
        },
        title: "Two kernels, before and after".to_owned(),
        names: names.map(str::to_owned).to_vec(),
        labels: (1..=BATCH).map(|trial| format!("trial {trial}")).collect(),
        values,
        domain: [-1.0, 1.0],
    })
}
