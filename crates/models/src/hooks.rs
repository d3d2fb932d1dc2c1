//! Hooks: keep the values at asked-for sites, and stop after the last one.

use std::collections::{BTreeMap, BTreeSet};

use tensor::Tensor;

use crate::Error;

/// What a forward pass does at its sites. Keeping shares the numbers, it copies none.
#[derive(Debug, Default)]
pub struct Hooks {
    wanted: BTreeSet<String>,
    kept: BTreeMap<String, Tensor>,
}

impl Hooks {
    /// Keeps the values at these sites (full names, see [`crate::resolve_site`]) and no others.
    pub fn keeping<S: AsRef<str>>(names: &[S]) -> Self {
        Self { wanted: names.iter().map(|name| name.as_ref().to_owned()).collect(), kept: BTreeMap::new() }
    }

    /// Called by a model at each site, in forward order: keeps `value` if it was asked for, and returns the
    /// value with which the pass goes on. Interventions will return another one here.
    pub fn pass(&mut self, site: &str, value: Tensor) -> Tensor {
        if self.wanted.contains(site) {
            self.kept.insert(site.to_owned(), value.clone());
        }
        value
    }

    /// Whether every asked-for site has been reached.
    pub fn is_complete(&self) -> bool {
        self.kept.len() == self.wanted.len()
    }

    /// The asked-for names.
    pub fn wanted(&self) -> impl Iterator<Item = &str> {
        self.wanted.iter().map(String::as_str)
    }

    /// The kept values by site name.
    pub fn take(self) -> BTreeMap<String, Tensor> {
        self.kept
    }

    /// [`Hooks::pass`], then [`Stop::Complete`] once nothing more is wanted: a model's `?` leaves early.
    pub(crate) fn reach(&mut self, site: &str, value: Tensor) -> Result<Tensor, Stop> {
        let value = self.pass(site, value);
        if self.is_complete() { Err(Stop::Complete) } else { Ok(value) }
    }
}

/// Why a forward pass ended before its last line.
pub(crate) enum Stop {
    /// Every asked-for site was reached.
    Complete,
    /// Something failed.
    Failed(Error),
}

impl From<Error> for Stop {
    fn from(error: Error) -> Self {
        Self::Failed(error)
    }
}

impl From<tensor::Error> for Stop {
    fn from(error: tensor::Error) -> Self {
        Self::Failed(error.into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use tensor::Device;

    #[test]
    fn only_asked_for_values_are_kept_and_the_last_one_ends_the_pass() {
        let value = Tensor::full(1.0, &[2], &Device::Cpu).unwrap();
        let mut hooks = Hooks::keeping(&["b"]);
        assert!(hooks.reach("a", value.clone()).is_ok());
        assert!(!hooks.is_complete());
        assert!(matches!(hooks.reach("b", value), Err(Stop::Complete)));
        assert_eq!(hooks.take().into_keys().collect::<Vec<_>>(), ["b"]);
    }
}
