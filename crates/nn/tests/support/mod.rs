//! Devices for tests, and small helpers. Without a graphics adapter (a software one will do) the
//! tests that need one fail: they never skip.
#![allow(dead_code, clippy::unwrap_used)]

use std::sync::OnceLock;

use tensor::{Device, Random, Tensor, gpu::Gpu};

/// Both devices.
pub fn devices() -> [Device; 2] {
    [Device::Cpu, gpu()]
}

/// The graphics device, made once.
pub fn gpu() -> Device {
    static GPU: OnceLock<Device> = OnceLock::new();
    GPU.get_or_init(own_gpu).clone()
}

/// A graphics device that no other test uses, so that what it counts is this test's.
pub fn own_gpu() -> Device {
    Device::Gpu(pollster::block_on(Gpu::request()).expect("these tests need a graphics adapter"))
}

/// Normal numbers.
pub fn draw(seed: u64, shape: &[usize], device: &Device) -> Tensor {
    let mut random = Random::new(seed);
    let data = (0..shape.iter().product()).map(|_| random.normal() as f32).collect();
    Tensor::from_vec(data, shape, device).unwrap()
}

/// Whole numbers below `end`.
pub fn draw_labels(seed: u64, shape: &[usize], end: usize, device: &Device) -> Tensor {
    let mut random = Random::new(seed);
    let data = (0..shape.iter().product()).map(|_| random.below(end) as f32).collect();
    Tensor::from_vec(data, shape, device).unwrap()
}

/// Reads back.
pub fn read(tensor: &Tensor) -> Vec<f32> {
    pollster::block_on(tensor.to_vec()).unwrap()
}

/// Largest difference, relative to the largest expected number.
pub fn deviation(found: &[f32], expected: &[f32]) -> f64 {
    assert_eq!(found.len(), expected.len());
    let scale = expected.iter().fold(1e-30_f64, |a, &v| a.max(f64::from(v).abs()));
    let largest = found.iter().zip(expected).map(|(&f, &e)| (f64::from(f) - f64::from(e)).abs());
    // NaN must not pass for a small number.
    largest.fold(0.0, |a: f64, b| if b <= a { a } else { b }) / scale
}
