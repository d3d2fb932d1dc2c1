//! The comparison of sites: how alike they find the stimuli, and what the one in focus tells apart.

use std::str::FromStr;

use analysis::{Activations, Cka, Distance, Gram, Input, Measure, Rdm, Takes};
use tensor::Stopwatch;

use crate::capture::as_activations;
use crate::host::{Part, Stage};
use crate::report::StageTime;
use crate::{ByteSource, Error, Figure, Host, Recipe, Result, Session, Stimuli, figures};

impl<S: ByteSource> Session<S> {
    /// Similarity, RDM, map and dimension, and how long capture and analysis took. `sites` and `focus` are full names.
    pub(crate) async fn compare(
        &mut self,
        recipe: &Recipe,
        sites: &[String],
        focus: &str,
        stimuli: &Stimuli,
        host: &mut impl Host,
        part: Part,
    ) -> Result<(Vec<Figure>, Vec<StageTime>)> {
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
        let similarities = compare_sites(sites, &activations, distance, &similarity, &mut stage).await?;
        let labels = stimuli.labels();
        let rdm = rdm_of(focus, &activations[focus_index], distance)?;
        let (measure, n) = (&recipe.similarity, labels.len());
        let figures = vec![
            Figure::Heatmap(figures::similarity(sites, similarities, measure, &recipe.distance, n)),
            Figure::Heatmap(figures::rdm(focus, &rdm, &labels, distance)),
            Figure::Scatter(figures::map(focus, &activations[focus_index], &labels)?),
            Figure::Curve(figures::dimension(sites, &activations)?),
        ];
        let time = |stage: &str, seconds| StageTime { stage: stage.to_owned(), seconds };
        let times =
            vec![time("weights and model", capture_secs), time("analysis", analysis_watch.elapsed_secs())];
        Ok((figures, times))
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

/// The matrix of `similarity` between all sites, row-major: row i, column j tells of site i seen from site j.
async fn compare_sites<H: Host>(
    sites: &[String],
    activations: &[Activations],
    distance: Distance,
    similarity: &Similarity,
    stage: &mut Stage<'_, H>,
) -> Result<Vec<f64>> {
    let n = sites.len();
    let mut grams: Vec<Gram> = Vec::new();
    let mut inputs: Vec<Input> = Vec::new();
    for (step, (site, activations)) in sites.iter().zip(activations).enumerate() {
        stage.step(step, 2 * n).await?;
        match similarity {
            Similarity::Cka(_) => grams.push(analysis::gram(activations)),
            Similarity::Rdms(_) => inputs.push(rdm_of(site, activations, distance)?.into()),
            Similarity::Activations(_) => inputs.push(activations.clone().into()),
        }
    }
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
