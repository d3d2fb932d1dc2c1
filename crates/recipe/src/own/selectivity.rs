//! How much of a decoder's accuracy is its own memory.

use analysis::{DecodingError, Error as Refused, Folds, Labels, ProbeKind, probe_selectivity};

use super::Shelf;
use super::decode::Question;
use super::prepare::Ready;
use crate::host::Stage;
use crate::{Caption, Error, Figure, Host, Intervals, Result};

/// Control tasks: one is a draw, so several are taken.
const N_CONTROLS: u64 = 5;
/// Draws in which all types got the same label are left out; after so many there is no control task to be had.
const MOST_DRAWS: u64 = 50;

/// Accuracy beside that on labels which can only be learnt by heart, one for each type of stimulus.
pub(super) async fn figure<H: Host>(
    shelf: &Shelf,
    (question, types): (&Question<'_>, &str),
    ready: &Ready,
    (folds, kind): (&Folds, &ProbeKind),
    stage: &mut Stage<'_, H>,
) -> Result<Figure> {
    let at =
        |source| Error::Analysis { site: format!("{} from {}", question.labels, question.array), source };
    let types_of = types_of(shelf, question, types)?;
    let mut controls = Vec::new();
    let mut accuracy = 0.0;
    for draw in 0..MOST_DRAWS {
        if controls.len() as u64 == N_CONTROLS {
            break;
        }
        stage.step(controls.len(), N_CONTROLS as usize).await?;
        let seed = question.seed + draw;
        match probe_selectivity(&ready.x, (&ready.labels, &types_of), folds, kind, seed) {
            Ok(found) => {
                accuracy = found.accuracy;
                controls.push(found.control_accuracy);
            }
            Err(Refused::Decoding(DecodingError::OneControlLabel { .. })) => {}
            Err(source) => return Err(at(source)),
        }
    }
    if controls.is_empty() {
        let seed = question.seed;
        return Err(at(Refused::Decoding(DecodingError::OneControlLabel { seed })));
    }
    let control = controls.iter().sum::<f64>() / controls.len() as f64;
    let [low, high] = [f64::min, f64::max].map(|of| controls.iter().copied().reduce(of).unwrap_or(control));
    let finding = format!(
        "The classes are read right in {:.1} %, random labels of {types} in {:.1} %: the selectivity is {:.3}.",
        100.0 * accuracy,
        100.0 * control,
        accuracy - control
    );
    Ok(Figure::Intervals(Intervals {
        caption: Caption {
            id: "selectivity".to_owned(),
            alt: format!("Accuracy on the classes and on control tasks. {finding}"),
            finding,
            about: format!(
                "probe_selectivity: accuracy less that of the same decoder on control tasks (Hewitt & Liang 2019), in which each of the {} types of {types} got the label of a random stimulus; mean of {} draws from seed {} on.",
                types_of.n_classes(),
                controls.len(),
                question.seed
            ),
            unit: "accuracy".to_owned(),
            n: ready.x.n_stimuli(),
        },
        title: "What the decoder learns by heart".to_owned(),
        labels: vec!["the classes".to_owned(), "control tasks".to_owned(), "selectivity".to_owned()],
        values: vec![accuracy, control, accuracy - control],
        intervals: Vec::new(),
        notes: vec![String::new(), format!("{low:.3} to {high:.3}"), String::new()],
        x_name: "accuracy".to_owned(),
        band: None,
        baseline: Some(0.0),
    }))
}

/// The type of each stimulus that is left after what was done before.
fn types_of(shelf: &Shelf, question: &Question<'_>, types: &str) -> Result<Labels> {
    if question.prepare.is_averaged {
        return Err(Error::Recipe(format!(
            "a control task needs a type for each stimulus, but stimuli of a class were averaged, which have no one type of {types}; leave out the averaging or the control task"
        )));
    }
    let numbers = shelf.whole_numbers(question.labels)?;
    let all = shelf.whole_numbers(types)?;
    let left_out = &question.prepare.left_out;
    let kept: Vec<i64> = numbers
        .iter()
        .zip(&all)
        .filter(|(number, _)| !left_out.contains(number))
        .map(|(_, &of_type)| of_type)
        .collect();
    Labels::new(&kept).map_err(|source| Error::Analysis { site: types.to_owned(), source })
}
