//! What stitching bears: the second space rotated, sheared, or with its anchors in another order.

use recipe::Result;
use tensor::{Device, Random, Tensor};

use super::population::{Population, angles};
use super::space::{Transform, made, relative, rows};
use super::stitching::accuracy;
use crate::pictures::Pictures;

/// Shears, and other orders of the anchors, of which the mean is taken.
const N_OTHERS: u32 = 10;

/// Shares of right answers of the first network's head on the second one's angles.
pub struct Controls {
    pub plain: f64,
    pub permuted: f64,
    pub sheared: f64,
    /// Largest change of a cosine when the second space is rotated and scaled.
    pub rotated: f64,
}

impl Controls {
    /// Of two networks that were trained on angles.
    pub async fn new(population: &Population, test: &Pictures, random: Random) -> Result<Self> {
        let n = test.len();
        let x = test.tensor(&(0..n).collect::<Vec<_>>(), &[n], population.device())?;
        let latent = population.latent(&x)?.slice(0, 1, 1)?;
        let anchors = population.anchors()?.slice(0, 1, 1)?;
        let joined = Tensor::concat(&[&latent, &anchors], 1)?;
        let d = joined.shape()[2];
        let space = made(joined.to_vec().await?.into_iter().map(f64::from).collect(), d)?;
        let places: Vec<usize> = (n..space.n_stimuli()).collect();
        // Test pictures first, then anchors in this order.
        let read = async |space: &analysis::Activations<f64>, places: &[usize]| -> Result<f64> {
            let part = |rows: analysis::Activations<f64>| {
                let numbers = rows.data().iter().map(|&v| v as f32).collect();
                Tensor::from_vec(numbers, &[1, rows.n_stimuli(), d], &Device::Cpu)
            };
            let (pictures, anchors) =
                (part(rows(space, 0..n)?)?, part(rows(space, places.iter().copied())?)?);
            let seen = angles(population.kind, &pictures, &anchors)?.squeeze(0)?;
            let seen = seen.to_device(population.device()).await?;
            let scores = population.heads(&seen)?.slice(0, 0, 1)?.to_vec().await?;
            Ok(accuracy(&scores, &test.labels))
        };
        let [mut permuted, mut sheared] = [0.0; 2];
        for other in 0..N_OTHERS {
            let mut mixed = places.clone();
            random.split(1).split(other).shuffle(&mut mixed);
            permuted += read(&space, &mixed).await? / f64::from(N_OTHERS);
            let bent = Transform::Shear.apply(&space, random.split(2).split(other)).await?;
            sheared += read(&bent, &places).await? / f64::from(N_OTHERS);
        }
        let turned = Transform::Rotation.apply(&space, random.split(3)).await?;
        let (before, after) = (relative(&space, &places)?, relative(&turned, &places)?);
        let change = before.data().iter().zip(after.data()).map(|(a, b)| (a - b).abs());
        Ok(Self {
            plain: read(&space, &places).await?,
            permuted,
            sheared,
            rotated: change.fold(0.0, f64::max),
        })
    }
}
