//! A latent space after training: rows of numbers, what can be done to it, and its angles to anchors.

use analysis::{Activations, relative_representation};
use recipe::{Error, Result};
use tensor::{Device, Random, Tensor};

/// Condition number of the shear, the plan's.
const CONDITION: f64 = 10.0;

/// What is done to a space.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Transform {
    /// Nothing.
    Nothing,
    /// A random orthogonal matrix, and a factor.
    Rotation,
    /// A random matrix with singular values from 1 to [`CONDITION`].
    Shear,
}

impl Transform {
    /// As the card's parameter has them; the default first.
    pub const TEXTS: [(&'static str, &'static str, &'static str); 3] = [
        ("nothing", "nothing", ""),
        ("rotation", "rotated and scaled", "A random orthogonal matrix times 3."),
        ("shear", "sheared", "A random matrix whose singular values run from 1 to 10."),
    ];

    /// By the parameter's name.
    pub fn named(name: &str) -> Self {
        let place = Self::TEXTS.iter().position(|texts| texts.0 == name);
        [Self::Nothing, Self::Rotation, Self::Shear][place.unwrap_or_default()]
    }

    /// The space after it.
    pub async fn apply(self, x: &Activations<f64>, mut random: Random) -> Result<Activations<f64>> {
        let d = x.n_units();
        let factors: Vec<f64> = match self {
            Self::Nothing => return Ok(x.clone()),
            Self::Rotation => vec![3.0; d],
            Self::Shear => (0..d).map(|k| CONDITION.powf(k as f64 / (d - 1).max(1) as f64)).collect(),
        };
        let (u, v) = (orthogonal(d, &mut random).await?, orthogonal(d, &mut random).await?);
        let rows = (0..x.n_stimuli()).flat_map(|row| {
            let along = times(x.row(row), &u, d);
            let scaled: Vec<f64> = along.iter().zip(&factors).map(|(a, f)| a * f).collect();
            times(&scaled, &v, d)
        });
        made(rows.collect(), d)
    }
}

/// A random orthogonal matrix `[d, d]` by QR.
async fn orthogonal(d: usize, random: &mut Random) -> Result<Vec<f64>> {
    let drawn = (0..d * d).map(|_| random.normal() as f32).collect();
    let q = Tensor::from_vec(drawn, &[d, d], &Device::Cpu)?.qr()?.q.to_vec().await?;
    // Once more in f64 (Gram and Schmidt), since f32's rounding would turn angles by 1e-7.
    let mut rows: Vec<Vec<f64>> =
        q.chunks_exact(d).map(|row| row.iter().map(|&v| f64::from(v)).collect()).collect();
    for k in 0..d {
        for earlier in 0..k {
            let (before, after) = rows.split_at_mut(k);
            let dot: f64 = before[earlier].iter().zip(&after[0]).map(|(a, b)| a * b).sum();
            after[0].iter_mut().zip(&before[earlier]).for_each(|(b, a)| *b -= dot * a);
        }
        let norm = rows[k].iter().map(|v| v * v).sum::<f64>().sqrt();
        rows[k].iter_mut().for_each(|v| *v /= norm);
    }
    Ok(rows.concat())
}

/// A row times a matrix `[d, n]`, row-major.
pub fn times(row: &[f64], matrix: &[f64], n: usize) -> Vec<f64> {
    let mut sums = vec![0.0; n];
    for (value, line) in row.iter().zip(matrix.chunks_exact(n)) {
        sums.iter_mut().zip(line).for_each(|(sum, entry)| *sum += value * entry);
    }
    sums
}

/// Rows of `width` numbers as a space.
pub fn made(data: Vec<f64>, width: usize) -> Result<Activations<f64>> {
    let n = data.len() / width.max(1);
    Activations::new(data, n, width)
        .map_err(|source| Error::Analysis { site: "latent space".to_owned(), source })
}

/// The cosines of the angles to these rows.
pub fn relative(x: &Activations<f64>, anchors: &[usize]) -> Result<Activations<f64>> {
    relative_representation(x, anchors)
        .map_err(|source| Error::Analysis { site: "relative representation".to_owned(), source })
}

/// Some rows, in this order.
pub fn rows(x: &Activations<f64>, picks: impl IntoIterator<Item = usize>) -> Result<Activations<f64>> {
    made(picks.into_iter().flat_map(|row| x.row(row).iter().copied()).collect(), x.n_units())
}

/// The orthogonal matrix `[d, d]` that turns rows of `b` onto those of `a` best (Schönemann 1966): u·vᵀ of `bᵀa`.
pub async fn procrustes(a: &Activations<f64>, b: &Activations<f64>) -> Result<Vec<f64>> {
    let d = a.n_units();
    let mut product = vec![0.0; d * d];
    for row in 0..a.n_stimuli() {
        for (line, value) in product.chunks_exact_mut(d).zip(b.row(row)) {
            line.iter_mut().zip(a.row(row)).for_each(|(sum, entry)| *sum += value * entry);
        }
    }
    let largest = product.iter().fold(f64::MIN_POSITIVE, |most, v| most.max(v.abs()));
    let product = product.into_iter().map(|v| (v / largest) as f32).collect();
    let svd = Tensor::from_vec(product, &[d, d], &Device::Cpu)?.svd()?;
    let turned = svd.u.matmul(&svd.vt)?.to_vec().await?;
    Ok(turned.into_iter().map(f64::from).collect())
}
