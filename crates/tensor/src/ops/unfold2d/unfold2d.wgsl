// Patches as columns: out[(c, tap_y, tap_x), b, (out_y, out_x)] = x[b, c, y, x'] with
// y = out_y·stride_h + tap_y·dilation_h − top, x' alike, and 0 outside the image.
// One invocation writes one element.
// x: [batch, channels, height, width], contiguous from an offset;
// out: [channels·kernel_h·kernel_w, batch, out_h·out_w], contiguous.
// Agrees exactly with the CPU.

struct Uniforms {
    count: u32,
    row: u32,    // invocations in one row of the grid
    offset: u32, // first element of the input
    batch: u32,
    channels: u32,
    height: u32,
    width: u32,
    kernel_h: u32,
    kernel_w: u32,
    out_height: u32,
    out_width: u32,
    stride_h: u32,
    stride_w: u32,
    dilation_h: u32,
    dilation_w: u32,
    top: u32,
    left: u32,
    unused0: u32,
    unused1: u32,
    unused2: u32,
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
    var rest = i;
    let out_x = rest % u.out_width;
    rest /= u.out_width;
    let out_y = rest % u.out_height;
    rest /= u.out_height;
    let b = rest % u.batch;
    rest /= u.batch;
    let tap_x = rest % u.kernel_w;
    rest /= u.kernel_w;
    let tap_y = rest % u.kernel_h;
    let plane = b * u.channels + rest / u.kernel_h;
    // Unsigned numbers wrap, so a pixel before the image is one far beyond it.
    let from_y = out_y * u.stride_h + tap_y * u.dilation_h - u.top;
    let from_x = out_x * u.stride_w + tap_x * u.dilation_w - u.left;
    var value = 0.0;
    if (from_y < u.height && from_x < u.width) {
        value = x[u.offset + (plane * u.height + from_y) * u.width + from_x];
    }
    out[i] = value;
}
