//! What training is made of: parameters, layers, losses, optimisers, schedules and one training loop.
//!
//! Everything is made of the tensor crate's ops, so it is the same on both backends, and nothing is
//! read back within a step. The flow: layers declare their parameters in a [`ParameterList`] → numbers
//! are drawn for it ([`Parameters`], for one network or for many of one kind computed as one) → a
//! closure says what the loss of a batch is → a [`Trainer`] makes steps and keeps snapshots.
//!
//! ```
//! use inscape_nn::{Layer, ParameterList, Parameters, Settings, Outcome, Trainer, linear, mean_squared_error};
//! use tensor::{Device, Tensor};
//!
//! let mut list = ParameterList::new();
//! let layer = linear(&mut list, "line", 1, 1)?;
//! let parameters = Parameters::initialise(&list, 7, &Device::Cpu)?;
//! let model = move |p: &Parameters, (x, y): &(Tensor, Tensor)| {
//!     Ok(Outcome::of(mean_squared_error(&layer.forward(p, x)?, y)?.mean_all()?))
//! };
//! let mut trainer = Trainer::new(parameters, Settings { rate: 0.1, ..Settings::default() }, model)?;
//! let x = Tensor::from_vec(vec![0.0, 1.0, 2.0], &[3, 1], &Device::Cpu)?;
//! let batch = (x.clone(), x.scale(2.0)?.shift(1.0)?);
//! for _ in 0..300 {
//!     trainer.step(&batch)?;
//! }
//! let weight = pollster::block_on(trainer.parameters().named("line.weight")?.to_vec())?;
//! assert!((weight[0] - 2.0).abs() < 0.1);
//! # Ok::<(), inscape_nn::Error>(())
//! ```
//!
//! **Many networks at once.** [`Parameters::initialise_many`] gives every parameter a leading dimension
//! `[n_nets, …]`; layers then take and give `[n_nets, …]`, and a loss is `[n_nets]`, one each. Each
//! network's gradient, clipping and learning rate are its own.
//!
//! Shape letters: `n_nets` networks, `batch` examples, `pos` tokens of one text, `head`, `d_head`,
//! `d_model`, `d_mlp`, `vocab`.

mod clip;
mod error;
mod initialise;
mod layers;
mod list;
mod losses;
mod optimisers;
mod parameters;
mod schedule;
mod snapshot;
mod trainer;

pub use clip::Clip;
pub use error::{Error, Result};
pub use initialise::Init;
pub use layers::*;
pub use list::{Entry, ParameterList, Slot};
pub use losses::*;
pub use optimisers::{Optimiser, Relative};
pub use parameters::Parameters;
pub use schedule::Schedule;
pub use snapshot::{Snapshot, digest};
pub use trainer::{CurvePoint, Host, Outcome, Pace, Settings, SilentHost, Trainer};
