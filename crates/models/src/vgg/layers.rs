//! The layers of a VGG, from each kind of configuration.

use crate::convolution::Convolution;
use crate::fields::{Fields, LARGEST_SIZE};
use crate::module::Module;
use crate::{Error, Result};

/// timm's names, all of this `model_type`.
pub(crate) const TIMM_NAMES: &[(&str, &str)] = &[
    ("vgg11", "vgg"),
    ("vgg11_bn", "vgg"),
    ("vgg13", "vgg"),
    ("vgg13_bn", "vgg"),
    ("vgg16", "vgg"),
    ("vgg16_bn", "vgg"),
    ("vgg19", "vgg"),
    ("vgg19_bn", "vgg"),
];

/// What stands for a pool in the lists, as in torchvision's `"M"`.
pub(super) const POOL: usize = 0;

/// Convolutions of each stage (the paper's table 1); a pool follows each stage.
fn published(depth: usize) -> Option<Vec<usize>> {
    let stages = match depth {
        11 => [1, 1, 2, 2, 2],
        13 => [2, 2, 2, 2, 2],
        16 => [2, 2, 3, 3, 3],
        19 => [2, 2, 4, 4, 4],
        _ => return None,
    };
    let stage = |(n, width): (usize, usize)| [vec![width; n], vec![POOL]].concat();
    Some(stages.into_iter().zip([64, 128, 256, 512, 512]).flat_map(stage).collect())
}

/// One entry of torchvision's `features`: a convolution with its ReLU, or a pool.
#[derive(Debug)]
pub(super) enum Layer {
    /// Sites by the module of the convolution and of the ReLU.
    Convolution { name: String, relu: String, conv: Convolution },
    /// 2 × 2, of stride 2.
    Pool { name: String },
}

/// The layers of `features`, by the widths of the convolutions and 0 for a pool.
pub(super) fn layers(widths: &[usize], has_norm: bool) -> Vec<Layer> {
    let (mut all, mut at, mut n_in) = (vec![], 0, 3);
    let name = |at: usize| format!("features.{at}");
    for &width in widths {
        if width == POOL {
            all.push(Layer::Pool { name: name(at) });
            at += 1;
            continue;
        }
        let module = |at: usize| Module::new(name(at), &[]);
        let shape = [n_in, width, 3];
        let mut conv = Convolution::normalised(module(at), module(at + 1), shape);
        conv.has_bias = true;
        if !has_norm {
            conv.norm = None;
        }
        let relu = at + 1 + usize::from(has_norm);
        all.push(Layer::Convolution { name: name(at), relu: name(relu), conv });
        (at, n_in) = (relu + 1, width);
    }
    all
}

/// The list of widths and whether there are normalisations: by our own `features` (torchvision's list) or `depth` and
/// `batch_norm`, or by timm's name.
pub(super) fn read_widths(fields: &Fields) -> Result<(Vec<usize>, bool)> {
    let listed = |fields: &Fields, name: &str| -> Result<Option<Vec<usize>>> {
        let Some(list) = fields.list(name)? else { return Ok(None) };
        let width = |value: &serde_json::Value| match value.as_str() {
            Some("M") => Some(POOL),
            _ => value.as_u64().map(|n| n as usize).filter(|n| (1..=LARGEST_SIZE).contains(n)),
        };
        let widths: Option<Vec<usize>> = list.iter().map(width).collect();
        let expected = "a list of widths (1 or more, at least one) and \"M\" for pools";
        let found = widths.filter(|list| list.iter().any(|width| *width != POOL));
        found.map(Some).ok_or_else(|| fields.wrong(name, expected, &list.into()))
    };
    if let Some(name) = fields.text("architecture") {
        fields.refuse("global_pool", &["avg".into()], "only the mean over space is here")?;
        let (number, has_norm) = match name.strip_suffix("_bn") {
            Some(number) => (number, true),
            None => (name, false),
        };
        let depth = number.strip_prefix("vgg").and_then(|depth| depth.parse().ok());
        let known = || fields.wrong("architecture", "vgg11, 13, 16 or 19, or one with _bn", &name.into());
        let widths = depth.and_then(published).ok_or_else(known)?;
        let Some(changes) = fields.inside("model_args") else { return Ok((widths, has_norm)) };
        changes.refuse_others(&["cfg", "mlp_ratio"], "only other layers and another width are here")?;
        return Ok((listed(&changes, "cfg")?.unwrap_or(widths), has_norm));
    }
    let has_norm = fields.flag_or("batch_norm", false)?;
    if let Some(widths) = listed(fields, "features")? {
        return Ok((widths, has_norm));
    }
    let depth = fields.count("depth", 11..=19)?;
    let wrong = || {
        Error::Config(format!("The vgg configuration has depth = {depth}; expected one of 11, 13, 16, 19."))
    };
    Ok((published(depth).ok_or_else(wrong)?, has_norm))
}
