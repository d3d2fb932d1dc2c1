//! Many steps, with breaths.

use tensor::Stopwatch;

use super::{CurvePoint, Host, Pace, Trainer};
use crate::Result;

/// Seconds of work that a device is given before it is waited for: what it has not begun cannot be kept, and is not
/// stopped by a cancel.
const AHEAD_SECS: f64 = 1.0;

impl<B> Trainer<B> {
    /// Makes steps until `n_steps` were made since the start of the training, on the batches that `batch`
    /// makes for steps 0, 1, … (the same for a step whenever it is asked, so that a resumed training goes
    /// on as if it had not stopped). When the device is lost this errs, and [`Trainer::kept`] has what to
    /// [`Trainer::resume`] from; when the host cancels, the training stands after a whole step.
    pub async fn run(
        &mut self,
        n_steps: u64,
        mut batch: impl FnMut(u64) -> Result<B>,
        pace: Pace,
        host: &mut impl Host,
    ) -> Result<()> {
        let mut since_breath = Stopwatch::start();
        let mut since_kept = Stopwatch::start();
        let (mut since_wait, mut n_ahead, mut most_ahead) = (Stopwatch::start(), 0, 1);
        if self.kept.as_ref().is_none_or(|kept| kept.step != self.step) {
            self.keep_for(host).await?;
        }
        while self.step < n_steps {
            let rate = self.rate();
            let outcome = self.step(&batch(self.step)?)?;
            let is_last = self.step == n_steps;
            let is_point = self.step.is_multiple_of(pace.curve_every.max(1)) || is_last;
            n_ahead += 1;
            if is_point || n_ahead >= most_ahead {
                let values = outcome.read().await?;
                if is_point {
                    host.curve(CurvePoint { step: self.step, rate, values });
                }
                let secs_a_step = since_wait.elapsed_secs() / n_ahead as f64;
                most_ahead = (AHEAD_SECS / secs_a_step.max(1e-6)) as u64;
                (since_wait, n_ahead) = (Stopwatch::start(), 0);
            }
            if since_kept.elapsed_secs() > pace.keep_secs || is_last {
                self.keep_for(host).await?;
                since_kept = Stopwatch::start();
            }
            if since_breath.elapsed_secs() > pace.slice_secs || is_last {
                host.progress(self.step, n_steps);
                host.breathe().await?;
                since_breath = Stopwatch::start();
            }
        }
        Ok(())
    }

    async fn keep_for(&mut self, host: &mut impl Host) -> Result<()> {
        host.kept(self.keep().await?);
        Ok(())
    }
}
