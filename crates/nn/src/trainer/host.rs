//! Who watches a training.

use crate::{Result, Snapshot};

/// Loss and metrics at one step.
#[derive(Clone, Debug, PartialEq)]
pub struct CurvePoint {
    /// Steps made.
    pub step: u64,
    /// The learning rate of that step.
    pub rate: f64,
    /// Name and one number a network; the loss first.
    pub values: Vec<(String, Vec<f32>)>,
}

/// The page or the terminal.
#[allow(async_fn_in_trait, reason = "never used across threads")]
pub trait Host {
    /// Hears how far the training is.
    fn progress(&mut self, step: u64, n_steps: u64) {
        let _ = (step, n_steps);
    }

    /// Hears of the loss.
    fn curve(&mut self, point: CurvePoint) {
        let _ = point;
    }

    /// Hears of what was kept, to store it where a closed page does not reach it.
    fn kept(&mut self, snapshot: &Snapshot) {
        let _ = snapshot;
    }

    /// Lets other work in. To pause, do not return; to cancel, return [`crate::Error::Cancelled`].
    async fn breathe(&mut self) -> Result<()>;
}

/// A host that neither shows anything nor cancels.
pub struct SilentHost;

impl Host for SilentHost {
    async fn breathe(&mut self) -> Result<()> {
        Ok(())
    }
}

/// How often a run does what is not training. A point of the curve waits for the device; a slow device is waited for
/// more often.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pace {
    /// Other work is let in after this many seconds.
    pub slice_secs: f64,
    /// Steps between points of the curve.
    pub curve_every: u64,
    /// Seconds between snapshots; the first comes at once.
    pub keep_secs: f64,
}

impl Default for Pace {
    /// 30 ms, ten steps, and ten seconds: what a lost device may cost.
    fn default() -> Self {
        Self { slice_secs: 0.03, curve_every: 10, keep_secs: 10.0 }
    }
}
