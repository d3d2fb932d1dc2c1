//! What a run was asked to do.

use recipe::Result;

use super::layer::Layer;
use crate::Settings;

/// Pictures of a step.
pub const BATCH: usize = 64;
/// Pictures on which units are compared: the last of the file, which no training sees.
pub const ANALYSED: [usize; 2] = [11_000, 12_000];
/// Points of the curves after the one before training.
pub const N_POINTS: usize = 6;

/// From the card's parameters.
pub struct Plan {
    /// Which layer the figures show.
    pub layer: Layer,
    /// How many networks.
    pub n_nets: usize,
    /// Rounds over the training pictures.
    pub n_epochs: usize,
    /// Pictures to train on.
    pub n_pictures: usize,
    /// Filters of the first layer; the second has twice as many, the dense one four times.
    pub width: usize,
    /// Predictors that the sparse prediction may use.
    pub budget: usize,
    /// Groups of the spectral clustering.
    pub n_clusters: usize,
    /// Whether answers are taken before the ReLU.
    pub is_before_relu: bool,
    /// Whether all networks start from the same weights.
    pub is_same_start: bool,
    /// Whether each network sees pictures of its own.
    pub is_own_data: bool,
    /// A deliberate fake: labels drawn at random.
    pub is_shuffled: bool,
    /// A deliberate fake: unit k is paired with unit k.
    pub is_unmatched: bool,
}

impl Plan {
    /// Reads them.
    pub fn new(settings: &Settings) -> Result<Self> {
        Ok(Self {
            layer: Layer::named(settings.choice("layer")?),
            n_nets: settings.count("nets")?,
            n_epochs: settings.count("epochs")?,
            n_pictures: settings.count("pictures")?,
            width: settings.count("width")?,
            budget: settings.count("budget")?,
            n_clusters: settings.count("clusters")?,
            is_before_relu: settings.choice("answers")? == "before",
            is_same_start: settings.flag("same_start")?,
            is_own_data: settings.flag("own_data")?,
            is_shuffled: settings.is_fake("shuffled_labels"),
            is_unmatched: settings.is_fake("no_matching"),
        })
    }

    /// Pictures that one network is trained on.
    pub fn pictures_of_a_net(&self) -> usize {
        if self.is_own_data { self.n_pictures / self.n_nets } else { self.n_pictures }
    }

    /// Steps of the training.
    pub fn n_steps(&self) -> u64 {
        (self.n_epochs * (self.pictures_of_a_net() / BATCH)) as u64
    }

    /// The units of each layer.
    pub fn n_units(&self, layer: Layer) -> usize {
        self.width << layer as usize
    }

    /// Whether the training is the one that the claims are about.
    pub fn is_as_claimed(&self) -> bool {
        self.n_epochs > 0 && !self.is_same_start
    }
}
