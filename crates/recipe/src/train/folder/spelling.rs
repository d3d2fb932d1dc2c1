//! The names of a training's parameters in the words of a checkpoint.

use super::NamedTensor;

/// How a family spells what a training calls `embed`, `blocks.2.ln1` and so on; `.weight` and `.bias` stay.
pub(super) struct Spelling {
    /// Names outside of blocks.
    pub outside: &'static [(&'static str, &'static str)],
    /// What stands for `blocks`.
    pub blocks: &'static str,
    /// Names within a block.
    pub inside: &'static [(&'static str, &'static str)],
}

impl Spelling {
    /// The tensors under the family's names. A name without a spelling stays as it is.
    pub fn rename(&self, tensors: Vec<NamedTensor>) -> Vec<NamedTensor> {
        tensors.into_iter().map(|(name, shape, data)| (self.spell(&name), shape, data)).collect()
    }

    fn spell(&self, name: &str) -> String {
        let of = |table: &[(&str, &str)], name: &str| {
            let (layer, part) = match name.rsplit_once('.') {
                Some((layer, part @ ("weight" | "bias"))) => (layer, format!(".{part}")),
                _ => (name, String::new()),
            };
            let found = table.iter().find(|(from, _)| *from == layer);
            found.map_or(name.to_owned(), |(_, to)| format!("{to}{part}"))
        };
        match name.strip_prefix("blocks.").and_then(|rest| rest.split_once('.')) {
            Some((block, part)) => format!("{}.{block}.{}", self.blocks, of(self.inside, part)),
            None => of(self.outside, name),
        }
    }
}
