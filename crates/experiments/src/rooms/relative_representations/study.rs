//! All trainings of a run, and what carries over between them.

use std::rc::Rc;

use analysis::Activations;
use draws::Draws;
use recipe::Result;
use tensor::{Device, Random};

use super::anchors::{Choice, of_space};
use super::checkpoints::Checkpoint;
use super::controls::Controls;
use super::curves;
use super::heads::{COUNTS, Carried, Spaces};
use super::plan::{N_TEST, N_TRAIN, Plan};
use super::population::{Kind, Population};
use super::retrieval::{Retrieval, retrieve};
use super::space::{made, procrustes, relative, rows, times};
use super::stitching::{Stitched, error_of_mean};
use super::words;
use crate::pictures::Pictures;
use crate::{Lab, Watch};

/// The files.
pub const CLOTHES: &str = "fashion-mnist/train-1.npz";
pub const TEXT: &str = "austen/text.txt";
/// Numbers of anchors for words; the last is the claims'.
pub const WORD_COUNTS: [usize; 5] = [10, 30, 100, 200, 300];
/// The place of the claims' number.
pub const LAST: usize = WORD_COUNTS.len() - 1;
/// Points of the live pictures, and checkpoints of a classifier.
const N_POINTS: u64 = 5;
const N_CHECKPOINTS: u64 = 12;
/// Classifiers of each architecture.
const N_CLASSIFIERS: usize = 2;
/// Pictures that linear heads are fitted on.
const N_FIT: usize = 1000;
/// Pictures of the clouds.
pub const N_CLOUD: usize = 150;

/// What was found of words.
pub struct Words {
    /// By [`WORD_COUNTS`].
    pub relative: Vec<Retrieval>,
    /// The same with anchors of the second table in another order.
    pub permuted: Vec<Retrieval>,
    /// Turned onto the first table by Procrustes on the same anchors.
    pub turned: Vec<Retrieval>,
    /// As they are.
    pub absolute: Retrieval,
    /// Words that are looked for.
    pub n: usize,
}

/// All that a run found.
pub struct Study {
    pub words: Words,
    /// Autoencoders on latent vectors, and on angles.
    pub rebuilt: [Stitched; 2],
    /// Error of the mean picture.
    pub mean_error: f64,
    /// Classifiers of both architectures, the same two ways.
    pub named: [Stitched; 2],
    pub carried: Carried,
    pub controls: Controls,
    /// Steps, likeness to the reference and accuracy of a classifier on its way.
    pub checkpoints: Vec<[f64; 3]>,
    /// Latent vectors and angles of the first two autoencoders, `[N_CLOUD, …]` each.
    pub clouds: [[Activations<f64>; 2]; 2],
    /// The class of each picture of the clouds.
    pub cloud_labels: Vec<usize>,
    /// One test picture: as it is, then rebuilt by own and other decoders, both ways.
    pub example: Vec<Vec<f32>>,
    pub side: usize,
}

struct Data {
    train: Rc<Pictures>,
    test: Pictures,
    labels: Rc<Vec<usize>>,
    anchors: Vec<usize>,
    draws: Draws,
}

impl Study {
    /// Trains and measures.
    pub async fn run(plan: &Plan, seed: u32, lab: &Lab, watch: &mut Watch<'_>) -> Result<Self> {
        watch.stage("learning words", 0.25).await?;
        let draws = Draws::new(u64::from(seed));
        let words = words_of(plan, lab, draws.stream(0), watch).await?;
        let train = Rc::new(Pictures::read(lab, CLOTHES, [0, N_TRAIN], 2)?);
        let test = Pictures::read(lab, CLOTHES, [N_TRAIN, N_TRAIN + N_TEST], 2)?;
        let labels = match plan.is_shuffled {
            true => draws.stream(9).permutation(N_TRAIN).into_iter().map(|at| train.labels[at]).collect(),
            false => train.labels.clone(),
        };
        let pixels = Activations::new(train.pixels.clone(), N_TRAIN, train.side * train.side)
            .map_err(|source| recipe::Error::Analysis { site: "pictures".to_owned(), source })?;
        let anchors = plan.choice.rows(&pixels, plan.n_anchors, draws.stream(1))?;
        let data = Data { train, test, labels: Rc::new(labels), anchors, draws };

        watch.stage("training autoencoders", 0.65).await?;
        let (auto, clouds) = autoencoders(plan, &data, &lab.device, watch).await?;
        watch.stage("training classifiers", 0.9).await?;
        let (named, controls, spaces, checkpoints) = classifiers(plan, &data, &lab.device, watch).await?;
        watch.stage("stitching", 1.0).await?;
        let rebuilt =
            [Stitched::new(&[&auto[0]], &data.test).await?, Stitched::new(&[&auto[1]], &data.test).await?];
        let carried = spaces.carry(plan.transform, plan.mismatch, data.draws.at(3)).await?;
        let example = example(&auto, &data.test).await?;
        let (mean_error, side) = (error_of_mean(&data.test), data.test.side);
        let cloud_labels = data.test.labels[..N_CLOUD].to_vec();
        Ok(Self {
            words,
            rebuilt,
            mean_error,
            named,
            carried,
            controls,
            checkpoints,
            clouds,
            cloud_labels,
            example,
            side,
        })
    }
}

async fn words_of(plan: &Plan, lab: &Lab, draws: Draws, watch: &mut Watch<'_>) -> Result<Words> {
    let text = lab.file(TEXT)?;
    let vocabulary = words::vocabulary(words::text_of(text)?, plan.n_words);
    let n = vocabulary.len();
    let mut training = watch.training(0, words::N_STEPS);
    let [a, b] = words::tables(text, &vocabulary, draws.at(0), &lab.device, &mut training).await?;
    let b = plan.transform.apply(&b, Random::new(draws.at(1))).await?;
    let order = draws.stream(2).permutation(n);
    let most = WORD_COUNTS[WORD_COUNTS.len() - 1].min(n / 2);
    let asked = || order[most..].iter().copied();
    let absolute = retrieve(&rows(&a, asked())?, &rows(&b, asked())?).await?;
    let mut found = Words { relative: vec![], permuted: vec![], turned: vec![], absolute, n: n - most };
    for (place, &count) in WORD_COUNTS.iter().enumerate() {
        let anchors = &order[..count.min(most)];
        let other = of_space(anchors, n, 1, plan.mismatch, draws.stream(3));
        let mut mixed = other.clone();
        Random::new(draws.at(4)).split(place as u32).shuffle(&mut mixed);
        let seen = rows(&relative(&a, anchors)?, asked())?;
        found.relative.push(retrieve(&seen, &rows(&relative(&b, &other)?, asked())?).await?);
        found.permuted.push(retrieve(&seen, &rows(&relative(&b, &mixed)?, asked())?).await?);
        let turn = procrustes(&rows(&a, anchors.iter().copied())?, &rows(&b, other)?).await?;
        let d = a.n_units();
        let turned = made(asked().flat_map(|row| times(b.row(row), &turn, d)).collect(), d)?;
        found.turned.push(retrieve(&rows(&a, asked())?, &turned).await?);
    }
    Ok(found)
}

/// Seeds of the networks of a population, and their anchors.
fn population(
    plan: &Plan,
    data: &Data,
    kind: Kind,
    first: usize,
    n: usize,
    device: &Device,
) -> Result<Population> {
    let which = u64::from(kind.has_convolutions) + 2 * u64::from(kind.rebuilds);
    let draws = data.draws.stream(10 + which);
    let seeds = (0..n as u64).map(|net| draws.at(net)).collect();
    let of = |net: usize| of_space(&data.anchors, N_TRAIN, first + net, plan.mismatch, data.draws.stream(2));
    let anchors: Vec<Vec<usize>> = (0..n).map(of).collect();
    Population::new(kind, seeds, plan.d, &anchors, &data.train, device)
}

/// Clouds of the first two networks: latent vectors, then angles.
type Clouds = [[Activations<f64>; 2]; 2];

async fn autoencoders(
    plan: &Plan,
    data: &Data,
    device: &Device,
    watch: &mut Watch<'_>,
) -> Result<([Population; 2], Clouds)> {
    let kind = |is_relative| Kind { has_convolutions: true, is_relative, rebuilds: true };
    let new = |is_relative| population(plan, data, kind(is_relative), 0, plan.n_nets, device);
    let mut both = [new(false)?, new(true)?];
    let mut clouds = clouds_of(&both, &data.test).await?;
    for point in 1..=N_POINTS {
        let (made, until) = (plan.n_steps * (point - 1) / N_POINTS, plan.n_steps * point / N_POINTS);
        for (population, others) in both.iter_mut().zip([made, until]) {
            let mut training = watch.training(others, 2 * plan.n_steps);
            population.train_to(until, &data.train, &data.labels, &mut training).await?;
        }
        clouds = clouds_of(&both, &data.test).await?;
        watch.show(|| curves::clouds(&clouds, &data.test.labels))?;
    }
    Ok((both, clouds))
}

async fn clouds_of(both: &[Population; 2], test: &Pictures) -> Result<Clouds> {
    let mut found = Vec::new();
    for population in both {
        let x = test.tensor(&(0..N_CLOUD).collect::<Vec<_>>(), &[N_CLOUD], population.device())?;
        let read = population.read(&x)?;
        let width = read.shape()[2];
        let numbers: Vec<f64> = read.to_vec().await?.into_iter().map(f64::from).collect();
        let own = |net: usize| made(numbers[net * N_CLOUD * width..][..N_CLOUD * width].to_vec(), width);
        found.push([own(0)?, own(1)?]);
    }
    let second = found.pop();
    match (found.pop(), second) {
        (Some(first), Some(second)) => Ok([first, second]),
        _ => Err(recipe::Error::Recipe("there are two kinds of autoencoders".to_owned())),
    }
}

type Classified = ([Stitched; 2], Controls, Spaces, Vec<[f64; 3]>);

async fn classifiers(plan: &Plan, data: &Data, device: &Device, watch: &mut Watch<'_>) -> Result<Classified> {
    let new = |is_relative, has_convolutions| {
        let kind = Kind { has_convolutions, is_relative, rebuilds: false };
        let first = if has_convolutions { 0 } else { N_CLASSIFIERS };
        population(plan, data, kind, first, N_CLASSIFIERS, device)
    };
    let mut all = [new(false, true)?, new(false, false)?, new(true, true)?, new(true, false)?];
    let mut on_the_way = Vec::new();
    let n_steps = plan.n_steps;
    for (which, population) in all.iter_mut().enumerate() {
        let others = n_steps * which as u64;
        let points: Vec<u64> = match which {
            // Early on most is learned: checkpoints lie dense there.
            0 => (0..=N_CHECKPOINTS).map(|k| n_steps * k * k / (N_CHECKPOINTS * N_CHECKPOINTS)).collect(),
            _ => vec![n_steps],
        };
        for point in points {
            let mut training = watch.training(others, 4 * n_steps);
            population.train_to(point, &data.train, &data.labels, &mut training).await?;
            if which == 0 {
                on_the_way.push(Checkpoint::new(population, 1, point, &data.test).await?);
            }
        }
    }
    let reference = Checkpoint::new(&all[0], 0, n_steps, &data.test).await?;
    let mut checkpoints = Vec::new();
    for checkpoint in on_the_way.iter().skip(1) {
        checkpoints.push([checkpoint.step as f64, checkpoint.likeness(&reference)?, checkpoint.accuracy]);
    }
    let named = [
        Stitched::new(&[&all[0], &all[1]], &data.test).await?,
        Stitched::new(&[&all[2], &all[3]], &data.test).await?,
    ];
    let controls = Controls::new(&all[2], &data.test, Random::new(data.draws.at(5))).await?;
    Ok((named, controls, spaces(plan, data, &all[0], device).await?, checkpoints))
}

/// The latent spaces of the two convolutional classifiers that read latent vectors.
async fn spaces(plan: &Plan, data: &Data, population: &Population, device: &Device) -> Result<Spaces> {
    let n_anchors = COUNTS[COUNTS.len() - 1];
    let mut picks: Vec<usize> = data.draws.stream(4).permutation(N_TRAIN);
    picks.truncate(N_FIT + n_anchors);
    let n_test = data.test.len();
    let x = data.train.tensor(&picks, &[picks.len()], device)?;
    let y = data.test.tensor(&(0..n_test).collect::<Vec<_>>(), &[n_test], device)?;
    let latent = population.latent(&tensor::Tensor::concat(&[&x, &y], 0)?)?.to_vec().await?;
    let width = latent.len() / population.n_nets;
    let own =
        |net: usize| made(latent[net * width..][..width].iter().map(|&v| f64::from(v)).collect(), plan.d);
    let labels =
        picks.iter().map(|&pick| data.labels[pick]).chain(data.test.labels.iter().copied()).collect();
    Ok(Spaces { both: [own(0)?, own(1)?], n_fit: N_FIT, n_anchors, labels })
}

/// A test picture and what own and other decoders make of it.
async fn example(both: &[Population; 2], test: &Pictures) -> Result<Vec<Vec<f32>>> {
    let mut shown = vec![test.picture(0).to_vec()];
    for population in both {
        let read = population.read(&test.tensor(&[0], &[1], population.device())?)?;
        let out = population.heads(&read.slice(0, 0, 1)?.squeeze(0)?)?.to_vec().await?;
        let area = test.side * test.side;
        shown.extend(out.chunks_exact(area).take(2).map(<[f32]>::to_vec));
    }
    Ok(shown)
}

/// Whether the run is as the claims have it.
pub fn is_as_claimed(plan: &Plan) -> bool {
    let has_same = plan.mismatch == 0.0 || plan.has_own_anchors;
    has_same && plan.transform == super::space::Transform::Nothing && plan.choice == Choice::Uniform
}
