//! `inscape probe`, `encode`, `embed`, `mi`, `against` and `summarise`: analyses of arrays in files, each printed as a report.

use std::path::{Path, PathBuf};

use recipe::{ArrayCard, DATA_RECIPE_VERSION, DataRecipe, DataReport, DataTask, Shelf};

use crate::failure::Failure;
use crate::file::{read_file, write_file};
use crate::measure::print_json;
use crate::progress::Terminal;

/// What all of these commands take.
#[derive(clap::Args)]
pub struct Common {
    /// Seed of what is drawn at random.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// File for the report; without it standard output.
    #[arg(long, value_name = "REPORT.json")]
    out: Option<PathBuf>,
}

/// Arguments of `inscape probe`.
#[derive(clap::Args)]
pub struct ProbeArguments {
    /// Activations [n_stimuli, n_units].
    #[arg(value_name = "X.npy")]
    x: PathBuf,
    /// A whole number a stimulus: its class.
    #[arg(long, value_name = "LABELS.npy")]
    labels: PathBuf,
    /// A whole number a stimulus: the group (run, subject) that is left out with it.
    #[arg(long, value_name = "GROUPS.npy")]
    groups: Option<PathBuf>,
    /// The decoder's exact name; see `inscape list`.
    #[arg(long, value_name = "NAME", default_value = "probe_logistic")]
    decoder: String,
    /// Stratified folds, where there are no groups.
    #[arg(long, default_value_t = 5)]
    folds: usize,
    /// Orders of the labels for the p-value; 0 for none.
    #[arg(long, default_value_t = 0)]
    permutations: usize,
    /// A whole number a stimulus: its type (such as a word), for control tasks and selectivity.
    #[arg(long, value_name = "TYPES.npy")]
    control: Option<PathBuf>,
    /// Count the bits that tell the classes, by the online code, too.
    #[arg(long)]
    codelength: bool,
    #[command(flatten)]
    common: Common,
}

/// Arguments of `inscape encode`.
#[derive(clap::Args)]
pub struct EncodeArguments {
    /// Activations [n_stimuli, n_units] of the model.
    #[arg(value_name = "X.npy")]
    x: PathBuf,
    /// What is predicted, [n_stimuli, n_targets].
    #[arg(value_name = "Y.npy")]
    y: PathBuf,
    /// Further arrays that predict, each with a penalty of its own.
    #[arg(long, value_name = "X2.npy", num_args = 1..)]
    and: Vec<PathBuf>,
    /// The same recordings, repeated: the mean is predicted, and the noise ceiling told.
    #[arg(long, value_name = "Y2.npy", num_args = 1..)]
    repeats: Vec<PathBuf>,
    /// Folds.
    #[arg(long, default_value_t = 5)]
    folds: usize,
    /// One penalty for all targets; without it each has its own.
    #[arg(long)]
    shared_alpha: bool,
    /// Tell pairs of stimuli apart by their predictions (two-versus-two accuracy), too.
    #[arg(long)]
    pairs: bool,
    #[command(flatten)]
    common: Common,
}

/// Arguments of `inscape embed`.
#[derive(clap::Args)]
pub struct EmbedArguments {
    /// Activations [n_stimuli, n_units], or an RDM for `mds_…`.
    #[arg(value_name = "X.npy")]
    x: PathBuf,
    /// The method's exact name; see `inscape list`.
    #[arg(long, value_name = "NAME")]
    method: String,
    #[command(flatten)]
    common: Common,
}

/// Arguments of `inscape mi`.
#[derive(clap::Args)]
pub struct InformationArguments {
    /// One variable: [n_samples] or [n_samples, n_dimensions].
    #[arg(value_name = "X.npy")]
    x: PathBuf,
    /// The other.
    #[arg(value_name = "Y.npy")]
    y: PathBuf,
    /// The estimator's exact name; see `inscape list`.
    #[arg(long, value_name = "NAME")]
    estimator: String,
    #[command(flatten)]
    common: Common,
}

/// Arguments of `inscape against`.
#[derive(clap::Args)]
pub struct ReferenceArguments {
    /// Models: activations [n_stimuli, n_units] or RDMs.
    #[arg(value_name = "X.npy", required = true)]
    arrays: Vec<PathBuf>,
    /// What was measured: activations, an RDM, or an RDM a subject.
    #[arg(long, value_name = "RDMS.npy")]
    reference: PathBuf,
    /// Distance by which activations become RDMs.
    #[arg(long, value_name = "NAME", default_value = "correlation")]
    distance: String,
    /// How RDMs are compared: an `rdm_…` measure.
    #[arg(long, value_name = "NAME", default_value = "rdm_spearman")]
    comparison: String,
    /// Resamples of the stimuli for 95 % intervals; 0 for none.
    #[arg(long, default_value_t = 1000)]
    bootstrap: usize,
    /// Orders of the stimuli for p-values; 0 for none.
    #[arg(long, default_value_t = 1000)]
    permutations: usize,
    #[command(flatten)]
    common: Common,
}

/// Arguments of `inscape summarise`.
#[derive(clap::Args)]
pub struct SummariseArguments {
    /// Activations [n_stimuli, n_units].
    #[arg(value_name = "X.npy", required = true)]
    arrays: Vec<PathBuf>,
    /// A whole number a stimulus: its class.
    #[arg(long, value_name = "LABELS.npy")]
    labels: Option<PathBuf>,
    #[command(flatten)]
    common: Common,
}

/// `inscape probe`.
pub async fn probe(arguments: &ProbeArguments) -> Result<(), Failure> {
    let mut files = Files::default();
    let task = DataTask::Decode {
        array: files.add(&arguments.x)?,
        labels: files.add(&arguments.labels)?,
        groups: arguments.groups.as_deref().map(|path| files.add(path)).transpose()?,
        decoder: arguments.decoder.clone(),
        n_folds: arguments.folds,
        n_permutations: arguments.permutations,
        prepare: None,
        control: arguments.control.as_deref().map(|path| files.add(path)).transpose()?,
        is_coded: arguments.codelength,
    };
    files.run(task, &arguments.common).await
}

/// `inscape encode`.
pub async fn encode(arguments: &EncodeArguments) -> Result<(), Failure> {
    let mut files = Files::default();
    let (array, targets) = (files.add(&arguments.x)?, files.add(&arguments.y)?);
    let task = DataTask::Encode {
        array,
        targets,
        n_folds: arguments.folds,
        more: files.add_all(&arguments.and)?,
        repeats: files.add_all(&arguments.repeats)?,
        is_alpha_shared: arguments.shared_alpha,
        has_pairs: arguments.pairs,
    };
    files.run(task, &arguments.common).await
}

/// `inscape embed`.
pub async fn embed(arguments: &EmbedArguments) -> Result<(), Failure> {
    let mut files = Files::default();
    let array = files.add(&arguments.x)?;
    files
        .run(DataTask::Map { array, method: arguments.method.clone(), labels: None }, &arguments.common)
        .await
}

/// `inscape mi`.
pub async fn information(arguments: &InformationArguments) -> Result<(), Failure> {
    let mut files = Files::default();
    let (x, y) = (files.add(&arguments.x)?, files.add(&arguments.y)?);
    files.run(DataTask::Information { x, y, estimator: arguments.estimator.clone() }, &arguments.common).await
}

/// `inscape against`.
pub async fn against(arguments: &ReferenceArguments) -> Result<(), Failure> {
    let mut files = Files::default();
    let task = DataTask::Reference {
        arrays: files.add_all(&arguments.arrays)?,
        reference: files.add(&arguments.reference)?,
        distance: arguments.distance.clone(),
        comparison: arguments.comparison.clone(),
        n_bootstrap: arguments.bootstrap,
        n_permutations: arguments.permutations,
    };
    files.run(task, &arguments.common).await
}

/// `inscape summarise`.
pub async fn summarise(arguments: &SummariseArguments) -> Result<(), Failure> {
    let mut files = Files::default();
    let arrays = files.add_all(&arguments.arrays)?;
    let labels = arguments.labels.as_deref().map(|path| files.add(path)).transpose()?;
    files.run(DataTask::Summaries { arrays, labels }, &arguments.common).await
}

/// The files that a command was given, on a shelf.
#[derive(Default)]
pub(crate) struct Files {
    shelf: Shelf,
}

impl Files {
    /// What a file's arrays were understood as.
    pub(crate) fn add_table(&mut self, path: &Path) -> Result<Vec<ArrayCard>, Failure> {
        let added = self.shelf.add(&path.to_string_lossy(), &read_file(path)?);
        added.map_err(|error| Failure::new(format!("{}: {error}", path.display())))
    }

    /// The name of a file's one array.
    pub(crate) fn add(&mut self, path: &Path) -> Result<String, Failure> {
        match self.add_table(path)?.as_slice() {
            [card] => Ok(card.name.clone()),
            cards => {
                let names: Vec<&str> = cards.iter().map(|card| card.name.as_str()).collect();
                Err(Failure::new(format!(
                    "{} has {} arrays ({}), but the command takes one a file; save each on its own",
                    path.display(),
                    cards.len(),
                    names.join(", ")
                )))
            }
        }
    }

    /// The same for a file that need not be given.
    pub(crate) fn add_some(&mut self, path: Option<&Path>) -> Result<Option<String>, Failure> {
        path.map(|path| self.add(path)).transpose()
    }

    /// The same for several files.
    pub(crate) fn add_all(&mut self, paths: &[PathBuf]) -> Result<Vec<String>, Failure> {
        paths.iter().map(|path| self.add(path)).collect()
    }

    /// Runs a task and prints or writes its report.
    pub(crate) async fn run(&self, task: DataTask, common: &Common) -> Result<(), Failure> {
        common.print(&self.report(task, common).await?)
    }

    /// Runs a task on the files.
    pub(crate) async fn report(&self, task: DataTask, common: &Common) -> Result<DataReport, Failure> {
        let recipe = DataRecipe {
            version: DATA_RECIPE_VERSION,
            arrays: Vec::new(),
            task,
            seed: common.seed,
            digest: None,
        };
        Ok(self.shelf.run(&recipe, &mut Terminal::new()).await?)
    }
}

impl Common {
    /// Prints a report, or writes it where it was asked for.
    pub fn print(&self, report: &DataReport) -> Result<(), Failure> {
        let Some(path) = &self.out else { return print_json(report) };
        let text = serde_json::to_string_pretty(report)
            .map_err(|error| Failure::new(format!("writing JSON failed: {error}")))?;
        write_file(path, text.as_bytes())
    }
}
