//! The plan of a vision transformer.

use std::rc::Rc;

use tensor::Device;

use super::forward::VisionModel;
use super::{Head, Vision, sites};
use crate::plan::Family;
use crate::route::Route;
use crate::{Identity, InputKind, Model, Weights};

impl Family for Vision {
    fn route(&self) -> Route {
        sites::route(self)
    }

    fn architecture(&self) -> &'static str {
        self.architecture
    }

    fn input(&self) -> InputKind {
        InputKind::Image(self.image.clone())
    }

    fn default_sites(&self) -> Vec<String> {
        let last = match self.head {
            Head::Pooled => None,
            Head::Projection { .. } => Some("embeds"),
            Head::Class { .. } | Head::Teacher { .. } | Head::ClassAndMean { .. } => Some("logits"),
        };
        let ends = ["pooled"].into_iter().chain(last).map(str::to_owned);
        ["hook_embed".to_owned()].into_iter().chain(self.blocks.default_sites()).chain(ends).collect()
    }

    fn identities(&self) -> Vec<Identity> {
        sites::identities(self)
    }

    fn model(config: Rc<Self>, route: Rc<Route>, weights: Weights, _: &Device) -> Box<dyn Model> {
        Box::new(VisionModel { config, route, weights })
    }
}
