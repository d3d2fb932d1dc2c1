//! What is to be done with arrays, as data.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{EnergyTask, Prepare, RdmTask, Reading, RegressionTask};
use crate::Digest;

/// Version of the form of [`DataRecipe`] and of its defaults.
pub const DATA_RECIPE_VERSION: u32 = 1;

/// An analysis of arrays. A link carries it without the numbers: whoever opens it brings the same files.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct DataRecipe {
    /// [`DATA_RECIPE_VERSION`] of the writer.
    pub version: u32,
    /// The arrays that the task names, with their hashes, so that a colleague's copies can be checked.
    pub arrays: Vec<ArrayRef>,
    /// What is done.
    pub task: DataTask,
    /// Seed of everything that is drawn at random.
    pub seed: u64,
    /// What the author measured; absent in a recipe that never ran.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub digest: Option<Digest>,
}

/// An array by name and content.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ArrayRef {
    /// Name on the shelf.
    pub name: String,
    /// [`crate::ArrayCard::sha256`]; empty when not known.
    #[serde(default)]
    pub sha256: String,
    /// How it is read where its shape allows two ways; activations when absent.
    #[ts(optional)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub read_as: Option<Reading>,
}

/// What is done with arrays, which are named as on the shelf.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum DataTask {
    /// Every array with every other.
    Compare {
        /// Activations, or RDMs for `rdm_…` measures.
        arrays: Vec<String>,
        /// The measure's exact name.
        measure: String,
        /// Distance by which activations become RDMs.
        distance: String,
        /// Whether pairs get intervals over stimuli, where there are few.
        #[ts(optional, as = "Option<bool>")]
        #[serde(default, skip_serializing_if = "is_off")]
        has_intervals: bool,
    },
    /// Numbers for each array alone: dimension, isotropy, and with labels classes and selectivity.
    Summaries {
        /// Activations.
        arrays: Vec<String>,
        /// Classes of the stimuli.
        #[serde(default)]
        labels: Option<String>,
    },
    /// Arrays against a reference that was measured, such as a brain area's RDMs of several subjects.
    Reference {
        /// Models: activations or RDMs.
        arrays: Vec<String>,
        /// What they are compared with: activations, an RDM, or an RDM a subject.
        reference: String,
        /// Distance by which activations become RDMs.
        distance: String,
        /// The comparison's exact name, an `rdm_…` measure.
        comparison: String,
        /// Resamples of the stimuli for the 95 % intervals; 0 for none.
        n_bootstrap: usize,
        /// Orders of the stimuli for the p-values; 0 for none.
        n_permutations: usize,
    },
    /// How well classes can be read from an array, on stimuli that the decoder did not see.
    Decode {
        /// Activations.
        array: String,
        /// Classes of the stimuli.
        labels: String,
        /// Groups (runs, subjects) that are left out one at a time; without them stratified folds.
        #[serde(default)]
        groups: Option<String>,
        /// The decoder's exact name.
        decoder: String,
        /// Folds where there are no groups.
        n_folds: usize,
        /// Orders of the labels for the p-value; 0 for none.
        n_permutations: usize,
        /// What is done to recordings before.
        #[ts(optional)]
        #[serde(default, skip_serializing_if = "Option::is_none")]
        prepare: Option<Prepare>,
        /// Types of stimuli (such as words): how well random labels of them are learnt by heart.
        #[ts(optional)]
        #[serde(default, skip_serializing_if = "Option::is_none")]
        control: Option<String>,
        /// Whether the bits that tell the classes are counted, too.
        #[ts(optional, as = "Option<bool>")]
        #[serde(default, skip_serializing_if = "is_off")]
        is_coded: bool,
    },
    /// How well an array predicts another, by ridge regression on stimuli that it did not see.
    Encode {
        /// Activations of the model.
        array: String,
        /// What is predicted: recordings `[n_stimuli, n_targets]`.
        targets: String,
        /// Folds.
        n_folds: usize,
        /// Further arrays that predict beside it, each with a penalty of its own.
        #[ts(optional, as = "Option<Vec<String>>")]
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        more: Vec<String>,
        /// The same recordings, repeated: the mean is predicted, and how well it can be is told.
        #[ts(optional, as = "Option<Vec<String>>")]
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        repeats: Vec<String>,
        /// Whether all targets share a penalty; else each has its own.
        #[ts(optional, as = "Option<bool>")]
        #[serde(default, skip_serializing_if = "is_off")]
        is_alpha_shared: bool,
        /// Whether pairs of stimuli are told apart by their predictions, too.
        #[ts(optional, as = "Option<bool>")]
        #[serde(default, skip_serializing_if = "is_off")]
        has_pairs: bool,
    },
    /// How much two variables tell of each other.
    Information {
        /// One variable: `[n_samples]` or `[n_samples, n_dimensions]`.
        x: String,
        /// The other.
        y: String,
        /// The estimator's exact name.
        estimator: String,
    },
    /// RDMs as pictures, several side by side.
    Rdms {
        /// Activations, an RDM, or an RDM a subject.
        arrays: Vec<String>,
        /// Distance by which activations become RDMs.
        distance: String,
        /// Classes, by which stimuli are put beside each other.
        #[serde(default)]
        labels: Option<String>,
    },
    /// Stimuli in groups.
    Cluster {
        /// Activations, or an RDM for all but k-means.
        array: String,
        /// The clustering's exact name.
        method: String,
        /// Distance by which activations become an RDM.
        distance: String,
        /// How many groups.
        n_groups: usize,
        /// Classes, with which the groups are compared.
        #[serde(default)]
        labels: Option<String>,
    },
    /// Each stimulus joined to those that it lies nearest to.
    Neighbours {
        /// Activations or an RDM.
        array: String,
        /// Distance by which activations become an RDM.
        distance: String,
        /// How many others each is joined to.
        n_neighbours: usize,
        /// How the stimuli are laid out: the exact name of a map.
        method: String,
        /// Classes, for colours.
        #[serde(default)]
        labels: Option<String>,
    },
    /// Stimuli in the plane.
    Map {
        /// Activations, or an RDM for `mds_…`.
        array: String,
        /// The method's exact name.
        method: String,
        /// Classes, for colours.
        #[serde(default)]
        labels: Option<String>,
    },
    /// How well the likeness of named vectors follows what people said of pairs, as similarity ratings of words.
    Pairs {
        /// Activations whose stimuli have names.
        array: String,
        /// A number a pair, larger for more alike.
        ratings: String,
        /// The first name of each pair; without it the names of the rows of `ratings`.
        #[serde(default)]
        first: Option<String>,
        /// The second name of each pair.
        second: String,
    },
    /// The RDM of an array, also of noisy measurements, and what of its geometry is topology.
    Rdm(RdmTask),
    /// A reference RDM as a mixture of model RDMs.
    Regression(RegressionTask),
    /// Arrays on a graph of their stimuli.
    Energy(EnergyTask),
}

impl DataTask {
    /// The arrays that it names, each once.
    pub fn names(&self) -> Vec<&str> {
        let one = std::slice::from_ref;
        let (arrays, more): (&[String], [Option<&String>; 2]) = match self {
            Self::Compare { arrays, .. } => (arrays, [None, None]),
            Self::Summaries { arrays, labels } => (arrays, [labels.as_ref(), None]),
            Self::Reference { arrays, reference, .. } => (arrays, [Some(reference), None]),
            Self::Decode { array, labels, groups, .. } => (one(array), [Some(labels), groups.as_ref()]),
            Self::Encode { array, targets, .. } => (one(array), [Some(targets), None]),
            Self::Information { x, y, .. } => (one(x), [Some(y), None]),
            Self::Rdms { arrays, labels, .. } => (arrays, [labels.as_ref(), None]),
            Self::Cluster { array, labels, .. } => (one(array), [labels.as_ref(), None]),
            Self::Neighbours { array, labels, .. } => (one(array), [labels.as_ref(), None]),
            Self::Map { array, labels, .. } => (one(array), [labels.as_ref(), None]),
            Self::Pairs { array, .. } => (one(array), [None, None]),
            Self::Rdm(task) => (one(&task.array), [task.labels.as_ref(), task.groups.as_ref()]),
            Self::Regression(task) => (&task.arrays, [Some(&task.reference), None]),
            Self::Energy(task) => (&task.arrays, [Some(&task.graph), None]),
        };
        let mut names: Vec<&str> = Vec::new();
        for name in arrays.iter().chain(more.into_iter().flatten()).chain(self.further()) {
            if !names.contains(&name.as_str()) {
                names.push(name);
            }
        }
        names
    }

    /// What beside them a decoding, an encoding or a task of pairs may name.
    fn further(&self) -> Vec<&String> {
        match self {
            Self::Decode { control, .. } => control.iter().collect(),
            Self::Encode { more, repeats, .. } => more.iter().chain(repeats).collect(),
            Self::Pairs { ratings, first, second, .. } => {
                std::iter::once(ratings).chain(first).chain([second]).collect()
            }
            _ => Vec::new(),
        }
    }

    /// Those of its arrays whose rows mean the same: all but a graph's edges, or of pairs those that say what the pairs are.
    pub fn aligned(&self) -> Vec<&str> {
        match self {
            Self::Pairs { .. } => self.further().into_iter().map(String::as_str).collect(),
            Self::Energy(task) => self.names().into_iter().filter(|&name| name != task.graph).collect(),
            _ => self.names(),
        }
    }
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde passes references")]
fn is_off(is_on: &bool) -> bool {
    !is_on
}
