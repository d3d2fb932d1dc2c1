//! Random numbers and the order of mini-batches.

use inscape_data::{Draws, Order};

#[test]
fn draws_are_splitmix64s() {
    // The published sequence of seed 1234567, <https://rosettacode.org/wiki/Pseudo-random_numbers/Splitmix64>.
    let draws = Draws::new(1_234_567);
    let expected = [
        6_457_827_717_110_365_317,
        3_203_168_211_198_807_973,
        9_817_491_932_198_370_423,
        4_593_380_528_125_082_431,
        16_408_922_859_458_223_821,
    ];
    assert_eq!([0, 1, 2, 3, 4].map(|counter| draws.at(counter)), expected);
}

#[test]
fn draws_lie_where_they_should() {
    let draws = Draws::new(5);
    let n = 20_000;
    let mean = |value: &dyn Fn(u64) -> f64| (0..n).map(value).sum::<f64>() / n as f64;
    assert!((0..n).all(|k| draws.below(k, 3) < 3
        && (0.0..1.0).contains(&draws.unit(k))
        && draws.normal(k).abs() <= 6.0));
    assert_eq!((draws.below(0, 0), draws.below(0, 1)), (0, 0));
    // Four standard errors of each.
    assert!((mean(&|k| draws.unit(k)) - 0.5).abs() < 4.0 * (1.0 / 12.0 / n as f64).sqrt());
    assert!(mean(&|k| draws.normal(k)).abs() < 4.0 / (n as f64).sqrt());
    assert!((mean(&|k| draws.normal(k).powi(2)) - 1.0).abs() < 4.0 * (2.0 / n as f64).sqrt());
}

#[test]
fn every_permutation_is_as_likely() {
    let mut counts = std::collections::HashMap::new();
    for number in 0..24_000 {
        *counts.entry(Draws::new(9).stream(number).permutation(4)).or_insert(0) += 1;
    }
    assert_eq!(counts.len(), 24);
    // Pearson's χ² with 23 degrees of freedom passes 49.7 once in a thousand times.
    let chi_squared: f64 = counts.values().map(|count| (f64::from(*count) - 1000.0).powi(2) / 1000.0).sum();
    assert!(chi_squared < 49.7, "{chi_squared}");
}

#[test]
fn an_epoch_takes_each_example_once_and_the_next_in_another_order() {
    let mut order = Order::new(10, 3, 7).unwrap();
    assert_eq!(order.steps_per_epoch(), 3);
    let epoch = |order: &mut Order, epoch: u64| -> Vec<usize> {
        (0..3).flat_map(|step| order.batch(3 * epoch + step).to_vec()).collect()
    };
    let (first, second) = (epoch(&mut order, 0), epoch(&mut order, 1));
    for mut taken in [first.clone(), second.clone()] {
        taken.sort_unstable();
        taken.dedup();
        assert_eq!((taken.len(), taken.last().copied() < Some(10)), (9, true));
    }
    assert_ne!(first, second);
    assert_eq!(epoch(&mut order, 0), first, "a step taken again");
    assert_ne!(epoch(&mut Order::new(10, 3, 8).unwrap(), 0), first, "another seed");
}

#[test]
fn a_step_is_the_same_on_every_platform_and_without_those_before_it() {
    let mut order = Order::new(60_000, 128, 1).unwrap();
    assert_eq!(order.batch(0)[..4], EARLY);
    assert_eq!(Order::new(60_000, 128, 1).unwrap().batch(123_456)[..4], LATE);
}

/// Computed apart, in Python's unbounded integers, from the definitions alone. Links to trained networks depend on
/// this order.
const EARLY: [usize; 4] = [41_389, 3201, 56_860, 14_025];
const LATE: [usize; 4] = [43_246, 56_552, 9388, 3057];

#[test]
fn batches_that_cannot_be_are_refused() {
    assert_eq!(
        Order::new(10, 11, 0).unwrap_err().to_string(),
        "a mini-batch must hold 1 to 10 of the 10 examples, but 11 were asked for"
    );
    assert!(Order::new(10, 0, 0).is_err());
    assert!(Order::new(0, 1, 0).is_err());
    assert_eq!(Order::new(1, 1, 0).unwrap().batch(u64::MAX), [0]);
}
