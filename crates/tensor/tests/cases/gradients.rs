//! The gradient of every op against central differences, on odd shapes.
//!
//! The scalar is `Σ w · op(x)` with fixed random w, summed in f64 from the op's f32 numbers. Its
//! derivative along a random direction of each input is compared with the fourth-order central
//! difference (Abramowitz & Stegun 25.3.7), so that a step large enough for f32 is still exact enough.

use inscape_tensor::{Device, Result, Tensor, gradients};

use super::random::Random;

/// Random cases per op.
const N_SEEDS: u64 = 12;
/// The step of the difference. Inputs are of order 1.
const STEP: f64 = 1.0 / 64.0;

/// What is differentiated.
type Apply = dyn Fn(&[Tensor]) -> Result<Tensor>;

/// Inputs of one case and the op on them.
pub struct Case {
    pub random: Random,
    inputs: Vec<(Vec<f32>, Vec<usize>)>,
    n_fixed: usize,
}

impl Case {
    /// An input in `[-0.5, 1.5)`, differentiated.
    pub fn input(&mut self, shape: &[usize]) {
        let data = self.random.numbers(shape.iter().product());
        self.inputs.push((data, shape.to_vec()));
    }

    /// A differentiated input in `[low, low + 1)`.
    pub fn input_from(&mut self, low: f32, shape: &[usize]) {
        let data = self.random.numbers(shape.iter().product());
        self.inputs.push((data.into_iter().map(|v| (v + 0.5) / 2.0 + low).collect(), shape.to_vec()));
    }

    /// A differentiated input whose elements are all different, and different from 0, by far more than the
    /// step: for ops with kinks (relu, max, sort).
    pub fn input_apart(&mut self, shape: &[usize]) {
        let count: usize = shape.iter().product();
        let mut places: Vec<usize> = (0..count).collect();
        for i in (1..count).rev() {
            places.swap(i, self.random.below(i + 1));
        }
        let data = places.iter().map(|&place| (place as f32 + 0.5 - (count / 2) as f32) * 0.125).collect();
        self.inputs.push((data, shape.to_vec()));
    }

    /// An input that is not differentiated, such as indices. Comes after all that are.
    pub fn fixed(&mut self, data: Vec<f32>, shape: &[usize]) {
        self.n_fixed += 1;
        self.inputs.push((data, shape.to_vec()));
    }
}

/// Runs `make`, which adds inputs and returns the op, on [`N_SEEDS`] seeds. Panics where a derivative
/// differs by more than `tolerance` of its size; returns the largest relative deviation.
pub async fn check<Op>(device: &Device, tolerance: f64, make: impl Fn(&mut Case) -> Op) -> f64
where
    Op: Fn(&[Tensor]) -> Result<Tensor> + 'static,
{
    let mut worst = 0.0_f64;
    for seed in 0..N_SEEDS {
        let mut case = Case { random: Random::new(seed), inputs: Vec::new(), n_fixed: 0 };
        let op: Box<Apply> = Box::new(make(&mut case));
        let shapes: Vec<&Vec<usize>> = case.inputs.iter().map(|(_, shape)| shape).collect();
        let place = format!("seed {seed}, inputs {shapes:?}");
        let n_open = case.inputs.len() - case.n_fixed;

        let tensors: Vec<Tensor> = case
            .inputs
            .iter()
            .enumerate()
            .map(|(k, (data, shape))| {
                let tensor = Tensor::from_vec(data.clone(), shape, device).unwrap();
                if k < n_open { tensor.parameter().unwrap() } else { tensor }
            })
            .collect();
        let out = op(&tensors).unwrap_or_else(|error| panic!("{place}: {error}"));
        if out.count() == 0 {
            continue;
        }
        let weights = case.random.numbers(out.count());
        let weights_tensor = Tensor::from_vec(weights.clone(), out.shape(), device).unwrap();
        let loss = out.mul(&weights_tensor).unwrap().sum_all().unwrap();
        let open: Vec<&Tensor> = tensors[..n_open].iter().collect();
        let found = gradients(&loss, &open).unwrap_or_else(|error| panic!("{place}: {error}"));
        for (k, gradient) in found.iter().enumerate() {
            assert_eq!(gradient.shape(), tensors[k].shape(), "{place}, gradient {k}");
            let gradient = gradient.to_vec().await.unwrap_or_else(|error| panic!("{place}: {error}"));
            if gradient.is_empty() {
                continue;
            }
            let direction: Vec<f64> =
                gradient.iter().map(|_| if case.random.below(2) == 0 { 1.0 } else { -1.0 }).collect();
            let along: f64 = gradient.iter().zip(&direction).map(|(&g, d)| f64::from(g) * d).sum();
            let mut values = [0.0; 4];
            let mut size = 0.0;
            for (value, step) in values.iter_mut().zip([-2.0, -1.0, 1.0, 2.0]) {
                let moved = moved(&case.inputs, k, &direction, step * STEP, device);
                let out = op(&moved).unwrap().to_vec().await.unwrap();
                let terms = out.iter().zip(&weights).map(|(&y, &w)| f64::from(y) * f64::from(w));
                *value = terms.clone().sum();
                size = terms.map(f64::abs).sum();
            }
            let difference = (8.0 * (values[2] - values[1]) - (values[3] - values[0])) / (12.0 * STEP);
            let norm = gradient.iter().map(|&g| f64::from(g).powi(2)).sum::<f64>().sqrt();
            let rounding = 4.0 * f64::from(f32::EPSILON) * size / STEP;
            let deviation =
                ((difference - along).abs() - rounding).max(0.0) / norm.max(along.abs()).max(1e-3);
            assert!(
                deviation <= tolerance,
                "{place}, gradient {k}: {along} by the op, {difference} by differences, deviation {deviation:e}"
            );
            worst = worst.max(deviation);
        }
    }
    worst
}

/// The inputs with input `k` moved along a direction.
fn moved(
    inputs: &[(Vec<f32>, Vec<usize>)],
    k: usize,
    direction: &[f64],
    by: f64,
    device: &Device,
) -> Vec<Tensor> {
    let tensor = |(at, (data, shape)): (usize, &(Vec<f32>, Vec<usize>))| {
        let mut data = data.clone();
        if at == k {
            for (value, d) in data.iter_mut().zip(direction) {
                *value = (f64::from(*value) + by * d) as f32;
            }
        }
        Tensor::from_vec(data, shape, device).unwrap()
    };
    inputs.iter().enumerate().map(tensor).collect()
}
