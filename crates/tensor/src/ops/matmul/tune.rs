//! A race of the kernels, once for a device.

use std::sync::Arc;

use super::choice::{CLASSES, FEW_ROWS, VARIANTS, Variant};
use crate::gpu::Gpu;
use crate::{Device, Result, Stopwatch, Tensor};

/// Products in one timed run, so that the wait for the result does not decide alone.
const CHAIN: usize = 8;
/// Timed runs of each kernel; the fastest counts.
const N_RUNS: usize = 3;

impl Gpu {
    /// Times each kernel that multiplies on one product of each kind, and keeps the fastest (see
    /// [`Gpu::choices`]): a few kernels to compile and 100 GFLOP. Does nothing on adapters that compute on the
    /// CPU, which would need a minute, and for which the choice is known.
    pub async fn tune_matmul(self: &Arc<Self>) -> Result<()> {
        if self.adapter().is_software {
            return Ok(());
        }
        for (class, sizes) in CLASSES {
            self.race(class, sizes, CHAIN).await?;
        }
        Ok(())
    }

    async fn race(
        self: &Arc<Self>,
        class: &'static str,
        [rows, inner, cols]: [usize; 3],
        chain: usize,
    ) -> Result<()> {
        let device = Device::Gpu(self.clone());
        let a = Tensor::full(1.0, &[rows, inner], &device)?;
        let b = Tensor::full(1.0 / inner as f32, &[inner, cols], &device)?;
        let mut best = (f64::INFINITY, "");
        for (name, _) in VARIANTS.iter().filter(|(_, v)| *v != Variant::Rows || rows <= FEW_ROWS) {
            self.choose(class, name);
            // The first run compiles.
            time(&a, &b, chain).await?;
            for _ in 0..N_RUNS {
                let secs = time(&a, &b, chain).await?;
                if secs < best.0 {
                    best = (secs, name);
                }
            }
        }
        self.choose(class, best.1);
        Ok(())
    }
}

/// Seconds for products of each other, `b` square.
async fn time(a: &Tensor, b: &Tensor, chain: usize) -> Result<f64> {
    let watch = Stopwatch::start();
    let mut product = a.clone();
    for _ in 0..chain {
        product = product.matmul(b)?;
    }
    product.slice(0, 0, 1)?.slice(1, 0, 1)?.to_vec().await?;
    Ok(watch.elapsed_secs())
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;

    #[test]
    fn a_race_leaves_one_of_the_kernels_chosen() {
        let gpu = pollster::block_on(Gpu::request()).expect("a graphics adapter");
        pollster::block_on(gpu.race("matmul, small", [32, 32, 32], 2)).expect("products that run");
        let [(class, kernel)] = gpu.choices()[..] else { panic!("{:?}", gpu.choices()) };
        assert_eq!(class, "matmul, small");
        assert!(Gpu::matmul_kernels().any(|name| name == kernel), "{kernel}");
    }
}
