//! A training as bytes: parameters under their names, the optimiser's states, and where it stood.

use std::collections::BTreeMap;

use formats::safetensors;
use sha2::{Digest, Sha256};

use crate::{Error, ParameterList, Parameters, Result};

/// Names of states begin with this, which no layer's name does.
const STATE: &str = "training/";

/// The numbers of a training after some step; independent of any device.
#[derive(Clone, Debug, PartialEq)]
pub struct Snapshot {
    /// Steps made.
    pub step: u64,
    /// Networks computed as one; `None` for a single network.
    pub n_nets: Option<usize>,
    /// Name, shape and numbers of each parameter, by name.
    pub parameters: Vec<(String, Vec<usize>, Vec<f32>)>,
    /// Name, shape and numbers of what the optimiser remembers.
    pub states: Vec<(String, Vec<usize>, Vec<f32>)>,
    /// Free strings: an architecture, a recipe.
    pub notes: BTreeMap<String, String>,
}

impl Snapshot {
    /// The parameters alone.
    pub async fn of(parameters: &Parameters, step: u64) -> Result<Self> {
        let numbers = parameters.to_numbers().await?;
        let n_nets = parameters.n_nets();
        let list = parameters.list();
        let entry = |slot: usize| {
            let entry = &list.entries()[slot];
            let shape = n_nets.iter().copied().chain(entry.shape.iter().copied()).collect();
            (entry.name.clone(), shape, numbers[slot].clone())
        };
        let parameters = list.by_name().into_iter().map(entry).collect();
        Ok(Self { step, n_nets, parameters, states: Vec::new(), notes: BTreeMap::new() })
    }

    /// A safetensors file: parameters by name, states by `training/…`. Equal snapshots give equal bytes.
    pub fn to_bytes(&self) -> Result<Vec<u8>> {
        let states = self.states.iter().map(|(name, shape, data)| (format!("{STATE}{name}"), shape, data));
        let rows: Vec<(String, Vec<usize>, &[f32])> = self
            .parameters
            .iter()
            .map(|(name, shape, data)| (name.clone(), shape, data))
            .chain(states)
            .map(|(name, shape, data)| (name, shape.clone(), data.as_slice()))
            .collect();
        let mut notes = self.notes.clone();
        notes.insert("step".to_owned(), self.step.to_string());
        if let Some(n_nets) = self.n_nets {
            notes.insert("n_nets".to_owned(), n_nets.to_string());
        }
        Ok(safetensors::write(&rows, &notes)?)
    }

    /// Reads what [`Snapshot::to_bytes`] wrote.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self> {
        let length = safetensors::header_len(bytes, Some(bytes.len() as u64))?;
        let start = safetensors::PREFIX_BYTES;
        let Some(json) = bytes.get(start..start + length) else {
            return Err(Error::Snapshot { reason: "its header is cut off".to_owned() });
        };
        let header = safetensors::parse_header(json, Some(bytes.len() as u64))?;
        let mut notes = header.metadata.clone();
        let mut number = |key: &str| -> Result<Option<u64>> {
            let unreadable =
                |text: String| Error::Snapshot { reason: format!("its {key} is {text:?}, not a number") };
            notes.remove(key).map(|text| text.parse().map_err(|_| unreadable(text))).transpose()
        };
        let (step, n_nets) = (number("step")?.unwrap_or(0), number("n_nets")?.map(|n| n as usize));
        let (mut parameters, mut states) = (Vec::new(), Vec::new());
        for info in &header.tensors {
            let Some(raw) = bytes.get(info.start as usize..info.end as usize) else {
                return Err(Error::Snapshot { reason: format!("{} is cut off", info.name) });
            };
            let data = safetensors::decode_f32(info, raw)?;
            match info.name.strip_prefix(STATE) {
                Some(name) => states.push((name.to_owned(), info.shape.clone(), data)),
                None => parameters.push((info.name.clone(), info.shape.clone(), data)),
            }
        }
        let by_name = |a: &(String, Vec<usize>, Vec<f32>), b: &(String, Vec<usize>, Vec<f32>)| a.0.cmp(&b.0);
        parameters.sort_by(by_name);
        states.sort_by(by_name);
        Ok(Self { step, n_nets, parameters, states, notes })
    }

    /// SHA-256 over the bits of the parameters (f32, little endian), in the order of their names.
    pub fn digest(&self) -> String {
        let mut hasher = Sha256::new();
        for (_, _, data) in &self.parameters {
            for value in data {
                hasher.update(value.to_le_bytes());
            }
        }
        hasher.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
    }

    /// The numbers in the order of `list`. Errors when names or shapes differ.
    pub fn numbers(&self, list: &ParameterList) -> Result<Vec<Vec<f32>>> {
        if self.parameters.len() != list.entries().len() {
            let (here, wanted) = (self.parameters.len(), list.entries().len());
            return Err(Error::Snapshot {
                reason: format!("it has {here} parameters, the network {wanted}"),
            });
        }
        let of_entry = |entry: &crate::Entry| {
            let names = self.parameters.iter().map(|(name, ..)| name.as_str());
            let place = self.parameters.iter().find(|(name, ..)| *name == entry.name);
            let (_, shape, data) = place.ok_or_else(|| Error::unknown(&entry.name, names))?;
            let expected: Vec<usize> =
                self.n_nets.iter().copied().chain(entry.shape.iter().copied()).collect();
            if *shape != expected {
                let reason = format!("{} is {shape:?}, the network's {expected:?}", entry.name);
                return Err(Error::Snapshot { reason });
            }
            Ok(data.clone())
        };
        list.entries().iter().map(of_entry).collect()
    }

    /// The parameters on a device.
    pub fn parameters_on(&self, list: &ParameterList, device: &tensor::Device) -> Result<Parameters> {
        Parameters::from_numbers(list, self.n_nets, &self.numbers(list)?, device)
    }

    /// A state by name.
    pub(crate) fn state(&self, name: &str) -> Result<&(String, Vec<usize>, Vec<f32>)> {
        let reason = || format!("it lacks the optimiser's {name}; it was kept by another optimiser");
        self.states
            .iter()
            .find(|(other, ..)| other == name)
            .ok_or_else(|| Error::Snapshot { reason: reason() })
    }
}

/// The digest of parameters: see [`Snapshot::digest`].
pub async fn digest(parameters: &Parameters) -> Result<String> {
    Ok(Snapshot::of(parameters, 0).await?.digest())
}
