//! What is measured of trained networks.

use draws::Draws;
use recipe::Result;
use tensor::Stopwatch;

use super::cascade::{Guesses, choose, thresholds};
use super::networks::{Said, Sizes};
use super::pictures::{N_CLASSES, Pictures};
use super::search::{Rows, Stage, average_precision, cost, funnel, search};
use super::study::{Cascades, Nearest, Plan, Retrieval, Shares, mean};
use super::truncation::{Embedded, Labels};
use crate::Watch;

/// Tested pictures that are searched for.
const N_QUERIES: usize = 300;
/// How much below the whole embedding a cascade may come on held-out pictures.
const CASCADE_LOSS: f64 = 0.005;

/// What network `network` guesses, by each of its heads.
fn guesses(n_heads: usize, said: &Said, labels: &[usize], network: usize) -> Guesses {
    let count = said.n_pictures * n_heads * N_CLASSES;
    Guesses::new(&said.scores[network * count..][..count], labels, [n_heads, N_CLASSES])
}

/// Of nested networks.
pub fn accuracies(sizes: &Sizes, said: &Said, labels: &[usize]) -> Shares {
    let n_heads = sizes.lengths.len();
    let one = |net: usize| {
        let guesses = guesses(n_heads, said, labels, net);
        (0..n_heads).map(|place| guesses.accuracy(place)).collect()
    };
    (0..sizes.n_nets).map(one).collect()
}

/// Of the network of each length.
pub fn fixed_accuracies(sizes: &Sizes, said: &Said, labels: &[usize]) -> Shares {
    let one = |net: usize, place: usize| guesses(1, said, labels, place * sizes.n_nets + net).accuracy(0);
    (0..sizes.n_nets).map(|net| (0..sizes.lengths.len()).map(|place| one(net, place)).collect()).collect()
}

/// Stored and tested embeddings of one network.
fn embedded([stored, test]: &[Said; 2], width: usize, network: usize) -> Embedded {
    let rows = |said: &Said| {
        let count = said.n_pictures * width;
        Rows { numbers: said.embeddings[network * count..][..count].to_vec(), width }
    };
    Embedded { stored: rows(stored), test: rows(test) }
}

/// Orders of dimensions that the control of the lengths between is a mean over.
const N_DEALS: u64 = 20;

pub async fn nearest(
    plan: &Plan,
    untrained: &[Said; 2],
    [nested_said, fixed_said]: [&[Said; 2]; 2],
    pictures: &Pictures,
    draws: Draws,
    watch: &mut Watch<'_>,
) -> Result<Nearest> {
    let (sizes, width) = (&plan.sizes, plan.sizes.width());
    let labels = Labels { stored: &pictures.stored.labels, test: &pictures.test.labels };
    let all = async |of: &Embedded, lengths: &[usize]| -> Result<Vec<f64>> {
        let mut shares = Vec::new();
        for &length in lengths {
            shares.push(of.nearest(length, labels).await?);
        }
        Ok(shares)
    };
    let last = (sizes.lengths.len() - 1) * sizes.n_nets;
    let mut found = Nearest {
        nested: Vec::new(),
        between: Vec::new(),
        fixed: Vec::new(),
        first: Vec::new(),
        random: Vec::new(),
        components: Vec::new(),
        dealt_out: Vec::new(),
        dealt_out_between: Vec::new(),
        untrained: Vec::new(),
    };
    for net in 0..sizes.n_nets {
        let draws = draws.stream(net as u64);
        let nested = embedded(nested_said, width, net);
        let widest = embedded(fixed_said, width, last + net);
        found.nested.push(all(&nested, &sizes.lengths).await?);
        found.between.push(all(&nested, &plan.between()).await?);
        watch.step(3 * net + 1, 3 * sizes.n_nets + 1).await?;
        let dealt_out = nested.dealt_out(draws.stream(0));
        found.dealt_out.push(all(&dealt_out, &sizes.lengths).await?);
        let mut shares = Vec::new();
        for deal in 0..N_DEALS {
            let dealt_out = nested.dealt_out(draws.stream(2 + deal));
            shares.push(dealt_out.nearest(plan.between()[0], labels).await?);
        }
        found.dealt_out_between.push(mean(&shares));
        found.first.push(all(&widest, &sizes.lengths).await?);
        watch.step(3 * net + 2, 3 * sizes.n_nets + 1).await?;
        found.random.push(all(&widest.dealt_out(draws.stream(1)), &sizes.lengths).await?);
        found.components.push(all(&widest.components().await?, &sizes.lengths).await?);
        let mut fixed = Vec::new();
        for (place, &length) in sizes.lengths.iter().enumerate() {
            let own = embedded(fixed_said, width, place * sizes.n_nets + net);
            fixed.push(own.nearest(length, labels).await?);
        }
        found.fixed.push(fixed);
        watch.step(3 * net + 3, 3 * sizes.n_nets + 1).await?;
    }
    let before = embedded(untrained, width, 0);
    found.untrained.push(all(&before, &sizes.lengths).await?);
    Ok(found)
}

pub fn cascades(plan: &Plan, held_out: &Said, test: &Said, pictures: &Pictures, draws: Draws) -> Cascades {
    let (sizes, lengths) = (&plan.sizes, &plan.sizes.lengths);
    let mut found =
        Cascades { chosen: Vec::new(), shuffled: Vec::new(), curve: Vec::new(), shuffled_curve: Vec::new() };
    for net in 0..sizes.n_nets {
        let held_out = guesses(lengths.len(), held_out, &pictures.held_out.labels, net);
        let test = guesses(lengths.len(), test, &pictures.test.labels, net);
        let draws = draws.stream(net as u64);
        let dealt_out = [held_out.shuffled(draws.stream(0)), test.shuffled(draws.stream(1))];
        let wanted = held_out.accuracy(lengths.len() - 1) - CASCADE_LOSS;
        found.chosen.push(test.cascade(lengths, choose(&held_out, lengths, wanted)));
        found.shuffled.push(dealt_out[1].cascade(lengths, choose(&dealt_out[0], lengths, wanted)));
        if net == 0 {
            let curve = |of: &Guesses| thresholds().iter().map(|&t| of.cascade(lengths, t)).collect();
            (found.curve, found.shuffled_curve) = (curve(&test), curve(&dealt_out[1]));
        }
    }
    found
}

pub async fn retrievals(
    plan: &Plan,
    [nested, fixed]: [&[Said; 2]; 2],
    pictures: &Pictures,
    watch: &mut Watch<'_>,
) -> Result<(Vec<Retrieval>, [f64; 2])> {
    let (sizes, width) = (&plan.sizes, plan.sizes.width());
    let n_stored = pictures.stored.labels.len();
    let exact = sizes.lengths.iter().map(|&length| vec![Stage { length, keep: 10 }]);
    let ways = exact.chain([funnel(plan.funnel.length, plan.funnel.keep, width)]);
    let mut found: Vec<Retrieval> = ways
        .map(|stages| Retrieval {
            cost: cost(n_stored, &stages),
            stages,
            nested: Vec::new(),
            fixed: Vec::new(),
        })
        .collect();
    let mut seconds = [Vec::new(), Vec::new()];
    for net in 0..sizes.n_nets {
        let last = (sizes.lengths.len() - 1) * sizes.n_nets;
        for (is_nested, said, network) in [(true, nested, net), (false, fixed, last + net)] {
            let embedded = embedded(said, width, network);
            let n_ways = found.len();
            for (way, retrieval) in found.iter_mut().enumerate() {
                let mut sum = 0.0;
                for query in 0..N_QUERIES.min(embedded.test.len()) {
                    let watch = Stopwatch::start();
                    let nearest = search(&embedded.stored, embedded.test.row(query), &retrieval.stages);
                    if way + 2 >= n_ways {
                        seconds[way + 2 - n_ways].push(watch.elapsed_secs());
                    }
                    let label = pictures.test.labels[query];
                    sum += average_precision(&nearest, |at| pictures.stored.labels[at] == label);
                }
                let list = if is_nested { &mut retrieval.nested } else { &mut retrieval.fixed };
                list.push(sum / N_QUERIES.min(embedded.test.len()) as f64);
            }
            watch.step(3 * sizes.n_nets, 3 * sizes.n_nets + 1).await?;
        }
    }
    let median = |mut seconds: Vec<f64>| {
        seconds.sort_by(f64::total_cmp);
        1e3 * seconds.get(seconds.len() / 2).copied().unwrap_or(0.0)
    };
    Ok((found, seconds.map(median)))
}

/// Shares of each true class that were guessed to be each class, by the first nested network at each length.
pub fn confusions(sizes: &Sizes, said: &Said, labels: &[usize]) -> Vec<Vec<f64>> {
    let n_lengths = sizes.lengths.len();
    let count = said.n_pictures * n_lengths * N_CLASSES;
    let own = &said.scores[..count];
    let of = |place: usize| {
        let (mut shares, mut counts) = (vec![0.0; N_CLASSES * N_CLASSES], [0.0; N_CLASSES]);
        for (picture, &label) in own.chunks_exact(n_lengths * N_CLASSES).zip(labels) {
            let row = &picture[place * N_CLASSES..][..N_CLASSES];
            let guess = (0..N_CLASSES).max_by(|&a, &b| row[a].total_cmp(&row[b])).unwrap_or(0);
            shares[label * N_CLASSES + guess] += 1.0;
            counts[label] += 1.0;
        }
        for (row, count) in shares.chunks_exact_mut(N_CLASSES).zip(counts) {
            row.iter_mut().for_each(|share| *share /= f64::max(count, 1.0));
        }
        shares
    };
    (0..n_lengths).map(of).collect()
}

/// Names of the nearest of a few tested pictures at each length, by the first nested network.
pub fn neighbours(plan: &Plan, said: &[Said; 2], pictures: &Pictures) -> Vec<(String, Vec<Vec<String>>)> {
    const SHOWN: [usize; 3] = [0, 300, 500];
    let embedded = embedded(said, plan.sizes.width(), 0);
    let name = |label: usize| pictures.names[label].clone();
    let of = |query: usize| {
        let at_length = |&length: &usize| {
            let nearest = search(&embedded.stored, embedded.test.row(query), &[Stage { length, keep: 4 }]);
            nearest.into_iter().map(|at| name(pictures.stored.labels[at])).collect()
        };
        (name(pictures.test.labels[query]), plan.sizes.lengths.iter().map(at_length).collect())
    };
    SHOWN.map(of).to_vec()
}
