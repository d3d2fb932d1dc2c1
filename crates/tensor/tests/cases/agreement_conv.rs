//! What is compared for convolutions, poolings, their norms and resizing.

use inscape_tensor::{Conv, Conv1d, Conv3d, Device, Padding2d, Pool, Resize, Tensor};

use super::agreement::{Maker, agree};
use super::random::Random;

/// To the bit: these kernels move or choose numbers.
const EXACT: f64 = 0.0;
/// Sums of f32 products, against the CPU's other order.
const SUMMED: f64 = 1e-5;
/// Division by a spread that is itself a sum: rounding grows where the numbers are nearly equal.
const NORMED: f64 = 1e-4;

/// Groups and channels of each: `(groups, input channels a group, output channels a group)`.
fn channels(random: &mut Random) -> (usize, usize, usize) {
    match random.below(3) {
        0 => (1, random.between(1, 5), random.between(1, 5)),
        1 => (random.between(2, 4), 1, 1),
        _ => (random.between(2, 3), random.between(1, 3), random.between(1, 3)),
    }
}

/// A size of image, kernel, stride, padding and dilation along one axis, where the kernel fits.
fn axis(random: &mut Random) -> [usize; 5] {
    let (size, padding) = (random.between(1, 13), random.below(3));
    let (mut kernel, mut dilation) = (random.between(1, 4), random.between(1, 3));
    if dilation * (kernel - 1) + 1 > size + 2 * padding {
        (kernel, dilation) = (1, 1);
    }
    [size, kernel, random.between(1, 3), padding, dilation]
}

/// The options of two axes.
fn conv([y, x]: [[usize; 5]; 2], groups: usize) -> Conv {
    let padding = Padding2d { top: y[3], bottom: y[3], left: x[3], right: x[3] };
    Conv { stride: [y[2], x[2]], padding, dilation: [y[4], x[4]], groups }
}

pub async fn conv2d_with(gpu: &Device) -> f64 {
    agree(gpu, SUMMED, |make| {
        let (groups, n_in, n_out) = channels(&mut make.random);
        let [y, x] = [(); 2].map(|()| axis(&mut make.random));
        let batch = make.random.between(0, 3);
        make.input(&[batch, groups * n_in, y[0], x[0]]);
        make.input(&[groups * n_out, n_in, y[1], x[1]]);
        let conv = conv([y, x], groups);
        move |x: &[Tensor]| x[0].conv2d_with(&x[1], None, &conv)
    })
    .await
}

/// Sums over many pixels in the gradient of the weight, which a GPU computes in parts.
pub async fn conv2d_gradients(gpu: &Device) -> f64 {
    agree(gpu, SUMMED, |make| {
        let side = make.random.between(16, 24);
        make.input(&[2, 3, side, side]);
        make.input(&[4, 3, 3, 3]);
        |x: &[Tensor]| {
            let (image, weight) = (x[0].parameter()?, x[1].parameter()?);
            let y =
                image.conv2d_with(&weight, None, &Conv { padding: Padding2d::all(1), ..Conv::default() })?;
            let found = inscape_tensor::gradients(&y.square()?.sum_all()?, &[&image, &weight])?;
            let flat: Vec<Tensor> =
                found.iter().map(|g| g.reshape(&[g.count()])).collect::<Result<_, _>>()?;
            Tensor::concat(&flat.iter().collect::<Vec<_>>(), 0)
        }
    })
    .await
}

pub async fn conv1d(gpu: &Device) -> f64 {
    agree(gpu, SUMMED, |make| {
        let (groups, n_in, n_out) = channels(&mut make.random);
        let [size, kernel, stride, before, dilation] = axis(&mut make.random);
        let batch = make.random.between(0, 3);
        make.input(&[batch, groups * n_in, size]);
        make.input(&[groups * n_out, n_in, kernel]);
        make.input(&[groups * n_out]);
        let conv = Conv1d { stride, padding: [before, before], dilation, groups };
        move |x: &[Tensor]| x[0].conv1d(&x[1], Some(&x[2]), &conv)
    })
    .await
}

pub async fn conv3d(gpu: &Device) -> f64 {
    agree(gpu, SUMMED, |make| {
        let (groups, n_in, n_out) = channels(&mut make.random);
        let axes = [(); 3].map(|()| axis(&mut make.random));
        let of = |at: usize| axes.map(|axis| axis[at]);
        let batch = make.random.between(0, 2);
        make.input(&[&[batch, groups * n_in], of(0).as_slice()].concat());
        make.input(&[&[groups * n_out, n_in], of(1).as_slice()].concat());
        make.input(&[groups * n_out]);
        let conv = Conv3d { stride: of(2), padding: of(3), dilation: of(4), groups };
        move |x: &[Tensor]| x[0].conv3d(&x[1], Some(&x[2]), &conv)
    })
    .await
}

pub async fn conv_transpose1d(gpu: &Device) -> f64 {
    agree(gpu, SUMMED, |make| {
        let (groups, n_in, n_out) = channels(&mut make.random);
        let (size, kernel) = (make.random.between(2, 13), make.random.between(1, 4));
        let batch = make.random.between(0, 3);
        make.input(&[batch, groups * n_in, size]);
        make.input(&[groups * n_in, n_out, kernel]);
        make.input(&[groups * n_out]);
        let stride = make.random.between(1, 3);
        let conv = Conv1d { stride, dilation: make.random.between(1, 3), groups, ..Conv1d::default() };
        let output_padding = make.random.below(stride);
        move |x: &[Tensor]| x[0].conv_transpose1d(&x[1], Some(&x[2]), &conv, output_padding)
    })
    .await
}

pub async fn conv_transpose2d(gpu: &Device) -> f64 {
    agree(gpu, SUMMED, |make| {
        let (groups, n_in, n_out) = channels(&mut make.random);
        let [y, x] = [(); 2].map(|()| axis(&mut make.random)).map(|mut axis| {
            // So large that something is left when the padding is cut off.
            axis[0] += 4;
            axis
        });
        let batch = make.random.between(0, 3);
        make.input(&[batch, groups * n_in, y[0], x[0]]);
        make.input(&[groups * n_in, n_out, y[1], x[1]]);
        make.input(&[groups * n_out]);
        let conv = conv([y, x], groups);
        let output_padding = conv.stride.map(|stride| make.random.below(stride));
        move |x: &[Tensor]| x[0].conv_transpose2d(&x[1], Some(&x[2]), &conv, output_padding)
    })
    .await
}

/// A window that fits an image `[height, width]`.
pub fn pool(random: &mut Random, image: [usize; 2]) -> Pool {
    let kernel = image.map(|size| random.between(1, size.min(4)));
    let stride = [(); 2].map(|()| random.between(1, 4));
    let padding = kernel.map(|size| random.below(size / 2 + 1));
    let (ceil, counts_padding) = (random.below(2) == 0, random.below(2) == 0);
    Pool { padding, ceil, counts_padding, ..Pool::new(kernel, stride) }
}

/// `[batch, channels, height, width]`; returns the last two.
fn image(make: &mut Maker) -> [usize; 2] {
    let [height, width] = [(); 2].map(|()| make.random.between(1, 19));
    let shape = [make.random.between(0, 3), make.random.between(1, 5), height, width];
    make.input(&shape);
    [height, width]
}

pub async fn max_pool2d_with(gpu: &Device) -> f64 {
    agree(gpu, EXACT, |make| {
        let image = image(make);
        let pool = pool(&mut make.random, image);
        move |x: &[Tensor]| x[0].max_pool2d_with(&pool)
    })
    .await
}

pub async fn max_pool2d_gradient(gpu: &Device) -> f64 {
    agree(gpu, EXACT, |make| {
        let image = image(make);
        let pool = pool(&mut make.random, image);
        move |x: &[Tensor]| {
            let x = x[0].parameter()?;
            let loss = x.max_pool2d_with(&pool)?.square()?.sum_all()?;
            Ok(inscape_tensor::gradients(&loss, &[&x])?.remove(0))
        }
    })
    .await
}

pub async fn avg_pool2d(gpu: &Device) -> f64 {
    agree(gpu, SUMMED, |make| {
        let image = image(make);
        let pool = pool(&mut make.random, image);
        move |x: &[Tensor]| x[0].avg_pool2d(&pool)
    })
    .await
}

pub async fn adaptive_avg_pool2d(gpu: &Device) -> f64 {
    agree(gpu, SUMMED, |make| {
        image(make);
        let size = [(); 2].map(|()| make.random.between(1, 9));
        move |x: &[Tensor]| x[0].adaptive_avg_pool2d(size)
    })
    .await
}

pub async fn adaptive_max_pool2d(gpu: &Device) -> f64 {
    agree(gpu, EXACT, |make| {
        image(make);
        let size = [(); 2].map(|()| make.random.between(1, 9));
        move |x: &[Tensor]| x[0].adaptive_max_pool2d(size)
    })
    .await
}

/// `[batch, channels, width]`, then tensors `[channels]`; returns the channels.
fn planes_and_vectors(make: &mut Maker, n_vectors: usize) -> usize {
    let channels = make.random.between(1, 6);
    let shape = [make.random.between(1, 4), channels, make.random.between(2, 40)];
    make.input(&shape);
    for _ in 0..n_vectors {
        make.input(&[channels]);
    }
    channels
}

pub async fn batch_norm(gpu: &Device) -> f64 {
    agree(gpu, NORMED, |make| {
        planes_and_vectors(make, 2);
        |x: &[Tensor]| Ok(x[0].batch_norm(Some(&x[1]), Some(&x[2]), 1e-3)?.y)
    })
    .await
}

pub async fn batch_norm_with(gpu: &Device) -> f64 {
    agree(gpu, NORMED, |make| {
        planes_and_vectors(make, 3);
        |x: &[Tensor]| x[0].batch_norm_with(&x[1], &x[2].square()?, Some(&x[3]), None, 1e-3)
    })
    .await
}

pub async fn group_norm(gpu: &Device) -> f64 {
    agree(gpu, NORMED, |make| {
        let channels = planes_and_vectors(make, 2);
        let groups = if channels.is_multiple_of(2) { channels / 2 } else { channels };
        move |x: &[Tensor]| x[0].group_norm(groups, Some(&x[1]), Some(&x[2]), 1e-3)
    })
    .await
}

pub async fn pixel_shuffle(gpu: &Device) -> f64 {
    agree(gpu, EXACT, |make| {
        let (r, channels) = (make.random.between(1, 3), make.random.between(1, 3));
        let shape = [
            make.random.between(0, 3),
            channels * r * r,
            make.random.between(1, 7),
            make.random.between(1, 7),
        ];
        make.input(&shape);
        move |x: &[Tensor]| x[0].pixel_shuffle(r)?.relu()?.pixel_unshuffle(r)?.add(&x[0])
    })
    .await
}

pub async fn resize2d(gpu: &Device) -> f64 {
    agree(gpu, SUMMED, |make| {
        image(make);
        let size = [(); 2].map(|()| make.random.between(1, 23));
        let how = match make.random.below(3) {
            0 => Resize::Nearest,
            at => Resize::Bilinear { align_corners: at == 1 },
        };
        move |x: &[Tensor]| x[0].resize2d(size, how)
    })
    .await
}
