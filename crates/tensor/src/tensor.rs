//! The tensor: a handle to a node of the graph.

use std::rc::Rc;

use crate::element::{Binary, Unary};
use crate::exec::{Buffer, download, upload};
use crate::graph::{Node, Source, View, evaluate};
use crate::shape::count;
use crate::{Device, Error, Result};

/// An f32 n-d array on one device. An op only notes what is to be done; numbers are computed when
/// they are read, all that is asked for together ([`Tensor::evaluate_all`]). Cloning shares the
/// numbers; ops never change them in place.
#[derive(Clone)]
pub struct Tensor {
    pub(crate) node: Rc<Node>,
}

impl Tensor {
    /// A tensor from row-major numbers. Errors when `data.len()` is not the product of `shape`.
    pub fn from_vec(data: Vec<f32>, shape: &[usize], device: &Device) -> Result<Self> {
        if data.len() != count(shape) {
            return Err(Error::shape(
                "from_vec",
                format!("{} numbers for shape {shape:?}", count(shape)),
                format!("{} numbers", data.len()),
            ));
        }
        let value = upload(data, device)?;
        Ok(Self::from_buffer(value, shape, device, false))
    }

    /// A tensor of one repeated value; takes no memory until something needs it in a buffer.
    pub fn full(value: f32, shape: &[usize], device: &Device) -> Result<Self> {
        Self::pending(Source::Constant(value), &[], device)?.broadcast_to(shape)
    }

    /// One number, shape `[]`, that may differ each time the same graph runs (a learning rate, a
    /// count of steps), so that the plan made for the graph is used again. [`Tensor::full`] fixes it.
    pub fn scalar(value: f32, device: &Device) -> Result<Self> {
        Self::pending(Source::Scalar(value), &[], device)
    }

    /// 0, 1, 2, … in row-major order. Exact up to 2²⁴.
    pub fn index(shape: &[usize], device: &Device) -> Result<Self> {
        Self::pending(Source::Index, shape, device)
    }

    /// Uniform numbers in [0, 1), the same on every device: element i is the first word of
    /// Threefry-2x32-20 (Salmon et al. 2011) with this key and counter i, shifted to 24 bits.
    pub fn random_uniform(key: [u32; 2], shape: &[usize], device: &Device) -> Result<Self> {
        Self::pending(Source::Random(key), shape, device)
    }

    /// The same numbers as the start of a differentiable computation: gradients with respect to it
    /// can be asked for ([`crate::gradients`]).
    pub fn parameter(&self) -> Result<Self> {
        evaluate(std::slice::from_ref(self), &[])?;
        let value = self.node.value().ok_or_else(|| Error::Cpu("a parameter has no numbers".to_owned()))?;
        Ok(Self::from_buffer(value, self.shape(), &self.device(), true))
    }

    /// The same numbers, through which no gradient flows ("stop gradient").
    pub fn detach(&self) -> Result<Self> {
        Self::pending(Source::View(View::Detach, self.clone()), self.shape(), &self.device())
    }

    pub(crate) fn from_buffer(value: Buffer, shape: &[usize], device: &Device, is_tracked: bool) -> Self {
        Self { node: Rc::new(Node::known(value, shape.to_vec(), device.clone(), is_tracked)) }
    }

    /// A tensor still to be computed. An error here is one of size: nothing runs yet.
    pub(crate) fn pending(source: Source, shape: &[usize], device: &Device) -> Result<Self> {
        device.check_size(source.name(), shape)?;
        Ok(Self { node: Rc::new(Node::pending(source, shape.to_vec(), device.clone())) })
    }

    pub(crate) fn unary(&self, function: Unary) -> Result<Self> {
        Self::pending(Source::Unary(function, self.clone()), self.shape(), &self.device())
    }

    /// Broadcasts both to one shape.
    pub(crate) fn binary(&self, op: &'static str, function: Binary, other: &Self) -> Result<Self> {
        check_same_device(op, &[self, other])?;
        let shape = crate::shape::broadcast(op, self.shape(), other.shape())?;
        let (a, b) = (self.broadcast_to(&shape)?, other.broadcast_to(&shape)?);
        Self::pending(Source::Binary(function, a, b), &shape, &self.device())
    }

    /// Sizes of the dimensions; `[]` for a scalar.
    pub fn shape(&self) -> &[usize] {
        &self.node.shape
    }

    /// Number of dimensions.
    pub fn rank(&self) -> usize {
        self.node.shape.len()
    }

    /// Number of elements.
    pub fn count(&self) -> usize {
        count(&self.node.shape)
    }

    /// Where the numbers live.
    pub fn device(&self) -> Device {
        self.node.device.clone()
    }

    /// Enqueues the work for all of `tensors` at once, so that what they share is computed once.
    /// Reading one back evaluates it alone.
    pub fn evaluate_all(tensors: &[Tensor]) -> Result<()> {
        evaluate(tensors, &[])
    }

    /// As [`Tensor::evaluate_all`], where the caller will drop the handles in `given` (each listed once)
    /// and nobody reads through them any more: tensors that nothing else holds are freed after their last
    /// use, or written over, so that an update of parameters takes no memory beside them. Reading such a
    /// tensor after all errs. When the run fails, what it had not yet freed is as it was.
    pub fn evaluate_all_giving(tensors: &[Tensor], given: &[&Tensor]) -> Result<()> {
        evaluate(tensors, given)
    }

    /// Reads the numbers back in row-major order. The only async step: on the GPU it waits for
    /// all that was enqueued before.
    pub async fn to_vec(&self) -> Result<Vec<f32>> {
        if self.count() == 0 {
            return Ok(Vec::new());
        }
        evaluate(std::slice::from_ref(self), &[])?;
        match self.node.value() {
            Some(value) => download(&value, self.count()).await,
            None => Err(Error::Cpu("an evaluated tensor has no numbers".to_owned())),
        }
    }

    /// Copies to `device` (through the host when the devices differ).
    pub async fn to_device(&self, device: &Device) -> Result<Self> {
        if self.device().is_same(device) {
            return Ok(self.clone());
        }
        Self::from_vec(self.to_vec().await?, self.shape(), device)
    }

    /// Fails unless `dim` is one of this tensor's dimensions.
    pub(crate) fn check_dim(&self, op: &'static str, dim: usize) -> Result<()> {
        if dim < self.rank() {
            return Ok(());
        }
        Err(Error::shape(op, format!("a dimension below {}", self.rank()), format!("dimension {dim}")))
    }
}

/// Fails unless all tensors live on one device.
pub(crate) fn check_same_device(op: &'static str, tensors: &[&Tensor]) -> Result<()> {
    let Some((first, rest)) = tensors.split_first() else { return Ok(()) };
    match rest.iter().find(|other| !other.node.device.is_same(&first.node.device)) {
        None => Ok(()),
        Some(other) => {
            Err(Error::Device { op, left: first.device().describe(), right: other.device().describe() })
        }
    }
}

impl std::fmt::Debug for Tensor {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Tensor{:?} on {:?}", self.shape(), self.device())
    }
}
