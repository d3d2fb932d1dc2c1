// out[r, c] = Σ over i with indices[i] = r of rows[i, c], in the order of i: the transpose of
// take_rows. One invocation computes one element and looks through all indices, so that no two write
// to one place and a device repeats itself to the bit. Cost: elements × indices comparisons.
// rows: [n, width] and indices: [n], both contiguous from an offset; out: [table rows, width].
// Adds in the CPU's order and agrees exactly with it.

struct Uniforms {
    count: u32,
    row: u32, // invocations in one row of the grid
    width: u32,
    offset: u32, // first element of the rows
    index_offset: u32,
    n: u32, // indices
    unused0: u32,
    unused1: u32,
}

@group(0) @binding(0) var<uniform> u: Uniforms;
@group(0) @binding(1) var<storage, read> rows: array<f32>;
@group(0) @binding(2) var<storage, read> indices: array<f32>;
@group(0) @binding(3) var<storage, read_write> out: array<f32>;

@compute @workgroup_size(64)
fn main(@builtin(global_invocation_id) id: vec3<u32>) {
    let i = id.x + id.y * u.row;
    if (i >= u.count) {
        return;
    }
    let to_row = f32(i / u.width);
    let column = i % u.width;
    var sum = 0.0;
    for (var k = 0u; k < u.n; k++) {
        if (indices[u.index_offset + k] == to_row) {
            sum += rows[u.offset + k * u.width + column];
        }
    }
    out[i] = sum;
}
