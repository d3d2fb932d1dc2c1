//! Changes of a model for one run, as lines of text: in recipes, in links and on the command line.
//!
//! `z.18 heads 6, 7 = zero`, `resid_post.3 positions 2 = mean`, `mlp_post.4 units 17-20 = × 3`: a site, perhaps some of its
//! positions, heads or units (counted from 0), and what becomes of the value there. `weight lm_head.weight rows 3 = zero`
//! edits weights (`weight.rs`).

mod numbers;
mod weight;

use models::{Change, Intervention, Place, WeightEdit};

use self::numbers::Lists;
use crate::{ByteSource, Error, Result, Session};

const EXAMPLE: &str = "a change reads like “z.18 heads 6, 7 = zero”: a site, perhaps heads, positions or units with numbers, and = zero, = mean or = × 2";

/// The changes of a run.
#[derive(Default)]
pub(crate) struct Changes {
    /// As they were given.
    pub lines: Vec<String>,
    /// On the way through the model.
    pub interventions: Vec<Intervention>,
    /// In its weights.
    pub edits: Vec<WeightEdit>,
}

impl<S: ByteSource> Session<S> {
    /// Makes these changes in every further run, in place of earlier ones. Errors on a line that does not read as a change,
    /// and on a site or a weight that the model lacks.
    pub fn set_changes(&mut self, lines: &[String]) -> Result<()> {
        let mut changes = Changes { lines: lines.to_vec(), ..Changes::default() };
        for line in lines {
            match line.trim().strip_prefix("weight ") {
                Some(edit) => changes.edits.push(self.read_edit(line, edit)?),
                None => changes.interventions.push(self.read_change(line)?),
            }
        }
        self.replace_changes(changes);
        Ok(())
    }

    fn read_change(&self, line: &str) -> Result<Intervention> {
        let wrong = |found: &str| Error::Recipe(format!("the change “{line}” {found}; {EXAMPLE}"));
        let (left, right) = line.rsplit_once('=').ok_or_else(|| wrong("has no ="))?;
        let (site, rest) = numbers::first_word(left).ok_or_else(|| wrong("names no site"))?;
        let site = self.resolve(site)?;
        let mut lists = Lists::read(rest, &["positions", "heads", "units"]).map_err(|found| wrong(&found))?;
        let [positions, heads, units] = ["positions", "heads", "units"].map(|what| lists.take(what));
        let place = Place { positions, heads, units };
        let right = right.trim();
        let change = match (right, numbers::factor(right)) {
            ("zero" | "0", _) => Change::Zero,
            ("mean", _) => Change::Mean,
            (_, Some(factor)) => Change::Scale(factor),
            _ => return Err(wrong(&format!("ends in “{right}”, which is no change"))),
        };
        Ok(Intervention { site, place, change })
    }
}
