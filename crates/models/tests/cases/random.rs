//! Seeded numbers and weights, the same on every machine.

use inscape_models::{Plan, WeightRequest, Weights};
use tensor::{Device, Tensor};

/// The finaliser of SplitMix64 (Steele et al. 2014) over a counter: uniform in −0.5..0.5.
pub fn uniform(seed: u64, count: usize) -> Vec<f32> {
    (0..count as u64)
        .map(|i| {
            let mut z = (seed << 32 | i).wrapping_add(1).wrapping_mul(0x9e37_79b9_7f4a_7c15);
            z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
            z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
            ((z ^ (z >> 31)) >> 40) as f32 / (1 << 24) as f32 - 0.5
        })
        .collect()
}

/// Random weights for exactly these requests, about 1/√fan_in large.
pub fn weights_for(requests: &[WeightRequest], device: &Device) -> Weights {
    let mut weights = Weights::default();
    for (seed, request) in requests.iter().enumerate() {
        let fan_in: usize = request.shape.iter().skip(1).product();
        let size = 3.0 / (fan_in as f32).sqrt();
        // Variances are above 0.
        let is_variance = ["running_var", "moving_variance"].iter().any(|name| request.name.ends_with(name));
        let number = |v: &f32| if is_variance { 1.0 + v } else { v * size };
        let data = uniform(seed as u64 + 1, request.count()).iter().map(number).collect();
        weights.insert(&request.name, Tensor::from_vec(data, &request.shape, device).unwrap());
    }
    weights
}

/// Random weights for every site of a plan.
pub fn all_weights(plan: &dyn Plan, device: &Device) -> Weights {
    let names: Vec<&str> = plan.sites().iter().map(|site| site.name.as_str()).collect();
    weights_for(&plan.weights_for(&names).unwrap(), device)
}
