//! The second judge of a kernel: it equals the CPU on seeded random shapes and views.

use inscape_tensor::{Device, Result, Tensor};

use super::random::Random;

/// Random shapes per op.
const N_SEEDS: u64 = 40;

/// One view of a tensor.
type ViewOf = dyn Fn(&Tensor) -> Result<Tensor>;

/// Makes the same tensor on both devices.
pub struct Maker<'a> {
    pub random: Random,
    gpu: &'a Device,
    cpu_inputs: Vec<Tensor>,
    gpu_inputs: Vec<Tensor>,
}

impl Maker<'_> {
    /// Adds an input of this shape: plain, or up to two views (permuted, sliced, broadcast) deep.
    pub fn input(&mut self, shape: &[usize]) {
        let depth = self.random.below(3);
        let (cpu, gpu) = self.view(shape, depth);
        self.cpu_inputs.push(cpu);
        self.gpu_inputs.push(gpu);
    }

    fn view(&mut self, shape: &[usize], depth: usize) -> (Tensor, Tensor) {
        let rank = shape.len();
        if depth == 0 || rank == 0 {
            let data = self.random.numbers(shape.iter().product());
            let on = |device: &Device| Tensor::from_vec(data.clone(), shape, device).unwrap();
            return (on(&Device::Cpu), on(self.gpu));
        }
        let dim = self.random.below(rank);
        let mut source = shape.to_vec();
        let (cpu, gpu, apply): (Tensor, Tensor, Box<ViewOf>) = match self.random.below(3) {
            0 => {
                let mut order: Vec<usize> = (0..rank).collect();
                order.rotate_left(dim);
                for (to, &from) in order.iter().enumerate() {
                    source[from] = shape[to];
                }
                let (cpu, gpu) = self.view(&source, depth - 1);
                (cpu, gpu, Box::new(move |x| x.permute(&order)))
            }
            1 => {
                let (start, len) = (self.random.below(4), shape[dim]);
                source[dim] = start + len + self.random.below(4);
                let (cpu, gpu) = self.view(&source, depth - 1);
                (cpu, gpu, Box::new(move |x| x.slice(dim, start, len)))
            }
            _ => {
                source[dim] = 1;
                let (cpu, gpu) = self.view(&source, depth - 1);
                let shape = shape.to_vec();
                (cpu, gpu, Box::new(move |x| x.broadcast_to(&shape)))
            }
        };
        (apply(&cpu).unwrap(), apply(&gpu).unwrap())
    }
}

/// Runs `make`, which adds inputs and returns the op, on [`N_SEEDS`] seeds. Panics with the seed where
/// the devices differ by more than `tolerance` of the largest number; returns the largest deviation.
pub async fn agree<Op>(gpu: &Device, tolerance: f64, make: impl Fn(&mut Maker) -> Op) -> f64
where
    Op: Fn(&[Tensor]) -> Result<Tensor>,
{
    let mut worst = 0.0_f64;
    for seed in 0..N_SEEDS {
        let mut maker =
            Maker { random: Random::new(seed), gpu, cpu_inputs: Vec::new(), gpu_inputs: Vec::new() };
        let op = make(&mut maker);
        let shapes: Vec<Vec<usize>> = maker.cpu_inputs.iter().map(|x| x.shape().to_vec()).collect();
        let place = format!("seed {seed}, inputs {shapes:?}");
        let on_cpu = op(&maker.cpu_inputs).unwrap_or_else(|error| panic!("{place}, CPU: {error}"));
        let on_gpu = op(&maker.gpu_inputs).unwrap_or_else(|error| panic!("{place}, GPU: {error}"));
        assert_eq!(on_cpu.shape(), on_gpu.shape(), "{place}");
        let expected = on_cpu.to_vec().await.unwrap_or_else(|error| panic!("{place}, CPU: {error}"));
        let found = on_gpu.to_vec().await.unwrap_or_else(|error| panic!("{place}, GPU: {error}"));
        assert_eq!(found.len(), on_cpu.count(), "{place}");
        let deviation = deviation(&expected, &found);
        assert!(deviation <= tolerance, "{place}: deviation {deviation:e} above {tolerance:e}");
        worst = worst.max(deviation);
    }
    worst
}

/// max |found − expected| / max |expected|; infinite where one is not finite and the other differs.
pub fn deviation(expected: &[f32], found: &[f32]) -> f64 {
    let mut scale = 0.0_f64;
    let mut worst = 0.0_f64;
    for (&e, &f) in expected.iter().zip(found) {
        if e.is_finite() && f.is_finite() {
            scale = scale.max(f64::from(e).abs());
            worst = worst.max((f64::from(e) - f64::from(f)).abs());
        } else if e != f && !(e.is_nan() && f.is_nan()) {
            return f64::INFINITY;
        }
    }
    if worst == 0.0 { 0.0 } else { worst / scale }
}
