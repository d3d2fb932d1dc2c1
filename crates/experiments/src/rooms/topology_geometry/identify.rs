//! Which layer a matrix is of: the nearest mean of the same layer in other networks.

use recipe::Result;
use tensor::{Device, Tensor};

/// Inner products of matrices, from which every nearest mean follows.
pub struct Products {
    /// `[n, n]` of n = networks · layers matrices, network by network.
    values: Vec<f64>,
    n_nets: usize,
    n_layers: usize,
}

/// Products of many sets of matrices at once: `sets` of n vectors of `width` numbers.
pub async fn products(sets: Vec<f32>, n_nets: usize, n_layers: usize, width: usize) -> Result<Vec<Products>> {
    let n = n_nets * n_layers;
    let n_sets = sets.len() / (n * width);
    let x = Tensor::from_vec(sets, &[n_sets, n, width], &Device::Cpu)?;
    let all = x.matmul(&x.transpose()?)?.to_vec().await?;
    let one =
        |own: &[f32]| Products { values: own.iter().map(|&v| f64::from(v)).collect(), n_nets, n_layers };
    Ok(all.chunks_exact(n * n).map(one).collect())
}

impl Products {
    fn get(&self, a: usize, b: usize) -> f64 {
        self.values[a * self.n_nets * self.n_layers + b]
    }

    /// Squared distance of two matrices.
    pub fn squared(&self, a: usize, b: usize) -> f64 {
        (self.get(a, a) + self.get(b, b) - 2.0 * self.get(a, b)).max(0.0)
    }

    /// Squared distance of a matrix to the mean of a layer over some networks, less what is the same for all layers.
    fn to_mean(&self, matrix: usize, layer: usize, nets: &[usize]) -> f64 {
        let place = |net: usize| net * self.n_layers + layer;
        let n = nets.len() as f64;
        let towards: f64 = nets.iter().map(|&net| self.get(matrix, place(net))).sum();
        let among: f64 =
            nets.iter().flat_map(|&a| nets.iter().map(move |&b| self.get(place(a), place(b)))).sum();
        among / (n * n) - 2.0 * towards / n
    }

    /// Share of a network's layers that are named rightly from the means over `nets`.
    fn share_of(&self, net: usize, nets: &[usize]) -> f64 {
        let is_right = |layer: usize| {
            let own = self.to_mean(net * self.n_layers + layer, layer, nets);
            let others = (0..self.n_layers).filter(|&other| other != layer);
            others.into_iter().all(|other| own < self.to_mean(net * self.n_layers + layer, other, nets))
        };
        (0..self.n_layers).filter(|&layer| is_right(layer)).count() as f64 / self.n_layers as f64
    }

    /// Share of layers named rightly, a network each, from the means over all others.
    pub fn shares(&self) -> Vec<f64> {
        let one = |net: usize| {
            let others: Vec<usize> = (0..self.n_nets).filter(|&other| other != net).collect();
            self.share_of(net, &others)
        };
        (0..self.n_nets).map(one).collect()
    }

    /// The same within the networks that are not left out: what a choice may look at.
    pub fn inner(&self, left_out: usize) -> f64 {
        let kept: Vec<usize> = (0..self.n_nets).filter(|&net| net != left_out).collect();
        let one = |&net: &usize| {
            let others: Vec<usize> = kept.iter().copied().filter(|&other| other != net).collect();
            self.share_of(net, &others)
        };
        kept.iter().map(one).sum::<f64>() / kept.len() as f64
    }
}

/// Cells of thresholds over draws of the noise: what each network's layers score in each, and what the others score
/// without it.
#[derive(Default)]
pub struct Choices {
    /// `[draw][cell][net]`
    shares: Vec<Vec<Vec<f64>>>,
    /// `[cell][net]`, sums over draws.
    inner: Vec<Vec<f64>>,
}

impl Choices {
    /// One more draw.
    pub fn add(&mut self, cells: &[Products]) {
        let n_nets = cells[0].n_nets;
        self.inner.resize(cells.len(), vec![0.0; n_nets]);
        for (cell, sums) in cells.iter().zip(&mut self.inner) {
            sums.iter_mut().enumerate().for_each(|(net, sum)| *sum += cell.inner(net));
        }
        self.shares.push(cells.iter().map(Products::shares).collect());
    }

    /// The cell of each network: the best of the others, over all draws.
    pub fn chosen(&self) -> Vec<usize> {
        let n_nets = self.inner[0].len();
        let best = |net: usize| {
            (0..self.inner.len()).fold(0, |best, cell| {
                if self.inner[cell][net] > self.inner[best][net] + 1e-9 { cell } else { best }
            })
        };
        (0..n_nets).map(best).collect()
    }

    /// Share of layers named rightly with the chosen cells, a draw each.
    pub fn nested(&self) -> Vec<f64> {
        let chosen = self.chosen();
        let of_draw = |shares: &Vec<Vec<f64>>| {
            chosen.iter().enumerate().map(|(net, &cell)| shares[cell][net]).sum::<f64>() / chosen.len() as f64
        };
        self.shares.iter().map(of_draw).collect()
    }

    /// Mean share of each cell over draws and networks.
    pub fn means(&self) -> Vec<f64> {
        let of_cell = |cell: usize| {
            let of_draw =
                |shares: &Vec<Vec<f64>>| shares[cell].iter().sum::<f64>() / shares[cell].len() as f64;
            self.shares.iter().map(of_draw).sum::<f64>() / self.shares.len() as f64
        };
        (0..self.inner.len()).map(of_cell).collect()
    }

    /// The best share of any cell, looked up on the tests themselves, a draw each.
    pub fn biased(&self) -> Vec<f64> {
        let best = |shares: &Vec<Vec<f64>>| {
            let of_cell = |nets: &Vec<f64>| nets.iter().sum::<f64>() / nets.len() as f64;
            shares.iter().map(of_cell).fold(0.0, f64::max)
        };
        self.shares.iter().map(best).collect()
    }
}
