//! `inscape geometry`, `regress` and `energy`: what RDMs and graphs say of arrays in files.

use std::path::PathBuf;

use formats::{Array, Values, npy};
use recipe::{DataTask, EnergyTask, Figure, Noise, RdmTask, RegressionTask, Transform};

use crate::arrays::{Common, Files};
use crate::failure::Failure;
use crate::file::write_file;

/// Arguments of `inscape geometry`.
#[derive(clap::Args)]
pub struct GeometryArguments {
    /// Activations [n_rows, n_units]; or an RDM or labels, which the distance leaves as they are.
    #[arg(value_name = "X.npy")]
    x: PathBuf,
    /// The distance's exact name: one of `inscape list`, `crossnobis` or `squared_mahalanobis_per_unit`.
    #[arg(long, value_name = "NAME", default_value = "crossnobis")]
    distance: String,
    /// A whole number a row: the condition that was measured.
    #[arg(long, value_name = "CONDITIONS.npy")]
    conditions: Option<PathBuf>,
    /// A whole number a row: the run, which `crossnobis` needs.
    #[arg(long, value_name = "RUNS.npy")]
    runs: Option<PathBuf>,
    /// How the covariance of the noise is estimated, where the distance knows of noise.
    #[arg(long, value_enum, default_value_t = NoiseName::TowardsVariances)]
    noise: NoiseName,
    /// What is done to the distances afterwards.
    #[arg(long, value_enum)]
    transform: Option<TransformName>,
    /// Quantile up to which the geo-topological transform makes distances 0.
    #[arg(long, default_value_t = 0.1)]
    lower: f64,
    /// Quantile from which on it makes them 1.
    #[arg(long, default_value_t = 0.9)]
    upper: f64,
    /// Nearest others that geodesic distances go along.
    #[arg(long, default_value_t = 5)]
    neighbours: usize,
    /// Count components and loops at each threshold, too.
    #[arg(long)]
    betti: bool,
    /// File for the square RDM, f64.
    #[arg(long, value_name = "R.npy")]
    rdm: Option<PathBuf>,
    #[command(flatten)]
    common: Common,
}

#[derive(Clone, Copy, clap::ValueEnum)]
enum NoiseName {
    Ignored,
    Full,
    Variances,
    TowardsIdentity,
    TowardsVariances,
}

#[derive(Clone, Copy, clap::ValueEnum)]
#[value(rename_all = "snake_case")]
enum TransformName {
    RankTransform,
    GeoTopologicalTransform,
    GeodesicDistance,
}

/// Arguments of `inscape regress`.
#[derive(clap::Args)]
pub struct RegressArguments {
    /// Models: activations [n_stimuli, n_units], RDMs, or labels for a model of same and different classes.
    #[arg(value_name = "X.npy", required = true)]
    arrays: Vec<PathBuf>,
    /// What is explained: activations, an RDM, or an RDM a subject.
    #[arg(long, value_name = "RDMS.npy")]
    reference: PathBuf,
    /// Distance by which activations become RDMs.
    #[arg(long, value_name = "NAME", default_value = "squared_euclidean_per_unit")]
    distance: String,
    /// Orders of a model's stimuli for the p-value of what it adds; 0 for none.
    #[arg(long, default_value_t = 199)]
    permutations: usize,
    #[command(flatten)]
    common: Common,
}

/// Arguments of `inscape energy`.
#[derive(clap::Args)]
pub struct EnergyArguments {
    /// Activations [n_stimuli, n_units].
    #[arg(value_name = "X.npy", required = true)]
    arrays: Vec<PathBuf>,
    /// Weights [n_stimuli, n_stimuli], or a list of edges [n_edges, 2 or 3] with stimuli from 0.
    #[arg(long, value_name = "GRAPH.npy")]
    graph: PathBuf,
    #[command(flatten)]
    common: Common,
}

/// `inscape geometry`.
pub async fn geometry(arguments: &GeometryArguments) -> Result<(), Failure> {
    let mut files = Files::default();
    let array = files.add(&arguments.x)?;
    let [labels, groups] = [&arguments.conditions, &arguments.runs]
        .map(|path| path.as_deref().map(|path| files.add(path)).transpose());
    let task = RdmTask {
        array,
        labels: labels?,
        groups: groups?,
        distance: arguments.distance.clone(),
        noise: match arguments.noise {
            NoiseName::Ignored => Noise::Ignored,
            NoiseName::Full => Noise::Full,
            NoiseName::Variances => Noise::Variances,
            NoiseName::TowardsIdentity => Noise::TowardsIdentity,
            NoiseName::TowardsVariances => Noise::TowardsVariances,
        },
        transform: arguments.transform.map(|transform| match transform {
            TransformName::RankTransform => Transform::RankTransform,
            TransformName::GeoTopologicalTransform => {
                Transform::GeoTopologicalTransform { lower: arguments.lower, upper: arguments.upper }
            }
            TransformName::GeodesicDistance => {
                Transform::GeodesicDistance { n_neighbours: arguments.neighbours }
            }
        }),
        has_topology: arguments.betti,
    };
    let report = files.report(DataTask::Rdm(task), &arguments.common).await?;
    if let (Some(path), Some(Figure::Heatmap(map))) = (&arguments.rdm, report.figures.first()) {
        let array = Array { shape: vec![map.labels.len(); 2], values: Values::F64(map.values.clone()) };
        write_file(path, &npy::write(&array)?)?;
    }
    arguments.common.print(&report)
}

/// `inscape regress`.
pub async fn regress(arguments: &RegressArguments) -> Result<(), Failure> {
    let mut files = Files::default();
    let task = RegressionTask {
        arrays: files.add_all(&arguments.arrays)?,
        reference: files.add(&arguments.reference)?,
        distance: arguments.distance.clone(),
        n_permutations: arguments.permutations,
    };
    files.run(DataTask::Regression(task), &arguments.common).await
}

/// `inscape energy`.
pub async fn energy(arguments: &EnergyArguments) -> Result<(), Failure> {
    let mut files = Files::default();
    let task = EnergyTask { arrays: files.add_all(&arguments.arrays)?, graph: files.add(&arguments.graph)? };
    files.run(DataTask::Energy(task), &arguments.common).await
}
