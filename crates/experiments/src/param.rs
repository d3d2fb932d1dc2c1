//! The knobs of an experiment, as data from which controls, link keys and `--set` are made.

use serde::Serialize;
use ts_rs::TS;

/// A knob.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Param {
    /// Its name in links and on the command line, in snake_case.
    pub name: String,
    /// Its name on the page.
    pub label: String,
    /// What it does, in a sentence.
    pub help: String,
    /// Unit of its numbers; empty where there is none.
    pub unit: String,
    /// What it can be, and what it is at first.
    pub kind: ParamKind,
}

/// What a knob can be.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum ParamKind {
    /// A whole number.
    Integer {
        /// Smallest.
        min: i64,
        /// Largest.
        max: i64,
        /// Step of the control; every whole number between is taken.
        step: i64,
        /// At first.
        default: i64,
    },
    /// A number.
    Number {
        /// Smallest.
        min: f64,
        /// Largest.
        max: f64,
        /// Step of the control (of the exponent, base 10, where `is_log`); every number between is taken.
        step: f64,
        /// At first.
        default: f64,
        /// Whether the control moves along the logarithm.
        is_log: bool,
    },
    /// One of several names.
    Choice {
        /// What can be chosen.
        options: Vec<ParamOption>,
        /// At first, by name.
        default: String,
    },
    /// Yes or no.
    Flag {
        /// At first.
        default: bool,
    },
}

/// What a choice offers.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct ParamOption {
    /// Its name in links and on the command line.
    pub name: String,
    /// Its name on the page.
    pub label: String,
    /// What it is, in a sentence; empty where the label says it.
    pub about: String,
    /// Files that are read where it is chosen, beside those of [`crate::Needs`].
    #[ts(as = "Option<Vec<String>>", optional)]
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub files: Vec<String>,
}

impl Param {
    /// A whole number from `min` to `max`.
    pub fn integer(name: &str, label: &str, help: &str, [min, max, step, default]: [i64; 4]) -> Self {
        Self::new(name, label, help, ParamKind::Integer { min, max, step, default })
    }

    /// A number from `min` to `max`.
    pub fn number(name: &str, label: &str, help: &str, [min, max, step, default]: [f64; 4]) -> Self {
        Self::new(name, label, help, ParamKind::Number { min, max, step, default, is_log: false })
    }

    /// A number from `min` to `max`, whose control moves along the logarithm.
    pub fn log_number(name: &str, label: &str, help: &str, [min, max, step, default]: [f64; 4]) -> Self {
        Self::new(name, label, help, ParamKind::Number { min, max, step, default, is_log: true })
    }

    /// One of several; `options` are `(name, label, about)`, the first is the default.
    pub fn choice(name: &str, label: &str, help: &str, options: &[(&str, &str, &str)]) -> Self {
        let option = |&(name, label, about): &(&str, &str, &str)| ParamOption {
            name: name.to_owned(),
            label: label.to_owned(),
            about: about.to_owned(),
            files: Vec::new(),
        };
        let default = options.first().map_or(String::new(), |option| option.0.to_owned());
        let options = options.iter().map(option).collect();
        Self::new(name, label, help, ParamKind::Choice { options, default })
    }

    /// Yes or no.
    pub fn flag(name: &str, label: &str, help: &str, default: bool) -> Self {
        Self::new(name, label, help, ParamKind::Flag { default })
    }

    /// The same, with files that are read only where `option` is chosen, as `folder/name` under `models/`.
    pub fn with_files(mut self, option: &str, files: &[&str]) -> Self {
        if let ParamKind::Choice { options, .. } = &mut self.kind {
            let chosen = options.iter_mut().filter(|known| known.name == option);
            chosen.for_each(|known| known.files = files.iter().map(|&file| file.to_owned()).collect());
        }
        self
    }

    /// The same with a unit.
    pub fn in_unit(self, unit: &str) -> Self {
        Self { unit: unit.to_owned(), ..self }
    }

    fn new(name: &str, label: &str, help: &str, kind: ParamKind) -> Self {
        let [name, label, help] = [name, label, help].map(str::to_owned);
        Self { name, label, help, unit: String::new(), kind }
    }
}
