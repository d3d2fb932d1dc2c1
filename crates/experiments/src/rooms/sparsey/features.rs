//! Digits as sets of oriented edges.

/// Rows and columns of a shrunken digit.
pub const SIDE: usize = 16;
/// Directions in which brightness may rise: right, down, left, up.
pub const N_DIRECTIONS: usize = 4;
/// Smallest central difference that counts as an edge, of pixels from 0 to 1.
const LEAST: f64 = 0.4;

/// An image `[side, side]` as `[SIDE, SIDE]`, each pixel the mean of the area that it covers, from 0 to 1.
pub fn shrunk(pixels: &[u8], side: usize) -> Vec<f64> {
    let step = side as f64 / SIDE as f64;
    // What the k-th stretch of the larger image holds: (pixel, share of it).
    let covered = |k: usize| {
        let (from, to) = (k as f64 * step, (k + 1) as f64 * step);
        let last = (to.ceil() as usize).min(side);
        (from as usize..last).map(move |at| (at, (to.min(at as f64 + 1.0) - from.max(at as f64)).max(0.0)))
    };
    let mut small = Vec::with_capacity(SIDE * SIDE);
    for row in 0..SIDE {
        for column in 0..SIDE {
            let rows = covered(row);
            let sum: f64 = rows
                .flat_map(|(y, height)| covered(column).map(move |(x, width)| (y, x, height * width)))
                .map(|(y, x, area)| area * f64::from(pixels[y * side + x]))
                .sum();
            small.push(sum / (step * step * 255.0));
        }
    }
    small
}

/// Which of the `SIDE · SIDE · N_DIRECTIONS` edges an image `[SIDE, SIDE]` has: where brightness changes by at least
/// [`LEAST`] from one neighbour to the opposite one, in the nearest of four directions. Beyond the image it is dark.
pub fn edges(image: &[f64]) -> Vec<usize> {
    let at = |row: usize, column: usize| {
        // Rows and columns are counted from 1, so that 0 is beyond.
        let inside = (1..=SIDE).contains(&row) && (1..=SIDE).contains(&column);
        if inside { image[(row - 1) * SIDE + column - 1] } else { 0.0 }
    };
    let mut found = Vec::new();
    for row in 1..=SIDE {
        for column in 1..=SIDE {
            let across = at(row, column + 1) - at(row, column - 1);
            let down = at(row + 1, column) - at(row - 1, column);
            if across.hypot(down) < LEAST {
                continue;
            }
            let direction = match (across.abs() >= down.abs(), across > 0.0, down > 0.0) {
                (true, true, _) => 0,
                (false, _, true) => 1,
                (true, false, _) => 2,
                (false, _, false) => 3,
            };
            found.push(((row - 1) * SIDE + column - 1) * N_DIRECTIONS + direction);
        }
    }
    found
}
