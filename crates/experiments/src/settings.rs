//! All values of a run, with the defaults filled in.

use std::collections::BTreeMap;

use ::recipe::{Error, Result};

use crate::{Param, Value, Values};

/// What an experiment runs with.
#[derive(Clone, Debug)]
pub struct Settings {
    values: BTreeMap<String, Value>,
    fake: Option<&'static str>,
}

impl Settings {
    /// `values` (checked) over the defaults.
    pub(crate) fn new(values: &Values, params: &[Param]) -> Self {
        let mut all: BTreeMap<String, Value> =
            params.iter().map(|param| (param.name.clone(), param.default_value())).collect();
        all.extend(values.0.clone());
        Self { values: all, fake: None }
    }

    /// With a deliberate fake, to show that the claims fail on it. Only tests can.
    #[cfg(test)]
    pub(crate) fn with_fake(self, fake: Option<&'static str>) -> Self {
        Self { fake, ..self }
    }

    /// Whether this is the deliberate fake of that name; never outside of tests.
    pub fn is_fake(&self, name: &str) -> bool {
        self.fake == Some(name)
    }

    /// A number.
    pub fn number(&self, name: &str) -> Result<f64> {
        match self.values.get(name) {
            Some(Value::Number(number)) => Ok(*number),
            _ => Err(self.missing("number", name)),
        }
    }

    /// A whole number from 0.
    pub fn count(&self, name: &str) -> Result<usize> {
        self.number(name).map(|number| number as usize)
    }

    /// The name that was chosen.
    pub fn choice(&self, name: &str) -> Result<&str> {
        match self.values.get(name) {
            Some(Value::Name(chosen)) => Ok(chosen),
            _ => Err(self.missing("choice", name)),
        }
    }

    /// Yes or no.
    pub fn flag(&self, name: &str) -> Result<bool> {
        match self.values.get(name) {
            Some(Value::Flag(flag)) => Ok(*flag),
            _ => Err(self.missing("flag", name)),
        }
    }

    fn missing(&self, kind: &str, name: &str) -> Error {
        let known: Vec<&str> = self.values.keys().map(String::as_str).collect();
        Error::Recipe(format!(
            "the experiment asked for its {kind} {name:?}, which its card does not have; the card has {}",
            known.join(", ")
        ))
    }
}
