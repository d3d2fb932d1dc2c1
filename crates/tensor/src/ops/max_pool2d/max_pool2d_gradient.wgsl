// The gradient of max_pool2d: each window gives its c to the first of its largest pixels. One
// invocation computes one pixel: it visits the windows over it and takes c where it is that first
// largest. No two invocations write to one place.
// x: [planes, height, width] and c: [planes, out_h, out_w], contiguous from offsets; out: as x.
// Adds in the CPU's order and agrees exactly with it.

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
    c_offset: u32,
    unused: u32,
}

@group(0) @binding(0) var<uniform> u: Uniforms;
@group(0) @binding(1) var<storage, read> x: array<f32>;
@group(0) @binding(2) var<storage, read> c: array<f32>;
@group(0) @binding(3) var<storage, read_write> out: array<f32>;

// First window whose end lies beyond the pixel.
fn first_window(pixel: u32) -> u32 {
    if (pixel < u.kernel) {
        return 0u;
    }
    return (pixel - u.kernel) / u.stride + 1u;
}

// Place of the first largest pixel of a window in its plane; beyond the plane if all are NaN.
fn winner(plane: u32, top: u32, left: u32) -> u32 {
    var best = u.lowest;
    var place = 0xffffffffu;
    for (var y = top; y < min(top + u.kernel, u.height); y++) {
        for (var from_x = left; from_x < min(left + u.kernel, u.width); from_x++) {
            let value = x[u.offset + (plane * u.height + y) * u.width + from_x];
            if (value > best) {
                best = value;
                place = y * u.width + from_x;
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
    let pixel_y = pixel / u.width;
    let pixel_x = pixel % u.width;
    var sum = 0.0;
    for (var out_y = first_window(pixel_y); out_y < min(pixel_y / u.stride + 1u, u.out_height); out_y++) {
        for (var out_x = first_window(pixel_x); out_x < min(pixel_x / u.stride + 1u, u.out_width); out_x++) {
            if (winner(plane, out_y * u.stride, out_x * u.stride) == pixel) {
                sum += c[u.c_offset + (plane * u.out_height + out_y) * u.out_width + out_x];
            }
        }
    }
    out[i] = sum;
}
