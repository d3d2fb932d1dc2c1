//! Edits of weights as lines of text.
//!
//! `weight model.layers.3.mlp.down_proj.weight = × 0.5`, `… rows 3, 7 = zero`, `… columns 384-447 = zero`,
//! `… = + noise 0.01 seed 7`: a tensor of the checkpoint, perhaps some of its rows (first axis) and columns (second axis),
//! and what becomes of the numbers there. A tied unembedding is the embedding, so that an edit of one is an edit of both.

use formats::near::near_names;
use models::{WeightChange, WeightEdit};

use super::numbers::{self, Lists};
use crate::{ByteSource, Error, Result, Session};

const EXAMPLE: &str = "an edit reads like “weight lm_head.weight rows 3-5 = zero”: a tensor, perhaps rows or columns with numbers, and = zero, = × 2 or = + noise 0.01 seed 7";

impl<S: ByteSource> Session<S> {
    /// The edit after the word `weight` of a line.
    pub(super) fn read_edit(&self, line: &str, edit: &str) -> Result<WeightEdit> {
        let wrong = |found: &str| Error::Recipe(format!("the change “{line}” {found}; {EXAMPLE}"));
        let (left, right) = edit.rsplit_once('=').ok_or_else(|| wrong("has no ="))?;
        let (name, rest) = numbers::first_word(left).ok_or_else(|| wrong("names no weight"))?;
        let (weight, shape) = self.find_weight(line, name)?;
        let mut lists = Lists::read(rest, &["rows", "columns"]).map_err(|found| wrong(&found))?;
        let [rows, columns] = ["rows", "columns"].map(|what| lists.take(what));
        let right = right.trim();
        let change = match (right, numbers::factor(right), noise(right)) {
            ("zero" | "0", ..) => WeightChange::Zero,
            (_, Some(factor), _) => WeightChange::Scale(factor),
            (.., Some((size, seed))) => WeightChange::Noise { size, seed },
            _ => return Err(wrong(&format!("ends in “{right}”, which is no edit"))),
        };
        let edit = WeightEdit { weight, rows, columns, change };
        edit.check(&shape)?;
        Ok(edit)
    }

    /// The model's name and the shape of a tensor that the checkpoint calls so. Errors with near names.
    fn find_weight(&self, line: &str, name: &str) -> Result<(String, Vec<usize>)> {
        let sites: Vec<&str> = self.plan.sites().iter().map(|site| site.name.as_str()).collect();
        let mut requests = self.plan.weights_for(&sites)?;
        requests.extend(self.plan.weights_for_unembedding());
        let present: Vec<&str> = self.checkpoint.tensors().map(|tensor| tensor.name.as_str()).collect();
        let mut known: Vec<&str> = vec![];
        for request in &requests {
            let Some(stored) = request.locate(&present)? else { continue };
            if stored == name || request.name == name {
                return Ok((request.name.clone(), request.shape.clone()));
            }
            known.push(stored);
        }
        let near = near_names(name, known, 5);
        let near = match near.as_slice() {
            [] => "No name in the file comes near it".to_owned(),
            names => format!("Near names: {}", names.join(", ")),
        };
        Err(Error::Recipe(format!(
            "the change “{line}” names the weight {name}, which this {} model does not read from its file. {near}",
            self.plan.architecture()
        )))
    }
}

/// Size and seed of `+ noise 0.01 seed 7`.
fn noise(text: &str) -> Option<(f32, u64)> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let ["+", "noise", size, "seed", seed] = words[..] else { return None };
    let size = size.parse::<f32>().ok().filter(|size| size.is_finite() && *size >= 0.0)?;
    Some((size, seed.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn noise_has_a_size_and_a_seed() {
        assert_eq!(noise("+ noise 0.5 seed 7"), Some((0.5, 7)));
        for text in ["+ noise 0.5", "noise 0.5 seed 7", "+ noise -1 seed 7", "+ noise inf seed 7"] {
            assert_eq!(noise(text), None, "{text}");
        }
    }
}
