//! The Manhattan distance and its gradient.

use super::gpu;
use crate::Result;
use crate::Tensor;
use crate::exec::CpuView;
use crate::gpu::{Dispatch, Gpu};
use crate::ops::{Op, no_second_gradient};
use crate::shape::Layout;

/// `out[i, j] = Σ_k |x[i, k] − y[j, k]|`.
pub(super) struct Manhattan;

impl Op for Manhattan {
    fn name(&self) -> &'static str {
        "manhattan_distances"
    }

    fn run_cpu(&self, inputs: &[CpuView<'_>], shape: &[usize], out: &mut Vec<f32>) -> Result<()> {
        let width = inputs[0].shape()[1];
        for (x, out) in inputs[0].data().chunks_exact(width).zip(out.chunks_exact_mut(shape[1])) {
            for (y, out) in inputs[1].data().chunks_exact(width).zip(out) {
                *out = distance(x, y);
            }
        }
        Ok(())
    }

    fn run_gpu(&self, _: &Gpu, inputs: &[Layout], _: &[usize]) -> Result<Vec<Dispatch>> {
        Ok(vec![gpu::manhattan(&inputs[0], &inputs[1])])
    }

    fn gradient(&self, inputs: &[Tensor], _: &Tensor, c: &Tensor) -> Result<Vec<Option<Tensor>>> {
        let (x, y) = (&inputs[0], &inputs[1]);
        let of_x = Tensor::from_op(ManhattanGradient, &[x, y, c], x.shape())?;
        let of_y = Tensor::from_op(ManhattanGradient, &[y, x, &c.transpose()?], y.shape())?;
        Ok(vec![Some(of_x), Some(of_y)])
    }
}

/// Four sums side by side, then one: a fixed order that vectorises.
fn distance(x: &[f32], y: &[f32]) -> f32 {
    let mut lanes = [0.0_f64; 4];
    let (xs, ys) = (x.chunks_exact(4), y.chunks_exact(4));
    let rest = xs.remainder().iter().zip(ys.remainder());
    let rest: f64 = rest.map(|(&x, &y)| f64::from((x - y).abs())).sum();
    for (x, y) in xs.zip(ys) {
        for (lane, (&x, &y)) in lanes.iter_mut().zip(x.iter().zip(y)) {
            *lane += f64::from((x - y).abs());
        }
    }
    (lanes.iter().sum::<f64>() + rest) as f32
}

/// `out[i, k] = Σ_j c[i, j] sign(x[i, k] − y[j, k])`.
struct ManhattanGradient;

impl Op for ManhattanGradient {
    fn name(&self) -> &'static str {
        "manhattan_gradient"
    }

    fn run_cpu(&self, inputs: &[CpuView<'_>], shape: &[usize], out: &mut Vec<f32>) -> Result<()> {
        let (width, m) = (shape[1], inputs[1].shape()[0]);
        let mut sums = vec![0.0_f64; width];
        let rows = inputs[0].data().chunks_exact(width).zip(inputs[2].data().chunks_exact(m));
        for ((x, c), out) in rows.zip(out.chunks_exact_mut(width)) {
            sums.fill(0.0);
            for (y, &c) in inputs[1].data().chunks_exact(width).zip(c) {
                for (sum, (&x, &y)) in sums.iter_mut().zip(x.iter().zip(y)) {
                    let sign = f32::from(x > y) - f32::from(x < y);
                    *sum += f64::from(c * sign);
                }
            }
            out.iter_mut().zip(&sums).for_each(|(out, &sum)| *out = sum as f32);
        }
        Ok(())
    }

    fn run_gpu(&self, _: &Gpu, inputs: &[Layout], _: &[usize]) -> Result<Vec<Dispatch>> {
        Ok(vec![gpu::manhattan_gradient(&inputs[0], &inputs[1], &inputs[2])])
    }

    fn gradient(&self, _: &[Tensor], _: &Tensor, _: &Tensor) -> Result<Vec<Option<Tensor>>> {
        no_second_gradient("manhattan_distances")
    }
}
