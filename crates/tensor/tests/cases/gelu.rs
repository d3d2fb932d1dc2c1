//! The kernel's error function against one in f64.

use inscape_tensor::{Device, Tensor};

/// erf by its power series (Abramowitz & Stegun 7.1.6, all terms positive), to about 1e-15 below 6.
fn erf(x: f64) -> f64 {
    let (mut term, mut sum, mut n) = (x, x, 0.0);
    while term.abs() > 1e-17 * sum.abs() {
        n += 1.0;
        term *= 2.0 * x * x / (2.0 * n + 1.0);
        sum += term;
    }
    2.0 / std::f64::consts::PI.sqrt() * (-x * x).exp() * sum
}

pub async fn the_error_function_within_gelu_is_right_to_two_ten_millionths(device: &Device) {
    assert!((erf(1.0) - 0.842_700_792_949_714_9).abs() < 1e-15);
    let x: Vec<f32> = (-60_000..=60_000).map(|i| i as f32 * 1e-4).collect();
    let gelu = Tensor::from_vec(x.clone(), &[x.len()], device).unwrap().gelu_erf().unwrap();
    let mut worst = (0.0_f64, 0.0_f32);
    for (&x, found) in x.iter().zip(gelu.to_vec().await.unwrap()) {
        if x != 0.0 {
            // gelu = x (1 + erf) / 2, so an error of erf is 2 / x times that of gelu, beyond the
            // rounding of gelu to f32.
            let exact = f64::from(x) * (1.0 + erf(f64::from(x) / std::f64::consts::SQRT_2)) / 2.0;
            let rounding = exact.abs() * 2.0_f64.powi(-24);
            let error = 2.0 * ((f64::from(found) - exact).abs() - rounding) / f64::from(x).abs();
            if error > worst.0 {
                worst = (error, x);
            }
        }
    }
    assert!(worst.0 <= 2e-7, "erf is wrong by {:e} at x = {}", worst.0, worst.1);
}
