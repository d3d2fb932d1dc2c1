// The transpose of unfold2d: out[p, y, x] = Σ patches[p, (tap_y, tap_x), (out_y, out_x)] over the taps
// and outputs that read this pixel, taps upwards. One invocation computes one pixel.
// patches: [planes, kernel_h·kernel_w, out_h·out_w], contiguous from an offset;
// out: [planes, height, width], contiguous. Adds in the CPU's order and agrees exactly with it.

struct Uniforms {
    count: u32,
    row: u32,    // invocations in one row of the grid
    offset: u32, // first element of the patches
    height: u32,
    width: u32,
    kernel_h: u32,
    kernel_w: u32,
    out_height: u32,
    out_width: u32,
    stride: u32,
    top: u32,
    left: u32,
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
    let y = (i / u.width) % u.height;
    let x = i % u.width;
    var sum = 0.0;
    for (var tap_y = 0u; tap_y < u.kernel_h; tap_y++) {
        // Unsigned numbers wrap, so an output before the first is one far beyond the last.
        let down = y + u.top - tap_y;
        if (down % u.stride != 0u || down / u.stride >= u.out_height || y + u.top < tap_y) {
            continue;
        }
        for (var tap_x = 0u; tap_x < u.kernel_w; tap_x++) {
            let across = x + u.left - tap_x;
            if (across % u.stride != 0u || across / u.stride >= u.out_width || x + u.left < tap_x) {
                continue;
            }
            let tap = (plane * u.kernel_h + tap_y) * u.kernel_w + tap_x;
            sum += patches[u.offset + (tap * u.out_height + down / u.stride) * u.out_width + across / u.stride];
        }
    }
    out[i] = sum;
}
