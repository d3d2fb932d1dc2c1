//! What a run was asked to do.

use analysis::Distance;
use recipe::Result;

use crate::Settings;

/// Sizes of noise, in standard deviations.
pub const ETAS: [f64; 6] = [0.0, 0.2, 0.5, 1.0, 2.0, 3.0];
/// Layers that are told apart.
pub const LAYERS: [&str; 5] =
    ["convolution 1", "convolution 2", "convolution 3", "convolution 4", "dense layer"];

/// From the card's parameters.
pub struct Plan {
    /// Networks, from first weights of their own.
    pub n_nets: usize,
    /// Pictures whose distances are compared.
    pub n_stimuli: usize,
    /// Draws of the noise.
    pub n_draws: usize,
    /// How distances are measured.
    pub distance: Distance,
    /// Voxels that mix units, where noise is that of a measurement; none where it is added to distances.
    pub n_voxels: Option<usize>,
    /// Place in [`ETAS`] that the map and the scatter show.
    pub shown: usize,
    /// Neighbours along which ways go.
    pub neighbours: usize,
    /// Strength of the distortions of shapes.
    pub distortion: f64,
    /// A deliberate fake: networks whose layers are called by names drawn at random.
    pub is_shuffled: bool,
    /// A deliberate fake: straight distances in place of those along neighbours.
    pub is_straight: bool,
}

impl Plan {
    /// Reads them.
    pub fn new(settings: &Settings) -> Result<Self> {
        let eta = settings.number("noise")?;
        let near = (0..ETAS.len()).min_by(|&a, &b| (ETAS[a] - eta).abs().total_cmp(&(ETAS[b] - eta).abs()));
        let is_measured = settings.choice("noise_on")? == "voxels";
        Ok(Self {
            n_nets: settings.count("nets")?,
            n_stimuli: settings.count("stimuli")?,
            n_draws: settings.count("draws")?,
            distance: match settings.choice("distance")? {
                "euclidean" => Distance::Euclidean,
                _ => Distance::Correlation,
            },
            n_voxels: if is_measured { Some(settings.count("voxels")?) } else { None },
            shown: near.unwrap_or_default(),
            neighbours: settings.count("neighbours")?,
            distortion: settings.number("distortion")?,
            is_shuffled: settings.is_fake("shuffled_labels"),
            is_straight: settings.is_fake("no_geodesic"),
        })
    }

    /// Matrices: networks times layers.
    pub fn n_matrices(&self) -> usize {
        self.n_nets * LAYERS.len()
    }
}
