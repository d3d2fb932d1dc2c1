//! Who watches a run: progress, live figures, cancel and pause.

use std::future::Future;
use std::pin::Pin;

use ::recipe::{Error, Figure, Host, Progress, Result, SilentHost, StageTime};
use tensor::Stopwatch;

/// A [`Host`] that is also shown figures while they grow.
pub trait ExperimentHost: Host {
    /// Shows figures as they stand; those of the report follow at the end.
    fn show(&mut self, figures: Vec<Figure>);
}

impl ExperimentHost for SilentHost {
    fn show(&mut self, _: Vec<Figure>) {}
}

/// A future that need not move between threads.
pub type Awaited<'a, T> = Pin<Box<dyn Future<Output = T> + 'a>>;

/// [`ExperimentHost`] behind one pointer.
trait Watcher {
    fn report(&mut self, progress: Progress);
    fn show(&mut self, figures: Vec<Figure>);
    fn breathe(&mut self) -> Awaited<'_, Result<()>>;
}

impl<H: ExperimentHost> Watcher for H {
    fn report(&mut self, progress: Progress) {
        Host::report(self, progress);
    }

    fn show(&mut self, figures: Vec<Figure>) {
        ExperimentHost::show(self, figures);
    }

    fn breathe(&mut self) -> Awaited<'_, Result<()>> {
        Box::pin(Host::breathe(self))
    }
}

/// Least seconds between two live pictures.
const SECONDS_BETWEEN_FIGURES: f64 = 0.5;

/// A run as its experiment sees it: stages one after another, each a share of the whole.
pub struct Watch<'a> {
    watcher: &'a mut dyn Watcher,
    whole: Stopwatch,
    stage: Option<(String, Stopwatch)>,
    span: [f64; 2],
    since_figures: Option<Stopwatch>,
    times: Vec<StageTime>,
}

impl<'a> Watch<'a> {
    /// A run that begins now.
    pub(crate) fn new(host: &'a mut impl ExperimentHost) -> Self {
        let whole = Stopwatch::start();
        Self { watcher: host, whole, stage: None, span: [0.0, 0.0], since_figures: None, times: Vec::new() }
    }

    /// Begins a stage, after which `end` of the whole (0 to 1) is done; the one before ends.
    pub async fn stage(&mut self, name: &str, end: f64) -> Result<()> {
        self.end_stage();
        self.stage = Some((name.to_owned(), Stopwatch::start()));
        self.span = [self.span[1], end];
        self.step(0, 1).await
    }

    /// Says that `done` of `all` parts of the stage are done, and lets other work in. Errs when the visitor cancels.
    pub async fn step(&mut self, done: usize, all: usize) -> Result<()> {
        self.say(done as f64 / all.max(1) as f64);
        self.watcher.breathe().await
    }

    /// Shows what `figures` makes, unless a picture was shown just before.
    pub fn show(&mut self, figures: impl FnOnce() -> Result<Vec<Figure>>) -> Result<()> {
        if self.since_figures.as_ref().is_none_or(|since| since.elapsed_secs() > SECONDS_BETWEEN_FIGURES) {
            self.watcher.show(figures()?);
            self.since_figures = Some(Stopwatch::start());
        }
        Ok(())
    }

    /// The watcher of a training, one of the stage's where it has several: of the stage's `all` steps, the others made
    /// `others`.
    pub fn training(&mut self, others: u64, all: u64) -> TrainingWatch<'_, 'a> {
        TrainingWatch { watch: self, others, all }
    }

    /// Seconds of each stage.
    pub(crate) fn finish(mut self) -> Vec<StageTime> {
        self.end_stage();
        self.times
    }

    fn end_stage(&mut self) {
        if let Some((stage, clock)) = self.stage.take() {
            self.times.push(StageTime { stage, seconds: clock.elapsed_secs() });
        }
    }

    fn say(&mut self, share: f64) {
        let [start, end] = self.span;
        let done = start + (end - start) * share;
        let elapsed = self.whole.elapsed_secs();
        // Below 5 % an estimate would jump about.
        let seconds_left = (done > 0.05).then(|| elapsed / done * (1.0 - done));
        let stage = self.stage.as_ref().map_or(String::new(), |(name, _)| name.clone());
        self.watcher.report(Progress { stage, done, seconds_left });
    }
}

/// [`Watch`] as a training's host.
pub struct TrainingWatch<'w, 'a> {
    watch: &'w mut Watch<'a>,
    others: u64,
    all: u64,
}

impl nn::Host for TrainingWatch<'_, '_> {
    fn progress(&mut self, step: u64, _: u64) {
        self.watch.say((self.others + step) as f64 / self.all.max(1) as f64);
    }

    async fn breathe(&mut self) -> nn::Result<()> {
        self.watch.watcher.breathe().await.map_err(|error| match error {
            Error::Cancelled => nn::Error::Cancelled,
            other => nn::Error::Batch(other.to_string()),
        })
    }
}
