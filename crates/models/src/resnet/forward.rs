//! The forward pass of ResNet.

use std::rc::Rc;

use tensor::{Pool, Tensor};

use super::config::{Block, ResNetConfig};
use crate::hooks::Stop;
use crate::image_input::image_batch;
use crate::route::Route;
use crate::{Hooks, Input, Model, Result, Weights};

/// ResNet with the weights that it was given.
#[derive(Debug)]
pub(super) struct ResNet {
    pub config: Rc<ResNetConfig>,
    pub route: Rc<Route>,
    pub weights: Weights,
}

impl Model for ResNet {
    fn forward(&self, input: &Input, hooks: &mut Hooks) -> Result<()> {
        self.route.check(hooks)?;
        let images = image_batch("resnet", input, self.config.image.side)?;
        let outcome = if hooks.is_complete() { Ok(()) } else { self.run(images.clone(), hooks) };
        self.route.finish(outcome)
    }
}

impl ResNet {
    fn run(&self, images: Tensor, hooks: &mut Hooks) -> Result<(), Stop> {
        let ResNetConfig { stem, blocks, n_features, n_classes, head, .. } = &*self.config;
        let x = hooks.reach("input", images)?;
        let x = hooks.reach("conv1", stem.run(&self.weights, &x)?.relu()?)?;
        let pool = Pool { padding: [1; 2], ..Pool::new([3; 2], [2; 2]) };
        let mut x = hooks.reach("maxpool", x.max_pool2d_with(&pool)?)?;
        for block in blocks {
            x = self.block(block, x, hooks)?;
        }
        let x = hooks.reach("avgpool", x.mean(3)?.mean(2)?)?;
        hooks.reach("logits", head.run_dense(&self.weights, &x, *n_classes, *n_features)?)?;
        Ok(())
    }

    fn block(&self, block: &Block, x: Tensor, hooks: &mut Hooks) -> Result<Tensor, Stop> {
        let Block { name, branch, shortcut, .. } = block;
        let site = |part: &str| format!("{name}.{part}");
        let mut residual = x.clone();
        for (at, conv) in branch.iter().enumerate() {
            residual = conv.run(&self.weights, &residual)?;
            if at + 1 < branch.len() {
                residual = residual.relu()?;
            }
            residual = hooks.reach(&site(&format!("conv{}", at + 1)), residual)?;
        }
        let residual = hooks.reach(&site("residual"), residual)?;
        let straight = match shortcut {
            Some(conv) => conv.run(&self.weights, &x)?,
            None => x,
        };
        let straight = hooks.reach(&site("shortcut"), straight)?;
        let sum = hooks.reach(&site("sum"), residual.add(&straight)?)?;
        hooks.reach(name, sum.relu()?)
    }
}
