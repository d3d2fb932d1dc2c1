//! Data to train small networks on: labelled images and texts from bytes, and mini-batches of them.
//!
//! Nothing here reads a file or the network, and nothing depends on the machine: the same bytes and
//! the same seed give the same batches, bit for bit, natively and in every browser. Readers check
//! before they allocate, never panic, and refuse with a sentence that says what was expected and
//! what was found.
//!
//! [`Images`] are read from npz archives and [`Text`] from UTF-8; `scripts/models/fashion_mnist.py`
//! and `scripts/models/austen.py` make such files. [`Order`] says which examples come in which
//! mini-batch, [`Scale`] how pixels become numbers, and [`synthetic`] makes small data for tests.
//!
//! ```
//! use inscape_data::{Images, Order, Scale};
//!
//! let images = Images::new(1, 2, vec![0, 255, 255, 0, 0, 0], vec![0, 1, 1], vec!["a".into(), "b".into()])?;
//! let (scale, mut order) = (Scale::of(&images), Order::new(images.len(), 2, 7)?);
//! for step in 0..100 {
//!     let batch = images.batch(order.batch(step), &scale)?;
//!     assert_eq!((batch.pixels.len(), batch.labels.len()), (4, 2));
//! }
//! # Ok::<(), inscape_data::Error>(())
//! ```

mod archive;
mod error;
mod images;
mod mixture;
mod order;
mod scale;
pub mod synthetic;
mod text;
mod windows;

pub use draws::Draws;
pub use error::{Error, Result};
pub use images::{Batch, Images, MAX_CLASSES};
pub use mixture::{Alphabet, Facts, Mixture, Repeats, Shares};
pub use order::Order;
pub use scale::Scale;
pub use text::{MAX_CHARACTERS, Text};
pub use windows::Windows;
