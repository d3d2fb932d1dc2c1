//! The sites of a model in forward order, each with the weights that are first needed for it.

use crate::hooks::Stop;
use crate::site::unknown_site;
use crate::{Axis, Error, Hooks, Result, Site, WeightRequest};

/// Sites in forward order. Whoever wants the value at a site needs the weights of that site and of all
/// before it.
#[derive(Debug)]
pub(crate) struct Route {
    architecture: &'static str,
    sites: Vec<Site>,
    needs: Vec<Vec<WeightRequest>>,
}

impl Route {
    pub fn new(architecture: &'static str) -> Self {
        Self { architecture, sites: Vec::new(), needs: Vec::new() }
    }

    /// Adds the next site; `needs` are the weights that it is the first to need.
    pub fn add(
        &mut self,
        name: impl Into<String>,
        short: impl Into<String>,
        axes: &[Axis],
        about: &str,
        needs: Vec<WeightRequest>,
    ) {
        let (name, short, axes) = (name.into(), short.into(), axes.to_vec());
        self.sites.push(Site { name, short, axes, about: about.to_owned() });
        self.needs.push(needs);
    }

    pub fn sites(&self) -> &[Site] {
        &self.sites
    }

    /// Every weight of the model, in forward order.
    pub fn all_weights(&self) -> Vec<WeightRequest> {
        WeightRequest::merged(self.needs.concat())
    }

    /// The weights up to the deepest of the asked-for sites, in forward order; none for no site.
    pub fn weights_for(&self, asked: &[&str]) -> Result<Vec<WeightRequest>> {
        Ok(WeightRequest::merged(self.up_to(asked)?.flat_map(|(_, needs)| needs.to_vec()).collect()))
    }

    /// The sites up to the deepest of the asked-for ones, each with what it is the first to need.
    pub fn up_to(&self, asked: &[&str]) -> Result<impl Iterator<Item = (&Site, &[WeightRequest])>> {
        let mut n_reached = 0;
        for name in asked {
            n_reached = n_reached.max(self.position(name)? + 1);
        }
        Ok(self.sites.iter().zip(self.needs.iter().map(Vec::as_slice)).take(n_reached))
    }

    /// Fails on the first name that is no site, before any work is done, and on a cache, which few models know.
    pub fn check(&self, hooks: &mut Hooks) -> Result<()> {
        if hooks.cache().is_some() {
            return Err(Error::Input(format!(
                "A {} model keeps no keys and values, so that it cannot read a text piece by piece. Give it the whole text.",
                self.architecture
            )));
        }
        self.check_names(hooks)
    }

    /// As [`Route::check`] in a model that reads on after a cache.
    pub fn check_with_cache(&self, hooks: &mut Hooks) -> Result<()> {
        hooks.check_cache()?;
        self.check_names(hooks)
    }

    fn check_names(&self, hooks: &mut Hooks) -> Result<()> {
        hooks.look_up(|name| Ok(self.sites[self.position(name)?].clone()))
    }

    /// Turns the end of a pass into its result.
    pub fn finish(&self, outcome: Result<(), Stop>) -> Result<()> {
        match outcome {
            Ok(()) | Err(Stop::Complete) => Ok(()),
            Err(Stop::Failed(error)) => Err(error),
        }
    }

    fn position(&self, name: &str) -> Result<usize, Error> {
        let found = self.sites.iter().position(|site| site.name == name);
        found.ok_or_else(|| unknown_site(self.architecture, &self.sites, name))
    }
}
