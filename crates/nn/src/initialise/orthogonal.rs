//! Orthonormal matrices.

use tensor::Random;

/// A `[rows, columns]` matrix whose rows (or columns, where they are fewer) are orthonormal, uniform
/// among all such: Gram–Schmidt on normal vectors, whose triangular factor has a positive diagonal
/// (Mezzadri 2007, "How to generate random matrices from the classical compact groups").
/// Cost 4 · rows · columns · smaller side flops.
pub(super) fn draw(rows: usize, columns: usize, random: &mut Random) -> Vec<f64> {
    let (n, width) = (rows.min(columns), rows.max(columns));
    let mut basis: Vec<Vec<f64>> = Vec::with_capacity(n);
    while basis.len() < n {
        let mut vector: Vec<f64> = (0..width).map(|_| random.normal()).collect();
        // Twice is enough (Giraud et al. 2005): the second pass removes what rounding left.
        for _ in 0..2 {
            for earlier in &basis {
                let along: f64 = earlier.iter().zip(&vector).map(|(a, b)| a * b).sum();
                vector.iter_mut().zip(earlier).for_each(|(v, e)| *v -= along * e);
            }
        }
        let norm = vector.iter().map(|v| v * v).sum::<f64>().sqrt();
        if norm > 1e-9 {
            vector.iter_mut().for_each(|v| *v /= norm);
            basis.push(vector);
        }
    }
    if rows <= columns {
        return basis.concat();
    }
    (0..rows).flat_map(|row| basis.iter().map(move |column| column[row])).collect()
}
