//! Control tasks: how much of a probe's accuracy is the probe's own memory.
//!
//! Hewitt & Liang 2019, "Designing and interpreting probes with control tasks", EMNLP.

mod card;

pub(crate) use card::CARDS;

use draws::Draws;

use crate::activations::{Activations, Number};
use crate::error::{DecodingError, Error, Result};
use crate::folds::Folds;
use crate::labels::Labels;
use crate::probe::{ProbeKind, accuracy, held_out, probe};

/// A probe on the real task and on a control task.
#[derive(Debug, Clone, PartialEq)]
pub struct ProbeSelectivity {
    /// The accuracy on the real labels.
    pub accuracy: f64,
    /// The accuracy on the control task's labels.
    pub control_accuracy: f64,
    /// `accuracy` − `control_accuracy`, −1 to 1; large where the class is in the activations and not learnt by
    /// heart.
    pub selectivity: f64,
    /// How many stimuli there are.
    pub n_stimuli: usize,
}

/// Labels that can only be learnt by heart: one for each type of stimulus (such as a word), drawn as the
/// label of a random stimulus, so that labels are about as frequent as the real ones.
///
/// # Errors
/// Labels and types of different numbers of stimuli, one class only, as many types as stimuli (then nothing
/// learnt can be tested), only one label drawn (take another seed).
pub fn control_task(labels: &Labels, types: &Labels, seed: u64) -> Result<Labels> {
    let (n_labels, n_stimuli) = (types.n_stimuli(), labels.n_stimuli());
    if n_labels != n_stimuli {
        return Err(Error::DifferentLabels { measure: "a control task", n_labels, n_stimuli });
    }
    if labels.n_classes() < 2 {
        return Err(Error::Decoding(DecodingError::NothingToTellApart { measure: "a control task" }));
    }
    if types.n_classes() == n_stimuli {
        return Err(Error::Decoding(DecodingError::NothingRecurs { n_stimuli }));
    }
    let draws = Draws::new(seed);
    let label_of = |of_type: usize| labels.classes()[draws.below(of_type as u64, n_stimuli)];
    let control: Vec<i64> = types.classes().iter().map(|&of_type| label_of(of_type) as i64).collect();
    let control = Labels::new(&control)?;
    if control.n_classes() < 2 {
        Err(Error::Decoding(DecodingError::OneControlLabel { seed }))
    } else {
        Ok(control)
    }
}

/// The accuracy of a probe less that of the same probe on the [`control_task`] of a seed.
///
/// Types should recur across folds: what is in one fold only cannot be remembered. Cost: twice
/// [`probe`](crate::probe())'s.
///
/// # Errors
/// As [`probe`](crate::probe()) and [`control_task`].
pub fn probe_selectivity(
    x: &Activations<impl Number>,
    (labels, types): (&Labels, &Labels),
    folds: &Folds,
    kind: &ProbeKind,
    seed: u64,
) -> Result<ProbeSelectivity> {
    let accuracy_of_task = probe(x, labels, folds, kind)?.accuracy;
    let control = control_task(labels, types, seed)?;
    let found = held_out(x, &[control.classes().to_vec()], folds, kind)?;
    let control_accuracy = accuracy(&found[0].predictions, control.classes());
    let selectivity = accuracy_of_task - control_accuracy;
    Ok(ProbeSelectivity {
        accuracy: accuracy_of_task,
        control_accuracy,
        selectivity,
        n_stimuli: x.n_stimuli(),
    })
}
