//! What sites cost, known from headers and shapes before a weight is read.

use serde::Serialize;
use ts_rs::TS;

use crate::{ByteSource, Result, Session};

/// The cost of some sites.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Cost {
    /// Bytes of the weights that are not loaded yet, as they lie in their files.
    pub bytes_to_read: u64,
    /// Bytes of all weights that the sites need, as they are held.
    pub bytes_in_memory: u64,
    /// Numbers in these weights.
    pub n_weights: u64,
}

impl<S: ByteSource> Session<S> {
    /// What a run of these sites (full names or aliases) would read and hold. Errors on an unknown site, and on a weight
    /// that the files lack.
    pub fn cost_of(&self, sites: &[String]) -> Result<Cost> {
        let names: Vec<String> = sites.iter().map(|site| self.resolve(site)).collect::<Result<_>>()?;
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let present: Vec<&str> = self.checkpoint.tensors().map(|tensor| tensor.name.as_str()).collect();
        let mut cost = Cost { bytes_to_read: 0, bytes_in_memory: 0, n_weights: 0 };
        for request in self.plan.weights_for(&names)? {
            let Some(stored) = request.locate(&present)? else { continue };
            cost.n_weights += request.count() as u64;
            cost.bytes_in_memory += 4 * request.count() as u64;
            let found = self.checkpoint.tensors().find(|tensor| tensor.name == stored);
            if let Some(info) = found.filter(|_| !self.is_loaded(&request.name)) {
                cost.bytes_to_read += info.end - info.start;
            }
        }
        Ok(cost)
    }
}
