// A fused elementwise kernel: one invocation computes one element of a flat range and writes each
// result. What stands between the marks is an example that copies; the fuser (wgsl.rs) puts the
// buffers and the program there.
// data[0]: count, invocations in one row of the grid, –, –; then the numbers that the program needs.
// Agrees with the CPU's run of the same program (element/cpu.rs) to a few units of the last place a
// function; to the bit where it only adds, multiplies, compares and moves.

// --- generated
struct Uniforms { data: array<vec4<u32>, 1> }
@group(0) @binding(0) var<uniform> u: Uniforms;
@group(0) @binding(1) var<storage, read> in0: array<f32>;
@group(0) @binding(2) var<storage, read_write> out0: array<f32>;
fn compute(i: u32) {
    out0[i] = in0[i];
}
// --- end generated

@compute @workgroup_size(64)
fn main(@builtin(global_invocation_id) id: vec3<u32>) {
    let i = id.x + id.y * u.data[0].y;
    if (i < u.data[0].x) {
        compute(i);
    }
}
