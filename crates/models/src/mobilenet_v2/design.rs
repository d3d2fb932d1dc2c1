//! The sizes of a MobileNetV2, from each of the three kinds of configuration.

use crate::Result;
use crate::fields::Fields;

/// timm's names, all of this `model_type`.
pub(crate) const TIMM_NAMES: &[(&str, &str)] = &[
    ("mobilenetv2_035", "mobilenet_v2"),
    ("mobilenetv2_050", "mobilenet_v2"),
    ("mobilenetv2_075", "mobilenet_v2"),
    ("mobilenetv2_100", "mobilenet_v2"),
    ("mobilenetv2_140", "mobilenet_v2"),
];

/// Expansion, channels, blocks and stride of each stage (the paper's table 2).
const STAGES: [[usize; 4]; 7] = [
    [1, 16, 1, 1],
    [6, 24, 2, 2],
    [6, 32, 3, 2],
    [6, 64, 4, 2],
    [6, 96, 3, 1],
    [6, 160, 3, 2],
    [6, 320, 1, 1],
];
/// Channels of the first and the last convolution (the same table).
const STEM: usize = 32;
const LAST: usize = 1280;

/// How many blocks of which widths.
pub(super) struct Design {
    pub stem: usize,
    /// Expansion, channels, blocks and stride of each stage.
    pub stages: Vec<[usize; 4]>,
    pub last: usize,
    pub n_classes: usize,
    /// Whether the first block adds its input where the channels allow it. Hugging Face counts that block to the stem, which
    /// adds nothing.
    pub first_adds: bool,
    /// TensorFlow's padding, which puts the odd pixel after.
    pub pads_same: bool,
    /// Of the normalisations.
    pub eps: f32,
}

impl Design {
    pub fn read(fields: &Fields) -> Result<Self> {
        if ["depth_multiplier", "tf_padding", "finegrained_output"].iter().any(|name| fields.has(name)) {
            return Self::hugging_face(fields);
        }
        let n_classes = fields.count("num_classes", 1..=1_000_000)?;
        let (multiplier, divisor, stages) = match fields.text("architecture") {
            Some(name) => (timm(fields, name)?, 8, STAGES.to_vec()),
            None => (
                exact(fields.positive_or("width_mult", 1.0, 100.0)?),
                fields.count_or("round_nearest", Some(8), 1..=1024)?,
                own_stages(fields)?,
            ),
        };
        let wide = |channels: usize, multiplier: f64| divisible(channels as f64 * multiplier, divisor);
        Ok(Self {
            stem: wide(STEM, multiplier),
            stages: stages.iter().map(|&[t, c, n, s]| [t, wide(c, multiplier), n, s]).collect(),
            last: wide(LAST, multiplier.max(1.0)),
            n_classes,
            first_adds: true,
            pads_same: false,
            eps: 1e-5,
        })
    }

    fn hugging_face(fields: &Fields) -> Result<Self> {
        for (name, value, reason) in [
            ("hidden_act", "relu6".into(), "only rectified units up to 6 are here"),
            ("num_channels", 3.into(), "only images of three channels are here"),
            ("output_stride", 32.into(), "dilated convolutions are not here"),
            ("depth_divisible_by", 8.into(), "only multiples of 8 channels are here"),
            ("min_depth", 8.into(), "only at least 8 channels are here"),
            ("first_layer_is_expansion", true.into(), "only a first block without expansion is here"),
        ] {
            fields.refuse(name, &[value], reason)?;
        }
        let reason = "only the expansion by 6 is here";
        fields.refuse("expand_ratio", &[6.into(), 6.0.into()], reason)?;
        let multiplier = exact(fields.positive_or("depth_multiplier", 1.0, 100.0)?);
        let wide = |channels: usize| divisible((channels as f64 * multiplier).round_ties_even(), 8);
        let keeps_last = fields.flag_or("finegrained_output", true)? && multiplier < 1.0;
        Ok(Self {
            stem: wide(STEM),
            stages: STAGES.map(|[t, c, n, s]| [t, wide(c), n, s]).to_vec(),
            last: if keeps_last { LAST } else { wide(LAST) },
            n_classes: fields.n_labels()?,
            first_adds: false,
            pads_same: fields.flag_or("tf_padding", true)?,
            eps: fields.positive_or("layer_norm_eps", 1e-3, 1.0)?,
        })
    }
}

/// The channel multiplier that timm's name says, in hundredths.
fn timm(fields: &Fields, name: &str) -> Result<f64> {
    fields.refuse("global_pool", &["avg".into()], "only the mean over space is here")?;
    fields.refuse("model_args", &[serde_json::json!({})], "only the published sizes are here")?;
    let percent = name.strip_prefix("mobilenetv2_").and_then(|text| text.parse::<u32>().ok());
    let known = TIMM_NAMES.iter().any(|(known, _)| *known == name);
    let names: Vec<&str> = TIMM_NAMES.iter().map(|(name, _)| *name).collect();
    percent
        .filter(|_| known)
        .map(|percent| f64::from(percent) / 100.0)
        .ok_or_else(|| fields.wrong("architecture", &format!("one of {}", names.join(", ")), &name.into()))
}

/// torchvision's `inverted_residual_setting`, the paper's when absent.
fn own_stages(fields: &Fields) -> Result<Vec<[usize; 4]>> {
    let Some(list) = fields.list("inverted_residual_setting")? else { return Ok(STAGES.to_vec()) };
    let stage = |value: &serde_json::Value| -> Option<[usize; 4]> {
        let numbers: Vec<usize> =
            value.as_array()?.iter().map(|n| n.as_u64().map(|n| n as usize)).collect::<Option<_>>()?;
        let stage: [usize; 4] = numbers.try_into().ok()?;
        stage.iter().zip([64, 65_536, 1000, 2]).all(|(n, most)| (1..=most).contains(n)).then_some(stage)
    };
    let stages: Option<Vec<[usize; 4]>> = list.iter().map(stage).collect();
    let expected = "a list of [expansion 1 to 64, channels, blocks, stride 1 or 2]";
    stages
        .filter(|stages| !stages.is_empty())
        .ok_or_else(|| fields.wrong("inverted_residual_setting", expected, &list.into()))
}

/// The decimal that a configuration wrote, which f32 only comes near; multipliers have few digits.
fn exact(multiplier: f32) -> f64 {
    (f64::from(multiplier) * 1e6).round() / 1e6
}

/// The nearest multiple of `divisor`, not below it and not below nine tenths of `channels` (as in TensorFlow's code of
/// the network, and all after it).
fn divisible(channels: f64, divisor: usize) -> usize {
    let nearest = ((channels + divisor as f64 / 2.0) as usize / divisor * divisor).max(divisor);
    if (nearest as f64) < 0.9 * channels { nearest + divisor } else { nearest }
}

#[cfg(test)]
mod tests {
    use super::divisible;

    #[test]
    fn channels_are_rounded_to_multiples_of_eight_and_lose_at_most_a_tenth() {
        assert_eq!([5.6, 11.2, 33.6, 89.6, 1792.0].map(|c| divisible(c, 8)), [8, 16, 32, 88, 1792]);
    }
}
