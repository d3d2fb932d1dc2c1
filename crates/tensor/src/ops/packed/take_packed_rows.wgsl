// out[k, c] = matrix[indices[k], c], the matrix packed two numbers a word (see format.rs). One invocation widens
// one element.
// words: [rows, row_words]; indices: [n], contiguous from an offset; out: [n, cols].
// An index the matrix lacks takes its last row (the CPU refuses). Else agrees exactly with the CPU, but for
// denormals of bf16, which a device may take for zero.

struct Uniforms {
    count: u32,
    row: u32, // invocations in one row of the grid
    rows: u32,
    cols: u32,
    row_words: u32,
    n: u32,
    offset: u32, // first index
    unused: u32,
}

@group(0) @binding(0) var<uniform> u: Uniforms;
@group(0) @binding(1) var<storage, read> words: array<u32>;
@group(0) @binding(2) var<storage, read> indices: array<f32>;
@group(0) @binding(3) var<storage, read_write> out: array<f32>;

override KIND: u32 = 2u; // 0: bf16; 1: f16; 2: f16 times 1024, of which none is a denormal
const TINIEST: f32 = 5.9604644775390625e-8; // 2⁻²⁴
const MOVED: f32 = 5.070602400912918e30; // 2¹¹² / 1024: moved bits are a kept number times 2⁻¹¹² (see cpu.rs)

// Both numbers of a word, exactly.
fn widen(word: u32) -> vec2<f32> {
    if (KIND == 0u) {
        return bitcast<vec2<f32>>(vec2<u32>(word << 16u, word & 0xffff0000u));
    }
    if (KIND == 2u) {
        let moved = vec2<i32>(bitcast<i32>(word << 16u), bitcast<i32>(word)) >> vec2<u32>(3u);
        return bitcast<vec2<f32>>(vec2<u32>(moved) & vec2<u32>(0x8fffe000u)) * MOVED;
    }
    // A device may take a denormal for zero.
    let bits = vec2<u32>(word & 0xffffu, word >> 16u);
    let magnitude = bits & vec2<u32>(0x7fffu);
    let denormal = vec2<f32>(magnitude) * TINIEST;
    let normal = bitcast<vec2<f32>>((magnitude << vec2<u32>(13u)) + vec2<u32>(112u << 23u));
    let size = select(normal, denormal, magnitude < vec2<u32>(0x400u));
    return select(size, -size, bits >= vec2<u32>(0x8000u));
}

@compute @workgroup_size(64)
fn main(@builtin(global_invocation_id) id: vec3<u32>) {
    let i = id.x + id.y * u.row;
    if (i >= u.count) {
        return;
    }
    let from_row = min(u32(indices[u.offset + i / u.cols]), u.rows - 1u);
    let c = i % u.cols;
    out[i] = widen(words[from_row * u.row_words + c / 2u])[c % 2u];
}
