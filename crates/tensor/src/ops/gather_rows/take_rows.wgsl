// out[r, c] = table[indices[r], c]. One invocation copies one element.
// table: [n, width] and indices: [rows], both contiguous from an offset; out: [rows, width].
// An index the table lacks takes its last row (the CPU refuses). Else agrees exactly with the CPU.

struct Uniforms {
    count: u32,
    row: u32, // invocations in one row of the grid
    width: u32,
    offset: u32, // first element of the table
    index_offset: u32,
    n: u32, // rows of the table
    unused0: u32,
    unused1: u32,
}

@group(0) @binding(0) var<uniform> u: Uniforms;
@group(0) @binding(1) var<storage, read> table: array<f32>;
@group(0) @binding(2) var<storage, read> indices: array<f32>;
@group(0) @binding(3) var<storage, read_write> out: array<f32>;

@compute @workgroup_size(64)
fn main(@builtin(global_invocation_id) id: vec3<u32>) {
    let i = id.x + id.y * u.row;
    if (i < u.count) {
        let from_row = min(u32(indices[u.index_offset + i / u.width]), u.n - 1u);
        out[i] = table[u.offset + from_row * u.width + i % u.width];
    }
}
