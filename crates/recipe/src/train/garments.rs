//! Fashion-MNIST as batches.

use data::{Images, Order, Scale};
use tensor::{Device, Tensor};

use super::DataFile;
use super::task::{Batch, Data};
use crate::Result;

/// Test images measured at once.
const TEST_BATCH: usize = 1000;

/// Images in memory as bytes; a batch becomes numbers when it is asked for.
pub(super) struct Garments {
    train: Images,
    test: Images,
    scale: Scale,
    order: Order,
}

impl Garments {
    pub fn read(train: Vec<DataFile>, test: Vec<DataFile>, batch: usize, seed: u64) -> Result<Box<dyn Data>> {
        let (train, test) = (join(train)?, join(test)?);
        let (scale, order) = (Scale::of(&train), Order::new(train.len(), batch, seed)?);
        Ok(Box::new(Self { train, test, scale, order }))
    }

    fn tensors(images: &Images, indices: &[usize], scale: &Scale, device: &Device) -> Result<Batch> {
        let batch = images.batch(indices, scale)?;
        let labels: Vec<f32> = batch.labels.iter().map(|&label| label as f32).collect();
        let (n, shape) = (labels.len(), [indices.len(), 1, images.height(), images.width()]);
        Ok((Tensor::from_vec(batch.pixels, &shape, device)?, Tensor::from_vec(labels, &[n], device)?))
    }
}

fn join(files: Vec<DataFile>) -> Result<Images> {
    let mut files = files.into_iter();
    let first = files.next().ok_or_else(|| crate::Error::Recipe("a training needs data files".to_owned()))?;
    let mut images = Images::read(&first.bytes)?;
    for file in files {
        images.append(Images::read(&file.bytes)?)?;
    }
    Ok(images)
}

impl Data for Garments {
    fn n_train(&self) -> usize {
        self.train.len()
    }

    fn n_test(&self) -> usize {
        self.test.len()
    }

    fn batch(&mut self, step: u64, device: &Device) -> Result<Batch> {
        Self::tensors(&self.train, self.order.batch(step), &self.scale, device)
    }

    fn test_batches(&self, device: &Device) -> Result<Vec<Batch>> {
        let all: Vec<usize> = (0..self.test.len()).collect();
        all.chunks(TEST_BATCH).map(|part| Self::tensors(&self.test, part, &self.scale, device)).collect()
    }

    fn names(&self) -> Vec<String> {
        self.train.class_names().to_vec()
    }

    fn scale(&self) -> Scale {
        self.scale.clone()
    }
}
