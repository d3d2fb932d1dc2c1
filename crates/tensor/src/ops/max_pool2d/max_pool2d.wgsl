// out[p, y, x] = largest of x[p, y·stride .. +kernel, x·stride .. +kernel], windows clipped at the
// edge; NaN is ignored. One invocation writes one element.
// x: [planes, height, width], contiguous from an offset; out: [planes, out_h, out_w], contiguous.
// Agrees exactly with the CPU.

struct Uniforms {
    count: u32,
    row: u32,    // invocations in one row of the grid
    offset: u32, // first element of x
    height: u32,
    width: u32,
    kernel: u32,
    stride: u32,
    out_height: u32,
    out_width: u32,
    lowest: f32, // −inf, which WGSL cannot spell
    unused0: u32,
    unused1: u32,
}

@group(0) @binding(0) var<uniform> u: Uniforms;
@group(0) @binding(1) var<storage, read> x: array<f32>;
@group(0) @binding(2) var<storage, read_write> out: array<f32>;

@compute @workgroup_size(64)
fn main(@builtin(global_invocation_id) id: vec3<u32>) {
    let i = id.x + id.y * u.row;
    if (i >= u.count) {
        return;
    }
    let plane = i / (u.out_width * u.out_height);
    let top = ((i / u.out_width) % u.out_height) * u.stride;
    let left = (i % u.out_width) * u.stride;
    let bottom = min(top + u.kernel, u.height);
    let right = min(left + u.kernel, u.width);
    var largest = u.lowest;
    for (var from_y = top; from_y < bottom; from_y++) {
        let line = u.offset + (plane * u.height + from_y) * u.width;
        for (var from_x = left; from_x < right; from_x++) {
            let value = x[line + from_x];
            // Not `max`, whose answer WGSL leaves open for NaN.
            largest = select(largest, value, value > largest);
        }
    }
    out[i] = largest;
}
