// out[o, r, c] = Σ over j with indices[o, j, c] = r of values[o, j, c], in the order of j; with shared
// indices, over j with indices[j] = r: the transpose of take. One invocation computes one element and
// looks through its line of indices, so that no two write to one place and a device repeats itself to the
// bit. Cost: elements × m comparisons.
// values: [outer, m, inner] and indices: [outer, m, inner] or [m], both contiguous from an offset;
// out: [outer, n, inner]. Adds in the CPU's order and agrees exactly with it.

struct Uniforms {
    count: u32,
    row: u32, // invocations in one row of the grid
    n: u32,
    m: u32,
    inner: u32,
    offset: u32, // first element of the values
    index_offset: u32,
    is_shared: u32,
}

@group(0) @binding(0) var<uniform> u: Uniforms;
@group(0) @binding(1) var<storage, read> values: array<f32>;
@group(0) @binding(2) var<storage, read> indices: array<f32>;
@group(0) @binding(3) var<storage, read_write> out: array<f32>;

@compute @workgroup_size(64)
fn main(@builtin(global_invocation_id) id: vec3<u32>) {
    let i = id.x + id.y * u.row;
    if (i >= u.count) {
        return;
    }
    let column = i % u.inner;
    let place = f32((i / u.inner) % u.n);
    let outer = i / (u.inner * u.n);
    var sum = 0.0;
    for (var j = 0u; j < u.m; j++) {
        let at = (outer * u.m + j) * u.inner + column;
        if (indices[u.index_offset + select(at, j, u.is_shared != 0u)] == place) {
            sum += values[u.offset + at];
        }
    }
    out[i] = sum;
}
