//! Weights by checkpoint name: what a question needs, and what was loaded.

use std::collections::BTreeMap;

use tensor::Tensor;

use crate::near::near_sentence;
use crate::{Error, Result, Weight, WeightEdit};

/// One tensor that the asked-for sites need.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WeightRequest {
    /// The name under which [`Weights`] must hold it.
    pub name: String,
    /// Other names that checkpoints use for it (a missing or an added prefix, an old spelling).
    pub alternatives: Vec<String>,
    /// The shape that the configuration gives it.
    pub shape: Vec<usize>,
    /// True when the model can do without it: an output head, in whose place the embedding serves when it is absent.
    pub is_optional: bool,
    /// True when only rows of it are looked up, by the tokens of a text (see [`crate::Rows`]).
    pub is_table: bool,
}

impl WeightRequest {
    /// A request under one name.
    pub(crate) fn new(name: impl Into<String>, shape: &[usize]) -> Self {
        Self {
            name: name.into(),
            alternatives: Vec::new(),
            shape: shape.to_vec(),
            is_optional: false,
            is_table: false,
        }
    }

    /// The same tensor, of which rows are looked up.
    pub(crate) fn looked_up(self) -> Self {
        Self { is_table: true, ..self }
    }

    /// The requests, each tensor once: where it is first needed, and whole where anyone needs it so.
    pub fn merged(requests: Vec<Self>) -> Vec<Self> {
        let mut merged: Vec<Self> = Vec::new();
        for request in requests {
            match merged.iter_mut().find(|known| known.name == request.name) {
                Some(known) => known.is_table &= request.is_table,
                None => merged.push(request),
            }
        }
        merged
    }

    /// The name by which a checkpoint that holds `present` has this tensor: the first of `name` and
    /// `alternatives` that is there. `None` when it is optional and absent; an error with near names
    /// when it is needed and absent.
    pub fn locate<'p>(&self, present: &[&'p str]) -> Result<Option<&'p str>> {
        let mut spellings = std::iter::once(&self.name).chain(&self.alternatives);
        let found = spellings.find_map(|spelling| present.iter().copied().find(|name| name == spelling));
        if found.is_some() || self.is_optional {
            return Ok(found);
        }
        Err(Error::MissingWeight {
            name: self.name.clone(),
            shape: self.shape.clone(),
            present: present.len(),
            place: "the checkpoint holds",
            near: near_sentence(&self.name, present.iter().copied()),
        })
    }

    /// Numbers in the tensor.
    pub fn count(&self) -> usize {
        self.shape.iter().fold(1, |product: usize, &size| product.saturating_mul(size))
    }
}

/// Loaded weights by the names of their [`WeightRequest`]s.
#[derive(Clone, Debug, Default)]
pub struct Weights(BTreeMap<String, Weight>);

impl Weights {
    /// Adds a weight under the name of its request; replaces an earlier one.
    pub fn insert(&mut self, name: &str, weight: impl Into<Weight>) {
        self.0.insert(name.to_owned(), weight.into());
    }

    /// Whether a tensor of that name was loaded.
    pub fn contains(&self, name: &str) -> bool {
        self.0.contains_key(name)
    }

    /// The tensor of that name as f32. Errors as [`Weights::weight`].
    pub fn get(&self, name: &str, shape: &[usize]) -> Result<Tensor> {
        self.weight(name, shape)?.wide()
    }

    /// A dense layer, `name.weight` `[n_out, n_in]` and perhaps `name.bias`: `[…, n_in]` → `[…, n_out]`.
    pub(crate) fn dense(&self, x: &Tensor, name: &str, shape: [usize; 2], has_bias: bool) -> Result<Tensor> {
        let out = self.weight(&format!("{name}.weight"), &shape)?.linear(x)?;
        if !has_bias {
            return Ok(out);
        }
        Ok(out.add(&self.get(&format!("{name}.bias"), &shape[..1])?)?)
    }

    /// The weight of that name as it is held. Errors when it was not loaded (near names) or has another shape than
    /// `shape`.
    pub fn weight(&self, name: &str, shape: &[usize]) -> Result<Weight> {
        let Some(weight) = self.0.get(name) else {
            return Err(Error::MissingWeight {
                name: name.to_owned(),
                shape: shape.to_vec(),
                present: self.0.len(),
                place: "were loaded",
                near: near_sentence(name, self.0.keys().map(String::as_str)),
            });
        };
        if weight.shape() == shape {
            return Ok(weight.clone());
        }
        let (name, expected) = (name.to_owned(), shape.to_vec());
        Err(Error::WeightShape { name, expected, found: weight.shape() })
    }

    /// Puts an edited copy, as f32, in the place of a weight; what it was copied from stays as it is, for whoever holds it. A tensor
    /// that was not loaded is not needed, and its edit changes nothing.
    pub fn edit(&mut self, edit: &WeightEdit) -> Result<()> {
        if let Some(weight) = self.0.get_mut(&edit.weight) {
            *weight = edit.apply(&weight.wide()?)?.into();
        }
        Ok(())
    }

    /// Checks the loaded tensors among `requests` for shape and device, before any forward pass.
    pub(crate) fn check(&self, requests: &[WeightRequest], device: &tensor::Device) -> Result<()> {
        for request in requests {
            if !self.contains(&request.name) {
                continue;
            }
            let found = self.weight(&request.name, &request.shape)?.device();
            if !found.is_same(device) {
                let (op, left, right) = ("build", device.describe(), found.describe());
                return Err(tensor::Error::Device { op, left, right }.into());
            }
        }
        Ok(())
    }
}
