//! Hooks: keep the values at asked-for sites, change them on their way, and stop after the last one.

use std::collections::{BTreeMap, BTreeSet};

use tensor::Tensor;

use crate::{Cache, Change, Error, Intervention, Result, Site};

/// What a forward pass does at its sites. Keeping shares the numbers, it copies none.
///
/// At a site its interventions come first, in the order in which they were given; what is kept is what the pass goes on
/// with.
#[derive(Debug, Default)]
pub struct Hooks {
    wanted: BTreeSet<String>,
    kept: BTreeMap<String, Tensor>,
    interventions: Vec<Intervention>,
    /// The sites that the interventions name; known once a model has looked them up.
    changed: Vec<Site>,
    differentiable: BTreeSet<String>,
    probes: BTreeMap<String, Tensor>,
    cache: Option<Cache>,
}

impl Hooks {
    /// Keeps the values at these sites (full names, see [`crate::resolve_site`]) and no others.
    pub fn keeping<S: AsRef<str>>(names: &[S]) -> Self {
        Self { wanted: names.iter().map(|name| name.as_ref().to_owned()).collect(), ..Self::default() }
    }

    /// Makes these changes on the way, after those that were given before.
    #[must_use]
    pub fn changing(mut self, interventions: impl IntoIterator<Item = Intervention>) -> Self {
        self.interventions.extend(interventions);
        self
    }

    /// Lets gradients be taken with respect to the values at these sites: see [`Hooks::gradients`].
    #[must_use]
    pub fn differentiable<S: AsRef<str>>(mut self, names: &[S]) -> Self {
        self.differentiable.extend(names.iter().map(|name| name.as_ref().to_owned()));
        self
    }

    /// Reads on after the tokens that the cache holds: the input is the tokens that come next, values are kept of these
    /// alone, and the positions that interventions name count from the text's beginning. The pass always runs to its end,
    /// for every block must see every token. Errors in the pass where the model keeps no cache, and on changes to the mean,
    /// which would be another with every further token.
    #[must_use]
    pub fn after(self, cache: Cache) -> Self {
        Self { cache: Some(cache), ..self }
    }

    /// The gradients of a scalar, computed from kept values, with respect to the values at the sites that were made
    /// [`Hooks::differentiable`] and reached: by site, in the site's shape. Zero where the scalar does not depend on it.
    pub fn gradients(&self, scalar: &Tensor) -> Result<BTreeMap<String, Tensor>> {
        let probes: Vec<&Tensor> = self.probes.values().collect();
        let found = tensor::gradients(scalar, &probes)?;
        Ok(self.probes.keys().cloned().zip(found).collect())
    }

    /// Called by a model at each site, in forward order; returns the value with which the pass goes on.
    pub fn pass(&mut self, site: &str, value: Tensor) -> Result<Tensor> {
        let mut value = value;
        for intervention in self.interventions.iter().filter(|intervention| intervention.site == site) {
            if let Some(site) = self.changed.iter().find(|known| known.name == site) {
                value = intervention.apply(site, &value, self.cache.as_ref().map(Cache::n_tokens))?;
            }
        }
        if self.differentiable.contains(site) {
            // Adding zeros changes nothing, and their gradient is the value's.
            let zeros = Tensor::full(0.0, value.shape(), &value.device())?.parameter()?;
            value = value.add(&zeros)?;
            self.probes.insert(site.to_owned(), zeros);
        }
        if self.wanted.contains(site) {
            self.kept.insert(site.to_owned(), value.clone());
        }
        Ok(value)
    }

    /// Whether the pass may end: every asked-for site has been reached, and no cache wants the rest.
    pub fn is_complete(&self) -> bool {
        self.cache.is_none() && self.kept.len() == self.wanted.len()
    }

    /// The cache, which after a pass holds its tokens too. After one that failed it holds parts of them: drop it.
    pub fn cache(&self) -> Option<&Cache> {
        self.cache.as_ref()
    }

    /// Tokens that were read before this pass.
    pub(crate) fn n_before(&self) -> usize {
        self.cache.as_ref().map_or(0, Cache::n_tokens)
    }

    /// Tells the cache, if there is one, that a pass over so many tokens has ended.
    pub(crate) fn has_read(&mut self, n_tokens: usize) {
        if let Some(cache) = &mut self.cache {
            cache.has_read(n_tokens);
        }
    }

    pub(crate) fn cache_mut(&mut self) -> Option<&mut Cache> {
        self.cache.as_mut()
    }

    /// Whether anything happens at this site.
    pub(crate) fn names(&self, site: &str) -> bool {
        self.wanted.contains(site)
            || self.differentiable.contains(site)
            || self.interventions.iter().any(|intervention| intervention.site == site)
    }

    /// Fails where a change would not be the same in the whole text and in its pieces.
    pub(crate) fn check_cache(&self) -> Result<()> {
        let is_mean = |intervention: &&Intervention| matches!(intervention.change, Change::Mean);
        match self.interventions.iter().find(is_mean).filter(|_| self.cache.is_some()) {
            None => Ok(()),
            Some(mean) => Err(Error::Input(format!(
                "The value at {} is to be its mean over the text, which is not known while a text is read piece by piece. Give the whole text.",
                mean.site
            ))),
        }
    }

    /// The asked-for names.
    pub fn wanted(&self) -> impl Iterator<Item = &str> {
        self.wanted.iter().map(String::as_str)
    }

    /// The kept values by site name; [`Hooks::cache`] is to be copied before.
    pub fn take(self) -> BTreeMap<String, Tensor> {
        self.kept
    }

    /// The kept values by site name, for who still asks for gradients.
    pub fn kept(&self) -> &BTreeMap<String, Tensor> {
        &self.kept
    }

    /// Looks up every site that is named, before any work is done. Fails on the first that `find` does not know.
    pub(crate) fn look_up(&mut self, find: impl Fn(&str) -> Result<Site>) -> Result<()> {
        for name in self.wanted.iter().chain(&self.differentiable) {
            find(name)?;
        }
        let changed = self.interventions.iter().map(|intervention| find(&intervention.site));
        self.changed = changed.collect::<Result<_>>()?;
        Ok(())
    }

    /// [`Hooks::pass`], then [`Stop::Complete`] once nothing more is wanted: a model's `?` leaves early.
    pub(crate) fn reach(&mut self, site: &str, value: Tensor) -> std::result::Result<Tensor, Stop> {
        let value = self.pass(site, value)?;
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
