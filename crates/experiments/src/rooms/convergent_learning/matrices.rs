//! Matrices of correlations, before and after units were put into order.

use recipe::{Caption, CellKind, Figure, Grid, Panels};

use super::clusters::Clusters;
use super::layer::Layer;
use super::pairs::Pair;

/// Correlations of two networks' units as they come, and with partners in the same place.
pub fn permuted(layer: Layer, pair: &Pair) -> Figure {
    let mut sorted = pair.one_to_one.pairs.clone();
    sorted.sort_by(|a, b| b.correlation.total_cmp(&a.correlation));
    let [mut first, mut second]: [Vec<usize>; 2] =
        [sorted.iter().map(|pair| pair.first).collect(), sorted.iter().map(|pair| pair.second).collect()];
    let matched = square(pair, &first, &second);
    first.sort_unstable();
    second.sort_unstable();
    let plain = square(pair, &first, &second);
    let n = first.len();
    let diagonal = |matrix: &[f64]| (0..n).map(|k| matrix[k * (n + 1)]).sum::<f64>() / n as f64;
    let finding = format!(
        "Along the diagonal the correlation is {:.2} on average as the units come, and {:.2} after matching.",
        diagonal(&plain),
        diagonal(&matched)
    );
    Figure::Panels(Panels {
        caption: Caption {
            id: "correlations".to_owned(),
            alt: format!("Two {n} by {n} matrices side by side. {finding}"),
            finding,
            about: format!(
                "Correlations of the units of the first network (rows) with those of the second (columns) in the {}: in the order in which they come, and in that of the one-to-one matching, from the best pair to the worst.",
                layer.label()
            ),
            unit: "correlation".to_owned(),
            n,
        },
        title: "Before and after matching".to_owned(),
        names: vec!["as they come".to_owned(), "matched".to_owned()],
        labels: (1..=n).map(|place| place.to_string()).collect(),
        values: [plain, matched].concat(),
        domain: [-1.0, 1.0],
    })
}

/// Correlations of these units, row by row.
fn square(pair: &Pair, first: &[usize], second: &[usize]) -> Vec<f64> {
    let found = &pair.correlations;
    let place =
        |units: &[usize], unit: usize| units.iter().position(|&other| other == unit).unwrap_or_default();
    let rows: Vec<usize> = first.iter().map(|&unit| place(&found.first, unit)).collect();
    let columns: Vec<usize> = second.iter().map(|&unit| place(&found.second, unit)).collect();
    let width = found.second.len();
    rows.iter().flat_map(|row| columns.iter().map(move |column| found.values[row * width + column])).collect()
}

/// |c| on the pictures left out, units in the order of their groups.
pub fn clustered(layer: Layer, clusters: &Clusters, n_groups: usize) -> Figure {
    let order = |groups: &[usize]| {
        let mut places: Vec<usize> = (0..groups.len()).collect();
        places.sort_by_key(|&place| groups[place]);
        places
    };
    let (rows, columns) = (order(&clusters.first), order(&clusters.second));
    let label = |units: &[usize], groups: &[usize], place: usize| {
        format!("{} (group {})", units[place] + 1, groups[place] + 1)
    };
    let found = &clusters.held_out;
    let value = |row: usize, column: usize| Some(found.values[row * found.second.len() + column].abs());
    let finding = format!(
        "Units of one group correlate {:.1} times as much as units of different groups, on pictures that the groups were not found on.",
        clusters.ratio
    );
    Figure::Grid(Grid {
        caption: Caption {
            id: "clusters".to_owned(),
            alt: format!("A grid of {} by {} correlations. {finding}", rows.len(), columns.len()),
            finding,
            about: format!(
                "Size of the correlation |c| between units of the first and of the second network in the {}, sorted by {n_groups} groups of spectral clustering (normalised Laplacian of the graph that joins the two networks, k-means). Groups were found on one half of the pictures, the numbers are those of the other.",
                layer.label()
            ),
            unit: "|correlation|".to_owned(),
            n: rows.len() + columns.len(),
        },
        title: "Many to many".to_owned(),
        rows: rows.iter().map(|&row| label(&found.first, &clusters.first, row)).collect(),
        columns: columns.iter().map(|&column| label(&found.second, &clusters.second, column)).collect(),
        row_axis: "unit of network 1".to_owned(),
        column_axis: "unit of network 2".to_owned(),
        values: rows.iter().flat_map(|&row| columns.iter().map(move |&column| value(row, column))).collect(),
        domain: [0.0, 1.0],
        is_diverging: false,
        cell: CellKind::Other,
    })
}
