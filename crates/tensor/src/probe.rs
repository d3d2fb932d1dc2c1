//! A small timed run, to choose a backend by measurement.

use crate::{Device, Result, Stopwatch, Tensor};

/// What one backend did in the timed run.
#[derive(Clone, Debug)]
pub struct Probe {
    /// Seconds from asking for one product to having its result: what a single small step costs.
    pub latency_secs: f64,
    /// Speed in GFLOP/s when products follow each other, without that latency.
    pub gflops: f64,
    /// Side of the square matrices.
    pub size: usize,
}

/// Longest chain of products; a fast GPU ends it within milliseconds.
const MAX_CHAIN: usize = 256;

/// A chain counts once it takes twice the time of a single product and 30 ms more, so that neither the
/// wait for the result (up to 100 ms in Firefox) nor the browser's rounded clock decides, and so that
/// browsers have replaced their first, slow translation of the wasm (about 100 ms) by the last run.
const MARGIN_SECS: f64 = 0.03;

/// The chain that counts runs this often, and its fastest run decides.
const N_RUNS: usize = 3;

/// Times chains of `size × size` products on `device`, twice as long each time, until the products
/// outweigh the wait for the result. Cost: at most about ten times the latency and 0.2 s, or four times [`MAX_CHAIN`] products.
pub async fn measure_matmul(device: &Device, size: usize) -> Result<Probe> {
    // Entries of 1/size keep every power of the matrix the same.
    let a = Tensor::full(1.0 / size as f32, &[size, size], device)?;
    // The first run compiles kernels and does not count.
    time_chain(&a, 1).await?;
    let latency_secs = time_chain(&a, 1).await?;
    let mut length = 1;
    let mut elapsed_secs = latency_secs;
    while length < MAX_CHAIN && elapsed_secs < 2.0 * latency_secs + MARGIN_SECS {
        length *= 2;
        elapsed_secs = time_chain(&a, length).await?;
    }
    for _ in 1..N_RUNS {
        elapsed_secs = elapsed_secs.min(time_chain(&a, length).await?);
    }
    // Below the clock's resolution nothing more can be said.
    let spent_secs = (elapsed_secs - latency_secs).max(1e-4);
    let flops = 2.0 * (size as f64).powi(3) * (length - 1).max(1) as f64;
    Ok(Probe { latency_secs, gflops: flops / spent_secs / 1e9, size })
}

/// Seconds for `length` products, each of the last one's result, and reading four numbers back.
async fn time_chain(a: &Tensor, length: usize) -> Result<f64> {
    let watch = Stopwatch::start();
    let mut product = a.clone();
    for _ in 0..length {
        product = product.matmul(a)?;
    }
    product.slice(0, 0, 1)?.slice(1, 0, 4.min(a.shape()[0]))?.to_vec().await?;
    Ok(watch.elapsed_secs())
}
