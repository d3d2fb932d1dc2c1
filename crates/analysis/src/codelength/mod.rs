//! Minimum description length of the classes given the activations: how well a probe does, and how soon.
//!
//! Voita & Titov 2020, "Information-theoretic probing with minimum description length", EMNLP (the online code).

mod card;

pub(crate) use card::CARDS;

use draws::Draws;

use crate::activations::{Activations, Number};
use crate::error::{DecodingError, Error, Result};
use crate::labels::Labels;
use crate::probe::{logistic_regression, refuse_labels};

/// The parts of the stimuli up to which the paper's probes are trained in turn.
pub const VOITA_FRACTIONS: [f64; 11] =
    [0.001, 0.002, 0.004, 0.008, 0.016, 0.032, 0.0625, 0.125, 0.25, 0.5, 1.0];

/// How many bits tell the classes to one who knows the activations.
#[derive(Debug, Clone, PartialEq)]
pub struct Codelength {
    /// The online (prequential) codelength, in bits.
    pub online_bits: f64,
    /// The codelength without activations and even odds, n_stimuli · log₂ n_classes, in bits.
    pub uniform_bits: f64,
    /// `uniform_bits` / `online_bits`; above 1 if the activations help.
    pub compression: f64,
    /// The bits of each block, `[n_blocks]`; the first is told with even odds.
    pub block_bits: Vec<f64>,
    /// How many stimuli each block ends after, `[n_blocks]`, rising to n_stimuli.
    pub ends: Vec<usize>,
    /// How many stimuli were told.
    pub n_stimuli: usize,
}

/// The online codelength of the classes: the first block is told with even odds, and each further one with
/// the probabilities of a [`logistic_regression`] of inverse penalty `c` that was trained on all before.
///
/// `fractions` of n_stimuli, rising to 1, say where blocks end (rounded down; ends that fall together are one).
/// Stimuli are told in the given order, or with a seed in a shuffled one: blocks must not follow the order of
/// classes.
///
/// Cost: one logistic regression for each block but the first.
///
/// # Errors
/// As [`logistic_regression`]; fractions that do not rise from above 0 to 1; a first block without a stimulus of
/// each class (an unseen class would take infinitely many bits).
pub fn codelength(
    x: &Activations<impl Number>,
    labels: &Labels,
    fractions: &[f64],
    c: f64,
    shuffle: Option<u64>,
) -> Result<Codelength> {
    let measure = "the online codelength";
    refuse_labels(measure, x, labels)?;
    let (n_stimuli, n_classes) = (x.n_stimuli(), labels.n_classes());
    let ends = ends(fractions, n_stimuli)?;
    let order = match shuffle {
        Some(seed) => Draws::new(seed).permutation(n_stimuli),
        None => (0..n_stimuli).collect(),
    };
    let first = ends[0];
    let mut seen = vec![false; n_classes];
    order[..first].iter().for_each(|&stimulus| seen[labels.classes()[stimulus]] = true);
    if let Some(class) = seen.iter().position(|&seen| !seen) {
        return Err(Error::Decoding(DecodingError::ClassNotSeen { class, first }));
    }
    let bits_of_class = (n_classes as f64).log2();
    let mut block_bits = vec![first as f64 * bits_of_class];
    for block in ends.windows(2) {
        let (known, told) = (&order[..block[0]], &order[block[0]..block[1]]);
        let classes: Vec<i64> = known.iter().map(|&stimulus| labels.classes()[stimulus] as i64).collect();
        let fitted = logistic_regression(&picked(x, known)?, &Labels::new(&classes)?, c)?;
        let logs = fitted.log_probabilities(&picked(x, told)?)?;
        let log_of =
            |(place, &stimulus): (usize, &usize)| logs[place * n_classes + labels.classes()[stimulus]];
        block_bits.push(-told.iter().enumerate().map(log_of).sum::<f64>() / std::f64::consts::LN_2);
    }
    let (online_bits, uniform_bits) = (block_bits.iter().sum::<f64>(), n_stimuli as f64 * bits_of_class);
    Ok(Codelength {
        online_bits,
        uniform_bits,
        compression: uniform_bits / online_bits,
        block_bits,
        ends,
        n_stimuli,
    })
}

/// Where blocks end, rising to `n_stimuli`.
fn ends(fractions: &[f64], n_stimuli: usize) -> Result<Vec<usize>> {
    let rising = fractions.windows(2).all(|pair| pair[0] < pair[1]);
    if fractions.first().is_none_or(|&first| first <= 0.0) || fractions.last() != Some(&1.0) || !rising {
        return Err(Error::Decoding(DecodingError::ImpossibleFractions));
    }
    // A part that is whole but for rounding is taken as whole.
    let end = |fraction: &f64| (fraction * n_stimuli as f64 + 1e-9).floor() as usize;
    let mut ends: Vec<usize> = fractions.iter().map(end).filter(|&end| end > 0).collect();
    ends.dedup();
    Ok(ends)
}

fn picked(x: &Activations<impl Number>, stimuli: &[usize]) -> Result<Activations<f64>> {
    let data = stimuli.iter().flat_map(|&stimulus| x.row(stimulus)).map(|&value| value.into()).collect();
    Activations::new(data, stimuli.len(), x.n_units())
}
