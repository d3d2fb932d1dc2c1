//! What is done to the distances of an RDM.

use analysis::{Error, Neighbours, Rdm, geo_topological, geodesic, rank_transformed};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The transforms by their exact names.
pub(crate) const TRANSFORMS: &[(&str, &str)] = &[
    ("rank_transform", "Each distance replaced by its rank."),
    (
        "geo_topological_transform",
        "Distances up to a lower quantile become 0, from an upper one on 1, and those between lie on the line from 0 to 1.",
    ),
    ("geodesic_distance", "The length of the shortest way along nearest neighbours."),
];

/// A transform of an RDM with its settings.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(tag = "name", rename_all = "snake_case", deny_unknown_fields)]
pub enum Transform {
    /// Ranks.
    RankTransform,
    /// The geo-topological transform of Lin & Kriegeskorte 2024.
    GeoTopologicalTransform {
        /// Quantile of the distances up to which all are 0.
        lower: f64,
        /// Quantile from which on all are 1.
        upper: f64,
    },
    /// Ways along neighbours.
    GeodesicDistance {
        /// How many nearest others each stimulus is joined with.
        n_neighbours: usize,
    },
}

impl Transform {
    /// The exact name.
    pub(super) fn name(&self) -> &'static str {
        match self {
            Self::RankTransform => "rank_transform",
            Self::GeoTopologicalTransform { .. } => "geo_topological_transform",
            Self::GeodesicDistance { .. } => "geodesic_distance",
        }
    }

    pub(super) fn in_words(&self) -> String {
        match self {
            Self::RankTransform => {
                "each distance is replaced by its rank, equal ones by the mean of theirs".to_owned()
            }
            Self::GeoTopologicalTransform { lower, upper } => format!(
                "distances up to the quantile {lower} become 0, from the quantile {upper} on 1, between on a line (Lin & Kriegeskorte 2024)"
            ),
            Self::GeodesicDistance { n_neighbours } => format!(
                "the shortest way along each stimulus's {n_neighbours} nearest neighbours (Tenenbaum et al. 2000)"
            ),
        }
    }

    pub(super) fn apply(&self, rdm: &Rdm) -> Result<Rdm, Error> {
        match *self {
            Self::RankTransform => rank_transformed(rdm),
            Self::GeoTopologicalTransform { lower, upper } => geo_topological(rdm, lower, upper),
            Self::GeodesicDistance { n_neighbours } => geodesic(rdm, Neighbours::Nearest(n_neighbours)),
        }
    }
}
