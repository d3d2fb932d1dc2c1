// out[i] = a[place of i] FUNCTION b[place of i], both broadcast to one shape by strides of 0.
// One invocation computes one element. a, b: strided; out: [count], contiguous.
// Must agree with the CPU to the last bit but for division (2.5 ulp, WGSL's bound).

override FUNCTION: u32 = 0u; // 0 add, 1 sub, 2 mul, 3 div

struct View {
    shape: array<vec4<u32>, 2>,   // 6 dimensions, aligned right
    strides: array<vec4<u32>, 2>, // element 7: offset of the first element
}

struct Uniforms {
    a: View,
    b: View,
    count: u32,
    row: u32, // invocations in one row of the grid
    unused0: u32,
    unused1: u32,
}

@group(0) @binding(0) var<uniform> u: Uniforms;
@group(0) @binding(1) var<storage, read> a: array<f32>;
@group(0) @binding(2) var<storage, read> b: array<f32>;
@group(0) @binding(3) var<storage, read_write> out: array<f32>;

@compute @workgroup_size(64)
fn main(@builtin(global_invocation_id) id: vec3<u32>) {
    let i = id.x + id.y * u.row;
    if (i >= u.count) {
        return;
    }
    var rest = i;
    var at_a = u.a.strides[1][3];
    var at_b = u.b.strides[1][3];
    for (var dim = 5i; dim >= 0i; dim--) {
        let size = u.a.shape[dim / 4][dim % 4];
        let k = rest % size;
        at_a += k * u.a.strides[dim / 4][dim % 4];
        at_b += k * u.b.strides[dim / 4][dim % 4];
        rest /= size;
    }
    let x = a[at_a];
    let y = b[at_b];
    switch FUNCTION {
        case 0u: { out[i] = x + y; }
        case 1u: { out[i] = x - y; }
        case 2u: { out[i] = x * y; }
        default: { out[i] = x / y; }
    }
}
