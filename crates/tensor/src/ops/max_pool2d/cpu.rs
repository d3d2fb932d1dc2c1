//! The CPU loops: a row of windows at a time, tap by tap, without branches.

use super::Windows;

/// `x` `[planes, image]` → `out` `[planes, outputs]`.
pub(super) fn max_pool(x: &[f32], w: &Windows, out: &mut [f32]) {
    let [height, width] = w.image;
    // The largest of each column under a row of windows.
    let mut column = vec![0.0; width];
    for (plane, out) in x.chunks_exact(height * width).zip(out.chunks_exact_mut(w.out[0] * w.out[1])) {
        for (out_y, out) in out.chunks_exact_mut(w.out[1]).enumerate() {
            column.fill(f32::NEG_INFINITY);
            for y in w.span(0, out_y) {
                let line = &plane[y * width..][..width];
                column.iter_mut().zip(line).for_each(|(best, &v)| *best = larger(*best, v));
            }
            out.fill(f32::NEG_INFINITY);
            for tap in 0..w.kernel[1] {
                let outputs = w.under(tap);
                if outputs.is_empty() {
                    continue;
                }
                let first = outputs.start * w.stride[1] + tap - w.before[1];
                let (out, column) = (&mut out[outputs], &column[first..]);
                match w.stride[1] {
                    1 => out.iter_mut().zip(column).for_each(|(best, &v)| *best = larger(*best, v)),
                    s => {
                        out.iter_mut().zip(column.chunks(s)).for_each(|(best, v)| *best = larger(*best, v[0]))
                    }
                }
            }
        }
    }
}

/// NaN loses.
fn larger(best: f32, v: f32) -> f32 {
    if v > best { v } else { best }
}

/// No pixel of the window was above −inf.
const NOWHERE: u32 = u32::MAX;

/// Adds each window's `c` to the first of its largest pixels, windows in order.
pub(super) fn max_pool_gradient(x: &[f32], c: &[f32], w: &Windows, out: &mut [f32]) {
    let [height, width] = w.image;
    let n_out = w.out[0] * w.out[1];
    out.fill(0.0);
    let mut best = vec![0.0; w.out[1]];
    let mut place = vec![NOWHERE; w.out[1]];
    let planes = x.chunks_exact(height * width).zip(c.chunks_exact(n_out));
    for ((plane, c), out) in planes.zip(out.chunks_exact_mut(height * width)) {
        for (out_y, c) in c.chunks_exact(w.out[1]).enumerate() {
            best.fill(f32::NEG_INFINITY);
            place.fill(NOWHERE);
            for y in w.span(0, out_y) {
                for tap in 0..w.kernel[1] {
                    let outputs = w.under(tap);
                    if outputs.is_empty() {
                        continue;
                    }
                    let first = y * width + outputs.start * w.stride[1] + tap - w.before[1];
                    let windows = best[outputs.clone()].iter_mut().zip(&mut place[outputs]);
                    let pixels = plane[first..].chunks(w.stride[1]);
                    for (k, ((best, place), v)) in windows.zip(pixels).enumerate() {
                        let is_larger = v[0] > *best;
                        *best = if is_larger { v[0] } else { *best };
                        *place = if is_larger { (first + k * w.stride[1]) as u32 } else { *place };
                    }
                }
            }
            for (&place, &c) in place.iter().zip(c) {
                if place != NOWHERE {
                    out[place as usize] += c;
                }
            }
        }
    }
}
