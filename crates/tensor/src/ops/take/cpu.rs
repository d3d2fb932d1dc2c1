//! The CPU loops.

use super::Sizes;
use crate::Result;
use crate::ops::gather_rows::check_index;

pub(super) fn take(
    x: &[f32],
    indices: &[f32],
    sizes: &Sizes,
    is_shared: bool,
    out: &mut [f32],
) -> Result<()> {
    let Sizes { n, m, inner, .. } = *sizes;
    let blocks = x.chunks_exact(n * inner).zip(out.chunks_exact_mut(m * inner)).enumerate();
    for (o, (x, out)) in blocks {
        if is_shared {
            for (&index, out) in indices.iter().zip(out.chunks_exact_mut(inner)) {
                let row = check_index("index_select", index, n)?;
                out.copy_from_slice(&x[row * inner..][..inner]);
            }
            continue;
        }
        let own = indices[o * m * inner..][..m * inner].chunks_exact(inner);
        for (own, out) in own.zip(out.chunks_exact_mut(inner)) {
            for (column, (&index, out)) in own.iter().zip(out).enumerate() {
                *out = x[check_index("take", index, n)? * inner + column];
            }
        }
    }
    Ok(())
}

pub(super) fn scatter_add(
    values: &[f32],
    indices: &[f32],
    sizes: &Sizes,
    is_shared: bool,
    out: &mut [f32],
) -> Result<()> {
    let Sizes { n, m, inner, .. } = *sizes;
    out.fill(0.0);
    let blocks = values.chunks_exact(m * inner).zip(out.chunks_exact_mut(n * inner)).enumerate();
    for (o, (values, out)) in blocks {
        if is_shared {
            for (&index, values) in indices.iter().zip(values.chunks_exact(inner)) {
                let row = check_index("index_select", index, n)?;
                out[row * inner..][..inner].iter_mut().zip(values).for_each(|(out, &v)| *out += v);
            }
            continue;
        }
        let own = indices[o * m * inner..][..m * inner].chunks_exact(inner);
        for (own, values) in own.zip(values.chunks_exact(inner)) {
            for (column, (&index, &value)) in own.iter().zip(values).enumerate() {
                out[check_index("scatter_add", index, n)? * inner + column] += value;
            }
        }
    }
    Ok(())
}
