//! All that a run measures.

use recipe::Result;

use super::figures;
use super::language::Language;
use super::network::Kind;
use super::plan::{DELAYS, LENGTHS, Plan};
use super::stimuli::{Cell, Condition};
use super::subject::{Damage, Large, Small};
use super::surprisal::{median, repeat_surprisal, timeline};
use super::training::{MOMENTS, N_STEPS, Training};
use crate::{Lab, Watch};

/// Surprisal of each word in bits, text by text.
pub type Bits = Vec<Vec<f64>>;

/// What one reader found surprising.
pub struct Reading {
    /// Its name on the page, and in readings.
    pub label: &'static str,
    pub name: &'static str,
    /// The texts of the claims: same list, other order, new nouns.
    pub main: [Bits; 3],
    /// Repeat surprisal of each text of the same list, for each delay and each length; none for a large model.
    pub by_delay: Vec<Vec<f64>>,
    pub by_length: Vec<Vec<f64>>,
    /// The same for lists of one category: same list, new nouns.
    pub coherent: Vec<Vec<f64>>,
    /// How many bits less a noun after the first carries in a list of one category than in an arbitrary one, at first reading.
    pub knows_categories: f64,
}

/// What becomes of the transformer of two layers on its way, and when it is damaged.
pub struct Details {
    /// Steps, and medians of the repeat surprisal: same list, new nouns.
    pub moments: Vec<u64>,
    pub by_moment: Vec<[f64; 2]>,
    /// Median without each head, layer after layer.
    pub without_head: Vec<f64>,
    /// Attention of each head from a noun of the second list to the one after its first place, mean.
    pub induction: Vec<f64>,
    /// Mean attention of the head with most of that from each noun of the second list (rows) to each of the first.
    pub looks: Vec<f64>,
}

/// All that a run found.
pub struct Study {
    /// The transformer of two layers (or the large model) first.
    pub readers: Vec<Reading>,
    /// Repeat surprisal of each text with query and key weights in disorder, and with as many MLP weights in disorder.
    pub damaged: [Vec<f64>; 2],
    pub details: Option<Details>,
}

impl Reading {
    /// Repeat surprisal of each text of a condition.
    pub fn values(&self, cell: &Cell, condition: Condition) -> Vec<f64> {
        let place = Condition::ALL.iter().position(|known| *known == condition).unwrap_or(0);
        values(&cell.with(condition), &self.main[place])
    }
}

/// Repeat surprisal of each text.
pub fn values(cell: &Cell, bits: &[Vec<f64>]) -> Vec<f64> {
    bits.iter().map(|own| repeat_surprisal(cell, own)).collect()
}

/// The small networks.
pub async fn small(plan: &Plan, lab: &Lab, seed: u32, watch: &mut Watch<'_>) -> Result<Study> {
    let language = Language::new();
    let cell = plan.cell;
    let texts = |condition| plan.texts(&language, cell.with(condition));
    watch.stage("on the way through training", if plan.is_trained_now { 0.7 } else { 0.3 }).await?;
    let (mut by_moment, mut moments) = (Vec::new(), Vec::new());
    let mut training = match plan.is_trained_now {
        true => Some(Training::new(Kind::TwoLayers, seed, plan.fakes[0], &lab.device)?),
        false => None,
    };
    let mut two = Small::open(lab, Kind::TwoLayers, N_STEPS, plan.fakes[1])?;
    for (place, moment) in MOMENTS.into_iter().enumerate() {
        let then = match &mut training {
            Some(training) => {
                while training.n_steps() < moment {
                    training.step(&lab.device).await?;
                    watch.step(training.n_steps() as usize, N_STEPS as usize).await?;
                }
                Small::new(
                    Kind::TwoLayers,
                    training.network.clone(),
                    training.parameters().clone(),
                    &lab.device,
                    plan.fakes[1],
                )
            }
            None => Small::open(lab, Kind::TwoLayers, moment, plan.fakes[1])?,
        };
        let mut both = [0.0; 2];
        for (median_of, condition) in both.iter_mut().zip([Condition::Repeat, Condition::Control]) {
            *median_of = median(&values(&cell, &then.bits(&texts(condition), Damage::None).await?));
        }
        by_moment.push(both);
        moments.push(moment);
        watch.show(|| Ok(vec![figures::moments(&moments, &by_moment, plan.n_lists)]))?;
        watch.step(place + 1, MOMENTS.len()).await?;
        two = then;
    }

    watch.stage("reading lists", 0.8).await?;
    let others = [Kind::OneLayer, Kind::Lstm].map(|kind| Small::open(lab, kind, N_STEPS, plan.fakes[1]));
    let [one, lstm] = others;
    let (one, lstm) = (one?, lstm?);
    let mut readers = Vec::new();
    for (place, net) in [&two, &one, &lstm].into_iter().enumerate() {
        let read =
            async |cell: Cell| -> Result<Bits> { net.bits(&plan.texts(&language, cell), Damage::None).await };
        let mut main = Vec::new();
        for condition in Condition::ALL {
            main.push(read(cell.with(condition)).await?);
        }
        let (mut by_delay, mut by_length, mut coherent) = (Vec::new(), Vec::new(), Vec::new());
        for n_between in DELAYS {
            let cell = Cell { n_between, ..cell };
            by_delay.push(values(&cell, &read(cell).await?));
            watch.step(place * 3 + 1, 9).await?;
        }
        for n_nouns in LENGTHS {
            let cell = Cell { n_nouns, ..cell };
            by_length.push(values(&cell, &read(cell).await?));
            watch.step(place * 3 + 2, 9).await?;
        }
        for condition in [Condition::Repeat, Condition::Control] {
            let cell = Cell { is_coherent: true, condition, ..cell };
            coherent.push(values(&cell, &read(cell).await?));
        }
        let after_first = async |is_coherent: bool| -> Result<f64> {
            let cell = Cell { is_coherent, ..cell };
            let bits = timeline(&cell, &read(cell).await?);
            Ok(bits[1..cell.n_nouns].iter().sum::<f64>() / (cell.n_nouns - 1) as f64)
        };
        let knows_categories = after_first(false).await? - after_first(true).await?;
        let [same, other, new] = <[Bits; 3]>::try_from(main).unwrap_or_default();
        let main = [same, other, new];
        readers.push(Reading {
            label: net.kind.label(),
            name: net.kind.name(),
            main,
            by_delay,
            by_length,
            coherent,
            knows_categories,
        });
        watch.step(place * 3 + 3, 9).await?;
    }

    watch.stage("damaging the transformer", 1.0).await?;
    let same = texts(Condition::Repeat);
    let mut damaged = [Vec::new(), Vec::new()];
    for (own, damage) in damaged.iter_mut().zip([Damage::Attention, Damage::Mlp]) {
        *own = values(&cell, &two.bits(&same, damage).await?);
    }
    let [n_layers, n_heads] = two.kind.heads();
    let (mut without_head, mut induction, mut looks) = (Vec::new(), Vec::new(), Vec::new());
    let mut most = 0.0;
    for layer in 0..n_layers {
        let pattern = two.pattern(&same, layer).await?;
        for head in 0..n_heads {
            let bits = two.bits(&same, Damage::Head([layer, head])).await?;
            without_head.push(median(&values(&cell, &bits)));
            let map = list_to_list(&cell, &pattern, [same.len(), n_heads, head]);
            let n = cell.n_nouns;
            let score = (0..n - 1).map(|place| map[place * n + place + 1]).sum::<f64>() / (n - 1) as f64;
            if looks.is_empty() || score > most {
                (most, looks) = (score, map);
            }
            induction.push(score);
            watch.step(without_head.len(), n_layers * n_heads).await?;
        }
    }
    Ok(Study {
        readers,
        damaged,
        details: Some(Details { moments, by_moment, without_head, induction, looks }),
    })
}

/// Mean attention of a head from each noun of the second list (rows) to each of the first.
fn list_to_list(cell: &Cell, pattern: &[f32], [n_texts, n_heads, head]: [usize; 3]) -> Vec<f64> {
    let (n_words, n) = (cell.n_words(), cell.n_nouns);
    let at = |text: usize, query: usize, key: usize| {
        f64::from(
            pattern
                [((text * n_heads + head) * n_words + cell.second() + query) * n_words + cell.first() + key],
        )
    };
    let places = (0..n).flat_map(|query| (0..n).map(move |key| (query, key)));
    places
        .map(|(query, key)| (0..n_texts).map(|text| at(text, query, key)).sum::<f64>() / n_texts as f64)
        .collect()
}

/// SmolLM2: the texts of the claims, and the same with query and key weights, then MLP weights, in disorder.
pub async fn large(plan: &Plan, lab: &Lab, watch: &mut Watch<'_>) -> Result<Study> {
    let (language, cell) = (Language::new(), plan.cell);
    watch.stage("reading lists", 0.7).await?;
    let model = Large::open(lab, Damage::None)?;
    let all = 3 * plan.n_lists;
    let mut main: [Bits; 3] = Default::default();
    for (place, (own, condition)) in main.iter_mut().zip(Condition::ALL).enumerate() {
        for text in plan.texts(&language, cell.with(condition)) {
            own.push(model.bits(&text).await?);
            watch.step(place * plan.n_lists + own.len(), all).await?;
        }
    }
    drop(model);
    watch.stage("damaging the model", 1.0).await?;
    let mut damaged = [Vec::new(), Vec::new()];
    for (place, (own, damage)) in damaged.iter_mut().zip([Damage::Attention, Damage::Mlp]).enumerate() {
        let model = Large::open(lab, damage)?;
        // Half of the texts: a damaged model is of one mind.
        for text in plan.texts(&language, cell).iter().take(plan.n_lists.div_ceil(2)) {
            own.push(repeat_surprisal(&cell, &model.bits(text).await?));
        }
        watch.step(place + 1, 2).await?;
    }
    let reader = Reading {
        label: "SmolLM2-135M",
        name: "large",
        main,
        by_delay: Vec::new(),
        by_length: Vec::new(),
        coherent: Vec::new(),
        knows_categories: 0.0,
    };
    Ok(Study { readers: vec![reader], damaged, details: None })
}
