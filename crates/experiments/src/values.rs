//! Values of parameters, by name: what a link carries, checked against what a card allows.

use std::collections::BTreeMap;

use ::recipe::{Error, Result};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::names::unknown;
use crate::{Param, ParamKind};

/// What a knob is set to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(untagged)]
pub enum Value {
    /// Yes or no.
    Flag(bool),
    /// A number, whole or not.
    Number(f64),
    /// One of several, by name.
    Name(String),
}

/// Values by the names of their parameters; what is not named is as the card has it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, TS)]
#[serde(transparent)]
pub struct Values(pub BTreeMap<String, Value>);

impl Values {
    /// From words, as `--set key=value` has them. Errs on names that no parameter has and on words that are no such value.
    pub fn from_words<'a>(
        words: impl IntoIterator<Item = (&'a str, &'a str)>,
        params: &[Param],
    ) -> Result<Self> {
        let mut values = BTreeMap::new();
        for (name, word) in words {
            let param = find(name, params)?;
            values.insert(param.name.clone(), param.read(word)?);
        }
        Ok(Self(values))
    }

    /// The same, checked: every name is a parameter's and every value one that it can take; those that are as the card
    /// has them are left out.
    pub fn checked(&self, params: &[Param]) -> Result<Self> {
        let mut kept = BTreeMap::new();
        for (name, value) in &self.0 {
            let param = find(name, params)?;
            param.check(value)?;
            if *value != param.default_value() {
                kept.insert(name.clone(), value.clone());
            }
        }
        Ok(Self(kept))
    }
}

fn find<'a>(name: &str, params: &'a [Param]) -> Result<&'a Param> {
    params
        .iter()
        .find(|param| param.name == name)
        .ok_or_else(|| unknown("parameter", name, params.iter().map(|param| param.name.as_str())))
}

impl Param {
    /// What it is set to at first.
    pub fn default_value(&self) -> Value {
        match &self.kind {
            ParamKind::Integer { default, .. } => Value::Number(*default as f64),
            ParamKind::Number { default, .. } => Value::Number(*default),
            ParamKind::Choice { default, .. } => Value::Name(default.clone()),
            ParamKind::Flag { default } => Value::Flag(*default),
        }
    }

    /// A word as a value.
    fn read(&self, word: &str) -> Result<Value> {
        match &self.kind {
            ParamKind::Integer { .. } | ParamKind::Number { .. } => {
                word.parse().map(Value::Number).map_err(|_| self.wrong("a number", word))
            }
            ParamKind::Choice { .. } => Ok(Value::Name(word.to_owned())),
            ParamKind::Flag { .. } => {
                word.parse().map(Value::Flag).map_err(|_| self.wrong("true or false", word))
            }
        }
    }

    /// Whether it can be set to this.
    fn check(&self, value: &Value) -> Result<()> {
        match (&self.kind, value) {
            (ParamKind::Integer { min, max, .. }, Value::Number(number)) => {
                let fits = number.fract() == 0.0 && (*min as f64..=*max as f64).contains(number);
                let expected = || format!("a whole number from {min} to {max}");
                if fits { Ok(()) } else { Err(self.wrong(&expected(), &number.to_string())) }
            }
            (ParamKind::Number { min, max, .. }, Value::Number(number)) => {
                let expected = || format!("a number from {min} to {max}");
                if (*min..=*max).contains(number) {
                    Ok(())
                } else {
                    Err(self.wrong(&expected(), &number.to_string()))
                }
            }
            (ParamKind::Choice { options, .. }, Value::Name(name)) => {
                if options.iter().any(|option| option.name == *name) {
                    return Ok(());
                }
                let known = options.iter().map(|option| option.name.as_str());
                Err(unknown(&format!("option of {}", self.name), name, known))
            }
            (ParamKind::Flag { .. }, Value::Flag(_)) => Ok(()),
            (ParamKind::Flag { .. }, other) => Err(self.wrong("true or false", &other.in_words())),
            (ParamKind::Choice { .. }, other) => Err(self.wrong("a name", &other.in_words())),
            (_, other) => Err(self.wrong("a number", &other.in_words())),
        }
    }

    fn wrong(&self, expected: &str, found: &str) -> Error {
        Error::Recipe(format!(
            "the parameter {} takes {expected}, but it was set to {found}; leave it out for its default, {}",
            self.name,
            self.default_value().in_words()
        ))
    }
}

impl Value {
    /// As it stands in a link and after `--set key=`.
    pub fn in_words(&self) -> String {
        match self {
            Self::Flag(flag) => flag.to_string(),
            Self::Number(number) => number.to_string(),
            Self::Name(name) => name.clone(),
        }
    }
}
