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
                let column = &column[outputs.start * w.stride[1] + tap - w.before[1]..];
                every(column, w.stride[1], &mut out[outputs], |v, best| *best = larger(*best, v));
            }
        }
    }
}

/// NaN loses.
fn larger(best: f32, v: f32) -> f32 {
    if v > best { v } else { best }
}

/// Calls `f(x[i · stride], out[i])` for all i; the strides that networks use have loops of their own, since
/// only a fixed one vectorises.
fn every<T>(x: &[f32], stride: usize, out: &mut [T], mut f: impl FnMut(f32, &mut T)) {
    match stride {
        1 => out.iter_mut().zip(x).for_each(|(out, &v)| f(v, out)),
        2 => {
            let (pairs, rest) = x.as_chunks::<2>();
            out.iter_mut().zip(pairs).for_each(|(out, pair)| f(pair[0], out));
            // The last pixel may have no neighbour.
            if let ([v], Some(last)) = (rest, out.get_mut(pairs.len())) {
                f(*v, last);
            }
        }
        _ => out.iter_mut().zip(x.iter().step_by(stride)).for_each(|(out, &v)| f(v, out)),
    }
}

/// The largest so far under a window, and the line and tap where it was.
#[derive(Clone, Copy)]
struct Best {
    value: f32,
    place: u32,
}

/// No pixel of the window was above −inf.
const NOWHERE: u32 = u32::MAX;

/// Adds each window's `c` to the first of its largest pixels, windows in order.
pub(super) fn max_pool_gradient(x: &[f32], c: &[f32], w: &Windows, out: &mut [f32]) {
    let [height, width] = w.image;
    let n_out = w.out[0] * w.out[1];
    out.fill(0.0);
    let mut best = vec![Best { value: 0.0, place: NOWHERE }; w.out[1]];
    let planes = x.chunks_exact(height * width).zip(c.chunks_exact(n_out));
    for ((plane, c), out) in planes.zip(out.chunks_exact_mut(height * width)) {
        for (out_y, c) in c.chunks_exact(w.out[1]).enumerate() {
            best.fill(Best { value: f32::NEG_INFINITY, place: NOWHERE });
            for y in w.span(0, out_y) {
                for tap in 0..w.kernel[1] {
                    let outputs = w.under(tap);
                    if outputs.is_empty() {
                        continue;
                    }
                    let first = y * width + outputs.start * w.stride[1] + tap - w.before[1];
                    // In the padded plane, less the window's own start.
                    let place = (y * width + tap) as u32;
                    every(&plane[first..], w.stride[1], &mut best[outputs], |v, best| {
                        let is_larger = v > best.value;
                        best.value = if is_larger { v } else { best.value };
                        best.place = if is_larger { place } else { best.place };
                    });
                }
            }
            for (out_x, (best, &c)) in best.iter().zip(c).enumerate() {
                if best.place != NOWHERE {
                    out[best.place as usize + out_x * w.stride[1] - w.before[1]] += c;
                }
            }
        }
    }
}
