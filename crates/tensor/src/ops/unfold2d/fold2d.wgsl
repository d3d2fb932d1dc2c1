// The transpose of unfold2d: out[b, c, y, x] = Σ patches[(c, tap_y, tap_x), b, (out_y, out_x)] over the
// taps and outputs that read this pixel, taps upwards. One invocation computes one pixel.
// patches: [channels·kernel_h·kernel_w, batch, out_h·out_w], contiguous from an offset;
// out: [batch, channels, height, width], contiguous. Adds in the CPU's order and agrees exactly with it.

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
@group(0) @binding(1) var<storage, read> patches: array<f32>;
@group(0) @binding(2) var<storage, read_write> out: array<f32>;

@compute @workgroup_size(64)
fn main(@builtin(global_invocation_id) id: vec3<u32>) {
    let i = id.x + id.y * u.row;
    if (i >= u.count) {
        return;
    }
    let plane = i / (u.width * u.height);
    let channel = plane % u.channels;
    let b = plane / u.channels;
    let y = (i / u.width) % u.height + u.top;
    let x = i % u.width + u.left;
    var sum = 0.0;
    for (var tap_y = 0u; tap_y < u.kernel_h; tap_y++) {
        // Unsigned numbers wrap, so an output before the first is one far beyond the last.
        let down = y - tap_y * u.dilation_h;
        if (down % u.stride_h != 0u || down / u.stride_h >= u.out_height || y < tap_y * u.dilation_h) {
            continue;
        }
        for (var tap_x = 0u; tap_x < u.kernel_w; tap_x++) {
            let across = x - tap_x * u.dilation_w;
            if (across % u.stride_w != 0u || across / u.stride_w >= u.out_width || x < tap_x * u.dilation_w) {
                continue;
            }
            let line = ((channel * u.kernel_h + tap_y) * u.kernel_w + tap_x) * u.batch + b;
            let at = (line * u.out_height + down / u.stride_h) * u.out_width + across / u.stride_w;
            sum += patches[u.offset + at];
        }
    }
    out[i] = sum;
}
