// How the kernels of a product (../matmul) read a second operand that is kept in 16 bits, two numbers a word (see
// format.rs): the text above the line of dashes is put there. Places count numbers, in b_group fours of them.
// The text below makes the file a kernel of its own, which sums eight numbers.
// Widening is exact, so that such a product agrees to the bit with that of the widened matrix.

@group(0) @binding(2) var<storage, read> b: array<u32>;

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

fn b_at(at: u32) -> f32 {
    return widen(b[at / 2u])[at % 2u];
}

fn b_group(at: u32) -> vec4<f32> {
    return vec4<f32>(widen(b[2u * at]), widen(b[2u * at + 1u]));
}
// --- main

@group(0) @binding(3) var<storage, read_write> out: array<f32>;

@compute @workgroup_size(1)
fn main() {
    let four = b_group(1u);
    out[0] = b_at(0u) + b_at(1u) + b_at(2u) + b_at(3u) + four.x + four.y + four.z + four.w;
}
