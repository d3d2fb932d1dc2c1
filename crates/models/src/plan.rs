//! The two contracts that an architecture fulfils: a plan before its weights, a model after.

use tensor::{Device, Tensor};

use crate::{Error, Hooks, Identity, ImageSpec, Result, Site, WeightRequest, Weights};

/// What a model takes.
#[derive(Clone, Debug, PartialEq)]
pub enum InputKind {
    /// Token ids of one text at a time.
    Text,
    /// Images, prepared as the spec says (see [`crate::preprocess`]).
    Image(ImageSpec),
}

/// Stimuli, ready for [`Model::forward`].
#[derive(Clone, Debug)]
pub enum Input {
    /// Preprocessed pixels: `[batch, 3, side, side]`.
    Images(Tensor),
    /// One text's token ids, without padding, at most [`Plan::max_positions`] of them.
    Tokens(Vec<u32>),
}

/// What a `config.json` says, before any weight is loaded.
pub trait Plan: std::fmt::Debug {
    /// The `model_type`, e.g. `bert`.
    fn architecture(&self) -> &'static str;

    /// What the model takes.
    fn input(&self) -> InputKind;

    /// All sites, in forward order. A long list for a deep model: about 16 a block.
    fn sites(&self) -> &[Site];

    /// A handful of sites, from input to output, that tell a story; full names, in forward order.
    fn default_sites(&self) -> Vec<String>;

    /// The weights that a forward pass up to these sites (full names) needs, and no others.
    fn weights_for(&self, sites: &[&str]) -> Result<Vec<WeightRequest>>;

    /// The further weights that [`Model::unembed`] needs; none for models without it.
    fn weights_for_unembedding(&self) -> Vec<WeightRequest> {
        Vec::new()
    }

    /// Numbers in all weights that the sites know, optional ones included.
    fn n_parameters(&self) -> usize;

    /// What the values at sites must satisfy (see [`crate::check_identities`]).
    fn identities(&self) -> Vec<Identity>;

    /// The model. Weights may be those of a few sites only; a pass that needs others fails by name. Errors
    /// when a weight has another shape than the configuration says, or lives on another device.
    fn build(&self, weights: Weights, device: &Device) -> Result<Box<dyn Model>>;

    /// The longest text in tokens; `None` for models that take no text.
    fn max_positions(&self) -> Option<usize>;
}

/// A model with the weights that it was given.
pub trait Model: std::fmt::Debug {
    /// Runs until the deepest asked-for site; `hooks` keeps the values. Text: `[pos, …]` (patterns
    /// `[head, query, key]`); images: `[batch, …]`. Errors on a wrong kind or size of input, a token beyond the
    /// vocabulary, an unknown site, or a weight that was not loaded.
    fn forward(&self, input: &Input, hooks: &mut Hooks) -> Result<()>;

    /// Reads the residual stream as if it were the last (the logit lens; nostalgebraist 2020):
    /// `[pos, d_model]` → logits `[pos, vocab]` through the final norm and the unembedding. `None` for models that
    /// have none.
    fn unembed(&self, resid: &Tensor) -> Option<Result<Tensor>> {
        let _ = resid;
        None
    }
}

/// The tokens of a text input, checked: a text, not empty, within the model's positions and vocabulary.
pub(crate) fn text_tokens<'i>(
    architecture: &str,
    input: &'i Input,
    vocab: usize,
    n_pos: usize,
) -> Result<&'i [u32]> {
    let fail = |sentence: String| Err(Error::Input(sentence));
    let Input::Tokens(tokens) = input else {
        return fail(format!("A {architecture} model takes text, not images."));
    };
    if tokens.is_empty() {
        return fail(format!("A {architecture} model needs at least one token; the text has none."));
    }
    if tokens.len() > n_pos {
        return fail(format!(
            "The text has {} tokens, but this {architecture} model reads at most {n_pos}. Shorten the text.",
            tokens.len()
        ));
    }
    match tokens.iter().find(|&&token| token as usize >= vocab) {
        None => Ok(tokens),
        Some(token) => fail(format!(
            "The text has the token {token}, but this {architecture} model knows tokens below {vocab}. Do the tokenizer and the model belong together?"
        )),
    }
}
