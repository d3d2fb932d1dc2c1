//! All that a run measures.

use draws::Draws;
use recipe::Result;

use super::capacity::{Capacity, capacity};
use super::clock::{Times, clock};
use super::digits::{Accuracy, Digits};
use super::field::Shape;
use super::figures;
use super::memory::{Memory, Sizes, mean};
use super::selection::{Selection, Winners};
use super::sequences::Film;
use super::similarity::{Arm, memories, ways};
use super::sprites::films;
use crate::{Lab, Settings, Watch};

/// The digits.
pub const DIGITS: &str = "mnist-1000/digits.npz";

/// What a run was asked to do.
pub struct Plan {
    pub sizes: Sizes,
    /// Items stored.
    pub n_items: usize,
    /// Active inputs of a probe that are moved, where one number is wanted.
    pub n_moved: usize,
    pub n_repeats: usize,
    /// Cells of a module of the field for digits; none where there are no digits.
    pub digit_cells: Option<usize>,
    /// Whether digits are stored with labels dealt out anew: a deliberate fake.
    is_shuffled: bool,
    /// Whether codes are looked up in a list: a deliberate fake.
    is_table: bool,
}

impl Plan {
    /// From the card's parameters.
    pub fn new(settings: &Settings) -> Result<Self> {
        let winners = if settings.is_fake("no_familiarity") { Winners::Uniform } else { Winners::Soft };
        let selection = Selection {
            floor: settings.number("floor")?,
            gamma: settings.number("gamma")?,
            chi: settings.number("chi")?,
            centre: settings.number("centre")?,
            slope: settings.number("slope")?,
            winners,
        };
        let shape = Shape { n_modules: settings.count("modules")?, n_cells: settings.count("cells")? };
        let test = if settings.choice("selection")? == "best" { Winners::Best } else { winners };
        Ok(Self {
            sizes: Sizes { shape, selection, test, freeze: settings.number("freeze")? },
            n_items: settings.count("items")?,
            n_moved: settings.count("moved")?,
            n_repeats: settings.count("repeats")?,
            digit_cells: settings.flag("digits")?.then_some(settings.count("digit_cells")?),
            is_shuffled: settings.is_fake("shuffled_labels"),
            is_table: settings.is_fake("lookup_table"),
        })
    }
}

/// Recall at the settings' number of items, a number a repeat.
pub struct Recall {
    pub whole: Vec<f64>,
    pub moved: Vec<f64>,
    /// With the synapses of cells dealt out anew.
    pub shuffled: Vec<f64>,
}

/// Films with context and without, a number a repeat; the shown ones are of the first.
pub struct Films {
    /// Overlap of the codes of shared frames: with context, without.
    pub shared: [Vec<f64>; 2],
    pub next: Vec<f64>,
    /// Recall from the first frame, `[repeat, film, frame]`.
    pub recall: Vec<Vec<Vec<f64>>>,
    pub shown: [Film; 2],
    pub frames: Vec<Vec<super::bits::Bits>>,
}

/// What digits gave.
pub struct DigitStudy {
    pub true_labels: Accuracy,
    pub shuffled: Accuracy,
    pub nearest_pixels: f64,
    pub n_tested: usize,
}

/// All that a run found.
pub struct Study {
    /// The memory that is shown.
    pub memory: Memory,
    pub arms: [Arm; 3],
    pub recall: Recall,
    pub capacity: Vec<Capacity>,
    pub times: Times,
    pub films: Films,
    pub digits: Option<DigitStudy>,
}

impl Study {
    /// Stores, probes and times.
    pub async fn run(plan: &Plan, lab: &Lab, seed: u32, watch: &mut Watch<'_>) -> Result<Self> {
        let draws = Draws::new(u64::from(seed));
        let repeat = |k: usize| draws.stream(k as u64);
        watch.stage("storing patterns", 0.2).await?;
        let mut arms = [Arm::new(), Arm::new(), Arm::new()];
        let mut recall = Recall { whole: Vec::new(), moved: Vec::new(), shuffled: Vec::new() };
        for k in 0..plan.n_repeats {
            let memories = memories(plan.sizes, plan.n_items, repeat(k), plan.is_table);
            for ((arm, memory), (_, _, winners)) in arms.iter_mut().zip(&memories).zip(ways(&plan.sizes)) {
                arm.push(memory, winners);
            }
            recall.whole.push(memories[0].recall(0));
            recall.moved.push(memories[0].recall(plan.n_moved));
            recall.shuffled.push(memories[0].shuffled_recall());
            watch.show(|| Ok(vec![figures::storing(&memories[0]), figures::similarity(plan, &arms)?]))?;
            watch.step(k + 1, plan.n_repeats).await?;
        }
        let [memory, ..] = memories(plan.sizes, plan.n_items, repeat(0), plan.is_table);
        watch.stage("filling up", 0.4).await?;
        let mut capacities = Vec::new();
        for k in 0..plan.n_repeats {
            capacities.push(capacity(plan.sizes, plan.n_moved, repeat(k).stream(1)));
            watch.show(|| Ok(vec![figures::capacity(plan, &capacities)]))?;
            watch.step(k + 1, plan.n_repeats).await?;
        }
        watch.stage("watching films", 0.5).await?;
        let films = watch_films(plan, repeat, watch).await?;
        watch.stage("timing", 0.6).await?;
        let times = clock(plan.sizes, draws.stream(1 << 32), plan.is_table);
        watch.stage("reading digits", 1.0).await?;
        let digits = match plan.digit_cells {
            Some(n_cells) => Some(read_digits(plan, n_cells, lab, draws.stream(1 << 33), watch).await?),
            None => None,
        };
        Ok(Self { memory, arms, recall, capacity: capacities, times, films, digits })
    }
}

async fn watch_films(plan: &Plan, repeat: impl Fn(usize) -> Draws, watch: &mut Watch<'_>) -> Result<Films> {
    let (shape, selection) = (plan.sizes.shape, plan.sizes.selection);
    let learn = |k: usize| {
        let draws = repeat(k).stream(2);
        let frames = films(draws.stream(0));
        let both = [true, false]
            .map(|has_context| Film::learn(&frames, shape, selection, has_context, draws.stream(1)));
        (frames, both)
    };
    let (frames, shown) = learn(0);
    let mut found =
        Films { shared: [Vec::new(), Vec::new()], next: Vec::new(), recall: Vec::new(), shown, frames };
    for k in 0..plan.n_repeats {
        let (frames, both) = learn(k);
        for (shared, film) in found.shared.iter_mut().zip(&both) {
            shared.push(film.shared_overlap());
        }
        found.next.push(both[0].next_frame_recall());
        let recall = frames.iter().enumerate().map(|(film, frames)| both[0].recall(frames, film));
        found.recall.push(recall.collect());
        watch.step(k + 1, plan.n_repeats).await?;
    }
    Ok(found)
}

async fn read_digits(
    plan: &Plan,
    n_cells: usize,
    lab: &Lab,
    draws: Draws,
    watch: &mut Watch<'_>,
) -> Result<DigitStudy> {
    let digits = Digits::new(lab.file(DIGITS)?, draws.stream(0))?;
    let labels = digits.stored_labels(plan.is_shuffled, draws.stream(1));
    let control = digits.stored_labels(true, draws.stream(3));
    let both = [labels.as_slice(), control.as_slice()];
    let [true_labels, shuffled] =
        digits.learn(plan.sizes.selection, n_cells, both, draws.stream(2), watch).await?;
    let (nearest_pixels, n_tested) = (digits.nearest_pixels(), digits.n_tested());
    Ok(DigitStudy { true_labels, shuffled, nearest_pixels, n_tested })
}

/// Mean over repeats of a list each.
pub fn mean_over(repeats: &[Capacity], of: impl Fn(&Capacity) -> &Vec<f64>) -> Vec<[f64; 3]> {
    let n = repeats.first().map_or(0, |first| of(first).len());
    let point = |place: usize| {
        let values: Vec<f64> = repeats.iter().map(|repeat| of(repeat)[place]).collect();
        let low = values.iter().copied().fold(f64::INFINITY, f64::min);
        let high = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        [mean(&values), low, high]
    };
    (0..n).map(point).collect()
}
