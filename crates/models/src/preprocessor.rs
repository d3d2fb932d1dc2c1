//! How pictures are prepared, where a folder says it in a file of its own: Hugging Face's `preprocessor_config.json`.

use serde_json::Value;

use crate::fields::Fields;
use crate::image::side_before_crop;
use crate::{Error, Result};

/// A `config.json` with what its `preprocessor_config.json` says of pictures: `crop_size`, `resize_side`, `resample`,
/// `channel_mean`, `channel_std` and `channel_scale`, each unless the configuration has it already. The middle of a picture
/// is cut out even where that file asks for a square that squeezes it. Errors for a filter that is not here.
pub fn with_preprocessor(config: &[u8], preprocessor: &[u8]) -> Result<Vec<u8>> {
    let (mut config, file) = (Fields::parse(config)?, Fields::parse(preprocessor)?);
    let resized = side(&file, "size")?;
    let cropped = if file.flag_or("do_center_crop", true)? { side(&file, "crop_size")? } else { None };
    let share = file.positive_or("crop_pct", 1.0, 1.0)?;
    let mut put = |name: &str, value: Option<Value>| {
        if let Some(value) = value {
            config.insert_absent(name, value);
        }
    };
    put("crop_size", cropped.or(resized).map(Value::from));
    // Of a share, the size is what is cut out.
    put("resize_side", resized.map(|side| side_before_crop(side, share).into()));
    put("resample", resample(&file)?.map(Value::from));
    if file.flag_or("do_normalize", true)? {
        put("channel_mean", file.get("image_mean").cloned());
        put("channel_std", file.get("image_std").cloned());
    } else {
        put("channel_mean", Some([0.0; 3].to_vec().into()));
        put("channel_std", Some([1.0; 3].to_vec().into()));
    }
    put("channel_scale", file.get("rescale_factor").cloned());
    config.to_json()
}

/// A side in pixels: a number, or an object with `shortest_edge`, or with `height` and `width` of a square.
fn side(file: &Fields, name: &str) -> Result<Option<usize>> {
    let Some(value) = file.get(name) else { return Ok(None) };
    let number = |value: &Value| value.as_u64().and_then(|n| usize::try_from(n).ok());
    let of = |key: &str| value.get(key).and_then(number);
    let found = number(value).or_else(|| of("shortest_edge")).or_else(|| match [of("height"), of("width")] {
        [Some(height), Some(width)] if height == width => Some(height),
        _ => None,
    });
    let expected = "a number of pixels, a shortest_edge, or a height equal to the width";
    found.map(Some).ok_or_else(|| file.wrong(name, expected, value))
}

/// Pillow's number of a filter, by name.
fn resample(file: &Fields) -> Result<Option<&'static str>> {
    match file.get("resample").map(|value| (value, value.as_u64())) {
        None => Ok(None),
        Some((_, Some(2))) => Ok(Some("bilinear")),
        Some((_, Some(3))) => Ok(Some("bicubic")),
        Some((value, _)) => Err(Error::Config(format!(
            "The preprocessor_config.json asks for resample = {value}; expected 2 (bilinear) or 3 (bicubic), the filters that are here."
        ))),
    }
}
