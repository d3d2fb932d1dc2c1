// Writes one part of a concatenation: out[outer, start + j, inner] = part[outer, j, inner].
// One invocation copies one element of the part; the host runs the kernel once a part.
// part: strided; out: [outer, total, inner], contiguous. Agrees exactly with the CPU.

struct View {
    shape: array<vec4<u32>, 2>,   // 6 dimensions, aligned right
    strides: array<vec4<u32>, 2>, // element 7: offset of the first element
}

struct Uniforms {
    part: View,
    count: u32,
    row: u32,       // invocations in one row of the grid
    block: u32,     // elements of the part in one outer entry
    out_block: u32, // elements of the output in one outer entry
    start: u32,     // where the part begins in an outer entry of the output, in elements
    unused0: u32,
    unused1: u32,
    unused2: u32,
}

@group(0) @binding(0) var<uniform> u: Uniforms;
@group(0) @binding(1) var<storage, read> part: array<f32>;
@group(0) @binding(2) var<storage, read_write> out: array<f32>;

fn place(index: u32) -> u32 {
    var rest = index;
    var at = u.part.strides[1][3];
    for (var dim = 5i; dim >= 0i; dim--) {
        let size = u.part.shape[dim / 4][dim % 4];
        at += (rest % size) * u.part.strides[dim / 4][dim % 4];
        rest /= size;
    }
    return at;
}

@compute @workgroup_size(64)
fn main(@builtin(global_invocation_id) id: vec3<u32>) {
    let i = id.x + id.y * u.row;
    if (i < u.count) {
        out[(i / u.block) * u.out_block + u.start + i % u.block] = part[place(i)];
    }
}
