//! Finding the same item in another space.

use analysis::Activations;
use recipe::Result;
use tensor::{Device, Tensor};

/// Neighbours that are compared.
const N_NEAREST: usize = 10;

/// How well rows of one space find themselves in another.
#[derive(Clone, Copy, Debug, Default)]
pub struct Retrieval {
    /// Mean over rows of 1 / rank of the same row, by cosine.
    pub mrr: f64,
    /// Mean over rows of the overlap (Jaccard) of the ten nearest rows, seen from both spaces.
    pub jaccard: f64,
}

/// Of each row of `a` among the rows of `b`; both have as many rows and as many numbers.
pub async fn retrieve(a: &Activations<f64>, b: &Activations<f64>) -> Result<Retrieval> {
    let (a, b) = (tensor(a)?, tensor(b)?);
    let n = a.shape()[0];
    let across = a.cosine_similarities(&b)?.to_vec().await?;
    let within = b.cosine_similarities(&b)?.to_vec().await?;
    let (mut mrr, mut jaccard) = (0.0, 0.0);
    for (row, (across, within)) in across.chunks_exact(n).zip(within.chunks_exact(n)).enumerate() {
        let nearer = across.iter().filter(|&&other| other > across[row]).count();
        mrr += 1.0 / (nearer + 1) as f64;
        let (one, other) = (nearest(across), nearest(within));
        let both = one.iter().filter(|place| other.contains(place)).count();
        jaccard += both as f64 / (one.len() + other.len() - both) as f64;
    }
    Ok(Retrieval { mrr: mrr / n as f64, jaccard: jaccard / n as f64 })
}

fn nearest(similarities: &[f32]) -> Vec<usize> {
    let mut places: Vec<usize> = (0..similarities.len()).collect();
    places.sort_by(|&i, &j| similarities[j].total_cmp(&similarities[i]));
    places.truncate(N_NEAREST);
    places
}

fn tensor(x: &Activations<f64>) -> Result<Tensor> {
    let data = x.data().iter().map(|&v| v as f32).collect();
    Ok(Tensor::from_vec(data, &[x.n_stimuli(), x.n_units()], &Device::Cpu)?)
}
