//! How many components and loops stimuli form when those that are near enough are joined.

use analysis::{Barcode, Rdm, vietoris_rips};

use crate::{Caption, Curve, Error, Figure, Result};

/// Points along a curve.
const N_THRESHOLDS: usize = 41;
/// How far beyond the last event a curve goes on, as a share.
const BEYOND: f64 = 1.05;

/// The Betti curves of dimension 0 and 1 of an RDM whose distances are called `unit`.
pub(super) fn figures(array: &str, rdm: &Rdm, unit: &str, n: usize) -> Result<[Figure; 2]> {
    let at = |source| Error::Analysis { site: array.to_owned(), source };
    let barcode = vietoris_rips(rdm).map_err(at)?;
    let thresholds = thresholds(&barcode);
    let curves = barcode.betti_curves(&thresholds).map_err(at)?;
    let labels: Vec<String> = thresholds.iter().map(|&threshold| digits(threshold)).collect();
    let about = |what: &str, number: u8| {
        format!(
            "{what}: Betti number {number} of the Vietoris–Rips complex, in which stimuli are joined that are no further apart than the threshold and triangles are filled (coefficients modulo 2), at {N_THRESHOLDS} thresholds in {unit}."
        )
    };
    let curve = |id: &str, [y_name, about]: [&str; 2], finding: String, counts: &[usize]| {
        Figure::Curve(Curve {
            caption: Caption {
                id: id.to_owned(),
                alt: format!("Line of the number of {y_name} at {N_THRESHOLDS} thresholds. {finding}"),
                finding,
                about: about.to_owned(),
                unit: y_name.to_owned(),
                n,
            },
            labels: labels.clone(),
            values: counts.iter().map(|&count| count as f64).collect(),
            y_name: y_name.to_owned(),
            x_name: Some(format!("threshold, {unit}")),
        })
    };
    let last = barcode.joins.last().copied().unwrap_or(0.0);
    let components = format!(
        "The {} stimuli of {array} are one component from a threshold of {} on.",
        barcode.n_stimuli,
        digits(last)
    );
    let loops = loops(array, &barcode);
    let [of_components, of_loops] = [about("Components", 0), about("Loops that are not filled", 1)];
    Ok([
        curve("betti_0", ["components", &of_components], components, &curves.b0),
        curve("betti_1", ["loops", &of_loops], loops, &curves.b1),
    ])
}

/// From 0 to a little beyond where nothing changes any more.
fn thresholds(barcode: &Barcode) -> Vec<f64> {
    let ends = barcode.loops.iter().map(|&(_, filled)| filled);
    let last = barcode.joins.iter().copied().chain(ends).fold(0.0, f64::max);
    let end = if last > 0.0 { BEYOND * last } else { 1.0 };
    (0..N_THRESHOLDS).map(|step| end * step as f64 / (N_THRESHOLDS - 1) as f64).collect()
}

fn loops(array: &str, barcode: &Barcode) -> String {
    let length = |&(closed, filled): &(f64, f64)| filled - closed;
    match barcode.loops.iter().max_by(|a, b| length(a).total_cmp(&length(b))) {
        None => format!("The stimuli of {array} form no loop at any threshold."),
        Some((closed, filled)) => format!(
            "Of {} loops of {array} the longest lasts from a threshold of {} to {}.",
            barcode.loops.len(),
            digits(*closed),
            digits(*filled)
        ),
    }
}

/// To three significant digits.
fn digits(value: f64) -> String {
    if value == 0.0 {
        return "0".to_owned();
    }
    let places = (2 - value.abs().log10().floor() as i32).clamp(0, 12) as usize;
    format!("{value:.places$}")
}
