//! `inscape run`: a bench recipe as the page runs it.

use std::path::PathBuf;

use recipe::{Recipe, compare_digests};

use crate::failure::Failure;
use crate::file::{read_file, write_file};
use crate::measure::print_json;
use crate::open::{DeviceName, Words, open_model, open_tokenizer};
use crate::progress::Terminal;
use crate::stimuli::Source;

/// Arguments of `inscape run`.
#[derive(clap::Args)]
pub struct Arguments {
    /// A recipe, as the page saves it.
    recipe: PathBuf,
    /// Model folder.
    #[arg(long, value_name = "DIR")]
    model: PathBuf,
    #[command(flatten)]
    source: Source,
    /// File for the report as JSON.
    #[arg(long, value_name = "REPORT.json")]
    out: PathBuf,
    /// Where the model runs.
    #[arg(long, value_enum, default_value = "cpu")]
    device: DeviceName,
}

/// Runs, writes the report, and prints whether it matches the recipe's digest if it has one.
pub async fn run(arguments: &Arguments) -> Result<(), Failure> {
    let path = arguments.recipe.display();
    let recipe: Recipe = serde_json::from_slice(&read_file(&arguments.recipe)?)
        .map_err(|error| Failure::new(format!("{path} is not a recipe: {error}")))?;
    let mut session = open_model(&arguments.model, arguments.device.open().await?).await?;
    let stimuli = arguments.source.read(&arguments.model).await?;
    let words = match &stimuli {
        recipe::Stimuli::Texts(_) => Some(Words(open_tokenizer(&arguments.model).await?)),
        recipe::Stimuli::Images(_) => None,
    };
    let vocabulary = words.as_ref().map(|words| words as &dyn recipe::Vocabulary);
    let author = recipe.digest.clone();
    let report = session.run(&recipe, &stimuli, vocabulary, &mut Terminal::new()).await?;
    let json =
        serde_json::to_vec(&report).map_err(|error| Failure::new(format!("writing JSON failed: {error}")))?;
    write_file(&arguments.out, &json)?;
    match (author, &report.recipe.digest) {
        (Some(author), Some(mine)) => print_json(&compare_digests(&author, mine)),
        _ => Ok(()),
    }
}
