//! The arrays that a visitor has brought.

use std::sync::Arc;

use analysis::{Activations, Distance, Labels, Rdm};
use formats::{Array, Values, near, npy, npz, safetensors};
use sha2::{Digest as _, Sha256};

use super::card::{dtype, stimuli_of_pairs, understand};
use super::reading::pairs_of;
use super::{ArrayCard, ArrayKind, Reading};
use super::{named, table, volume};
use crate::{Error, Result};

/// Arrays by name, in the order in which they came.
#[derive(Default)]
pub struct Shelf {
    arrays: Vec<Shelved>,
    /// How arrays that can be read in two ways are to be read, where that was asked.
    pub(super) asked: Vec<(String, Reading)>,
}

#[derive(Clone)]
struct Shelved {
    card: ArrayCard,
    numbers: Arc<Vec<f64>>,
    /// Names of labels' classes by number; empty where they are numbers in the file as well.
    classes: Vec<String>,
}

/// What a reader found.
pub(super) struct Found {
    pub name: String,
    pub array: Array,
    /// Names of the stimuli, if there are any.
    pub stimuli: Vec<String>,
    /// Names of labels' classes by number, if there are any.
    pub classes: Vec<String>,
}

impl Found {
    fn plain(name: String, array: Array) -> Self {
        Self { name, array, stimuli: Vec::new(), classes: Vec::new() }
    }
}

impl Shelf {
    /// Reads a file by its ending (`.npy`, `.npz`, `.safetensors`, `.csv`, `.tsv`, `.txt`, `.nii`, `.nii.gz`) and keeps its arrays. An array of a name that
    /// is there already takes the older one's place.
    ///
    /// # Errors
    /// Another ending, and bytes that are not what the ending says. Then nothing of the file is kept.
    pub fn add(&mut self, file_name: &str, bytes: &[u8]) -> Result<Vec<ArrayCard>> {
        let unzipped = file_name.strip_suffix(".gz").unwrap_or(file_name);
        let (stem, ending) = unzipped.rsplit_once('.').unwrap_or((unzipped, ""));
        let inside = |arrays: Vec<(String, Array)>| -> Result<Vec<Found>> {
            let mut arrays = named::name(file_name, arrays)?;
            let is_single = arrays.len() == 1;
            let name = |key: &str| if is_single { stem.to_owned() } else { format!("{stem}/{key}") };
            arrays.iter_mut().for_each(|found| found.name = name(&found.name));
            Ok(arrays)
        };
        let arrays = match ending.to_ascii_lowercase().as_str() {
            "npy" => vec![Found::plain(stem.to_owned(), npy::read(bytes)?)],
            "npz" => inside(npz::read(bytes)?)?,
            "safetensors" => inside(read_safetensors(bytes)?)?,
            "csv" => table::read(stem, bytes, b',')?,
            "tsv" => table::read(stem, bytes, b'\t')?,
            "txt" => table::read(stem, bytes, table::delimiter_of_text(bytes))?,
            "nii" => vec![Found::plain(stem.to_owned(), volume::read(file_name, bytes)?)],
            _ => {
                return Err(Error::Recipe(format!(
                    "{file_name} was to be read as an array, but only .npy, .npz, .safetensors, .csv, .tsv, .txt (columns parted by spaces or tabs), .nii and .nii.gz can be; save it as one of these, for example with numpy.save"
                )));
            }
        };
        let shelved = arrays.into_iter().map(Shelved::new).collect::<Result<Vec<_>>>()?;
        let n_added = shelved.len();
        for one in shelved {
            self.remove(&one.card.name);
            self.arrays.push(one);
        }
        self.settle();
        Ok(self.cards().split_off(self.arrays.len() - n_added))
    }

    /// Takes an array away; whether it was there.
    pub fn remove(&mut self, name: &str) -> bool {
        let before = self.arrays.len();
        self.arrays.retain(|one| one.card.name != name);
        self.asked.retain(|(of, _)| of != name);
        self.settle();
        self.arrays.len() < before
    }

    /// A shelf of the named arrays only.
    pub(super) fn only(&self, names: &[&str]) -> Self {
        let is_named = |one: &&Shelved| names.contains(&one.card.name.as_str());
        Self { arrays: self.arrays.iter().filter(is_named).cloned().collect(), asked: self.asked.clone() }
    }

    pub(super) fn arrays(&self) -> impl Iterator<Item = &ArrayCard> {
        self.arrays.iter().map(|one| &one.card)
    }

    pub(super) fn cards_mut(&mut self) -> impl Iterator<Item = &mut ArrayCard> {
        self.arrays.iter_mut().map(|one| &mut one.card)
    }

    /// What was understood of each array.
    pub fn cards(&self) -> Vec<ArrayCard> {
        self.arrays.iter().map(|one| one.card.clone()).collect()
    }

    /// The card of an array.
    ///
    /// # Errors
    /// No such array, with the near names.
    pub fn card(&self, name: &str) -> Result<&ArrayCard> {
        self.find(name).map(|one| &one.card)
    }

    fn find(&self, name: &str) -> Result<&Shelved> {
        self.arrays.iter().find(|one| one.card.name == name).ok_or_else(|| {
            let known: Vec<&str> = self.arrays.iter().map(|one| one.card.name.as_str()).collect();
            let near = near::near_names(name, known.iter().copied(), 3);
            let hint = if near.is_empty() {
                String::new()
            } else {
                format!(", did you mean {}?", near.join(" or "))
            };
            Error::Recipe(format!(
                "the analysis needs an array named \"{name}\", which was not given{hint}; add its file"
            ))
        })
    }

    /// The card of an array and its numbers, in the order of its file.
    pub(super) fn numbers(&self, name: &str) -> Result<(&ArrayCard, &[f64])> {
        self.find(name).map(|one| (&one.card, one.numbers.as_slice()))
    }

    /// The refusal of an array that is not what a task wants.
    pub(super) fn refuse<T>(&self, name: &str, wanted: &str) -> Result<T> {
        Err(self.find(name)?.refused(wanted))
    }

    /// The array as activations `[n_stimuli, n_units]`; what has more dimensions is flattened.
    pub(super) fn activations(&self, name: &str) -> Result<Activations<f64>> {
        let one = self.find(name)?;
        if !matches!(one.card.kind, ArrayKind::Activations | ArrayKind::Values) {
            return Err(one.refused("activations [n_stimuli, n_units]"));
        }
        let n = one.card.n_stimuli;
        Activations::shared(one.numbers.clone(), n, one.numbers.len() / n.max(1))
            .map_err(|source| one.at(source))
    }

    /// The array as one RDM; activations become one by `distance`, labels the model of same (0) and different (1) classes.
    pub(super) fn rdm(&self, name: &str, distance: Distance) -> Result<Rdm> {
        let one = self.find(name)?;
        match one.card.kind {
            ArrayKind::Activations | ArrayKind::Values => {
                analysis::rdm(&self.activations(name)?, distance).map_err(|source| one.at(source))
            }
            ArrayKind::Rdm => one.rdm_of(&one.numbers),
            ArrayKind::Labels => analysis::label_rdm(&self.labels(name)?).map_err(|source| one.at(source)),
            _ => Err(one.refused("activations, one RDM or labels")),
        }
    }

    /// The array as one RDM or several, as of subjects.
    pub(super) fn rdms(&self, name: &str, distance: Distance) -> Result<Vec<Rdm>> {
        let one = self.find(name)?;
        match one.card.kind {
            ArrayKind::Rdms => {
                let size = one.numbers.len() / one.card.shape[0].max(1);
                one.numbers.chunks_exact(size).map(|rdm| one.rdm_of(rdm)).collect()
            }
            _ => Ok(vec![self.rdm(name, distance)?]),
        }
    }

    /// The array as a whole number a stimulus.
    pub(super) fn whole_numbers(&self, name: &str) -> Result<Vec<i64>> {
        let one = self.find(name)?;
        let is_whole = one.numbers.iter().all(|value| value.fract() == 0.0 && value.abs() < 9e15);
        if one.card.shape.len() != 1 || !is_whole {
            return Err(one.refused("labels, one whole number a stimulus"));
        }
        Ok(one.numbers.iter().map(|&value| value as i64).collect())
    }

    /// The array as labels.
    pub(super) fn labels(&self, name: &str) -> Result<Labels> {
        let one = self.find(name)?;
        Labels::new(&self.whole_numbers(name)?).map_err(|source| one.at(source))
    }

    /// One number a stimulus, of whatever kind they were taken for.
    pub(super) fn values(&self, name: &str) -> Result<Vec<f64>> {
        let one = self.find(name)?;
        if one.card.shape.len() != 1 {
            return Err(one.refused("one number a row"));
        }
        Ok(one.numbers.to_vec())
    }

    /// The word of each stimulus, where a column of words was read.
    pub(super) fn words(&self, name: &str) -> Result<Vec<String>> {
        if self.find(name)?.classes.is_empty() {
            return Err(self.find(name)?.refused("a column of words"));
        }
        self.class_names(name, &self.whole_numbers(name)?)
    }

    /// What the stimuli of an array are called.
    pub(super) fn stimulus_names(&self, name: &str) -> Result<Vec<String>> {
        let card = self.card(name)?;
        let n = card.n_stimuli;
        let is_named = card.stimuli.len() == n;
        Ok(if is_named { card.stimuli.clone() } else { (0..n).map(|k| format!("stimulus {k}")).collect() })
    }

    /// Whether the array was given as one RDM.
    pub(super) fn is_rdm(&self, name: &str) -> Result<bool> {
        Ok(self.card(name)?.kind == ArrayKind::Rdm)
    }

    /// What classes of these numbers are called.
    pub(super) fn class_names(&self, name: &str, numbers: &[i64]) -> Result<Vec<String>> {
        let classes = &self.find(name)?.classes;
        let in_words =
            |number: &i64| usize::try_from(*number).ok().and_then(|place| classes.get(place)).cloned();
        Ok(numbers.iter().map(|number| in_words(number).unwrap_or_else(|| number.to_string())).collect())
    }
}

impl Shelved {
    fn new(found: Found) -> Result<Self> {
        let Found { name, array, stimuli, classes } = found;
        let numbers = array.to_f64()?;
        let (kind, n_stimuli, understood) = understand(&array, &numbers);
        let mut hash = Sha256::new();
        array.shape.iter().for_each(|&size| hash.update((size as u64).to_le_bytes()));
        numbers.iter().for_each(|value| hash.update(value.to_le_bytes()));
        let card = ArrayCard {
            name,
            pairs_of: if kind == ArrayKind::Activations { pairs_of(&array.shape) } else { None },
            shape: array.shape.clone(),
            dtype: dtype(&array.values).to_owned(),
            kind,
            n_stimuli,
            n_nan: numbers.iter().filter(|value| value.is_nan()).count(),
            n_infinite: numbers.iter().filter(|value| value.is_infinite()).count(),
            sha256: hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect(),
            understood,
            stimuli,
        };
        Ok(Self { card, numbers: Arc::new(numbers), classes })
    }

    fn at(&self, source: analysis::Error) -> Error {
        Error::Analysis { site: self.card.name.clone(), source }
    }

    fn refused(&self, wanted: &str) -> Error {
        Error::Recipe(format!(
            "{} was to be used as {wanted}, but it is something else: {}",
            self.card.name, self.card.understood
        ))
    }

    fn rdm_of(&self, numbers: &[f64]) -> Result<Rdm> {
        let n = self.card.n_stimuli;
        let rdm = match stimuli_of_pairs(numbers.len()) {
            Some(of_pairs) if of_pairs == n && numbers.len() != n * n => Rdm::from_upper(numbers.to_vec(), n),
            _ => Rdm::from_square(numbers, n),
        };
        rdm.map_err(|source| self.at(source))
    }
}

fn read_safetensors(bytes: &[u8]) -> Result<Vec<(String, Array)>> {
    let length = Some(bytes.len() as u64);
    let n_header = safetensors::header_len(bytes, length)?;
    let start = safetensors::PREFIX_BYTES;
    let header = safetensors::parse_header(&bytes[start..start + n_header], length)?;
    let array = |info: &safetensors::TensorInfo| -> Result<(String, Array)> {
        let values = safetensors::decode_f32(info, &bytes[info.start as usize..info.end as usize])?;
        Ok((info.name.clone(), Array::new(info.shape.clone(), Values::F32(values))?))
    };
    header.tensors.iter().map(array).collect()
}
