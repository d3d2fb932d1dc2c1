//! Exercises that a page can check by itself.

use serde::Serialize;
use ts_rs::TS;

use crate::ExperimentReport;

/// A question with what is needed to check an answer.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Exercise {
    /// Its name, stable, for stored answers.
    pub id: String,
    /// The question, Markdown.
    pub question: String,
    /// How it is answered.
    pub kind: ExerciseKind,
    /// A first push, shown when it is asked for.
    pub hint: String,
    /// Why the answer is right, shown once it was given.
    pub why: String,
}

/// How an exercise is answered and checked.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum ExerciseKind {
    /// One of several.
    Choice {
        /// What can be chosen.
        options: Vec<String>,
        /// The right one, from 0.
        answer: usize,
    },
    /// A number.
    Number {
        /// The right one.
        answer: f64,
        /// How far off is still right.
        tolerance: f64,
        /// Its unit; empty where there is none.
        unit: String,
    },
    /// A guess before the run, which is locked until it is made; the report decides it.
    Prediction {
        /// What can be guessed, each with what a report must show for it to be right.
        options: Vec<PredictionOption>,
        /// Settings that the run needs, by name, as in a recipe; none where the defaults will do.
        params: crate::Values,
    },
    /// A setting to find, checked against the latest report.
    Setting {
        /// What is to be reached, in words.
        goal: String,
        /// The same as conditions, all of which must hold.
        conditions: Vec<Condition>,
    },
}

/// A guess.
#[derive(Clone, Debug, Serialize, TS)]
pub struct PredictionOption {
    /// In words.
    pub label: String,
    /// When it is right.
    pub condition: Condition,
}

/// A bound on a named reading of a report; both ends belong to it.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct Condition {
    /// Name of a [`crate::Reading`].
    pub reading: String,
    /// Smallest value that will do.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at_least: Option<f64>,
    /// Largest value that will do.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at_most: Option<f64>,
}

impl Condition {
    /// `reading ≥ bound`.
    pub fn at_least(reading: &str, bound: f64) -> Self {
        Self { reading: reading.to_owned(), at_least: Some(bound), at_most: None }
    }

    /// `reading ≤ bound`.
    pub fn at_most(reading: &str, bound: f64) -> Self {
        Self { reading: reading.to_owned(), at_least: None, at_most: Some(bound) }
    }

    /// `low ≤ reading ≤ high`.
    pub fn between(reading: &str, low: f64, high: f64) -> Self {
        Self { reading: reading.to_owned(), at_least: Some(low), at_most: Some(high) }
    }

    /// Whether a report shows it; `None` where it has no such reading.
    pub fn holds(&self, report: &ExperimentReport) -> Option<bool> {
        let reading = report.readings.iter().find(|reading| reading.name == self.reading)?;
        let above = self.at_least.is_none_or(|bound| reading.value >= bound);
        let below = self.at_most.is_none_or(|bound| reading.value <= bound);
        Some(above && below)
    }
}

impl Exercise {
    /// A question; `texts` are question, hint and why.
    pub fn new(id: &str, kind: ExerciseKind, [question, hint, why]: [&str; 3]) -> Self {
        let [question, hint, why] = [question, hint, why].map(str::to_owned);
        Self { id: id.to_owned(), question, kind, hint, why }
    }
}
