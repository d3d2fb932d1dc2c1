//! The plan of CLIP's text tower.

use std::rc::Rc;

use tensor::Device;

use super::config::ClipText;
use super::forward::TextModel;
use super::sites;
use crate::route::Route;
use crate::{Identity, InputKind, Model, Plan, Result, Site, WeightRequest, Weights};

/// Cheap to share with the model.
#[derive(Debug)]
pub(super) struct TextPlan {
    config: Rc<ClipText>,
    route: Rc<Route>,
}

impl TextPlan {
    pub fn new(config: ClipText) -> Self {
        let route = sites::route(&config);
        Self { config: Rc::new(config), route: Rc::new(route) }
    }
}

impl Plan for TextPlan {
    fn architecture(&self) -> &'static str {
        self.config.architecture
    }

    fn input(&self) -> InputKind {
        InputKind::Text
    }

    fn sites(&self) -> &[Site] {
        self.route.sites()
    }

    fn default_sites(&self) -> Vec<String> {
        let embeds = self.config.projection.map(|_| "embeds".to_owned());
        let ends = ["pooled".to_owned()].into_iter().chain(embeds);
        ["hook_embed".to_owned()].into_iter().chain(self.config.blocks.default_sites()).chain(ends).collect()
    }

    fn weights_for(&self, sites: &[&str]) -> Result<Vec<WeightRequest>> {
        self.route.weights_for(sites)
    }

    fn n_parameters(&self) -> usize {
        self.route.all_weights().iter().map(WeightRequest::count).sum()
    }

    fn identities(&self) -> Vec<Identity> {
        sites::identities(&self.config)
    }

    fn build(&self, weights: Weights, device: &Device) -> Result<Box<dyn Model>> {
        weights.check(&self.route.all_weights(), device)?;
        Ok(Box::new(TextModel { config: self.config.clone(), route: self.route.clone(), weights }))
    }

    fn max_positions(&self) -> Option<usize> {
        Some(self.config.n_pos)
    }
}
