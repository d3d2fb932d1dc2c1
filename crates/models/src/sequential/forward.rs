//! The forward pass of a plain stack.

use std::rc::Rc;

use tensor::Tensor;

use super::config::SequentialConfig;
use crate::hooks::Stop;
use crate::image_input::image_batch;
use crate::route::Route;
use crate::{Hooks, Input, Model, Result, Weights};

/// Shares of red, green and blue in a grey pixel (ITU-R BT.601, as in PIL and torchvision).
const GREY: [f32; 3] = [0.299, 0.587, 0.114];

/// Layers with the weights that they were given.
#[derive(Debug)]
pub(super) struct Sequential {
    pub config: Rc<SequentialConfig>,
    pub route: Rc<Route>,
    pub weights: Weights,
}

impl Model for Sequential {
    fn forward(&self, input: &Input, hooks: &mut Hooks) -> Result<()> {
        self.route.check(hooks)?;
        let images = self.images(input)?;
        let outcome = if hooks.is_complete() { Ok(()) } else { self.run(images, hooks) };
        self.route.finish(outcome)
    }
}

impl Sequential {
    /// The images with the network's channels: coloured ones become grey, grey ones may come as one channel.
    fn images(&self, input: &Input) -> Result<Tensor> {
        let side = self.config.image.side;
        if let Input::Images(images) = input
            && self.config.n_channels == 1
            && matches!(*images.shape(), [batch, 1, height, width] if batch > 0 && [height, width] == [side; 2])
        {
            return Ok(images.clone());
        }
        let images = image_batch("sequential", input, side)?;
        if self.config.n_channels == 3 {
            return Ok(images.clone());
        }
        let [red, green, blue] = [0, 1, 2].map(|channel| images.slice(1, channel, 1)?.scale(GREY[channel]));
        Ok(red?.add(&green?)?.add(&blue?)?)
    }

    fn run(&self, images: Tensor, hooks: &mut Hooks) -> Result<(), Stop> {
        let mut x = hooks.reach("input", images)?;
        for layer in &self.config.layers {
            x = hooks.reach(&layer.site, layer.run(&self.weights, &x)?)?;
        }
        hooks.reach("logits", x)?;
        Ok(())
    }
}
