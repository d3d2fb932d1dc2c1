// out[slice, batch, r, c] = Σ_k a[batch, r, k] · b[batch, k, c] over the k of the slice.
// One invocation computes a tile of ROWS rows × COLS columns in registers, four k at a time. No workgroup
// memory, whose barriers cost adapters that compute on the CPU more than they save: there the loads are
// what costs, and a tile of 8 × 8 needs 16 loads of four for 256 multiply-adds. Invocations are numbered
// along the columns first: neighbours read the same a and adjacent b.
// a: [4 batch dimensions, rows, inner], b: [4 batch dimensions, inner, cols], both strided (stride 0
// where broadcast, transposes read in place); out: [slices, batch, images, rows, image], contiguous.
// What stands between the marks of loads reads any strides, number by number; the text of matmul_fours.wgsl in
// its place reads four numbers at once. What stands between the marks of b may be another way in which its numbers are
// kept (packed/loads.wgsl).
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
    n_batch: u32,
    slice: u32, // k of one slice
    image: u32, // columns of one image; cols where it is a plain product
    unused0: u32,
    unused1: u32,
}

@group(0) @binding(0) var<uniform> u: Uniforms;
// --- loads
@group(0) @binding(1) var<storage, read> a: array<f32>;
// --- b
@group(0) @binding(2) var<storage, read> b: array<f32>;

fn b_at(at: u32) -> f32 {
    return b[at];
}
// --- end b

// Numbers in one element of a or b; places below count elements.
const UNIT: u32 = 1u;

// a at four k, for one row.
fn a_row(at: u32) -> vec4<f32> {
    let step = u.a.strides[1][1];
    return vec4<f32>(a[at], a[at + step], a[at + 2u * step], a[at + 3u * step]);
}

// a at four k for four rows, where their numbers lie side by side (never here): one column of the matrix a row.
const IS_A_TURNED: bool = false;

fn a_rows(at: u32, rows: vec4<u32>) -> mat4x4<f32> {
    return mat4x4<f32>();
}

// b at one k, for four columns …
fn b_line(at: u32, cols: vec4<u32>) -> vec4<f32> {
    return vec4<f32>(b_at(at + cols.x), b_at(at + cols.y), b_at(at + cols.z), b_at(at + cols.w));
}

// … and at four k: one column of the matrix a k.
fn b_lines(at: u32, cols: vec4<u32>) -> mat4x4<f32> {
    let step = u.b.strides[1][0];
    return mat4x4<f32>(
        b_line(at, cols), b_line(at + step, cols), b_line(at + 2u * step, cols), b_line(at + 3u * step, cols));
}

// a at one k, for four rows.
fn a_column(at: u32, rows: vec4<u32>) -> vec4<f32> {
    return vec4<f32>(a[at + rows.x], a[at + rows.y], a[at + rows.z], a[at + rows.w]);
}
// --- end loads
@group(0) @binding(3) var<storage, read_write> out: array<f32>;

override ROWS: u32 = 8u; // 1, 4 or 8
override COLS: u32 = 8u; // 4 or 8

// sum + Σ a · b over four k, in order.
fn add(sum: vec4<f32>, a: vec4<f32>, b: mat4x4<f32>) -> vec4<f32> {
    return (((sum + a.x * b[0]) + a.y * b[1]) + a.z * b[2]) + a.w * b[3];
}

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

fn store(at: u32, r: u32, c: u32, sum: vec4<f32>) {
    let end = min(u.cols - min(c, u.cols), 4u);
    for (var j = 0u; j < end; j++) {
        let to = at + place(r, c + j);
        out[to] = finish(to, sum[j]);
    }
}

// Where four neighbours lie, in elements; the last one in place of those beyond it.
fn places(first: u32, size: u32, stride: u32) -> vec4<u32> {
    return min(first + vec4<u32>(0u, 1u, 2u, 3u), vec4<u32>(size - 1u)) * stride / UNIT;
}

@compute @workgroup_size(64)
fn main(@builtin(global_invocation_id) id: vec3<u32>) {
    let i = id.x + id.y * u.row;
    if (i >= u.count) {
        return;
    }
    let c = (i % u.col_tiles) * COLS;
    let r = ((i / u.col_tiles) % u.row_tiles) * ROWS;
    let batch = i / (u.col_tiles * u.row_tiles);
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
    let upper = places(r, u.rows, u.a.strides[1][0]);
    let lower = places(r + 4u, u.rows, u.a.strides[1][0]);
    let left = places(c, u.cols, u.b.strides[1][1]);
    let right = places(c + 4u, u.cols, u.b.strides[1][1]);
    let first = (batch / u.n_batch) * u.slice;
    let end = min(first + u.slice, u.inner);
    at_a = (at_a + first * a_inner) / UNIT;
    at_b = (at_b + first * b_inner) / UNIT;
    let a_step = 4u * a_inner / UNIT;
    let b_step = 4u * b_inner / UNIT;

    var left0 = vec4<f32>();
    var right0 = vec4<f32>();
    var left1 = vec4<f32>();
    var right1 = vec4<f32>();
    var left2 = vec4<f32>();
    var right2 = vec4<f32>();
    var left3 = vec4<f32>();
    var right3 = vec4<f32>();
    var left4 = vec4<f32>();
    var right4 = vec4<f32>();
    var left5 = vec4<f32>();
    var right5 = vec4<f32>();
    var left6 = vec4<f32>();
    var right6 = vec4<f32>();
    var left7 = vec4<f32>();
    var right7 = vec4<f32>();
    var k = first;
    for (; k + 4u <= end; k += 4u) {
        let b_left = b_lines(at_b, left);
        var b_right: mat4x4<f32>;
        if (COLS > 4u) {
            b_right = b_lines(at_b, right);
        }
        if (IS_A_TURNED) {
            let a_up = a_rows(at_a, upper);
            left0 = add(left0, a_up[0], b_left);
            left1 = add(left1, a_up[1], b_left);
            left2 = add(left2, a_up[2], b_left);
            left3 = add(left3, a_up[3], b_left);
            if (COLS > 4u) {
                right0 = add(right0, a_up[0], b_right);
                right1 = add(right1, a_up[1], b_right);
                right2 = add(right2, a_up[2], b_right);
                right3 = add(right3, a_up[3], b_right);
            }
            if (ROWS > 4u) {
                let a_low = a_rows(at_a, lower);
                left4 = add(left4, a_low[0], b_left);
                left5 = add(left5, a_low[1], b_left);
                left6 = add(left6, a_low[2], b_left);
                left7 = add(left7, a_low[3], b_left);
                if (COLS > 4u) {
                    right4 = add(right4, a_low[0], b_right);
                    right5 = add(right5, a_low[1], b_right);
                    right6 = add(right6, a_low[2], b_right);
                    right7 = add(right7, a_low[3], b_right);
                }
            }
        } else {
            let a0 = a_row(at_a + upper.x);
            left0 = add(left0, a0, b_left);
            if (COLS > 4u) { right0 = add(right0, a0, b_right); }
            if (ROWS > 1u) {
                let a1 = a_row(at_a + upper.y);
                left1 = add(left1, a1, b_left);
                if (COLS > 4u) { right1 = add(right1, a1, b_right); }
                let a2 = a_row(at_a + upper.z);
                left2 = add(left2, a2, b_left);
                if (COLS > 4u) { right2 = add(right2, a2, b_right); }
                let a3 = a_row(at_a + upper.w);
                left3 = add(left3, a3, b_left);
                if (COLS > 4u) { right3 = add(right3, a3, b_right); }
            }
            if (ROWS > 4u) {
                let a4 = a_row(at_a + lower.x);
                left4 = add(left4, a4, b_left);
                if (COLS > 4u) { right4 = add(right4, a4, b_right); }
                let a5 = a_row(at_a + lower.y);
                left5 = add(left5, a5, b_left);
                if (COLS > 4u) { right5 = add(right5, a5, b_right); }
                let a6 = a_row(at_a + lower.z);
                left6 = add(left6, a6, b_left);
                if (COLS > 4u) { right6 = add(right6, a6, b_right); }
                let a7 = a_row(at_a + lower.w);
                left7 = add(left7, a7, b_left);
                if (COLS > 4u) { right7 = add(right7, a7, b_right); }
            }
        }
        at_a += a_step;
        at_b += b_step;
    }
    for (; k < end; k++) {
        let b_left = b_line(at_b, left);
        let b_right = b_line(at_b, right);
        let a_up = a_column(at_a, upper);
        let a_low = a_column(at_a, lower);
        left0 += a_up[0] * b_left;
        right0 += a_up[0] * b_right;
        left1 += a_up[1] * b_left;
        right1 += a_up[1] * b_right;
        left2 += a_up[2] * b_left;
        right2 += a_up[2] * b_right;
        left3 += a_up[3] * b_left;
        right3 += a_up[3] * b_right;
        left4 += a_low[0] * b_left;
        right4 += a_low[0] * b_right;
        left5 += a_low[1] * b_left;
        right5 += a_low[1] * b_right;
        left6 += a_low[2] * b_left;
        right6 += a_low[2] * b_right;
        left7 += a_low[3] * b_left;
        right7 += a_low[3] * b_right;
        at_a += a_inner;
        at_b += b_inner;
    }
    // A loop, so that the text of the program at the end stands in the kernel once.
    var tile = array<vec4<f32>, 16>(left0, right0, left1, right1, left2, right2, left3, right3,
        left4, right4, left5, right5, left6, right6, left7, right7);
    let to = batch * u.rows * u.cols;
    let n_rows = min(ROWS, u.rows - r);
    for (var n = 0u; n < n_rows; n++) {
        store(to, r + n, c, tile[2u * n]);
        if (COLS > 4u) {
            store(to, r + n, c + 4u, tile[2u * n + 1u]);
        }
    }
}
