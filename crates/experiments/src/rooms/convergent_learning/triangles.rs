//! Whether matching from a to b, on to c and back to a comes home.

use analysis::UnitMatching;

use super::pairs::Pair;

/// Mean over all three networks of the share of units that come home.
///
/// `matching` says which matching of a pair is followed; pairs are matched from the lower network to the higher.
pub fn home_rate(n_nets: usize, pairs: &[Pair], matching: fn(&Pair) -> &UnitMatching) -> Option<f64> {
    let between = |a: usize, b: usize| pairs.iter().find(|pair| pair.nets == [a, b]).map(matching);
    let mut rates = Vec::new();
    for a in 0..n_nets {
        for b in a + 1..n_nets {
            for c in b + 1..n_nets {
                let (ab, bc, ac) = (between(a, b)?, between(b, c)?, between(a, c)?);
                rates.push(comes_home(ab, bc, ac));
            }
        }
    }
    (!rates.is_empty()).then(|| rates.iter().sum::<f64>() / rates.len() as f64)
}

/// The share of a's units whose partner's partner in c is their own partner in c.
pub fn comes_home(ab: &UnitMatching, bc: &UnitMatching, ac: &UnitMatching) -> f64 {
    let partner = |matching: &UnitMatching, unit: usize| {
        matching.pairs.iter().find(|pair| pair.first == unit).map(|pair| pair.second)
    };
    let is_home = |unit: usize| {
        let around = partner(ab, unit).and_then(|unit| partner(bc, unit));
        around.is_some() && around == partner(ac, unit)
    };
    let n_home = ab.pairs.iter().filter(|pair| is_home(pair.first)).count();
    n_home as f64 / ab.pairs.len() as f64
}
