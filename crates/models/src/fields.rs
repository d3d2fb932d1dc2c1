//! The fields of a `config.json`, read one by one, each missing or absurd one turned into a sentence.

use std::ops::RangeInclusive;

use serde_json::{Map, Value};

use crate::{Error, Result};

/// No layer here is wider, and no vocabulary larger, than this; guards products of sizes.
pub(crate) const LARGEST_SIZE: usize = 10_000_000;

/// A parsed `config.json`.
pub(crate) struct Fields(Map<String, Value>);

impl Fields {
    /// Parses, and explains the usual files that are not configurations.
    pub fn parse(json: &[u8]) -> Result<Self> {
        let json = json.strip_prefix(b"\xef\xbb\xbf").unwrap_or(json).trim_ascii();
        if json.is_empty() {
            return Err(Error::Config("The configuration file is empty.".to_owned()));
        }
        if json.starts_with(b"<") {
            return Err(Error::Config(
                "This is a web page, not a config.json. Use the address of the file itself (on a hub, …/resolve/… instead of …/blob/…).".to_owned(),
            ));
        }
        if json.starts_with(b"version https://git-lfs") {
            return Err(Error::Config(
                "This is a pointer of git's large file storage, not a config.json. Fetch the file that it points to.".to_owned(),
            ));
        }
        match serde_json::from_slice(json) {
            Ok(Value::Object(fields)) => Ok(Self(fields)),
            Ok(_) => Err(Error::Config("The config.json is not an object with named fields.".to_owned())),
            Err(error) => Err(Error::Config(format!("The config.json cannot be read as JSON: {error}."))),
        }
    }

    /// `model_type`, if it is a text.
    pub fn model_type(&self) -> Option<&str> {
        self.0.get("model_type").and_then(Value::as_str)
    }

    /// Gives a configuration of another library the `model_type` that it stands for.
    pub fn set_model_type(&mut self, model_type: &str) {
        self.0.insert("model_type".to_owned(), model_type.into());
    }

    /// Adds a field, unless it is there.
    pub fn insert_absent(&mut self, name: &str, value: Value) {
        if !self.has(name) {
            self.0.insert(name.to_owned(), value);
        }
    }

    /// The fields as JSON.
    pub fn to_json(&self) -> Result<Vec<u8>> {
        serde_json::to_vec(&self.0)
            .map_err(|error| Error::Config(format!("The fields are no JSON: {error}.")))
    }

    /// A text; `None` when absent or something else.
    pub fn text(&self, name: &str) -> Option<&str> {
        self.get(name).and_then(Value::as_str)
    }

    /// A field that is there and not null.
    pub fn get(&self, name: &str) -> Option<&Value> {
        self.0.get(name).filter(|value| !value.is_null())
    }

    /// Whether a field is there and not null.
    pub fn has(&self, name: &str) -> bool {
        self.get(name).is_some()
    }

    /// The sentence about a field with a wrong value.
    pub fn wrong(&self, name: &str, expected: &str, found: &Value) -> Error {
        let model = self.model_type().unwrap_or("model");
        Error::Config(format!("The {model} configuration has {name} = {found}; expected {expected}."))
    }

    /// The sentence about a field that is not there.
    pub fn missing(&self, name: &str, expected: &str) -> Error {
        let model = self.model_type().unwrap_or("model");
        Error::Config(format!("The {model} configuration lacks the field {name}; expected {expected}."))
    }

    /// A whole number within `range`.
    pub fn count(&self, name: &str, range: RangeInclusive<usize>) -> Result<usize> {
        self.count_or(name, None, range)
    }

    /// A whole number within `range`; `default` when absent.
    pub fn count_or(
        &self,
        name: &str,
        default: Option<usize>,
        range: RangeInclusive<usize>,
    ) -> Result<usize> {
        let expected = format!("a whole number from {} to {}", range.start(), range.end());
        match (self.get(name), default) {
            (None, Some(default)) => Ok(default),
            (None, None) => Err(self.missing(name, &expected)),
            (Some(value), _) => value
                .as_u64()
                .and_then(|n| usize::try_from(n).ok())
                .filter(|n| range.contains(n))
                .ok_or_else(|| self.wrong(name, &expected, value)),
        }
    }

    /// A list of any values; `None` when absent.
    pub fn list(&self, name: &str) -> Result<Option<&[Value]>> {
        let Some(value) = self.get(name) else { return Ok(None) };
        value.as_array().map(|list| Some(list.as_slice())).ok_or_else(|| self.wrong(name, "a list", value))
    }

    /// A list of objects; an error when absent, empty or something else.
    pub fn objects(&self, name: &str) -> Result<Vec<Fields>> {
        let expected = "a list of objects, at least one";
        let list = self.list(name)?.ok_or_else(|| self.missing(name, expected))?;
        let model = self.model_type().unwrap_or("model");
        let object = |(at, value): (usize, &Value)| {
            let mut fields = Fields(value.as_object()?.clone());
            fields.set_model_type(&format!("{model}'s {name}[{at}]"));
            Some(fields)
        };
        let objects: Option<Vec<Fields>> = list.iter().enumerate().map(object).collect();
        objects.filter(|all| !all.is_empty()).ok_or_else(|| self.wrong(name, expected, &list.into()))
    }

    /// A list of whole numbers within `range`, at least one; `default` when absent, an error without one.
    pub fn counts_or(
        &self,
        name: &str,
        default: Option<&[usize]>,
        range: RangeInclusive<usize>,
    ) -> Result<Vec<usize>> {
        let expected = format!("a list of whole numbers from {} to {}", range.start(), range.end());
        let (value, list) = match (self.get(name), default) {
            (None, Some(default)) => return Ok(default.to_vec()),
            (None, None) => return Err(self.missing(name, &expected)),
            (Some(value), _) => (value, value.as_array()),
        };
        let number = |value: &Value| {
            value.as_u64().and_then(|n| usize::try_from(n).ok()).filter(|n| range.contains(n))
        };
        let numbers: Option<Vec<usize>> = list.and_then(|list| list.iter().map(number).collect());
        numbers.filter(|list| !list.is_empty()).ok_or_else(|| self.wrong(name, &expected, value))
    }

    /// How many classes Hugging Face's `num_labels`, or the map `id2label`, says; 2 when neither is there.
    pub fn n_labels(&self) -> Result<usize> {
        let names = self.get("id2label").and_then(Value::as_object).map_or(2, Map::len);
        self.count_or("num_labels", Some(names), 1..=1_000_000)
    }

    /// Fails on the first field that is not among `known`.
    pub fn refuse_others(&self, known: &[&str], reason: &str) -> Result<()> {
        let other = self.0.keys().find(|name| *name != "model_type" && !known.contains(&name.as_str()));
        other.map_or(Ok(()), |name| self.refuse(name, &[], reason))
    }

    /// A number above 0 and at most `largest`.
    pub fn positive(&self, name: &str, largest: f32) -> Result<f32> {
        if !self.has(name) {
            return Err(self.missing(name, "a number above 0"));
        }
        self.positive_or(name, largest, largest)
    }

    /// A number above 0 and at most `largest`; `default` when absent.
    pub fn positive_or(&self, name: &str, default: f32, largest: f32) -> Result<f32> {
        let Some(value) = self.get(name) else { return Ok(default) };
        let number = value.as_f64().map(|n| n as f32).filter(|n| *n > 0.0 && *n <= largest);
        number.ok_or_else(|| self.wrong(name, &format!("a number above 0, at most {largest:e}"), value))
    }

    /// Three finite numbers; `default` when absent.
    pub fn triple_or(&self, name: &str, default: [f32; 3]) -> Result<[f32; 3]> {
        let Some(value) = self.get(name) else { return Ok(default) };
        let numbers: Option<Vec<f32>> =
            value.as_array().and_then(|list| list.iter().map(|v| v.as_f64().map(|n| n as f32)).collect());
        let triple: Option<[f32; 3]> = numbers.and_then(|list| list.try_into().ok());
        triple
            .filter(|t| t.iter().all(|n| n.is_finite()))
            .ok_or_else(|| self.wrong(name, "three finite numbers", value))
    }

    /// True or false; `default` when absent.
    pub fn flag_or(&self, name: &str, default: bool) -> Result<bool> {
        let Some(value) = self.get(name) else { return Ok(default) };
        value.as_bool().ok_or_else(|| self.wrong(name, "true or false", value))
    }

    /// Whether the list of texts `name` is there and holds one that ends with one of `ends`.
    pub fn lists_ending_with(&self, name: &str, ends: &[&str]) -> bool {
        let list = self.get(name).and_then(Value::as_array).into_iter().flatten();
        list.filter_map(Value::as_str).any(|text| ends.iter().any(|end| text.ends_with(end)))
    }

    /// One of `allowed`; the first when absent.
    pub fn choice<'a>(&self, name: &str, allowed: &[&'a str]) -> Result<&'a str> {
        let Some(value) = self.get(name) else { return Ok(allowed[0]) };
        let found = allowed.iter().copied().find(|choice| value.as_str() == Some(*choice));
        found.ok_or_else(|| self.wrong(name, &format!("one of {}", allowed.join(", ")), value))
    }

    /// Whether some text of the list `name` contains `part`; `None` when there is no such list.
    pub fn lists(&self, name: &str, part: &str) -> Option<bool> {
        let list = self.get(name)?.as_array()?;
        Some(list.iter().filter_map(Value::as_str).any(|text| text.contains(part)))
    }

    /// Entries of the object `name`, if it is there.
    pub fn n_entries(&self, name: &str) -> Option<usize> {
        Some(self.get(name)?.as_object()?.len())
    }

    /// Fails when the field is there and is not one of `harmless` values: it asks for something that the
    /// forward pass here does not do, which would make every number wrong without a sign.
    pub fn refuse(&self, name: &str, harmless: &[Value], reason: &str) -> Result<()> {
        match self.get(name) {
            Some(value) if !harmless.contains(value) => {
                let model = self.model_type().unwrap_or("model");
                Err(Error::Config(format!(
                    "The {model} configuration asks for {name} = {value}, which this lab cannot do: {reason}. Nothing was run, because the activations would be wrong."
                )))
            }
            _ => Ok(()),
        }
    }

    /// The fields inside the object `name`, under this `model_type`.
    pub fn inside(&self, name: &str) -> Option<Fields> {
        let mut fields = self.get(name)?.as_object()?.clone();
        fields.insert("model_type".to_owned(), format!("{}'s {name}", self.model_type()?).into());
        Some(Fields(fields))
    }

    /// `total / parts`; fails unless it is whole.
    pub fn divide(&self, total: (&str, usize), parts: (&str, usize)) -> Result<usize> {
        if parts.1 > 0 && total.1.is_multiple_of(parts.1) {
            return Ok(total.1 / parts.1);
        }
        let model = self.model_type().unwrap_or("model");
        Err(Error::Config(format!(
            "The {model} configuration has {} = {}, which {} = {} does not divide; expected a multiple.",
            total.0, total.1, parts.0, parts.1
        )))
    }
}
