//! The two contracts that an architecture fulfils: a plan before its weights, a model after. A family of architectures
//! fulfils the first by what it says of a configuration ([`Family`]).

use std::rc::Rc;

use tensor::{Device, Tensor};

use crate::route::Route;
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
    /// One text's token ids, without padding, at most [`Plan::max_positions`] of them; those that come next, where the
    /// hooks bring a [`crate::Cache`].
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

    /// Multiply-adds of one stimulus up to the deepest of these sites (full names), estimated from shapes; of a text, for
    /// `n_pos` tokens.
    fn multiply_adds(&self, sites: &[&str], n_pos: usize) -> Result<u64>;

    /// What the values at sites must satisfy (see [`crate::check_identities`]).
    fn identities(&self) -> Vec<Identity>;

    /// The model. Weights may be those of a few sites only; a pass that needs others fails by name. Errors
    /// when a weight has another shape than the configuration says, or lives on another device.
    fn build(&self, weights: Weights, device: &Device) -> Result<Box<dyn Model>>;

    /// The longest text in tokens; `None` for models that take no text.
    fn max_positions(&self) -> Option<usize>;

    /// An error about a site's name, with the reason where the architecture has one for lacking it.
    fn explain(&self, error: Error) -> Error {
        error
    }
}

/// What a family of architectures says of one configuration. The rest of its [`Plan`] follows.
pub(crate) trait Family: std::fmt::Debug + Sized + 'static {
    /// The sites in forward order, with the weights that each first needs.
    fn route(&self) -> Route;

    /// As [`Plan::architecture`].
    fn architecture(&self) -> &'static str;

    /// As [`Plan::input`].
    fn input(&self) -> InputKind;

    /// As [`Plan::default_sites`].
    fn default_sites(&self) -> Vec<String>;

    /// As [`Plan::weights_for_unembedding`].
    fn unembedding(&self) -> Vec<WeightRequest> {
        Vec::new()
    }

    /// As [`Plan::identities`].
    fn identities(&self) -> Vec<Identity>;

    /// As [`Plan::max_positions`].
    fn max_positions(&self) -> Option<usize> {
        None
    }

    /// As [`Plan::explain`].
    fn explain(&self, error: Error) -> Error {
        error
    }

    /// The model, its weights checked.
    fn model(config: Rc<Self>, route: Rc<Route>, weights: Weights, device: &Device) -> Box<dyn Model>;
}

/// The plan of a configuration.
pub(crate) fn planned(config: impl Family) -> Box<dyn Plan> {
    let route = Rc::new(config.route());
    Box::new(FamilyPlan { config: Rc::new(config), route })
}

/// A configuration and its route; cheap to share with the model.
#[derive(Debug)]
struct FamilyPlan<C> {
    config: Rc<C>,
    route: Rc<Route>,
}

impl<C: Family> Plan for FamilyPlan<C> {
    fn architecture(&self) -> &'static str {
        self.config.architecture()
    }

    fn input(&self) -> InputKind {
        self.config.input()
    }

    fn sites(&self) -> &[Site] {
        self.route.sites()
    }

    fn default_sites(&self) -> Vec<String> {
        self.config.default_sites()
    }

    fn weights_for(&self, sites: &[&str]) -> Result<Vec<WeightRequest>> {
        self.route.weights_for(sites).map_err(|error| self.config.explain(error))
    }

    fn weights_for_unembedding(&self) -> Vec<WeightRequest> {
        self.config.unembedding()
    }

    fn n_parameters(&self) -> usize {
        self.route.all_weights().iter().map(WeightRequest::count).sum()
    }

    fn multiply_adds(&self, sites: &[&str], n_pos: usize) -> Result<u64> {
        self.route.multiply_adds(sites, n_pos)
    }

    fn identities(&self) -> Vec<Identity> {
        self.config.identities()
    }

    fn build(&self, weights: Weights, device: &Device) -> Result<Box<dyn Model>> {
        weights.check(&self.route.all_weights(), device)?;
        Ok(C::model(self.config.clone(), self.route.clone(), weights, device))
    }

    fn max_positions(&self) -> Option<usize> {
        self.config.max_positions()
    }

    fn explain(&self, error: Error) -> Error {
        self.config.explain(error)
    }
}

/// A model with the weights that it was given.
pub trait Model: std::fmt::Debug {
    /// Runs until the deepest asked-for site; `hooks` keeps the values. Text: `[pos, …]` (patterns
    /// `[head, query, key]`); images: `[batch, …]`. Errors on a wrong kind or size of input, a token beyond the
    /// vocabulary, an unknown site, or a weight that was not loaded.
    fn forward(&self, input: &Input, hooks: &mut Hooks) -> Result<()>;

    /// Whether a text can be read piece by piece, by hooks that bring a [`crate::Cache`].
    fn has_cache(&self) -> bool {
        false
    }

    /// Reads the residual stream as if it were the last (the logit lens; nostalgebraist 2020):
    /// `[pos, d_model]` → logits `[pos, vocab]` through the final norm and the unembedding. `None` for models that
    /// have none.
    fn unembed(&self, resid: &Tensor) -> Option<Result<Tensor>> {
        let _ = resid;
        None
    }
}

/// The tokens of a text input, checked: a text, not empty, within the model's vocabulary and, with the `n_before` tokens
/// that were read before it, within its positions.
pub(crate) fn text_tokens<'i>(
    architecture: &str,
    input: &'i Input,
    vocab: usize,
    n_pos: usize,
    n_before: usize,
) -> Result<&'i [u32]> {
    let fail = |sentence: String| Err(Error::Input(sentence));
    let Input::Tokens(tokens) = input else {
        return fail(format!("A {architecture} model takes text, not images."));
    };
    if tokens.is_empty() {
        return fail(format!("A {architecture} model needs at least one token; the text has none."));
    }
    if n_before + tokens.len() > n_pos {
        return fail(format!(
            "The text has {} tokens, but this {architecture} model reads at most {n_pos}. Shorten the text.",
            n_before + tokens.len()
        ));
    }
    match tokens.iter().find(|&&token| token as usize >= vocab) {
        None => Ok(tokens),
        Some(token) => fail(format!(
            "The text has the token {token}, but this {architecture} model knows tokens below {vocab}. Do the tokenizer and the model belong together?"
        )),
    }
}
