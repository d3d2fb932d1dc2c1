//! How sure a comparison is: intervals over stimuli, which might have been others of the same kind.

use analysis::{
    Cka, Direction, Error as Refused, Gram, Input, Measure, RdmComparison, bootstrap_stimuli, card_of,
    compare, jackknife_grams, jackknife_stimuli,
};

use crate::host::Stage;
use crate::{Caption, Figure, Host, Intervals, Result, figures};

/// Resamples of the stimuli for RDMs.
const N_RESAMPLES: usize = 1000;
/// Parts of the stimuli that are left out in turn for activations; the most that the work allows.
const GROUPS: [usize; 3] = [40, 20, 10];
/// Fewest stimuli, one a group.
pub(crate) const FEWEST_STIMULI: usize = GROUPS[GROUPS.len() - 1];

/// What was compared: the names and inputs of arrays or sites, the matrix, and by what.
pub(crate) struct Compared<'a> {
    pub names: &'a [String],
    pub inputs: Inputs<'a>,
    /// Row-major, `names.len()²`.
    pub values: &'a [f64],
    pub measure: &'static Measure,
    pub n_stimuli: usize,
    pub seed: u64,
    /// The one whose row is asked for; without it, all pairs are.
    pub focus: Option<usize>,
}

/// What is compared of each.
pub(crate) enum Inputs<'a> {
    /// What the measure takes.
    Each(&'a [Input]),
    /// All that linear CKA needs.
    Grams(&'a [Gram], Cka),
}

/// How an interval is made.
pub(crate) enum Way {
    Bootstrap(RdmComparison),
    Jackknife { n_groups: usize },
}

impl Way {
    /// Within so many multiply-adds; none where that is too few, or there are fewer than 10 stimuli.
    pub(crate) fn of(compared: &Compared<'_>, most_work: f64) -> Option<Self> {
        let (n, n_pairs) = (compared.n_stimuli, compared.rows().len());
        if n < FEWEST_STIMULI {
            return None;
        }
        let once = match compared.inputs {
            Inputs::Grams(..) => (n * n * n_pairs) as f64,
            Inputs::Each(inputs) => {
                if let Ok(comparison) = compared.measure.name.parse() {
                    let work = (n_pairs * N_RESAMPLES * n) as f64 * n as f64;
                    return (work <= most_work).then_some(Self::Bootstrap(comparison));
                }
                let most = inputs.iter().map(|input| n_units(input, n)).max().unwrap_or(1);
                (n * most) as f64 * n.min(most) as f64 * n_pairs as f64
            }
        };
        let fits = |n_groups: &usize| *n_groups <= n && once * *n_groups as f64 <= most_work;
        GROUPS.into_iter().find(fits).map(|n_groups| Self::Jackknife { n_groups })
    }

    fn interval(&self, compared: &Compared<'_>, (i, j): (usize, usize)) -> Result<[f64; 2], Refused> {
        let (measure, seed) = (compared.measure, compared.seed);
        match (self, &compared.inputs) {
            (Self::Jackknife { n_groups }, Inputs::Grams(grams, variant)) => {
                jackknife_grams(*variant, &grams[i], &grams[j], *n_groups, seed).map(|of| [of.low, of.high])
            }
            (Self::Jackknife { n_groups }, Inputs::Each(inputs)) => match (&inputs[i], &inputs[j]) {
                (Input::Activations(a), Input::Activations(b)) => {
                    jackknife_stimuli(measure, a, b, *n_groups, seed).map(|of| [of.low, of.high])
                }
                (a, b) => compare(measure, a, b).map(|value| [value; 2]),
            },
            (Self::Bootstrap(comparison), Inputs::Each(inputs)) => match (&inputs[i], &inputs[j]) {
                (Input::Rdm(a), Input::Rdm(b)) => {
                    bootstrap_stimuli(a, b, *comparison, N_RESAMPLES, seed).map(|of| [of.low, of.high])
                }
                (a, b) => compare(measure, a, b).map(|value| [value; 2]),
            },
            // Ways are made by the measure, and inputs are of its kind.
            (Self::Bootstrap(_), Inputs::Grams(..)) => Ok([compared.value((i, j)); 2]),
        }
    }

    fn in_words(&self, seed: u64) -> String {
        match self {
            Self::Bootstrap(_) => format!(
                "Lines: 95 % intervals over {N_RESAMPLES} bootstrap samples of the stimuli, seed {seed}."
            ),
            Self::Jackknife { n_groups } => format!(
                "Lines: 95 % intervals by the jackknife: {n_groups} groups of stimuli, drawn with seed {seed}, left out one at a time (Efron & Tibshirani 1993, chapter 11), with Student's t; they are for sets of as many stimuli of the same kind."
            ),
        }
    }
}

/// Each pair with its 95 % interval; nothing, and a warning that says why, where one is undefined.
pub(crate) async fn figure<H: Host>(
    compared: &Compared<'_>,
    way: &Way,
    stage: &mut Stage<'_, H>,
    warnings: &mut Vec<String>,
) -> Result<Option<Figure>> {
    let rows = compared.rows();
    let mut ends = Vec::new();
    for (place, &pair) in rows.iter().enumerate() {
        stage.step(rows.len() + place, 2 * rows.len()).await?;
        match way.interval(compared, pair) {
            Ok(interval) => ends.push(interval),
            Err(source) => {
                let (a, b) = (&compared.names[pair.0], &compared.names[pair.1]);
                warnings.push(format!("No intervals: {a} and {b}: {source}."));
                return Ok(None);
            }
        }
    }
    Ok((!rows.is_empty()).then(|| Figure::Intervals(drawn(compared, way, &rows, ends))))
}

fn n_units(input: &Input, n_stimuli: usize) -> usize {
    match input {
        Input::Activations(x) => x.n_units(),
        Input::Rdm(_) => n_stimuli,
    }
}

impl Compared<'_> {
    /// The pairs, both ways where the measure sees the first otherwise than the second; only those of the one in focus,
    /// seen from the others, if there is one.
    pub(crate) fn rows(&self) -> Vec<(usize, usize)> {
        let n = self.names.len();
        if let Some(focus) = self.focus {
            return (0..n).filter(|&other| other != focus).map(|other| (focus, other)).collect();
        }
        let pairs = || (0..n).flat_map(|i| (i + 1..n).map(move |j| (i, j)));
        let differs = |&(i, j): &(usize, usize)| {
            let (there, back) = (self.values[i * n + j], self.values[j * n + i]);
            (there - back).abs() > 1e-9 * there.abs().max(back.abs())
        };
        if pairs().any(|pair| differs(&pair)) {
            pairs().flat_map(|(i, j)| [(i, j), (j, i)]).collect()
        } else {
            pairs().collect()
        }
    }

    fn value(&self, (i, j): (usize, usize)) -> f64 {
        self.values[i * self.names.len() + j]
    }
}

fn drawn(compared: &Compared<'_>, way: &Way, rows: &[(usize, usize)], ends: Vec<[f64; 2]>) -> Intervals {
    let Compared { names, measure, n_stimuli, seed, focus, .. } = compared;
    let is_distance = card_of(measure.name).is_ok_and(|card| card.direction == Direction::Distance);
    let nearness = |place: usize| {
        let value = compared.value(rows[place]);
        if is_distance { -value } else { value }
    };
    let best = (0..rows.len()).max_by(|&a, &b| nearness(a).total_cmp(&nearness(b))).unwrap_or(0);
    let ((i, j), [low, high]) = (rows[best], ends[best]);
    let (a, b, value, name) = (&names[i], &names[j], compared.value(rows[best]), measure.name);
    let n_rows = rows.len();
    let (title, finding) = match focus {
        Some(_) => (
            format!("How like the others {a} is, and how sure that is"),
            format!("{b} is most like {a}: {name} is {value:.3}, 95 % interval {low:.3} to {high:.3}."),
        ),
        None => (
            "How sure that is".to_owned(),
            format!(
                "{name} of {a} and {b} is {value:.3}, 95 % interval {low:.3} to {high:.3}{}.",
                match (n_rows, is_distance) {
                    (1, _) => "",
                    (_, true) => ", the smallest of all pairs",
                    (_, false) => ", the largest of all pairs",
                }
            ),
        ),
    };
    let alt = match focus {
        Some(_) => {
            format!("{n_rows} sites, each a point with the interval of its likeness to {a}. {finding}")
        }
        None => format!("{n_rows} pairs of arrays, each a point with its interval. {finding}"),
    };
    let label = |&(i, j): &(usize, usize)| match focus {
        Some(_) => names[j].clone(),
        None => format!("{} and {}", names[i], names[j]),
    };
    Intervals {
        caption: Caption {
            id: "similarity_intervals".to_owned(),
            alt,
            finding,
            about: format!("{} {}", figures::about_measure(name), way.in_words(*seed)),
            unit: name.to_owned(),
            n: *n_stimuli,
        },
        title,
        labels: rows.iter().map(label).collect(),
        values: rows.iter().map(|&pair| compared.value(pair)).collect(),
        intervals: ends,
        notes: Vec::new(),
        x_name: name.to_owned(),
        band: None,
        baseline: None,
    }
}
