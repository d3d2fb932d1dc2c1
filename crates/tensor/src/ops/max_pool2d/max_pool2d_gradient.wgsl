// The gradient of max_pool2d: each window gives its c to the first of its largest pixels. One
// invocation computes one pixel: it visits the windows over it and takes c where it is that first
// largest. No two invocations write to one place.
// x: [planes, height, width] and c: [planes, out_h, out_w], contiguous from offsets; out: as x.
// Adds in the CPU's order and agrees exactly with it.

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
@group(0) @binding(2) var<storage, read> c: array<f32>;
@group(0) @binding(3) var<storage, read_write> out: array<f32>;

// First window whose end lies beyond the pixel, which is counted in the padded image.
fn first_window(pixel: u32, kernel: u32, stride: u32) -> u32 {
    if (pixel < kernel) {
        return 0u;
    }
    return (pixel - kernel) / stride + 1u;
}

// Place of the first largest pixel of a window in its plane; beyond the plane if all are NaN.
fn winner(plane: u32, top: u32, left: u32) -> u32 {
    var best = u.lowest;
    var place = 0xffffffffu;
    let bottom = min(top + u.kernel_h, u.height + u.top);
    let right = min(left + u.kernel_w, u.width + u.left);
    for (var y = max(top, u.top); y < bottom; y++) {
        let line = (y - u.top) * u.width;
        for (var from_x = max(left, u.left); from_x < right; from_x++) {
            let value = x[u.offset + plane * u.height * u.width + line + from_x - u.left];
            if (value > best) {
                best = value;
                place = line + from_x - u.left;
            }
        }
    }
    return place;
}

@compute @workgroup_size(64)
fn main(@builtin(global_invocation_id) id: vec3<u32>) {
    let i = id.x + id.y * u.row;
    if (i >= u.count) {
        return;
    }
    let plane = i / (u.width * u.height);
    let pixel = i % (u.width * u.height);
    let down = pixel / u.width + u.top;
    let across = pixel % u.width + u.left;
    let last_y = min(down / u.stride_h + 1u, u.out_height);
    let last_x = min(across / u.stride_w + 1u, u.out_width);
    var sum = 0.0;
    for (var out_y = first_window(down, u.kernel_h, u.stride_h); out_y < last_y; out_y++) {
        for (var out_x = first_window(across, u.kernel_w, u.stride_w); out_x < last_x; out_x++) {
            if (winner(plane, out_y * u.stride_h, out_x * u.stride_w) == pixel) {
                sum += c[u.c_offset + (plane * u.out_height + out_y) * u.out_width + out_x];
            }
        }
    }
    out[i] = sum;
}
