//! The free strings of a header: `__metadata__`, an object of strings, or null for none (as the
//! reference reader allows).

use std::fmt;

use serde::de::{self, DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::{SafetensorsError, entries::Walk};

/// Reads `__metadata__` into a walk.
pub(super) struct MetadataSeed<'a>(pub(super) &'a mut Walk);

impl<'de> DeserializeSeed<'de> for MetadataSeed<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_option(self)
    }
}

impl<'de> Visitor<'de> for MetadataSeed<'_> {
    type Value = ();

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("an object of strings")
    }

    fn visit_none<E: de::Error>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_unit<E: de::Error>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(key) = map.next_key::<String>()? {
            match map.next_value::<MetadataValue>()? {
                MetadataValue::Other(found) => {
                    return Err(self.0.refuse(SafetensorsError::MetadataNotText { key, found }));
                }
                MetadataValue::Text(_) if self.0.entries.metadata.contains_key(&key) => {
                    return Err(self.0.refuse(SafetensorsError::DuplicateMetadataKey { key }));
                }
                MetadataValue::Text(text) => self.0.entries.metadata.insert(key, text),
            };
        }
        Ok(())
    }
}

/// A string, or the name of what stands in its place.
enum MetadataValue {
    Text(String),
    Other(&'static str),
}

impl<'de> de::Deserialize<'de> for MetadataValue {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(MetadataValueVisitor)
    }
}

struct MetadataValueVisitor;

impl<'de> Visitor<'de> for MetadataValueVisitor {
    type Value = MetadataValue;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a string")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<MetadataValue, E> {
        Ok(MetadataValue::Text(text.to_owned()))
    }

    fn visit_bool<E: de::Error>(self, _: bool) -> Result<MetadataValue, E> {
        Ok(MetadataValue::Other("true or false"))
    }

    fn visit_i64<E: de::Error>(self, _: i64) -> Result<MetadataValue, E> {
        Ok(MetadataValue::Other("a number"))
    }

    fn visit_u64<E: de::Error>(self, _: u64) -> Result<MetadataValue, E> {
        Ok(MetadataValue::Other("a number"))
    }

    fn visit_f64<E: de::Error>(self, _: f64) -> Result<MetadataValue, E> {
        Ok(MetadataValue::Other("a number"))
    }

    fn visit_unit<E: de::Error>(self) -> Result<MetadataValue, E> {
        Ok(MetadataValue::Other("null"))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<MetadataValue, A::Error> {
        while seq.next_element::<IgnoredAny>()?.is_some() {}
        Ok(MetadataValue::Other("a list"))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<MetadataValue, A::Error> {
        while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(MetadataValue::Other("an object"))
    }
}
