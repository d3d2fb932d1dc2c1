//! `inscape cluster` and `rdms`: stimuli in groups, and their RDMs, as figures in a report.

use std::path::PathBuf;

use recipe::DataTask;

use crate::arrays::{Common, Files};
use crate::failure::Failure;

/// Arguments of `inscape cluster`.
#[derive(clap::Args)]
pub struct ClusterArguments {
    /// Activations [n_stimuli, n_units], or an RDM for all but k-means.
    #[arg(value_name = "X.npy")]
    x: PathBuf,
    /// The clustering's exact name; see `inscape list`.
    #[arg(long, value_name = "NAME", default_value = "linkage_average")]
    method: String,
    /// How many groups.
    #[arg(long, value_name = "N")]
    groups: usize,
    /// Distance by which activations become an RDM.
    #[arg(long, value_name = "NAME", default_value = "correlation")]
    distance: String,
    /// A whole number a stimulus: the class with which the groups are compared.
    #[arg(long, value_name = "LABELS.npy")]
    labels: Option<PathBuf>,
    #[command(flatten)]
    common: Common,
}

/// Arguments of `inscape rdms`.
#[derive(clap::Args)]
pub struct RdmsArguments {
    /// Activations [n_stimuli, n_units], RDMs, or an RDM a subject.
    #[arg(value_name = "X.npy", required = true)]
    arrays: Vec<PathBuf>,
    /// Distance by which activations become RDMs.
    #[arg(long, value_name = "NAME", default_value = "correlation")]
    distance: String,
    /// A whole number a stimulus: the class by which stimuli are sorted.
    #[arg(long, value_name = "LABELS.npy")]
    labels: Option<PathBuf>,
    #[command(flatten)]
    common: Common,
}

/// `inscape cluster`.
pub async fn cluster(arguments: &ClusterArguments) -> Result<(), Failure> {
    let mut files = Files::default();
    let task = DataTask::Cluster {
        array: files.add(&arguments.x)?,
        method: arguments.method.clone(),
        distance: arguments.distance.clone(),
        n_groups: arguments.groups,
        labels: files.add_some(arguments.labels.as_deref())?,
    };
    files.run(task, &arguments.common).await
}

/// `inscape rdms`.
pub async fn rdms(arguments: &RdmsArguments) -> Result<(), Failure> {
    let mut files = Files::default();
    let task = DataTask::Rdms {
        arrays: files.add_all(&arguments.arrays)?,
        distance: arguments.distance.clone(),
        labels: files.add_some(arguments.labels.as_deref())?,
    };
    files.run(task, &arguments.common).await
}
