//! Times ridge encoding as an encoding study asks for it: 1,000 stimuli × 768 units onto 2,000 targets, 10 alphas,
//! 5 folds, nested.
//!
//! Run with `cargo bench -p inscape-analysis --bench ridge`; one thread, once. To compare: himalaya's RidgeCV within
//! each of 5 folds, and its Ridge of one alpha.
#![allow(clippy::print_stdout, clippy::unwrap_used, missing_docs)]

use std::time::Instant;

use inscape_analysis::*;

#[allow(dead_code, reason = "tests use the rest")]
#[path = "../tests/support/mod.rs"]
mod support;

fn main() {
    let x = support::normal(1, 1000, 768, 1.0, 0.0);
    let y = support::normal(2, 1000, 2000, 1.0, 0.0);
    let alphas: Vec<f64> = (0..10).map(|place| 10.0_f64.powi(place - 2)).collect();
    let folds = k_fold(1000, 5, None).unwrap();
    time("ridge 1000 x 768, 2000 targets, 1 alpha", || ridge(&x, &y, &[1.0]).unwrap()[0].intercepts[0]);
    for (title, per_target) in [("per target", true), ("common", false)] {
        time(&format!("ridge_encoding 10 alphas, 5 folds, {title}"), || {
            ridge_encoding(&x, &y, &alphas, &folds, per_target).unwrap().r2_pooled[0]
        });
    }
    let labels = Labels::new(&(0..1000).map(|i| i % 10).collect::<Vec<_>>()).unwrap();
    let kind = ProbeKind::Logistic { cs: vec![0.01, 1.0] };
    time("probe_logistic 1000 x 768, 10 classes, 2 C, 5 folds", || {
        probe(&x, &labels, &folds, &kind).unwrap().accuracy
    });
}

fn time(title: &str, run: impl Fn() -> f64) {
    let start = Instant::now();
    std::hint::black_box(run());
    println!("{title:<60} {:>9.1} ms", start.elapsed().as_secs_f64() * 1e3);
}
