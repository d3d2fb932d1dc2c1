//! Matrices that are zero but for a few neighbours in each row.

/// A matrix `[n_out, n_in]` whose row i holds `weights[i·width ..]` from column `starts[i]` on.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Bands {
    pub n_in: usize,
    pub width: usize,
    pub starts: Vec<usize>,
    pub weights: Vec<f32>,
}

impl Bands {
    /// From the first column and the weights of each row, which lie within `n_in` columns.
    pub fn new(n_in: usize, rows: &[(usize, Vec<f32>)]) -> Self {
        let width = rows.iter().map(|(_, weights)| weights.len()).max().unwrap_or(0).max(1);
        let (mut starts, mut all) = (Vec::with_capacity(rows.len()), vec![0.0; rows.len() * width]);
        for ((start, weights), line) in rows.iter().zip(all.chunks_exact_mut(width)) {
            // Rows shorter than the band are filled with zeros, without leaving the matrix.
            let first = (*start).min(n_in.saturating_sub(width));
            line[start - first..][..weights.len()].copy_from_slice(weights);
            starts.push(first);
        }
        Self { n_in, width, starts, weights: all }
    }

    /// Rows.
    pub fn n_out(&self) -> usize {
        self.starts.len()
    }

    /// The transpose. Its band is as wide as what lies between the first and last entry of a column.
    pub fn transposed(&self) -> Self {
        let mut rows: Vec<(usize, Vec<f32>)> = vec![(0, Vec::new()); self.n_in];
        for (i, (&start, weights)) in
            self.starts.iter().zip(self.weights.chunks_exact(self.width)).enumerate()
        {
            for (column, &weight) in (start..).zip(weights).filter(|(_, weight)| **weight != 0.0) {
                let (first, row) = &mut rows[column];
                if row.is_empty() {
                    *first = i;
                }
                row.resize(i - *first, 0.0);
                row.push(weight);
            }
        }
        Self::new(self.n_out(), &rows)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_transpose_has_rows_for_columns() {
        let bands = Bands::new(4, &[(0, vec![1.0]), (1, vec![2.0, 3.0, 4.0]), (3, vec![5.0])]);
        assert_eq!((bands.width, bands.starts.as_slice()), (3, [0, 1, 1].as_slice()));
        assert_eq!(bands.weights, [1.0, 0.0, 0.0, 2.0, 3.0, 4.0, 0.0, 0.0, 5.0]);
        let turned = bands.transposed();
        assert_eq!((turned.n_in, turned.width, turned.starts.as_slice()), (3, 2, [0, 1, 1, 1].as_slice()));
        assert_eq!(turned.weights, [1.0, 0.0, 2.0, 0.0, 3.0, 0.0, 4.0, 5.0]);
        assert_eq!(turned.transposed().starts, [0, 1, 1]);
    }
}
