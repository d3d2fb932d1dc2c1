//! What an experiment must say, and where it runs.

use ::recipe::{Error, Result};
use tensor::Device;

use crate::{Awaited, ExperimentCard, Outcome, Settings, Watch};

/// Runs an experiment. Everything random follows from the seed.
pub(crate) type Run =
    for<'a> fn(&'a Lab, &'a Settings, u32, &'a mut Watch<'_>) -> Awaited<'a, Result<Outcome>>;

/// A paper's experiment.
pub(crate) struct Experiment {
    /// What it says of itself.
    pub card: fn() -> ExperimentCard,
    /// Runs it.
    pub run: Run,
}

/// Where an experiment runs, with what it was given.
pub struct Lab {
    /// The device.
    pub device: Device,
    /// Files of models and data that the card asks for.
    pub files: Vec<LabFile>,
}

/// A file that a page or a terminal has read.
pub struct LabFile {
    /// As the card names it.
    pub name: String,
    /// All of it.
    pub bytes: Vec<u8>,
}

impl Lab {
    /// A lab without files.
    pub fn on(device: Device) -> Self {
        Self { device, files: Vec::new() }
    }

    /// A file's bytes.
    pub fn file(&self, name: &str) -> Result<&[u8]> {
        let found = self.files.iter().find(|file| file.name == name).map(|file| file.bytes.as_slice());
        found.ok_or_else(|| Error::Read {
            name: name.to_owned(),
            reason: "the experiment needs it, but it was not handed over".to_owned(),
        })
    }
}
