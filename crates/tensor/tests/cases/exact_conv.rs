//! Convolutions, poolings and resizing on numbers small enough to work out by hand.

use inscape_tensor::{Conv, Conv1d, Conv3d, Device, Padding2d, Pool, Resize, Tensor};

use super::exact::{expect, expect_near, tensor};

/// 1, 2, 3, …
fn counted(device: &Device, shape: &[usize]) -> Tensor {
    Tensor::index(shape, device).unwrap().shift(1.0).unwrap()
}

pub async fn a_dilated_kernel_skips_pixels(device: &Device) {
    let x = counted(device, &[1, 1, 3, 4]);
    let weight = tensor(device, &[1, 1, 2, 2], &[1.0, 10.0, 100.0, 1000.0]);
    let conv = Conv { dilation: [2, 3], ..Conv::default() };
    expect(x.conv2d_with(&weight, None, &conv).unwrap(), &[1, 1, 1, 1], &[1.0 + 40.0 + 900.0 + 12_000.0])
        .await;
}

pub async fn groups_of_channels_do_not_see_each_other(device: &Device) {
    let x = counted(device, &[2, 2, 1, 2]);
    let conv = Conv { groups: 2, ..Conv::default() };
    // Depthwise, the taps of a row.
    let weight = tensor(device, &[2, 1, 1, 2], &[1.0, 10.0, 100.0, 1000.0]);
    let bias = tensor(device, &[2], &[0.5, 0.25]);
    let out = x.conv2d_with(&weight, Some(&bias), &conv).unwrap();
    expect(out, &[2, 2, 1, 1], &[21.5, 4300.25, 65.5, 8700.25]).await;
    // Two filters a group.
    let weight = tensor(device, &[4, 1, 1, 1], &[1.0, 10.0, 100.0, 1000.0]);
    let out = x.slice(0, 0, 1).unwrap().conv2d_with(&weight, None, &conv).unwrap();
    expect(out, &[1, 4, 1, 2], &[1.0, 2.0, 10.0, 20.0, 300.0, 400.0, 3000.0, 4000.0]).await;
}

pub async fn conv1d_may_look_back_only(device: &Device) {
    let x = counted(device, &[1, 1, 4]);
    let weight = tensor(device, &[1, 1, 2], &[10.0, 1.0]);
    let conv = Conv1d { padding: [2, 0], dilation: 2, ..Conv1d::default() };
    expect(x.conv1d(&weight, None, &conv).unwrap(), &[1, 1, 4], &[1.0, 2.0, 13.0, 24.0]).await;
}

pub async fn conv3d_sums_over_the_depth_too(device: &Device) {
    let x = counted(device, &[1, 1, 3, 1, 2]);
    let weight = tensor(device, &[1, 1, 2, 1, 1], &[10.0, 1.0]);
    let bias = tensor(device, &[1], &[0.5]);
    let out = x.conv3d(&weight, Some(&bias), &Conv3d::default()).unwrap();
    expect(out, &[1, 1, 2, 1, 2], &[13.5, 24.5, 35.5, 46.5]).await;
    let strided = Conv3d { stride: [2, 1, 1], padding: [1, 0, 0], ..Conv3d::default() };
    expect(x.conv3d(&weight, None, &strided).unwrap(), &[1, 1, 2, 1, 2], &[1.0, 2.0, 35.0, 46.0]).await;
}

pub async fn a_transposed_convolution_lays_the_kernel_down_at_each_pixel(device: &Device) {
    let x = tensor(device, &[1, 1, 1, 2], &[1.0, 2.0]);
    let weight = tensor(device, &[1, 1, 1, 3], &[1.0, 10.0, 100.0]);
    let conv = Conv { stride: [1, 2], ..Conv::default() };
    let out = x.conv_transpose2d(&weight, None, &conv, [0, 1]).unwrap();
    expect(out, &[1, 1, 1, 6], &[1.0, 10.0, 102.0, 20.0, 200.0, 0.0]).await;
    let cut = Conv1d { stride: 2, padding: [1, 2], ..Conv1d::default() };
    let (x, weight) = (x.squeeze(2).unwrap(), weight.squeeze(2).unwrap());
    expect(x.conv_transpose1d(&weight, None, &cut, 0).unwrap(), &[1, 1, 2], &[10.0, 102.0]).await;
}

pub async fn padding_never_is_the_largest(device: &Device) {
    let x = tensor(device, &[1, 1, 2, 2], &[-1.0, -2.0, -3.0, -4.0]);
    let pool = Pool { padding: [1, 1], ..Pool::new([2, 2], [2, 2]) };
    expect(x.max_pool2d_with(&pool).unwrap(), &[1, 1, 2, 2], &[-1.0, -2.0, -3.0, -4.0]).await;
    let line = tensor(device, &[1, 1, 4], &[1.0, 3.0, 2.0, f32::NAN]);
    expect(line.max_pool1d(3, 2, 1).unwrap(), &[1, 1, 2], &[3.0, 3.0]).await;
}

pub async fn means_count_the_padding_unless_told_otherwise(device: &Device) {
    let x = tensor(device, &[1, 1, 2, 2], &[1.0, 2.0, 3.0, 4.0]);
    let pool = Pool { padding: [1, 1], ..Pool::new([2, 2], [2, 2]) };
    expect(x.avg_pool2d(&pool).unwrap(), &[1, 1, 2, 2], &[0.25, 0.5, 0.75, 1.0]).await;
    let pool = Pool { counts_padding: false, ..pool };
    expect(x.avg_pool2d(&pool).unwrap(), &[1, 1, 2, 2], &[1.0, 2.0, 3.0, 4.0]).await;
    let line = x.reshape(&[1, 1, 4]).unwrap();
    expect(line.avg_pool1d(2, 1, 0).unwrap(), &[1, 1, 3], &[1.5, 2.5, 3.5]).await;
}

pub async fn shares_of_an_image_overlap_where_they_must(device: &Device) {
    let x = counted(device, &[1, 1, 3]);
    expect(x.adaptive_avg_pool1d(2).unwrap(), &[1, 1, 2], &[1.5, 2.5]).await;
    expect_near(x.adaptive_avg_pool1d(1).unwrap(), &[1, 1, 1], &[2.0]).await;
    let x = counted(device, &[1, 1, 3, 3]);
    expect(x.adaptive_max_pool2d([2, 2]).unwrap(), &[1, 1, 2, 2], &[5.0, 6.0, 8.0, 9.0]).await;
    expect(x.adaptive_max_pool2d([1, 3]).unwrap(), &[1, 1, 1, 3], &[7.0, 8.0, 9.0]).await;
}

pub async fn batch_norm_gives_its_statistics(device: &Device) {
    let x = tensor(device, &[2, 2, 2], &[1.0, 3.0, 0.0, 0.0, 5.0, 7.0, 0.0, 8.0]);
    let norm = x.batch_norm(None, None, 0.0).unwrap();
    expect(norm.mean, &[2], &[4.0, 2.0]).await;
    expect(norm.variance, &[2], &[5.0, 12.0]).await;
    let root = 5.0_f32.sqrt();
    expect_near(norm.y.slice(1, 0, 1).unwrap(), &[2, 1, 2], &[-3.0, -1.0, 1.0, 3.0].map(|v| v / root)).await;
    let ones = tensor(device, &[2], &[1.0; 2]);
    let y = x.batch_norm_with(&ones, &ones, Some(&ones), Some(&ones), 3.0).unwrap();
    expect_near(y, &[2, 2, 2], &[1.0, 2.0, 0.5, 0.5, 3.0, 4.0, 0.5, 4.5]).await;
}

pub async fn group_and_instance_norm_differ_in_what_they_join(device: &Device) {
    let x = tensor(device, &[1, 2, 2], &[1.0, 3.0, 5.0, 9.0]);
    expect_near(x.instance_norm(None, None, 0.0).unwrap(), &[1, 2, 2], &[-1.0, 1.0, -1.0, 1.0]).await;
    let gain = tensor(device, &[2], &[1.0, 2.0]);
    let spread = 8.75_f32.sqrt();
    let expected = [-3.5, -1.5, 1.0, 9.0].map(|v| v / spread);
    expect_near(x.group_norm(1, Some(&gain), None, 0.0).unwrap(), &[1, 2, 2], &expected).await;
}

pub async fn pixel_shuffle_lays_channels_out_as_pixels(device: &Device) {
    let x = counted(device, &[1, 4, 1, 2]);
    let out = x.pixel_shuffle(2).unwrap();
    expect(out.clone(), &[1, 1, 2, 4], &[1.0, 3.0, 2.0, 4.0, 5.0, 7.0, 6.0, 8.0]).await;
    let back: Vec<f32> = (1..=8).map(|v| v as f32).collect();
    expect(out.pixel_unshuffle(2).unwrap(), &[1, 4, 1, 2], &back).await;
}

pub async fn resizing_repeats_pixels_or_mixes_neighbours(device: &Device) {
    let x = tensor(device, &[1, 1, 1, 2], &[0.0, 4.0]);
    let to = |how: Resize| x.resize2d([1, 4], how).unwrap();
    expect(to(Resize::Nearest), &[1, 1, 1, 4], &[0.0, 0.0, 4.0, 4.0]).await;
    expect(to(Resize::Bilinear { align_corners: false }), &[1, 1, 1, 4], &[0.0, 1.0, 3.0, 4.0]).await;
    let third = 4.0 / 3.0;
    expect_near(to(Resize::Bilinear { align_corners: true }), &[1, 1, 1, 4], &[0.0, third, 2.0 * third, 4.0])
        .await;
}

pub async fn empty_batches_pass_through_convolutions_and_poolings(device: &Device) {
    let x = tensor(device, &[0, 2, 4, 4], &[]);
    let weight = counted(device, &[2, 2, 3, 3]);
    let conv = Conv { padding: Padding2d::all(1), ..Conv::default() };
    expect(x.conv2d_with(&weight, None, &conv).unwrap(), &[0, 2, 4, 4], &[]).await;
    expect(x.conv_transpose2d(&weight, None, &conv, [0, 0]).unwrap(), &[0, 2, 4, 4], &[]).await;
    let pool = Pool::new([2, 2], [2, 2]);
    expect(x.max_pool2d_with(&pool).unwrap(), &[0, 2, 2, 2], &[]).await;
    expect(x.avg_pool2d(&pool).unwrap(), &[0, 2, 2, 2], &[]).await;
    expect(x.adaptive_max_pool2d([3, 3]).unwrap(), &[0, 2, 3, 3], &[]).await;
    expect(x.resize2d([2, 2], Resize::Nearest).unwrap(), &[0, 2, 2, 2], &[]).await;
    expect(x.group_norm(2, None, None, 0.0).unwrap(), &[0, 2, 4, 4], &[]).await;
    assert!(x.batch_norm(None, None, 0.0).is_err());
}
