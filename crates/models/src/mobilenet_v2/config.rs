//! What a MobileNetV2 `config.json` says, as a list of blocks with their convolutions.

use std::rc::Rc;

use tensor::Device;

use super::design::Design;
use super::forward::MobileNet;
use super::sites;
use crate::convolution::Convolution;
use crate::fields::Fields;
use crate::image_input::image_spec;
use crate::module::Module;
use crate::plan::Family;
use crate::route::Route;
use crate::{Identity, ImageSpec, InputKind, Model, Result, Weights};

/// One inverted residual.
#[derive(Debug)]
pub(super) struct Block {
    /// torchvision's name, e.g. `features.2`.
    pub name: String,
    /// timm's name, e.g. `blocks.1.0`.
    pub other: String,
    /// 1 × 1 to more channels; none in the first block.
    pub expand: Option<Convolution>,
    /// 3 × 3, each channel by itself.
    pub depthwise: Convolution,
    /// 1 × 1 to fewer channels, not rectified.
    pub project: Convolution,
    /// Whether its input is added.
    pub adds: bool,
}

/// The network.
#[derive(Debug)]
pub(crate) struct MobileNetConfig {
    pub image: ImageSpec,
    pub stem: Convolution,
    pub blocks: Vec<Block>,
    pub last: Convolution,
    pub n_classes: usize,
    pub head: Module,
}

/// The three libraries' names of a convolution and of its normalisation: torchvision's and timm's `[conv, norm]`, and
/// Hugging Face's module of both.
struct Names {
    torchvision: [String; 2],
    timm: [String; 2],
    hugging_face: String,
}

impl MobileNetConfig {
    pub fn read(fields: &Fields) -> Result<Self> {
        let design = Design::read(fields)?;
        let ends = |names: [&str; 4], other: &str, shape: [usize; 3]| {
            let [conv, norm, timm_conv, timm_norm] = names.map(str::to_owned);
            let hugging_face = other.to_owned();
            convolution(
                &design,
                Names { torchvision: [conv, norm], timm: [timm_conv, timm_norm], hugging_face },
                shape,
            )
        };
        let names = ["features.0.0", "features.0.1", "conv_stem", "bn1"];
        let stem = Convolution { stride: 2, ..ends(names, "conv_stem.first_conv", [3, design.stem, 3]) };
        let (mut blocks, mut n_in) = (vec![], design.stem);
        for (stage, &[expansion, n_out, n_blocks, stride]) in design.stages.iter().enumerate() {
            for at in 0..n_blocks {
                let stride = if at == 0 { stride } else { 1 };
                let place = [blocks.len() + 1, stage, at];
                blocks.push(block(&design, place, [n_in, n_in.saturating_mul(expansion), n_out], stride));
                n_in = n_out;
            }
        }
        let at = blocks.len() + 1;
        let names = [&format!("features.{at}.0"), &format!("features.{at}.1"), "conv_head", "bn2"];
        let last = ends(names, "conv_1x1", [n_in, design.last, 1]);
        let n_classes = design.n_classes;
        let head = Module::new("classifier.1", &["classifier".to_owned()]);
        Ok(Self { image: image_spec(fields)?, stem, blocks, last, n_classes, head })
    }
}

/// Block `at` of a stage, which is number `k` of torchvision's `features`.
fn block(
    design: &Design,
    [k, stage, at]: [usize; 3],
    [n_in, inner, n_out]: [usize; 3],
    stride: usize,
) -> Block {
    let (name, other) = (format!("features.{k}"), format!("blocks.{stage}.{at}"));
    let expands = inner != n_in;
    // torchvision numbers a block's modules, timm's first block has no third convolution, and Hugging Face counts that
    // block to the stem.
    let part = |step: usize, kind: &str, own: &str, shape: [usize; 3]| {
        let step = if expands { step } else { step - 1 };
        let is_last = kind == "pwl";
        let torchvision = if is_last {
            [format!("{name}.conv.{step}"), format!("{name}.conv.{}", step + 1)]
        } else {
            [format!("{name}.conv.{step}.0"), format!("{name}.conv.{step}.1")]
        };
        let kind = if is_last && !expands { "pw" } else { kind };
        let timm = [format!("{other}.conv_{kind}"), format!("{other}.bn{}", step + 1)];
        let hugging_face = if k == 1 { format!("conv_stem.{own}") } else { format!("layer.{}.{own}", k - 2) };
        convolution(design, Names { torchvision, timm, hugging_face }, shape)
    };
    let expand = expands.then(|| part(0, "pw", "expand_1x1", [n_in, inner, 1]));
    let depthwise = part(1, "dw", "conv_3x3", [inner, inner, 3]);
    Block {
        expand,
        depthwise: Convolution { stride, groups: inner, ..depthwise },
        project: part(2, "pwl", "reduce_1x1", [inner, n_out, 1]),
        adds: stride == 1 && n_in == n_out && (k > 1 || design.first_adds),
        name,
        other,
    }
}

fn convolution(design: &Design, names: Names, shape: [usize; 3]) -> Convolution {
    let Names { torchvision: [conv, norm], timm: [timm_conv, timm_norm], hugging_face } = names;
    let module = |name: String, timm: String, part: &str| {
        let others = [timm, format!("mobilenet_v2.{hugging_face}.{part}"), format!("{hugging_face}.{part}")];
        Module::new(name, &others)
    };
    let norm = module(norm, timm_norm, "normalization");
    let made = Convolution::normalised(module(conv, timm_conv, "convolution"), norm.clone(), shape);
    Convolution { norm: Some((norm, design.eps)), pads_same: design.pads_same, ..made }
}

impl Family for MobileNetConfig {
    fn route(&self) -> Route {
        sites::route(self)
    }

    fn architecture(&self) -> &'static str {
        super::ARCHITECTURE.model_type
    }

    fn input(&self) -> InputKind {
        InputKind::Image(self.image.clone())
    }

    fn default_sites(&self) -> Vec<String> {
        let blocks = self.blocks.iter().map(|block| block.name.clone());
        let start = ["input", "features.0"].map(str::to_owned);
        start.into_iter().chain(blocks).chain(["avgpool", "logits"].map(str::to_owned)).collect()
    }

    fn identities(&self) -> Vec<Identity> {
        sites::identities(self)
    }

    fn model(config: Rc<Self>, route: Rc<Route>, weights: Weights, _: &Device) -> Box<dyn Model> {
        Box::new(MobileNet { config, route, weights })
    }
}
