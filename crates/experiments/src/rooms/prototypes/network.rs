//! The network: an autoencoder with prototypes in its code space, and class scores from the distances to them.

use nn::{
    Conv2d, ConvTranspose2d, Init, Layer, ParameterList, Parameters, Slot, cross_entropy, mean_of_each_net,
};
use tensor::Tensor;

use super::plan::N_CLASSES;

/// Maps of the convolutions, and of the last one of the encoder.
pub const MAPS: usize = 16;
pub const LAST_MAPS: usize = 10;
/// Prototypes and weights start uniform from 0 to 1, as in the repository: they are kept less this.
const MIDDLE: f32 = 0.5;

/// The layers of many networks of one kind.
#[derive(Clone)]
pub struct Layers {
    encoder: Vec<Conv2d>,
    decoder: Vec<ConvTranspose2d>,
    prototypes: Slot,
    weight: Slot,
    /// Pixels along a side of a picture, and of the code's maps.
    side: usize,
    code_side: usize,
}

/// What a network is trained on, before weights: means over a batch, `[n_nets]` each.
pub struct Terms {
    /// Cross entropy of the class, in nats.
    pub naming: Tensor,
    /// ‖g(f(x)) − x‖².
    pub rebuilding: Tensor,
    /// Mean over prototypes of the squared distance to the nearest code of the batch.
    pub r1: Tensor,
    /// Mean over pictures of the squared distance to the nearest prototype.
    pub r2: Tensor,
}

impl Layers {
    /// Declares convolutions of stride 2 until 2 × 2 pixels are left, the same mirrored, and `n_prototypes` prototypes.
    pub fn new(list: &mut ParameterList, side: usize, n_prototypes: usize) -> nn::Result<Self> {
        let mut sides = vec![side];
        while sides[sides.len() - 1] > 2 {
            sides.push(sides[sides.len() - 1].div_ceil(2));
        }
        let n = sides.len() - 1;
        let maps = |layer: usize| match layer {
            0 => 1,
            last if last == n => LAST_MAPS,
            _ => MAPS,
        };
        let (mut encoder, mut decoder) = (Vec::new(), Vec::new());
        let init = Init::KaimingUniform { gain: std::f64::consts::SQRT_2 };
        let mut declare = |name: String, shape: [usize; 2], n_out: usize| {
            let weight = list.declare(format!("{name}.weight"), &[shape[0], shape[1], 3, 3], init)?;
            Ok::<_, nn::Error>((weight, list.declare(format!("{name}.bias"), &[n_out], Init::Zeros)?))
        };
        for layer in 0..n {
            let n_out = maps(layer + 1);
            let (weight, bias) = declare(format!("encoder.{layer}"), [n_out, maps(layer)], n_out)?;
            encoder.push(Conv2d { weight, bias, stride: 2, padding: 1 });
        }
        for layer in (0..n).rev() {
            let (n_in, n_out) = (maps(layer + 1), maps(layer));
            let (weight, bias) = declare(format!("decoder.{layer}"), [n_in, n_out], n_out)?;
            let output_padding = sides[layer] + 1 - 2 * sides[layer + 1];
            decoder.push(ConvTranspose2d { weight, bias, stride: 2, padding: 1, output_padding });
        }
        let d = LAST_MAPS * sides[n] * sides[n];
        let init = Init::Uniform { bound: MIDDLE.into() };
        let prototypes = list.declare("prototypes", &[n_prototypes, d], init)?;
        let weight = list.declare("weight", &[n_prototypes, N_CLASSES], init)?;
        Ok(Self { encoder, decoder, prototypes, weight, side, code_side: sides[n] })
    }

    /// Codes of pictures, `[n_nets, n, 1, side, side]` → `[n_nets, n, d]`.
    pub fn encode(&self, p: &Parameters, x: &Tensor) -> nn::Result<Tensor> {
        let mut x = x.clone();
        for layer in &self.encoder {
            x = layer.forward(p, &x)?.relu()?;
        }
        let shape = [x.shape()[0], x.shape()[1], x.shape()[2..].iter().product()];
        Ok(x.reshape(&shape)?)
    }

    /// Pictures of codes, `[n_nets, n, d]` → `[n_nets, n, side · side]`.
    pub fn decode(&self, p: &Parameters, codes: &Tensor) -> nn::Result<Tensor> {
        let [n_nets, n] = [codes.shape()[0], codes.shape()[1]];
        let mut x = codes.reshape(&[n_nets, n, LAST_MAPS, self.code_side, self.code_side])?;
        for (at, layer) in self.decoder.iter().enumerate() {
            x = layer.forward(p, &x)?;
            x = if at + 1 == self.decoder.len() { x.sigmoid()? } else { x.relu()? };
        }
        Ok(x.reshape(&[n_nets, n, self.side * self.side])?)
    }

    /// The prototypes, `[n_nets, m, d]`.
    pub fn prototypes(&self, p: &Parameters) -> nn::Result<Tensor> {
        Ok(p.get(self.prototypes)?.shift(MIDDLE)?)
    }

    /// The weights of the last layer, `[n_nets, m, classes]`.
    pub fn weight(&self, p: &Parameters) -> nn::Result<Tensor> {
        Ok(p.get(self.weight)?.shift(MIDDLE)?)
    }

    /// The terms of the objective for pictures `[n_nets, n, 1, side, side]` and labels `[n_nets, n]`.
    pub fn terms(&self, p: &Parameters, x: &Tensor, labels: &Tensor) -> nn::Result<Terms> {
        let codes = self.encode(p, x)?;
        let distances = codes.squared_distances(&self.prototypes(p)?)?;
        let scores = distances.matmul(&self.weight(p)?)?;
        let pixels = x.reshape(&[x.shape()[0], x.shape()[1], self.side * self.side])?;
        let errors = self.decode(p, &codes)?.sub(&pixels)?.square()?.sum(2)?;
        Ok(Terms {
            naming: mean_of_each_net(&cross_entropy(&scores, labels, 0.0)?)?,
            rebuilding: mean_of_each_net(&errors)?,
            r1: distances.min(1)?.mean(1)?,
            r2: distances.min(2)?.mean(1)?,
        })
    }
}
