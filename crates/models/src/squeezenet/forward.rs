//! The forward pass of SqueezeNet.

use std::rc::Rc;

use tensor::{Padding2d, Tensor};

use super::config::SqueezeNetConfig;
use super::{FIRES, Fire, N_CONV1, pool_after};
use crate::hooks::Stop;
use crate::route::Route;
use crate::{Error, Hooks, Input, Model, Result, Weights};

/// SqueezeNet with the weights that it was given.
#[derive(Debug)]
pub(super) struct SqueezeNet {
    pub config: Rc<SqueezeNetConfig>,
    pub route: Rc<Route>,
    pub weights: Weights,
}

impl Model for SqueezeNet {
    fn forward(&self, input: &Input, hooks: &mut Hooks) -> Result<()> {
        self.route.check(hooks)?;
        let Input::Images(images) = input else {
            return Err(Error::Input("A squeezenet model takes images, not text.".to_owned()));
        };
        let side = self.config.image.side;
        if images.rank() != 4 || images.shape()[1..] != [3, side, side] || images.shape()[0] == 0 {
            return Err(Error::Input(format!(
                "This squeezenet model takes images [batch, 3, {side}, {side}], found {:?}.",
                images.shape()
            )));
        }
        let outcome = if hooks.is_complete() { Ok(()) } else { self.run(images.clone(), hooks) };
        self.route.finish(outcome)
    }
}

impl SqueezeNet {
    fn run(&self, images: Tensor, hooks: &mut Hooks) -> Result<(), Stop> {
        let x = hooks.reach("input", images)?;
        let side = self.config.image.side;
        let padding =
            if self.config.pads_conv1 { Padding2d::same([side; 2], [3; 2], 2) } else { Padding2d::default() };
        let x = self.convolve(&x, "features.0", [N_CONV1, 3, 3], 2, padding)?.relu()?;
        let x = hooks.reach("conv1", x)?;
        let mut x = hooks.reach("pool1", self.pool(&x)?)?;
        for fire in &FIRES {
            x = self.fire(&x, fire, hooks)?;
            if let Some((pool, _)) = pool_after(fire.name) {
                x = hooks.reach(pool, self.pool(&x)?)?;
            }
        }
        let shape = [self.config.n_classes, 2 * FIRES[7].n_expand, 1];
        x = self.convolve(&x, "classifier.1", shape, 1, Padding2d::default())?;
        if self.config.rectifies_classes {
            x = x.relu()?;
        }
        let x = hooks.reach("conv10", x)?;
        hooks.reach("logits", x.mean(3)?.mean(2)?)?;
        Ok(())
    }

    fn fire(&self, x: &Tensor, fire: &Fire, hooks: &mut Hooks) -> Result<Tensor, Stop> {
        let torch = |part: &str| format!("features.{}.{part}", fire.index);
        let site = |part: &str| format!("{}.{part}", fire.name);
        let (n_squeeze, n_expand) = (fire.n_squeeze, fire.n_expand);

        let x = self.convolve(x, &torch("squeeze"), [n_squeeze, fire.n_in, 1], 1, Padding2d::default())?;
        let squeezed = hooks.reach(&site("squeeze"), x.relu()?)?;
        let shape = [n_expand, n_squeeze, 1];
        let x = self.convolve(&squeezed, &torch("expand1x1"), shape, 1, Padding2d::default())?;
        let narrow = hooks.reach(&site("expand1x1"), x.relu()?)?;
        let shape = [n_expand, n_squeeze, 3];
        let x = self.convolve(&squeezed, &torch("expand3x3"), shape, 1, Padding2d::all(1))?;
        let wide = hooks.reach(&site("expand3x3"), x.relu()?)?;
        hooks.reach(fire.name, Tensor::concat(&[&narrow, &wide], 1)?)
    }

    /// The convolution `name` with `[n_out, n_in, kernel]`.
    fn convolve(
        &self,
        x: &Tensor,
        name: &str,
        [n_out, n_in, kernel]: [usize; 3],
        stride: usize,
        padding: Padding2d,
    ) -> Result<Tensor> {
        let weight = self.weights.get(&format!("{name}.weight"), &[n_out, n_in, kernel, kernel])?;
        let bias = self.weights.get(&format!("{name}.bias"), &[n_out])?;
        Ok(x.conv2d(&weight, &bias, stride, padding)?)
    }

    fn pool(&self, x: &Tensor) -> Result<Tensor> {
        Ok(x.max_pool2d(3, 2, self.config.pools_ceil)?)
    }
}
