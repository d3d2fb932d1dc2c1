//! The weights of one model on a device, read as they are needed.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use models::{Weight, WeightRequest, Weights};
use tensor::Device;

use super::item::{Arrived, Item};
use super::reads::{Read, plan};
use super::{Checkpoint, Located};
use crate::host::{Part, Stage};
use crate::{ByteSource, Host, Result};

/// Of a table of which more than this share is needed, all is read.
const MOST_ROWS: f64 = 0.25;

/// Weights on a device, and how many of their numbers are NaN or infinite, by tensor.
#[derive(Default)]
pub struct Loaded {
    tensors: BTreeMap<String, Weight>,
    non_finite: BTreeMap<String, usize>,
}

/// What a load is for.
pub struct Wanted<'a> {
    pub requests: &'a [WeightRequest],
    /// The tokens of the texts, where they are known: of a table that is only looked up, no other rows are read.
    pub tokens: Option<&'a BTreeSet<u32>>,
}

impl Loaded {
    /// Reads what is wanted and not here yet, in the order of the files' bytes. What has arrived stays when the job is
    /// cancelled.
    pub async fn load<S: ByteSource>(
        &mut self,
        wanted: &Wanted<'_>,
        checkpoint: &Checkpoint<S>,
        device: &Device,
        host: &mut impl Host,
        part: Part,
    ) -> Result<()> {
        let mut items = self.missing(wanted, checkpoint)?;
        let n_all: u64 = items.iter().map(Item::n_bytes).sum();
        let mut n_done = 0;
        let mut stage = Stage::start(host, "reading weights", part);
        stage.step_bytes(0, n_all).await?;
        let mut open: Vec<usize> = (0..items.len()).collect();
        while !open.is_empty() {
            for &at in &open {
                let (start, n_bytes) = (items[at].info.bytes.start, items[at].n_bytes());
                if n_bytes == 0
                    && let Some(arrived) = items[at].push(start, &[], device)?
                {
                    self.keep(&items[at], arrived)?;
                }
            }
            for (source, read) in reads(&items, &open, checkpoint) {
                let bytes = source.read(read.bytes.start, read.bytes.end - read.bytes.start).await?;
                for (at, piece) in read.pieces {
                    let place = |byte: u64| (byte - read.bytes.start) as usize;
                    let piece_bytes = &bytes[place(piece.start)..place(piece.end)];
                    if let Some(arrived) = items[at].push(piece.start, piece_bytes, device)? {
                        self.keep(&items[at], arrived)?;
                    }
                    n_done += piece.end - piece.start;
                }
                stage.step_bytes(n_done.min(n_all), n_all).await?;
            }
            open.retain(|&at| items[at].begins_anew());
        }
        Ok(())
    }

    /// What is still to be read. Errors on a tensor that is needed and absent, or of another shape.
    pub fn missing<'a, S: ByteSource>(
        &self,
        wanted: &Wanted<'a>,
        checkpoint: &'a Checkpoint<S>,
    ) -> Result<Vec<Item<'a>>> {
        let mut items = Vec::new();
        for Located { request, part, info, is_whole } in checkpoint.locate(wanted.requests)? {
            let rows = match wanted.tokens.filter(|_| !is_whole) {
                Some(tokens) => self.rows_to_read(&request.name, info.shape[0], tokens),
                None => None,
            };
            let is_here = match (&rows, self.tensors.get(&request.name)) {
                (Some(rows), _) => rows.is_empty(),
                (None, here) => here.is_some_and(|weight| !matches!(weight, Weight::Rows(_))),
            };
            if !is_here {
                items.push(Item::new(request, info, part, rows));
            }
        }
        Ok(items)
    }

    /// The rows of a table that are not here; `None` where all of it is to be read.
    fn rows_to_read(&self, name: &str, n_rows: usize, tokens: &BTreeSet<u32>) -> Option<Vec<u32>> {
        // One that the table lacks is refused by the model, which says so.
        let within = tokens.iter().copied().filter(|&token| (token as usize) < n_rows);
        match self.tensors.get(name) {
            Some(Weight::Rows(here)) => {
                let rows: Vec<u32> = within.filter(|&row| !here.has(row)).collect();
                let n = rows.len() + here.table().shape()[0];
                (n as f64 <= MOST_ROWS * n_rows as f64).then_some(rows)
            }
            Some(_) => Some(Vec::new()),
            None => {
                let rows: Vec<u32> = within.collect();
                (rows.len() as f64 <= MOST_ROWS * n_rows as f64).then_some(rows)
            }
        }
    }

    fn keep(&mut self, item: &Item<'_>, (weight, n_bad): Arrived) -> Result<()> {
        let name = &item.request.name;
        if n_bad > 0 {
            *self.non_finite.entry(name.clone()).or_default() += n_bad;
        }
        let weight = match (self.tensors.remove(name), weight) {
            (Some(Weight::Rows(here)), Weight::Rows(more)) => here.joined(&more)?.into(),
            (_, weight) => weight,
        };
        self.tensors.insert(name.clone(), weight);
        Ok(())
    }

    /// The weights as the models crate takes them; shares the tensors.
    pub fn weights(&self) -> Weights {
        let mut weights = Weights::default();
        for (name, weight) in &self.tensors {
            weights.insert(name, weight.clone());
        }
        weights
    }

    /// A sentence for each tensor with NaN or infinite numbers, at most five and a count.
    pub fn warnings(&self) -> Vec<String> {
        let total: usize = self.non_finite.values().sum();
        let mut sentences: Vec<String> = self
            .non_finite
            .iter()
            .take(5)
            .map(|(name, n)| format!("The weights {name} hold {n} numbers that are NaN or infinite."))
            .collect();
        if self.non_finite.len() > 5 {
            sentences.push(format!(
                "In all, {total} weights in {} tensors are NaN or infinite.",
                self.non_finite.len()
            ));
        }
        sentences
    }
}

/// The reads that the open items need, file by file.
fn reads<'c, S: ByteSource>(
    items: &[Item<'_>],
    open: &[usize],
    checkpoint: &'c Checkpoint<S>,
) -> Vec<(&'c S, Read)> {
    let mut all = Vec::new();
    for (part, source) in checkpoint.sources().enumerate() {
        let of_part = open.iter().filter(|&&at| items[at].part == part);
        let stretches: Vec<(usize, Range<u64>)> = of_part
            .flat_map(|&at| items[at].stretches().into_iter().map(move |stretch| (at, stretch)))
            .collect();
        let step_bytes = |at: usize| items[at].info.step_bytes();
        all.extend(plan(stretches, step_bytes).into_iter().map(|read| (source, read)));
    }
    all
}
