//! What an experiment says of itself before it runs.

use serde::Serialize;
use ts_rs::TS;

use crate::{Exercise, Param, ParamKind, ParamOption, Value, Values};

/// An experiment as the gallery shows it.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ExperimentCard {
    /// Its name in links and on the command line.
    pub slug: String,
    /// A short title.
    pub title: String,
    /// Version of its parameters and their defaults; a change of either raises it.
    pub version: u32,
    /// Earlier versions that can still be run, so that old links run as they did: the values of each that differ from
    /// today's defaults.
    #[serde(skip)]
    pub earlier: Vec<(u32, Values)>,
    /// The paper.
    pub paper: Paper,
    /// Where it hangs.
    pub wing: Wing,
    /// What the paper claims, in three plain sentences.
    pub claims: [String; 3],
    /// What runs, as boxes and arrows.
    pub system: Diagram,
    /// What would a fake look like?
    pub fake: String,
    /// What it needs.
    pub needs: Needs,
    /// The seed of the default run.
    pub seed: u32,
    /// The seeds of a verification.
    pub verify_seeds: Vec<u32>,
    /// Its knobs.
    pub params: Vec<Param>,
    /// Its exercises.
    pub exercises: Vec<Exercise>,
    /// Its lesson: Markdown with formulas between dollar signs.
    pub lesson: String,
}

/// A wing of the gallery.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Wing {
    /// Compare representations.
    Compare,
    /// Inside language models.
    Language,
    /// What vision units see.
    Vision,
    /// How learning shapes representations.
    Learning,
    /// Brains and models.
    Brains,
    /// Neural fields.
    Fields,
}

/// A paper.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Paper {
    /// Its title.
    pub title: String,
    /// Its authors, in its order.
    pub authors: Vec<String>,
    /// The year of the version that is cited.
    pub year: u32,
    /// Where it appeared, e.g. `ICLR 2024`.
    pub venue: String,
    /// Its number on arXiv, e.g. `2401.13558`.
    pub arxiv: String,
    /// The same as a BibTeX entry, made of the rest.
    pub bibtex: String,
}

/// What an experiment needs to run.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Needs {
    /// Whether it is too slow without a graphics device.
    pub gpu: bool,
    /// The folder of the model that it looks into; absent where it trains its own.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub model: Option<String>,
    /// Files of models and data that every run reads (see [`crate::ParamOption`] for others), as `folder/name` under `models/`.
    pub files: Vec<String>,
    /// Seconds of the default run on two cores without a graphics device, natively.
    pub seconds_cpu: f64,
}

/// A system as boxes on a grid, joined by arrows.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Diagram {
    /// The boxes.
    pub boxes: Vec<DiagramBox>,
    /// The arrows.
    pub arrows: Vec<DiagramArrow>,
}

/// A box of a [`Diagram`].
#[derive(Clone, Debug, Serialize, TS)]
pub struct DiagramBox {
    /// Its name within the diagram.
    pub id: String,
    /// What stands in it.
    pub label: String,
    /// From the top, 0 first.
    pub row: u32,
    /// From the left, 0 first.
    pub column: u32,
}

/// An arrow of a [`Diagram`].
#[derive(Clone, Debug, Serialize, TS)]
pub struct DiagramArrow {
    /// Box where it begins.
    pub from: String,
    /// Box where it ends.
    pub to: String,
    /// What stands at it; empty where nothing does.
    pub label: String,
}

impl Paper {
    /// A paper; `authors` as `Given Family`.
    pub fn new(title: &str, authors: &[&str], year: u32, venue: &str, arxiv: &str) -> Self {
        let family = authors.first().and_then(|name| name.rsplit(' ').next()).unwrap_or_default();
        let first_word = title.split(|letter: char| !letter.is_alphanumeric()).next().unwrap_or_default();
        let letters = format!("{family}{year}{first_word}").to_lowercase();
        let key: String = letters.chars().filter(char::is_ascii_alphanumeric).collect();
        let bibtex = format!(
            "@misc{{{key},\n  title = {{{{{title}}}}},\n  author = {{{}}},\n  year = {{{year}}},\n  note = {{{venue}}},\n  eprint = {{{arxiv}}},\n  archivePrefix = {{arXiv}},\n  url = {{https://arxiv.org/abs/{arxiv}}}\n}}",
            authors.join(" and ")
        );
        let [title, venue, arxiv] = [title, venue, arxiv].map(str::to_owned);
        Self {
            title,
            authors: authors.iter().map(|&name| name.to_owned()).collect(),
            year,
            venue,
            arxiv,
            bibtex,
        }
    }
}

impl ExperimentCard {
    /// The files that a run with these values reads: those that every run does, and those of the chosen options.
    pub fn files_with(&self, values: &Values) -> Vec<String> {
        let mut files = self.needs.files.clone();
        for param in &self.params {
            let ParamKind::Choice { options, .. } = &param.kind else { continue };
            let chosen = values.0.get(&param.name).cloned().unwrap_or_else(|| param.default_value());
            let is_chosen = |option: &&ParamOption| chosen == Value::Name(option.name.clone());
            files.extend(options.iter().filter(is_chosen).flat_map(|option| option.files.clone()));
        }
        files
    }
}

impl Diagram {
    /// Boxes as `(id, label, row, column)`, arrows as `(from, to, label)`.
    pub fn new(boxes: &[(&str, &str, u32, u32)], arrows: &[(&str, &str, &str)]) -> Self {
        let one_box = |&(id, label, row, column): &(&str, &str, u32, u32)| DiagramBox {
            id: id.to_owned(),
            label: label.to_owned(),
            row,
            column,
        };
        let arrow = |&(from, to, label): &(&str, &str, &str)| DiagramArrow {
            from: from.to_owned(),
            to: to.to_owned(),
            label: label.to_owned(),
        };
        Self { boxes: boxes.iter().map(one_box).collect(), arrows: arrows.iter().map(arrow).collect() }
    }
}
