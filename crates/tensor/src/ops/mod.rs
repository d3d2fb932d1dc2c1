//! The ops, one folder each. To add one: its folder and its line here.
//!
//! A folder's `mod.rs` has the public method (shapes checked, docs). An op that is made of others
//! needs no more. One with a kernel of its own implements [`Op`]: what it does on the CPU, which
//! WGSL file does it on the GPU, and its gradient as further ops.

use crate::exec::CpuView;
use crate::gpu::{Dispatch, Gpu};
use crate::shape::Layout;
use crate::{Device, Result, Tensor};

pub mod adaptive_max_pool2d;
pub mod argmax;
pub mod attention;
pub mod avg_pool2d;
pub mod batch_norm;
pub mod binary;
pub mod concat;
pub mod conv1d;
pub mod conv2d;
pub mod conv3d;
pub mod conv_transpose2d;
pub mod cumsum;
pub mod distance;
pub mod dropout;
pub mod fourier;
pub mod gather_rows;
pub mod group_norm;
pub mod layer_norm;
pub mod linear;
pub mod matmul;
pub mod max_pool2d;
pub mod one_hot;
pub mod packed;
pub mod pixel_shuffle;
pub mod recurrent;
pub mod reduce;
pub mod resample;
pub mod resize2d;
pub mod rms_norm;
pub mod rope;
pub mod segment;
pub mod softmax;
pub mod sort;
pub mod take;
pub mod unary;
pub mod unfold2d;
pub mod view;

/// An op with a kernel of its own. Inputs arrive contiguous (perhaps with an offset) unless it takes
/// them strided; nothing that arrives, and no output, is empty.
pub(crate) trait Op {
    /// Its name, unique among ops.
    fn name(&self) -> &'static str;

    /// Whatever else makes one such op differ from another: sizes, flags, bits of constants. Shapes
    /// of inputs and output are known already.
    fn key(&self) -> Vec<usize> {
        Vec::new()
    }

    /// Whether that input may be a strided view.
    fn takes_strided(&self, input: usize) -> bool {
        let _ = input;
        false
    }

    /// Computes `out` (of the output's count, holding anything) on the CPU. May replace the vector.
    fn run_cpu(&self, inputs: &[CpuView<'_>], shape: &[usize], out: &mut Vec<f32>) -> Result<()>;

    /// Whether an elementwise program may take the result over before it is stored.
    fn takes_finish(&self, device: &Device) -> bool {
        matches!(device, Device::Cpu)
    }

    /// As [`Op::run_cpu`], and calls `finish` on consecutive parts of `out`, each as soon as it is computed.
    fn run_cpu_finished(
        &self,
        inputs: &[CpuView<'_>],
        shape: &[usize],
        out: &mut Vec<f32>,
        finish: &mut dyn FnMut(&mut [f32]),
    ) -> Result<()> {
        self.run_cpu(inputs, shape, out)?;
        finish(out);
        Ok(())
    }

    /// The kernels that run one after another, most often one. Bindings of each: its uniform block, the
    /// inputs in order, the output.
    fn run_gpu(&self, gpu: &Gpu, inputs: &[Layout], shape: &[usize]) -> Result<Vec<Dispatch>>;

    /// For each input the gradient of a scalar, given that of the output (`cotangent`, of the
    /// output's shape); `None` where it is zero everywhere, as for indices.
    fn gradient(&self, inputs: &[Tensor], output: &Tensor, cotangent: &Tensor)
    -> Result<Vec<Option<Tensor>>>;
}

/// Calls `f(input_row, output_row)` for each row of `width`.
pub(crate) fn each_row(input: &[f32], out: &mut [f32], width: usize, mut f: impl FnMut(&[f32], &mut [f32])) {
    for (input, out) in input.chunks_exact(width).zip(out.chunks_exact_mut(width)) {
        f(input, out);
    }
}

/// The error of an op that is itself a gradient, where its own is not here.
pub(crate) fn no_second_gradient<T>(op: &'static str) -> Result<T> {
    Err(crate::Error::NoGradient { op })
}

impl Tensor {
    /// A tensor that `op` computes from `inputs`. An empty output needs no kernel, and is zero-sized.
    pub(crate) fn from_op(op: impl Op + 'static, inputs: &[&Tensor], shape: &[usize]) -> Result<Tensor> {
        let device = inputs[0].device();
        let inputs = inputs.iter().map(|&input| input.clone()).collect();
        Tensor::pending(crate::graph::Source::Op(std::rc::Rc::new(op), inputs), shape, &device)
    }
}
