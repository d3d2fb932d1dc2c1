//! How the learning rate changes with the step.

use serde::{Deserialize, Serialize};

/// A factor on the base learning rate.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "kind", deny_unknown_fields)]
pub enum Schedule {
    /// 1.
    #[default]
    Constant,
    /// From 0 up to 1 over `warm_up` steps, then down to `floor` at `n_steps` along a half cosine
    /// (Loshchilov & Hutter 2017, eq. 5, without restarts).
    Cosine {
        /// Steps until 1.
        warm_up: u64,
        /// Steps until `floor`.
        n_steps: u64,
        /// Last factor.
        floor: f64,
    },
    /// Times `factor` after every `every` steps (torch's `StepLR`).
    Step {
        /// Steps between falls.
        every: u64,
        /// A fall.
        factor: f64,
    },
    /// From 1 to `end` over `n_steps`, then `end`.
    Linear {
        /// Steps until `end`.
        n_steps: u64,
        /// Last factor.
        end: f64,
    },
    /// Up from 1/25 to 1 over three tenths of `n_steps` and down to 1/250,000, each along a half cosine
    /// (Smith & Topin 2018; torch's `OneCycleLR` with its defaults).
    OneCycle {
        /// Steps of the whole cycle.
        n_steps: u64,
    },
}

impl Schedule {
    /// The factor at step 0, 1, …
    pub fn factor(self, step: u64) -> f64 {
        match self {
            Self::Constant => 1.0,
            Self::Cosine { warm_up, .. } if step < warm_up => (step + 1) as f64 / warm_up as f64,
            Self::Cosine { warm_up, n_steps, floor } => {
                let span = n_steps.saturating_sub(warm_up).max(1);
                half_cosine(1.0, floor, (step - warm_up) as f64 / span as f64)
            }
            Self::Step { every, factor } => factor.powf((step / every.max(1)) as f64),
            Self::Linear { n_steps, end } => {
                1.0 + (end - 1.0) * (step as f64 / n_steps.max(1) as f64).min(1.0)
            }
            Self::OneCycle { n_steps } => {
                let (low, lowest) = (1.0 / 25.0, 1.0 / 25.0e4);
                let (top, last) = (0.3 * n_steps as f64 - 1.0, n_steps as f64 - 1.0);
                let step = step as f64;
                if step <= top {
                    half_cosine(low, 1.0, step / top.max(1e-9))
                } else {
                    half_cosine(1.0, lowest, (step - top) / (last - top).max(1e-9))
                }
            }
        }
    }
}

fn half_cosine(from: f64, to: f64, share: f64) -> f64 {
    to + (from - to) * 0.5 * (1.0 + (std::f64::consts::PI * share.clamp(0.0, 1.0)).cos())
}

#[cfg(test)]
mod tests {
    use super::Schedule;

    fn check(schedule: Schedule, expected: &[(u64, f64)]) {
        for &(step, factor) in expected {
            let found = schedule.factor(step);
            assert!((found - factor).abs() < 1e-9, "{schedule:?} at {step}: {found}, not {factor}");
        }
    }

    #[test]
    fn schedules_give_the_factors_of_torch_and_of_their_formulas() {
        check(Schedule::Constant, &[(0, 1.0), (99, 1.0)]);
        let cosine = Schedule::Cosine { warm_up: 4, n_steps: 12, floor: 0.1 };
        check(cosine, &[(0, 0.25), (3, 1.0), (4, 1.0), (8, 0.55), (12, 0.1), (40, 0.1)]);
        check(Schedule::Step { every: 3, factor: 0.5 }, &[(2, 1.0), (3, 0.5), (8, 0.25)]);
        check(Schedule::Linear { n_steps: 10, end: 0.0 }, &[(0, 1.0), (5, 0.5), (11, 0.0)]);
        // torch.optim.lr_scheduler.OneCycleLR(max_lr=1, total_steps=20) at these steps
        check(
            Schedule::OneCycle { n_steps: 20 },
            &[(0, 0.04), (3, 0.668_328_157_299_974_7), (5, 1.0), (10, 0.716_943_001_791_300_8), (19, 4e-6)],
        );
    }
}
