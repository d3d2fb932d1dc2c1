//! The mixture of texts as batches: windows, and the character after each of theirs.

use data::{Alphabet, Mixture, Shares, Windows};
use tensor::{Device, Tensor};

use super::DataFile;
use super::task::{Batch, Data};
use crate::Result;

/// Characters of the validation text that are measured, in windows that are evenly spaced and do not overlap.
const N_VALIDATION: usize = 32_768;

/// Shares of the mixture up to a step; afterwards [`AT_THE_END`].
pub(super) type Curriculum = &'static [(u64, Shares)];

/// What the small language models end with: half a novel, so that they write; the rest, so that they look back.
pub(super) const AT_THE_END: Shares = Shares { novel: 0.5, words: 0.05, letters: 0.15 };

/// Text in memory as one byte a character.
pub(super) struct Mixed {
    mixture: Mixture,
    curriculum: Curriculum,
    batch: usize,
    n_pos: usize,
    seed: u64,
}

impl Mixed {
    /// Windows `[batch, n_pos]` of the novel in the first file and of what is mixed with it.
    pub fn read(
        train: Vec<DataFile>,
        curriculum: Curriculum,
        [batch, n_pos]: [usize; 2],
        seed: u64,
    ) -> Result<Box<dyn Data>> {
        let file = train
            .into_iter()
            .next()
            .ok_or_else(|| crate::Error::Recipe("a training needs data files".to_owned()))?;
        Ok(Box::new(Self { mixture: Mixture::read(&file.bytes)?, curriculum, batch, n_pos, seed }))
    }

    fn validation(&self) -> data::Result<Windows> {
        self.mixture.validation_windows(N_VALIDATION / self.n_pos, self.n_pos)
    }
}

fn tensors(windows: &Windows, range: std::ops::Range<usize>, device: &Device) -> Result<Batch> {
    let (n, length) = (range.len(), windows.length);
    let of = |ids: &[u32]| {
        let data = ids[range.start * length..range.end * length].iter().map(|&id| id as f32).collect();
        Tensor::from_vec(data, &[n, length], device)
    };
    Ok((of(&windows.inputs)?, of(&windows.targets)?))
}

impl Data for Mixed {
    fn n_train(&self) -> usize {
        self.mixture.text().train().len()
    }

    fn n_test(&self) -> usize {
        self.validation().map_or(0, |windows| windows.inputs.len())
    }

    fn batch(&mut self, step: u64, device: &Device) -> Result<Batch> {
        let stage = self.curriculum.iter().find(|(end, _)| step < *end);
        let shares = stage.map_or(&AT_THE_END, |(_, shares)| shares);
        let windows = self.mixture.train_windows(shares, self.batch, self.n_pos, self.seed, step)?;
        tensors(&windows, 0..self.batch, device)
    }

    fn test_batches(&self, device: &Device) -> Result<Vec<Batch>> {
        let windows = self.validation()?;
        let starts = (0..windows.count).step_by(self.batch);
        starts
            .map(|start| tensors(&windows, start..(start + self.batch).min(windows.count), device))
            .collect()
    }

    fn names(&self) -> Vec<String> {
        Alphabet::characters().map(String::from).collect()
    }
}
