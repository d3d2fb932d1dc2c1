//! The kernels of fused programs: one of their own, one that ends with a reduction, or the end of an op's kernel.

use std::fmt::Write;

use super::Program;
use super::text::Text;
use crate::gpu::{Dispatch, Ending, Gpu, Kernel, Scratch, grid, is_lone_row};
use crate::graph::{Reducer, Reduction};
use crate::{Error, Result};

const ELEMENT: &str = include_str!("element.wgsl");
const REDUCE_THREAD: &str = include_str!("reduce_thread.wgsl");
const REDUCE_GROUP: &str = include_str!("reduce_group.wgsl");

/// Sums shorter than this, or with more outputs than [`MANY_OUTPUTS`], are left to one thread each.
const LONG_SUM: usize = 64;
const MANY_OUTPUTS: usize = 1 << 14;

/// The kernel of an elementwise program over `0..count`, and whether it reads the words. Results are written
/// over the inputs that `over` names, which are bound once, as outputs.
pub(crate) fn element(program: &Program, count: usize, over: &[Option<usize>]) -> (Dispatch, bool) {
    let mut text = Text::new(program, 1, over, "");
    for (k, &result) in program.results.iter().enumerate() {
        let _ = writeln!(text.body, "    out{k}[i] = v{result};");
    }
    let function = format!("fn compute(i: u32) {{\n{}}}\n", text.body);
    let (groups, row) = grid(count, 64);
    text.data[..2].copy_from_slice(&[count as u32, row]);
    frame(&text, program, ELEMENT, &function, groups)
}

/// The kernel of a program and a reduction of its result, and whether it reads the words.
pub(crate) fn reduce(gpu: &Gpu, program: &Program, reduction: Reduction) -> (Dispatch, bool) {
    let Reduction { reducer, outer, middle, inner } = reduction;
    let mut text = Text::new(program, 2, &[], "");
    let function =
        format!("fn value(i: u32) -> f32 {{\n{}    return v{};\n}}\n", text.body, program.results[0]);
    let outputs = outer * inner;
    // A lone invocation compensates its sum, however long.
    let is_grouped = middle >= LONG_SUM && outputs <= MANY_OUTPUTS && !is_lone_row(gpu, outputs, 1);
    let (groups, row) = grid(outputs, if is_grouped { 1 } else { 64 });
    let reducer = match reducer {
        Reducer::Sum => 0,
        Reducer::Max => 1,
        Reducer::Min => 2,
    };
    text.data[..7].copy_from_slice(&[
        outputs as u32,
        row,
        middle as u32,
        inner as u32,
        reducer,
        f32::NEG_INFINITY.to_bits(),
        f32::INFINITY.to_bits(),
    ]);
    let file = if is_grouped { REDUCE_GROUP } else { REDUCE_THREAD };
    frame(&text, program, file, &function, groups)
}

/// Puts buffers and function between the marks of a frame.
fn frame(
    text: &Text<'_>,
    program: &Program,
    file: &str,
    function: &str,
    groups: [u32; 3],
) -> (Dispatch, bool) {
    let mut bound = text.bound();
    if text.reads_words {
        bound.push(program.n_inputs());
    }
    let mut made = text.declare(0, 1);
    for result in 0..program.results.len() {
        let binding = 1 + bound.len() + result;
        let _ =
            writeln!(made, "@group(0) @binding({binding}) var<storage, read_write> out{result}: array<f32>;");
    }
    let source = between(file, "generated", &(made + &text.libraries() + function)).unwrap_or_default();
    let kernel = Kernel { name: source.clone().into(), source: source.into(), constants: Vec::new() };
    let uniforms = text.uniforms();
    let dispatch =
        Dispatch { kernel, uniforms, groups, inputs: Some(bound), scratch: Scratch::Unused, ending: None };
    (dispatch, text.reads_words)
}

/// Puts the program where the last kernel of an op with so many inputs hands over each number that it stores:
/// `finish(i, carried)`. The program's inputs follow the op's. Says also whether it reads the words.
pub(crate) fn finish(program: &Program, dispatch: Dispatch, n_inputs: usize) -> Result<(Dispatch, bool)> {
    let text = Text::new(program, 0, &[], "finish_");
    let n_read = match dispatch.scratch {
        Scratch::Read => 1,
        _ => dispatch.inputs.as_ref().map_or(n_inputs, Vec::len),
    };
    // The uniform block and the output are bound too.
    let own = n_read + 2;
    let function = format!(
        "fn finish(i: u32, carried: f32) -> f32 {{\n{}    return v{};\n}}\n",
        text.body, program.results[0]
    );
    let made = text.declare(own, own + 1) + &text.libraries() + &function;
    let label = &dispatch.kernel.name;
    let source = between(&dispatch.kernel.source, "finish", &made)
        .ok_or_else(|| Error::Gpu(format!("the kernel {label} takes no program at its end")))?;
    let kernel = Kernel {
        name: format!("{label}\n{made}").into(),
        source: source.into(),
        constants: dispatch.kernel.constants.clone(),
    };
    let n_bound = program.n_inputs() + usize::from(text.reads_words);
    let ending = Ending { uniforms: text.uniforms(), inputs: (n_inputs..n_inputs + n_bound).collect() };
    Ok((Dispatch { kernel, ending: Some(ending), ..dispatch }, text.reads_words))
}

/// The file with `made` in place of what stands between its marks of that name.
fn between(file: &str, mark: &str, made: &str) -> Option<String> {
    let (before, rest) = file.split_once(&format!("// --- {mark}\n"))?;
    let (_, after) = rest.split_once(&format!("// --- end {mark}\n"))?;
    Some(format!("{before}{made}{after}"))
}
