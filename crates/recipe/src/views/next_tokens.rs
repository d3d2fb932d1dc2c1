//! The likeliest next tokens after a prompt.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::words::{percent, quoted};
use super::{Column, Reader, Table, TableValue, check_number};
use crate::host::Part;
use crate::{ByteSource, Caption, Figure, Host, Result, Session};

/// Most rows.
const MOST_TOKENS: usize = 200;

/// Settings of the table of next tokens.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NextTokens {
    /// What the text begins with.
    pub prompt: String,
    /// How many tokens are listed, 1 to 200.
    pub n: usize,
}

impl NextTokens {
    /// A table of rank, token, id, probability and log-probability. Errors on a model that predicts no next token. Cost:
    /// a forward pass.
    pub(super) async fn run<S: ByteSource>(
        &self,
        session: &mut Session<S>,
        reader: Reader<'_>,
        host: &mut impl Host,
        part: Part,
    ) -> Result<Vec<Figure>> {
        check_number("the number of next tokens to list", self.n, 1, MOST_TOKENS)?;
        session.check_writes()?;
        let ids = reader.encode(session, &self.prompt)?;
        let next = session.next_tokens_within(&ids, self.n, host, part).await?;
        let vocabulary = reader.vocabulary()?;
        let named: Vec<(String, u32, f64)> =
            next.iter().map(|&(id, probability)| (vocabulary.piece(id), id, probability)).collect();
        Ok(vec![Figure::Table(self.describe(&named, ids.len()))])
    }

    fn describe(&self, next: &[(String, u32, f64)], n_tokens: usize) -> Table {
        let after = quoted(&self.prompt);
        let listed: Vec<String> = next
            .iter()
            .take(3)
            .map(|(token, _, probability)| format!("{} ({})", quoted(token), percent(*probability)))
            .collect();
        let all: f64 = next.iter().map(|(.., probability)| probability).sum();
        let finding = match listed.as_slice() {
            [first, second, rest @ ..] => {
                let third = rest.first().map_or(String::new(), |third| format!(" and {third}"));
                format!(
                    "After {after} the likeliest next token is {first}, then {second}{third}; the {} listed hold {}.",
                    next.len(),
                    percent(all)
                )
            }
            [only] => format!("After {after} the likeliest next token is {only}."),
            [] => format!("After {after} no token follows."),
        };
        let alt =
            format!("Table of the {} likeliest next tokens with their probabilities. {finding}", next.len());
        let row = |(i, (token, id, probability)): (usize, &(String, u32, f64))| {
            vec![
                TableValue::Number((i + 1) as f64),
                TableValue::Word(token.clone()),
                TableValue::Number(f64::from(*id)),
                TableValue::Number(*probability),
                TableValue::Number(probability.ln()),
            ]
        };
        Table {
            caption: Caption {
                id: "next_tokens".to_owned(),
                finding,
                about: format!(
                    "Softmax of the logits at the last of the prompt's {n_tokens} tokens, over the whole vocabulary."
                ),
                unit: "probability".to_owned(),
                n: 1,
                alt,
            },
            title: format!("What comes next after {after}"),
            columns: vec![
                Column::new("rank", ""),
                Column::new("token", ""),
                Column::new("id", ""),
                Column::new("probability", "probability"),
                Column::new("log-probability", "nats"),
            ],
            rows: next.iter().enumerate().map(row).collect(),
        }
    }
}
