//! Changes on the way through a model, as a line of text: in recipes, in links and on the command line.
//!
//! `z.18 heads 6, 7 = zero`, `resid_post.3 positions 2 = mean`, `mlp_post.4 units 17 = × 3`: a site, perhaps some of its
//! positions, heads or units (counted from 0), and what becomes of the value there.

use models::{Change, Intervention, Place};

use crate::{ByteSource, Error, Result, Session};

const EXAMPLE: &str = "a change reads like “z.18 heads 6, 7 = zero”: a site, perhaps heads, positions or units with numbers, and = zero, = mean or = × 2";

impl<S: ByteSource> Session<S> {
    /// Makes these changes in every further run, in place of earlier ones. Errors on a line that does not read as a change,
    /// and on a site that the model lacks.
    pub fn set_changes(&mut self, lines: &[String]) -> Result<()> {
        let changes = lines.iter().map(|line| self.read_change(line)).collect::<Result<_>>()?;
        self.replace_changes(lines, changes);
        Ok(())
    }

    fn read_change(&self, line: &str) -> Result<Intervention> {
        let wrong = |found: &str| Error::Recipe(format!("the change “{line}” {found}; {EXAMPLE}"));
        let (left, right) = line.rsplit_once('=').ok_or_else(|| wrong("has no ="))?;
        let left = left.replace(',', " ");
        let mut words = left.split_whitespace();
        let site = self.resolve(words.next().ok_or_else(|| wrong("names no site"))?)?;
        let mut place = Place::default();
        let mut list: Option<&mut Vec<usize>> = None;
        for word in words {
            match (word.trim_end_matches('s'), word.parse::<usize>(), &mut list) {
                ("position", ..) => list = Some(place.positions.get_or_insert_default()),
                ("head", ..) => list = Some(place.heads.get_or_insert_default()),
                ("unit", ..) => list = Some(place.units.get_or_insert_default()),
                (_, Ok(number), Some(list)) => list.push(number),
                _ => return Err(wrong(&format!("has the word “{word}”, which is not understood there"))),
            }
        }
        let named = [&place.positions, &place.heads, &place.units];
        if named.iter().any(|list| list.as_ref().is_some_and(Vec::is_empty)) {
            return Err(wrong("names heads, positions or units without numbers"));
        }
        let right = right.trim();
        let factor = right.trim_start_matches(['×', '*', 'x']).trim();
        let change = match (right, factor.parse::<f32>()) {
            ("zero" | "0", _) => Change::Zero,
            ("mean", _) => Change::Mean,
            (_, Ok(factor)) if factor.is_finite() && right.starts_with(['×', '*', 'x']) => {
                Change::Scale(factor)
            }
            _ => return Err(wrong(&format!("ends in “{right}”, which is no change"))),
        };
        Ok(Intervention { site, place, change })
    }
}
