//! Times the measures on a layer as large as a page will ask for: 92 images × 800,000 units.
//!
//! Run with `cargo bench -p inscape-analysis`; one thread, the best of three.
#![allow(clippy::print_stdout, clippy::unwrap_used, missing_docs)]

use std::time::Instant;

use inscape_analysis::*;

#[allow(dead_code, reason = "tests use the rest")]
#[path = "../tests/support/mod.rs"]
mod support;

fn main() {
    let layer = support::normal(1, 92, 800_000, 1.0, 0.0);
    for line in DISTANCES {
        time(&format!("rdm {} 92 x 800000", line.name), || rdm(&layer, line.variant).unwrap().upper()[0]);
    }
    time("gram 92 x 800000", || gram(&layer).get(0, 0));
    time("pca 92 x 800000, 3", || pca(&layer, 3).unwrap().scores[0]);
    let many = support::normal(2, 2000, 384, 1.0, 0.0);
    time("pca 2000 x 384, 3", || pca(&many, 3).unwrap().scores[0]);
    let (a, b) = (gram(&layer), gram(&support::normal(3, 92, 512, 1.0, 0.0)));
    time("cka from grams 92", || cka_from_grams(&a, &b, Cka::LinearDebiased).unwrap());
    let a = rdm(&support::normal(4, 500, 64, 1.0, 0.0), Distance::Euclidean).unwrap();
    let b = rdm(&support::normal(5, 500, 64, 1.0, 0.0), Distance::Euclidean).unwrap();
    for line in RDM_COMPARISONS {
        time(&format!("{} of 500 stimuli", line.name), || compare_rdms(&a, &b, line.variant).unwrap());
    }
}

fn time(title: &str, run: impl Fn() -> f64) {
    let mut best = f64::INFINITY;
    for _ in 0..3 {
        let start = Instant::now();
        std::hint::black_box(run());
        best = best.min(start.elapsed().as_secs_f64());
    }
    println!("{title:<50} {:>9.1} ms", best * 1e3);
}
