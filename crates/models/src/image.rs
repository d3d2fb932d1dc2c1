//! From a decoded picture to the numbers that an image model takes.

use fast_image_resize::images::{TypedImage, TypedImageRef};
use fast_image_resize::pixels::U8x3;
use fast_image_resize::{FilterType, ResizeAlg, ResizeOptions, Resizer};

use crate::fields::Fields;
use crate::{Error, Result};

/// Larger pictures are for no model here.
const LARGEST_RESIZE: usize = 8192;

/// A picture more elongated than this would make the resized copy needlessly large.
const LARGEST_ASPECT: usize = 50;

/// Which channel comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChannelOrder {
    /// Red, green, blue.
    Rgb,
    /// Blue, green, red (Caffe's models).
    Bgr,
}

/// What a pixel of the resized picture is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Filter {
    /// Straight lines between pixels.
    Bilinear,
    /// Cubic pieces with a = −0.5 (Keys 1981, doi:10.1109/TASSP.1981.1163711), as Pillow's bicubic and torchvision's.
    Bicubic,
}

/// The size that a picture first gets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Resize {
    /// The shorter side, in pixels; at least the side that is cut out.
    pub side: usize,
    /// How.
    pub filter: Filter,
}

/// How a model wants its pixels: `(u8 · scale − mean) / std`, channels in `order`.
#[derive(Clone, Debug, PartialEq)]
pub struct ImageSpec {
    /// Height and width, in pixels.
    pub side: usize,
    /// What comes before the middle is cut out.
    pub resize: Resize,
    /// Order of the channels, also of `mean` and `std`.
    pub order: ChannelOrder,
    /// Factor of the 0..255 values, e.g. 1/255.
    pub scale: f32,
    /// Subtracted after scaling, by channel.
    pub mean: [f32; 3],
    /// Divides last, by channel.
    pub std: [f32; 3],
}

impl Resize {
    /// The shorter side becomes the side that is cut out, by straight lines.
    pub(crate) fn to(side: usize) -> Self {
        Self { side, filter: Filter::Bilinear }
    }

    /// What `resize_side` and `resample` (`bilinear`, `bicubic`) of a configuration say; `default` when absent. `side` is
    /// cut out afterwards.
    pub(crate) fn read(fields: &Fields, side: usize, default: Self) -> Result<Self> {
        let filter = match fields.has("resample") {
            false => default.filter,
            true if fields.choice("resample", &["bilinear", "bicubic"])? == "bicubic" => Filter::Bicubic,
            true => Filter::Bilinear,
        };
        Ok(Self { side: fields.count_or("resize_side", Some(default.side), side..=LARGEST_RESIZE)?, filter })
    }
}

/// The side of which `side` is this share, rounded down as torchvision and timm do. Configurations write shares with a
/// few digits, which f32 does not hold exactly.
pub(crate) fn side_before_crop(side: usize, share: f32) -> usize {
    ((side as f64 * 1e6 / (f64::from(share) * 1e6).round()) as usize).max(side)
}

/// A decoded picture without alpha.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RgbImage {
    /// Columns.
    pub width: usize,
    /// Rows.
    pub height: usize,
    /// Red, green, blue of each pixel, row-major: `width · height · 3` bytes.
    pub data: Vec<u8>,
}

/// One picture → `[3, side, side]`, as torchvision's `Resize(resize.side)` and `CenterCrop(side)` on a PIL image do it: the
/// shorter side becomes `resize.side` (PIL's filters, which take in every pixel that a smaller picture covers, rounded to
/// bytes, in integer arithmetic that gives the same bytes on every machine), then the middle is cut out.
pub fn preprocess(image: &RgbImage, spec: &ImageSpec) -> Result<Vec<f32>> {
    check(image)?;
    if spec.resize.side < spec.side {
        return Err(Error::Input(format!(
            "A picture whose shorter side becomes {} pixels has no {} × {} to cut out; expected a resize side of {} or more.",
            spec.resize.side, spec.side, spec.side, spec.side
        )));
    }
    let (width, height, data) = resize_shorter_side(image, spec.resize)?;
    // torchvision: int(round(…)), and Python rounds halves to even.
    let start = |size: usize| ((size - spec.side) as f64 / 2.0).round_ties_even() as usize;
    let (top, left) = (start(height), start(width));
    let mut out = Vec::with_capacity(3 * spec.side * spec.side);
    for channel in 0..3 {
        let source = match spec.order {
            ChannelOrder::Rgb => channel,
            ChannelOrder::Bgr => 2 - channel,
        };
        for row in data.chunks_exact(width * 3).skip(top).take(spec.side) {
            let pixels = row.chunks_exact(3).skip(left).take(spec.side);
            out.extend(pixels.map(|pixel| {
                (f32::from(pixel[source]) * spec.scale - spec.mean[channel]) / spec.std[channel]
            }));
        }
    }
    Ok(out)
}

fn check(image: &RgbImage) -> Result<()> {
    let RgbImage { width, height, data } = image;
    let n_bytes = width.checked_mul(*height).and_then(|n| n.checked_mul(3));
    if n_bytes != Some(data.len()) || data.is_empty() {
        return Err(Error::Input(format!(
            "A picture of {width} × {height} pixels needs 3 bytes a pixel and at least one pixel, but has {} bytes.",
            data.len()
        )));
    }
    if width.max(height) / width.min(height) >= LARGEST_ASPECT {
        return Err(Error::Input(format!(
            "The picture is {width} × {height} pixels: more than {LARGEST_ASPECT} times as long as wide. Crop it first."
        )));
    }
    Ok(())
}

/// Width, height and bytes with the shorter side at `side`.
fn resize_shorter_side(image: &RgbImage, Resize { side, filter }: Resize) -> Result<(usize, usize, Vec<u8>)> {
    let size = [image.width, image.height];
    let short = image.width.min(image.height);
    if short == side {
        return Ok((image.width, image.height, image.data.clone()));
    }
    // The longer side rounds down, as torchvision's int() does.
    let new = size.map(|size| side * size / short);
    let data = match filter {
        Filter::Bilinear => resize(&image.data, size, new, FilterType::Bilinear)?,
        // The resizer goes down columns first, PIL along rows. Cubic pieces overshoot, and what leaves 0..255 between the
        // two is cut off, so that their order is seen at sharp edges.
        Filter::Bicubic => {
            let between = [new[0], size[1]];
            let rows = resize(&image.data, size, between, FilterType::CatmullRom)?;
            resize(&rows, between, new, FilterType::CatmullRom)?
        }
    };
    Ok((new[0], new[1], data))
}

/// From one size to another, each `[width, height]`.
fn resize(data: &[u8], from: [usize; 2], to: [usize; 2], filter: FilterType) -> Result<Vec<u8>> {
    let failed = |error: &dyn std::fmt::Display| {
        let ([width, height], [new_width, new_height]) = (from, to);
        Error::Input(format!(
            "Could not resize a picture of {width} × {height} to {new_width} × {new_height}: {error}."
        ))
    };
    let pixels = |size: usize| u32::try_from(size).map_err(|error| failed(&error));
    // Typed views: the untyped ones compile a resizer for each of the library's pixel formats.
    let source = TypedImageRef::<U8x3>::from_buffer(pixels(from[0])?, pixels(from[1])?, data)
        .map_err(|error| failed(&error))?;
    let mut bytes = vec![0; to[0] * to[1] * 3];
    let mut resized = TypedImage::<U8x3>::from_buffer(pixels(to[0])?, pixels(to[1])?, &mut bytes)
        .map_err(|error| failed(&error))?;
    let options = ResizeOptions::new().resize_alg(ResizeAlg::Convolution(filter));
    Resizer::new()
        .resize_typed(&source, &mut resized, &options.use_alpha(false))
        .map_err(|error| failed(&error))?;
    Ok(bytes)
}
