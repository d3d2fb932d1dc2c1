//! The whole bench run: capture, analyse, describe.

use std::str::FromStr;

use analysis::{Activations, Cka, Distance, Gram, Rdm, RdmComparison};
use tensor::{Device, Stopwatch};

use crate::capture::as_activations;
use crate::host::{Part, Stage};
use crate::report::{Report, RunFacts, StageTime};
use crate::{
    ByteSource, Digest, ENGINE_VERSION, Error, Figure, Host, Inputs, RECIPE_VERSION, Recipe, Result,
};
use crate::{Pool, Session, Stimuli, Vocabulary, figures, lens};

/// Fewest stimuli of a bench run: with two, an RDM has a single entry and nothing can be compared.
const MIN_STIMULI: usize = 3;

/// A measure between two sites.
enum Similarity {
    Cka(Cka),
    Rdms(RdmComparison),
}

impl Similarity {
    fn parse(name: &str) -> Result<Self> {
        if let Ok(variant) = Cka::from_str(name) {
            return Ok(Self::Cka(variant));
        }
        match RdmComparison::from_str(name) {
            Ok(comparison) => Ok(Self::Rdms(comparison)),
            // The registry's own error lists the near names of all measures.
            Err(_) => match analysis::find_measure(name) {
                Ok(_) => Err(Error::Recipe(format!(
                    "{name} does not compare two sites; choose a cka_… or rdm_… measure"
                ))),
                Err(source) => Err(Error::Analysis { site: "similarity".to_owned(), source }),
            },
        }
    }
}

impl<S: ByteSource> Session<S> {
    /// Runs `recipe` on `stimuli` (already decoded or tokenised, in the order of the recipe).
    ///
    /// Errors when the recipe does not fit the model or an analysis is undefined on the stimuli.
    /// Cost: one forward pass a stimulus and one Gram matrix a site, `n_stimuli² · n_units` each.
    pub async fn run(
        &mut self,
        recipe: &Recipe,
        stimuli: &Stimuli,
        vocabulary: Option<&dyn Vocabulary>,
        host: &mut impl Host,
    ) -> Result<Report> {
        let result = self.run_to_figures(recipe, stimuli, vocabulary, host).await;
        // Where an analysis failed on weights that are not numbers, they are the likely reason.
        result.map_err(|error| match self.weight_warnings() {
            weights if weights.is_empty() || matches!(error, Error::Cancelled) => error,
            weights => Error::UnsoundWeights { error: Box::new(error), weights: weights.join(" ") },
        })
    }

    async fn run_to_figures(
        &mut self,
        recipe: &Recipe,
        stimuli: &Stimuli,
        vocabulary: Option<&dyn Vocabulary>,
        host: &mut impl Host,
    ) -> Result<Report> {
        check_recipe(recipe, stimuli)?;
        self.set_changes(&recipe.changes)?;
        let at = |source| Error::Analysis { site: "distance".to_owned(), source };
        let distance = Distance::from_str(&recipe.distance).map_err(at)?;
        let similarity = Similarity::parse(&recipe.similarity)?;
        let sites: Vec<String> = recipe.sites.iter().map(|site| self.resolve(site)).collect::<Result<_>>()?;
        let focus = self.resolve(&recipe.focus)?;
        let focus_index = sites.iter().position(|site| *site == focus).ok_or_else(|| {
            Error::Recipe(format!(
                "the site in focus, {focus}, is not among the captured sites; add it or choose another"
            ))
        })?;
        let mut times = Vec::new();
        let watch = Stopwatch::start();
        let wants_lens = self.has_lens();
        let whole = Part { span: [0.0, 1.0], watch };
        let [for_figures, for_lens] = whole.split(if wants_lens { 0.75 } else { 1.0 });
        let [for_capture, for_analysis] = for_figures.split(0.8);
        let captured = self.capture_within(&sites, recipe.pool, stimuli, host, for_capture).await?;
        times.push(StageTime { stage: "weights and model".to_owned(), seconds: watch.elapsed_secs() });

        let analysis_watch = Stopwatch::start();
        let mut stage = Stage::start(host, "comparing", for_analysis);
        let activations: Vec<Activations> = captured.iter().map(as_activations).collect::<Result<_>>()?;
        let similarities = compare_sites(&sites, &activations, distance, &similarity, &mut stage).await?;
        let labels = stimuli.labels();
        let rdm = rdm_of(&focus, &activations[focus_index], distance)?;
        let mut figures = vec![
            Figure::Heatmap(figures::similarity(
                &sites,
                similarities,
                &recipe.similarity,
                &recipe.distance,
                labels.len(),
            )),
            Figure::Heatmap(figures::rdm(&focus, &rdm, &labels, distance)),
            Figure::Scatter(figures::map(&focus, &activations[focus_index], &labels)?),
            Figure::Curve(figures::dimension(&sites, &activations)?),
        ];
        times.push(StageTime { stage: "analysis".to_owned(), seconds: analysis_watch.elapsed_secs() });

        if let (true, Stimuli::Texts(texts), Some(vocabulary)) = (wants_lens, stimuli, vocabulary) {
            let lens_watch = Stopwatch::start();
            let text = texts.get(recipe.lens_text).ok_or_else(|| {
                Error::Recipe(format!(
                    "the logit lens asks for text {}, but there are {}",
                    recipe.lens_text + 1,
                    texts.len()
                ))
            })?;
            let lens = lens::read(self, text, vocabulary, host, for_lens).await?;
            figures.push(Figure::Lens(lens));
            times.push(StageTime { stage: "logit lens".to_owned(), seconds: lens_watch.elapsed_secs() });
        }
        let digest = Digest::of(&figures, self.backend());
        let mut recipe = recipe.clone();
        recipe.sites = sites;
        recipe.focus = focus;
        recipe.model = self.model.clone();
        recipe.engine = ENGINE_VERSION.to_owned();
        recipe.digest = Some(digest);
        let run = RunFacts {
            engine: ENGINE_VERSION.to_owned(),
            backend: self.backend(),
            device: describe_device(&self.device),
            precision: "f32 model, f64 analysis".to_owned(),
            n_stimuli: labels.len(),
            stimulus_labels: labels,
            architecture: self.plan.architecture().to_owned(),
            times,
        };
        let mut warnings = self.weight_warnings();
        if !recipe.changes.is_empty() {
            warnings.push(format!("The model was changed on its way: {}.", recipe.changes.join("; ")));
        }
        if wants_lens && recipe.pool == Pool::Mean {
            warnings.extend(warn_of_attention_sinks(&figures));
        }
        Ok(Report { recipe, run, figures, warnings })
    }
}

/// Participation ratio below which one direction holds nearly all variance.
const ONE_DIRECTION: f64 = 1.2;

/// A sentence when single directions dominate the means of a language model: its first token often
/// answers a hundred times more strongly than the rest (Sun et al. 2024, arXiv:2402.17762).
fn warn_of_attention_sinks(figures: &[Figure]) -> Option<String> {
    let curves = figures.iter().filter_map(|figure| match figure {
        Figure::Curve(curve) => Some(curve),
        _ => None,
    });
    let sites: Vec<&str> = curves
        .flat_map(|curve| curve.labels.iter().zip(&curve.values))
        .filter(|(_, ratio)| **ratio < ONE_DIRECTION)
        .map(|(site, _)| site.as_str())
        .collect();
    let (first, last) = (sites.first()?, sites.last()?);
    Some(format!(
        "At {} sites, {first} to {last}, one direction holds nearly all variance. In language models that is usually the first token, whose activations are huge and drown the mean; compare with pooling “last”, without the embedding where all texts end in the same token.",
        sites.len()
    ))
}

fn check_recipe(recipe: &Recipe, stimuli: &Stimuli) -> Result<()> {
    if recipe.version != RECIPE_VERSION {
        return Err(Error::Recipe(format!(
            "this recipe has version {}, but this lab reads version {RECIPE_VERSION}; open it in a newer lab",
            recipe.version
        )));
    }
    if recipe.sites.is_empty() {
        return Err(Error::Recipe("no site is chosen; choose at least one".to_owned()));
    }
    if stimuli.len() < MIN_STIMULI {
        return Err(Error::Recipe(format!(
            "there are {} stimuli, but comparing representations needs at least {MIN_STIMULI}: an RDM of one or two says nothing",
            stimuli.len()
        )));
    }
    let expected = match &recipe.inputs {
        Inputs::Bundled { .. } => stimuli.len(),
        Inputs::Lines { lines } => lines.len(),
        Inputs::Files { names, .. } => names.len(),
    };
    if expected != stimuli.len() {
        return Err(Error::Recipe(format!(
            "the recipe names {expected} stimuli, but {} were given",
            stimuli.len()
        )));
    }
    Ok(())
}

fn describe_device(device: &Device) -> String {
    match device {
        Device::Cpu => "CPU (candle-core)".to_owned(),
        Device::Gpu(gpu) => {
            let software = if gpu.adapter().is_software { ", software adapter" } else { "" };
            format!("{} ({}{software})", gpu.adapter().name, gpu.adapter().api)
        }
    }
}

fn rdm_of(site: &str, activations: &Activations, distance: Distance) -> Result<Rdm> {
    analysis::rdm(activations, distance).map_err(|source| Error::Analysis { site: site.to_owned(), source })
}

/// The symmetric matrix of `similarity` between all sites, row-major.
async fn compare_sites<H: Host>(
    sites: &[String],
    activations: &[Activations],
    distance: Distance,
    similarity: &Similarity,
    stage: &mut Stage<'_, H>,
) -> Result<Vec<f64>> {
    let n = sites.len();
    let mut grams: Vec<Gram> = Vec::new();
    let mut rdms: Vec<Rdm> = Vec::new();
    for (step, (site, activations)) in sites.iter().zip(activations).enumerate() {
        stage.step(step, n).await?;
        match similarity {
            Similarity::Cka(_) => grams.push(analysis::gram(activations)),
            Similarity::Rdms(_) => rdms.push(rdm_of(site, activations, distance)?),
        }
    }
    let mut values = vec![0.0; n * n];
    for i in 0..n {
        for j in i..n {
            let value = match similarity {
                Similarity::Cka(variant) => analysis::cka_from_grams(&grams[i], &grams[j], *variant),
                Similarity::Rdms(comparison) => analysis::compare_rdms(&rdms[i], &rdms[j], *comparison),
            };
            let pair = || if i == j { sites[i].clone() } else { format!("{} and {}", sites[i], sites[j]) };
            let value = value.map_err(|source| Error::Analysis { site: pair(), source })?;
            (values[i * n + j], values[j * n + i]) = (value, value);
        }
    }
    Ok(values)
}
