//! Ways to shorten an embedding, and what the nearest stored picture then says.

use draws::Draws;
use recipe::Result;
use tensor::{Device, Tensor};

use super::search::Rows;

/// Stored and tested embeddings of one network.
pub struct Embedded {
    pub stored: Rows,
    pub test: Rows,
}

/// Labels of the same.
#[derive(Clone, Copy)]
pub struct Labels<'a> {
    pub stored: &'a [usize],
    pub test: &'a [usize],
}

impl Embedded {
    /// The chosen dimensions, in that order.
    pub fn columns(&self, chosen: &[usize]) -> Self {
        Self { stored: self.stored.columns(chosen), test: self.test.columns(chosen) }
    }

    /// All dimensions in random order.
    pub fn dealt_out(&self, draws: Draws) -> Self {
        self.columns(&draws.permutation(self.stored.width))
    }

    /// All principal components of the stored embeddings, the largest first; the mean of the stored is taken off both.
    pub async fn components(&self) -> Result<Self> {
        let (n, width) = (self.stored.len(), self.stored.width);
        let x = Tensor::from_vec(self.stored.numbers.clone(), &[n, width], &Device::Cpu)?;
        let mean = x.mean(0)?;
        let centred = x.sub(&mean)?;
        let covariance = centred.transpose()?.matmul(&centred)?.scale(1.0 / n as f32)?;
        // Columns by rising eigenvalue, hence turned round.
        let vectors = covariance.eigh()?.vectors.flip(1)?.to_vec().await?;
        let mean = mean.to_vec().await?;
        Ok(Self {
            stored: self.stored.projected(&mean, &vectors, width),
            test: self.test.projected(&mean, &vectors, width),
        })
    }

    /// Share of tested pictures whose nearest stored one, by the cosine of the first `length` dimensions, has their label.
    pub async fn nearest(&self, length: usize, labels: Labels<'_>) -> Result<f64> {
        let nearest = self.nearest_of_each(length).await?;
        let right = nearest.iter().zip(labels.test).filter(|(at, label)| labels.stored[**at] == **label);
        Ok(right.count() as f64 / labels.test.len().max(1) as f64)
    }

    /// The nearest stored picture of each tested one, by the cosine of the first `length` dimensions.
    async fn nearest_of_each(&self, length: usize) -> Result<Vec<usize>> {
        let tensor =
            |rows: &Rows| Tensor::from_vec(rows.first(length).numbers, &[rows.len(), length], &Device::Cpu);
        let (stored, test) = (tensor(&self.stored)?, tensor(&self.test)?);
        // The cosine without |x|, which is the same for all.
        let sizes = stored.square()?.sum(1)?.sqrt()?.to_vec().await?;
        let products = test.matmul(&stored.transpose()?)?.to_vec().await?;
        let nearest = |row: &[f32]| {
            let mut best = (f32::NEG_INFINITY, 0);
            for (at, (product, size)) in row.iter().zip(&sizes).enumerate() {
                let found = product / size.max(1e-12);
                if found > best.0 {
                    best = (found, at);
                }
            }
            best.1
        };
        Ok(products.chunks_exact(self.stored.len()).map(nearest).collect())
    }
}
