//! What is differentiated for convolutions, poolings, their norms and resizing.

use inscape_tensor::{Conv, Conv1d, Conv3d, Device, Padding2d, Resize, Tensor};

use super::agreement_conv::pool;
use super::gradients::check;

/// Smooth functions: the difference's own error and f32's.
const SMOOTH: f64 = 2e-3;

pub async fn conv2d_with(device: &Device) -> f64 {
    check(device, SMOOTH, |case| {
        let [batch, groups, n_in, n_out] = [(); 4].map(|()| case.random.between(1, 2));
        let [height, width] = [(); 2].map(|()| case.random.between(4, 6));
        let kernel = [(); 2].map(|()| case.random.between(1, 2));
        case.input(&[batch, groups * n_in, height, width]);
        case.input(&[groups * n_out, n_in, kernel[0], kernel[1]]);
        case.input(&[groups * n_out]);
        let conv = Conv {
            stride: [(); 2].map(|()| case.random.between(1, 3)),
            padding: Padding2d {
                top: case.random.below(2),
                right: case.random.below(3),
                ..Padding2d::default()
            },
            dilation: [(); 2].map(|()| case.random.between(1, 3)),
            groups,
        };
        move |x: &[Tensor]| x[0].conv2d_with(&x[1], Some(&x[2]), &conv)
    })
    .await
}

pub async fn depthwise_conv2d(device: &Device) -> f64 {
    check(device, SMOOTH, |case| {
        let [batch, channels] = [(); 2].map(|()| case.random.between(2, 3));
        case.input(&[batch, channels, 4, 5]);
        case.input(&[channels, 1, 3, 2]);
        let conv = Conv { groups: channels, padding: Padding2d::all(1), ..Conv::default() };
        move |x: &[Tensor]| x[0].conv2d_with(&x[1], None, &conv)
    })
    .await
}

pub async fn conv1d(device: &Device) -> f64 {
    check(device, SMOOTH, |case| {
        let [batch, groups, n_in, n_out] = [(); 4].map(|()| case.random.between(1, 2));
        let (size, kernel) = (case.random.between(5, 8), case.random.between(1, 3));
        case.input(&[batch, groups * n_in, size]);
        case.input(&[groups * n_out, n_in, kernel]);
        let conv = Conv1d { stride: 2, padding: [kernel - 1, case.random.below(2)], dilation: 2, groups };
        move |x: &[Tensor]| x[0].conv1d(&x[1], None, &conv)
    })
    .await
}

pub async fn conv3d(device: &Device) -> f64 {
    check(device, SMOOTH, |case| {
        let [batch, groups, n_in, n_out] = [(); 4].map(|()| case.random.between(1, 2));
        let sizes = [(); 3].map(|()| case.random.between(3, 4));
        let kernel = [(); 3].map(|()| case.random.between(1, 2));
        case.input(&[&[batch, groups * n_in], sizes.as_slice()].concat());
        case.input(&[&[groups * n_out, n_in], kernel.as_slice()].concat());
        let conv = Conv3d { stride: [2, 1, 2], padding: [1, 0, 1], dilation: [1, 2, 1], groups };
        move |x: &[Tensor]| x[0].conv3d(&x[1], None, &conv)
    })
    .await
}

pub async fn conv_transpose1d(device: &Device) -> f64 {
    check(device, SMOOTH, |case| {
        let [batch, groups, n_in, n_out] = [(); 4].map(|()| case.random.between(1, 2));
        case.input(&[batch, groups * n_in, 5]);
        case.input(&[groups * n_in, n_out, 3]);
        let conv = Conv1d { stride: 2, padding: [1, 2], groups, ..Conv1d::default() };
        move |x: &[Tensor]| x[0].conv_transpose1d(&x[1], None, &conv, 1)
    })
    .await
}

pub async fn conv_transpose2d(device: &Device) -> f64 {
    check(device, SMOOTH, |case| {
        let [batch, groups, n_in, n_out] = [(); 4].map(|()| case.random.between(1, 2));
        let [height, width] = [(); 2].map(|()| case.random.between(2, 4));
        let kernel = [(); 2].map(|()| case.random.between(1, 3));
        case.input(&[batch, groups * n_in, height, width]);
        case.input(&[groups * n_in, n_out, kernel[0], kernel[1]]);
        case.input(&[groups * n_out]);
        let stride = [(); 2].map(|()| case.random.between(1, 3));
        let output_padding = stride.map(|stride| case.random.below(stride));
        let padding = Padding2d { top: 1, ..Padding2d::default() };
        let conv = Conv { stride, padding, dilation: [1, 2], groups };
        move |x: &[Tensor]| x[0].conv_transpose2d(&x[1], Some(&x[2]), &conv, output_padding)
    })
    .await
}

pub async fn max_pool2d_with(device: &Device) -> f64 {
    check(device, SMOOTH, |case| {
        let image = [(); 2].map(|()| case.random.between(3, 7));
        let pool = pool(&mut case.random, image);
        case.input_apart(&[2, 2, image[0], image[1]]);
        move |x: &[Tensor]| x[0].max_pool2d_with(&pool)
    })
    .await
}

pub async fn avg_pool2d(device: &Device) -> f64 {
    check(device, SMOOTH, |case| {
        let image = [(); 2].map(|()| case.random.between(3, 7));
        let pool = pool(&mut case.random, image);
        case.input(&[2, 2, image[0], image[1]]);
        move |x: &[Tensor]| x[0].avg_pool2d(&pool)
    })
    .await
}

pub async fn adaptive_avg_pool2d(device: &Device) -> f64 {
    check(device, SMOOTH, |case| {
        let [height, width, y, x] = [(); 4].map(|()| case.random.between(1, 6));
        case.input(&[2, 2, height, width]);
        move |input: &[Tensor]| input[0].adaptive_avg_pool2d([y, x])
    })
    .await
}

pub async fn adaptive_max_pool2d(device: &Device) -> f64 {
    check(device, SMOOTH, |case| {
        let [height, width, y, x] = [(); 4].map(|()| case.random.between(1, 6));
        case.input_apart(&[2, 2, height, width]);
        move |input: &[Tensor]| input[0].adaptive_max_pool2d([y, x])
    })
    .await
}

pub async fn batch_norm(device: &Device) -> f64 {
    check(device, SMOOTH, |case| {
        let [batch, channels, width] = [(); 3].map(|()| case.random.between(2, 4));
        case.input_apart(&[batch, channels, width]);
        case.input(&[channels]);
        case.input(&[channels]);
        |x: &[Tensor]| {
            // The statistics have gradients too.
            let norm = x[0].batch_norm(Some(&x[1]), Some(&x[2]), 1e-5)?;
            let statistics = norm.mean.add(&norm.variance)?;
            norm.y.add(&statistics.reshape(&[statistics.count(), 1])?)
        }
    })
    .await
}

pub async fn group_norm(device: &Device) -> f64 {
    check(device, SMOOTH, |case| {
        let [batch, groups, width] = [(); 3].map(|()| case.random.between(1, 3));
        let channels = 2 * groups;
        case.input_apart(&[batch, channels, width]);
        case.input(&[channels]);
        case.input(&[channels]);
        move |x: &[Tensor]| x[0].group_norm(groups, Some(&x[1]), Some(&x[2]), 1e-2)
    })
    .await
}

pub async fn pixel_shuffle(device: &Device) -> f64 {
    check(device, SMOOTH, |case| {
        let r = case.random.between(1, 3);
        case.input(&[1, 2 * r * r, 2, 3]);
        move |x: &[Tensor]| x[0].pixel_shuffle(r)?.square()?.pixel_unshuffle(r)
    })
    .await
}

pub async fn resize2d(device: &Device) -> f64 {
    check(device, SMOOTH, |case| {
        let [height, width, y, x] = [(); 4].map(|()| case.random.between(1, 6));
        let how = match case.random.below(3) {
            0 => Resize::Nearest,
            at => Resize::Bilinear { align_corners: at == 1 },
        };
        case.input(&[2, 1, height, width]);
        move |input: &[Tensor]| input[0].resize2d([y, x], how)
    })
    .await
}
