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
fn every(x: &[f32], stride: usize, out: &mut [f32], f: impl Fn(f32, &mut f32)) {
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

/// No pixel of the window was above −inf.
const NOWHERE: u32 = u32::MAX;

/// Adds each window's `c` to the first of its largest pixels, windows in order.
pub(super) fn max_pool_gradient(x: &[f32], c: &[f32], w: &Windows, out: &mut [f32]) {
    let [height, width] = w.image;
    let n_out = w.out[0] * w.out[1];
    out.fill(0.0);
    // Under each window of a row the largest so far, and the line and tap where it was.
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
                    // In the padded plane, less the window's own start.
                    let here = (y * width + tap) as u32;
                    let (best, place) = (&mut best[outputs.clone()], &mut place[outputs]);
                    choose(&plane[first..], w.stride[1], best, place, here);
                }
            }
            for (out_x, (&place, &c)) in place.iter().zip(c).enumerate() {
                if place != NOWHERE {
                    out[place as usize + out_x * w.stride[1] - w.before[1]] += c;
                }
            }
        }
    }
}

/// For each window, takes the pixel `x[i · stride]`, which is at `here`, where it is larger than the best.
/// Loops as in [`every`].
fn choose(x: &[f32], stride: usize, best: &mut [f32], place: &mut [u32], here: u32) {
    let take = |v: f32, best: &mut f32, place: &mut u32| {
        *place = if v > *best { here } else { *place };
        *best = larger(*best, v);
    };
    match stride {
        2 => {
            let (pairs, rest) = x.as_chunks::<2>();
            best.iter_mut()
                .zip(place.iter_mut())
                .zip(pairs)
                .for_each(|((best, place), pair)| take(pair[0], best, place));
            let last = pairs.len();
            if let ([v], Some(best), Some(place)) = (rest, best.get_mut(last), place.get_mut(last)) {
                take(*v, best, place);
            }
        }
        _ => {
            let pixels = x.iter().step_by(stride);
            best.iter_mut().zip(place).zip(pixels).for_each(|((best, place), &v)| take(v, best, place));
        }
    }
}
