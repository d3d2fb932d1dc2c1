// out[r, c] = table[indices[r], c]. One invocation copies one element.
// table: [n_rows, width], contiguous from an offset; indices: [rows], below n_rows (the host has
// checked); out: [rows, width], contiguous. Agrees exactly with the CPU.

struct Uniforms {
    count: u32,
    row: u32, // invocations in one row of the grid
    width: u32,
    offset: u32, // first element of the table
}

@group(0) @binding(0) var<uniform> u: Uniforms;
@group(0) @binding(1) var<storage, read> table: array<f32>;
@group(0) @binding(2) var<storage, read> indices: array<u32>;
@group(0) @binding(3) var<storage, read_write> out: array<f32>;

@compute @workgroup_size(64)
fn main(@builtin(global_invocation_id) id: vec3<u32>) {
    let i = id.x + id.y * u.row;
    if (i < u.count) {
        out[i] = table[u.offset + indices[i / u.width] * u.width + i % u.width];
    }
}
