//! The CPU loops, row by row of outputs.

use super::Geometry;
use super::geometry::Span;

/// `x` `[batch, channels, image]` → `out` `[channels, taps, batch, outputs]`, written once from start to end.
pub(super) fn unfold(x: &[f32], batch: usize, g: &Geometry, out: &mut [f32]) {
    let n_pixels = g.image[0] * g.image[1];
    let channels = x.len() / (batch * n_pixels);
    let spans: Vec<Span> = (0..g.n_taps()).map(|tap| g.under(tap)).collect();
    for (line, out) in out.chunks_exact_mut(batch * g.n_out()).enumerate() {
        let (channel, span) = (line / spans.len(), &spans[line % spans.len()]);
        for (image, out) in out.chunks_exact_mut(g.n_out()).enumerate() {
            let plane = &x[(image * channels + channel) * n_pixels..][..n_pixels];
            read_plane(plane, span, g, out);
        }
    }
}

/// What one tap sees of one channel of one image.
fn read_plane(plane: &[f32], span: &Span, g: &Geometry, out: &mut [f32]) {
    let (width, out_width, columns) = (g.image[1], g.out[1], span.columns.clone());
    if span.rows.is_empty() || columns.is_empty() {
        out.fill(0.0);
        return;
    }
    out[..span.rows.start * out_width].fill(0.0);
    out[span.rows.end * out_width..].fill(0.0);
    let out = &mut out[span.rows.start * out_width..span.rows.end * out_width];
    let from = span.first[0] * width + span.first[1];
    let is_shifted = g.stride == [1, 1] && out_width == width;
    if is_shifted {
        // The plane moved by some places; what comes over the edge from the next row is overwritten.
        let len = (span.rows.len() - 1) * width + columns.len();
        out[columns.start..columns.start + len].copy_from_slice(&plane[from..from + len]);
    }
    for (row, line) in out.chunks_exact_mut(out_width).enumerate() {
        line[..columns.start].fill(0.0);
        line[columns.end..].fill(0.0);
        let x = &plane[(span.first[0] + row * g.stride[0]) * width + span.first[1]..];
        let line = &mut line[columns.clone()];
        match g.stride[1] {
            _ if is_shifted => {}
            1 => line.copy_from_slice(&x[..columns.len()]),
            stride => line.iter_mut().zip(x.iter().step_by(stride)).for_each(|(out, &x)| *out = x),
        }
    }
}

/// The transpose: `patches` `[channels, taps, batch, outputs]` are added to `out` `[batch, channels, image]`,
/// taps upwards.
pub(super) fn fold(patches: &[f32], batch: usize, g: &Geometry, out: &mut [f32]) {
    let n_pixels = g.image[0] * g.image[1];
    let channels = out.len() / (batch * n_pixels);
    let spans: Vec<Span> = (0..g.n_taps()).map(|tap| g.under(tap)).collect();
    for (at, plane) in out.chunks_exact_mut(n_pixels).enumerate() {
        let (image, channel) = (at / channels, at % channels);
        plane.fill(0.0);
        for (tap, span) in spans.iter().enumerate() {
            let line = (channel * spans.len() + tap) * batch + image;
            add_plane(&patches[line * g.n_out()..][..g.n_out()], span, g, plane);
        }
    }
}

fn add_plane(patch: &[f32], span: &Span, g: &Geometry, plane: &mut [f32]) {
    if span.columns.is_empty() {
        return;
    }
    for (row, out_y) in span.rows.clone().enumerate() {
        let c = &patch[out_y * g.out[1]..][span.columns.clone()];
        let x = &mut plane[(span.first[0] + row * g.stride[0]) * g.image[1] + span.first[1]..];
        match g.stride[1] {
            1 => x.iter_mut().zip(c).for_each(|(x, &c)| *x += c),
            stride => x.iter_mut().step_by(stride).zip(c).for_each(|(x, &c)| *x += c),
        }
    }
}
