//! Architectures: what a `config.json` says, which weights a question needs, the forward pass, and
//! named sites whose values can be kept. No input or output; only reading a tensor back is async.
//!
//! The flow: [`read_config`] → a [`Plan`] (sites, preprocessing, weights) → [`Plan::weights_for`] the
//! asked-for sites → the caller loads exactly those → [`Plan::build`] → a [`Model`] →
//! [`Model::forward`] with [`Hooks`] that keep values at sites, and stop after the deepest one.
//!
//! ```
//! use inscape_models::{Hooks, Input, Weights, read_config, resolve_site};
//! use tensor::{Device, Tensor};
//! let plan = read_config(br#"{"model_type": "squeezenet", "num_classes": 10, "image_size": 35}"#)?;
//! let site = resolve_site(&*plan, "features.0")?;
//! assert_eq!(site, "conv1");
//! let mut weights = Weights::default();
//! for request in plan.weights_for(&[&site])? {
//!     weights.insert(&request.name, Tensor::full(0.1, &request.shape, &Device::Cpu)?);
//! }
//! let model = plan.build(weights, &Device::Cpu)?;
//! let mut hooks = Hooks::keeping(&[&site]);
//! let images = Tensor::full(1.0, &[1, 3, 35, 35], &Device::Cpu)?;
//! model.forward(&Input::Images(images), &mut hooks)?;
//! assert_eq!(hooks.take()["conv1"].shape(), [1, 64, 18, 18]);
//! # Ok::<(), inscape_models::Error>(())
//! ```
//!
//! # How to add an architecture
//! One folder and one line. The folder (`src/<model_type>/`) holds
//! - `config.rs`: the fields of `config.json` that matter, read through `Fields`, which turns every missing
//!   or absurd one into a sentence. A feature that the forward pass lacks is refused by name, never ignored. What follows
//!   from a configuration is its `Family` (`plan.rs`), from which the [`Plan`] is made;
//! - `sites.rs`: a `Route`, the sites in forward order, each with the weights that are first needed for
//!   it (that is all that [`Plan::weights_for`] knows), and the identities that its sites obey;
//! - `forward.rs`: the [`Model`]; it passes each site's value through `Hooks::reach`, whose `?` ends the
//!   pass after the last asked-for site, goes on with what that gave back (an intervention may have changed it), and looks
//!   weights up when they are used;
//! - `mod.rs`: what the architecture is, its papers, and a constant [`Architecture`].
//!
//! A relative that differs in names, biases and the like is no folder of its own, but a `Variant` of the one that it
//! resembles (`bert/variant.rs`, `llama/variant.rs`), with a constant of its own.
//!
//! The line is that constant in the list in `architectures.rs`; a library that names it otherwise has its names in the
//! table beside it. Then test it: `tests/cases/structure.rs` runs every
//! listed architecture on random weights; golden values come from the reference implementation.
//!
//! Shape letters: `batch` images, `pos` tokens of one text, `query`/`key` positions of an attention
//! pattern, `head`, `d_head`, `d_model`, `d_mlp`, `vocab`.

mod activation;
mod architectures;
mod bert;
mod cache;
mod clip;
mod convolution;
mod decoder;
mod decoding;
mod deit;
mod dinov2;
mod edits;
mod error;
mod fields;
mod gpt2;
mod gpt_neox;
mod hooks;
mod identities;
mod image;
mod image_input;
mod interventions;
mod keras;
mod layer_norm;
mod llama;
mod mobilenet_v2;
mod module;
mod multiply_adds;
mod near;
mod plan;
mod prenorm;
mod preprocessor;
mod resnet;
mod rnn_lm;
mod rotary;
mod route;
mod rows;
mod sequential;
mod site;
mod squeezenet;
mod vgg;
mod vision;
mod vit;
mod weight;
mod weights;
mod writing;

pub use architectures::{Architecture, architectures, read_config};
pub use cache::Cache;
pub use decoding::{Choice, Sampling, greedy, log_probabilities};
pub use edits::{WeightChange, WeightEdit};
pub use error::{Error, Result};
pub use hooks::Hooks;
pub use identities::{IDENTITY_TOLERANCE, Identity, IdentityCheck, check_identities};
pub use image::{ChannelOrder, Filter, ImageSpec, Resize, RgbImage, preprocess};
pub use interventions::{Change, Intervention, Place};
pub use plan::{Input, InputKind, Model, Plan};
pub use preprocessor::with_preprocessor;
pub use rows::Rows;
pub use site::{Axis, Site, resolve_site};
pub use weight::Weight;
pub use weights::{WeightRequest, Weights};
pub use writing::{Continuation, Writer};
