//! SqueezeNet 1.1 on 8 images of 227 × 227.

use tensor::{Device, Padding2d, Tensor};

use crate::seeded::fill;
use crate::weights::Weights;
use crate::{Forward, Result};

/// Mean of conv10 over pixels, before its ReLU: `[8, 1000]`.
pub(crate) fn squeezenet(bytes: &[u8], device: &Device) -> Result<Forward> {
    let weights = Weights::read(bytes, device)?;
    let layer = |name: &str| -> Result<(Tensor, Tensor)> {
        Ok((weights.get(&format!("{name}.weight"))?, weights.get(&format!("{name}.bias"))?))
    };
    let (first, last) = (layer("features.0")?, layer("classifier.1")?);
    let fire = |i: usize| -> Result<[(Tensor, Tensor); 3]> {
        let part = |name: &str| layer(&format!("features.{i}.{name}"));
        Ok([part("squeeze")?, part("expand1x1")?, part("expand3x3")?])
    };
    // Pools stand at 2, 5 and 8 among the thirteen features.
    let fires: Vec<(usize, _)> =
        [3, 4, 6, 7, 9, 10, 11, 12].into_iter().map(|i| Ok((i, fire(i)?))).collect::<Result<_>>()?;
    let x = Tensor::from_vec(fill(8 * 3 * 227 * 227, 1, 256.0), &[8, 3, 227, 227], device)?;
    Ok(Forward::new(move || {
        let conv = |x: &Tensor, (weight, bias): &(Tensor, Tensor), stride, padding| {
            x.conv2d(weight, bias, stride, Padding2d::all(padding))
        };
        let mut x = conv(&x, &first, 2, 1)?.relu()?;
        for (i, [squeeze, narrow, wide]) in &fires {
            if [3, 6, 9].contains(i) {
                x = x.max_pool2d(3, 2, false)?;
            }
            let squeezed = conv(&x, squeeze, 1, 0)?.relu()?;
            let parts = [conv(&squeezed, narrow, 1, 0)?.relu()?, conv(&squeezed, wide, 1, 1)?.relu()?];
            x = Tensor::concat(&[&parts[0], &parts[1]], 1)?;
        }
        let logits = conv(&x, &last, 1, 0)?;
        let [batch, classes, height, width] = *logits.shape() else { return Ok(logits) };
        logits.reshape(&[batch, classes, height * width])?.mean(2)
    }))
}
