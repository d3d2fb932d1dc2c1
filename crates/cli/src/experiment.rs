//! `inscape run SLUG`: an experiment, its claims, and whether they hold.

use std::path::{Path, PathBuf};

use experiments::{
    ClaimVerdict, ExperimentHost, ExperimentRecipe, ExperimentReport, Lab, LabFile, Values, files_of,
    find_card, run_experiment,
};
use recipe::{Backend, Figure, compare_digests};
use tensor::DeviceKind;

use crate::failure::Failure;
use crate::file::{read_file, write_file};
use crate::measure::print_json;
use crate::open::DeviceName;
use crate::progress::Terminal;

/// What experiments alone take.
#[derive(clap::Args)]
pub struct Options {
    /// Experiments: what every random number follows from; the card's default otherwise.
    #[arg(long)]
    seed: Option<u32>,
    /// Experiments: sets a parameter; may be given several times.
    #[arg(long, value_name = "KEY=VALUE")]
    set: Vec<String>,
    /// Experiments: runs all seeds that the card lists for it.
    #[arg(long, conflicts_with = "seed")]
    verify: bool,
    /// Experiments: the folder of models and data, for those that need one.
    #[arg(long, value_name = "DIR", default_value = "models")]
    models: PathBuf,
}

impl ExperimentHost for Terminal {
    fn show(&mut self, _: Vec<Figure>) {}
}

/// Runs an experiment at one seed, or at all of its seeds. Prints a line of JSON for each, and errs when a claim fails.
pub async fn run(
    slug: &str,
    options: &Options,
    device: DeviceName,
    out: Option<&Path>,
) -> Result<(), Failure> {
    let card = find_card(slug)?;
    let params = Values::from_words(words(&options.set)?, &card.params)?;
    let seeds = match (options.verify, options.seed) {
        (true, _) => card.verify_seeds.clone(),
        (false, seed) => vec![seed.unwrap_or(card.seed)],
    };
    let recipe = |seed: u32| ExperimentRecipe::new(&card, params.clone(), seed, Backend::Cpu);
    let recipes: Vec<ExperimentRecipe> = seeds.into_iter().map(recipe).collect();
    run_all(&recipes, options, device, out).await
}

/// Runs a recipe as the page saves it, and says whether it matches.
pub async fn run_recipe(
    recipe: &ExperimentRecipe,
    options: &Options,
    device: DeviceName,
    out: Option<&Path>,
) -> Result<(), Failure> {
    if options.seed.is_some() || options.verify || !options.set.is_empty() {
        return Err(Failure::new(
            "a recipe has its seed and its parameters already; name the experiment to set them with --seed, --set or --verify",
        ));
    }
    run_all(std::slice::from_ref(recipe), options, device, out).await
}

async fn run_all(
    recipes: &[ExperimentRecipe],
    options: &Options,
    device: DeviceName,
    out: Option<&Path>,
) -> Result<(), Failure> {
    let lab = Lab { device: device.open().await?, files: read_files(recipes, &options.models)? };
    let backend = match lab.device.kind() {
        DeviceKind::Cpu => Backend::Cpu,
        DeviceKind::Gpu => Backend::Gpu,
    };
    let mut reports = Vec::new();
    for recipe in recipes {
        let asked = ExperimentRecipe { backend, ..recipe.clone() };
        let report = run_experiment(&asked, &lab, &mut Terminal::new()).await?;
        print_json(&summary(&report, recipe))?;
        reports.push(report);
    }
    if let Some(out) = out {
        let json = match reports.as_slice() {
            [only] => serde_json::to_vec(only),
            several => serde_json::to_vec(several),
        };
        write_file(out, &json.map_err(|error| Failure::new(format!("writing JSON failed: {error}")))?)?;
    }
    let failed: Vec<String> = reports.iter().flat_map(failed_claims).collect();
    match failed.is_empty() {
        true => Ok(()),
        false => Err(Failure::new(format!("not every claim holds: {}", failed.join(", ")))),
    }
}

/// `key=value` in two.
fn words(set: &[String]) -> Result<Vec<(&str, &str)>, Failure> {
    let split = |pair: &'_ String| -> Result<(usize, usize), Failure> {
        let place = pair.find('=');
        place.map(|place| (place, place + 1)).ok_or_else(|| {
            Failure::new(format!("--set takes KEY=VALUE, such as --set steps=500, but it was given {pair:?}"))
        })
    };
    set.iter().map(|pair| split(pair).map(|(end, start)| (&pair[..end], &pair[start..]))).collect()
}

/// Recipes of one run differ in their seeds alone, so that all read the same files.
fn read_files(recipes: &[ExperimentRecipe], models: &Path) -> Result<Vec<LabFile>, Failure> {
    let read = |name: String| Ok(LabFile { bytes: read_file(&models.join(&name))?, name });
    match recipes.first() {
        Some(recipe) => files_of(recipe)?.into_iter().map(read).collect(),
        None => Ok(Vec::new()),
    }
}

/// What a reader wants in a terminal; `--out` has the whole.
fn summary(report: &ExperimentReport, asked: &ExperimentRecipe) -> serde_json::Value {
    let matches = asked.digest.as_ref().zip(report.recipe.digest.as_ref());
    serde_json::json!({
        "experiment": report.recipe.experiment,
        "seed": report.run.seed,
        "params": report.recipe.params,
        "claims": report.claims,
        "readings": report.readings,
        "warnings": report.warnings,
        "times": report.run.times,
        "matches": matches.map(|(author, mine)| compare_digests(author, mine)),
    })
}

fn failed_claims(report: &ExperimentReport) -> Vec<String> {
    let failed = report.claims.iter().filter(|claim| claim.verdict == ClaimVerdict::Fails);
    failed.map(|claim| format!("{} (seed {})", claim.id, report.run.seed)).collect()
}
