//! What sites cost, before anything is read.

use std::collections::BTreeSet;

use serde::Serialize;
use ts_rs::TS;

use crate::loading::{Located, Wanted};
use crate::{ByteSource, Result, Session};

/// What the weights for some sites cost. Of an embedding that is only looked up, only the rows of the texts at hand
/// are read, a few kilobytes: it is left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Cost {
    /// Bytes of the files that are still to be read.
    pub bytes_to_read: u64,
    /// Bytes that all of these weights take on the device.
    pub bytes_in_memory: u64,
    /// How many numbers they are.
    pub n_weights: u64,
}

impl<S: ByteSource> Session<S> {
    /// What a pass up to these sites (names or aliases) needs. Errors on an unknown site, and on a tensor that the files
    /// lack or have in another shape.
    pub fn cost_of(&self, sites: &[String]) -> Result<Cost> {
        let names: Vec<String> = sites.iter().map(|site| self.resolve(site)).collect::<Result<_>>()?;
        let requests = self.plan.weights_for(&names.iter().map(String::as_str).collect::<Vec<_>>())?;
        let no_tokens = BTreeSet::new();
        let wanted = Wanted { requests: &requests, tokens: Some(&no_tokens) };
        let to_read = self.loaded.missing(&wanted, &self.checkpoint)?;
        let mut cost = Cost { bytes_to_read: 0, bytes_in_memory: 0, n_weights: 0 };
        cost.bytes_to_read = to_read.iter().map(|item| item.n_bytes()).sum();
        for Located { info, .. } in self.checkpoint.locate(&requests)?.iter().filter(|one| one.is_whole) {
            cost.bytes_in_memory += info.held_bytes();
            cost.n_weights += info.count();
        }
        Ok(cost)
    }
}
