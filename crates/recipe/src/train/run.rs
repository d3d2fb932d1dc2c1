//! One training, from files to report.

use nn::{CurvePoint, Pace, Parameters, Snapshot, Trainer};
use tensor::{Device, DeviceKind, Stopwatch};

use super::task::{Batch, Data, Network, Score};
use super::{DataFile, TrainOptions, TrainPoint, TrainProgress, TrainReport, find_task};
use crate::{ENGINE_VERSION, Error, Result};

/// Who watches a training.
#[allow(async_fn_in_trait, reason = "never used across threads")]
pub trait TrainHost {
    /// Hears how far it is.
    fn progress(&mut self, progress: TrainProgress);
    /// Hears of a point of the curves.
    fn point(&mut self, point: TrainPoint);
    /// Keeps the training as it stands, as bytes that [`run_training`] goes on from.
    fn kept(&mut self, bytes: Vec<u8>, step: usize);
    /// Lets other work in; does not return while paused. Errs with [`Error::Cancelled`] to stop.
    async fn breathe(&mut self) -> Result<()>;
}

/// Trains from the start, or from what was `kept`. With the same options, files and device the weights are
/// the same to the bit, however often it was paused or taken up again.
pub async fn run_training(
    options: &TrainOptions,
    mut train_files: Vec<DataFile>,
    test_files: Vec<DataFile>,
    kept: Option<&[u8]>,
    device: &Device,
    host: &mut impl TrainHost,
) -> Result<TrainReport> {
    let task = find_task(&options.task)?;
    let card = task.card();
    train_files.truncate(options.n_train_files.unwrap_or(usize::MAX).max(1));
    let seed = u64::from(options.seed);
    let mut data = task.read(train_files, test_files, seed)?;
    let Network { list, settings, model, score, folder } = task.build(&*data)?;
    let n_steps = options.n_steps.unwrap_or(card.n_steps).min(card.n_steps);
    let parameters = Parameters::initialise(&list, seed, device)?;
    let mut trainer: Trainer<Batch> = Trainer::new(parameters, nn::Settings { seed, ..settings }, model)?;
    if let Some(bytes) = kept {
        trainer.resume(&Snapshot::from_bytes(bytes)?, device).await?;
    }
    let watch = Stopwatch::start();
    let first_step = trainer.steps();
    let mut metric = f64::NAN;
    let mut last =
        TrainPoint { step: first_step as usize, epoch: 0.0, loss: f64::NAN, rate: 0.0, metric: None };
    while trainer.steps() < n_steps as u64 {
        let epoch = card.steps_per_epoch as u64;
        let end = ((trainer.steps() / epoch + 1) * epoch).min(n_steps as u64);
        let mut inner = Inner { host: &mut *host, last: &mut last, watch, first_step, epoch, n_steps };
        let batch = |step| data.batch(step, device).map_err(|error| nn::Error::Batch(error.to_string()));
        trainer.run(end, batch, Pace::default(), &mut inner).await?;
        metric = measure(&trainer, &*data, score, device).await?;
        host.point(TrainPoint { metric: Some(metric), ..last.clone() });
    }
    if metric.is_nan() {
        metric = measure(&trainer, &*data, score, device).await?;
    }
    let snapshot = Snapshot::of(trainer.parameters(), n_steps as u64).await?;
    // One step more than is kept, only to be counted.
    let [kernels_per_step, allocated_bytes_per_step, peak_bytes_per_step] =
        count_step(&mut trainer, &mut *data, device)?;
    Ok(TrainReport {
        task: card.id,
        seed: options.seed,
        step: n_steps,
        n_steps,
        loss: last.loss,
        metric,
        sha256: snapshot.digest(),
        backend: match device.kind() {
            DeviceKind::Cpu => "cpu".to_owned(),
            DeviceKind::Gpu => "gpu".to_owned(),
        },
        device: device.describe(),
        precision: "f32".to_owned(),
        engine_version: ENGINE_VERSION.to_owned(),
        n_train: data.n_train(),
        n_test: data.n_test(),
        seconds: watch.elapsed_secs(),
        kernels_per_step,
        allocated_bytes_per_step,
        peak_bytes_per_step,
        weights: snapshot.to_bytes()?,
        folder: folder(snapshot.parameters),
    })
}

/// The metric over all test examples.
async fn measure(trainer: &Trainer<Batch>, data: &dyn Data, score: Score, device: &Device) -> Result<f64> {
    let (mut total, mut n) = (0.0, 0.0);
    for batch in data.test_batches(device)? {
        let values = trainer.measure(&batch)?.read().await?;
        let (sum, count) = score(&values, &batch);
        total += sum;
        n += count;
    }
    Ok(total / n)
}

/// Kernels of a step, bytes that it took from the device beyond what lay ready, and the most that it held.
fn count_step(trainer: &mut Trainer<Batch>, data: &mut dyn Data, device: &Device) -> Result<[u64; 3]> {
    let batch = data.batch(trainer.steps(), device)?;
    device.reset_peak();
    let [kernels, allocated, _] = device.counts();
    trainer.step(&batch)?;
    let [kernels_after, allocated_after, peak] = device.counts();
    Ok([kernels_after - kernels, allocated_after - allocated, peak])
}

/// A part of the training, up to the next test.
struct Inner<'a, H> {
    host: &'a mut H,
    last: &'a mut TrainPoint,
    watch: Stopwatch,
    first_step: u64,
    epoch: u64,
    n_steps: usize,
}

impl<H: TrainHost> nn::Host for Inner<'_, H> {
    fn progress(&mut self, step: u64, _: u64) {
        let made = step - self.first_step;
        let steps_per_sec = made as f64 / self.watch.elapsed_secs().max(1e-6);
        // The first steps plan and compile.
        let seconds_left = (made > 20).then(|| (self.n_steps as f64 - step as f64) / steps_per_sec);
        let progress =
            TrainProgress { step: step as usize, n_steps: self.n_steps, steps_per_sec, seconds_left };
        self.host.progress(progress);
    }

    fn curve(&mut self, point: CurvePoint) {
        let loss = point.values.first().map_or(f64::NAN, |(_, values)| f64::from(values[0]));
        *self.last = TrainPoint {
            step: point.step as usize,
            epoch: point.step as f64 / self.epoch as f64,
            loss,
            rate: point.rate,
            metric: None,
        };
        self.host.point(self.last.clone());
    }

    fn kept(&mut self, snapshot: &Snapshot) {
        // A snapshot that cannot be written is not worth stopping for.
        if let Ok(bytes) = snapshot.to_bytes() {
            self.host.kept(bytes, snapshot.step as usize);
        }
    }

    async fn breathe(&mut self) -> nn::Result<()> {
        self.host.breathe().await.map_err(|error| match error {
            Error::Cancelled => nn::Error::Cancelled,
            other => nn::Error::Batch(other.to_string()),
        })
    }
}
