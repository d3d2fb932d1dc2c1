//! The training loop: steps, snapshots, and coming back from them.

mod host;
mod run;
mod settings;

use tensor::{Device, Tensor};

use crate::optimisers::Update;
use crate::{Error, Parameters, Relative, Result, Snapshot};

pub use host::{CurvePoint, Host, Pace, SilentHost};
pub use settings::{Outcome, Settings};

type Model<B> = Box<dyn Fn(&Parameters, &B) -> Result<Outcome>>;

/// Trains one network, or many as one. `B` is whatever a batch is to the model.
pub struct Trainer<B> {
    model: Model<B>,
    settings: Settings,
    relative: Relative,
    masks: Option<Tensor>,
    parameters: Parameters,
    states: Vec<Tensor>,
    /// A moving average of the parameters.
    average: Option<Tensor>,
    step: u64,
    kept: Option<Snapshot>,
}

/// What a step makes.
struct Next {
    numbers: Tensor,
    states: Vec<Tensor>,
    average: Option<Tensor>,
    outcome: Outcome,
}

impl<B> Trainer<B> {
    /// A training of `parameters`, whose loss and metrics on a batch `model` says. What is frozen in
    /// `parameters` stays so.
    pub fn new(
        parameters: Parameters,
        settings: Settings,
        model: impl Fn(&Parameters, &B) -> Result<Outcome> + 'static,
    ) -> Result<Self> {
        settings.check()?;
        let numbers = parameters.trained()?;
        let zeros = vec![0.0; numbers.count()];
        let zero = || Ok(Tensor::from_vec(zeros.clone(), numbers.shape(), &parameters.device())?);
        let states = settings.optimiser.state_names().iter().map(|_| zero()).collect::<Result<_>>()?;
        let average = settings.average.map(|_| numbers);
        Ok(Self {
            model: Box::new(model),
            settings,
            relative: Relative::default(),
            masks: None,
            parameters,
            states,
            average,
            step: 0,
            kept: None,
        })
    }

    /// With learning rates and weight decay that differ between networks or parameters. Not kept in
    /// snapshots.
    pub fn with_relative(self, relative: Relative) -> Self {
        Self { relative, ..self }
    }

    /// With numbers that stay 0 (or 1 × what they would be), as [`Parameters::masks`] makes them:
    /// gradients and parameters are multiplied by them. Not kept in snapshots.
    pub fn with_masks(mut self, masks: Tensor) -> Result<Self> {
        self.parameters = self.parameters.updated(&self.parameters.trained()?.mul(&masks)?)?;
        self.masks = Some(masks);
        Ok(self)
    }

    /// The numbers after the last step.
    pub fn parameters(&self) -> &Parameters {
        &self.parameters
    }

    /// The moving average of the numbers. Errors when the settings ask for none.
    pub fn averaged(&self) -> Result<Parameters> {
        match &self.average {
            Some(average) => self.parameters.updated(average),
            None => Err(Error::setting("averaged parameters", "a setting `average`", "none")),
        }
    }

    /// Steps made.
    pub fn steps(&self) -> u64 {
        self.step
    }

    /// The learning rate of the next step.
    pub fn rate(&self) -> f64 {
        self.settings.rate * self.settings.schedule.factor(self.step)
    }

    /// Loss and metrics on a batch as outside of training; nothing is updated.
    pub fn measure(&self, batch: &B) -> Result<Outcome> {
        let outcome = (self.model)(&self.parameters, batch)?.detached()?;
        Tensor::evaluate_all(&outcome.tensors())?;
        Ok(outcome)
    }

    /// One update. Enqueues the work and returns: the loss and metrics are there to be read, or not. The new
    /// numbers are written over the old ones where nobody else has a handle of those.
    pub fn step(&mut self, batch: &B) -> Result<Outcome> {
        let Next { numbers, states, average, outcome } = self.next(batch)?;
        // All at once, so that one plan shares what they share.
        let mut roots = vec![numbers.clone()];
        roots.extend(states.iter().cloned());
        roots.extend(average.iter().cloned());
        roots.extend(outcome.tensors());
        let mut given = self.parameters.handles();
        given.extend(self.states.iter().chain(&self.average));
        Tensor::evaluate_all_giving(&roots, &given)?;
        self.parameters = self.parameters.updated(&numbers)?;
        (self.states, self.average) = (states, average);
        self.step += 1;
        Ok(outcome)
    }

    /// What the next step computes. Nothing runs yet, and no handle of what it is computed from is left
    /// but the training's own.
    fn next(&self, batch: &B) -> Result<Next> {
        let during = self.parameters.for_step(self.settings.seed, self.step);
        let outcome = (self.model)(&during, batch)?;
        // The sum over networks, so that each network's gradient is its own.
        let mut gradient = during.gradient(&outcome.loss.sum_all()?)?;
        if let Some(masks) = &self.masks {
            gradient = gradient.mul(masks)?;
        }
        if let Some(clip) = self.settings.clip {
            gradient = clip.apply(&gradient)?;
        }
        let before = self.parameters.trained()?;
        let update = Update {
            step: self.step + 1,
            rate: self.rate(),
            relative: &self.relative,
            numbers: &before,
            gradient: &gradient,
            state: &self.states,
        };
        let (mut numbers, states) = self.settings.optimiser.update(&update)?;
        if let Some(masks) = &self.masks {
            numbers = numbers.mul(masks)?;
        }
        let average = match (&self.average, self.settings.average) {
            (Some(average), Some(share)) => {
                let kept = average.scale(share)?;
                Some(kept.add(&numbers.scale(1.0 - share)?)?)
            }
            _ => None,
        };
        Ok(Next { numbers, states, average, outcome: outcome.detached()? })
    }

    /// The training as it stands. Waits for the device.
    pub async fn snapshot(&self) -> Result<Snapshot> {
        let mut snapshot = Snapshot::of(&self.parameters, self.step).await?;
        let names = self.settings.optimiser.state_names().iter().copied().zip(&self.states);
        for (name, state) in names.chain(self.average.iter().map(|average| ("average", average))) {
            snapshot.states.push((name.to_owned(), state.shape().to_vec(), state.to_vec().await?));
        }
        snapshot.states.sort_by(|a, b| a.0.cmp(&b.0));
        Ok(snapshot)
    }

    /// Keeps the training as it stands in main memory, where a lost device does not reach it.
    pub async fn keep(&mut self) -> Result<&Snapshot> {
        let snapshot = self.snapshot().await?;
        Ok(self.kept.insert(snapshot))
    }

    /// What was kept last.
    pub fn kept(&self) -> Option<&Snapshot> {
        self.kept.as_ref()
    }

    /// Goes on from a snapshot of the same network and optimiser, on `device`, which may be another one
    /// than before: on a device of the same kind the numbers that follow are the same to the bit.
    pub async fn resume(&mut self, snapshot: &Snapshot, device: &Device) -> Result<()> {
        if snapshot.n_nets != self.parameters.n_nets() {
            let (kept, here) = (snapshot.n_nets, self.parameters.n_nets());
            return Err(Error::Snapshot {
                reason: format!("it is of {kept:?} networks, this training of {here:?}"),
            });
        }
        let parameters = snapshot.parameters_on(self.parameters.list(), device)?;
        let trained = parameters.trained()?;
        let load = |name: &str| {
            let (_, shape, data) = snapshot.state(name)?;
            if shape != trained.shape() {
                let reason = format!("its {name} is {shape:?}, the training's {:?}", trained.shape());
                return Err(Error::Snapshot { reason });
            }
            Ok(Tensor::from_vec(data.clone(), shape, device)?)
        };
        let states =
            self.settings.optimiser.state_names().iter().map(|name| load(name)).collect::<Result<_>>()?;
        let average = self.settings.average.map(|_| load("average")).transpose()?;
        for tensor in
            [&mut self.masks, &mut self.relative.rate, &mut self.relative.decay].into_iter().flatten()
        {
            *tensor = tensor.to_device(device).await?;
        }
        (self.parameters, self.states, self.average) = (parameters, states, average);
        self.step = snapshot.step;
        Ok(())
    }
}
