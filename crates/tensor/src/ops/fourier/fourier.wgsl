// out[line, k] = Σ_j x[line, j] · e^(∓2πi jk / n), the minus sign unless inverse, j upwards in one f32 sum.
// One invocation computes one number. Angles come from a table, jk modulo n being exact.
// x: [lines, from_count, from_width] and table: [n, 2], cos and sin of 2π j / n, both contiguous from an
// offset; out: [lines, to_count, to_width], contiguous. A width of 1 means real parts alone.
// Agrees with the CPU (f64) to 1e-5 of the largest.

struct Uniforms {
    count: u32, // lines · to_count
    row: u32,   // invocations in one row of the grid
    n: u32,
    from_count: u32,
    from_width: u32,
    to_count: u32,
    to_width: u32,
    is_inverse: u32,
    offset: u32, // first element of x
    table_offset: u32,
    unused0: u32,
    unused1: u32,
}

@group(0) @binding(0) var<uniform> u: Uniforms;
@group(0) @binding(1) var<storage, read> x: array<f32>;
@group(0) @binding(2) var<storage, read> table: array<f32>;
@group(0) @binding(3) var<storage, read_write> out: array<f32>;

@compute @workgroup_size(64)
fn main(@builtin(global_invocation_id) id: vec3<u32>) {
    let i = id.x + id.y * u.row;
    if (i >= u.count) {
        return;
    }
    let k = i % u.to_count;
    let line = u.offset + i / u.to_count * u.from_count * u.from_width;
    let sign = select(-1.0, 1.0, u.is_inverse != 0u);
    var turn = 0u; // jk modulo n
    var re = 0.0;
    var im = 0.0;
    for (var j = 0u; j < u.from_count; j++) {
        let cosine = table[u.table_offset + 2u * turn];
        let sine = sign * table[u.table_offset + 2u * turn + 1u];
        let at = line + j * u.from_width;
        let x_re = x[at];
        re += x_re * cosine;
        im += x_re * sine;
        if (u.from_width == 2u) {
            let x_im = x[at + 1u];
            re -= x_im * sine;
            im += x_im * cosine;
        }
        turn += k;
        if (turn >= u.n) {
            turn -= u.n;
        }
    }
    out[i * u.to_width] = re;
    if (u.to_width == 2u) {
        out[i * 2u + 1u] = im;
    }
}
