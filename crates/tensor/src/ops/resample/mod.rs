//! Weighted means of neighbours along one dimension: what means under windows and resizing are made of.

mod bands;
mod gpu;

use std::rc::Rc;

use super::Op;
use crate::exec::CpuView;
use crate::gpu::{Dispatch, Gpu};
use crate::shape::Layout;
use crate::{Result, Tensor};

pub(crate) use bands::Bands;

impl Tensor {
    /// Product of a banded matrix `[n_out, n_in]` with dimension `dim` of n_in entries, which becomes n_out.
    /// Cost 2·count·band flops, count of the output.
    pub(crate) fn resample(&self, dim: usize, bands: Bands) -> Result<Tensor> {
        let (lead, rest) = (&self.shape()[..dim], &self.shape()[dim + 1..]);
        let shape = [lead, &[bands.n_out()], rest].concat();
        if self.count() == 0 || shape.contains(&0) {
            return Tensor::full(0.0, &shape, &self.device());
        }
        let (outer, inner): (usize, usize) = (lead.iter().product(), rest.iter().product());
        let n_out = bands.n_out();
        let x = self.reshape(&[outer, bands.n_in, inner])?;
        let starts: Vec<f32> = bands.starts.iter().map(|&start| start as f32).collect();
        let starts = Tensor::from_vec(starts, &[n_out], &self.device())?;
        let weights = Tensor::from_vec(bands.weights.clone(), &[n_out, bands.width], &self.device())?;
        Tensor::from_op(Resample(Rc::new(bands)), &[&x, &starts, &weights], &[outer, n_out, inner])?
            .reshape(&shape)
    }
}

/// `[outer, n_in, inner]`, first columns `[n_out]`, weights `[n_out, band]` → `[outer, n_out, inner]`. The
/// matrix is an input, so that the plan does not depend on it; the op knows it for the gradient.
struct Resample(Rc<Bands>);

impl Op for Resample {
    fn name(&self) -> &'static str {
        "resample"
    }

    fn run_cpu(&self, inputs: &[CpuView<'_>], shape: &[usize], out: &mut Vec<f32>) -> Result<()> {
        let [_, n_in, inner] = *inputs[0].shape() else { return Ok(()) };
        let (starts, weights) = (inputs[1].data(), inputs[2].data());
        let band = weights.len() / starts.len();
        let blocks = inputs[0].data().chunks_exact(n_in * inner);
        for (x, out) in blocks.zip(out.chunks_exact_mut(shape[1] * inner)) {
            let rows = starts.iter().map(|&start| start as usize).zip(weights.chunks_exact(band));
            for ((start, weights), out) in rows.zip(out.chunks_exact_mut(inner)) {
                weigh(&x[start * inner..][..band * inner], weights, out);
            }
        }
        Ok(())
    }

    fn run_gpu(&self, _: &Gpu, inputs: &[Layout], shape: &[usize]) -> Result<Vec<Dispatch>> {
        Ok(vec![gpu::resample(inputs, shape)])
    }

    fn gradient(&self, _: &[Tensor], _: &Tensor, c: &Tensor) -> Result<Vec<Option<Tensor>>> {
        Ok(vec![Some(c.resample(1, self.0.transposed())?), None, None])
    }
}

/// `out[j] = Σ_t weights[t] · x[t, j]`.
fn weigh(x: &[f32], weights: &[f32], out: &mut [f32]) {
    if let [out] = out {
        *out = x.iter().zip(weights).map(|(&x, &w)| f64::from(x) * f64::from(w)).sum::<f64>() as f32;
        return;
    }
    out.fill(0.0);
    for (line, &weight) in x.chunks_exact(out.len()).zip(weights).filter(|(_, weight)| **weight != 0.0) {
        out.iter_mut().zip(line).for_each(|(out, &x)| *out += weight * x);
    }
}
