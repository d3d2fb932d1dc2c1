//! Tables of encoders by heads, and a rebuilt picture.

use recipe::{Caption, CellKind, Figure, Grid, Panels};

use super::claims::mean;
use super::stitching::Stitched;
use super::study::Study;

/// Encoders by heads: errors of autoencoders, then accuracies of classifiers, on latent vectors and on angles.
pub fn all(study: &Study) -> Vec<Figure> {
    let worst =
        |tables: &[Stitched; 2]| tables.iter().flat_map(|t| t.values.iter().copied()).fold(0.0, f64::max);
    let top = worst(&study.rebuilt);
    let mut figures = vec![example(study)];
    for (which, id) in [(0, "errors_absolute"), (1, "errors_relative")] {
        figures.push(grid(id, which, &study.rebuilt[which], "mean squared error", 100.0, [0.0, 100.0 * top]));
    }
    for (which, id) in [(0, "accuracy_absolute"), (1, "accuracy_relative")] {
        figures.push(grid(id, which, &study.named[which], "% right", 100.0, [0.0, 100.0]));
    }
    figures
}

fn grid(id: &str, which: usize, table: &Stitched, unit: &str, scale: f64, domain: [f64; 2]) -> Figure {
    let what = ["latent vectors", "angles to anchors"][which];
    let (own, others) = (scale * mean(&table.own()), scale * mean(&table.others()));
    let finding =
        format!("On {what}: {own:.1} with the own head, {others:.1} with heads of others ({unit}).");
    let title = match (unit, which) {
        ("% right", 0) => "Naming: heads that read latent vectors",
        ("% right", _) => "Naming: heads that read angles",
        (_, 0) => "Rebuilding: decoders that read latent vectors",
        _ => "Rebuilding: decoders that read angles",
    };
    let about = match unit {
        "% right" => {
            "Share of test pictures that each head names rightly from what each encoder gives. Encoders are convolutions or dense layers, two networks each, all trained apart; nothing is trained after stitching."
        }
        _ => {
            "Mean squared error of pixels (0 to 1, times 100) of each decoder on what each encoder gives, on test pictures. The diagonal is each network itself; nothing is trained after stitching."
        }
    };
    let n = table.names.len();
    Figure::Grid(Grid {
        caption: Caption {
            id: id.to_owned(),
            alt: format!("A grid of {n} encoders by {n} heads. {finding}"),
            finding,
            about: about.to_owned(),
            unit: if unit == "% right" { unit.to_owned() } else { "MSE × 100".to_owned() },
            n,
        },
        title: title.to_owned(),
        rows: table.names.clone(),
        columns: table.names.clone(),
        row_axis: "encoder".to_owned(),
        column_axis: "head".to_owned(),
        values: table.values.iter().map(|&value| Some(scale * value)).collect(),
        domain,
        is_diverging: false,
        cell: CellKind::Other,
    })
}

fn example(study: &Study) -> Figure {
    let names = [
        "the picture",
        "latent, own decoder",
        "latent, other decoder",
        "angles, own decoder",
        "angles, other decoder",
    ];
    let off = |shown: usize| {
        let both = study.example[shown].iter().zip(&study.example[0]);
        100.0 * both.map(|(a, b)| f64::from(a - b).powi(2)).sum::<f64>() / study.example[0].len() as f64
    };
    let finding = format!(
        "The other network's decoder misses this picture by {:.1} on latent vectors and by {:.1} on angles (MSE × 100).",
        off(2),
        off(4)
    );
    Figure::Panels(Panels {
        caption: Caption {
            id: "example".to_owned(),
            alt: format!("Five pictures of {} by {} pixels. {finding}", study.side, study.side),
            finding,
            about: "The first test picture as it is, and as two decoders rebuild it from what the first encoder gives.".to_owned(),
            unit: "brightness".to_owned(),
            n: 1,
        },
        title: "One picture, two decoders".to_owned(),
        names: names.map(str::to_owned).to_vec(),
        labels: (1..=study.side).map(|row| row.to_string()).collect(),
        values: study.example.iter().flatten().map(|&v| f64::from(v).clamp(0.0, 1.0)).collect(),
        domain: [0.0, 1.0],
    })
}
