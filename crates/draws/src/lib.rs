//! Random numbers by counter, the same on every machine: what data are shuffled, resampled and started by.
//!
//! ```
//! use inscape_draws::Draws;
//!
//! let order = Draws::new(7).stream(1).permutation(3);
//! assert_eq!(order, Draws::new(7).stream(1).permutation(3));
//! ```

mod draws;

pub use draws::Draws;
