//! The experiment comes out by default as its lesson says, its parts are what they say, and deliberate fakes fail.

use draws::Draws;
use nn::{ParameterList, Parameters};
use tensor::{Device, Tensor};

use super::cascade::{Guesses, choose};
use super::networks::{Kind, Layers, Sizes};
use super::pictures::{N_CLASSES, N_PIXELS, halved};
use super::search::{Rows, Stage, average_precision, cost, funnel, search};
use super::truncation::{Embedded, Labels};
use crate::ClaimVerdict;
use crate::run::run_fake;

const SLUG: &str = "matryoshka";
/// One network of each kind, fewer steps.
const SMALL: [(&str, &str); 2] = [("nets", "1"), ("steps", "600")];

#[test]
fn all_claims_hold_by_default() {
    let report = run_fake(SLUG, &[], 1, None).unwrap();
    for claim in &report.claims {
        println!("{}: {:?}. {} Control: {}", claim.id, claim.verdict, claim.measured, claim.control_measured);
    }
    assert!(report.claims.iter().all(|claim| claim.verdict == ClaimVerdict::Holds));
}

#[test]
fn labels_dealt_out_and_a_loss_of_the_whole_alone_turn_the_first_claims_to_fails() {
    for (fake, expected) in [
        (None, ClaimVerdict::Holds),
        (Some("shuffled_labels"), ClaimVerdict::Fails),
        (Some("no_nesting"), ClaimVerdict::Fails),
    ] {
        let report = run_fake(SLUG, &SMALL, 1, fake).unwrap();
        let cutting = report.claims.iter().find(|claim| claim.id == "cutting").unwrap();
        assert_eq!(cutting.verdict, expected, "{fake:?}: {}", cutting.measured);
    }
}

fn sizes() -> Sizes {
    Sizes { lengths: vec![2, 4, 8], weights: vec![1.0; 3], n_hidden: 5, n_steps: 1, rate: 0.1, n_nets: 1 }
}

#[test]
fn a_prefix_of_the_embedding_is_what_a_network_cut_to_it_gives_bit_for_bit() {
    let mut list = ParameterList::new();
    let layers = Layers::new(&mut list, &sizes(), Kind::Nested, &Device::Cpu).unwrap();
    let p = Parameters::initialise_many(&list, &[3], &Device::Cpu).unwrap();
    let numbers: Vec<f32> = (0..2 * N_PIXELS).map(|at| (at % 7) as f32 / 7.0).collect();
    let x = Tensor::from_vec(numbers, &[1, 2, N_PIXELS], &Device::Cpu).unwrap();
    let whole = layers.embed(&p, &x).unwrap();
    // The same network whose last layer has 4 rows.
    let mut cut_list = ParameterList::new();
    let cut_sizes = Sizes { lengths: vec![2, 4], weights: vec![1.0; 2], ..sizes() };
    let cut_layers = Layers::new(&mut cut_list, &cut_sizes, Kind::Nested, &Device::Cpu).unwrap();
    let mut cut = pollster::block_on(p.to_numbers()).unwrap();
    for (entry, numbers) in cut_list.entries().iter().zip(&mut cut) {
        numbers.truncate(entry.count());
    }
    let p = Parameters::from_numbers(&cut_list, Some(1), &cut, &Device::Cpu).unwrap();
    let short = pollster::block_on(cut_layers.embed(&p, &x).unwrap().to_vec()).unwrap();
    let prefix = pollster::block_on(whole.slice(2, 0, 4).unwrap().to_vec()).unwrap();
    assert_eq!(short, prefix);
}

#[test]
fn a_head_sees_its_prefix_alone() {
    let mut list = ParameterList::new();
    let layers = Layers::new(&mut list, &sizes(), Kind::Nested, &Device::Cpu).unwrap();
    let p = Parameters::initialise_many(&list, &[3], &Device::Cpu).unwrap();
    let scores = |z: [f32; 8]| {
        let z = Tensor::from_vec(z.to_vec(), &[1, 1, 8], &Device::Cpu).unwrap();
        pollster::block_on(layers.scores(&p, &z).unwrap().to_vec()).unwrap()
    };
    let (a, b) = (scores([1.0; 8]), scores([1.0, 1.0, 1.0, 1.0, 5.0, 5.0, 5.0, 5.0]));
    // The heads of lengths 2 and 4 do not see the last four; that of length 8 does.
    assert_eq!(a[..2 * N_CLASSES], b[..2 * N_CLASSES]);
    assert!(a[2 * N_CLASSES..].iter().zip(&b[2 * N_CLASSES..]).all(|(a, b)| a != b));
}

#[test]
fn a_search_finds_the_row_of_the_smallest_angle_and_counts_its_work() {
    let stored = Rows { numbers: vec![1.0, 0.0, 0.0, 2.0, 3.0, 3.5], width: 2 };
    let stage = |keep| [Stage { length: 2, keep }];
    assert_eq!(search(&stored, &[1.0, 1.0], &stage(3)), [2, 0, 1]);
    assert_eq!(search(&stored, &[0.1, 1.0], &stage(1)), [1]);
    let stages = [(16, 200), (32, 100), (64, 50)].map(|(length, keep)| Stage { length, keep });
    assert_eq!(cost(4000, &stages), 76_800);
    let lengths: Vec<_> = funnel(8, 200, 64).iter().map(|stage| (stage.length, stage.keep)).collect();
    assert_eq!(lengths, [(8, 200), (16, 100), (32, 50), (64, 10)]);
}

#[test]
fn average_precision_is_1_where_all_ten_are_right() {
    let found: Vec<usize> = (0..10).collect();
    assert!((average_precision(&found, |_| true) - 1.0).abs() < 1e-12);
    assert!((average_precision(&found, |at| at == 1) - 0.05).abs() < 1e-12);
}

#[test]
fn a_cascade_answers_where_it_is_sure_and_pays_for_the_length() {
    // Two lengths of two classes; the first is sure of picture 0 alone.
    let scores = [5.0, 0.0, 0.0, 1.0, 0.0, 0.1, 3.0, 0.0];
    let guesses = Guesses::new(&scores, &[0, 0], [2, 2]);
    assert_eq!((guesses.accuracy(0), guesses.accuracy(1)), (0.5, 0.5));
    let point = guesses.cascade(&[2, 4], 0.9);
    assert_eq!((point.accuracy, point.dimension), (1.0, 3.0));
    assert!(guesses.cascade(&[2, 4], choose(&guesses, &[2, 4], 1.0)).accuracy >= 1.0);
}

#[test]
fn components_keep_angles_between_centred_rows_and_lead_with_the_largest() {
    let numbers = [3.0, 0.1, -3.0, -0.1, 1.0, 0.5, -1.0, -0.5].to_vec();
    let rows = || Rows { numbers: numbers.clone(), width: 2 };
    let embedded = Embedded { stored: rows(), test: rows() };
    let components = pollster::block_on(embedded.components()).unwrap();
    let dot = |rows: &Rows, a, b| rows.row(a).iter().zip(rows.row(b)).map(|(x, y)| x * y).sum::<f32>();
    assert!((dot(&components.stored, 0, 2) - dot(&rows(), 0, 2)).abs() < 1e-4);
    let size = |at: usize| (0..4).map(|row| components.stored.row(row)[at].powi(2)).sum::<f32>();
    assert!(size(0) > 10.0 * size(1));
    let labels = Labels { stored: &[0, 1, 2, 3], test: &[0, 1, 2, 3] };
    assert_eq!(pollster::block_on(embedded.nearest(2, labels)).unwrap(), 1.0);
    assert_eq!(embedded.dealt_out(Draws::new(1)).stored.len(), 4);
}

#[test]
fn halving_takes_means_of_four_and_a_shift_moves_by_one() {
    let mut pixels = [0_u8; 4 * N_PIXELS];
    pixels[0] = 255;
    let small = halved(&pixels, [0, 0]);
    assert_eq!((small[0], small[1..].iter().sum::<f32>()), (0.25, 0.0));
    assert_eq!(halved(&pixels, [2, 0])[14], 0.25);
}
