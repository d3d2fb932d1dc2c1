// out[slice, batch, r, c] = Σ_k a[batch, r, k] · b[batch, k, c] over the k of the slice, for up to four rows,
// as in decoding. One workgroup computes 64 / LANES columns: LANES invocations share a column, each takes
// every LANES-th k in order, and their partial sums meet in a fixed tree, so that a device repeats itself
// to the bit. For adapters that are graphics processors: b is read once, by neighbours side by side.
// a: [4 batch dimensions, rows, inner], b: [4 batch dimensions, inner, cols], both strided;
// out: [slices, batch, images, rows, image], contiguous.
// Agrees with the CPU to 1e-5 of the largest output.

struct View {
    shape: array<vec4<u32>, 2>,   // 6 dimensions, aligned right
    strides: array<vec4<u32>, 2>, // element 7: offset of the first element
}

struct Uniforms {
    a: View,
    b: View,
    count: u32, // workgroups
    row: u32,   // workgroups in one row of the grid
    rows: u32,
    inner: u32,
    cols: u32,
    row_tiles: u32,
    col_tiles: u32,
    n_batch: u32,
    slice: u32, // k of one slice
    image: u32, // columns of one image; cols where it is a plain product
    unused0: u32,
    unused1: u32,
}

@group(0) @binding(0) var<uniform> u: Uniforms;
@group(0) @binding(1) var<storage, read> a: array<f32>;
// --- b
@group(0) @binding(2) var<storage, read> b: array<f32>;

fn b_at(at: u32) -> f32 {
    return b[at];
}
// --- end b
@group(0) @binding(3) var<storage, read_write> out: array<f32>;

override ROWS: u32 = 4u;   // 1 or 4
override LANES: u32 = 16u; // 4 or 16: few where columns lie side by side, many where k does

// Where an output lies, from the first of its product: images come one after another.
fn place(r: u32, c: u32) -> u32 {
    let first = c - c % u.image;
    return first * u.rows + r * u.image + (c - first);
}

// --- finish
fn finish(i: u32, carried: f32) -> f32 {
    return carried;
}
// --- end finish

var<workgroup> partial: array<vec4<f32>, 64>;

@compute @workgroup_size(64)
fn main(@builtin(workgroup_id) group: vec3<u32>, @builtin(local_invocation_index) t: u32) {
    // Beyond the last workgroup: computes the last one again, and does not write it.
    let i = min(group.x + group.y * u.row, u.count - 1u);
    let is_group = group.x + group.y * u.row < u.count;
    let n_columns = 64u / LANES;
    var lane = t % LANES;
    var c = (i % u.col_tiles) * n_columns + t / LANES;
    if (LANES < 16u) {
        lane = t / n_columns;
        c = (i % u.col_tiles) * n_columns + t % n_columns;
    }
    let batch = i / u.col_tiles;
    var at_a = u.a.strides[1][3];
    var at_b = u.b.strides[1][3];
    var rest = batch % u.n_batch;
    for (var dim = 3i; dim >= 0i; dim--) {
        let size = u.a.shape[0][dim];
        at_a += (rest % size) * u.a.strides[0][dim];
        at_b += (rest % size) * u.b.strides[0][dim];
        rest /= size;
    }
    let a_inner = u.a.strides[1][1];
    let b_inner = u.b.strides[1][0];
    let rows = min(vec4<u32>(0u, 1u, 2u, 3u), vec4<u32>(u.rows - 1u)) * u.a.strides[1][0] + at_a;
    at_b += min(c, u.cols - 1u) * u.b.strides[1][1];
    let first = (batch / u.n_batch) * u.slice;
    let end = min(first + u.slice, u.inner);

    var sum = vec4<f32>();
    for (var k = first + lane; k < end; k += LANES) {
        let factor = b_at(at_b + k * b_inner);
        let at = rows + k * a_inner;
        if (ROWS == 1u) {
            sum.x += a[at.x] * factor;
        } else {
            sum += vec4<f32>(a[at.x], a[at.y], a[at.z], a[at.w]) * factor;
        }
    }
    // The lanes of a column stand n_columns or 1 apart.
    let apart = select(1u, n_columns, LANES < 16u);
    partial[t] = sum;
    for (var half = LANES / 2u; half > 0u; half /= 2u) {
        workgroupBarrier();
        if (lane < half) {
            partial[t] += partial[t + half * apart];
        }
    }
    if (is_group && (lane == 0u) && (c < u.cols)) {
        let to = batch * u.rows * u.cols;
        let total = partial[t];
        for (var r = 0u; r < min(u.rows, 4u); r++) {
            let i = to + place(r, c);
            out[i] = finish(i, total[r]);
        }
    }
}
