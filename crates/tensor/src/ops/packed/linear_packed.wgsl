// out[k, r] = Σ_c x[k, c] · weight[r, c] for up to four rows of x, the weight packed two numbers a word (see
// format.rs). One workgroup computes 64 / LANES rows of the weight: LANES invocations share a row, each takes
// every LANES-th group of eight numbers in order, and their partial sums meet in a fixed tree, so that a device
// repeats itself to the bit. With LANES 1 an invocation computes a row alone, for adapters where barriers are slow.
// x: [n, cols], contiguous from an offset; words: [rows, row_words] fours; out: [n, rows], contiguous.
// Agrees with the CPU to 1e-5 of the largest output.

struct Uniforms {
    count: u32, // workgroups
    row: u32,   // workgroups in one row of the grid
    rows: u32,
    cols: u32,
    row_words: u32, // fours of words in a row
    n: u32,         // rows of x
    offset: u32,    // first element of x
    unused: u32,
}

@group(0) @binding(0) var<uniform> u: Uniforms;
@group(0) @binding(1) var<storage, read> x: array<f32>;
@group(0) @binding(2) var<storage, read> words: array<vec4<u32>>;
@group(0) @binding(3) var<storage, read_write> out: array<f32>;

override LANES: u32 = 16u; // 16 or 1
override INPUTS: u32 = 4u; // rows of x that are read: 1 or 4
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

// --- finish
fn finish(i: u32, carried: f32) -> f32 {
    return carried;
}
// --- end finish

var<workgroup> partial: array<vec4<f32>, 64>;

// Column c of all rows of x; zero where the words of a row are filled up.
fn column(c: u32, rows: vec4<u32>) -> vec4<f32> {
    if (c >= u.cols) {
        return vec4<f32>();
    }
    if (INPUTS == 1u) {
        return vec4<f32>(x[rows.x + c], 0.0, 0.0, 0.0);
    }
    return vec4<f32>(x[rows.x + c], x[rows.y + c], x[rows.z + c], x[rows.w + c]);
}

@compute @workgroup_size(64)
fn main(@builtin(workgroup_id) group: vec3<u32>, @builtin(local_invocation_index) t: u32) {
    let lane = t % LANES;
    let r = (group.x + group.y * u.row) * (64u / LANES) + t / LANES;
    // Beyond the last row: computes the last one again, and does not write it.
    let line = min(r, u.rows - 1u) * u.row_words;
    let rows = min(vec4<u32>(0u, 1u, 2u, 3u), vec4<u32>(u.n - 1u)) * u.cols + u.offset;
    var sum = vec4<f32>();
    for (var i = lane; i < u.row_words; i += LANES) {
        let four = words[line + i];
        for (var j = 0u; j < 4u; j++) {
            let pair = widen(four[j]);
            let c = 8u * i + 2u * j;
            sum += column(c, rows) * pair.x + column(c + 1u, rows) * pair.y;
        }
    }
    if (LANES > 1u) {
        partial[t] = sum;
        for (var half = LANES / 2u; half > 0u; half /= 2u) {
            workgroupBarrier();
            if (lane < half) {
                partial[t] += partial[t + half];
            }
        }
        sum = partial[t];
    }
    if ((lane == 0u) && (r < u.rows)) {
        for (var k = 0u; k < min(u.n, 4u); k++) {
            let i = r + k * u.rows;
            out[i] = finish(i, sum[k]);
        }
    }
}
