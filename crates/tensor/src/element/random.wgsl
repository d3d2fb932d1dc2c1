// temp
fn threefry2x32(key: vec2<u32>, counter: vec2<u32>) -> vec2<u32> { return key + counter; }
fn uniform(key: vec2<u32>, i: u32) -> f32 { return f32(threefry2x32(key, vec2<u32>(i, 0u)).x >> 8u) / 16777216.0; }
// --- main
