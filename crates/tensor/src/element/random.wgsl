// Uniform numbers from a key and a counter, the same as the CPU's (random.rs) to the bit. The fuser puts
// what stands above the mark into the kernels that draw.
// Threefry-2x32 with 20 rounds: Salmon, Moraes, Dror & Shaw 2011; constants as in Random123's threefry.h.

// Four rounds by these rotations.
fn four_rounds(state: vec2<u32>, rotations: vec4<u32>) -> vec2<u32> {
    var a = state.x;
    var b = state.y;
    a += b;
    b = ((b << rotations.x) | (b >> (32u - rotations.x))) ^ a;
    a += b;
    b = ((b << rotations.y) | (b >> (32u - rotations.y))) ^ a;
    a += b;
    b = ((b << rotations.z) | (b >> (32u - rotations.z))) ^ a;
    a += b;
    b = ((b << rotations.w) | (b >> (32u - rotations.w))) ^ a;
    return vec2<u32>(a, b);
}

fn threefry2x32(key: vec2<u32>, counter: vec2<u32>) -> vec2<u32> {
    let parity = 0x1BD11BDAu ^ key.x ^ key.y;
    let even = vec4<u32>(13u, 15u, 26u, 6u);
    let odd = vec4<u32>(17u, 29u, 16u, 24u);
    var state = counter + key;
    state = four_rounds(state, even) + vec2<u32>(key.y, parity + 1u);
    state = four_rounds(state, odd) + vec2<u32>(parity, key.x + 2u);
    state = four_rounds(state, even) + vec2<u32>(key.x, key.y + 3u);
    state = four_rounds(state, odd) + vec2<u32>(key.y, parity + 4u);
    state = four_rounds(state, even) + vec2<u32>(parity, key.x + 5u);
    return state;
}

// Number i of the key: a multiple of 2⁻²⁴ in [0, 1).
fn uniform_number(key: vec2<u32>, i: u32) -> f32 {
    return f32(threefry2x32(key, vec2<u32>(i, 0u)).x >> 8u) * 5.9604644775390625e-8;
}
// --- main
