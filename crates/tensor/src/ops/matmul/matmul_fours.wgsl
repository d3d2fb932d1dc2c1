// The loads of matmul.wgsl for operands whose numbers lie in groups of four that start at multiples of 4:
// the text above the line of dashes is put there. a: groups along k, or along the rows (IS_A_TURNED);
// b: groups along the columns, or along k (IS_B_TURNED). The size of that dimension is a multiple of 4, and
// so are the offset and the strides of all others; a slice of k is a multiple of 4.
// The text below makes the file a kernel of its own, which reads one block of 4 × 4 of each.
// Agrees with the loads of matmul.wgsl to the bit.

@group(0) @binding(1) var<storage, read> a: array<vec4<f32>>;
// --- b
@group(0) @binding(2) var<storage, read> b: array<vec4<f32>>;

fn b_group(at: u32) -> vec4<f32> {
    return b[at];
}
// --- end b

override IS_A_TURNED: bool = false;
override IS_B_TURNED: bool = false;

const UNIT: u32 = 4u;

fn a_row(at: u32) -> vec4<f32> {
    return a[at];
}

fn a_rows(at: u32, rows: vec4<u32>) -> mat4x4<f32> {
    let start = at + rows.x;
    let step = u.a.strides[1][1] / UNIT;
    return transpose(mat4x4<f32>(a[start], a[start + step], a[start + 2u * step], a[start + 3u * step]));
}

fn b_lines(at: u32, cols: vec4<u32>) -> mat4x4<f32> {
    if (IS_B_TURNED) {
        return transpose(mat4x4<f32>(
            b_group(at + cols.x), b_group(at + cols.y), b_group(at + cols.z), b_group(at + cols.w)));
    }
    let start = at + cols.x;
    let step = u.b.strides[1][0] / UNIT;
    return mat4x4<f32>(
        b_group(start), b_group(start + step), b_group(start + 2u * step), b_group(start + 3u * step));
}

// Single k are left over by no slice that is a multiple of 4.
fn a_column(at: u32, rows: vec4<u32>) -> vec4<f32> {
    return vec4<f32>();
}

fn b_line(at: u32, cols: vec4<u32>) -> vec4<f32> {
    return vec4<f32>();
}
// --- main

struct View {
    shape: array<vec4<u32>, 2>,
    strides: array<vec4<u32>, 2>,
}

struct Uniforms {
    a: View,
    b: View,
}

@group(0) @binding(0) var<uniform> u: Uniforms;
@group(0) @binding(3) var<storage, read_write> out: array<f32>;

@compute @workgroup_size(1)
fn main() {
    let four = vec4<u32>(0u, 1u, 2u, 3u);
    let product = b_lines(0u, four * u.b.strides[1][1] / UNIT) * a_rows(0u, four * u.a.strides[1][0] / UNIT);
    out[0] = product[0][0] + a_row(0u).x + a_column(0u, four).x + b_line(0u, four).x;
}
