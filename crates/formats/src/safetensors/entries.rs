//! From the header's JSON to its entries as written, before their numbers are judged.
//!
//! serde's maps drop duplicate keys silently, and safetensors forbids them, so the object is
//! walked key by key.

use std::{collections::BTreeMap, fmt, mem};

use serde::de::{self, Deserializer, MapAccess, Visitor};

use super::{SafetensorsError, metadata::MetadataSeed};

/// One tensor as the header states it.
#[derive(Debug, serde::Deserialize)]
pub(super) struct Entry {
    pub(super) dtype: String,
    pub(super) shape: Vec<u64>,
    pub(super) data_offsets: (u64, u64),
}

/// All of a header, in its own order.
#[derive(Debug, Default)]
pub(super) struct Entries {
    pub(super) tensors: Vec<(String, Entry)>,
    pub(super) metadata: BTreeMap<String, String>,
}

/// Reads the one JSON object of a header.
pub(super) fn read(text: &str) -> Result<Entries, SafetensorsError> {
    let mut walk = Walk::default();
    let mut json = serde_json::Deserializer::from_str(text);
    let outcome = json.deserialize_map(&mut walk).and_then(|()| json.end());
    if let Err(error) = outcome {
        // A fault that has its own sentence was put aside on the way out of serde.
        return Err(match walk.fault.take() {
            Some(fault) if error.is_data() => fault,
            _ => SafetensorsError::HeaderNotJson { reason: error.to_string() },
        });
    }
    let mut names: Vec<&str> = walk.entries.tensors.iter().map(|(name, _)| name.as_str()).collect();
    names.sort_unstable();
    match names.windows(2).find(|pair| pair[0] == pair[1]) {
        Some(pair) => Err(SafetensorsError::DuplicateName { tensor: pair[0].to_owned() }),
        None => Ok(mem::take(&mut walk.entries)),
    }
}

/// What has been read so far.
#[derive(Default)]
pub(super) struct Walk {
    pub(super) entries: Entries,
    seen_metadata: bool,
    fault: Option<SafetensorsError>,
}

impl Walk {
    /// Puts `fault` aside for [`read`] and stops serde.
    pub(super) fn refuse<E: de::Error>(&mut self, fault: SafetensorsError) -> E {
        let error = E::custom(&fault);
        self.fault = Some(fault);
        error
    }
}

impl<'de> Visitor<'de> for &mut Walk {
    type Value = ();

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("an object that maps tensor names to their dtype, shape and data_offsets")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(name) = map.next_key::<String>()? {
            if name != "__metadata__" {
                match map.next_value::<Entry>() {
                    Ok(entry) => self.entries.tensors.push((name, entry)),
                    Err(error) => {
                        self.fault =
                            Some(SafetensorsError::Entry { tensor: name, reason: error.to_string() });
                        return Err(error);
                    }
                }
                continue;
            }
            if mem::replace(&mut self.seen_metadata, true) {
                return Err(self.refuse(SafetensorsError::DuplicateMetadata));
            }
            if let Err(error) = map.next_value_seed(MetadataSeed(self)) {
                self.fault.get_or_insert_with(|| SafetensorsError::Metadata { reason: error.to_string() });
                return Err(error);
            }
        }
        Ok(())
    }
}
