// Sorts blocks of up to 1024 places of a line by their numbers in workgroup memory, by Batcher's bitonic
// network; or (mode 1) ends a merge: its steps within a block. One workgroup does one block. Equal numbers
// are told apart by place, so the order is stable. Places beyond the line rank after NaN, and stay last.
// x: [lines, n], contiguous from an offset; out: [lines, n], contiguous, the places as f32. In mode 1 out
// already holds them, in some order. Agrees exactly with the CPU.

struct Uniforms {
    count: u32, // blocks
    row: u32,   // workgroups in one row of the grid
    n: u32,
    per_line: u32, // blocks in a line
    width: u32,    // places in a block, a power of two up to 1024
    offset: u32,   // first element of x
    is_descending: u32,
    mode: u32,
}

@group(0) @binding(0) var<uniform> u: Uniforms;
@group(0) @binding(1) var<storage, read> x: array<f32>;
@group(0) @binding(2) var<storage, read_write> out: array<f32>;

var<workgroup> ranks: array<u32, 1024>;
var<workgroup> places: array<u32, 1024>;

// A whole number that orders as the number does; the largest for NaN. As `rank` in mod.rs.
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

fn exchange(a: u32, b: u32) {
    let rank_a = ranks[a];
    let rank_b = ranks[b];
    let place_a = places[a];
    let place_b = places[b];
    if ((rank_a > rank_b) || ((rank_a == rank_b) && (place_a > place_b))) {
        ranks[a] = rank_b;
        ranks[b] = rank_a;
        places[a] = place_b;
        places[b] = place_a;
    }
}

// One step: pairs across `size` places, either mirrored or half of them apart.
fn compare(t: u32, size: u32, is_mirrored: bool) {
    let half = size / 2u;
    for (var pair = t; pair < u.width / 2u; pair += 64u) {
        let start = pair / half * size;
        let a = pair % half;
        exchange(start + a, start + select(a + half, size - 1u - a, is_mirrored));
    }
    workgroupBarrier();
}

@compute @workgroup_size(64)
fn main(@builtin(workgroup_id) group: vec3<u32>, @builtin(local_invocation_index) t: u32) {
    let block = group.x + group.y * u.row;
    if (block >= u.count) {
        return;
    }
    let line = block / u.per_line * u.n;
    let start = block % u.per_line * u.width;
    for (var i = t; i < u.width; i += 64u) {
        var place = start + i;
        var own = 0xffffffffu;
        if (place < u.n) {
            if (u.mode == 1u) {
                place = u32(out[line + place]);
            }
            own = rank(x[u.offset + line + place]);
        }
        ranks[i] = own;
        places[i] = place;
    }
    workgroupBarrier();

    if (u.mode == 0u) {
        for (var size = 2u; size <= u.width; size *= 2u) {
            compare(t, size, true);
            for (var part = size / 2u; part >= 2u; part /= 2u) {
                compare(t, part, false);
            }
        }
    } else {
        for (var part = u.width; part >= 2u; part /= 2u) {
            compare(t, part, false);
        }
    }
    for (var i = t; i < u.width; i += 64u) {
        if (start + i < u.n) {
            out[line + start + i] = f32(places[i]);
        }
    }
}
