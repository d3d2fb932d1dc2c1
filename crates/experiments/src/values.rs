//! Values of parameters, by name.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

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

/// Values by the names of their parameters.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, TS)]
#[serde(transparent)]
pub struct Values(pub BTreeMap<String, Value>);
