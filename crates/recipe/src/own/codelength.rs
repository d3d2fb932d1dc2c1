//! How many bits tell the classes to one who knows the activations.

use analysis::{Codelength, DecodingError, Error as Refused, VOITA_FRACTIONS, codelength};

use super::decode::Question;
use super::prepare::Ready;
use crate::{Caption, Curve, Error, Figure, Result};

/// Inverse penalty of the logistic regressions, scikit-learn's default.
const C: f64 = 1.0;

/// The bits a stimulus costs once so many are known, by the online code.
pub(super) fn figure(question: &Question<'_>, ready: &Ready) -> Result<Figure> {
    let Question { array, labels, seed, .. } = *question;
    let at = |source| Error::Analysis { site: format!("{labels} from {array}"), source };
    let Codelength { online_bits, uniform_bits, compression, block_bits, ends, n_stimuli } =
        shortest_start(ready, seed).map_err(at)?;
    let starts: Vec<usize> = std::iter::once(0).chain(ends.iter().copied()).collect();
    let values =
        block_bits.iter().zip(starts.windows(2)).map(|(bits, block)| bits / (block[1] - block[0]) as f64);
    let finding = format!(
        "Knowing {array}, {labels} takes {online_bits:.1} bits to tell against {uniform_bits:.1} by even odds: compression {compression:.2}."
    );
    Ok(Figure::Curve(Curve {
        caption: Caption {
            id: "codelength".to_owned(),
            alt: format!("Line of the bits that a stimulus costs, by how many are known. {finding}"),
            finding,
            about: format!(
                "codelength_online_bits and codelength_compression (Voita & Titov 2020): blocks of stimuli in an order of seed {seed}, the first told with even odds, each further one by a logistic regression (C = {C}) of all before; blocks end after {} stimuli.",
                words(&ends)
            ),
            unit: "bits".to_owned(),
            n: n_stimuli,
        },
        values: values.collect(),
        labels: starts[..starts.len() - 1].iter().map(usize::to_string).collect(),
        y_name: "bits a stimulus".to_owned(),
        x_name: Some("stimuli known before".to_owned()),
    }))
}

/// The paper's blocks, without as many of the first as leave a class unseen: it would cost endless bits.
fn shortest_start(ready: &Ready, seed: u64) -> Result<Codelength, Refused> {
    let mut first = 0;
    loop {
        let found = codelength(&ready.x, &ready.labels, &VOITA_FRACTIONS[first..], C, Some(seed));
        match found {
            Err(Refused::Decoding(DecodingError::ClassNotSeen { .. }))
                if first + 2 < VOITA_FRACTIONS.len() =>
            {
                first += 1;
            }
            found => return found,
        }
    }
}

/// `3, 7 and 15`.
fn words(ends: &[usize]) -> String {
    let all: Vec<String> = ends.iter().map(usize::to_string).collect();
    match all.split_last() {
        Some((last, before)) if !before.is_empty() => format!("{} and {last}", before.join(", ")),
        _ => all.concat(),
    }
}
