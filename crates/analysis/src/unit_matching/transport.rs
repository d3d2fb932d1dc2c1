//! The cheapest way to send what rows have to columns that take it, by shortest augmenting paths.
//!
//! Ahuja, Magnanti & Orlin 1993, "Network flows", section 9.7 (successive shortest paths with
//! potentials); with one item a row and column it is the assignment algorithm of Jonker & Volgenant
//! 1987, "A shortest augmenting path algorithm for dense and sparse linear assignment problems",
//! Computing 38.

/// What goes from a row to a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Flow {
    pub(super) row: usize,
    pub(super) column: usize,
    /// At least 1.
    pub(super) amount: usize,
}

/// The flows of least total cost with which each row sends `supply` and no column takes more than
/// `capacity`. `costs` is `[rows, columns]`, row-major; rows · supply ≤ columns · capacity.
///
/// Cost: a shortest path for each flow, at most rows · columns steps each.
pub(super) fn cheapest(costs: &[f64], columns: usize, supply: usize, capacity: usize) -> Vec<Flow> {
    let rows = costs.len() / columns;
    let mut market = Market {
        costs,
        columns,
        free: vec![capacity; columns],
        flows: vec![Vec::new(); columns],
        // From the start no way may cost less than 0.
        row_prices: costs.chunks_exact(columns).map(least).collect(),
        column_prices: vec![0.0; columns],
    };
    for row in 0..rows {
        let mut left = supply;
        while left > 0 {
            let path = market.cheapest_path(row);
            market.raise_prices(&path);
            left -= market.send(row, left, &path);
        }
    }
    market.flows.concat()
}

fn least(costs: &[f64]) -> f64 {
    costs.iter().fold(f64::INFINITY, |least, cost| least.min(*cost))
}

/// Flows so far, and prices for which no way costs less than 0 and every used way costs 0.
struct Market<'a> {
    costs: &'a [f64],
    columns: usize,
    /// What each column can still take.
    free: Vec<usize>,
    /// What each column takes now.
    flows: Vec<Vec<Flow>>,
    row_prices: Vec<f64>,
    column_prices: Vec<f64>,
}

/// The cheapest ways from one row to all columns up to the first that can take more.
struct Path {
    /// How far each row is, if it was reached.
    rows: Vec<Option<f64>>,
    /// The column from which each row but the first was reached, by taking back what it had sent.
    row_from: Vec<usize>,
    /// How far each column is, and the row from which it is reached.
    columns: Vec<(f64, usize)>,
    /// Columns whose distance is final.
    settled: Vec<bool>,
    /// The column that can take more.
    end: usize,
}

impl Market<'_> {
    /// Dijkstra's algorithm on costs less prices.
    fn cheapest_path(&self, start: usize) -> Path {
        let mut path = Path {
            rows: vec![None; self.row_prices.len()],
            row_from: vec![0; self.row_prices.len()],
            columns: vec![(f64::INFINITY, start); self.columns],
            settled: vec![false; self.columns],
            end: 0,
        };
        path.rows[start] = Some(0.0);
        let mut reached = vec![(start, 0.0)];
        loop {
            while let Some((row, so_far)) = reached.pop() {
                let costs = &self.costs[row * self.columns..][..self.columns];
                for (column, (way, cost)) in path.columns.iter_mut().zip(costs).enumerate() {
                    // Not below 0, but for rounding.
                    let step = (cost - self.row_prices[row] - self.column_prices[column]).max(0.0);
                    if !path.settled[column] && so_far + step < way.0 {
                        *way = (so_far + step, row);
                    }
                }
            }
            let open = (0..self.columns).filter(|&column| !path.settled[column]);
            path.end = open
                .reduce(|best, other| if path.columns[other].0 < path.columns[best].0 { other } else { best })
                .unwrap_or(path.end);
            path.settled[path.end] = true;
            // There is such a column as long as a row has something left.
            if self.free[path.end] > 0 {
                return path;
            }
            let so_far = path.columns[path.end].0;
            for flow in &self.flows[path.end] {
                if path.rows[flow.row].is_none() {
                    path.rows[flow.row] = Some(so_far);
                    path.row_from[flow.row] = path.end;
                    reached.push((flow.row, so_far));
                }
            }
        }
    }

    /// Changes the prices so that the path costs 0 and no way less.
    fn raise_prices(&mut self, path: &Path) {
        let total = path.columns[path.end].0;
        for (price, distance) in self.row_prices.iter_mut().zip(&path.rows) {
            *price += distance.map_or(0.0, |distance| total - distance);
        }
        for (column, price) in self.column_prices.iter_mut().enumerate() {
            if path.settled[column] {
                *price -= total - path.columns[column].0;
            }
        }
    }

    /// Sends at most `left` from `start` along the path; gives how much.
    fn send(&mut self, start: usize, left: usize, path: &Path) -> usize {
        let mut steps = Vec::new();
        let mut amount = left.min(self.free[path.end]);
        let mut column = path.end;
        loop {
            let row = path.columns[column].1;
            steps.push((row, column));
            if row == start {
                break;
            }
            let before = path.row_from[row];
            let sent = self.flows[before].iter().find(|flow| flow.row == row).map_or(0, |flow| flow.amount);
            amount = amount.min(sent);
            column = before;
        }
        self.free[path.end] -= amount;
        for &(row, column) in &steps {
            match self.flows[column].iter_mut().find(|flow| flow.row == row) {
                Some(flow) => flow.amount += amount,
                None => self.flows[column].push(Flow { row, column, amount }),
            }
            if row != start {
                let before = &mut self.flows[path.row_from[row]];
                before.iter_mut().filter(|flow| flow.row == row).for_each(|flow| flow.amount -= amount);
                before.retain(|flow| flow.amount > 0);
            }
        }
        amount
    }
}
