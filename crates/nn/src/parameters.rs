//! The numbers of a network's parameters on a device.

use std::rc::Rc;

use tensor::{Device, Tensor, fold_key, gradients};

use crate::{Error, ParameterList, Result, Slot};

/// The parameters of `n_nets` networks of one kind (most often one). All numbers that are trained lie
/// in one buffer `[n_nets, n_trained]`, so that an optimiser's step is one kernel however many
/// parameters there are; layers see views of it. An update makes a new value of this type.
#[derive(Clone)]
pub struct Parameters {
    list: Rc<ParameterList>,
    n_nets: Option<usize>,
    trained: Tensor,
    frozen: Option<Tensor>,
    views: Vec<Tensor>,
    key: Option<[u32; 2]>,
}

impl Parameters {
    /// One network; its numbers follow from `seed` and the parameters' names.
    pub fn initialise(list: &ParameterList, seed: u64, device: &Device) -> Result<Self> {
        Self::draw(list, None, &[seed], device)
    }

    /// As many networks as seeds, computed as one: every parameter has a leading dimension. Network k
    /// starts as [`Parameters::initialise`] does with seed k.
    pub fn initialise_many(list: &ParameterList, seeds: &[u64], device: &Device) -> Result<Self> {
        Self::draw(list, Some(seeds.len()), seeds, device)
    }

    fn draw(list: &ParameterList, n_nets: Option<usize>, seeds: &[u64], device: &Device) -> Result<Self> {
        let numbers: Vec<Vec<f32>> = (0..list.entries().len())
            .map(|slot| {
                let of_nets: Vec<Vec<f32>> =
                    seeds.iter().map(|&seed| list.draw(slot, seed)).collect::<Result<_>>()?;
                Ok(of_nets.concat())
            })
            .collect::<Result<_>>()?;
        Self::from_numbers(list, n_nets, &numbers, device)
    }

    /// From the numbers of each parameter in the list's order, `[n_nets, …shape]` row by row;
    /// `n_nets` is `None` for a single network.
    pub fn from_numbers(
        list: &ParameterList,
        n_nets: Option<usize>,
        numbers: &[Vec<f32>],
        device: &Device,
    ) -> Result<Self> {
        let rows = n_nets.unwrap_or(1);
        let fits = |(entry, numbers): (&crate::Entry, &Vec<f32>)| numbers.len() == rows * entry.count();
        if numbers.len() != list.entries().len() || !list.entries().iter().zip(numbers).all(fits) {
            return Err(Error::setting("parameters", "as many numbers as each shape has", "others"));
        }
        let join = |is_frozen: bool| {
            let parts =
                || list.entries().iter().zip(numbers).filter(|(entry, _)| entry.is_frozen == is_frozen);
            let width: usize = parts().map(|(entry, _)| entry.count()).sum();
            let mut joined = Vec::with_capacity(rows * width);
            for row in 0..rows {
                for (entry, numbers) in parts() {
                    joined.extend_from_slice(&numbers[row * entry.count()..][..entry.count()]);
                }
            }
            Tensor::from_vec(joined, &[rows, width], device)
        };
        Self::from_buffers(Rc::new(list.clone()), n_nets, &join(false)?, &join(true)?)
    }

    /// From the joined numbers that are trained and those that are frozen.
    fn from_buffers(
        list: Rc<ParameterList>,
        n_nets: Option<usize>,
        trained: &Tensor,
        frozen: &Tensor,
    ) -> Result<Self> {
        if trained.count() == 0 {
            return Err(Error::setting("parameters", "at least one number to train", "none"));
        }
        let trained = trained.parameter()?;
        let frozen = (frozen.count() > 0).then(|| frozen.clone());
        let mut made = Self { list, n_nets, trained, frozen, views: Vec::new(), key: None };
        made.see()?;
        Ok(made)
    }

    /// Cuts the buffers into views.
    fn see(&mut self) -> Result<()> {
        let mut starts = [0, 0];
        let mut views = Vec::with_capacity(self.list.entries().len());
        for entry in self.list.entries() {
            let start = &mut starts[usize::from(entry.is_frozen)];
            let buffer = if entry.is_frozen { self.frozen.as_ref() } else { Some(&self.trained) };
            let Some(buffer) = buffer else {
                return Err(Error::setting("parameters", "numbers for frozen parameters", "none"));
            };
            let shape: Vec<usize> = self.n_nets.iter().copied().chain(entry.shape.iter().copied()).collect();
            views.push(buffer.slice(1, *start, entry.count())?.reshape(&shape)?);
            *start += entry.count();
        }
        self.views = views;
        Ok(())
    }

    /// One parameter: its shape, after `n_nets` where there are many networks.
    pub fn get(&self, slot: Slot) -> Result<&Tensor> {
        let found = format!("parameter {} of {}", slot.0, self.views.len());
        self.views.get(slot.0).ok_or_else(|| Error::setting("parameters", "a slot of this list", found))
    }

    /// One parameter by name.
    pub fn named(&self, name: &str) -> Result<&Tensor> {
        self.get(self.list.find(name)?)
    }

    /// What the parameters are.
    pub fn list(&self) -> &ParameterList {
        &self.list
    }

    /// How many networks there are, where they are computed as one.
    pub fn n_nets(&self) -> Option<usize> {
        self.n_nets
    }

    /// Where the numbers live.
    pub fn device(&self) -> Device {
        self.trained.device()
    }

    /// All numbers that are trained, `[n_nets, n_trained]` (one row for a single network), through
    /// which no gradient flows.
    pub fn trained(&self) -> Result<Tensor> {
        Ok(self.trained.detach()?)
    }

    /// The gradient of `loss` (one number) in the layout of [`Parameters::trained`].
    pub fn gradient(&self, loss: &Tensor) -> Result<Tensor> {
        let views: Vec<&Tensor> = self
            .views
            .iter()
            .zip(self.list.entries())
            .filter(|(_, entry)| !entry.is_frozen)
            .map(|v| v.0)
            .collect();
        let rows = self.n_nets.unwrap_or(1);
        let parts: Vec<Tensor> = gradients(loss, &views)?
            .iter()
            .map(|gradient| Ok(gradient.reshape(&[rows, gradient.count() / rows])?))
            .collect::<Result<_>>()?;
        Ok(Tensor::concat(&parts.iter().collect::<Vec<_>>(), 1)?.detach()?)
    }

    /// The same network with other numbers, in the layout of [`Parameters::trained`].
    pub fn updated(&self, trained: &Tensor) -> Result<Self> {
        if trained.shape() != self.trained.shape() {
            let (expected, found) = (format!("{:?}", self.trained.shape()), format!("{:?}", trained.shape()));
            return Err(Error::setting("parameters", expected, found));
        }
        let mut updated = Self { trained: trained.parameter()?, ..self.clone() };
        updated.see()?;
        Ok(updated)
    }

    /// The same numbers with other parameters frozen: those that `is_frozen` picks by name.
    pub fn frozen(&self, is_frozen: impl Fn(&str) -> bool) -> Result<Self> {
        let mut list = ParameterList::clone(&self.list);
        list.freeze(is_frozen);
        let rows = self.n_nets.unwrap_or(1);
        let join = |is_frozen: bool| {
            let of = |(view, _): (&Tensor, &crate::Entry)| {
                Ok(view.detach()?.reshape(&[rows, view.count() / rows])?)
            };
            let chosen = self.views.iter().zip(list.entries()).filter(|(_, e)| e.is_frozen == is_frozen);
            let parts: Vec<Tensor> = chosen.map(of).collect::<Result<_>>()?;
            match parts.as_slice() {
                [] => Ok(Tensor::full(0.0, &[rows, 0], &self.device())?),
                parts => Ok::<_, Error>(Tensor::concat(&parts.iter().collect::<Vec<_>>(), 1)?),
            }
        };
        let (trained, frozen) = (join(false)?, join(true)?);
        Tensor::evaluate_all(&[trained.clone(), frozen.clone()])?;
        Self::from_buffers(Rc::new(list), self.n_nets, &trained, &frozen)
    }

    /// One number for each trained parameter, spread over its elements: `[1, n_trained]`, which
    /// broadcasts to [`Parameters::trained`]. For learning rates and weight decay by parameter.
    pub fn spread(&self, value: impl Fn(&str) -> f32) -> Result<Tensor> {
        let trained = self.list.entries().iter().filter(|entry| !entry.is_frozen);
        let row: Vec<f32> =
            trained.flat_map(|entry| std::iter::repeat_n(value(&entry.name), entry.count())).collect();
        let width = row.len();
        Ok(Tensor::from_vec(row, &[1, width], &self.device())?)
    }

    /// Tensors by name, in the layout of [`Parameters::trained`]; 1 where `masks` has none. A mask has
    /// the shape of its parameter in one network, or with the leading dimension of many.
    pub async fn masks(&self, masks: &[(&str, Tensor)]) -> Result<Tensor> {
        let rows = self.n_nets.unwrap_or(1);
        let mut parts = vec![None; self.list.entries().len()];
        for (name, mask) in masks {
            let slot = self.list.find(name)?;
            let stretched = mask.broadcast_to(self.get(slot)?.shape())?;
            parts[slot.0] = Some(stretched.to_device(&self.device()).await?);
        }
        let mut joined = Vec::new();
        for (entry, part) in self.list.entries().iter().zip(&parts).filter(|(entry, _)| !entry.is_frozen) {
            let shape = [rows, entry.count()];
            joined.push(match part {
                Some(mask) => mask.reshape(&shape)?,
                None => Tensor::full(1.0, &shape, &self.device())?,
            });
        }
        let joined = Tensor::concat(&joined.iter().collect::<Vec<_>>(), 1)?;
        Tensor::evaluate_all(std::slice::from_ref(&joined))?;
        Ok(joined)
    }

    /// The same numbers during step `step` of a training: layers that draw (dropout) draw from this key.
    pub(crate) fn for_step(&self, seed: u64, step: u64) -> Self {
        let key = fold_key([seed as u32, (seed >> 32) as u32], 0x7374_6570); // "step"
        let key = fold_key(fold_key(key, step as u32), (step >> 32) as u32);
        Self { key: Some(key), ..self.clone() }
    }

    /// All handles that this value has of numbers that are trained, for who will drop it.
    pub(crate) fn handles(&self) -> Vec<&Tensor> {
        std::iter::once(&self.trained).chain(&self.views).collect()
    }

    /// What layers draw from; `None` outside of training, where they draw nothing.
    pub fn key(&self) -> Option<[u32; 2]> {
        self.key
    }

    /// The numbers of each parameter, in the list's order, `[n_nets, …shape]` row by row.
    pub async fn to_numbers(&self) -> Result<Vec<Vec<f32>>> {
        let rows = self.n_nets.unwrap_or(1);
        let trained = self.trained.to_vec().await?;
        let frozen = match &self.frozen {
            Some(frozen) => frozen.to_vec().await?,
            None => Vec::new(),
        };
        let mut starts = [0, 0];
        let mut numbers = Vec::with_capacity(self.list.entries().len());
        for entry in self.list.entries() {
            let buffer = if entry.is_frozen { &frozen } else { &trained };
            let start = &mut starts[usize::from(entry.is_frozen)];
            let width = buffer.len() / rows;
            let of_net = |net: usize| &buffer[net * width + *start..][..entry.count()];
            numbers.push((0..rows).map(of_net).collect::<Vec<_>>().concat());
            *start += entry.count();
        }
        Ok(numbers)
    }
}
