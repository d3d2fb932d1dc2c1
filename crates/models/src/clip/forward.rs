//! The forward pass of CLIP's text tower.

use std::rc::Rc;

use super::config::{ClipText, End};
use super::sites::{POSITIONS, PROJECTION, WORDS};
use crate::hooks::Stop;
use crate::plan::text_tokens;
use crate::prenorm::Pass;
use crate::route::Route;
use crate::{Error, Hooks, Input, Model, Result, Weights};

/// The text tower with the weights that it was given.
#[derive(Debug)]
pub(super) struct TextModel {
    pub config: Rc<ClipText>,
    pub route: Rc<Route>,
    pub weights: Weights,
}

impl Model for TextModel {
    fn forward(&self, input: &Input, hooks: &mut Hooks) -> Result<()> {
        self.route.check(hooks)?;
        let ClipText { architecture, vocab, n_pos, .. } = *self.config;
        let tokens = text_tokens(architecture, input, vocab, n_pos, 0)?;
        let outcome = if hooks.is_complete() { Ok(()) } else { self.run(tokens, hooks) };
        self.route.finish(outcome)
    }
}

impl TextModel {
    fn run(&self, tokens: &[u32], hooks: &mut Hooks) -> Result<(), Stop> {
        let ClipText { vocab, n_pos, .. } = *self.config;
        let d_model = self.config.blocks.d_model;
        let pass = Pass { config: &self.config.blocks, weights: &self.weights };
        let words = self.weights.weight(WORDS, &[vocab, d_model])?;
        let words = hooks.reach("hook_embed", words.gather_rows(tokens)?)?;
        let positions = self.weights.weight(POSITIONS, &[n_pos, d_model])?;
        let positions = hooks.reach("hook_pos_embed", positions.first_rows(tokens.len())?)?;
        let resid = pass.blocks(words.add(&positions)?, hooks)?;
        let out = pass.last_norm(&resid, hooks)?;
        let pooled = out.slice(0, self.end(tokens)?, 1)?.reshape(&[d_model])?;
        let pooled = hooks.reach("pooled", pooled)?;
        if let Some(width) = self.config.projection {
            let weight = self.weights.weight(PROJECTION, &[width, d_model])?;
            hooks.reach("embeds", weight.linear(&pooled)?)?;
        }
        Ok(())
    }

    /// The position whose features stand for the whole text.
    fn end(&self, tokens: &[u32]) -> Result<usize> {
        let wanted = match self.config.end {
            End::Token(end) => Some(end),
            End::Highest => tokens.iter().copied().max(),
        };
        let found = tokens.iter().position(|&token| Some(token) == wanted);
        found.ok_or_else(|| {
            Error::Input(format!(
                "The text has no token {}, which ends the texts of this {} model and whose features stand for the whole. Add it at the end.",
                wanted.unwrap_or_default(),
                self.config.architecture
            ))
        })
    }
}
