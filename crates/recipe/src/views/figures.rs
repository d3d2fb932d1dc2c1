//! The kinds of figures that views give.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::Caption;

/// Rows of words and numbers.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct Table {
    /// Words.
    pub caption: Caption,
    /// What the figure is about, above it.
    pub title: String,
    /// One entry a column.
    pub columns: Vec<Column>,
    /// One entry a column in each row.
    pub rows: Vec<Vec<TableValue>>,
}

/// A column of a [`Table`].
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct Column {
    /// Its name.
    pub name: String,
    /// Unit of its numbers; empty for words and plain counts. The page draws a bar beside a `probability`.
    pub unit: String,
}

/// What stands in a [`Table`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(untagged)]
pub enum TableValue {
    /// A number.
    Number(f64),
    /// A word.
    Word(String),
}

/// Numbers by two labelled axes.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct Grid {
    /// Words.
    pub caption: Caption,
    /// What the figure is about, above it.
    pub title: String,
    /// One label a row.
    pub rows: Vec<String>,
    /// One label a column.
    pub columns: Vec<String>,
    /// What the rows are, e.g. `layer`.
    pub row_axis: String,
    /// What the columns are, e.g. `head`.
    pub column_axis: String,
    /// Row-major, `rows.len() · columns.len()` numbers; absent where there is nothing to measure.
    pub values: Vec<Option<f64>>,
    /// Values at the two ends of the colour scale; around 0 for one that diverges.
    pub domain: [f64; 2],
    /// Whether colours diverge from 0.
    pub is_diverging: bool,
    /// What a cell is, for what the page offers there.
    pub cell: CellKind,
}

/// What a cell of a [`Grid`] is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum CellKind {
    /// The attention head of this layer (row) and number (column).
    Head,
    /// A layer (row) at a position of a text (column).
    Position,
    /// Anything else.
    Other,
}

/// Attention patterns of all heads of a model on one text.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct AttentionPatterns {
    /// Words; `n` counts tokens.
    pub caption: Caption,
    /// What the figure is about, above it.
    pub title: String,
    /// The text's tokens as a person reads them, special ones included.
    pub tokens: Vec<String>,
    /// Numbers of the layers that have attention, first to last.
    pub layers: Vec<usize>,
    /// Heads of each layer.
    pub n_heads: usize,
    /// Row-major `[layer, head, query, key]`. The page gets a typed array.
    #[ts(type = "Float32Array | Array<number>")]
    pub values: Vec<f32>,
}

/// What a language model wrote after a prompt.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct Continuations {
    /// Words.
    pub caption: Caption,
    /// What the figure is about, above it.
    pub title: String,
    /// What the texts begin with.
    pub prompt: String,
    /// The texts, best first.
    pub texts: Vec<Continuation>,
}

/// One text after a prompt.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct Continuation {
    /// Its new tokens.
    pub tokens: Vec<WrittenToken>,
    /// Sum of the tokens' log-probabilities, in nats.
    pub log_probability: f64,
    /// Whether its last token is the one that ends a text.
    pub has_ended: bool,
}

/// A token that was written.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct WrittenToken {
    /// The token as a person reads it.
    pub token: String,
    /// Its id.
    pub id: u32,
    /// The model's probability for it, given all before it.
    pub probability: f64,
    /// Its rank among all tokens there (1 = likeliest).
    pub rank: usize,
}

impl TableValue {
    /// The number, if it is one.
    pub fn number(&self) -> Option<f64> {
        match self {
            Self::Number(number) => Some(*number),
            Self::Word(_) => None,
        }
    }
}

impl Column {
    pub(crate) fn new(name: &str, unit: &str) -> Self {
        Self { name: name.to_owned(), unit: unit.to_owned() }
    }
}
