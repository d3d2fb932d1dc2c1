//! How sure the comparison of two arrays is: intervals over stimuli, which might have been others of the same kind.

use analysis::{
    Activations, Error as Refused, Input, Measure, MeasureKind, Rdm, RdmComparison, bootstrap_stimuli,
    compare, k_fold,
};

use crate::host::Stage;
use crate::{Caption, Figure, Host, Intervals, Result, figures};

/// With more pairs a matrix is all that can be read.
pub(super) const MOST_PAIRS: usize = 6;
/// Resamples of the stimuli for RDMs.
const N_RESAMPLES: usize = 1000;
/// Parts of the stimuli that are left out in turn for activations; the most that the work allows.
const GROUPS: [usize; 3] = [40, 20, 10];
/// Multiply-adds that intervals may take: about half a minute in a page.
const MOST_WORK: f64 = 3e10;

/// What was compared: the arrays' names and inputs, the matrix, and by what.
pub(super) struct Compared<'a> {
    pub names: &'a [String],
    pub inputs: &'a [Input],
    /// Row-major, `names.len()²`.
    pub values: &'a [f64],
    pub measure: &'static Measure,
    pub n_stimuli: usize,
    pub seed: u64,
}

/// Each pair with its 95 % interval; nothing, and a warning that says why, where there are too many or it is undefined.
pub(super) async fn figure<H: Host>(
    compared: &Compared<'_>,
    stage: &mut Stage<'_, H>,
    warnings: &mut Vec<String>,
) -> Result<Option<Figure>> {
    let n = compared.names.len();
    let n_pairs = n * (n - 1) / 2;
    if n_pairs > MOST_PAIRS {
        warnings.push(format!(
            "{n_pairs} pairs are shown without intervals, which are given for up to {MOST_PAIRS} pairs; choose at most four arrays for them."
        ));
        return Ok(None);
    }
    let Some(way) = Way::of(compared, n_pairs) else {
        warnings.push(
            "Intervals would take too long with so many stimuli and units, or there are fewer than 10 stimuli; choose fewer arrays for them.".to_owned(),
        );
        return Ok(None);
    };
    let rows = rows(compared);
    let mut ends = Vec::new();
    for (place, &(i, j)) in rows.iter().enumerate() {
        stage.step(rows.len() + place, 2 * rows.len()).await?;
        match way.interval(compared, i, j) {
            Ok(interval) => ends.push(interval),
            Err(source) => {
                let (a, b) = (&compared.names[i], &compared.names[j]);
                warnings.push(format!("No intervals: {a} and {b}: {source}."));
                return Ok(None);
            }
        }
    }
    Ok(Some(Figure::Intervals(drawn(compared, &way, &rows, ends))))
}

/// How an interval is made.
enum Way {
    Bootstrap(RdmComparison),
    Jackknife { n_groups: usize },
}

impl Way {
    fn of(compared: &Compared<'_>, n_pairs: usize) -> Option<Self> {
        let n = compared.n_stimuli;
        if n < GROUPS[GROUPS.len() - 1] {
            return None;
        }
        if matches!(compared.measure.kind, MeasureKind::Rdms(_)) {
            let work = (n_pairs * N_RESAMPLES * n) as f64 * n as f64;
            let comparison = compared.measure.name.parse().ok()?;
            return (work <= MOST_WORK).then_some(Self::Bootstrap(comparison));
        }
        let units = |input: &Input| match input {
            Input::Activations(x) => x.n_units(),
            Input::Rdm(_) => n,
        };
        let most = compared.inputs.iter().map(units).max().unwrap_or(1);
        let once = (n * most) as f64 * n.min(most) as f64 * n_pairs as f64;
        let fits = |n_groups: &usize| *n_groups <= n && once * *n_groups as f64 <= MOST_WORK;
        GROUPS.into_iter().find(fits).map(|n_groups| Self::Jackknife { n_groups })
    }

    fn interval(&self, compared: &Compared<'_>, i: usize, j: usize) -> Result<[f64; 2], Refused> {
        let (a, b) = (&compared.inputs[i], &compared.inputs[j]);
        match (self, a, b) {
            (Self::Bootstrap(comparison), Input::Rdm(a), Input::Rdm(b)) => {
                bootstrap(a, b, *comparison, compared.seed)
            }
            (Self::Jackknife { n_groups }, Input::Activations(a), Input::Activations(b)) => {
                let value = compared.values[i * compared.names.len() + j];
                jackknife(compared.measure, [a, b], value, *n_groups, compared.seed)
            }
            // Inputs are of the measure's kind.
            _ => compare(compared.measure, a, b).map(|value| [value, value]),
        }
    }

    fn in_words(&self, seed: u64) -> String {
        match self {
            Self::Bootstrap(_) => format!(
                "Lines: 95 % intervals over {N_RESAMPLES} bootstrap samples of the stimuli, seed {seed}."
            ),
            Self::Jackknife { n_groups } => format!(
                "Lines: 95 % intervals by the jackknife: {n_groups} groups of stimuli, drawn with seed {seed}, left out one at a time (Efron & Tibshirani 1993, chapter 11), with Student's t."
            ),
        }
    }
}

fn bootstrap(a: &Rdm, b: &Rdm, comparison: RdmComparison, seed: u64) -> Result<[f64; 2], Refused> {
    let found = bootstrap_stimuli(a, b, comparison, N_RESAMPLES, seed)?;
    Ok([found.low, found.high])
}

/// Copies of a stimulus, as a bootstrap makes, would count as agreement in measures of activations; groups left out do not.
fn jackknife(
    measure: &Measure,
    pair: [&Activations<f64>; 2],
    value: f64,
    n_groups: usize,
    seed: u64,
) -> Result<[f64; 2], Refused> {
    let folds = k_fold(pair[0].n_stimuli(), n_groups, Some(seed))?;
    let without = |group: usize| -> Result<f64, Refused> {
        let [a, b] = pair.map(|x| rows_of(x, &folds.train(group)));
        compare(measure, &a?.into(), &b?.into())
    };
    let values = (0..n_groups).map(without).collect::<Result<Vec<f64>, Refused>>()?;
    let g = n_groups as f64;
    let mean = values.iter().sum::<f64>() / g;
    let squares: f64 = values.iter().map(|value| (value - mean) * (value - mean)).sum();
    let half = student(g - 1.0) * ((g - 1.0) / g * squares).sqrt();
    Ok([value - half, value + half])
}

fn rows_of(x: &Activations<f64>, chosen: &[usize]) -> Result<Activations<f64>, Refused> {
    let data = chosen.iter().flat_map(|&row| x.row(row).to_vec()).collect();
    Activations::new(data, chosen.len(), x.n_units())
}

/// The 97.5 % quantile of Student's t by its expansion around the normal one (Abramowitz & Stegun 26.7.5), right to 0.2 % from
/// 9 degrees of freedom on.
fn student(freedom: f64) -> f64 {
    let z: f64 = 1.959_963_984_540_054;
    z + (z.powi(3) + z) / (4.0 * freedom)
        + (5.0 * z.powi(5) + 16.0 * z.powi(3) + 3.0 * z) / (96.0 * freedom * freedom)
}

/// The pairs, both ways where the measure sees the first array otherwise than the second.
fn rows(compared: &Compared<'_>) -> Vec<(usize, usize)> {
    let n = compared.names.len();
    let pairs = || (0..n).flat_map(|i| (i + 1..n).map(move |j| (i, j)));
    let differs = |&(i, j): &(usize, usize)| {
        let (there, back) = (compared.values[i * n + j], compared.values[j * n + i]);
        (there - back).abs() > 1e-9 * there.abs().max(back.abs())
    };
    if pairs().any(|pair| differs(&pair)) {
        pairs().flat_map(|(i, j)| [(i, j), (j, i)]).collect()
    } else {
        pairs().collect()
    }
}

fn drawn(compared: &Compared<'_>, way: &Way, rows: &[(usize, usize)], ends: Vec<[f64; 2]>) -> Intervals {
    let Compared { names, values, measure, n_stimuli, seed, .. } = compared;
    let value = |&(i, j): &(usize, usize)| values[i * names.len() + j];
    let best = (0..rows.len()).max_by(|&a, &b| value(&rows[a]).total_cmp(&value(&rows[b]))).unwrap_or(0);
    let (i, j) = rows[best];
    let [low, high] = ends[best];
    let finding = format!(
        "{} of {} and {} is {:.3}, 95 % interval {low:.3} to {high:.3}{}.",
        measure.name,
        names[i],
        names[j],
        value(&rows[best]),
        if rows.len() > 1 { ", the largest of all pairs" } else { "" }
    );
    Intervals {
        caption: Caption {
            id: "similarity_intervals".to_owned(),
            alt: format!("{} pairs of arrays, each a point with its interval. {finding}", rows.len()),
            finding,
            about: format!("{} {}", figures::about_measure(measure.name), way.in_words(*seed)),
            unit: measure.name.to_owned(),
            n: *n_stimuli,
        },
        title: "How sure that is".to_owned(),
        labels: rows.iter().map(|&(i, j)| format!("{} and {}", names[i], names[j])).collect(),
        values: rows.iter().map(value).collect(),
        intervals: ends,
        notes: Vec::new(),
        x_name: measure.name.to_owned(),
        band: None,
        baseline: None,
    }
}
