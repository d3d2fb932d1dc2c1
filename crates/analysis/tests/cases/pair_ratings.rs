//! Cosines of pairs against ratings: SciPy's numbers, laws and refusals.

use inscape_analysis::*;

const PAIRS: [[usize; 2]; 6] = [[0, 1], [0, 2], [1, 3], [2, 3], [0, 4], [3, 4]];
const RATINGS: [f64; 6] = [5.0, 2.0, 2.0, 4.5, 1.0, 0.5];

fn vectors() -> Vec<f64> {
    vec![1.0, 0.2, 0.0, 0.9, 0.4, 0.1, -0.3, 1.0, 0.5, 0.1, 1.2, 0.3, 0.2, -0.6, 1.0]
}

fn fit(vectors: Vec<f64>) -> PairRatings {
    pair_ratings(&Activations::new(vectors, 5, 3).unwrap(), &PAIRS, &RATINGS).unwrap()
}

/// `scipy.stats.spearmanr` of `1 - scipy.spatial.distance.cosine`; the interval by hand after Bonett and Wright.
#[test]
fn cosines_and_their_rank_correlation_are_scipys() {
    let found = fit(vectors());
    let cosines = [
        0.970725343394151,
        -0.0847092684464621,
        0.4884024705413055,
        0.9188850201034814,
        0.06629935441317958,
        -0.2724178826415977,
    ];
    for (found, expected) in found.cosines.iter().zip(cosines) {
        assert!((found - expected).abs() < 1e-12, "{found} {expected}");
    }
    assert!((found.spearman - 0.8986451052612952).abs() < 1e-12, "{}", found.spearman);
    let [low, high] = found.interval.unwrap();
    assert!(
        (low - 0.12377847428320692).abs() < 1e-12 && (high - 0.9927169336211247).abs() < 1e-12,
        "{low} {high}"
    );
}

#[test]
fn what_its_card_says_leaves_it_unchanged_does() {
    let expected = fit(vectors()).spearman;
    let scaled: Vec<f64> = vectors().iter().enumerate().map(|(k, v)| v * (1 + k / 3) as f64).collect();
    assert!((fit(scaled).spearman - expected).abs() < 1e-12);
    // A turn of the first two units, and a reflection of the third.
    let turned =
        vectors().chunks(3).flat_map(|v| [0.6 * v[0] - 0.8 * v[1], 0.8 * v[0] + 0.6 * v[1], -v[2]]).collect();
    assert!((fit(turned).spearman - expected).abs() < 1e-12);
    let x = Activations::new(vectors(), 5, 3).unwrap();
    let risen = RATINGS.map(f64::exp);
    assert!((pair_ratings(&x, &PAIRS, &risen).unwrap().spearman - expected).abs() < 1e-12);
    let (mut pairs, mut ratings) = (PAIRS, RATINGS);
    pairs.reverse();
    ratings.reverse();
    assert!((pair_ratings(&x, &pairs, &ratings).unwrap().spearman - expected).abs() < 1e-12);
    let differences = fit(vectors()).rank_differences;
    assert!(differences.iter().sum::<f64>().abs() < 1e-12 && differences.iter().all(|d| d.abs() < 1.0));
}

#[test]
fn it_refuses_what_has_no_order() {
    let x = Activations::new(vectors(), 5, 3).unwrap();
    let refused = |x: &Activations<f64>, pairs: &[[usize; 2]], ratings: &[f64]| {
        pair_ratings(x, pairs, ratings).unwrap_err().to_string()
    };
    assert!(refused(&x, &PAIRS[..2], &RATINGS[..2]).contains("at least 3"));
    assert!(refused(&x, &PAIRS, &RATINGS[..5]).contains("6 values and 5"));
    assert!(refused(&x, &PAIRS, &[1.0; 6]).contains("undefined"));
    assert!(refused(&x, &[[0, 9], [0, 1], [1, 2]], &RATINGS[..3]).contains("stimulus 9"));
    assert!(refused(&x, &PAIRS[..3], &[1.0, f64::NAN, 2.0]).contains("place 1"));
    let zero = Activations::new([vec![0.0; 3], vectors()[3..].to_vec()].concat(), 5, 3).unwrap();
    assert!(refused(&zero, &PAIRS, &RATINGS).contains("stimulus 0"));
}
