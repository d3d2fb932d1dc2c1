//! `inscape run`: an experiment by its name, or a bench recipe as the page runs it.

use std::path::{Path, PathBuf};

use recipe::{Recipe, compare_digests};

use crate::experiment;
use crate::failure::Failure;
use crate::file::{read_file, write_file};
use crate::measure::print_json;
use crate::open::{DeviceName, Words, open_model, open_tokenizer};
use crate::progress::Terminal;
use crate::stimuli::Source;

/// Arguments of `inscape run`.
#[derive(clap::Args)]
pub struct Arguments {
    /// An experiment (`inscape list` names them), or the file of a bench recipe or of an experiment's, as the page saves it.
    what: String,
    /// Bench recipes: the model's folder.
    #[arg(long, value_name = "DIR")]
    model: Option<PathBuf>,
    #[command(flatten)]
    source: Source,
    #[command(flatten)]
    experiment: experiment::Options,
    /// File for the report as JSON; bench recipes must have it.
    #[arg(long, value_name = "REPORT.json")]
    out: Option<PathBuf>,
    /// Where it runs.
    #[arg(long, value_enum, default_value = "cpu")]
    device: DeviceName,
}

/// Runs what is asked for. A name that ends in `.json` or that a file has is a recipe's.
pub async fn run(arguments: &Arguments) -> Result<(), Failure> {
    let path = Path::new(&arguments.what);
    let (device, out) = (arguments.device, arguments.out.as_deref());
    if !path.is_file() && path.extension().is_none_or(|ending| ending != "json") {
        return experiment::run(&arguments.what, &arguments.experiment, device, out).await;
    }
    let bytes = read_file(path)?;
    if let Ok(recipe) = serde_json::from_slice(&bytes) {
        return experiment::run_recipe(&recipe, &arguments.experiment, device, out).await;
    }
    let recipe: Recipe = serde_json::from_slice(&bytes)
        .map_err(|error| Failure::new(format!("{} is not a recipe: {error}", path.display())))?;
    run_bench(&recipe, arguments).await
}

/// Runs a bench, writes the report, and prints whether it matches the recipe's digest if it has one.
async fn run_bench(recipe: &Recipe, arguments: &Arguments) -> Result<(), Failure> {
    let (Some(model), Some(out)) = (&arguments.model, &arguments.out) else {
        return Err(Failure::new("a bench recipe needs --model DIR and --out REPORT.json"));
    };
    let mut session = open_model(model, arguments.device.open().await?).await?;
    let stimuli = arguments.source.read(model).await?;
    let words = match &stimuli {
        recipe::Stimuli::Texts(_) => Some(Words(open_tokenizer(model).await?)),
        recipe::Stimuli::Images(_) => None,
    };
    let vocabulary = words.as_ref().map(|words| words as &dyn recipe::Vocabulary);
    let author = recipe.digest.clone();
    let report = session.run(recipe, &stimuli, vocabulary, &mut Terminal::new()).await?;
    let json =
        serde_json::to_vec(&report).map_err(|error| Failure::new(format!("writing JSON failed: {error}")))?;
    write_file(out, &json)?;
    match (author, &report.recipe.digest) {
        (Some(author), Some(mine)) => print_json(&compare_digests(&author, mine)),
        _ => Ok(()),
    }
}
