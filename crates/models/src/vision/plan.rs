//! The plan of a vision transformer.

use std::rc::Rc;

use tensor::Device;

use super::forward::VisionModel;
use super::{Head, Vision, sites};
use crate::route::Route;
use crate::{Identity, InputKind, Model, Plan, Result, Site, WeightRequest, Weights};

/// Cheap to share with the model.
#[derive(Debug)]
pub(crate) struct VisionPlan {
    config: Rc<Vision>,
    route: Rc<Route>,
}

impl VisionPlan {
    pub fn new(config: Vision) -> Self {
        let route = sites::route(&config);
        Self { config: Rc::new(config), route: Rc::new(route) }
    }
}

impl Plan for VisionPlan {
    fn architecture(&self) -> &'static str {
        self.config.architecture
    }

    fn input(&self) -> InputKind {
        InputKind::Image(self.config.image.clone())
    }

    fn sites(&self) -> &[Site] {
        self.route.sites()
    }

    fn default_sites(&self) -> Vec<String> {
        let last = match self.config.head {
            Head::Pooled => None,
            Head::Projection { .. } => Some("embeds"),
            Head::Class { .. } | Head::Teacher { .. } | Head::ClassAndMean { .. } => Some("logits"),
        };
        let ends = ["pooled"].into_iter().chain(last).map(str::to_owned);
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
        Ok(Box::new(VisionModel { config: self.config.clone(), route: self.route.clone(), weights }))
    }

    fn max_positions(&self) -> Option<usize> {
        None
    }
}
