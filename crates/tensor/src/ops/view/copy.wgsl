// Copies a strided view to row-major order: out[i] = source[place of i].
// One invocation copies one element.
// source: buffer of the view; out: [count], contiguous. Agrees exactly with the CPU.

struct View {
    shape: array<vec4<u32>, 2>,   // 6 dimensions, aligned right
    strides: array<vec4<u32>, 2>, // element 7: offset of the first element
}

struct Uniforms {
    source: View,
    count: u32,
    row: u32, // invocations in one row of the grid
    unused0: u32,
    unused1: u32,
}

@group(0) @binding(0) var<uniform> u: Uniforms;
@group(0) @binding(1) var<storage, read> source: array<f32>;
@group(0) @binding(2) var<storage, read_write> out: array<f32>;

fn place(index: u32) -> u32 {
    var rest = index;
    var at = u.source.strides[1][3];
    for (var dim = 5i; dim >= 0i; dim--) {
        let size = u.source.shape[dim / 4][dim % 4];
        at += (rest % size) * u.source.strides[dim / 4][dim % 4];
        rest /= size;
    }
    return at;
}

@compute @workgroup_size(64)
fn main(@builtin(global_invocation_id) id: vec3<u32>) {
    let i = id.x + id.y * u.row;
    if (i < u.count) {
        out[i] = source[place(i)];
    }
}
