//! Times a training step of a small CNN on the CPU, and its parts: batch 64 of 28 × 28, conv 1 → 16 and
//! 16 → 32 (3 × 3, same), each with ReLU and 2 × 2 max-pool, a dense layer, Adam. The fastest of the runs is
//! printed. Run with one thread, as in wasm; a word chooses the parts that begin with it:
//! `RAYON_NUM_THREADS=1 cargo run --release -p inscape-tensor --example conv_speed -- step`
#![allow(clippy::print_stdout, clippy::unwrap_used)]

use inscape_tensor::{Device, Padding2d, Result, Stopwatch, Tensor, gradients};

const N_RUNS: usize = 40;

fn noise(key: u32, shape: &[usize]) -> Tensor {
    let uniform = Tensor::random_uniform([key, 0], shape, &Device::Cpu).unwrap();
    let fan_in: usize = shape[1..].iter().product();
    uniform.shift(-0.5).unwrap().scale(2.0 / (fan_in as f32).sqrt()).unwrap().parameter().unwrap()
}

fn conv(x: &Tensor, weight: &Tensor, bias: &Tensor) -> Result<Tensor> {
    x.conv2d(weight, bias, 1, Padding2d::all(1))
}

/// The loss of one batch.
fn loss(x: &Tensor, p: &[Tensor]) -> Result<Tensor> {
    let x = conv(x, &p[0], &p[1])?.relu()?.max_pool2d(2, 2, false)?;
    let x = conv(&x, &p[2], &p[3])?.relu()?.max_pool2d(2, 2, false)?;
    x.reshape(&[x.shape()[0], 32 * 49])?
        .linear(&p[4], Some(&p[5]))?
        .log_softmax()?
        .slice(1, 0, 1)?
        .mean_all()?
        .neg()
}

/// One step of Adam (Kingma & Ba 2015) without bias correction.
fn step(x: &Tensor, p: &[Tensor], moments: &mut [[Tensor; 2]]) -> Result<Vec<Tensor>> {
    let open: Vec<&Tensor> = p.iter().collect();
    let gradients = gradients(&loss(x, p)?, &open)?;
    let mut results = Vec::new();
    for ((p, g), [m, v]) in p.iter().zip(&gradients).zip(moments) {
        *m = m.scale(0.9)?.add(&g.scale(0.1)?)?;
        *v = v.scale(0.999)?.add(&g.square()?.scale(0.001)?)?;
        results.push(p.sub(&m.div(&v.sqrt()?.shift(1e-8)?)?.scale(1e-3)?)?);
    }
    let all: Vec<Tensor> = results.iter().cloned().chain(gradients).collect();
    Tensor::evaluate_all(&all)?;
    results.iter().map(Tensor::parameter).collect()
}

fn time(name: &str, mut run: impl FnMut()) {
    if std::env::args().nth(1).is_some_and(|chosen| !name.starts_with(&chosen)) {
        return;
    }
    let mut best = f64::INFINITY;
    for _ in 0..N_RUNS {
        let watch = Stopwatch::start();
        run();
        best = best.min(watch.elapsed_secs());
    }
    println!("{name:24} {:7.2} ms", best * 1e3);
}

fn time_part(name: &str, inputs: &[&Tensor], part: impl Fn() -> Result<Tensor>) {
    time(&format!("{name} forward"), || Tensor::evaluate_all(&[part().unwrap().detach().unwrap()]).unwrap());
    let y = part().unwrap();
    let c = noise(9, y.shape()).detach().unwrap();
    let whole = || {
        let y = part().unwrap();
        Tensor::evaluate_all(&gradients(&y.mul(&c).unwrap().sum_all().unwrap(), inputs).unwrap()).unwrap();
    };
    time(&format!("{name} gradients"), whole);
}

fn main() {
    let x = noise(0, &[64, 1, 28, 28]).detach().unwrap();
    let middle = noise(1, &[64, 16, 14, 14]);
    let shapes: [&[usize]; 6] =
        [&[16, 1, 3, 3], &[16, 1], &[32, 16, 3, 3], &[32, 1], &[10, 32 * 49], &[10, 1]];
    let mut p: Vec<Tensor> = shapes.iter().zip(2..).map(|(shape, key)| noise(key, shape)).collect();
    for at in [1, 3, 5] {
        p[at] = p[at].reshape(&[p[at].count()]).unwrap().parameter().unwrap();
    }
    time_part("conv 1 → 16", &[&p[0], &p[1]], || conv(&x, &p[0], &p[1]));
    time_part("conv 16 → 32", &[&middle, &p[2], &p[3]], || conv(&middle, &p[2], &p[3]));
    let wide = noise(1, &[64, 16, 28, 28]);
    time_part("max-pool", &[&wide], || wide.max_pool2d(2, 2, false));
    time_part("relu", &[&wide], || wide.relu());
    let zero = |t: &Tensor| Tensor::full(0.0, t.shape(), &Device::Cpu).unwrap();
    let mut moments: Vec<[Tensor; 2]> = p.iter().map(|t| [zero(t), zero(t)]).collect();
    time("step", || p = step(&x, &p, &mut moments).unwrap());
}
