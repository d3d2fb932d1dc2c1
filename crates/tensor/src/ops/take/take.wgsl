// out[o, j, c] = x[o, indices[o, j, c], c]; with shared indices, x[o, indices[j], c]. One invocation
// copies one element.
// x: [outer, n, inner] and indices: [outer, m, inner] or [m], both contiguous from an offset;
// out: [outer, m, inner]. An index that is none takes the last entry (the CPU refuses). Else agrees
// exactly with the CPU.

struct Uniforms {
    count: u32,
    row: u32, // invocations in one row of the grid
    n: u32,
    m: u32,
    inner: u32,
    offset: u32, // first element of x
    index_offset: u32,
    is_shared: u32,
}

@group(0) @binding(0) var<uniform> u: Uniforms;
@group(0) @binding(1) var<storage, read> x: array<f32>;
@group(0) @binding(2) var<storage, read> indices: array<f32>;
@group(0) @binding(3) var<storage, read_write> out: array<f32>;

@compute @workgroup_size(64)
fn main(@builtin(global_invocation_id) id: vec3<u32>) {
    let i = id.x + id.y * u.row;
    if (i >= u.count) {
        return;
    }
    let column = i % u.inner;
    let entry = (i / u.inner) % u.m;
    let outer = i / (u.inner * u.m);
    let at = u.index_offset + select(i, entry, u.is_shared != 0u);
    let place = min(u32(indices[at]), u.n - 1u);
    out[i] = x[u.offset + (outer * u.n + place) * u.inner + column];
}
