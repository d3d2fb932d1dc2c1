//! All trainings of a run, and what they gave.

use std::rc::Rc;

use draws::Draws;
use recipe::Result;

use super::classifier::Classifier;
use super::faithful::{Faithful, Shown};
use super::figures::{Point, progress};
use super::measures::{Codes, mean_smallest, median, surest};
use super::plan::{FULL, N_CLASSES, N_TEST, N_TRAIN, Plan, VARIANTS};
use super::population::{Population, Said, accuracy, named};
use crate::pictures::Pictures;
use crate::{Lab, Watch};

/// Points of the live figures.
const N_POINTS: u64 = 10;
/// Training pictures whose nearest neighbours give the unit of distance.
const N_UNIT: usize = 600;
/// Test pictures whose codes are held to the same measure, and on which explanations are tested.
pub const N_HELD: usize = 200;
/// A judge's probability that counts as sure: the plan's.
const SURE: f64 = 0.8;
/// Epochs of the judge.
const JUDGE_EPOCHS: u64 = 3;

/// What was measured of one network.
pub struct Measured {
    /// Share of test pictures named rightly.
    pub accuracy: f64,
    /// Mean over test pictures of ‖g(f(x)) − x‖².
    pub error: f64,
    /// Of each prototype: squared distance to the nearest training picture's code, in units of `unit`.
    pub realism: Vec<f64>,
    /// The same for the codes of held-out pictures.
    pub held_out: f64,
    /// Mean squared distance of test pictures to the nearest prototype, divided by the codes' spread.
    pub coverage: f64,
    /// The same for as many training pictures, drawn at random, in place of prototypes.
    pub coverage_by_pictures: f64,
    /// The class that the network itself gives each prototype.
    pub own: Vec<usize>,
    /// The judge's class of each decoded prototype, and its probability.
    pub judged: Vec<(usize, f64)>,
    /// `[m, side · side]`
    pub decoded: Vec<f32>,
}

impl Measured {
    /// Share of decoded prototypes of which the judge is sure.
    pub fn sure(&self) -> f64 {
        self.judged.iter().filter(|(_, p)| *p > SURE).count() as f64 / self.judged.len() as f64
    }

    /// Share of the sure ones whose class is the network's own; 0 where there is none.
    pub fn agreeing(&self) -> f64 {
        let sure = self.judged.iter().zip(&self.own).filter(|((_, p), _)| *p > SURE);
        let agrees: Vec<bool> = sure.map(|((class, _), own)| class == own).collect();
        agrees.iter().filter(|agrees| **agrees).count() as f64 / agrees.len().max(1) as f64
    }
}

/// One test picture, explained.
pub struct Explained {
    pub label: usize,
    pub named: usize,
    pub picture: Vec<f32>,
    pub rebuilt: Vec<f32>,
    /// Squared distances to the prototypes.
    pub distances: Vec<f64>,
}

/// All that a run found.
pub struct Study {
    /// By [`VARIANTS`].
    pub measured: Vec<Measured>,
    pub points: Vec<Point>,
    /// Accuracy of the plain network and of the judge on test pictures.
    pub plain: f64,
    pub judge: f64,
    /// Mean of ‖x − mean picture‖² over test pictures.
    pub mean_picture: f64,
    pub faithful: Faithful,
    /// Largest difference of scores from distances to the mean pictures of classes, divided by the largest score.
    pub by_means: f64,
    pub explained: Explained,
    /// Weights of the last layer, `[m, classes]`.
    pub weights: Vec<f32>,
    /// Accuracy without each prototype.
    pub without: Vec<f64>,
    /// Pixels along a side.
    pub side: usize,
    pub class_names: Vec<String>,
}

impl Study {
    /// Trains and measures.
    pub async fn run(plan: &Plan, seed: u32, lab: &Lab, watch: &mut Watch<'_>) -> Result<Self> {
        let draws = Draws::new(u64::from(seed));
        let train = Rc::new(Pictures::read(lab, plan.files[0], [0, N_TRAIN], plan.shrink)?);
        let test = Pictures::read(lab, plan.files[1], [0, N_TEST], plan.shrink)?;
        let dealt: Vec<usize> =
            draws.stream(0).permutation(N_TRAIN).into_iter().map(|at| train.labels[at]).collect();
        let (dealt, right) = (Rc::new(dealt), Rc::new(train.labels.clone()));
        let labels: Vec<Rc<Vec<usize>>> = VARIANTS
            .iter()
            .map(
                |variant| if variant.is_shuffled || plan.is_shuffled { dealt.clone() } else { right.clone() },
            )
            .collect();

        watch.stage("training networks with prototypes", 0.8).await?;
        let mut nets = Population::new(plan, train.side, draws.stream(1), &lab.device)?;
        let mut points = Vec::new();
        for point in 0..=N_POINTS {
            let until = plan.n_steps() * point / N_POINTS;
            nets.train_to(until, &train, &labels, &mut watch.training(0, plan.n_steps())).await?;
            points.push(Point::new(until, &nets.say(&test, N_HELD).await?, &test.labels, plan));
            let decoded = nets.decoded().await?;
            watch.show(|| Ok(progress(&points, &decoded[FULL], train.side)))?;
        }

        watch.stage("training a plain network and a judge", 0.95).await?;
        let n_judge = JUDGE_EPOCHS * (N_TRAIN / super::plan::BATCH) as u64;
        let all = plan.n_steps() + n_judge;
        let mut plain = Classifier::plain(plan, train.side, draws.stream(2).at(0), &lab.device)?;
        plain.train(plan.n_steps(), &train, &labels[FULL], &mut watch.training(0, all)).await?;
        let mut judge = Classifier::judge(train.side, n_judge, draws.stream(3).at(0), &lab.device)?;
        judge.train(n_judge, &train, &right, &mut watch.training(plan.n_steps(), all)).await?;

        watch.stage("measuring", 1.0).await?;
        let said = nets.say(&test, test.len()).await?;
        let measured = measure(&nets, &judge, &said, [&train, &test], plan, draws.stream(4), watch).await?;
        let (prototypes, weights) = (nets.prototypes().await?, nets.weights().await?);
        let (prototypes, weights) = (&prototypes[FULL], &weights[FULL]);
        let d = prototypes.len() / plan.n_prototypes;
        let shown = Shown {
            codes: &said.codes[FULL][..N_HELD * d],
            prototypes,
            weights,
            scores: &said.scores[FULL][..N_HELD * N_CLASSES],
            m: plan.n_prototypes,
        };
        let means = codes_of_means(&nets, &train, &measured[FULL].own).await?;
        let by_means = shown.off(&shown.scores_of(&shown.distances(&means)));
        let on_page: &[f32] = if plan.shows_means { &means } else { prototypes };
        let faithful = shown.test(on_page, &lab.device).await?;
        let whole = Shown { codes: &said.codes[FULL], scores: &said.scores[FULL], ..shown };
        let explained = explain(&nets, &whole, &test, plan.picture).await?;
        let without = without_each(&whole, &test.labels);
        Ok(Self {
            measured,
            points,
            plain: accuracy(&plain.scores(&test.pixels, test.side).await?, &test.labels),
            judge: accuracy(&judge.scores(&test.pixels, test.side).await?, &test.labels),
            mean_picture: error_of_mean(&test),
            faithful,
            by_means,
            explained,
            weights: weights.clone(),
            without,
            side: test.side,
            class_names: test.class_names,
        })
    }
}

async fn measure(
    nets: &Population,
    judge: &Classifier,
    said: &Said,
    [train, test]: [&Pictures; 2],
    plan: &Plan,
    draws: Draws,
    watch: &mut Watch<'_>,
) -> Result<Vec<Measured>> {
    let picks = &draws.permutation(train.len())[..plan.n_prototypes];
    let codes = nets.say(train, train.len()).await?.codes;
    let (prototypes, decoded) = (nets.prototypes().await?, nets.decoded().await?);
    let of_prototypes = nets.scores_of_prototypes().await?;
    let mut all = Vec::new();
    for (at, decoded) in decoded.into_iter().enumerate() {
        let d = prototypes[at].len() / plan.n_prototypes;
        let stored = Codes { numbers: &codes[at], labels: &train.labels, d };
        let tested = Codes { numbers: &said.codes[at], labels: &test.labels, d };
        let unit = stored.within_class(N_UNIT);
        let in_units = |points: &[f32]| -> Vec<f64> {
            stored.nearest(points).into_iter().map(|distance| distance / unit).collect()
        };
        let judged = judge.scores(&decoded, test.side).await?;
        let n = test.len() as f64;
        let drawn: Vec<f32> = picks.iter().flat_map(|&at| stored.row(at).iter().copied()).collect();
        let drawn = Codes { numbers: &drawn, labels: &train.labels[..picks.len()], d };
        let to_drawn = drawn.nearest(tested.numbers).iter().sum::<f64>() / test.len() as f64;
        all.push(Measured {
            accuracy: accuracy(&said.scores[at], &test.labels),
            error: said.errors[at].iter().map(|&error| f64::from(error)).sum::<f64>() / n,
            realism: in_units(&prototypes[at]),
            held_out: median(&in_units(&said.codes[at][..N_HELD * d])),
            coverage: mean_smallest(&said.distances[at], plan.n_prototypes) / tested.spread(),
            coverage_by_pictures: to_drawn / tested.spread(),
            own: named(&of_prototypes[at]),
            judged: judged.chunks_exact(N_CLASSES).map(surest).collect(),
            decoded,
        });
        watch.step(at + 1, VARIANTS.len() + 1).await?;
    }
    Ok(all)
}

/// Codes of the mean picture of each prototype's class: what a fake would show in its place.
async fn codes_of_means(nets: &Population, train: &Pictures, classes: &[usize]) -> Result<Vec<f32>> {
    let area = train.side * train.side;
    let mut means = vec![0.0_f32; N_CLASSES * area];
    let mut counts = [0.0_f32; N_CLASSES];
    for (at, &label) in train.labels.iter().enumerate() {
        counts[label] += 1.0;
        let mean = &mut means[label * area..][..area];
        mean.iter_mut().zip(train.picture(at)).for_each(|(sum, pixel)| *sum += pixel);
    }
    for (class, count) in counts.iter().enumerate() {
        means[class * area..][..area].iter_mut().for_each(|sum| *sum /= count.max(1.0));
    }
    let pictures = Pictures {
        side: train.side,
        pixels: means,
        labels: (0..N_CLASSES).collect(),
        class_names: train.class_names.clone(),
    };
    Ok(nets.through(FULL, &pictures, classes).await?[0].clone())
}

async fn explain(nets: &Population, whole: &Shown<'_>, test: &Pictures, picture: usize) -> Result<Explained> {
    let [_, rebuilt] = nets.through(FULL, test, &[picture]).await?;
    let distances = whole.distances(whole.prototypes)[picture * whole.m..][..whole.m].to_vec();
    Ok(Explained {
        label: test.labels[picture],
        named: named(whole.scores)[picture],
        picture: test.picture(picture).to_vec(),
        rebuilt,
        distances,
    })
}

/// Accuracy without each prototype in turn.
fn without_each(whole: &Shown<'_>, labels: &[usize]) -> Vec<f64> {
    let distances = whole.distances(whole.prototypes);
    let of = |gone: usize| {
        let mut left = distances.clone();
        left.iter_mut().skip(gone).step_by(whole.m).for_each(|distance| *distance = 0.0);
        let scores: Vec<f32> = whole.scores_of(&left).into_iter().map(|score| score as f32).collect();
        accuracy(&scores, labels)
    };
    (0..whole.m).map(of).collect()
}

/// Mean of ‖x − mean picture‖².
fn error_of_mean(test: &Pictures) -> f64 {
    let pixels = Codes { numbers: &test.pixels, labels: &test.labels, d: test.side * test.side };
    pixels.spread()
}
