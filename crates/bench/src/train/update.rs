//! The update rules of the workloads.

use tensor::{Result, Tensor};

/// A rule and its state.
pub(super) enum Update {
    /// Plain gradient descent with this rate.
    Sgd(f32),
    /// Adam (Kingma & Ba 2015, algorithm 1) with rate 1e-3, 0.9, 0.999, 1e-8.
    Adam { moments: Vec<Tensor>, steps: i32 },
}

impl Update {
    /// Adam before its first step.
    pub fn adam(parameters: &[Tensor]) -> Result<Self> {
        let zeros = |p: &Tensor| Tensor::full(0.0, p.shape(), &p.device())?.contiguous();
        let moments: Vec<Tensor> = parameters.iter().chain(parameters).map(zeros).collect::<Result<_>>()?;
        Tensor::evaluate_all(&moments)?;
        Ok(Self::Adam { moments, steps: 0 })
    }

    /// The next parameters, then the next state.
    pub fn apply(&mut self, parameters: &[Tensor], gradients: &[Tensor]) -> Result<Vec<Tensor>> {
        match self {
            Self::Sgd(rate) => {
                let next = |(p, g): (&Tensor, &Tensor)| p.detach()?.sub(&g.detach()?.scale(*rate)?);
                parameters.iter().zip(gradients).map(next).collect()
            }
            Self::Adam { moments, steps } => {
                *steps += 1;
                let device = parameters[0].device();
                let corrections = [0.9_f64, 0.999].map(|beta| 1.0 - beta.powi(*steps));
                let rate = Tensor::scalar((1e-3 / corrections[0]) as f32, &device)?;
                let second = Tensor::scalar((1.0 / corrections[1]) as f32, &device)?;
                let n = parameters.len();
                let (mut next, mut means, mut squares) = (Vec::new(), Vec::new(), Vec::new());
                for (i, (p, g)) in parameters.iter().zip(gradients).enumerate() {
                    let g = g.detach()?;
                    let mean = moments[i].scale(0.9)?.add(&g.scale(0.1)?)?;
                    let square = moments[n + i].scale(0.999)?.add(&g.square()?.scale(0.001)?)?;
                    let size = square.mul(&second)?.sqrt()?.shift(1e-8)?;
                    next.push(p.detach()?.sub(&mean.mul(&rate)?.div(&size)?)?);
                    means.push(mean);
                    squares.push(square);
                }
                Ok([next, means, squares].concat())
            }
        }
    }

    /// What it remembers.
    pub fn state(&self) -> &[Tensor] {
        match self {
            Self::Sgd(_) => &[],
            Self::Adam { moments, .. } => moments,
        }
    }

    /// Keeps the state that was computed.
    pub fn keep(&mut self, state: &[Tensor]) {
        if let Self::Adam { moments, .. } = self {
            *moments = state.to_vec();
        }
    }
}
