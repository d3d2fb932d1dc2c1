//! Times what a study of representations asks for: the RDM of 92 stimuli with 1,000 bootstrap samples of its comparison, and
//! debiased CKA between 12 and 12 layers of 1,000 stimuli × 768 units.
//!
//! Run with `cargo bench -p inscape-analysis --bench rsa`; one thread, the best of three. `scripts/golden/analysis/time_peers.py`
//! times the same with rsatoolbox, numpy and himalaya.
#![allow(clippy::print_stdout, clippy::unwrap_used, missing_docs)]

use std::time::Instant;

use inscape_analysis::*;

#[path = "../tests/support/mod.rs"]
mod support;

fn main() {
    let layer = support::normal(1, 92, 1000, 1.0, 0.0);
    let other = rdm(&support::normal(2, 92, 1000, 1.0, 0.0), Distance::Correlation).unwrap();
    for comparison in [RdmComparison::Pearson, RdmComparison::Spearman, RdmComparison::Cosine] {
        time(&format!("rdm correlation 92 x 1000, {comparison}, 1000 bootstrap samples"), || {
            let rdm = rdm(&layer, Distance::Correlation).unwrap();
            bootstrap_stimuli(&rdm, &other, comparison, 1000, 1).unwrap().standard_error
        });
    }
    let layers: Vec<Activations> = (0..24).map(|k| support::normal(10 + k, 1000, 768, 1.0, 0.0)).collect();
    time("cka_linear_debiased 12 x 12 layers of 1000 x 768", || {
        let grams: Vec<Gram> = layers.iter().map(gram).collect();
        let (first, second) = grams.split_at(12);
        let value = |a, b| cka_from_grams(a, b, Cka::LinearDebiased).unwrap();
        first.iter().map(|a| second.iter().map(|b| value(a, b)).sum::<f64>()).sum()
    });
}

fn time(title: &str, run: impl Fn() -> f64) {
    let secs = (0..3).map(|_| {
        let start = Instant::now();
        std::hint::black_box(run());
        start.elapsed().as_secs_f64()
    });
    println!("{title:<70} {:>9.1} ms", secs.fold(f64::INFINITY, f64::min) * 1e3);
}
