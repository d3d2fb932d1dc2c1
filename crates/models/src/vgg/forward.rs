//! The forward pass of VGG.

use std::rc::Rc;

use tensor::Tensor;

use super::config::{Dense, N_POOLED, VggConfig};
use super::layers::Layer;
use crate::hooks::Stop;
use crate::image_input::image_batch;
use crate::route::Route;
use crate::{Hooks, Input, Model, Result, Weights};

/// VGG with the weights that it was given.
#[derive(Debug)]
pub(super) struct Vgg {
    pub config: Rc<VggConfig>,
    pub route: Rc<Route>,
    pub weights: Weights,
}

impl Model for Vgg {
    fn forward(&self, input: &Input, hooks: &mut Hooks) -> Result<()> {
        self.route.check(hooks)?;
        let images = image_batch("vgg", input, self.config.image.side)?;
        let outcome = if hooks.is_complete() { Ok(()) } else { self.run(images.clone(), hooks) };
        self.route.finish(outcome)
    }
}

impl Vgg {
    fn run(&self, images: Tensor, hooks: &mut Hooks) -> Result<(), Stop> {
        let mut x = hooks.reach("input", images)?;
        for layer in &self.config.layers {
            x = match layer {
                Layer::Convolution { name, relu, conv } => {
                    let x = hooks.reach(name, conv.run(&self.weights, &x)?)?;
                    hooks.reach(relu, x.relu()?)?
                }
                Layer::Pool { name } => hooks.reach(name, x.max_pool2d(2, 2, false)?)?,
            };
        }
        let x = hooks.reach("avgpool", x.adaptive_avg_pool2d([N_POOLED; 2])?)?;
        let [first, second, last] = &self.config.dense;
        let x = x.reshape(&[x.shape()[0], first.n_in])?;
        let x = hooks.reach(first.site, self.dense(&x, first)?)?;
        let x = hooks.reach("classifier.1", x.relu()?)?;
        let x = hooks.reach(second.site, self.dense(&x, second)?)?;
        let x = hooks.reach("classifier.4", x.relu()?)?;
        hooks.reach(last.site, self.dense(&x, last)?)?;
        Ok(())
    }

    fn dense(&self, x: &Tensor, layer: &Dense) -> Result<Tensor> {
        let weight = self.weights.get(&format!("{}.weight", layer.module), &layer.shape)?;
        let bias = self.weights.get(&format!("{}.bias", layer.module), &[layer.n_out])?;
        Ok(x.linear(&weight.reshape(&[layer.n_out, layer.n_in])?, Some(&bias))?)
    }
}
