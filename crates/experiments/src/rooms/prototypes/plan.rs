//! What a run was asked to do.

use recipe::Result;

use crate::Settings;

/// Pictures of a step. The plan had 125, with which 480 steps were too few.
pub const BATCH: usize = 25;
/// Pictures to train on and to test with: the plan's.
pub const N_TRAIN: usize = 6000;
pub const N_TEST: usize = 1000;
/// Classes of either set.
pub const N_CLASSES: usize = 10;

/// Files of the sets of pictures: training, then test.
pub const DIGITS: [&str; 2] = ["mnist-7000/train.npz", "mnist-7000/test.npz"];
pub const CLOTHES: [&str; 2] = ["fashion-mnist/train-1.npz", "fashion-mnist/test.npz"];

/// The networks that are trained side by side, from the same first numbers and on the same pictures.
pub const VARIANTS: [Variant; 5] = [
    Variant { name: "all terms", r1: 1.0, r2: 1.0, is_shuffled: false },
    Variant { name: "without R1", r1: 0.0, r2: 1.0, is_shuffled: false },
    Variant { name: "without R2", r1: 1.0, r2: 0.0, is_shuffled: false },
    Variant { name: "without both", r1: 0.0, r2: 0.0, is_shuffled: false },
    Variant { name: "shuffled labels", r1: 1.0, r2: 1.0, is_shuffled: true },
];
/// Places among the [`VARIANTS`].
pub const FULL: usize = 0;
pub const WITHOUT_R1: usize = 1;
pub const WITHOUT_R2: usize = 2;
pub const NEITHER: usize = 3;
pub const SHUFFLED: usize = 4;

/// How a network differs from the others.
pub struct Variant {
    pub name: &'static str,
    /// What the weight of "each prototype near some picture" is times.
    pub r1: f64,
    /// What the weight of "each picture near some prototype" is times.
    pub r2: f64,
    /// Whether its labels are dealt out anew.
    pub is_shuffled: bool,
}

/// From the card's parameters.
pub struct Plan {
    /// Files of the pictures: training, then test.
    pub files: [&'static str; 2],
    /// Prototypes of each network, m.
    pub n_prototypes: usize,
    /// Weight of naming, λ.
    pub naming: f64,
    /// Weights of R1 and R2.
    pub terms: [f64; 2],
    pub n_epochs: usize,
    /// Every so many pixels of the file are one, along a side.
    pub shrink: usize,
    /// Whether pictures are bent anew at each step.
    pub is_deformed: bool,
    /// The test picture that is explained.
    pub picture: usize,
    /// A deliberate fake: no network has either term.
    pub lacks_terms: bool,
    /// A deliberate fake: labels of all networks are dealt out anew.
    pub is_shuffled: bool,
    /// A deliberate fake: the mean pictures of classes are shown instead of prototypes.
    pub shows_means: bool,
}

impl Plan {
    /// Reads them.
    pub fn new(settings: &Settings) -> Result<Self> {
        // The method's key step removed: nothing ties prototypes to pictures.
        let lacks_terms = settings.is_fake("no_terms");
        let terms = match lacks_terms {
            true => [0.0; 2],
            false => [settings.number("r1")?, settings.number("r2")?],
        };
        Ok(Self {
            files: if settings.choice("set")? == "clothes" { CLOTHES } else { DIGITS },
            n_prototypes: settings.count("prototypes")?,
            naming: settings.number("naming")?,
            terms,
            lacks_terms,
            n_epochs: settings.count("epochs")?,
            shrink: if settings.choice("pixels")? == "28" { 1 } else { 2 },
            is_deformed: settings.flag("deform")?,
            picture: settings.count("picture")?,
            is_shuffled: settings.is_fake("shuffled_labels"),
            shows_means: settings.is_fake("class_means"),
        })
    }

    /// Steps of each training.
    pub fn n_steps(&self) -> u64 {
        (self.n_epochs * N_TRAIN / BATCH) as u64
    }
}
