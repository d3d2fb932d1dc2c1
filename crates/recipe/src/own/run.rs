//! A task, run.

use serde::Serialize;
use tensor::Stopwatch;
use ts_rs::TS;

use super::{
    ArrayRef, DataRecipe, DataTask, Shelf, cluster, compare, decode, encode, energy, information, map,
    neighbours, pairs, rdm, rdms, reference, regression, summaries,
};
use crate::host::{Part, Stage};
use crate::{Backend, Digest, ENGINE_VERSION, Error, Figure, Host, Result, StageTime};

/// A finished analysis of arrays.
#[derive(Clone, Debug, Serialize, TS)]
pub struct DataReport {
    /// What was run, with this run's digest and the arrays' hashes.
    pub recipe: DataRecipe,
    /// Engine version.
    pub engine: String,
    /// Number of stimuli.
    pub n_stimuli: usize,
    /// Wall time by stage.
    pub times: Vec<StageTime>,
    /// Figures, in the order they are shown.
    pub figures: Vec<Figure>,
    /// What a reader should know: undefined numbers, arrays that differ from the author's, names that do not match.
    pub warnings: Vec<String>,
}

impl Shelf {
    /// Runs the task of `recipe` on the CPU in f64.
    ///
    /// # Errors
    /// Arrays that are missing, of the wrong kind or of different stimuli; what the analysis refuses; a host that cancels.
    pub async fn run(&self, recipe: &DataRecipe, host: &mut impl Host) -> Result<DataReport> {
        match self.as_told(recipe)? {
            Some(other) => other.run_here(recipe, host).await,
            None => self.run_here(recipe, host).await,
        }
    }

    async fn run_here(&self, recipe: &DataRecipe, host: &mut impl Host) -> Result<DataReport> {
        let watch = Stopwatch::start();
        let names = recipe.task.names();
        let mut warnings = self.check_same(recipe)?;
        let aligned = recipe.task.aligned();
        self.check_names(&aligned, &mut warnings)?;
        let n_stimuli = aligned.first().map_or(Ok(0), |name| self.card(name).map(|card| card.n_stimuli))?;
        let mut stage = Stage::start(host, "analysing", Part::whole());
        let figures = match &recipe.task {
            DataTask::Compare { arrays, measure, distance, has_intervals } => {
                let (has_intervals, seed) = (*has_intervals, recipe.seed);
                let question = compare::Question { measure, distance, has_intervals, seed };
                compare::figures(self, arrays, &question, &mut stage, &mut warnings).await?
            }
            DataTask::Summaries { arrays, labels } => {
                summaries::figure(self, arrays, labels.as_deref(), &mut stage, &mut warnings).await?
            }
            DataTask::Reference { arrays, reference, distance, comparison, n_bootstrap, n_permutations } => {
                let question = reference::Question {
                    reference,
                    distance,
                    comparison,
                    n_bootstrap: *n_bootstrap,
                    n_permutations: *n_permutations,
                    seed: recipe.seed,
                };
                reference::figures(self, arrays, &question, &mut stage, &mut warnings).await?
            }
            DataTask::Encode { array, targets, n_folds, more, repeats, is_alpha_shared, has_pairs } => {
                let question = encode::Question {
                    spaces: std::iter::once(array).chain(more).map(String::as_str).collect(),
                    targets: std::iter::once(targets).chain(repeats).map(String::as_str).collect(),
                    n_folds: *n_folds,
                    is_alpha_shared: *is_alpha_shared,
                    has_pairs: *has_pairs,
                    seed: recipe.seed,
                };
                encode::figures(self, &question, &mut stage).await?
            }
            DataTask::Decode {
                array,
                labels,
                groups,
                decoder,
                n_folds,
                n_permutations,
                prepare,
                control,
                is_coded,
            } => {
                let question = decode::Question {
                    array,
                    labels,
                    groups: groups.as_deref(),
                    decoder,
                    n_folds: *n_folds,
                    n_permutations: *n_permutations,
                    prepare: prepare.clone().unwrap_or_default(),
                    control: control.as_deref(),
                    is_coded: *is_coded,
                    seed: recipe.seed,
                };
                decode::figures(self, &question, &mut stage).await?
            }
            DataTask::Information { x, y, estimator } => {
                information::figures(self, [x, y], estimator, recipe.seed, &mut stage).await?
            }
            DataTask::Rdms { arrays, distance, labels } => {
                rdms::figures(self, arrays, distance, labels.as_deref(), &mut stage).await?
            }
            DataTask::Cluster { array, method, distance, n_groups, labels } => {
                let (n_groups, labels, seed) = (*n_groups, labels.as_deref(), recipe.seed);
                let question = cluster::Question { array, method, distance, n_groups, labels, seed };
                cluster::figures(self, &question, &mut stage).await?
            }
            DataTask::Neighbours { array, distance, n_neighbours, method, labels } => {
                let (n_neighbours, labels, seed) = (*n_neighbours, labels.as_deref(), recipe.seed);
                let question = neighbours::Question { array, distance, n_neighbours, method, labels, seed };
                neighbours::figures(self, &question, &mut stage).await?
            }
            DataTask::Map { array, method, labels } => {
                map::figures(self, array, method, labels.as_deref(), recipe.seed, &mut stage).await?
            }
            DataTask::Pairs { array, ratings, first, second } => {
                let question = pairs::Question { array, ratings, first: first.as_deref(), second };
                pairs::figures(self, &question, &mut stage, &mut warnings).await?
            }
            DataTask::Rdm(task) => rdm::figures(self, task, &mut stage).await?,
            DataTask::Regression(task) => regression::figures(self, task, recipe.seed, &mut stage).await?,
            DataTask::Energy(task) => energy::figures(self, task, recipe.seed, &mut stage).await?,
        };
        let arrays = names
            .iter()
            .map(|&name| {
                let card = self.card(name)?;
                Ok(ArrayRef { name: name.to_owned(), sha256: card.sha256.clone(), read_as: card.told() })
            })
            .collect::<Result<_>>()?;
        let digest = Digest::of(&figures, Backend::Cpu);
        Ok(DataReport {
            recipe: DataRecipe { arrays, digest: Some(digest), ..recipe.clone() },
            engine: ENGINE_VERSION.to_owned(),
            n_stimuli,
            times: vec![StageTime { stage: "analysis".to_owned(), seconds: watch.elapsed_secs() }],
            figures,
            warnings,
        })
    }

    /// A sentence for each array whose numbers are not those that the recipe's author had.
    fn check_same(&self, recipe: &DataRecipe) -> Result<Vec<String>> {
        let mut sentences = Vec::new();
        for ArrayRef { name, sha256, .. } in &recipe.arrays {
            if !sha256.is_empty() && self.card(name)?.sha256 != *sha256 {
                sentences.push(format!("{name} holds other numbers than the author's array of that name."));
            }
        }
        Ok(sentences)
    }

    /// Refuses arrays of different numbers of stimuli, and NaN; says where names of stimuli differ.
    fn check_names(&self, names: &[&str], warnings: &mut Vec<String>) -> Result<()> {
        let cards = names.iter().map(|name| self.card(name)).collect::<Result<Vec<_>>>()?;
        let Some(first) = cards.first() else {
            return Err(Error::Recipe("an analysis needs at least one array; choose one".to_owned()));
        };
        for card in &cards {
            if card.n_nan + card.n_infinite > 0 {
                return Err(Error::Recipe(format!(
                    "{} has {} NaN and {} infinite values, of which no analysis can be made; leave those stimuli or units out of the file",
                    card.name, card.n_nan, card.n_infinite
                )));
            }
            if card.n_stimuli != first.n_stimuli {
                return Err(Error::Recipe(format!(
                    "an analysis takes arrays of the same stimuli, but {} has {} and {} has {}; give the same stimuli in the same order",
                    first.name, first.n_stimuli, card.name, card.n_stimuli
                )));
            }
            let differ = || first.stimuli.iter().zip(&card.stimuli).filter(|(a, b)| a != b);
            if let Some((a, b)) = differ().next() {
                return Err(Error::Recipe(format!(
                    "the stimuli of {} and {} have other names in {} rows, first \"{a}\" against \"{b}\"; sort both files alike",
                    first.name,
                    card.name,
                    differ().count()
                )));
            }
        }
        if cards.iter().all(|card| card.stimuli.is_empty()) && cards.len() > 1 {
            warnings.push(
                "No file names its stimuli, so that row k of one array is taken for row k of the others."
                    .to_owned(),
            );
        }
        Ok(())
    }
}
