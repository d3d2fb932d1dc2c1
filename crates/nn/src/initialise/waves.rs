//! Positions as waves.

/// Ratio of the longest wavelength to the shortest (Vaswani et al. 2017, §3.5).
const LONGEST: f64 = 1e4;

/// Row-major sines (even columns) and cosines (odd ones) of the rows' numbers.
pub(super) fn draw(rows: usize, columns: usize) -> impl Iterator<Item = f64> {
    (0..rows).flat_map(move |row| {
        (0..columns).map(move |column| {
            let angle = row as f64 * LONGEST.powf(-((column / 2 * 2) as f64) / columns as f64);
            if column % 2 == 0 { angle.sin() } else { angle.cos() }
        })
    })
}
