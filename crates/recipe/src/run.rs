//! The whole bench run: capture, analyse, describe.

use tensor::{Device, Stopwatch};

use crate::host::Part;
use crate::report::{Report, RunFacts, StageTime};
use crate::{
    ByteSource, Digest, ENGINE_VERSION, Error, Figure, Host, Inputs, RECIPE_VERSION, Recipe, Result,
};
use crate::{Pool, Session, Stimuli, Vocabulary, lens};

/// Fewest stimuli of a bench run: with two, an RDM has a single entry and nothing can be compared.
const MIN_STIMULI: usize = 3;

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
        let sites: Vec<String> = recipe.sites.iter().map(|site| self.resolve(site)).collect::<Result<_>>()?;
        let focus = self.resolve(&recipe.focus)?;
        let mut warnings = Vec::new();
        let (mut figures, mut times) = (Vec::new(), Vec::new());
        let wants_lens = self.has_lens() && self.affords_lens(&sites);
        if self.has_lens() && !wants_lens {
            warnings.push(lens::LEFT_OUT.to_owned());
        }
        let [for_figures, for_views] = Part::whole().split(if recipe.views.is_empty() { 1.0 } else { 0.6 });
        let [for_comparison, for_lens] = for_figures.split(if wants_lens { 0.75 } else { 1.0 });
        if stimuli.len() >= MIN_STIMULI {
            let compared = self.compare(recipe, &sites, &focus, stimuli, host, for_comparison).await?;
            (figures, times) = (compared.figures, compared.times);
            warnings.extend(compared.warnings);
        } else {
            self.check_stimuli(stimuli)?;
            warnings.push(format!(
                "Sites are compared from {MIN_STIMULI} stimuli on; with {} there are only the closer looks.",
                stimuli.len()
            ));
        }

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
        let (closer, closer_times) =
            self.run_views(&recipe.views, stimuli, vocabulary, host, for_views).await?;
        figures.extend(closer);
        times.extend(closer_times);
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
            n_stimuli: stimuli.len(),
            stimulus_labels: stimuli.labels(),
            architecture: self.plan.architecture().to_owned(),
            times,
        };
        warnings.extend(self.weight_warnings());
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
    if stimuli.len() < MIN_STIMULI && recipe.views.is_empty() {
        return Err(Error::Recipe(format!(
            "there are {} stimuli, but comparing representations needs at least {MIN_STIMULI}: an RDM of one or two says nothing; for a closer look at one text, add a view",
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
