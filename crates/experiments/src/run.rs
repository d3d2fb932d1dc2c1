//! One run, from recipe to report.

use ::recipe::{Backend, Digest, ENGINE_VERSION, Error, Result};
use tensor::DeviceKind;

use crate::experiment::Experiment;
use crate::{
    EXPERIMENT_RECIPE_VERSION, ExperimentCard, ExperimentHost, ExperimentRecipe, ExperimentReport,
    ExperimentRun, Lab, Outcome, Settings, Values, Watch, find_card, find_experiment,
};

/// Runs a recipe on the lab's device. Errs on names and values that the card does not have, and when the visitor cancels.
pub async fn run_experiment(
    recipe: &ExperimentRecipe,
    lab: &Lab,
    host: &mut impl ExperimentHost,
) -> Result<ExperimentReport> {
    let experiment = find_experiment(&recipe.experiment)?;
    let card = (experiment.card)();
    let params = resolve(&card, recipe)?;
    let settings = Settings::new(&params, &card.params);
    run_with(experiment, &card, params, &settings, recipe.seed, lab, host).await
}

/// The files that a run of this recipe reads. Errs as [`run_experiment`] before it runs.
pub fn files_of(recipe: &ExperimentRecipe) -> Result<Vec<String>> {
    let card = find_card(&recipe.experiment)?;
    Ok(card.files_with(&resolve(&card, recipe)?))
}

/// The values that differ from today's defaults, checked.
fn resolve(card: &ExperimentCard, recipe: &ExperimentRecipe) -> Result<Values> {
    let refuse = |what: &str, found: u32, known: u32| {
        Err(Error::Recipe(format!(
            "{} was to be run from a recipe of version {found} of {what}, but this Inscape runs version {known}; open it with a newer Inscape, or start from the experiment's own page",
            card.slug
        )))
    };
    if recipe.version != EXPERIMENT_RECIPE_VERSION {
        return refuse("the recipe's form", recipe.version, EXPERIMENT_RECIPE_VERSION);
    }
    let mut values = match recipe.defaults {
        same if same == card.version => Values::default(),
        other => match card.earlier.iter().find(|(version, _)| *version == other) {
            Some((_, values)) => values.clone(),
            None => return refuse("its defaults", other, card.version),
        },
    };
    values.0.extend(recipe.params.0.clone());
    values.checked(&card.params)
}

async fn run_with(
    experiment: &Experiment,
    card: &ExperimentCard,
    params: Values,
    settings: &Settings,
    seed: u32,
    lab: &Lab,
    host: &mut impl ExperimentHost,
) -> Result<ExperimentReport> {
    let mut watch = Watch::new(host);
    let outcome = (experiment.run)(lab, settings, seed, &mut watch).await?;
    let times = watch.finish();
    let Outcome { figures, claims, readings, warnings, n_repeats } = outcome;
    let backend = match lab.device.kind() {
        DeviceKind::Cpu => Backend::Cpu,
        DeviceKind::Gpu => Backend::Gpu,
    };
    let recipe = ExperimentRecipe {
        version: EXPERIMENT_RECIPE_VERSION,
        experiment: card.slug.clone(),
        defaults: card.version,
        params,
        seed,
        backend,
        engine: ENGINE_VERSION.to_owned(),
        digest: Some(Digest::of(&figures, backend)),
    };
    let run = ExperimentRun {
        engine: ENGINE_VERSION.to_owned(),
        backend,
        device: lab.device.describe(),
        precision: "f32".to_owned(),
        seed,
        n_repeats,
        times,
    };
    Ok(ExperimentReport { recipe, run, figures, claims, readings, warnings })
}

impl ExperimentRecipe {
    /// A recipe of this card that never ran.
    pub fn new(card: &ExperimentCard, params: Values, seed: u32, backend: Backend) -> Self {
        Self {
            version: EXPERIMENT_RECIPE_VERSION,
            experiment: card.slug.clone(),
            defaults: card.version,
            params,
            seed,
            backend,
            engine: String::new(),
            digest: None,
        }
    }
}

/// Runs a deliberate fake, by words as after `--set`, on the CPU.
#[cfg(test)]
pub(crate) fn run_fake(
    slug: &str,
    words: &[(&str, &str)],
    seed: u32,
    fake: Option<&'static str>,
) -> Result<ExperimentReport> {
    let experiment = find_experiment(slug)?;
    let card = (experiment.card)();
    let params = Values::from_words(words.iter().copied(), &card.params)?.checked(&card.params)?;
    let settings = Settings::new(&params, &card.params).with_fake(fake);
    let read = |name: &String| {
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../models").join(name);
        let bytes = std::fs::read(&path).unwrap_or_else(|error| panic!("reading {name} failed: {error}"));
        crate::LabFile { name: name.clone(), bytes }
    };
    let files = card.files_with(&params).iter().map(read).collect();
    let lab = Lab { device: tensor::Device::Cpu, files };
    let host = &mut ::recipe::SilentHost;
    pollster::block_on(run_with(experiment, &card, params, &settings, seed, &lab, host))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Value;

    #[test]
    fn a_recipe_of_an_earlier_version_runs_with_its_defaults_or_is_refused() {
        let mut card = find_card("template").unwrap();
        let recipe = ExperimentRecipe::new(&card, Values::default(), 1, Backend::Cpu);
        let earlier = Values([("effect".to_owned(), Value::Number(0.5))].into());
        (card.version, card.earlier) = (3, vec![(1, earlier.clone())]);
        assert_eq!(resolve(&card, &recipe).unwrap(), earlier);
        let other = ExperimentRecipe { defaults: 2, ..recipe };
        assert!(resolve(&card, &other).unwrap_err().to_string().contains("version 2 of its defaults"));
    }
}
