//! `inscape pairs`: named vectors against ratings of pairs, printed as a report.

use std::path::PathBuf;

use recipe::{ArrayCard, DataTask};

use crate::arrays::{Common, Files};
use crate::failure::Failure;

/// Arguments of `inscape pairs`.
#[derive(clap::Args)]
pub struct Arguments {
    /// Vectors whose stimuli have names: a table with a column of names, or an .npz with `stimulus_names`.
    #[arg(value_name = "X.npz")]
    x: PathBuf,
    /// A table with two columns of names and one of ratings, larger for more alike.
    #[arg(long, value_name = "RATINGS.txt")]
    ratings: PathBuf,
    #[command(flatten)]
    common: Common,
}

/// `inscape pairs`.
pub async fn run(arguments: &Arguments) -> Result<(), Failure> {
    let mut files = Files::default();
    let array = files.add(&arguments.x)?;
    let cards = files.add_table(&arguments.ratings)?;
    // Columns of numbers have the file's name, those of words their own behind it.
    let stem = arguments.ratings.with_extension("");
    let is_words = |card: &&ArrayCard| *card.name != *stem.to_string_lossy();
    let words: Vec<String> = cards.iter().filter(is_words).map(|card| card.name.clone()).collect();
    let ratings = cards.iter().find(|card| !is_words(card) && card.shape.len() == 1);
    let (ratings, first, second) = match (ratings, words.as_slice()) {
        (Some(ratings), [first, second]) => (ratings, Some(first.clone()), second.clone()),
        (Some(ratings), [second]) if !ratings.stimuli.is_empty() => (ratings, None, second.clone()),
        _ => {
            return Err(Failure::new(format!(
                "{} was to be read as ratings of pairs, with two columns of names and one of numbers, but {} columns of words that come more than once and {} were found; save it with these three columns",
                arguments.ratings.display(),
                words.len(),
                if ratings.is_some() { "a column of numbers" } else { "no single column of numbers" }
            )));
        }
    };
    let ratings = ratings.name.clone();
    files.run(DataTask::Pairs { array, ratings, first, second }, &arguments.common).await
}
