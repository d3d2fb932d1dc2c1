//! Groups of stimuli: hierarchical, by k-means and spectral, and how far two groupings agree.
//!
//! Hierarchical and spectral clustering take an [`Rdm`](crate::Rdm), so that any distance may be grouped;
//! k-means takes activations, because it needs means. Sources stand with the functions.

mod affinities;
mod agreement;
mod card;
mod dendrogram;
mod hierarchy;
mod kmeans;
mod linkage;
mod seeding;
mod spectral;

pub use affinities::Affinities;
pub use agreement::{adjusted_mutual_information, adjusted_rand_index};
pub(crate) use card::CARDS;
pub use dendrogram::{Dendrogram, Merge};
pub use hierarchy::hierarchical_clustering;
pub use kmeans::{KMeans, KMeansSettings, k_means, k_means_from};
pub use linkage::{LINKAGES, Linkage};
pub use spectral::{SpectralEmbedding, spectral_clustering, spectral_embedding};
