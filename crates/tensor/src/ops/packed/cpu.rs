//! The CPU loops.
//!
//! An f16 number is widened by moving its bits: sign, exponent and fraction at their places in an f32 make the
//! number times 2⁻¹¹², denormals too. The factor is left to the end, and the input is scaled beforehand by a power
//! of two for which no product leaves the range of f32. Both are exact.

use super::format::{Format, Half};
use crate::Result;
use crate::ops::gather_rows::check_index;

/// Sums side by side, and rows of the weight at once.
const LANES: usize = 4;
const ROWS: usize = 4;
/// Moved bits are the f16 number times 2 to the power of minus this.
const MOVED: i32 = 112;

/// `x` `[n, cols]` → `out` `[n, rows]`.
pub(super) fn linear(format: &Format, x: &[f32], words: &[f32], out: &mut [f32]) {
    let words = bytemuck::cast_slice(words);
    let inputs = x.chunks_exact(format.cols);
    match format.half {
        Half::F16 => {
            let inputs: Vec<Input> = inputs.map(|x| Input::scaled(x, format)).collect();
            multiply(format, &inputs, words, out, widen_f16);
        }
        Half::Bf16 => {
            let inputs: Vec<Input> = inputs.map(|x| Input::new(x, format, 1.0)).collect();
            multiply(format, &inputs, words, out, widen_bf16);
        }
    }
}

/// The rows of these indices → `out` `[indices.len(), cols]`.
pub(super) fn take_rows(format: &Format, words: &[f32], indices: &[f32], out: &mut [f32]) -> Result<()> {
    for (&index, out) in indices.iter().zip(out.chunks_exact_mut(format.cols)) {
        let row = check_index("take_rows", index, format.rows)?;
        widen(format, bytemuck::cast_slice(words), row, out);
    }
    Ok(())
}

/// The numbers of a row → `out` `[cols]`.
pub(super) fn widen(format: &Format, words: &[u32], row: usize, out: &mut [f32]) {
    let line = &words[row * format.row_words()..][..format.row_words()];
    let scale = power(MOVED - format.raised as i32);
    match format.half {
        Half::F16 => widen_line(line, out, |word| widen_f16(word).map(|number| number * scale)),
        Half::Bf16 => widen_line(line, out, widen_bf16),
    }
}

#[inline(always)]
fn widen_line(line: &[u32], out: &mut [f32], widen: impl Fn(u32) -> [f32; 2]) {
    let (pairs, last) = out.as_chunks_mut::<2>();
    pairs.iter_mut().zip(line).for_each(|(out, &word)| *out = widen(word));
    if let [last] = last {
        [*last, _] = widen(line[pairs.len()]);
    }
}

/// Both numbers of a word times 2⁻¹¹².
#[inline(always)]
fn widen_f16(word: u32) -> [f32; 2] {
    // The arithmetic shift repeats the sign above the exponent, where the mask takes it away again.
    [word << 16, word].map(|half| f32::from_bits((half as i32 >> 3) as u32 & 0x8fff_e000))
}

/// Both numbers of a word.
#[inline(always)]
fn widen_bf16(word: u32) -> [f32; 2] {
    [f32::from_bits(word << 16), f32::from_bits(word & 0xffff_0000)]
}

/// 2 to a power within the exponents of f32.
fn power(exponent: i32) -> f32 {
    f32::from_bits(((exponent + 127) as u32) << 23)
}

/// A row of the input as the words meet it.
struct Input {
    /// What the low halves are multiplied with, and the high ones; zeros at the end, as in the words.
    even: Vec<f32>,
    odd: Vec<f32>,
    /// By which the sums are multiplied.
    back: f64,
}

impl Input {
    fn new(x: &[f32], format: &Format, factor: f32) -> Self {
        let every_second = |first: usize| {
            let mut numbers: Vec<f32> = x.iter().skip(first).step_by(2).map(|v| v * factor).collect();
            numbers.resize(format.row_words(), 0.0);
            numbers
        };
        Self { even: every_second(0), odd: every_second(1), back: 1.0 }
    }

    /// Scaled so that the largest number is near 2¹⁰⁰, and a product with moved bits below 2⁵. Where that takes a
    /// factor beyond f32, the nearest there is.
    fn scaled(x: &[f32], format: &Format) -> Self {
        let largest = x.iter().fold(0.0_f32, |largest, v| largest.max(v.abs()));
        let exponent = (largest.to_bits() >> 23) as i32 - 127;
        let up = (100 - exponent).clamp(-27, 126);
        let back = 2.0_f64.powi(MOVED - format.raised as i32 - up);
        Self { back, ..Self::new(x, format, power(up)) }
    }
}

/// Four rows of the weight at once share the loads of the input. They lie a quarter of the matrix apart, so that
/// memory is read as four long streams: that is faster than one, and neighbouring rows are slower than either,
/// since they take each other's place in what a processor foresees (measured: 21, 27 and 45 ms for 269 MB).
fn multiply(
    format: &Format,
    inputs: &[Input],
    words: &[u32],
    out: &mut [f32],
    widen: impl Fn(u32) -> [f32; 2] + Copy,
) {
    let quarter = format.rows / ROWS;
    let line = |row: usize| &words[row * format.row_words()..][..format.row_words()];
    for i in 0..quarter {
        let rows: [usize; ROWS] = std::array::from_fn(|r| r * quarter + i);
        let lines = rows.map(line);
        for (x, out) in inputs.iter().zip(out.chunks_exact_mut(format.rows)) {
            for (row, sum) in rows.into_iter().zip(total(&dots(lines, x, widen))) {
                out[row] = (f64::from(sum) * x.back) as f32;
            }
        }
    }
    for row in ROWS * quarter..format.rows {
        for (x, out) in inputs.iter().zip(out.chunks_exact_mut(format.rows)) {
            let [sum, ..] = total(&dots([line(row); ROWS], x, widen));
            out[row] = (f64::from(sum) * x.back) as f32;
        }
    }
}

/// The products of four lines with the input, summed in lanes.
#[inline(always)]
fn dots(
    [a, b, c, d]: [&[u32]; ROWS],
    x: &Input,
    widen: impl Fn(u32) -> [f32; 2] + Copy,
) -> [[f32; LANES]; ROWS] {
    let [mut of_a, mut of_b, mut of_c, mut of_d] = [[0.0; LANES]; ROWS];
    let inputs = x.even.as_chunks().0.iter().zip(x.odd.as_chunks().0);
    let lines = a.as_chunks().0.iter().zip(b.as_chunks().0).zip(c.as_chunks().0.iter().zip(d.as_chunks().0));
    for ((even, odd), ((a, b), (c, d))) in inputs.zip(lines) {
        of_a = add(of_a, a, even, odd, widen);
        of_b = add(of_b, b, even, odd, widen);
        of_c = add(of_c, c, even, odd, widen);
        of_d = add(of_d, d, even, odd, widen);
    }
    [of_a, of_b, of_c, of_d]
}

#[inline(always)]
fn add(
    sums: [f32; LANES],
    words: &[u32; LANES],
    even: &[f32; LANES],
    odd: &[f32; LANES],
    widen: impl Fn(u32) -> [f32; 2],
) -> [f32; LANES] {
    std::array::from_fn(|lane| {
        let [low, high] = widen(words[lane]);
        sums[lane] + (low * even[lane] + high * odd[lane])
    })
}

/// The sum of each row's lanes. Kept apart from the loop above, which is not vectorised when it sees this one.
#[inline(never)]
fn total(sums: &[[f32; LANES]; ROWS]) -> [f32; ROWS] {
    sums.map(|lanes| lanes.iter().sum())
}
