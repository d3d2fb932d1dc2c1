// out[r, i] = x[r, i] / √(mean(x[r, ·]²) + eps) · gain[i] (Zhang & Sennrich 2019, eq. 4).
// One workgroup does one row: invocation t takes the elements t, t + 64, …, and the 64 partial
// results meet in a fixed tree (see reduce_group.wgsl). With LANES 1 an invocation does a row alone, for adapters
// where barriers are slow.
// x: [rows, width], gain: [width], each contiguous from an offset; out: [rows, width], contiguous.
// Agrees with the CPU (f64 sums) to 1e-6 of the largest output.

struct Uniforms {
    rows: u32,
    width: u32,
    row: u32,    // workgroups in one row of the grid, times the rows of each
    offset: u32, // first element of x
    gain_offset: u32,
    eps: f32,
    unused0: u32,
    unused1: u32,
}

@group(0) @binding(0) var<uniform> u: Uniforms;
@group(0) @binding(1) var<storage, read> x: array<f32>;
@group(0) @binding(2) var<storage, read> gain: array<f32>;
@group(0) @binding(3) var<storage, read_write> out: array<f32>;

override LANES: u32 = 64u; // 64 or 1

var<workgroup> partial: array<f32, 64>;

// Sum of a row's values in a fixed tree; every invocation of the row gets it.
fn total(value: f32, t: u32) -> f32 {
    if (LANES == 1u) {
        return value;
    }
    workgroupBarrier(); // the last total has been read
    partial[t] = value;
    for (var half = 32u; half > 0u; half /= 2u) {
        workgroupBarrier();
        if (t < half) {
            partial[t] += partial[t + half];
        }
    }
    workgroupBarrier();
    return partial[0];
}

@compute @workgroup_size(64)
fn main(@builtin(workgroup_id) group: vec3<u32>, @builtin(local_invocation_index) t: u32) {
    let n_rows = 64u / LANES;
    let r = group.x * n_rows + group.y * u.row + t / LANES;
    let lane = t % LANES;
    // A row beyond the last is empty: nobody may leave before a barrier.
    let width = select(0u, u.width, r < u.rows);
    let start = u.offset + r * u.width;
    var sum = 0.0;
    for (var i = lane; i < width; i += LANES) {
        sum += x[start + i] * x[start + i];
    }
    let scale = 1.0 / sqrt(total(sum, t) / f32(u.width) + u.eps);
    for (var i = lane; i < width; i += LANES) {
        out[r * u.width + i] = x[start + i] * scale * gain[u.gain_offset + i];
    }
}
