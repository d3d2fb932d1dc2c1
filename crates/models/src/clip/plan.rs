//! The plan of CLIP's text tower.

use std::rc::Rc;

use tensor::Device;

use super::config::ClipText;
use super::forward::TextModel;
use super::sites;
use crate::plan::Family;
use crate::route::Route;
use crate::{Identity, InputKind, Model, Weights};

impl Family for ClipText {
    fn route(&self) -> Route {
        sites::route(self)
    }

    fn architecture(&self) -> &'static str {
        self.architecture
    }

    fn input(&self) -> InputKind {
        InputKind::Text
    }

    fn default_sites(&self) -> Vec<String> {
        let embeds = self.projection.map(|_| "embeds".to_owned());
        let ends = ["pooled".to_owned()].into_iter().chain(embeds);
        ["hook_embed".to_owned()].into_iter().chain(self.blocks.default_sites()).chain(ends).collect()
    }

    fn identities(&self) -> Vec<Identity> {
        sites::identities(self)
    }

    fn max_positions(&self) -> Option<usize> {
        Some(self.n_pos)
    }

    fn model(config: Rc<Self>, route: Rc<Route>, weights: Weights, _: &Device) -> Box<dyn Model> {
        Box::new(TextModel { config, route, weights })
    }
}
