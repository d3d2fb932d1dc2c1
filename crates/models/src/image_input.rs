//! What image classifiers share: the size and scale of their pixels by the configuration, and the check of a batch.

use std::ops::RangeInclusive;

use tensor::Tensor;

use crate::fields::Fields;
use crate::image::side_before_crop;
use crate::{Axis, ChannelOrder, Error, Filter, ImageSpec, Input, Resize, Result};

/// Mean and standard deviation of ImageNet's pixels in 0..1, red, green, blue (torchvision's reference).
const IMAGENET: [[f32; 3]; 2] = [[0.485, 0.456, 0.406], [0.229, 0.224, 0.225]];

/// Pixels along a side that make sense: below, nothing is left for the last layers; above, one image needs gigabytes.
const SIDES: RangeInclusive<usize> = 16..=4096;

/// The pixels that a classifier takes, red, green, blue. By `crop_size` or `image_size`, `resize_side`, `resample`, `channel_mean` and
/// `channel_std`, or by timm's `pretrained_cfg` (`input_size` [3, side, side], `crop_pct`, `interpolation`, `mean`, `std`).
/// When absent: 224 and ImageNet's, and the shorter side becomes the side, by straight lines.
pub(crate) fn image_spec(fields: &Fields) -> Result<ImageSpec> {
    let [mean, std] = IMAGENET;
    let (side, resize, mean, std) = match fields.inside("pretrained_cfg") {
        Some(inside) => {
            let size = inside.counts_or("input_size", Some(&[3, 224, 224]), 1..=*SIDES.end())?;
            let side = match *size {
                [3, height, width] if height == width && SIDES.contains(&width) => width,
                _ => return Err(inside.wrong("input_size", SIZE, &size.into())),
            };
            (
                side,
                timm_resize(&inside, side)?,
                inside.triple_or("mean", mean)?,
                inside.triple_or("std", std)?,
            )
        }
        None => {
            let side = fields.count_or("image_size", Some(224), SIDES)?;
            let side = fields.count_or("crop_size", Some(side), SIDES)?;
            let resize = Resize::read(fields, side, Resize::to(side))?;
            (side, resize, fields.triple_or("channel_mean", mean)?, fields.triple_or("channel_std", std)?)
        }
    };
    if std.contains(&0.0) {
        let model = fields.model_type().unwrap_or("model");
        return Err(Error::Config(format!(
            "The {model} configuration has a standard deviation of 0 for a channel; expected three numbers to divide by."
        )));
    }
    Ok(ImageSpec { side, resize, order: ChannelOrder::Rgb, scale: 1.0 / 255.0, mean, std })
}

/// timm cuts out the share `crop_pct` of a side that it rounds down.
fn timm_resize(fields: &Fields, side: usize) -> Result<Resize> {
    let filter = match fields.choice("interpolation", &["bilinear", "bicubic"])? {
        "bicubic" => Filter::Bicubic,
        _ => Filter::Bilinear,
    };
    fields.refuse("crop_mode", &["center".into()], "the middle of a picture is cut out here")?;
    Ok(Resize { side: side_before_crop(side, fields.positive_or("crop_pct", 1.0, 1.0)?), filter })
}

const SIZE: &str = "[3, side, side] with sides from 16 to 4096";

/// The images of an input, checked: a batch of at least one, square, of the model's size.
pub(crate) fn image_batch<'i>(architecture: &str, input: &'i Input, side: usize) -> Result<&'i Tensor> {
    let Input::Images(images) = input else {
        return Err(Error::Input(format!("A {architecture} model takes images, not text.")));
    };
    if images.rank() != 4 || images.shape()[1..] != [3, side, side] || images.shape()[0] == 0 {
        return Err(Error::Input(format!(
            "This {architecture} model takes images [batch, 3, {side}, {side}], found {:?}.",
            images.shape()
        )));
    }
    Ok(images)
}

/// The axes of a square map of features.
pub(crate) fn map_axes(channels: usize, side: usize) -> [Axis; 3] {
    [Axis::Channel(channels), Axis::Height(side), Axis::Width(side)]
}

/// The axes of what a layer makes of an image: a map of features, or a list of what `unit` names.
pub(crate) fn value_axes(shape: &[usize], unit: &'static str) -> Vec<Axis> {
    match *shape {
        [channels, height, width] => {
            vec![Axis::Channel(channels), Axis::Height(height), Axis::Width(width)]
        }
        ref sizes => sizes.iter().map(|&size| Axis::Unit { name: unit, size }).collect(),
    }
}
