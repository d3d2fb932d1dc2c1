//! The experiment holds by default, its parts are what they say, and deliberate fakes fail.

use draws::Draws;

use super::bits::{Bits, Synapses};
use super::features::{SIDE, edges, shrunk};
use super::field::{Field, Shape, overlap};
use super::patterns::{N_ACTIVE, pattern, probe, whole};
use super::selection::{Selection, Winners, familiarity};
use super::similarity::rank_correlation;
use super::sprites::{N_FILMS, N_FRAMES, N_PIXELS, PAIRS, SHARED, films};
use crate::ClaimVerdict;
use crate::run::run_fake;

const SLUG: &str = "sparsey";
/// Fewer repeats, no digits.
const SMALL: [(&str, &str); 2] = [("repeats", "2"), ("digits", "false")];

const SELECTION: Selection =
    Selection { floor: 0.4, gamma: 2.0, chi: 100.0, centre: 0.7, slope: 20.0, winners: Winners::Soft };

#[test]
fn all_claims_hold_by_default() {
    let report = run_fake(SLUG, &[], 1, None).unwrap();
    for claim in &report.claims {
        println!("{}: {:?}. {} Control: {}", claim.id, claim.verdict, claim.measured, claim.control_measured);
    }
    assert!(report.claims.iter().all(|claim| claim.verdict == ClaimVerdict::Holds));
}

fn verdict(words: &[(&str, &str)], fake: Option<&'static str>, id: &str) -> ClaimVerdict {
    let report = run_fake(SLUG, words, 1, fake).unwrap();
    report.claims.iter().find(|claim| claim.id == id).unwrap().verdict
}

#[test]
fn without_familiarity_and_as_a_table_the_likeness_of_codes_is_gone() {
    for (fake, expected) in [
        (None, ClaimVerdict::Holds),
        (Some("no_familiarity"), ClaimVerdict::Fails),
        (Some("lookup_table"), ClaimVerdict::Fails),
    ] {
        assert_eq!(verdict(&SMALL, fake, "similarity"), expected, "{fake:?}");
    }
    assert_eq!(verdict(&SMALL, Some("lookup_table"), "time"), ClaimVerdict::Fails);
}

#[test]
fn digits_with_labels_dealt_out_anew_are_not_named() {
    let words = [("repeats", "1"), ("digit_cells", "300")];
    assert_eq!(verdict(&words, None, "digits"), ClaimVerdict::Holds);
    assert_eq!(verdict(&words, Some("shuffled_labels"), "digits"), ClaimVerdict::Fails);
}

#[test]
fn claims_are_open_where_they_are_not_asked_for() {
    let words = [("repeats", "1"), ("digits", "false"), ("items", "60")];
    assert_eq!(verdict(&words, None, "digits"), ClaimVerdict::Open);
    assert_eq!(verdict(&words, None, "recall"), ClaimVerdict::Open);
}

#[test]
fn what_is_new_is_drawn_evenly_and_what_is_known_is_surely_found() {
    let nothing = SELECTION.chances(&[0.0; 16], SELECTION.expansivity(0.0, 16));
    assert!(nothing.iter().all(|chance| (chance - 0.0625).abs() < 1e-12));
    let mut fits = [0.0; 16];
    fits[3] = 1.0;
    assert_eq!(familiarity(&fits, 16), 1.0);
    let eta = SELECTION.expansivity(1.0, 16);
    assert!((eta - 1601.0).abs() < 1e-9);
    let known = SELECTION.chances(&fits, eta);
    // (η − 1) / (1 + e^−6) + 1 against fifteen times (η − 1) / (1 + e^14) + 1.
    let (old, new) = (1600.0 / (1.0 + (-6.0_f64).exp()) + 1.0, 1600.0 / (1.0 + 14.0_f64.exp()) + 1.0);
    assert!((known[3] - old / (old + 15.0 * new)).abs() < 1e-12);
    assert!((known.iter().sum::<f64>() - 1.0).abs() < 1e-12);
}

#[test]
fn a_stored_pattern_is_wholly_familiar_and_recalled_by_the_best_cells() {
    let draws = Draws::new(3);
    let mut field = Field::new(Shape { n_modules: 24, n_cells: 16 }, 144, SELECTION, 1.0);
    let input = whole(&pattern(draws.stream(0)));
    let stored = field.store(&input, draws.stream(1));
    assert_eq!(stored.familiarity, 0.0);
    let best = Selection { winners: Winners::Best, ..SELECTION };
    let again = field.choose(&input, &best, draws.stream(2));
    assert_eq!((again.familiarity, again.code), (1.0, stored.code));
    // 24 winners, each wired to 24 of 144 inputs.
    assert!((field.synapses.fill() - 24.0 * 24.0 / (384.0 * 144.0)).abs() < 1e-12);
}

#[test]
fn learning_ends_when_the_share_of_synapses_is_reached() {
    let draws = Draws::new(4);
    let mut field = Field::new(Shape { n_modules: 24, n_cells: 16 }, 144, SELECTION, 0.02);
    for item in 0..10 {
        field.store(&whole(&pattern(draws.stream(item))), draws.stream(100 + item));
    }
    assert!((0.02..0.031).contains(&field.synapses.fill()));
}

#[test]
fn a_probe_keeps_as_many_active_inputs_as_it_says() {
    let draws = Draws::new(5);
    let own = pattern(draws);
    for n_kept in [0, 3, 12, 24] {
        let probe = probe(&own, n_kept, draws.stream(n_kept as u64));
        assert_eq!((probe.count(), probe.shared(&whole(&own))), (N_ACTIVE, n_kept));
    }
}

#[test]
fn sets_of_bits_count_and_synapses_sum_what_both_have() {
    let (a, b) = (Bits::of(130, &[0, 64, 129]), Bits::of(130, &[64, 100, 129]));
    assert_eq!((a.count(), a.shared(&b), b.active()), (3, 2, vec![64, 100, 129]));
    let mut synapses = Synapses::new(2, 130);
    synapses.connect([1], &a);
    synapses.connect([1], &a);
    assert_eq!((synapses.sums(&b), synapses.fill()), (vec![0, 2], 3.0 / 260.0));
    assert_eq!(synapses.reordered(&[1, 0]).sums(&b), vec![2, 0]);
}

#[test]
fn overlap_counts_modules_and_ranks_count_order() {
    assert_eq!(overlap(&[1, 2, 3, 4], &[1, 0, 3, 0]), 0.5);
    assert!((rank_correlation(&[1.0, 2.0, 3.0], &[10.0, 20.0, 90.0]) - 1.0).abs() < 1e-12);
    // Differences of ranks 1, 1 and 0: 1 − 6 · 2 / (3 · 8).
    assert!((rank_correlation(&[1.0, 2.0, 3.0], &[2.0, 1.0, 3.0]) - 0.5).abs() < 1e-12);
}

#[test]
fn films_of_a_pair_share_one_frame_and_no_other() {
    let films = films(Draws::new(6));
    assert_eq!((films.len(), films[0].len()), (N_FILMS, N_FRAMES));
    assert!(films.iter().flatten().all(|frame| frame.count() == N_PIXELS));
    for [a, b] in PAIRS {
        let equal = (0..N_FRAMES).filter(|&frame| films[a][frame] == films[b][frame]);
        assert_eq!(equal.collect::<Vec<_>>(), [SHARED]);
    }
}

#[test]
fn shrinking_keeps_the_mean_and_an_edge_has_a_direction() {
    let white = shrunk(&[255; 28 * 28], 28);
    assert!(white.iter().all(|pixel| (pixel - 1.0).abs() < 1e-9));
    // Bright from column 8 on: brightness rises to the right at columns 7 and 8, and falls at the last one.
    let image: Vec<f64> = (0..SIDE * SIDE).map(|at| if at % SIDE >= 8 { 1.0 } else { 0.0 }).collect();
    let middle: Vec<usize> = edges(&image).into_iter().filter(|edge| edge / 4 / SIDE == 5).collect();
    let row = 5 * SIDE;
    assert_eq!(middle, [(row + 7) * 4, (row + 8) * 4, (row + 15) * 4 + 2]);
}
