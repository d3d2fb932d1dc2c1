//! The CPU call: rustfft in f64.

use std::cell::RefCell;

use rustfft::FftPlanner;
use rustfft::num_complex::Complex64;

use super::Dft;

thread_local! {
    /// Keeps the tables of the lengths that were met.
    static PLANNER: RefCell<FftPlanner<f64>> = RefCell::new(FftPlanner::new());
}

pub(super) fn transform(dft: &Dft, x: &[f32], out: &mut [f32]) {
    let plan = PLANNER.with_borrow_mut(|planner| {
        if dft.is_inverse { planner.plan_fft_inverse(dft.n) } else { planner.plan_fft_forward(dft.n) }
    });
    let zero = Complex64::default();
    let (mut line, mut scratch) = (vec![zero; dft.n], vec![zero; plan.get_inplace_scratch_len()]);
    for (x, out) in x.chunks_exact(dft.from.len()).zip(out.chunks_exact_mut(dft.to.len())) {
        line.fill(zero);
        for (number, x) in line.iter_mut().zip(x.chunks_exact(dft.from.width)) {
            *number = Complex64::new(f64::from(x[0]), x.get(1).map_or(0.0, |&im| f64::from(im)));
        }
        plan.process_with_scratch(&mut line, &mut scratch);
        for (number, out) in line.iter().zip(out.chunks_exact_mut(dft.to.width)) {
            out[0] = number.re as f32;
            if let Some(im) = out.get_mut(1) {
                *im = number.im as f32;
            }
        }
    }
}
