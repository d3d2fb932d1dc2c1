//! Weights that an experiment trained and this repository carries: how they are made again.

use ::recipe::Result;

use crate::{Awaited, Lab, LabFile, names, rooms};

/// Hears a line about a training now and then.
pub type Say<'a> = dyn FnMut(&str) + 'a;

/// How weights that an experiment reads came to be.
pub struct Committed {
    /// The folder that they lie in, which is their name.
    pub name: &'static str,
    /// Files that the training reads.
    pub files: &'static [&'static str],
    /// Trains them from a seed, in full or only so many steps; gives the files of weights in that folder.
    pub(crate) train: Train,
}

pub(crate) type Train =
    for<'a> fn(&'a Lab, u32, Option<u64>, &'a mut Say<'_>) -> Awaited<'a, Result<Vec<LabFile>>>;

/// All of them.
pub fn list_committed() -> &'static [Committed] {
    rooms::COMMITTED
}

/// Those of a name, or an error with the near ones.
pub fn find_committed(name: &str) -> Result<&'static Committed> {
    let found = list_committed().iter().find(|one| one.name == name);
    found.ok_or_else(|| names::unknown("weights", name, list_committed().iter().map(|one| one.name)))
}

impl Committed {
    /// Trains them; the committed ones are of seed 1 and all steps.
    pub async fn train(
        &self,
        lab: &Lab,
        seed: u32,
        n_steps: Option<u64>,
        say: &mut Say<'_>,
    ) -> Result<Vec<LabFile>> {
        (self.train)(lab, seed, n_steps, say).await
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_steps_of_each_training_give_files_of_the_names_that_are_committed() {
        let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        for one in list_committed() {
            let read = |name: &&str| {
                let bytes = std::fs::read(root.join("models").join(name)).unwrap();
                LabFile { name: (*name).to_owned(), bytes }
            };
            let files = one.files.iter().map(read).collect();
            let lab = Lab { device: tensor::Device::Cpu, files };
            let mut said = Vec::new();
            let made =
                pollster::block_on(one.train(&lab, 1, Some(2), &mut |line| said.push(line.to_owned())))
                    .unwrap();
            assert!(said[0].contains("step 2 of 2"), "{said:?}");
            if let Some(share) = said[0].strip_suffix(" of what can be told is") {
                let share: f64 = share.rsplit(' ').next().unwrap().parse().unwrap();
                assert!((0.0..=1.0).contains(&share), "{said:?}");
            }
            assert!(!made.is_empty());
            for file in made {
                assert!(root.join("models-own").join(one.name).join(&file.name).exists(), "{}", file.name);
                assert!(file.bytes.len() > 10_000, "{} has {} bytes", file.name, file.bytes.len());
            }
        }
        assert!(find_committed("needle-lama").is_err());
    }
}
