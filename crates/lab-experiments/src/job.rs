//! The page as the watcher of an experiment.

use boundary::{JobHost, PageHost, report_to_js};
use experiments::ExperimentHost;
use js_sys::Reflect;
use recipe::{Figure, Host, Progress, Result};
use serde::Serialize;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// A job of the page that is shown figures too: `{progress(p): void, show(figures): void, breathe(): Promise<boolean>}`.
    #[wasm_bindgen(extends = JobHost)]
    pub type ExperimentJob;

    #[wasm_bindgen(method, catch)]
    fn show(this: &ExperimentJob, figures: JsValue) -> std::result::Result<(), JsValue>;
}

/// An [`ExperimentHost`] that forwards to JavaScript.
pub struct JobWatcher {
    job: ExperimentJob,
    host: PageHost,
}

#[derive(Serialize)]
struct Shown {
    figures: Vec<Figure>,
}

impl JobWatcher {
    /// Forwards to `job`.
    pub fn new(job: ExperimentJob) -> Self {
        let host = PageHost::new(job.clone().unchecked_into());
        Self { job, host }
    }
}

impl Host for JobWatcher {
    fn report(&mut self, progress: Progress) {
        self.host.report(progress);
    }

    async fn breathe(&mut self) -> Result<()> {
        self.host.breathe().await
    }
}

impl ExperimentHost for JobWatcher {
    fn show(&mut self, figures: Vec<Figure>) {
        // A page that cannot be shown figures still wants the result.
        let shown = report_to_js(Shown { figures }, |shown| &mut shown.figures);
        if let Ok(figures) = shown.and_then(|shown| Reflect::get(&shown, &JsValue::from_str("figures"))) {
            let _ = ExperimentJob::show(&self.job, figures);
        }
    }
}
