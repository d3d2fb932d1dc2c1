//! Timing a workload natively, and the two limits it is held against.

use tensor::{Device, Stopwatch, Tensor};

use crate::{Result, Workload, fingerprint};

/// Repetitions of each measurement; the first runs, which plan and compile, do not count.
const N_RUNS: usize = 7;
/// Updates that come before a training's loss is compared (tests/bench/README.md).
const UPDATES_BEFORE_CHECK: usize = 6;
/// One repetition of a training or of decoding goes on for about this long.
const REPETITION_SECS: f64 = 0.5;

/// How fast a workload ran.
#[derive(Clone, Debug)]
pub struct Timing {
    /// Milliseconds of each repetition: a run, an update, or a token.
    pub ms: Vec<f64>,
    /// The fingerprint of the output, the loss of the sixth update, or the fingerprint of 32 tokens.
    pub check: f64,
    /// Kernels of the last run, update or token.
    pub kernels: u64,
    /// Bytes that it took from the device beyond what lay ready.
    pub allocated_bytes: u64,
    /// Most bytes that tensors held at once meanwhile.
    pub peak_bytes: u64,
}

/// What the device can do at best.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Bytes read and written in copying a large buffer, in 10⁹ a second.
    pub copy_gb_per_sec: f64,
    /// The fastest square product, in 10⁹ operations a second.
    pub gemm_gflops: f64,
}

impl Timing {
    /// The middle repetition.
    pub fn median_ms(&self) -> f64 {
        let mut sorted = self.ms.clone();
        sorted.sort_by(f64::total_cmp);
        sorted[sorted.len() / 2]
    }
}

/// Times a workload.
pub async fn time(workload: &mut Workload, device: &Device) -> Result<Timing> {
    match workload {
        Workload::Forward(forward) => {
            let check = fingerprint(&forward.run().await?.to_vec().await?);
            let mut ms = Vec::new();
            let mut counts = [0; 3];
            for _ in 0..N_RUNS {
                let watch = Stopwatch::start();
                let before = start_counts(device);
                finish(&forward.run().await?).await?;
                ms.push(watch.elapsed_secs() * 1e3);
                counts = counts_since(before, device);
            }
            let [kernels, allocated_bytes, peak_bytes] = counts;
            Ok(Timing { ms, check, kernels, allocated_bytes, peak_bytes })
        }
        Workload::Train(training) => {
            for _ in 0..UPDATES_BEFORE_CHECK {
                training.step()?;
            }
            let check = f64::from(training.loss().await?);
            let watch = Stopwatch::start();
            training.step()?;
            training.loss().await?;
            let n_updates = (REPETITION_SECS / watch.elapsed_secs()).clamp(1.0, 200.0) as usize;
            let mut ms = Vec::new();
            for _ in 0..N_RUNS {
                let watch = Stopwatch::start();
                for _ in 0..n_updates {
                    training.step()?;
                }
                training.loss().await?;
                ms.push(watch.elapsed_secs() * 1e3 / n_updates as f64);
            }
            let before = start_counts(device);
            training.step()?;
            let [kernels, allocated_bytes, peak_bytes] = counts_since(before, device);
            Ok(Timing { ms, check, kernels, allocated_bytes, peak_bytes })
        }
        Workload::Decode(decoder) => {
            let prompt = decoder.prompt().to_vec();
            let (mut ms, mut ids) = (Vec::new(), Vec::new());
            let mut counts = [0; 3];
            for _ in 0..=N_RUNS {
                decoder.reset()?;
                let mut token = 0.0;
                for (position, &given) in prompt.iter().enumerate() {
                    token = decoder.next(given, position).await?;
                }
                ids = vec![token];
                let watch = Stopwatch::start();
                for step in 0..31 {
                    let before = start_counts(device);
                    token = decoder.next(token, prompt.len() + step).await?;
                    ids.push(token);
                    counts = counts_since(before, device);
                }
                ms.push(watch.elapsed_secs() * 1e3 / 31.0);
            }
            let [kernels, allocated_bytes, peak_bytes] = counts;
            let (ms, check) = (ms.split_off(1), fingerprint(&ids));
            Ok(Timing { ms, check, kernels, allocated_bytes, peak_bytes })
        }
    }
}

fn start_counts(device: &Device) -> [u64; 3] {
    device.reset_peak();
    device.counts()
}

/// Kernels and bytes newly allocated since then, and the peak.
fn counts_since(before: [u64; 3], device: &Device) -> [u64; 3] {
    let [kernels, allocated_bytes, peak_bytes] = device.counts();
    [kernels - before[0], allocated_bytes - before[1], peak_bytes]
}

/// Measures the device's limits. Cost: a second or two on a slow CPU; twice 256 MiB.
pub async fn measure_limits(device: &Device) -> Result<Limits> {
    let n = 1 << 25;
    let source = Tensor::full(1.0, &[n], device)?.contiguous()?;
    Tensor::evaluate_all(std::slice::from_ref(&source))?;
    let mut copy_secs = f64::INFINITY;
    for _ in 0..N_RUNS {
        let watch = Stopwatch::start();
        finish(&source.contiguous()?).await?;
        copy_secs = copy_secs.min(watch.elapsed_secs());
    }
    let mut gemm_gflops = 0.0_f64;
    let is_fast = matches!(device, Device::Gpu(gpu) if !gpu.adapter().is_software);
    for size in if is_fast { [1024, 4096] } else { [512, 1024] } {
        let x = Tensor::full(1.0 / size as f32, &[size, size], device)?.contiguous()?;
        Tensor::evaluate_all(std::slice::from_ref(&x))?;
        for _ in 0..N_RUNS {
            let watch = Stopwatch::start();
            finish(&x.matmul(&x)?).await?;
            gemm_gflops = gemm_gflops.max(2.0 * (size as f64).powi(3) / watch.elapsed_secs() / 1e9);
        }
    }
    Ok(Limits { copy_gb_per_sec: 8.0 * n as f64 / copy_secs / 1e9, gemm_gflops })
}

/// Waits until a result is there, reading one number of it.
async fn finish(out: &Tensor) -> Result<()> {
    Tensor::evaluate_all(std::slice::from_ref(out))?;
    out.reshape(&[out.count()])?.slice(0, 0, 1)?.to_vec().await?;
    Ok(())
}
