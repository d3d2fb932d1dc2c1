//! What runs on the device: a WGSL text, its uniform block and its grid.

use std::borrow::Cow;

/// Most workgroups along one dimension (WebGPU's guaranteed limit).
const MAX_GROUPS: usize = 65_535;

/// One `.wgsl` file, or a text that the elementwise fuser made. `name` must be unique (the text itself
/// where it was made); it keys the cache of compiled kernels.
#[derive(Clone, Debug)]
pub(crate) struct Kernel {
    pub name: Cow<'static, str>,
    pub source: Cow<'static, str>,
    /// Values for the file's `override` constants.
    pub constants: Vec<(&'static str, f64)>,
}

impl Kernel {
    /// A file that needs no constants.
    pub fn file(name: &'static str, source: &'static str) -> Self {
        Self { name: name.into(), source: source.into(), constants: Vec::new() }
    }

    /// What errors call it.
    pub fn label(&self) -> &str {
        if self.name.contains('\n') { "a fused kernel" } else { &self.name }
    }

    /// A file with its constants; `name` must tell them apart.
    pub fn variant(name: &'static str, source: &'static str, constants: &[(&'static str, f64)]) -> Self {
        Self { constants: constants.to_vec(), ..Self::file(name, source) }
    }
}

/// One run of a kernel, but for its buffers.
#[derive(Clone, Debug)]
pub(crate) struct Dispatch {
    pub kernel: Kernel,
    /// The uniform block.
    pub uniforms: Vec<u8>,
    pub groups: [u32; 3],
    /// Which of the op's inputs are bound; all of them where it says nothing.
    pub inputs: Option<Vec<usize>>,
}

impl Dispatch {
    pub fn new<U: bytemuck::Pod>(kernel: Kernel, uniforms: &U, groups: [u32; 3]) -> Self {
        Self { kernel, uniforms: bytemuck::bytes_of(uniforms).to_vec(), groups, inputs: None }
    }

    /// Binds only these inputs.
    pub fn reading(self, inputs: &[usize]) -> Self {
        Self { inputs: Some(inputs.to_vec()), ..self }
    }
}

/// Workgroups for `count` invocations in groups of `group_size`, folded into two dimensions;
/// the second value is the number of invocations in one row of the fold (for the uniform block).
pub(crate) fn grid(count: usize, group_size: usize) -> ([u32; 3], u32) {
    let groups = count.div_ceil(group_size).max(1);
    let rows = groups.div_ceil(MAX_GROUPS);
    let columns = groups.div_ceil(rows);
    ([columns as u32, rows as u32, 1], (columns * group_size) as u32)
}

#[cfg(test)]
mod tests {
    use super::grid;

    #[test]
    fn a_grid_covers_all_invocations_within_the_limit() {
        for count in [0, 1, 64, 65, 65_535 * 64, 65_535 * 64 + 1, 500_000_000] {
            let ([x, y, _], row) = grid(count, 64);
            assert!(x <= 65_535 && y <= 65_535);
            assert_eq!(row, x * 64);
            assert!(row as usize * y as usize >= count);
        }
    }
}
