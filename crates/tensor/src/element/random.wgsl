// Random numbers from a key and a counter: the text above the line of dashes is put into generated
// kernels, the text below makes the file a kernel of its own, which writes out[i] = uniform_at(key, i).
// out: [count], contiguous.
// Agrees with `random.rs` to the bit.

// Threefry-2x32 with 20 rounds: Salmon, Moraes, Dror & Shaw 2011, "Parallel random numbers: as easy
// as 1, 2, 3"; constants as in Random123's threefry.h.
fn threefry2x32(key: vec2<u32>, counter: vec2<u32>) -> vec2<u32> {
    let keys = vec3<u32>(key, 0x1BD11BDAu ^ key.x ^ key.y);
    var x = counter + keys.xy;
    x = threefry_odd(x) + keys.yz + vec2<u32>(0u, 1u);
    x = threefry_even(x) + keys.zx + vec2<u32>(0u, 2u);
    x = threefry_odd(x) + keys.xy + vec2<u32>(0u, 3u);
    x = threefry_even(x) + keys.yz + vec2<u32>(0u, 4u);
    return threefry_odd(x) + keys.zx + vec2<u32>(0u, 5u);
}

fn threefry_odd(x: vec2<u32>) -> vec2<u32> {
    return threefry_round(threefry_round(threefry_round(threefry_round(x, 13u), 15u), 26u), 6u);
}

fn threefry_even(x: vec2<u32>) -> vec2<u32> {
    return threefry_round(threefry_round(threefry_round(threefry_round(x, 17u), 29u), 16u), 24u);
}

fn threefry_round(x: vec2<u32>, rotation: u32) -> vec2<u32> {
    let sum = x.x + x.y;
    return vec2<u32>(sum, ((x.y << rotation) | (x.y >> (32u - rotation))) ^ sum);
}

// Uniform in [0, 1), a multiple of 2⁻²⁴. (Not `uniform`: WGSL's address space has that name, and a
// function would hide it.)
fn uniform_at(key: vec2<u32>, i: u32) -> f32 {
    return f32(threefry2x32(key, vec2<u32>(i, 0u)).x >> 8u) * 5.9604644775390625e-8;
}

// --- main

struct Uniforms {
    key: vec2<u32>,
    count: u32,
    row: u32, // invocations in one row of the grid
}

@group(0) @binding(0) var<uniform> u: Uniforms;
@group(0) @binding(1) var<storage, read_write> out: array<f32>;

@compute @workgroup_size(64)
fn main(@builtin(global_invocation_id) id: vec3<u32>) {
    let i = id.x + id.y * u.row;
    if (i >= u.count) {
        return;
    }
    out[i] = uniform_at(u.key, i);
}
