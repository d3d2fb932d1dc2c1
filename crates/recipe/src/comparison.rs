//! The comparison of sites: how alike they find the stimuli, and what the one in focus tells apart.

use std::str::FromStr;

use analysis::{Activations, Cka, Distance, Gram, Input, Measure, Rdm, Takes, find_measure};
use tensor::Stopwatch;

use crate::capture::as_activations;
use crate::host::{Part, Stage};
use crate::intervals::{self, Compared, FEWEST_STIMULI, Inputs, Way};
use crate::report::StageTime;
use crate::{ByteSource, Error, Figure, Host, Recipe, Result, Session, Stimuli, figures};

/// What the sites were found to be.
pub(crate) struct Comparison {
    pub figures: Vec<Figure>,
    /// How long capture and analysis took.
    pub times: Vec<StageTime>,
    pub warnings: Vec<String>,
}

impl<S: ByteSource> Session<S> {
    /// Similarity, RDM, map, dimension and the intervals of the row in focus. `sites` and `focus` are full names.
    pub(crate) async fn compare(
        &mut self,
        recipe: &Recipe,
        sites: &[String],
        focus: &str,
        stimuli: &Stimuli,
        host: &mut impl Host,
        part: Part,
    ) -> Result<Comparison> {
        let at = |source| Error::Analysis { site: "distance".to_owned(), source };
        let distance = Distance::from_str(&recipe.distance).map_err(at)?;
        let similarity = Similarity::parse(&recipe.similarity)?;
        let focus_index = sites.iter().position(|site| site == focus).ok_or_else(|| {
            Error::Recipe(format!(
                "the site in focus, {focus}, is not among the captured sites; add it or choose another"
            ))
        })?;
        let watch = Stopwatch::start();
        let [for_capture, for_analysis] = part.split(0.8);
        let captured = self.capture_within(sites, recipe.pool, stimuli, host, for_capture).await?;
        let capture_secs = watch.elapsed_secs();

        let analysis_watch = Stopwatch::start();
        let mut stage = Stage::start(host, "comparing", for_analysis);
        let activations: Vec<Activations> = captured.iter().map(as_activations).collect::<Result<_>>()?;
        let seen = Seen::of(sites, &activations, distance, &similarity, &mut stage).await?;
        let similarities = compare_sites(sites, &seen, &similarity, &mut stage).await?;
        let compared = Compared {
            names: sites,
            inputs: seen.inputs(&similarity),
            values: &similarities,
            measure: find_measure(&recipe.similarity)
                .map_err(|source| Error::Analysis { site: "similarity".to_owned(), source })?,
            n_stimuli: stimuli.len(),
            seed: SEED,
            focus: Some(focus_index),
        };
        let mut warnings = Vec::new();
        let intervals =
            with_intervals(&compared, recipe.has_slow_intervals, &mut stage, &mut warnings).await?;
        let labels = stimuli.labels();
        let rdm = rdm_of(focus, &activations[focus_index], distance)?;
        let (measure, n) = (&recipe.similarity, labels.len());
        let mut figures = vec![
            Figure::Heatmap(figures::similarity(sites, similarities, measure, &recipe.distance, n)),
            Figure::Heatmap(figures::rdm(focus, &rdm, &labels, distance)),
            Figure::Scatter(figures::map(focus, &activations[focus_index], &labels)?),
            Figure::Curve(figures::dimension(sites, &activations)?),
        ];
        figures.extend(intervals);
        let time = |stage: &str, seconds| StageTime { stage: stage.to_owned(), seconds };
        let times =
            vec![time("weights and model", capture_secs), time("analysis", analysis_watch.elapsed_secs())];
        Ok(Comparison { figures, times, warnings })
    }
}

/// A measure between two sites.
enum Similarity {
    /// From Gram matrices, each made once.
    Cka(Cka),
    /// From RDMs, each made once.
    Rdms(&'static Measure),
    /// From the activations themselves, which may see the first site otherwise than the second.
    Activations(&'static Measure),
}

impl Similarity {
    fn parse(name: &str) -> Result<Self> {
        if let Ok(variant @ (Cka::LinearBiased | Cka::LinearDebiased)) = Cka::from_str(name) {
            return Ok(Self::Cka(variant));
        }
        let at = |source| Error::Analysis { site: "similarity".to_owned(), source };
        let measure = analysis::find_measure(name).map_err(at)?;
        Ok(match measure.takes() {
            Takes::Rdms => Self::Rdms(measure),
            Takes::Activations => Self::Activations(measure),
        })
    }
}

fn rdm_of(site: &str, activations: &Activations, distance: Distance) -> Result<Rdm> {
    analysis::rdm(activations, distance).map_err(|source| Error::Analysis { site: site.to_owned(), source })
}

/// What the samples of the intervals are drawn with.
const SEED: u64 = 0;
/// Multiply-adds that intervals may take without being asked for: about a second in a page.
const QUICK_WORK: f64 = 1e9;
/// And when they are: about half a minute.
const MOST_WORK: f64 = 3e10;

const NOT_ASKED_FOR: &str = "The similarity is shown without intervals, which may take longer than a second with this measure and so many stimuli and units; under Analysis they can be asked for.";
const TOO_LONG: &str = "The similarity is shown without intervals, which would take minutes with so many stimuli and units; for them take linear CKA or fewer sites.";

/// The intervals of the row in focus; nothing where there are fewer than 10 stimuli, and a warning where it takes long.
async fn with_intervals<H: Host>(
    compared: &Compared<'_>,
    may_be_slow: bool,
    stage: &mut Stage<'_, H>,
    warnings: &mut Vec<String>,
) -> Result<Option<Figure>> {
    if compared.n_stimuli < FEWEST_STIMULI || compared.names.len() < 2 {
        return Ok(None);
    }
    // What others do with activations may cost far more than products of them.
    let is_quick = matches!(compared.inputs, Inputs::Grams(..)) || compared.measure.takes() == Takes::Rdms;
    let way = match (may_be_slow, is_quick) {
        (true, _) => Way::of(compared, MOST_WORK),
        (false, true) => Way::of(compared, QUICK_WORK),
        (false, false) => None,
    };
    let Some(way) = way else {
        warnings.push(if may_be_slow { TOO_LONG } else { NOT_ASKED_FOR }.to_owned());
        return Ok(None);
    };
    intervals::figure(compared, &way, stage, warnings).await
}

/// What is compared of each site.
struct Seen {
    grams: Vec<Gram>,
    inputs: Vec<Input>,
}

impl Seen {
    async fn of<H: Host>(
        sites: &[String],
        activations: &[Activations],
        distance: Distance,
        similarity: &Similarity,
        stage: &mut Stage<'_, H>,
    ) -> Result<Self> {
        let mut seen = Self { grams: Vec::new(), inputs: Vec::new() };
        for (step, (site, activations)) in sites.iter().zip(activations).enumerate() {
            stage.step(step, 2 * sites.len()).await?;
            match similarity {
                Similarity::Cka(_) => seen.grams.push(analysis::gram(activations)),
                Similarity::Rdms(_) => seen.inputs.push(rdm_of(site, activations, distance)?.into()),
                Similarity::Activations(_) => seen.inputs.push(activations.clone().into()),
            }
        }
        Ok(seen)
    }

    fn inputs(&self, similarity: &Similarity) -> Inputs<'_> {
        match similarity {
            Similarity::Cka(variant) => Inputs::Grams(&self.grams, *variant),
            Similarity::Rdms(_) | Similarity::Activations(_) => Inputs::Each(&self.inputs),
        }
    }
}

/// The matrix of `similarity` between all sites, row-major: row i, column j tells of site i seen from site j.
async fn compare_sites<H: Host>(
    sites: &[String],
    Seen { grams, inputs }: &Seen,
    similarity: &Similarity,
    stage: &mut Stage<'_, H>,
) -> Result<Vec<f64>> {
    let n = sites.len();
    let mut values = vec![0.0; n * n];
    let is_slow = matches!(similarity, Similarity::Activations(_));
    for i in 0..n {
        for j in 0..n {
            if is_slow || j == 0 {
                stage.step(n * n + i * n + j, 2 * n * n).await?;
            }
            let value = match similarity {
                // The same from both sides.
                Similarity::Cka(_) | Similarity::Rdms(_) if j < i => Ok(values[j * n + i]),
                Similarity::Cka(variant) => analysis::cka_from_grams(&grams[i], &grams[j], *variant),
                Similarity::Rdms(measure) | Similarity::Activations(measure) => {
                    analysis::compare(measure, &inputs[i], &inputs[j])
                }
            };
            let pair = || if i == j { sites[i].clone() } else { format!("{} and {}", sites[i], sites[j]) };
            values[i * n + j] = value.map_err(|source| Error::Analysis { site: pair(), source })?;
        }
    }
    Ok(values)
}
