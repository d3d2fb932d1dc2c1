//! Changes of two layers, by the names that cards give them.

use inscape_analysis::{Activations, find_measure};

use crate::support::{gauss, order};

pub type Layer = Activations<f64>;

pub fn layer(n_stimuli: usize, n_units: usize, entry: impl Fn(usize, usize) -> f64) -> Layer {
    let data = (0..n_stimuli * n_units).map(|k| entry(k / n_units, k % n_units)).collect();
    Activations::new(data, n_stimuli, n_units).unwrap()
}

/// Independent normal numbers.
pub fn noise(seed: u64, n_stimuli: usize, n_units: usize) -> Layer {
    layer(n_stimuli, n_units, |i, j| gauss(seed, (i * n_units + j) as u64))
}

/// `x` times a seeded matrix, and some noise of its own.
pub fn related(seed: u64, x: &Layer, n_units: usize, own: f64) -> Layer {
    layer(x.n_stimuli(), n_units, |i, j| {
        let along: f64 =
            x.row(i).iter().enumerate().map(|(k, v)| v * gauss(seed, (k * n_units + j) as u64)).sum();
        along + own * gauss(seed + 1, (i * n_units + j) as u64)
    })
}

pub fn value(name: &str, x: &Layer, y: &Layer) -> f64 {
    let measure = find_measure(name).unwrap();
    inscape_analysis::compare(measure, &x.clone().into(), &y.clone().into()).unwrap()
}

fn map(x: &Layer, change: impl Fn(usize, usize, f64) -> f64) -> Layer {
    layer(x.n_stimuli(), x.n_units(), |i, j| change(i, j, x.row(i)[j]))
}

/// A product of four Householder reflections.
fn rotated(seed: u64, x: &Layer) -> Layer {
    let mut moved = x.clone();
    for reflection in 0..4 {
        let normal: Vec<f64> = (0..x.n_units()).map(|j| gauss(seed, (reflection * 100 + j) as u64)).collect();
        let length: f64 = normal.iter().map(|v| v * v).sum();
        let before = moved.clone();
        moved = map(&before, |i, j, v| {
            let along: f64 = before.row(i).iter().zip(&normal).map(|(x, n)| x * n).sum();
            v - 2.0 * along / length * normal[j]
        });
    }
    moved
}

fn mapped_linearly(seed: u64, x: &Layer) -> Layer {
    map(x, |i, j, v| {
        let others = x.row(i).iter().enumerate();
        let along: f64 = others.map(|(k, v)| v * gauss(seed, (k * 100 + j) as u64)).sum();
        2.0 * v + 0.3 * along
    })
}

fn with_stimuli(x: &Layer, order: &[usize]) -> Layer {
    layer(x.n_stimuli(), x.n_units(), |i, j| x.row(order[i])[j])
}

fn with_units(seed: u64, x: &Layer) -> Layer {
    let order = order(seed, x.n_units());
    layer(x.n_stimuli(), x.n_units(), |i, j| x.row(i)[order[j]])
}

fn factors(seed: u64, x: &Layer) -> Layer {
    map(x, |_, j, v| v * gauss(seed, j as u64).exp())
}

fn stimulus_factors(seed: u64, x: &Layer) -> Layer {
    map(x, |i, _, v| v * gauss(seed, i as u64).exp())
}

/// Both layers after a change that a card, or a test, names.
pub fn changed(change: &str, x: &Layer, y: &Layer) -> (Layer, Layer) {
    match change {
        "a rotation or reflection of either layer's units" => (rotated(51, x), rotated(52, y)),
        "a rotation or reflection of the first layer's units" => (rotated(53, x), y.clone()),
        "a rotation or reflection of the second layer's units" => (x.clone(), rotated(54, y)),
        "an invertible linear map of either layer's units" => {
            (mapped_linearly(55, x), mapped_linearly(56, y))
        }
        "an invertible linear map of the first layer's units" => (mapped_linearly(57, x), y.clone()),
        "an invertible linear map of the second layer's units" => (x.clone(), mapped_linearly(58, y)),
        "a positive factor on either layer" => (map(x, |_, _, v| 300.0 * v), map(y, |_, _, v| 0.02 * v)),
        "a positive factor on any unit" => (factors(59, x), factors(60, y)),
        "a positive factor on any unit of the second layer" => (x.clone(), factors(61, y)),
        "a positive factor on a stimulus's answers" => (stimulus_factors(62, x), stimulus_factors(63, y)),
        "a constant added to any unit" => {
            (map(x, |_, j, v| v + 3.0 * j as f64 - 5.0), map(y, |_, j, v| v - 4.0 * j as f64 + 7.0))
        }
        "the same reordering of the stimuli of both" => {
            let order = order(64, x.n_stimuli());
            (with_stimuli(x, &order), with_stimuli(y, &order))
        }
        "another reordering of the stimuli of each" => {
            (with_stimuli(x, &order(65, x.n_stimuli())), y.clone())
        }
        "a reordering of either layer's units" => (with_units(66, x), with_units(67, y)),
        "a copy of every unit of a layer beside it" => {
            let n_units = x.n_units();
            (layer(x.n_stimuli(), 2 * n_units, |i, j| x.row(i)[j % n_units]), y.clone())
        }
        other => panic!("no test makes this change: {other}"),
    }
}
