//! Which kernel multiplies: a table of kernels, and what is chosen for which sizes on which adapter.
//!
//! Adapters that compute on the CPU take the tiles in registers, which were measured there (see
//! matmul.wgsl). For graphics processors the choice below is a guess from the literature until
//! [`Gpu::tune_matmul`] has timed the kernels on the device at hand. All but the one for few rows add in the
//! same order, so that the choice between them does not change the sums.

use crate::gpu::Gpu;
use crate::{Error, Result};

/// A kernel that multiplies, with its sizes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Variant {
    /// matmul.wgsl.
    Registers,
    /// matmul_tiled.wgsl.
    Tiled { block: usize, each: usize },
    /// matmul_rows.wgsl; up to [`FEW_ROWS`] rows.
    Rows,
}

/// By name.
pub(super) const VARIANTS: [(&str, Variant); 5] = [
    ("registers", Variant::Registers),
    ("tiled, 64 by 64, 4 by 4 each", Variant::Tiled { block: 64, each: 4 }),
    ("tiled, 64 by 64, 8 by 8 each", Variant::Tiled { block: 64, each: 8 }),
    ("tiled, 32 by 32, 4 by 4 each", Variant::Tiled { block: 32, each: 4 }),
    ("few rows", Variant::Rows),
];

/// Kinds of products for which a choice is made, and a product of each that is timed.
pub(super) const CLASSES: [(&str, [usize; 3]); 3] = [
    ("matmul, few rows", [1, 1024, 1024]),
    ("matmul, small", [256, 256, 256]),
    ("matmul, large", [512, 512, 512]),
];

/// Most rows of [`Variant::Rows`].
pub(super) const FEW_ROWS: usize = 4;
/// Outputs from which a product is large: as many 64 × 64 blocks as a middling graphics processor runs at once.
const LARGE: usize = 64 * 64 * 64;

/// The kind of a product.
fn class(n_batch: usize, [rows, _, cols]: [usize; 3]) -> usize {
    if rows <= FEW_ROWS {
        0
    } else if n_batch * rows * cols < LARGE {
        1
    } else {
        2
    }
}

/// The kernel for `n_batch` products of `[rows, inner] · [inner, cols]`.
pub(super) fn choose(gpu: &Gpu, n_batch: usize, sizes: [usize; 3]) -> Variant {
    let class = class(n_batch, sizes);
    let chosen = gpu.choice(CLASSES[class].0);
    let known = VARIANTS.iter().find(|(name, _)| Some(*name) == chosen).map(|&(_, variant)| variant);
    let variant = known.unwrap_or(match class {
        _ if gpu.adapter().is_software => Variant::Registers,
        0 => Variant::Rows,
        1 => Variant::Tiled { block: 32, each: 4 },
        _ => Variant::Tiled { block: 64, each: 4 },
    });
    if variant == Variant::Rows && sizes[0] > FEW_ROWS { Variant::Registers } else { variant }
}

impl Gpu {
    /// The names of the kernels that multiply.
    pub fn matmul_kernels() -> impl Iterator<Item = &'static str> {
        VARIANTS.iter().map(|(name, _)| *name)
    }

    /// Has every product computed by the kernel of this name (that for few rows where there are few). For
    /// tests and benches. Errors when there is none.
    pub fn force_matmul(&self, name: &str) -> Result<()> {
        let Some((name, _)) = VARIANTS.iter().find(|(known, _)| *known == name) else {
            let known: Vec<&str> = Self::matmul_kernels().collect();
            return Err(Error::Gpu(format!("no kernel {name:?}; there are {known:?}")));
        };
        for (class, _) in CLASSES {
            self.choose(class, name);
        }
        Ok(())
    }
}
