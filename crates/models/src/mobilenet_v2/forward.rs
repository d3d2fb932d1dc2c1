//! The forward pass of MobileNetV2.

use std::rc::Rc;

use tensor::Tensor;

use super::config::{Block, MobileNetConfig};
use super::sites::last_site;
use crate::hooks::Stop;
use crate::image_input::image_batch;
use crate::route::Route;
use crate::{Hooks, Input, Model, Result, Weights};

/// MobileNetV2 with the weights that it was given.
#[derive(Debug)]
pub(super) struct MobileNet {
    pub config: Rc<MobileNetConfig>,
    pub route: Rc<Route>,
    pub weights: Weights,
}

impl Model for MobileNet {
    fn forward(&self, input: &Input, hooks: &mut Hooks) -> Result<()> {
        self.route.check(hooks)?;
        let images = image_batch("mobilenet_v2", input, self.config.image.side)?;
        let outcome = if hooks.is_complete() { Ok(()) } else { self.run(images.clone(), hooks) };
        self.route.finish(outcome)
    }
}

impl MobileNet {
    fn run(&self, images: Tensor, hooks: &mut Hooks) -> Result<(), Stop> {
        let MobileNetConfig { stem, blocks, last, n_classes, head, .. } = &*self.config;
        let x = hooks.reach("input", images)?;
        let mut x = hooks.reach("features.0", relu6(&stem.run(&self.weights, &x)?)?)?;
        for block in blocks {
            x = self.block(block, x, hooks)?;
        }
        let x = hooks.reach(&last_site(&self.config), relu6(&last.run(&self.weights, &x)?)?)?;
        let x = hooks.reach("avgpool", x.mean(3)?.mean(2)?)?;
        hooks.reach("logits", head.run_dense(&self.weights, &x, *n_classes, last.n_out)?)?;
        Ok(())
    }

    fn block(&self, block: &Block, x: Tensor, hooks: &mut Hooks) -> Result<Tensor, Stop> {
        let Block { name, expand, depthwise, project, adds, .. } = block;
        let site = |part: &str| format!("{name}.{part}");
        let wide = match expand {
            Some(conv) => hooks.reach(&site("expand"), relu6(&conv.run(&self.weights, &x)?)?)?,
            None => x.clone(),
        };
        let seen = hooks.reach(&site("depthwise"), relu6(&depthwise.run(&self.weights, &wide)?)?)?;
        let narrow = hooks.reach(&site("project"), project.run(&self.weights, &seen)?)?;
        hooks.reach(name, if *adds { x.add(&narrow)? } else { narrow })
    }
}

/// Rectified, and cut at 6.
fn relu6(x: &Tensor) -> Result<Tensor> {
    Ok(x.clamp(0.0, 6.0)?)
}
