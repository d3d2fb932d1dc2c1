//! What runs on the device: a WGSL text, its uniform block and its grid.

use std::borrow::Cow;

use super::Gpu;

/// Most workgroups along one dimension (WebGPU's guaranteed limit).
const MAX_GROUPS: usize = 65_535;

/// On adapters that compute on the CPU, rows from which each is left to one invocation: barriers cost more
/// there than a lone invocation does.
const MANY_ROWS: usize = 256;

const ROWS: &str = "rows";
const LONE_ROW: &str = "an invocation each";

/// Longest row of such an invocation; in a longer one an f32 sum would lose digits.
const MAX_LONE_WIDTH: usize = 4096;

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
        match self.name.split_once('\n') {
            None => &self.name,
            // A text that the fuser made begins with its comment; at the end of an op's kernel, with that one's name.
            Some((first, _)) if first.starts_with("//") => "a fused kernel",
            Some((first, _)) => first,
        }
    }

    /// A file with its constants; `name` must tell them apart.
    pub fn variant(name: &'static str, source: &'static str, constants: &[(&'static str, f64)]) -> Self {
        Self { constants: constants.to_vec(), ..Self::file(name, source) }
    }

    /// A text with its constants; `name` must tell texts apart.
    pub fn made(name: &str, source: Cow<'static, str>, constants: Vec<(&'static str, f64)>) -> Self {
        let values = constants.iter().map(|(constant, value)| format!(" {constant}={value}"));
        Self { name: format!("{name}{}", values.collect::<String>()).into(), source, constants }
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
    pub scratch: Scratch,
    pub ending: Option<Ending>,
}

/// What a program at the end of an op's kernel binds after the output: its uniform block, and which of the step's
/// inputs it reads beside the number that it is handed.
#[derive(Clone, Debug)]
pub(crate) struct Ending {
    pub uniforms: Vec<u8>,
    pub inputs: Vec<usize>,
}

/// What a dispatch does with the one buffer that an op's dispatches may hand on to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Scratch {
    Unused,
    /// Writes so many numbers there, in place of the output.
    Written(usize),
    /// Reads it, in place of the inputs.
    Read,
}

impl Dispatch {
    pub fn new<U: bytemuck::Pod>(kernel: Kernel, uniforms: &U, groups: [u32; 3]) -> Self {
        Self {
            kernel,
            uniforms: bytemuck::bytes_of(uniforms).to_vec(),
            groups,
            inputs: None,
            scratch: Scratch::Unused,
            ending: None,
        }
    }

    /// Binds only these inputs.
    pub fn reading(self, inputs: &[usize]) -> Self {
        Self { inputs: Some(inputs.to_vec()), ..self }
    }

    /// Writes `count` numbers for a later dispatch of the same op in place of the output.
    pub fn writing_scratch(self, count: usize) -> Self {
        Self { scratch: Scratch::Written(count), ..self }
    }

    /// Reads what an earlier dispatch of the same op wrote, in place of the inputs.
    pub fn reading_scratch(self) -> Self {
        Self { scratch: Scratch::Read, ..self }
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

/// Whether each of so many rows of this width is left to one invocation.
pub(crate) fn is_lone_row(gpu: &Gpu, rows: usize, width: usize) -> bool {
    match gpu.choice(ROWS) {
        Some(kernel) => kernel == LONE_ROW,
        None => gpu.adapter().is_software && rows >= MANY_ROWS && width <= MAX_LONE_WIDTH,
    }
}

impl Gpu {
    /// Has every kernel that computes rows (softmax, norms, sums) give each to one invocation, or to a
    /// workgroup. For tests and benches.
    pub fn force_lone_rows(&self, is_alone: bool) {
        self.choose(ROWS, if is_alone { LONE_ROW } else { "a workgroup each" });
    }
}

/// For kernels that give a row to a workgroup of 64 invocations, or with LANES 1 a row to each: the lanes,
/// the workgroups, and the number of rows in one row of the fold.
pub(crate) fn row_grid(gpu: &Gpu, rows: usize, width: usize) -> (f64, [u32; 3], u32) {
    let is_alone = is_lone_row(gpu, rows, width);
    let (groups, row) = grid(rows, if is_alone { 64 } else { 1 });
    (if is_alone { 1.0 } else { 64.0 }, groups, row)
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
