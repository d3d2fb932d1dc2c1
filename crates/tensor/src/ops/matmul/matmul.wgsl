// out[batch, r, c] = Σ_k a[batch, r, k] · b[batch, k, c].
// One invocation computes a tile of 8 rows × 4 columns in registers, so that 12 loads serve 32
// multiply-adds; no workgroup memory, whose barriers cost software adapters more than they save.
// Invocations are numbered along the columns first: neighbours read the same a and adjacent b.
// a: [4 batch dimensions, rows, inner], b: [4 batch dimensions, inner, cols], both strided (stride 0
// where broadcast, transposes read in place); out: [batch, rows, cols], contiguous.
// Tiles at the edge repeat the last row and column instead of branching, and do not write them.
// k runs upwards in one f32 sum: agrees with the CPU to 1e-5 of the largest output.

struct View {
    shape: array<vec4<u32>, 2>,   // 6 dimensions, aligned right
    strides: array<vec4<u32>, 2>, // element 7: offset of the first element
}

struct Uniforms {
    a: View,
    b: View,
    count: u32, // tiles
    row: u32,   // invocations in one row of the grid
    rows: u32,
    inner: u32,
    cols: u32,
    row_tiles: u32,
    col_tiles: u32,
    unused: u32,
}

@group(0) @binding(0) var<uniform> u: Uniforms;
@group(0) @binding(1) var<storage, read> a: array<f32>;
@group(0) @binding(2) var<storage, read> b: array<f32>;
@group(0) @binding(3) var<storage, read_write> out: array<f32>;

fn store(batch: u32, r: u32, c: u32, sum: vec4<f32>) {
    if (r >= u.rows) {
        return;
    }
    let at = (batch * u.rows + r) * u.cols + c;
    out[at] = sum.x;
    if (c + 1u < u.cols) { out[at + 1u] = sum.y; }
    if (c + 2u < u.cols) { out[at + 2u] = sum.z; }
    if (c + 3u < u.cols) { out[at + 3u] = sum.w; }
}

@compute @workgroup_size(64)
fn main(@builtin(global_invocation_id) id: vec3<u32>) {
    let i = id.x + id.y * u.row;
    if (i >= u.count) {
        return;
    }
    let c = (i % u.col_tiles) * 4u;
    let r = ((i / u.col_tiles) % u.row_tiles) * 8u;
    let batch = i / (u.col_tiles * u.row_tiles);

    var at_a = u.a.strides[1][3];
    var at_b = u.b.strides[1][3];
    var rest = batch;
    for (var dim = 3i; dim >= 0i; dim--) {
        let size = u.a.shape[0][dim];
        at_a += (rest % size) * u.a.strides[0][dim];
        at_b += (rest % size) * u.b.strides[0][dim];
        rest /= size;
    }
    let a_row = u.a.strides[1][0];
    let a_inner = u.a.strides[1][1];
    let b_inner = u.b.strides[1][0];
    let b_col = u.b.strides[1][1];

    let last_row = u.rows - 1u;
    let last_col = u.cols - 1u;
    var a0 = at_a + min(r + 0u, last_row) * a_row;
    var a1 = at_a + min(r + 1u, last_row) * a_row;
    var a2 = at_a + min(r + 2u, last_row) * a_row;
    var a3 = at_a + min(r + 3u, last_row) * a_row;
    var a4 = at_a + min(r + 4u, last_row) * a_row;
    var a5 = at_a + min(r + 5u, last_row) * a_row;
    var a6 = at_a + min(r + 6u, last_row) * a_row;
    var a7 = at_a + min(r + 7u, last_row) * a_row;
    var b0 = at_b + min(c + 0u, last_col) * b_col;
    var b1 = at_b + min(c + 1u, last_col) * b_col;
    var b2 = at_b + min(c + 2u, last_col) * b_col;
    var b3 = at_b + min(c + 3u, last_col) * b_col;
    var sum0 = vec4<f32>();
    var sum1 = vec4<f32>();
    var sum2 = vec4<f32>();
    var sum3 = vec4<f32>();
    var sum4 = vec4<f32>();
    var sum5 = vec4<f32>();
    var sum6 = vec4<f32>();
    var sum7 = vec4<f32>();
    for (var k = 0u; k < u.inner; k++) {
        let line = vec4<f32>(b[b0], b[b1], b[b2], b[b3]);
        sum0 += a[a0] * line;
        sum1 += a[a1] * line;
        sum2 += a[a2] * line;
        sum3 += a[a3] * line;
        sum4 += a[a4] * line;
        sum5 += a[a5] * line;
        sum6 += a[a6] * line;
        sum7 += a[a7] * line;
        a0 += a_inner;
        a1 += a_inner;
        a2 += a_inner;
        a3 += a_inner;
        a4 += a_inner;
        a5 += a_inner;
        a6 += a_inner;
        a7 += a_inner;
        b0 += b_inner;
        b1 += b_inner;
        b2 += b_inner;
        b3 += b_inner;
    }
    store(batch, r + 0u, c, sum0);
    store(batch, r + 1u, c, sum1);
    store(batch, r + 2u, c, sum2);
    store(batch, r + 3u, c, sum3);
    store(batch, r + 4u, c, sum4);
    store(batch, r + 5u, c, sum5);
    store(batch, r + 6u, c, sum6);
    store(batch, r + 7u, c, sum7);
}
