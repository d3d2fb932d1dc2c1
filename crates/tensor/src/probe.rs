//! A small timed run, to choose a backend by measurement.

use crate::{Device, Result, Stopwatch, Tensor};

/// What one backend did in the timed run.
#[derive(Clone, Debug)]
pub struct Probe {
    /// Median time of one product, in seconds.
    pub median_secs: f64,
    /// Speed in GFLOP/s at that median.
    pub gflops: f64,
    /// Side of the square matrices.
    pub size: usize,
}

/// Times `size × size` products on `device`: one warm-up (it compiles kernels), then five whose
/// median counts, each waited for. The slice of the result that is read back is tiny.
pub async fn measure_matmul(device: &Device, size: usize) -> Result<Probe> {
    let a = Tensor::full(1.0 / size as f32, &[size, size], device)?;
    let mut times = Vec::new();
    for _ in 0..6 {
        let watch = Stopwatch::start();
        a.matmul(&a)?.slice(0, 0, 1)?.slice(1, 0, 4.min(size))?.to_vec().await?;
        times.push(watch.elapsed_secs());
    }
    let mut counted = times.split_off(1);
    counted.sort_by(f64::total_cmp);
    let median_secs = counted[counted.len() / 2].max(1e-6);
    Ok(Probe { median_secs, gflops: 2.0 * (size as f64).powi(3) / median_secs / 1e9, size })
}
