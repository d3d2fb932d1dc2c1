//! Whether the answers point in all directions alike or crowd into a narrow cone.

mod card;
mod isoscore;
mod mean_cosine;
mod partition;

pub(crate) use card::{CARDS, SUMMARIES};
pub use isoscore::isoscore;
pub use mean_cosine::mean_cosine_similarity;
pub use partition::partition_isotropy;
