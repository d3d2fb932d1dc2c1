//! The sizes of a ResNet, from each of the three kinds of configuration.

use crate::fields::{Fields, LARGEST_SIZE};
use crate::{Error, Result};

/// Output channels of a bottleneck over those of its stage's `widths`.
const EXPANSION: usize = 4;
/// Channels of the stem, and widths of the stages (the paper's table 1).
const STEM: usize = 64;
const WIDTHS: [usize; 4] = [64, 128, 256, 512];

/// timm's names, all of this `model_type`.
pub(crate) const TIMM_NAMES: &[(&str, &str)] = &[
    ("resnet18", "resnet"),
    ("resnet34", "resnet"),
    ("resnet26", "resnet"),
    ("resnet50", "resnet"),
    ("resnet101", "resnet"),
    ("resnet152", "resnet"),
    ("wide_resnet50_2", "resnet"),
    ("wide_resnet101_2", "resnet"),
    ("resnext50_32x4d", "resnet"),
    ("resnext101_32x4d", "resnet"),
    ("resnext101_32x8d", "resnet"),
];

/// How many blocks of which widths.
pub(super) struct Design {
    pub is_bottleneck: bool,
    /// Channels of the first convolution.
    pub stem: usize,
    /// Blocks, inner channels and output channels of each stage.
    pub stages: Vec<[usize; 3]>,
    /// Of a bottleneck's middle convolution.
    pub groups: usize,
    /// Whether the first stage halves the image too.
    pub first_stage_halves: bool,
    /// Whether a bottleneck's stride lies in its first convolution (the paper's; torchvision's lies in the second).
    pub first_conv_halves: bool,
    pub n_classes: usize,
}

/// What torchvision's and timm's designs are made from.
struct Torch {
    is_bottleneck: bool,
    blocks: Vec<usize>,
    widths: Vec<usize>,
    stem: usize,
    groups: usize,
    /// Inner channels of a bottleneck for each 64 of the stage's width.
    base_width: usize,
}

impl Design {
    pub fn read(fields: &Fields) -> Result<Self> {
        if fields.has("depths") || fields.has("hidden_sizes") {
            return Self::hugging_face(fields);
        }
        let n_classes = fields.count("num_classes", 1..=1_000_000)?;
        let torch = match fields.text("architecture") {
            Some(name) => timm(fields, name)?,
            None => own(fields)?,
        };
        let Torch { is_bottleneck, blocks, widths, stem, groups, base_width } = torch;
        check_lengths(fields, ("widths", &widths), ("layers", &blocks))?;
        if !is_bottleneck && (groups, base_width) != (1, 64) {
            return Err(Error::Config(
                "The resnet configuration has groups or a base width with basic blocks; expected bottlenecks."
                    .to_owned(),
            ));
        }
        let mut stages = vec![];
        for (&n_blocks, &width) in blocks.iter().zip(&widths) {
            let inner = (width.saturating_mul(base_width) / 64).saturating_mul(groups);
            let sizes =
                if is_bottleneck { [n_blocks, inner, width * EXPANSION] } else { [n_blocks, width, width] };
            stages.push(sizes);
        }
        Ok(Self {
            is_bottleneck,
            stem,
            stages,
            groups,
            first_stage_halves: false,
            first_conv_halves: false,
            n_classes,
        })
    }

    fn hugging_face(fields: &Fields) -> Result<Self> {
        fields.refuse("hidden_act", &["relu".into()], "only rectified units are here")?;
        fields.refuse("num_channels", &[3.into()], "only images of three channels are here")?;
        let blocks = fields.counts_or("depths", Some(&[3, 4, 6, 3]), 1..=1000)?;
        let default: Vec<usize> = WIDTHS.iter().map(|width| width * EXPANSION).collect();
        let widths = fields.counts_or("hidden_sizes", Some(&default), EXPANSION..=LARGEST_SIZE)?;
        check_lengths(fields, ("hidden_sizes", &widths), ("depths", &blocks))?;
        let is_bottleneck = fields.choice("layer_type", &["bottleneck", "basic"])? == "bottleneck";
        let inner = |width: usize| if is_bottleneck { width / EXPANSION } else { width };
        Ok(Self {
            is_bottleneck,
            stem: fields.count_or("embedding_size", Some(STEM), 1..=LARGEST_SIZE)?,
            stages: blocks.iter().zip(&widths).map(|(&n, &width)| [n, inner(width), width]).collect(),
            groups: 1,
            first_stage_halves: fields.flag_or("downsample_in_first_stage", false)?,
            first_conv_halves: fields.flag_or("downsample_in_bottleneck", false)? && is_bottleneck,
            n_classes: fields.n_labels()?,
        })
    }
}

/// Our own words: `block`, `layers`, and `widths`, `stem_width`, `groups`, `width_per_group` as in torchvision.
fn own(fields: &Fields) -> Result<Torch> {
    Ok(Torch {
        is_bottleneck: fields.choice("block", &["basic", "bottleneck"])? == "bottleneck",
        blocks: fields.counts_or("layers", None, 1..=1000)?,
        widths: fields.counts_or("widths", Some(&WIDTHS), 1..=LARGEST_SIZE)?,
        stem: fields.count_or("stem_width", Some(STEM), 1..=LARGEST_SIZE)?,
        groups: fields.count_or("groups", Some(1), 1..=4096)?,
        base_width: fields.count_or("width_per_group", Some(64), 1..=4096)?,
    })
}

/// timm's: a name, and `model_args` that change it.
fn timm(fields: &Fields, name: &str) -> Result<Torch> {
    fields.refuse("global_pool", &["avg".into()], "only the mean over space is here")?;
    let deep = [3, 4, 23, 3];
    let (is_bottleneck, blocks, groups, base_width) = match name {
        "resnet18" => (false, [2, 2, 2, 2], 1, 64),
        "resnet34" => (false, [3, 4, 6, 3], 1, 64),
        "resnet26" => (true, [2, 2, 2, 2], 1, 64),
        "resnet101" => (true, deep, 1, 64),
        "resnet152" => (true, [3, 8, 36, 3], 1, 64),
        "resnet50" => (true, [3, 4, 6, 3], 1, 64),
        "wide_resnet50_2" => (true, [3, 4, 6, 3], 1, 128),
        "wide_resnet101_2" => (true, deep, 1, 128),
        "resnext50_32x4d" => (true, [3, 4, 6, 3], 32, 4),
        "resnext101_32x4d" => (true, deep, 32, 4),
        "resnext101_32x8d" => (true, deep, 32, 8),
        _ => return Err(fields.wrong("architecture", &known_names(), &name.into())),
    };
    let (mut blocks, mut widths) = (blocks.to_vec(), WIDTHS.to_vec());
    if let Some(changes) = fields.inside("model_args") {
        changes
            .refuse_others(&["layers", "channels"], "only other numbers of blocks and channels are here")?;
        blocks = changes.counts_or("layers", Some(&blocks), 1..=1000)?;
        widths = changes.counts_or("channels", Some(&widths), 1..=LARGEST_SIZE)?;
    }
    Ok(Torch { is_bottleneck, blocks, widths, stem: STEM, groups, base_width })
}

fn known_names() -> String {
    let names: Vec<&str> = TIMM_NAMES.iter().map(|(name, _)| *name).collect();
    format!("one of {}", names.join(", "))
}

fn check_lengths(fields: &Fields, widths: (&str, &[usize]), blocks: (&str, &[usize])) -> Result<()> {
    if widths.1.len() == blocks.1.len() {
        return Ok(());
    }
    Err(Error::Config(format!(
        "The {} configuration has {} {} for {} {}; expected one for each stage.",
        fields.model_type().unwrap_or("resnet"),
        widths.1.len(),
        widths.0,
        blocks.1.len(),
        blocks.0
    )))
}
