// out[slice, batch, r, c] = Σ_k a[batch, r, k] · b[batch, k, c] over the k of the slice.
// One workgroup computes a block of BLOCK × BLOCK outputs. Its invocations copy 16 k of the block's rows of
// a and columns of b to workgroup memory, and each adds EACH rows × EACH columns of products from there,
// BLOCK / EACH apart, so that neighbours read neighbouring memory. For adapters that are graphics
// processors: global memory is read BLOCK times less often.
// a: [4 batch dimensions, rows, inner], b: [4 batch dimensions, inner, cols], both strided; a stride of 1 is
// what neighbouring invocations copy along (IS_A_TURNED: along the rows, IS_B_TURNED: along k);
// out: [slices, batch, images, rows, image], contiguous.
// k runs upwards in one f32 sum, the same as in matmul.wgsl: agrees with the CPU to 1e-5 of the largest output.
// Source of the scheme: Volkov & Demmel 2008, "Benchmarking GPUs to tune dense linear algebra", section 5.

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

override BLOCK: u32 = 64u; // 64 or 32
override EACH: u32 = 4u;   // 4 or 8
override THREADS: u32 = 256u; // (BLOCK / EACH)²
override IS_A_TURNED: bool = false;
override IS_B_TURNED: bool = false;

// k of one copy, and numbers from one k to the next: one more than a block, so that copying along k does
// not meet the same bank of memory again and again.
const INNER: u32 = 16u;
const STEP: u32 = 65u;

var<workgroup> a_block: array<f32, 1040>; // INNER · STEP
var<workgroup> b_block: array<f32, 1040>;

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

fn store(at: u32, r: u32, c: u32, apart: u32, sum: vec4<f32>) {
    for (var j = 0u; j < 4u && c + j * apart < u.cols; j++) {
        let to = at + place(r, c + j * apart);
        out[to] = finish(to, sum[j]);
    }
}

fn b_four(at: u32, apart: u32) -> vec4<f32> {
    return vec4<f32>(b_block[at], b_block[at + apart], b_block[at + 2u * apart], b_block[at + 3u * apart]);
}

fn a_four(at: u32, apart: u32) -> vec4<f32> {
    return vec4<f32>(a_block[at], a_block[at + apart], a_block[at + 2u * apart], a_block[at + 3u * apart]);
}

@compute @workgroup_size(THREADS)
fn main(@builtin(workgroup_id) group: vec3<u32>, @builtin(local_invocation_index) t: u32) {
    // Beyond the last block: computes the last one again, and does not write it.
    let i = min(group.x + group.y * u.row, u.count - 1u);
    let is_block = group.x + group.y * u.row < u.count;
    let c = (i % u.col_tiles) * BLOCK;
    let r = ((i / u.col_tiles) % u.row_tiles) * BLOCK;
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
    let a_row = u.a.strides[1][0];
    let a_inner = u.a.strides[1][1];
    let b_inner = u.b.strides[1][0];
    let b_col = u.b.strides[1][1];
    let first = (batch / u.n_batch) * u.slice;
    let end = min(first + u.slice, u.inner);

    let apart = BLOCK / EACH;
    let own_row = t / apart;
    let own_col = t % apart;
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
    for (var start = first; start < end; start += INNER) {
        for (var n = t; n < BLOCK * INNER; n += THREADS) {
            var line = n / INNER;
            var k = n % INNER;
            if (IS_A_TURNED) {
                line = n % BLOCK;
                k = n / BLOCK;
            }
            var value = 0.0;
            if ((r + line < u.rows) && (start + k < end)) {
                value = a[at_a + (r + line) * a_row + (start + k) * a_inner];
            }
            a_block[k * STEP + line] = value;
        }
        for (var n = t; n < BLOCK * INNER; n += THREADS) {
            var line = n % BLOCK;
            var k = n / BLOCK;
            if (IS_B_TURNED) {
                line = n / INNER;
                k = n % INNER;
            }
            var value = 0.0;
            if ((c + line < u.cols) && (start + k < end)) {
                value = b_at(at_b + (start + k) * b_inner + (c + line) * b_col);
            }
            b_block[k * STEP + line] = value;
        }
        workgroupBarrier();
        for (var k = 0u; k < INNER; k++) {
            let b_left = b_four(k * STEP + own_col, apart);
            let a_up = a_four(k * STEP + own_row, apart);
            left0 += a_up[0] * b_left;
            left1 += a_up[1] * b_left;
            left2 += a_up[2] * b_left;
            left3 += a_up[3] * b_left;
            if (EACH > 4u) {
                let b_right = b_four(k * STEP + own_col + 4u * apart, apart);
                let a_low = a_four(k * STEP + own_row + 4u * apart, apart);
                right0 += a_up[0] * b_right;
                right1 += a_up[1] * b_right;
                right2 += a_up[2] * b_right;
                right3 += a_up[3] * b_right;
                left4 += a_low[0] * b_left;
                right4 += a_low[0] * b_right;
                left5 += a_low[1] * b_left;
                right5 += a_low[1] * b_right;
                left6 += a_low[2] * b_left;
                right6 += a_low[2] * b_right;
                left7 += a_low[3] * b_left;
                right7 += a_low[3] * b_right;
            }
        }
        workgroupBarrier();
    }
    if (!is_block) {
        return;
    }
    // A loop, so that the text of the program at the end stands in the kernel once.
    var tile = array<vec4<f32>, 16>(left0, right0, left1, right1, left2, right2, left3, right3,
        left4, right4, left5, right5, left6, right6, left7, right7);
    let to = batch * u.rows * u.cols;
    for (var n = 0u; n < EACH && r + own_row + n * apart < u.rows; n++) {
        store(to, r + own_row + n * apart, c + own_col, apart, tile[2u * n]);
        if (EACH > 4u) {
            store(to, r + own_row + n * apart, c + own_col + 4u * apart, apart, tile[2u * n + 1u]);
        }
    }
}
