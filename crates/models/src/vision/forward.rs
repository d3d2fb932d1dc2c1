//! The forward pass of a vision transformer.

use std::rc::Rc;

use tensor::{Conv, Tensor};

use super::{Head, Vision};
use crate::hooks::Stop;
use crate::prenorm::Pass;
use crate::route::Route;
use crate::{Error, Hooks, Input, Model, Result, Weights};

/// A vision transformer with the weights that it was given.
#[derive(Debug)]
pub(super) struct VisionModel {
    pub config: Rc<Vision>,
    pub route: Rc<Route>,
    pub weights: Weights,
}

impl Model for VisionModel {
    fn forward(&self, input: &Input, hooks: &mut Hooks) -> Result<()> {
        self.route.check(hooks)?;
        let (name, side) = (self.config.architecture, self.config.image.side);
        let Input::Images(images) = input else {
            return Err(Error::Input(format!("A {name} model takes images here, not text.")));
        };
        if images.rank() != 4 || images.shape()[1..] != [3, side, side] || images.shape()[0] == 0 {
            return Err(Error::Input(format!(
                "This {name} model takes images [batch, 3, {side}, {side}], found {:?}.",
                images.shape()
            )));
        }
        let outcome = if hooks.is_complete() { Ok(()) } else { self.run(images.clone(), hooks) };
        self.route.finish(outcome)
    }
}

impl VisionModel {
    fn run(&self, images: Tensor, hooks: &mut Hooks) -> Result<(), Stop> {
        let pass = Pass { config: &self.config.blocks, weights: &self.weights };
        let images = hooks.reach("input", images)?;
        let embed = hooks.reach("hook_embed", self.embed(&images)?)?;
        let positions = self.positions()?.broadcast_to(embed.shape())?;
        let positions = hooks.reach("hook_pos_embed", positions)?;
        let mut resid = embed.add(&positions)?;
        if self.config.has_first_norm {
            let full = hooks.reach("hook_full_embed", resid)?;
            let normed = hooks.reach("ln_pre.hook_normalized", pass.normalise(&full)?)?;
            resid = pass.gain(&normed, self.config.names.first_norm)?;
        }
        let resid = pass.blocks(resid, hooks)?;
        let tokens = pass.last_norm(&resid, hooks)?;
        self.head(&tokens, hooks)
    }

    /// `[batch, 3, side, side]` → `[batch, token, d_model]`.
    fn embed(&self, images: &Tensor) -> Result<Tensor> {
        let (config, names) = (&*self.config, self.config.names);
        let (batch, d_model) = (images.shape()[0], config.blocks.d_model);
        let weight = self.weights.get(&format!("{}.weight", names.patches), &config.patch_shape())?;
        let bias = match config.has_patch_bias {
            true => Some(self.weights.get(&format!("{}.bias", names.patches), &[d_model])?),
            false => None,
        };
        let conv = Conv { stride: [config.patch; 2], ..Conv::default() };
        let grid = images.conv2d_with(&weight, bias.as_ref(), &conv)?;
        let n_patches = config.positions.grid * config.positions.grid;
        let patches = grid.reshape(&[batch, d_model, n_patches])?.permute(&[0, 2, 1])?;

        let mut special = vec![self.weights.get(names.class, &config.class_shape())?];
        if config.n_placed > 1 {
            special.push(self.weights.get(names.distillation, &[1, 1, d_model])?);
        }
        if config.n_registers > 0 {
            special.push(self.weights.get(names.registers, &[1, config.n_registers, d_model])?);
        }
        let mut tokens = Vec::new();
        for token in special {
            let n = token.count() / d_model;
            tokens.push(token.reshape(&[1, n, d_model])?.broadcast_to(&[batch, n, d_model])?);
        }
        tokens.push(patches);
        Ok(Tensor::concat(&tokens.iter().collect::<Vec<_>>(), 1)?)
    }

    /// The positions of every token: `[token, d_model]`.
    fn positions(&self) -> Result<Tensor> {
        let Vision { n_placed, n_registers, positions, .. } = *self.config;
        let d_model = self.config.blocks.d_model;
        let table = self.weights.get(self.config.names.positions, &self.config.table_shape())?;
        let n_trained = positions.trained * positions.trained;
        let table = table.reshape(&[n_placed + n_trained, d_model])?;
        let placed = table.slice(0, 0, n_placed)?;
        let patches = positions.read(&table.slice(0, n_placed, n_trained)?)?;
        if n_registers == 0 {
            return Ok(Tensor::concat(&[&placed, &patches], 0)?);
        }
        let registers = Tensor::full(0.0, &[n_registers, d_model], &table.device())?;
        Ok(Tensor::concat(&[&placed, &registers, &patches], 0)?)
    }

    /// What follows the last norm; `tokens` `[batch, token, d_model]`.
    fn head(&self, tokens: &Tensor, hooks: &mut Hooks) -> Result<(), Stop> {
        let pooled = hooks.reach("pooled", token(tokens, 0)?)?;
        match self.config.head {
            Head::Pooled => {}
            Head::Class { n_classes } => {
                hooks.reach("logits", self.classify(&pooled, "classifier", n_classes)?)?;
            }
            Head::ClassAndMean { n_classes } => {
                let n_special = self.config.n_special();
                let patches = tokens.slice(1, n_special, tokens.shape()[1] - n_special)?.mean(1)?;
                let both = Tensor::concat(&[&pooled, &patches], 1)?;
                hooks.reach("logits", self.classify(&both, "classifier", n_classes)?)?;
            }
            Head::Teacher { n_classes } => {
                let class = self.classify(&pooled, "cls_classifier", n_classes)?;
                let class = hooks.reach("cls_logits", class)?;
                let distilled = self.classify(&token(tokens, 1)?, "distillation_classifier", n_classes)?;
                let distilled = hooks.reach("distillation_logits", distilled)?;
                hooks.reach("logits", class.add(&distilled)?.scale(0.5)?)?;
            }
            Head::Projection { width } => {
                let shape = [width, self.config.blocks.d_model];
                let weight = self.weights.weight("visual_projection.weight", &shape)?;
                hooks.reach("embeds", weight.linear(&pooled)?)?;
            }
        }
        Ok(())
    }

    fn classify(&self, x: &Tensor, name: &str, n_classes: usize) -> Result<Tensor> {
        self.weights.dense(x, name, [n_classes, x.shape()[1]], true)
    }
}

/// One token of each image: `[batch, d_model]`.
fn token(tokens: &Tensor, at: usize) -> Result<Tensor> {
    let [batch, _, d_model] = *tokens.shape() else {
        return Err(Error::Input(format!("Tokens are [batch, token, d_model], found {:?}.", tokens.shape())));
    };
    Ok(tokens.slice(1, at, 1)?.reshape(&[batch, d_model])?)
}
