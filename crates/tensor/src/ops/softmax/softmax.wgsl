// out[r, i] = exp(x[r, i] − max) / Σ exp(x[r, ·] − max). One workgroup does one row: invocation t
// takes the elements t, t + 64, …, and the 64 partial results meet in a fixed tree (see reduce_group.wgsl).
// With LANES 1 an invocation does a row alone, for adapters where barriers are slow.
// x: [rows, width], contiguous from an offset; out: [rows, width], contiguous.
// Agrees with the CPU (f64 sums) to 1e-6; −inf gives 0, a row of only −inf, or with a NaN,
// gives NaN.

struct Uniforms {
    rows: u32,
    width: u32,
    row: u32,    // workgroups in one row of the grid, times the rows of each
    offset: u32, // first element of x
    lowest: f32, // −inf, which WGSL cannot spell
    unused0: u32,
    unused1: u32,
    unused2: u32,
}

@group(0) @binding(0) var<uniform> u: Uniforms;
@group(0) @binding(1) var<storage, read> x: array<f32>;
@group(0) @binding(2) var<storage, read_write> out: array<f32>;

override LANES: u32 = 64u; // 64 or 1

var<workgroup> partial: array<f32, 64>;

// exp of d ≤ 0. Below −103, where f32 holds only 0, WGSL's exp may err without bound; and some
// devices turn NaN into a number, so it goes around.
fn weight(d: f32) -> f32 {
    return select(d, select(exp(d), 0.0, d < -103.0), d <= 0.0);
}

@compute @workgroup_size(64)
fn main(@builtin(workgroup_id) group: vec3<u32>, @builtin(local_invocation_index) t: u32) {
    let n_rows = 64u / LANES;
    let r = group.x * n_rows + group.y * u.row + t / LANES;
    let lane = t % LANES;
    // A row beyond the last is empty: nobody may leave before a barrier.
    let width = select(0u, u.width, r < u.rows);
    let start = u.offset + r * u.width;

    var largest = u.lowest;
    for (var i = lane; i < width; i += LANES) {
        let value = x[start + i];
        // Not `max`, whose answer WGSL leaves open for NaN.
        largest = select(largest, value, value > largest);
    }
    if (LANES > 1u) {
        partial[t] = largest;
        for (var half = 32u; half > 0u; half /= 2u) {
            workgroupBarrier();
            if (t < half) {
                let other = partial[t + half];
                partial[t] = select(partial[t], other, other > partial[t]);
            }
        }
        workgroupBarrier();
        largest = partial[0];
        workgroupBarrier();
    }

    var total = 0.0;
    for (var i = lane; i < width; i += LANES) {
        total += weight(x[start + i] - largest);
    }
    if (LANES > 1u) {
        partial[t] = total;
        for (var half = 32u; half > 0u; half /= 2u) {
            workgroupBarrier();
            if (t < half) {
                partial[t] += partial[t + half];
            }
        }
        workgroupBarrier();
        total = partial[0];
    }
    let scale = 1.0 / total;

    for (var i = lane; i < width; i += LANES) {
        out[r * u.width + i] = weight(x[start + i] - largest) * scale;
    }
}
