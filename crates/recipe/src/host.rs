//! What differs between page and terminal: where bytes come from, who hears of progress.

use serde::Serialize;
use ts_rs::TS;

use crate::{Error, Result};

/// Bytes that can be read by range: a file on disk, or a file or downloaded blob in the page.
#[allow(async_fn_in_trait, reason = "never used across threads")]
pub trait ByteSource {
    /// Name for messages, e.g. `model.safetensors`.
    fn name(&self) -> &str;
    /// Length in bytes.
    fn len_bytes(&self) -> u64;
    /// `len` bytes from `start`.
    async fn read(&self, start: u64, len: u64) -> Result<Vec<u8>>;
}

/// How far a job is.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Progress {
    /// What is being done, e.g. `running the model`.
    pub stage: String,
    /// Done share of the whole job, 0 to 1.
    pub done: f64,
    /// Estimated seconds left; absent until there is a basis for it.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub seconds_left: Option<f64>,
}

/// Who watches a job.
#[allow(async_fn_in_trait, reason = "never used across threads")]
pub trait Host {
    /// Hears of progress.
    fn report(&mut self, progress: Progress);
    /// Lets other work in (in the page: messages such as cancel). Errs with [`Error::Cancelled`]
    /// when the job should stop.
    async fn breathe(&mut self) -> Result<()>;
}

/// A host that neither shows progress nor cancels.
pub struct SilentHost;

impl Host for SilentHost {
    fn report(&mut self, _: Progress) {}

    async fn breathe(&mut self) -> Result<()> {
        Ok(())
    }
}

/// A part of a job: the done share of the whole job before and after it, and when the job began.
#[derive(Clone, Copy)]
pub(crate) struct Part {
    pub span: [f64; 2],
    pub watch: tensor::Stopwatch,
}

impl Part {
    /// A whole job that begins now.
    pub fn whole() -> Part {
        Part { span: [0.0, 1.0], watch: tensor::Stopwatch::start() }
    }

    /// The first `share` of this part and the rest.
    pub fn split(self, share: f64) -> [Part; 2] {
        let [start, end] = self.span;
        let middle = start + (end - start) * share;
        [Part { span: [start, middle], ..self }, Part { span: [middle, end], ..self }]
    }
}

/// Turns steps of one stage into [`Progress`] of the whole job with the time left.
pub(crate) struct Stage<'a, H> {
    host: &'a mut H,
    name: &'static str,
    part: Part,
}

impl<'a, H: Host> Stage<'a, H> {
    pub fn start(host: &'a mut H, name: &'static str, part: Part) -> Self {
        Self { host, name, part }
    }

    /// As [`Stage::step`] in bytes, of which there may be more than a machine's own counts hold.
    pub async fn step_bytes(&mut self, done: u64, all: u64) -> Result<(), Error> {
        self.step((done >> 10) as usize, (all >> 10) as usize).await
    }

    /// Reports `step` of `n_steps` and lets other work in.
    pub async fn step(&mut self, step: usize, n_steps: usize) -> Result<(), Error> {
        let [start, end] = self.part.span;
        let done = start + (end - start) * step as f64 / n_steps.max(1) as f64;
        let elapsed = self.part.watch.elapsed_secs();
        // Below 5 % an estimate would jump about.
        let seconds_left = (done > 0.05).then(|| elapsed / done * (1.0 - done));
        self.host.report(Progress { stage: self.name.to_owned(), done, seconds_left });
        self.host.breathe().await
    }
}
