// out[p, y, x] = largest of x[p, y·stride_h − top .. +kernel_h, x·stride_w − left .. +kernel_w], windows
// clipped to the image; NaN is ignored. One invocation writes one element.
// x: [planes, height, width], contiguous from an offset; out: [planes, out_h, out_w], contiguous.
// Agrees exactly with the CPU.

struct Uniforms {
    count: u32,
    row: u32,      // invocations in one row of the grid
    offset: u32,   // first element of x
    c_offset: u32, // first element of c
    height: u32,
    width: u32,
    kernel_h: u32,
    kernel_w: u32,
    stride_h: u32,
    stride_w: u32,
    top: u32, // padding
    left: u32,
    out_height: u32,
    out_width: u32,
    lowest: f32, // −inf, which WGSL cannot spell
    unused: u32,
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
    // In the padded image.
    let top = ((i / u.out_width) % u.out_height) * u.stride_h;
    let left = (i % u.out_width) * u.stride_w;
    let bottom = min(top + u.kernel_h, u.height + u.top);
    let right = min(left + u.kernel_w, u.width + u.left);
    var largest = u.lowest;
    for (var from_y = max(top, u.top); from_y < bottom; from_y++) {
        let line = u.offset + (plane * u.height + from_y - u.top) * u.width;
        for (var from_x = max(left, u.left); from_x < right; from_x++) {
            let value = x[line + from_x - u.left];
            // Not `max`, whose answer WGSL leaves open for NaN.
            largest = select(largest, value, value > largest);
        }
    }
    out[i] = largest;
}
