//! The page as the watcher of a job.

use recipe::{Error, Host, Progress, Result};
use wasm_bindgen::prelude::*;

use crate::convert::to_js;

#[wasm_bindgen]
extern "C" {
    /// `{progress(p): void, breathe(): Promise<boolean>}`; `breathe` resolves to true to cancel.
    pub type JobHost;

    #[wasm_bindgen(method, catch)]
    fn progress(this: &JobHost, progress: JsValue) -> std::result::Result<(), JsValue>;

    #[wasm_bindgen(method, catch)]
    async fn breathe(this: &JobHost) -> std::result::Result<JsValue, JsValue>;
}

/// Least time between two breaths: each costs a turn of the worker's event loop.
const SECONDS_BETWEEN_BREATHS: f64 = 0.05;

/// A [`Host`] that forwards to JavaScript.
pub struct PageHost {
    job: JobHost,
    since_breath: tensor::Stopwatch,
}

impl PageHost {
    /// Forwards to `job`.
    pub fn new(job: JobHost) -> Self {
        Self { job, since_breath: tensor::Stopwatch::start() }
    }
}

impl Host for PageHost {
    fn report(&mut self, progress: Progress) {
        // A page that cannot hear of progress still wants the result.
        if let Ok(value) = to_js(&progress) {
            let _ = self.job.progress(value);
        }
    }

    async fn breathe(&mut self) -> Result<()> {
        if self.since_breath.elapsed_secs() < SECONDS_BETWEEN_BREATHS {
            return Ok(());
        }
        let answer = self.job.breathe().await;
        self.since_breath = tensor::Stopwatch::start();
        match answer {
            Ok(cancel) if cancel.is_truthy() => Err(Error::Cancelled),
            // A host that cannot answer does not cancel.
            _ => Ok(()),
        }
    }
}
