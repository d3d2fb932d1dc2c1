//! Small numbers worked out by hand: reductions, norms, lookups, images, attention.

use inscape_tensor::{Device, Padding2d, Tensor};

use super::exact::{expect, expect_near, tensor};

pub async fn sum_mean_and_max_remove_the_dimension(device: &Device) {
    let x = tensor(device, &[2, 3], &[1.0, 2.0, 6.0, -4.0, 5.0, f32::NEG_INFINITY]);
    expect(x.max(0).unwrap(), &[3], &[1.0, 5.0, 6.0]).await;
    expect(x.max(1).unwrap(), &[2], &[6.0, 5.0]).await;
    let x = x.slice(1, 0, 2).unwrap();
    expect(x.sum(0).unwrap(), &[2], &[-3.0, 7.0]).await;
    expect(x.sum(1).unwrap(), &[2], &[3.0, 1.0]).await;
    expect(x.mean(1).unwrap(), &[2], &[1.5, 0.5]).await;
    let holes = tensor(device, &[3], &[f32::NAN, -2.0, f32::NAN]);
    expect(holes.max(0).unwrap(), &[], &[-2.0]).await;
    expect(holes.sum(0).unwrap(), &[], &[f32::NAN]).await;
}

pub async fn softmax_of_equal_numbers_is_uniform_and_masked_ones_get_nothing(device: &Device) {
    let (inf, nan, ln3) = (f32::INFINITY, f32::NAN, 3.0_f32.ln());
    let x = tensor(device, &[3, 2], &[3.0, 3.0, ln3, 0.0, 1000.0, 1000.0]);
    expect_near(x.softmax().unwrap(), &[3, 2], &[0.5, 0.5, 0.75, 0.25, 0.5, 0.5]).await;
    let masked = tensor(device, &[4, 2], &[5.0, -inf, -1e30, 2.0, -inf, -inf, nan, 1.0]);
    expect_near(masked.softmax().unwrap(), &[4, 2], &[1.0, 0.0, 0.0, 1.0, nan, nan, nan, nan]).await;
}

pub async fn norms_have_mean_zero_or_mean_square_one(device: &Device) {
    let x = tensor(device, &[2, 2], &[1.0, 3.0, 1001.0, 1003.0]);
    let (gain, bias) = (tensor(device, &[2], &[1.0, 2.0]), tensor(device, &[2], &[0.0, 10.0]));
    expect_near(x.layer_norm(&gain, &bias, 0.0).unwrap(), &[2, 2], &[-1.0, 12.0, -1.0, 12.0]).await;
    let x = tensor(device, &[1, 2], &[3.0, -4.0]);
    let root = 12.5_f32.sqrt();
    expect_near(x.rms_norm(&gain, 0.0).unwrap(), &[1, 2], &[3.0 / root, -8.0 / root]).await;
}

pub async fn rows_beyond_one_grid_dimension_are_reduced_too(device: &Device) {
    let n_rows = 65_535 + 10;
    let column = Tensor::from_vec((0..n_rows).map(|i| i as f32).collect(), &[n_rows, 1], device).unwrap();
    let sums = column.broadcast_to(&[n_rows, 2]).unwrap().sum(1).unwrap().to_vec().await.unwrap();
    assert!(sums.iter().enumerate().all(|(i, &sum)| sum == 2.0 * i as f32));
}

pub async fn gather_rows_looks_rows_up(device: &Device) {
    let table = tensor(device, &[3, 2], &[1.0, 2.0, 3.0, 4.0, 5.0, 6.0]);
    expect(table.gather_rows(&[2, 0, 2]).unwrap(), &[3, 2], &[5.0, 6.0, 1.0, 2.0, 5.0, 6.0]).await;
    expect(table.slice(0, 1, 2).unwrap().gather_rows(&[1]).unwrap(), &[1, 2], &[5.0, 6.0]).await;
}

pub async fn unfold2d_lays_patches_out_as_columns(device: &Device) {
    let x = tensor(device, &[1, 1, 2, 2], &[1.0, 2.0, 3.0, 4.0]);
    let padding = Padding2d { left: 1, ..Padding2d::default() };
    // Patches of one row and two columns: [0 1], [1 2], [0 3], [3 4].
    expect(x.unfold2d([1, 2], 1, padding).unwrap(), &[1, 2, 4], &[0.0, 1.0, 0.0, 3.0, 1.0, 2.0, 3.0, 4.0])
        .await;
}

pub async fn an_image_of_padding_alone_unfolds_to_zeros(device: &Device) {
    let x = tensor(device, &[1, 2, 0, 3], &[]);
    expect(x.unfold2d([2, 3], 1, Padding2d::all(1)).unwrap(), &[1, 12, 3], &[0.0; 36]).await;
}

pub async fn conv2d_is_a_cross_correlation_with_asymmetric_padding(device: &Device) {
    let x = tensor(device, &[1, 1, 2, 2], &[1.0, 2.0, 3.0, 4.0]);
    let weight = tensor(device, &[1, 1, 2, 2], &[1.0, 10.0, 100.0, 1000.0]);
    let bias = tensor(device, &[1], &[0.5]);
    let padding = Padding2d { bottom: 1, right: 1, ..Padding2d::default() };
    expect(x.conv2d(&weight, &bias, 1, padding).unwrap(), &[1, 1, 2, 2], &[4321.5, 402.5, 43.5, 4.5]).await;
    let pointwise = tensor(device, &[2, 1, 1, 1], &[2.0, -1.0]);
    let bias = tensor(device, &[2], &[0.0, 1.0]);
    let out = x.conv2d(&pointwise, &bias, 1, Padding2d::default()).unwrap();
    expect(out, &[1, 2, 2, 2], &[2.0, 4.0, 6.0, 8.0, 0.0, -1.0, -2.0, -3.0]).await;
}

pub async fn max_pool2d_clips_the_last_window_when_it_rounds_up(device: &Device) {
    let x = tensor(device, &[1, 1, 3, 3], &[1.0, 2.0, 3.0, 4.0, f32::NAN, 6.0, 7.0, 8.0, -9.0]);
    expect(x.max_pool2d(2, 2, false).unwrap(), &[1, 1, 1, 1], &[4.0]).await;
    expect(x.max_pool2d(2, 2, true).unwrap(), &[1, 1, 2, 2], &[4.0, 6.0, 8.0, -9.0]).await;
    // A third window would start outside the image, so it does not count.
    let line = tensor(device, &[1, 1, 1, 5], &[1.0, 2.0, 3.0, 4.0, 5.0]);
    expect(line.max_pool2d(1, 5, true).unwrap(), &[1, 1, 1, 1], &[1.0]).await;
}

pub async fn attention_without_a_preference_averages_what_it_may_see(device: &Device) {
    let q = tensor(device, &[2, 2, 1], &[0.0; 4]);
    let k = tensor(device, &[1, 2, 1], &[1.0, 2.0]);
    let v = tensor(device, &[1, 2, 1], &[3.0, 5.0]);
    let causal = q.attention(&k, &v, true).unwrap();
    expect_near(causal.pattern, &[2, 2, 2], &[1.0, 0.0, 0.5, 0.5, 1.0, 0.0, 0.5, 0.5]).await;
    expect_near(causal.z, &[2, 2, 1], &[3.0, 4.0, 3.0, 4.0]).await;
    expect_near(q.attention(&k, &v, false).unwrap().z, &[2, 2, 1], &[4.0; 4]).await;
}

pub async fn rope_turns_pairs_by_the_position(device: &Device) {
    // Position 0 stays; position 1 turns the one pair by 1 radian.
    let x = tensor(device, &[1, 2, 2], &[1.0, 2.0, 1.0, 0.0]);
    let (sin, cos) = 1.0_f32.sin_cos();
    expect_near(x.rope(10_000.0).unwrap(), &[1, 2, 2], &[1.0, 2.0, cos, sin]).await;
}
