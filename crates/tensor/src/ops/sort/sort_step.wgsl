// One step of Batcher's bitonic network in place, for lines longer than a workgroup sorts: the earlier
// place of each pair gets the one that comes first. One invocation does one pair; a pair that reaches
// beyond the line is in order, since what is not there comes last.
// x: [lines, n], contiguous from an offset; out: [lines, n], contiguous, the places as f32, in some order
// before and after. Agrees exactly with the CPU once all steps ran.

struct Uniforms {
    count: u32, // pairs
    row: u32,   // invocations in one row of the grid
    n: u32,
    per_line: u32, // pairs in a line
    width: u32,    // places that pairs lie across, a power of two
    offset: u32,   // first element of x
    is_descending: u32,
    mode: u32, // 1: pairs are mirror images; 0: half of the width apart
}

@group(0) @binding(0) var<uniform> u: Uniforms;
@group(0) @binding(1) var<storage, read> x: array<f32>;
@group(0) @binding(2) var<storage, read_write> out: array<f32>;

// As in sort_block.wgsl.
fn rank(value: f32) -> u32 {
    let own = bitcast<u32>(value);
    let size = own & 0x7fffffffu;
    if (size > 0x7f800000u) {
        return 0xffffffffu;
    }
    let bits = select(own, 0u, size == 0u);
    let up = select(bits | 0x80000000u, ~bits, (bits >> 31u) == 1u);
    return select(up, ~up, u.is_descending != 0u);
}

@compute @workgroup_size(64)
fn main(@builtin(global_invocation_id) id: vec3<u32>) {
    let i = id.x + id.y * u.row;
    if (i >= u.count) {
        return;
    }
    let line = i / u.per_line * u.n;
    let pair = i % u.per_line;
    let half = u.width / 2u;
    let start = pair / half * u.width;
    let a = start + pair % half;
    let b = select(a + half, start + u.width - 1u - pair % half, u.mode == 1u);
    if (b >= u.n) {
        return;
    }
    let place_a = out[line + a];
    let place_b = out[line + b];
    let rank_a = rank(x[u.offset + line + u32(place_a)]);
    let rank_b = rank(x[u.offset + line + u32(place_b)]);
    if ((rank_a > rank_b) || ((rank_a == rank_b) && (place_a > place_b))) {
        out[line + a] = place_b;
        out[line + b] = place_a;
    }
}
