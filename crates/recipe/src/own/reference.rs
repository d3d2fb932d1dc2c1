//! Arrays against a reference that was measured.

use std::str::FromStr;

use analysis::{
    Correction, Distance, Error as Refused, NoiseCeiling, PairedTest, Rdm, RdmComparison, RdmError,
    Resampling, Samples,
};

use super::Shelf;
use crate::host::Stage;
use crate::{Band, Caption, Column, Error, Figure, Host, Intervals, Result, Table, TableValue, figures};

/// What is asked for, but for the arrays.
pub(super) struct Question<'a> {
    pub reference: &'a str,
    pub distance: &'a str,
    pub comparison: &'a str,
    pub n_bootstrap: usize,
    pub n_permutations: usize,
    pub seed: u64,
}

/// Entries of RDMs that are compared between two reports of progress: some hundredths of a second.
const ENTRIES_AT_ONCE: usize = 1 << 21;

/// A model's fit to the reference.
struct Fit {
    /// With each subject.
    of_subjects: Vec<f64>,
    interval: Option<[f64; 2]>,
    p_value: Option<f64>,
}

impl Fit {
    fn mean(&self) -> f64 {
        self.of_subjects.iter().sum::<f64>() / self.of_subjects.len() as f64
    }
}

/// Each array's fit to the reference with interval, p-value and noise ceiling; and, where there are several subjects, whether the
/// arrays differ in it.
pub(super) async fn figures<H: Host>(
    shelf: &Shelf,
    arrays: &[String],
    question: &Question<'_>,
    stage: &mut Stage<'_, H>,
    warnings: &mut Vec<String>,
) -> Result<Vec<Figure>> {
    let at = |place: &str| {
        let site = place.to_owned();
        move |source: Refused| Error::Analysis { site, source }
    };
    let distance = Distance::from_str(question.distance).map_err(at("distance"))?;
    let comparison = RdmComparison::from_str(question.comparison).map_err(at("comparison"))?;
    let subjects = shelf.rdms(question.reference, distance)?;
    if question.n_bootstrap > 0 && subjects.len() == 1 {
        warnings.push(format!(
            "{} is one RDM, so that intervals are over stimuli alone, and there is no noise ceiling.",
            question.reference
        ));
    }
    let mut fits = Vec::new();
    for name in arrays {
        let so_far = [fits.len(), arrays.len()];
        stage.step(fits.len(), arrays.len()).await?;
        let model = shelf.rdm(name, distance)?;
        fits.push(fit(name, (&model, &subjects, comparison), question, so_far, stage).await?);
    }
    let ceiling = match subjects.len() {
        0 | 1 => None,
        _ => Some(analysis::noise_ceiling(&subjects, comparison).map_err(at(question.reference))?),
    };
    let n = subjects.first().map_or(0, Rdm::n_stimuli);
    let mut shown =
        vec![Figure::Intervals(intervals(arrays, &fits, ceiling, question, [n, subjects.len()])?)];
    if arrays.len() > 1 && subjects.len() > 2 {
        shown.extend(pairs(arrays, &fits, n).map_err(at(question.reference))?.map(Figure::Table));
    }
    Ok(shown)
}

/// `so_far` are the arrays that were fitted, and all of them.
async fn fit<H: Host>(
    name: &str,
    (model, subjects, comparison): (&Rdm, &[Rdm], RdmComparison),
    question: &Question<'_>,
    [n_fitted, n_arrays]: [usize; 2],
    stage: &mut Stage<'_, H>,
) -> Result<Fit> {
    let at = |source| Error::Analysis { site: name.to_owned(), source };
    let of_subjects: Vec<f64> = subjects
        .iter()
        .map(|one| analysis::compare_rdms(model, one, comparison))
        .collect::<Result<_, _>>()
        .map_err(at)?;
    let Question { n_bootstrap, n_permutations, seed, .. } = *question;
    let n_entries = subjects.len() * model.upper().len();
    let n_at_once = (ENTRIES_AT_ONCE / n_entries.max(1)).max(1);
    let n_drawn = n_bootstrap + n_permutations;
    let mut resampled = async |samples: Samples, n_samples: usize, n_before: usize| {
        let mut found = Resampling::new(model, subjects, comparison, samples, seed).map_err(at)?;
        while found.n_done() < n_samples {
            let done = n_fitted * n_drawn + n_before + found.n_done();
            stage.step(done, n_arrays * n_drawn).await?;
            found.advance(n_at_once.min(n_samples - found.n_done()));
        }
        Ok::<_, Error>(found)
    };
    let interval = match n_bootstrap {
        0 => None,
        _ => {
            let found = resampled(Samples::WithReplacement, n_bootstrap, 0).await?;
            Some(if subjects.len() == 1 {
                found.over_stimuli().map(|found| [found.low, found.high]).map_err(at)?
            } else {
                found.over_stimuli_and_subjects().map(|found| [found.low, found.high]).map_err(at)?
            })
        }
    };
    let p_value = match n_permutations {
        0 => None,
        _ => Some(resampled(Samples::Orders, n_permutations, n_bootstrap).await?.p_value().map_err(at)?),
    };
    Ok(Fit { of_subjects, interval, p_value })
}

fn intervals(
    arrays: &[String],
    fits: &[Fit],
    ceiling: Option<NoiseCeiling>,
    question: &Question<'_>,
    [n, n_subjects]: [usize; 2],
) -> Result<Intervals> {
    let values: Vec<f64> = fits.iter().map(Fit::mean).collect();
    let raw: Vec<f64> = fits.iter().filter_map(|fit| fit.p_value).collect();
    let at = |source| Error::Analysis { site: "p-values".to_owned(), source };
    let corrected =
        if raw.is_empty() { Vec::new() } else { analysis::corrected(&raw, Correction::Holm).map_err(at)? };
    let best = (0..values.len()).max_by(|&a, &b| values[a].total_cmp(&values[b])).unwrap_or(0);
    let with = match ceiling {
        Some(NoiseCeiling { lower, upper }) => format!("; the noise ceiling is {lower:.2} to {upper:.2}"),
        None => String::new(),
    };
    let interval = fits.get(best).and_then(|fit| fit.interval);
    let interval =
        interval.map_or(String::new(), |[low, high]| format!(", 95 % interval {low:.2} to {high:.2}"));
    let finding = match arrays {
        [only] => format!("{only} fits {} with {:.2}{interval}{with}.", question.reference, values[best]),
        _ => format!(
            "{} fits {} best ({:.2}{interval}){with}.",
            arrays[best], question.reference, values[best]
        ),
    };
    let over = match (question.n_bootstrap, n_subjects) {
        (0, _) => "Without intervals.".to_owned(),
        (samples, 1) => {
            format!(
                "Lines: 95 % intervals over stimuli: Student's t on Fisher's z, with the standard error of {samples} bootstrap samples."
            )
        }
        (samples, _) => format!(
            "Lines: 95 % intervals over stimuli and subjects: Student's t on Fisher's z, with the standard error of the two-factor bootstrap of Schütt et al. 2023 ({samples} samples)."
        ),
    };
    let tested = match question.n_permutations {
        0 => String::new(),
        orders => format!(
            " p: one-sided, {orders} orders of the stimuli, corrected for {} arrays by Holm.",
            arrays.len()
        ),
    };
    let about = format!(
        "{} RDMs by {} distance; mean over {n_subjects} RDM{} of the reference. {over}{tested} Seed {}.",
        figures::about_measure(question.comparison),
        question.distance,
        if n_subjects == 1 { "" } else { "s" },
        question.seed
    );
    let alt = format!(
        "Fit of {} arrays to {}, each a point with its interval. {finding}",
        arrays.len(),
        question.reference
    );
    Ok(Intervals {
        caption: Caption {
            id: "reference".to_owned(),
            finding,
            about,
            unit: question.comparison.to_owned(),
            n,
            alt,
        },
        title: format!("Fit to {}", question.reference),
        labels: arrays.to_vec(),
        values,
        intervals: fits.iter().filter_map(|fit| fit.interval).collect(),
        notes: corrected.iter().map(|p| format!("p = {}", digits(*p))).collect(),
        x_name: question.comparison.to_owned(),
        band: ceiling.map(|NoiseCeiling { lower, upper }| Band {
            name: "noise ceiling".to_owned(),
            low: lower,
            high: upper,
        }),
        baseline: Some(0.0),
    })
}

/// Whether two arrays differ in their fit, over subjects.
fn pairs(arrays: &[String], fits: &[Fit], n: usize) -> Result<Option<Table>, Refused> {
    let values: Vec<Vec<f64>> = fits.iter().map(|fit| fit.of_subjects.clone()).collect();
    let found = match analysis::compare_models(&values, PairedTest::T, Correction::Holm) {
        Ok(found) => found,
        // Fits that differ by the same in each subject have no spread to test by.
        Err(Refused::Rdms(RdmError::DifferencesAlike { .. })) => return Ok(None),
        Err(error) => return Err(error),
    };
    let n_subjects = fits.first().map_or(0, |fit| fit.of_subjects.len());
    let n_different = found.iter().filter(|pair| pair.corrected_p_value < 0.05).count();
    let finding = format!(
        "{n_different} of {} pairs of arrays differ in their fit (p < 0.05 after Holm's correction).",
        found.len()
    );
    let rows = found
        .iter()
        .map(|pair| {
            vec![
                TableValue::Word(arrays[pair.first].clone()),
                TableValue::Word(arrays[pair.second].clone()),
                TableValue::Number(pair.mean_difference),
                TableValue::Number(pair.cohens_d),
                TableValue::Number(pair.p_value),
                TableValue::Number(pair.corrected_p_value),
            ]
        })
        .collect();
    let column = |name: &str| Column { name: name.to_owned(), unit: String::new() };
    Ok(Some(Table {
        caption: Caption {
            id: "pairs".to_owned(),
            alt: format!("Table of {} pairs of arrays. {finding}", found.len()),
            finding,
            about: format!(
                "Difference of the mean fits, and two-sided paired t-test over {n_subjects} subjects, corrected by Holm."
            ),
            unit: String::new(),
            n,
        },
        title: "Which arrays differ".to_owned(),
        columns: ["array", "other array", "difference", "Cohen's d", "p", "p after Holm"]
            .map(column)
            .to_vec(),
        rows,
    }))
}

/// To three digits.
fn digits(p: f64) -> String {
    if p < 0.001 { format!("{p:.1e}") } else { format!("{p:.3}") }
}
