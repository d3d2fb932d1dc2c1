//! All that a run does: find the heads, take them out, and hold both against controls.

use recipe::Result;

use super::figures;
use super::plan::{Plan, Which};
use super::prompts::Prompt;
use super::reader::{Head, Reader};
use super::score::recall;
use super::trial::{Trial, map_of, mean_of, ranked};
use super::weights::Order;
use crate::{Lab, Watch};

/// Prompts on which an untrained model and one with moved heads are tried.
const N_FEW: usize = 8;
/// Lines in which the heads of the model before are looked for.
const N_LINES: usize = 40;

/// What was left of the answers without some heads.
pub struct Masked {
    /// Which heads.
    pub heads: Vec<Head>,
    /// Recall of each of the prompts.
    pub recall: Vec<f64>,
}

/// All that a run found. A map is one number a head, layer after layer.
pub struct Study {
    /// Layers, and heads of each.
    pub sizes: [usize; 2],
    pub trials: Vec<Trial>,
    /// Mean score of each head.
    pub map: Vec<f64>,
    /// Heads by score, the best first.
    pub order: Vec<usize>,
    /// The prompts that are asked again with heads taken out: their places among the trials.
    pub asked: Vec<usize>,
    /// For each number of heads: the best ones, and random ones, draw by draw.
    pub best: Vec<Masked>,
    pub random: Vec<Vec<Masked>>,
    /// Heads that look most at the first token, of those that are not among the best.
    pub sinks: Masked,
    /// Share of what is known by heart that is said: with all heads, without the best.
    pub by_heart: [f64; 2],
    /// Loss on prose in nats a token: with all heads, without the best.
    pub prose: [f64; 2],
    /// Largest score of a head of an untrained model.
    pub untrained: f64,
    /// Where the best head looks while it writes the first answer, one row a step; and that prompt and its first words.
    pub looks: Vec<Vec<f32>>,
    pub shown: Prompt,
    pub said: String,
    /// Map of the model before it was trained on, on its own lines; `None` for another model.
    pub before: Option<Vec<f64>>,
    /// Maps on a few prompts: of the model, and of the same with the heads of each layer moved on by a place; `None` for a
    /// large model.
    pub moved: Option<[Vec<f64>; 2]>,
}

impl Study {
    /// Runs; the watcher is shown the map as it grows.
    pub async fn run(
        plan: &Plan,
        reader: Reader,
        lab: &Lab,
        seed: u32,
        watch: &mut Watch<'_>,
    ) -> Result<Self> {
        let prompts = plan.prompts()?;
        let (sizes, n_heads) = ([reader.n_layers, reader.n_heads], reader.count());
        watch.stage("looking for heads that copy", 0.35).await?;
        let (mut trials, mut first) = (Vec::new(), None);
        for (place, prompt) in prompts.iter().enumerate() {
            let (trial, said) = Trial::run(&reader, plan, prompt).await?;
            trials.push(trial);
            if first.is_none() && trials[place].counts() {
                first = Some((prompt.clone(), said));
            }
            let so_far = map_of(n_heads, trials.iter());
            watch.show(|| Ok(vec![figures::map(sizes, &so_far, place + 1)]))?;
            watch.step(place + 1, prompts.len()).await?;
        }
        let map = map_of(n_heads, trials.iter());
        let order = if plan.fakes[0] { (0..n_heads).collect() } else { ranked(&map) };
        let (shown, said) = match first {
            Some(found) => found,
            None => (prompts[0].clone(), Trial::run(&reader, plan, &prompts[0]).await?.1),
        };
        let n_keys = |step: usize| shown.tokens.len() + step;
        let rows = said.looks.iter().enumerate();
        let looks =
            rows.map(|(step, looks)| looks[order[0] * n_keys(step)..][..n_keys(step)].to_vec()).collect();

        watch.stage("taking heads out", 0.85).await?;
        let asked: Vec<usize> = (0..prompts.len()).filter(|place| plan.is_asked(*place)).collect();
        let counts = plan.counts();
        let most = counts[2].min(n_heads);
        let heads = |numbers: &[usize]| numbers.iter().map(|&number| reader.head(number)).collect::<Vec<_>>();
        let others: Vec<usize> = order[most..].to_vec();
        let to_first = mean_of(n_heads, trials.iter().map(|trial| &trial.to_first));
        let sinks: Vec<usize> =
            ranked(&to_first).into_iter().filter(|number| others.contains(number)).collect();
        let mut sets = Vec::new();
        for (count, n_draws) in counts.into_iter().zip(plan.n_draws()) {
            sets.push(heads(&order[..count.min(n_heads)]));
            for draw in 0..n_draws {
                let drawn = plan.shuffled(n_heads, draw).into_iter().filter(|number| others.contains(number));
                sets.push(heads(&drawn.take(count).collect::<Vec<_>>()));
            }
        }
        sets.push(heads(&sinks[..counts[1].min(sinks.len())]));
        let mut found = Vec::new();
        let n_sets = sets.len();
        for (place, set) in sets.into_iter().enumerate() {
            let mut masked = Masked { heads: set, recall: Vec::new() };
            for &which in &asked {
                masked.recall.push(answer(&reader, plan, &prompts[which], &masked.heads).await?);
            }
            found.push(masked);
            watch.step(place + 1, n_sets).await?;
        }
        let sinks = found.pop().unwrap_or(Masked { heads: Vec::new(), recall: Vec::new() });
        let (mut best, mut random) = (Vec::new(), Vec::new());
        let mut found = found.into_iter();
        for n_draws in plan.n_draws() {
            best.extend(found.next());
            random.push(found.by_ref().take(n_draws).collect());
        }

        watch.stage("asking by heart, and other models", 1.0).await?;
        let top = best[1].heads.clone();
        let [mut by_heart, mut prose] = [[0.0; 2]; 2];
        let (known, stretches) = (plan.by_heart()?, plan.prose()?);
        for (side, masked) in [&[][..], &top].into_iter().enumerate() {
            for prompt in &known {
                by_heart[side] += answer(&reader, plan, prompt, masked).await? / known.len() as f64;
            }
            let masked = if plan.fakes[1] { &[][..] } else { masked };
            for stretch in &stretches {
                prose[side] += reader.loss(stretch, masked, plan.masking).await? / stretches.len() as f64;
            }
            watch.step(side + 1, 5).await?;
        }
        let few: Vec<&Prompt> = prompts.iter().take(N_FEW).collect();
        let own = scores_of(&reader, plan, &few).await?;
        let by = reader.n_sharing;
        drop(reader);
        let blank = Reader::untrained(lab, plan.which.folder(), seed)?;
        let untrained = scores_of(&blank, plan, &few).await?.into_iter().fold(0.0, f64::max);
        drop(blank);
        watch.step(3, 5).await?;
        let (mut before, mut moved) = (None, None);
        if plan.which == Which::NeedleLlama {
            let order = Order::Moved { n_heads: sizes[1], by };
            let other = Reader::open(lab, plan.which.folder(), order)?;
            moved = Some([own, scores_of(&other, plan, &few).await?]);
            let base = Reader::open(lab, "tiny-llama", Order::Same)?;
            let mut all = Vec::new();
            for line in &plan.lines(N_LINES)? {
                all.push(Trial::run(&base, plan, line).await?.0);
            }
            before = Some(map_of(base.count(), all.iter()));
        }
        let said = said.tokens.iter().map(|&id| plan.piece(id)).collect();
        Ok(Self {
            sizes,
            trials,
            map,
            order,
            asked,
            best,
            random,
            sinks,
            by_heart,
            prose,
            untrained,
            looks,
            shown,
            said,
            before,
            moved,
        })
    }

    /// A head as it is named.
    pub fn name(&self, number: usize) -> String {
        format!("{}.{}", number / self.sizes[1], number % self.sizes[1])
    }
}

/// The share of an answer that is said without some heads.
async fn answer(reader: &Reader, plan: &Plan, prompt: &Prompt, heads: &[Head]) -> Result<f64> {
    let heads = if plan.fakes[1] { &[][..] } else { heads };
    let said = reader.say(&prompt.tokens, prompt.answer.len(), heads, plan.masking, false).await?;
    Ok(recall(&prompt.answer, &said.tokens))
}

/// Mean score of each head over all of a few prompts, whether they count or not.
async fn scores_of(reader: &Reader, plan: &Plan, prompts: &[&Prompt]) -> Result<Vec<f64>> {
    let mut all = Vec::new();
    for prompt in prompts {
        all.push(Trial::run(reader, plan, prompt).await?.0.scores);
    }
    Ok(mean_of(reader.count(), all.iter()))
}
