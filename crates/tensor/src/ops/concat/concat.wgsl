// Writes up to 7 neighbouring parts of a concatenation: out[outer, start + j] = part_k[outer, j − begin_k],
// where each part, and the output, is seen as [outer, what lies in one outer entry].
// One invocation copies one element. Parts: contiguous from an offset; a place that no part needs is bound
// to one that is. out: contiguous. Agrees exactly with the CPU.

struct Uniforms {
    parts: array<vec4<u32>, 7>, // begin within these parts, elements in one outer entry, offset, unused
    count: u32,
    row: u32,       // invocations in one row of the grid
    span: u32,      // elements of these parts in one outer entry
    out_block: u32, // elements of the output in one outer entry
    start: u32,     // where these parts begin in an outer entry of the output
    unused0: u32,
    unused1: u32,
    unused2: u32,
}

@group(0) @binding(0) var<uniform> u: Uniforms;
@group(0) @binding(1) var<storage, read> part0: array<f32>;
@group(0) @binding(2) var<storage, read> part1: array<f32>;
@group(0) @binding(3) var<storage, read> part2: array<f32>;
@group(0) @binding(4) var<storage, read> part3: array<f32>;
@group(0) @binding(5) var<storage, read> part4: array<f32>;
@group(0) @binding(6) var<storage, read> part5: array<f32>;
@group(0) @binding(7) var<storage, read> part6: array<f32>;
@group(0) @binding(8) var<storage, read_write> out: array<f32>;

fn element(part: u32, at: u32) -> f32 {
    switch part {
        case 0u: { return part0[at]; }
        case 1u: { return part1[at]; }
        case 2u: { return part2[at]; }
        case 3u: { return part3[at]; }
        case 4u: { return part4[at]; }
        case 5u: { return part5[at]; }
        default: { return part6[at]; }
    }
}

@compute @workgroup_size(64)
fn main(@builtin(global_invocation_id) id: vec3<u32>) {
    let i = id.x + id.y * u.row;
    if (i < u.count) {
        let outer = i / u.span;
        let j = i % u.span;
        var part = 0u;
        while (j >= u.parts[part].x + u.parts[part].y) {
            part++;
        }
        let at = u.parts[part].z + outer * u.parts[part].y + j - u.parts[part].x;
        out[outer * u.out_block + u.start + j] = element(part, at);
    }
}
