//! The forward pass of a Keras network.

use std::rc::Rc;

use tensor::Tensor;

use super::config::KerasConfig;
use crate::hooks::Stop;
use crate::image_input::image_batch;
use crate::route::Route;
use crate::{Hooks, Input, Model, Result, Weights};

/// Layers with the weights that they were given.
#[derive(Debug)]
pub(super) struct Keras {
    pub config: Rc<KerasConfig>,
    pub route: Rc<Route>,
    pub weights: Weights,
}

impl Model for Keras {
    fn forward(&self, input: &Input, hooks: &mut Hooks) -> Result<()> {
        self.route.check(hooks)?;
        let images = image_batch(super::ARCHITECTURE.model_type, input, self.config.image.side)?;
        let outcome = if hooks.is_complete() { Ok(()) } else { self.run(images, hooks) };
        self.route.finish(outcome)
    }
}

impl Keras {
    fn run(&self, images: &Tensor, hooks: &mut Hooks) -> Result<(), Stop> {
        let mut x = hooks.reach("input", images.clone())?;
        for layer in &self.config.layers {
            x = hooks.reach(&layer.name, layer.run(&self.weights, &x)?)?;
        }
        hooks.reach("logits", x)?;
        Ok(())
    }
}
