//! The laws of choosing a token.

use inscape_models::{Choice, Sampling, greedy, log_probabilities};

use super::random::uniform;

const LOGITS: [f32; 6] = [0.5, 3.0, -1.0, 3.0, 1.0, f32::NEG_INFINITY];

fn kept(sampling: Sampling, logits: &[f32]) -> Vec<usize> {
    let probabilities = sampling.probabilities(logits).unwrap();
    assert!((probabilities.iter().sum::<f64>() - 1.0).abs() < 1e-12, "{sampling:?}");
    (0..logits.len()).filter(|&token| probabilities[token] > 0.0).collect()
}

fn close(a: &[f64], b: &[f64]) -> bool {
    a.iter().zip(b).all(|(a, b)| (a - b).abs() < 1e-12)
}

#[test]
fn without_settings_the_distribution_is_the_softmax() {
    let logits: Vec<f32> = uniform(3, 40).iter().map(|v| v * 20.0).collect();
    let total: f64 = logits.iter().map(|&v| f64::from(v).exp()).sum();
    let softmax: Vec<f64> = logits.iter().map(|&v| f64::from(v).exp() / total).collect();
    assert!(close(&Sampling::default().probabilities(&logits).unwrap(), &softmax));
    let logs = log_probabilities(&logits).unwrap();
    assert!(close(&logs.iter().map(|v| v.exp()).collect::<Vec<_>>(), &softmax));
    // What is added to all logits changes nothing.
    let higher: Vec<f32> = logits.iter().map(|v| v + 64.0).collect();
    let shifted = log_probabilities(&higher).unwrap();
    assert!(logs.iter().zip(&shifted).all(|(a, b)| (a - b).abs() < 1e-4));
}

#[test]
fn top_k_keeps_k_tokens_and_the_first_among_equals() {
    assert_eq!(greedy(&LOGITS).unwrap(), 1);
    assert_eq!(greedy(&[-0.0, 0.0]).unwrap(), 0);
    for (k, tokens) in [(1, vec![1]), (2, vec![1, 3]), (3, vec![1, 3, 4]), (99, vec![0, 1, 2, 3, 4])] {
        assert_eq!(kept(Sampling { top_k: Some(k), ..Sampling::default() }, &LOGITS), tokens);
    }
}

#[test]
fn top_p_keeps_the_fewest_tokens_that_reach_it() {
    // Probabilities 0.5, 0.25, 0.125, 0.125.
    let logits = [4.0, 3.0, 2.0, 2.0].map(|bits: f32| bits * std::f32::consts::LN_2);
    for (p, tokens) in
        [(0.1, vec![0]), (0.49, vec![0]), (0.6, vec![0, 1]), (0.8, vec![0, 1, 2]), (1.0, vec![0, 1, 2, 3])]
    {
        assert_eq!(kept(Sampling { top_p: p, ..Sampling::default() }, &logits), tokens, "{p}");
    }
    // After top-k, of whose tokens it sees the renormalised probabilities: two thirds and one third.
    let both = Sampling { top_k: Some(2), top_p: 0.6, ..Sampling::default() };
    assert_eq!(kept(both, &logits), [0]);
}

#[test]
fn temperature_goes_from_the_likeliest_to_all_alike() {
    let at = |temperature| Sampling { temperature, ..Sampling::default() };
    let logits = [1.0, 2.0, 2.5];
    assert!(close(&at(1e-4).probabilities(&logits).unwrap(), &[0.0, 0.0, 1.0]));
    let warm = at(1e12).probabilities(&logits).unwrap();
    assert!(warm.iter().all(|p| (p - 1.0 / 3.0).abs() < 1e-9));
    // Temperature 2 is the softmax of halved logits.
    assert!(close(
        &at(2.0).probabilities(&logits).unwrap(),
        &at(1.0).probabilities(&[0.5, 1.0, 1.25]).unwrap()
    ));
}

#[test]
fn draws_follow_the_distribution_and_are_the_same_for_a_seed_and_a_place() {
    const N_DRAWS: usize = 20_000;
    let sampling = Sampling { temperature: 1.5, top_k: Some(4), ..Sampling::default() };
    let expected = sampling.probabilities(&LOGITS).unwrap();
    let mut counts = [0; LOGITS.len()];
    for place in 0..N_DRAWS {
        counts[sampling.draw(&LOGITS, 7, place).unwrap()] += 1;
    }
    for (count, p) in counts.iter().zip(&expected) {
        let deviation =
            (*count as f64 - p * N_DRAWS as f64) / (p * (1.0 - p) * N_DRAWS as f64).sqrt().max(1e-9);
        assert!(deviation.abs() < 4.5, "{counts:?} against {expected:?}");
    }
    let draws = |seed| (0..50).map(|place| sampling.draw(&LOGITS, seed, place).unwrap()).collect::<Vec<_>>();
    assert_eq!(draws(1), draws(1));
    assert_ne!(draws(1), draws(2));
    let choice = Choice::Sample { sampling, seed: 1 };
    assert_eq!(choice.choose(&LOGITS, 3).unwrap(), draws(1)[3]);
}

#[test]
fn settings_and_logits_without_a_distribution_are_refused() {
    let good = Sampling::default();
    for bad in [
        Sampling { temperature: 0.0, ..good },
        Sampling { temperature: f64::NAN, ..good },
        Sampling { temperature: f64::INFINITY, ..good },
        Sampling { top_k: Some(0), ..good },
        Sampling { top_p: 0.0, ..good },
        Sampling { top_p: 1.1, ..good },
        Sampling { top_p: f64::NAN, ..good },
    ] {
        let error = bad.probabilities(&LOGITS).unwrap_err().to_string();
        assert!(error.contains("expected"), "{error}");
    }
    for logits in [&[][..], &[f32::NAN, 1.0], &[f32::INFINITY, 1.0], &[f32::NEG_INFINITY; 2]] {
        assert!(greedy(logits).is_err() && log_probabilities(logits).is_err());
        assert!(good.draw(logits, 1, 0).is_err());
    }
}
