//! Discrete Fourier transforms of any length. A complex number is two neighbours in the last dimension,
//! real part first. Signs and scales as in numpy and torch: `X[k] = Σ x[j] e^(−2πi jk / n)`, and 1 / n on
//! the way back.
//!
//! Cost of a line of n: n log n on the CPU, in f64 (rustfft); on the GPU the sums as they stand, n² / 2
//! complex terms for real numbers, each sum in f32. That beats a read-back up to some thousand; beyond
//! 2¹⁴ move the tensor to the CPU.

mod cpu;
mod gpu;

use super::Op;
use crate::exec::CpuView;
use crate::gpu::{Dispatch, Gpu};
use crate::shape::Layout;
use crate::{Device, Error, Result, Tensor};

impl Tensor {
    /// The transform of real numbers along the last dimension: `[…, n]` → `[…, n/2 + 1, 2]`; the other
    /// half is their conjugates.
    pub fn rfft(&self) -> Result<Tensor> {
        let Some(&n) = self.shape().last() else {
            return Err(Error::shape("rfft", "at least 1 dimension", "a scalar"));
        };
        let (from, to) = (Side::real(n), Side::complex(n / 2 + 1));
        transform("rfft", self, Dft { n, from, to, is_inverse: false })
    }

    /// Real numbers from half their transform: `[…, n/2 + 1, 2]` → `[…, n]`. As in torch, the imaginary
    /// part of the first (and for an even n of the last) number has no say.
    pub fn irfft(&self, n: usize) -> Result<Tensor> {
        let half = n / 2 + 1;
        let fits = matches!(self.shape(), [.., count, 2] if *count == half);
        if n == 0 || !fits {
            let expected = format!("[…, {half}, 2] for {n} numbers");
            return Err(Error::shape("irfft", expected, format!("{:?}", self.shape())));
        }
        // Each number stands for its conjugate too, but for those that are their own.
        let place = Tensor::index(&[half, 1], &self.device())?;
        let at = |value: f32| Tensor::full(value, &[], &self.device());
        let mut is_single = place.equal(&at(0.0)?)?;
        if n.is_multiple_of(2) {
            is_single = is_single.maximum(&place.equal(&at((n / 2) as f32)?)?)?;
        }
        let weight = is_single.select(&at(1.0 / n as f32)?, &at(2.0 / n as f32)?)?;
        let (from, to) = (Side::complex(half), Side::real(n));
        transform("irfft", &self.mul(&weight)?, Dft { n, from, to, is_inverse: true })
    }

    /// The transform of complex numbers: `[…, n, 2]` → `[…, n, 2]`.
    pub fn fft(&self) -> Result<Tensor> {
        self.complex("fft", false)
    }

    /// Its inverse: `[…, n, 2]` → `[…, n, 2]`.
    pub fn ifft(&self) -> Result<Tensor> {
        let back = self.complex("ifft", true)?;
        back.scale(1.0 / back.shape()[back.rank() - 2].max(1) as f32)
    }

    /// The transform of real images: `[…, height, width]` → `[…, height, width/2 + 1, 2]`.
    pub fn rfft2(&self) -> Result<Tensor> {
        if self.rank() < 2 {
            return Err(Error::shape("rfft2", "[…, height, width]", format!("{:?}", self.shape())));
        }
        self.rfft()?.along_columns(Tensor::fft)
    }

    /// Real images of this width from half their transform: `[…, height, width/2 + 1, 2]` →
    /// `[…, height, width]`.
    pub fn irfft2(&self, width: usize) -> Result<Tensor> {
        if self.rank() < 3 {
            let found = format!("{:?}", self.shape());
            return Err(Error::shape("irfft2", "[…, height, width/2 + 1, 2]", found));
        }
        self.along_columns(Tensor::ifft)?.irfft(width)
    }

    fn complex(&self, op: &'static str, is_inverse: bool) -> Result<Tensor> {
        let [.., n, 2] = *self.shape() else {
            return Err(Error::shape(op, "[…, n, 2]", format!("{:?}", self.shape())));
        };
        transform(op, self, Dft { n, from: Side::complex(n), to: Side::complex(n), is_inverse })
    }

    /// Complex `[…, height, width, 2]` through a transform of the columns.
    fn along_columns(&self, f: impl Fn(&Tensor) -> Result<Tensor>) -> Result<Tensor> {
        let mut order: Vec<usize> = (0..self.rank()).collect();
        order.swap(self.rank() - 3, self.rank() - 2);
        f(&self.permute(&order)?)?.permute(&order)
    }
}

/// One side of a transform: the first `count` numbers of n (the others are 0, or not asked for), each of
/// `width` 1 (its real part) or 2.
#[derive(Clone, Copy)]
struct Side {
    count: usize,
    width: usize,
}

impl Side {
    fn real(count: usize) -> Self {
        Self { count, width: 1 }
    }

    fn complex(count: usize) -> Self {
        Self { count, width: 2 }
    }

    fn len(self) -> usize {
        self.count * self.width
    }
}

/// `[lines, from.len()]` → `[lines, to.len()]`, without a scale. With sides swapped and the other sign it
/// is its own transpose.
#[derive(Clone, Copy)]
struct Dft {
    n: usize,
    from: Side,
    to: Side,
    is_inverse: bool,
}

fn transform(op: &'static str, x: &Tensor, dft: Dft) -> Result<Tensor> {
    let lead = &x.shape()[..x.rank() - dft.from.width];
    let last = if dft.to.width == 2 { vec![dft.to.count, 2] } else { vec![dft.to.count] };
    let shape = [lead, &last].concat();
    if dft.n == 0 {
        return Err(Error::shape(op, "at least one number to transform", format!("{:?}", x.shape())));
    }
    if x.count() == 0 {
        return Tensor::full(0.0, &shape, &x.device());
    }
    lines(&x.reshape(&[lead.iter().product(), dft.from.len()])?, dft)?.reshape(&shape)
}

fn lines(x: &Tensor, dft: Dft) -> Result<Tensor> {
    let shape = [x.shape()[0], dft.to.len()];
    match x.device() {
        Device::Cpu => Tensor::from_op(dft, &[x], &shape),
        Device::Gpu(_) => {
            let angle = |j: usize| std::f64::consts::TAU * j as f64 / dft.n as f64;
            let table = (0..dft.n).flat_map(|j| [angle(j).cos() as f32, angle(j).sin() as f32]).collect();
            Tensor::from_op(dft, &[x, &Tensor::from_vec(table, &[dft.n, 2], &x.device())?], &shape)
        }
    }
}

impl Op for Dft {
    fn name(&self) -> &'static str {
        "fourier"
    }

    fn key(&self) -> Vec<usize> {
        let Self { n, from, to, is_inverse } = *self;
        vec![n, from.count, from.width, to.count, to.width, usize::from(is_inverse)]
    }

    fn run_cpu(&self, inputs: &[CpuView<'_>], _: &[usize], out: &mut Vec<f32>) -> Result<()> {
        cpu::transform(self, inputs[0].data(), out);
        Ok(())
    }

    fn run_gpu(&self, _: &Gpu, inputs: &[Layout], shape: &[usize]) -> Result<Vec<Dispatch>> {
        Ok(vec![gpu::transform(self, &inputs[0], &inputs[1], shape[0])])
    }

    fn gradient(&self, inputs: &[Tensor], _: &Tensor, c: &Tensor) -> Result<Vec<Option<Tensor>>> {
        let transpose = Dft { from: self.to, to: self.from, is_inverse: !self.is_inverse, ..*self };
        let mut gradients = vec![Some(lines(c, transpose)?)];
        gradients.resize(inputs.len(), None);
        Ok(gradients)
    }
}
