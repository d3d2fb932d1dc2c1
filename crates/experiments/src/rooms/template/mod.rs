//! The template: SOURCE OF THE PAPER.

mod card;
#[cfg(test)]
mod tests;

pub(super) use card::card;
use draws::Draws;
use recipe::{Caption, Figure, Intervals, Result};

use crate::{Claim, ClaimVerdict, Lab, Outcome, Repeated, Settings, Watch};

/// Smallest difference that counts.
const DIFFERENCE: f64 = 0.25;

/// Runs it.
pub(super) async fn run(_: &Lab, settings: &Settings, seed: u32, watch: &mut Watch<'_>) -> Result<Outcome> {
    let (n_repeats, n_samples) = (settings.count("repeats")?, settings.count("samples")?);
    let effect = if settings.is_fake("no_effect") { 0.0 } else { settings.number("effect")? };
    let is_shuffled = settings.is_fake("shuffled_labels");
    watch.stage("drawing samples", 1.0).await?;
    let [mut found, mut control] = [Vec::new(), Vec::new()];
    for repeat in 0..n_repeats {
        let draws = Draws::new(u64::from(seed)).stream(repeat as u64);
        found.push(difference(draws, n_samples, effect, is_shuffled));
        control.push(difference(draws, n_samples, effect, true));
        let sofar = Repeated::of("difference", &found)?;
        watch.show(|| Ok(vec![figure(sofar, Repeated::of("control", &control)?, repeat + 1)]))?;
        watch.step(repeat + 1, n_repeats).await?;
    }
    let (found, control) = (Repeated::of("difference", &found)?, Repeated::of("control", &control)?);
    let mut outcome = Outcome { n_repeats, ..Outcome::default() };
    outcome.figures.push(figure(found, control, n_repeats));
    outcome.claims.push(claim(found, control, n_repeats));
    outcome.read("difference", found.mean, "");
    Ok(outcome)
}

/// Mean of the samples labelled 1 less that of those labelled 0; with `is_shuffled` labels are drawn at random.
fn difference(draws: Draws, n_samples: usize, effect: f64, is_shuffled: bool) -> f64 {
    let [mut sums, mut counts] = [[0.0; 2], [0.0; 2]];
    for sample in 0..n_samples {
        let truth = sample % 2;
        let label = if is_shuffled { draws.stream(1).below(sample as u64, 2) } else { truth };
        sums[label] += effect * truth as f64 + draws.normal(sample as u64);
        counts[label] += 1.0;
    }
    sums[1] / f64::max(counts[1], 1.0) - sums[0] / f64::max(counts[0], 1.0)
}

fn figure(found: Repeated, control: Repeated, n: usize) -> Figure {
    let finding =
        format!("The two classes differ by {:.2}, with shuffled labels by {:.2}.", found.mean, control.mean);
    Figure::Intervals(Intervals {
        caption: Caption {
            id: "differences".to_owned(),
            alt: format!("Two values with their intervals. {finding}"),
            finding,
            about: "Mean difference between the classes, with 95 % intervals (Student's t).".to_owned(),
            unit: "difference".to_owned(),
            n,
        },
        title: "Do the classes differ?".to_owned(),
        labels: ["true labels", "shuffled labels"].map(str::to_owned).to_vec(),
        values: vec![found.mean, control.mean],
        intervals: vec![found.interval, control.interval],
        notes: Vec::new(),
        x_name: "difference".to_owned(),
        band: None,
        baseline: Some(0.0),
    })
}

fn claim(found: Repeated, control: Repeated, n: usize) -> Claim {
    let control_holds = control.mean.abs() < DIFFERENCE;
    Claim {
        id: "difference".to_owned(),
        claim: "The classes differ.".to_owned(),
        measured: format!("Difference {found}."),
        value: Some(found.mean),
        interval: Some(found.interval),
        n,
        unit: "difference".to_owned(),
        criterion: format!("The mean difference is at least {DIFFERENCE}."),
        control: format!("With shuffled labels it is below {DIFFERENCE}."),
        control_measured: format!("Difference {control}."),
        control_holds,
        verdict: ClaimVerdict::of(Some(found.mean >= DIFFERENCE), control_holds),
        about: "Mean over repeats, each from draws of its own.".to_owned(),
    }
}
