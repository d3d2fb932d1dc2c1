//! What a task must say.

use data::Scale;
use nn::{Outcome, ParameterList, Parameters, Settings};
use tensor::{Device, Tensor};

use super::folder::ToFolder;
use super::{DataFile, TaskCard};
use crate::Result;

/// A training task.
pub(super) trait Task {
    /// What it is.
    fn card(&self) -> TaskCard;

    /// Reads its files.
    fn read(&self, train: Vec<DataFile>, test: Vec<DataFile>, seed: u64) -> Result<Box<dyn Data>>;

    /// Its network, for such data, and how it is trained.
    fn build(&self, data: &dyn Data) -> Result<Network>;
}

/// Input and labels of one batch.
pub(super) type Batch = (Tensor, Tensor);

/// Examples to learn from and to test on.
pub(super) trait Data {
    /// Examples to learn from.
    fn n_train(&self) -> usize;

    /// Examples to test on.
    fn n_test(&self) -> usize;

    /// Batch number `step`, the same whenever it is asked for.
    fn batch(&mut self, step: u64, device: &Device) -> Result<Batch>;

    /// The test examples, in a few batches of one size (the last may be smaller).
    fn test_batches(&self, device: &Device) -> Result<Vec<Batch>>;

    /// The names of its classes, or its characters.
    fn names(&self) -> Vec<String>;

    /// How pixels become numbers; as they are where there are none.
    fn scale(&self) -> Scale {
        Scale::new(0.0, 1.0)
    }
}

/// Loss and metrics of a batch.
pub(super) type Model = Box<dyn Fn(&Parameters, &Batch) -> nn::Result<Outcome>>;

/// Of a measured batch (names and values, the loss first): the sum of what the metric is the mean of, and how
/// many it sums.
pub(super) type Score = fn(&[(String, Vec<f32>)], &Batch) -> (f64, f64);

/// A network and how it is trained.
pub(super) struct Network {
    pub list: ParameterList,
    pub settings: Settings,
    pub model: Model,
    pub score: Score,
    /// What is saved of it.
    pub folder: ToFolder,
}
