//! Interventions: what a forward pass does to the value at a site before it goes on.

use tensor::Tensor;

use crate::{Axis, Error, Result, Site};

/// A change of the value at one site.
#[derive(Clone, Debug)]
pub struct Intervention {
    /// The site's full name (see [`crate::resolve_site`]).
    pub site: String,
    /// Where in the value; everywhere by default.
    pub place: Place,
    /// What becomes of it there.
    pub change: Change,
}

/// A part of a site's value: those numbers whose position, head and unit are all among the named ones.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// Token positions, of a text or of an image that is read as tokens (queries, in an attention pattern), counted from
    /// its beginning.
    pub positions: Option<Vec<usize>>,
    /// Attention heads.
    pub heads: Option<Vec<usize>>,
    /// Entries of the last axis (the residual stream's dimensions, neurons); channels of a feature map.
    pub units: Option<Vec<usize>>,
}

/// What a value is changed to.
#[derive(Clone, Debug)]
pub enum Change {
    /// Ablation to zero.
    Zero,
    /// Ablation to the mean over this run's positions (text) or images.
    Mean,
    /// Another value, often the one that another run had there (activation patching; Meng et al. 2022), or the mean over
    /// a data set. Must broadcast to the site's value.
    Replace(Tensor),
    /// Adds a vector (steering; Turner et al. 2023). Must broadcast to the site's value.
    Add(Tensor),
    /// Multiplies.
    Scale(f32),
}

impl Intervention {
    /// A change of the whole value at a site.
    pub fn everywhere(site: &str, change: Change) -> Self {
        Self { site: site.to_owned(), place: Place::default(), change }
    }

    /// A change of some heads' part of the value at a site.
    pub fn at_heads(site: &str, heads: &[usize], change: Change) -> Self {
        let place = Place { heads: Some(heads.to_vec()), ..Place::default() };
        Self { site: site.to_owned(), place, change }
    }

    /// A change at some token positions.
    pub fn at_positions(site: &str, positions: &[usize], change: Change) -> Self {
        let place = Place { positions: Some(positions.to_vec()), ..Place::default() };
        Self { site: site.to_owned(), place, change }
    }

    /// The value with which the pass goes on. Errors when the place is not in the value, or another value does not fit. Of a
    /// text that is read piece by piece, `start` is the position of the first token of this piece; positions in other pieces
    /// have been or will be theirs.
    pub(crate) fn apply(&self, site: &Site, value: &Tensor, start: Option<usize>) -> Result<Tensor> {
        let changed = match &self.change {
            Change::Zero => Tensor::full(0.0, value.shape(), &value.device())?,
            // Positions and images are the first axis that is not a head.
            Change::Mean => {
                let over =
                    usize::from(matches!(site.axes[0], Axis::Head(_)) && value.rank() == site.axes.len());
                value.mean(over)?.unsqueeze(over)?.broadcast_to(value.shape())?
            }
            Change::Replace(other) => self.fit(other, value, site, start.unwrap_or(0))?,
            Change::Add(other) => value.add(&self.fit(other, value, site, start.unwrap_or(0))?)?,
            Change::Scale(factor) => value.scale(*factor)?,
        };
        match self.mask(site, value, start)? {
            None => Ok(changed),
            Some(mask) => Ok(mask.select(&changed, value)?),
        }
    }

    /// The other value in the shape of the site's; of one of the whole text so far, the part that belongs to these tokens.
    fn fit(&self, other: &Tensor, value: &Tensor, site: &Site, start: usize) -> Result<Tensor> {
        let mut other = other.clone();
        if let Some(dim) = site.axes.iter().position(|axis| *axis == Axis::Pos) {
            let n_pos = value.shape()[dim];
            if start > 0 && other.rank() == value.rank() && other.shape()[dim] == start + n_pos {
                other = other.slice(dim, start, n_pos)?;
            }
        }
        other.broadcast_to(value.shape()).map_err(|_| {
            Error::Input(format!(
                "The intervention at {} brings a value {:?}, which does not fit the site's {:?}. Take it from a run of the same length.",
                self.site,
                other.shape(),
                value.shape()
            ))
        })
    }

    /// 1 where the change happens, in a shape that broadcasts to the value's; `None` for everywhere.
    fn mask(&self, site: &Site, value: &Tensor, start: Option<usize>) -> Result<Option<Tensor>> {
        let Place { positions, heads, units } = &self.place;
        // Images have a leading batch that the axes do not count.
        let lead = value.rank() - site.axes.len();
        let is_position = |axis: &Axis| matches!(axis, Axis::Pos | Axis::Unit { name: "token", .. });
        let position = site.axes.iter().position(is_position);
        let head = site.axes.iter().position(|axis| matches!(axis, Axis::Head(_)));
        let unit = match site.axes.iter().position(|axis| matches!(axis, Axis::Channel(_))) {
            Some(channel) => Some(channel),
            None => site.axes.iter().rposition(|axis| matches!(axis, Axis::Unit { .. })),
        };
        let mut mask: Option<Tensor> = None;
        for (what, chosen, dim) in
            [("positions", positions, position), ("heads", heads, head), ("units", units, unit)]
        {
            let Some(chosen) = chosen else { continue };
            let Some(dim) = dim.map(|dim| dim + lead) else {
                return Err(Error::Input(format!(
                    "The intervention at {} names {what}, and that site has none.",
                    self.site
                )));
            };
            let piece = start.filter(|_| what == "positions");
            let size = value.shape()[dim];
            if let Some(beyond) = chosen.iter().find(|&&at| piece.is_none() && at >= size) {
                return Err(Error::Input(format!(
                    "The intervention at {} names {beyond} among its {what}; there are {size}, counted from 0.",
                    self.site
                )));
            }
            let first = piece.unwrap_or(0);
            let mut marks = vec![0.0; size];
            chosen
                .iter()
                .filter(|&&at| (first..first + size).contains(&at))
                .for_each(|&at| marks[at - first] = 1.0);
            let mut shape = vec![1; value.rank()];
            shape[dim] = size;
            let here = Tensor::from_vec(marks, &shape, &value.device())?;
            mask = Some(match mask {
                Some(mask) => mask.mul(&here)?,
                None => here,
            });
        }
        Ok(mask)
    }
}
