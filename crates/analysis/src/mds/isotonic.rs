//! Isotonic regression: the rising numbers nearest to given ones.

/// The order of an RDM's entries, and which of them are equal.
pub(super) struct Order {
    /// Places of entries, smallest first.
    places: Vec<usize>,
    /// Where in `places` each run of equal entries ends.
    ends: Vec<usize>,
}

impl Order {
    pub(super) fn of(entries: &[f64]) -> Self {
        let mut places: Vec<usize> = (0..entries.len()).collect();
        places.sort_by(|&a, &b| entries[a].total_cmp(&entries[b]));
        let ends = (1..=places.len())
            .filter(|&k| k == places.len() || entries[places[k]] != entries[places[k - 1]])
            .collect();
        Self { places, ends }
    }

    /// The numbers nearest to `values` (least squares) that rise with the entries and are equal where
    /// these are: Kruskal's secondary approach to ties. Neighbours out of order are pooled into their
    /// mean (Barlow et al. 1972, "Statistical inference under order restrictions", section 1.2).
    pub(super) fn rising(&self, values: &[f64]) -> Vec<f64> {
        // Pools: sum and number of their values.
        let mut pools: Vec<(f64, usize)> = Vec::new();
        let mut start = 0;
        for &end in &self.ends {
            let mut pool = (self.places[start..end].iter().map(|&p| values[p]).sum::<f64>(), end - start);
            while let Some(&before) = pools.last() {
                // The mean before is not below this one.
                if before.0 * (pool.1 as f64) < pool.0 * before.1 as f64 {
                    break;
                }
                pools.pop();
                pool = (before.0 + pool.0, before.1 + pool.1);
            }
            pools.push(pool);
            start = end;
        }
        let mut found = vec![0.0; values.len()];
        let mut places = self.places.iter();
        for (sum, count) in pools {
            places.by_ref().take(count).for_each(|&place| found[place] = sum / count as f64);
        }
        found
    }
}
