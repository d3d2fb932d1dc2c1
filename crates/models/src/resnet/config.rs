//! What a ResNet `config.json` says, as a list of blocks with their convolutions.

use std::rc::Rc;

use tensor::Device;

use super::design::Design;
use super::forward::ResNet;
use super::sites;
use crate::convolution::Convolution;
use crate::fields::Fields;
use crate::image_input::image_spec;
use crate::module::Module;
use crate::plan::Family;
use crate::route::Route;
use crate::{Error, Identity, ImageSpec, InputKind, Model, Result, Weights};

/// One residual block.
#[derive(Debug)]
pub(super) struct Block {
    /// torchvision's name, e.g. `layer1.0`.
    pub name: String,
    /// Hugging Face's name, e.g. `encoder.stages.0.layers.0`.
    pub other: String,
    /// The convolutions of what it adds; all but the last are rectified.
    pub branch: Vec<Convolution>,
    /// What brings its input to the output's shape, where that differs.
    pub shortcut: Option<Convolution>,
}

/// The network.
#[derive(Debug)]
pub(crate) struct ResNetConfig {
    pub image: ImageSpec,
    pub stem: Convolution,
    pub blocks: Vec<Block>,
    pub n_features: usize,
    pub n_classes: usize,
    pub head: Module,
}

impl ResNetConfig {
    pub fn read(fields: &Fields) -> Result<Self> {
        let design = Design::read(fields)?;
        let stem = Convolution {
            stride: 2,
            ..convolution("conv1", "bn1", "embedder.embedder", [3, design.stem, 7])
        };
        let (mut blocks, mut n_in) = (vec![], design.stem);
        for (stage, &[n_blocks, inner, n_out]) in design.stages.iter().enumerate() {
            if inner == 0 || inner % design.groups != 0 {
                return Err(Error::Config(format!(
                    "The resnet configuration has {inner} inner channels in stage {}; expected a multiple of {} groups, above 0.",
                    stage + 1,
                    design.groups
                )));
            }
            for at in 0..n_blocks {
                let halves = at == 0 && (stage > 0 || design.first_stage_halves);
                blocks.push(block(&design, [stage, at], [n_in, inner, n_out], if halves { 2 } else { 1 }));
                n_in = n_out;
            }
        }
        Ok(Self {
            image: image_spec(fields)?,
            stem,
            blocks,
            n_features: n_in,
            n_classes: design.n_classes,
            head: Module::new("fc", &["classifier.1".to_owned()]),
        })
    }
}

fn block(design: &Design, [stage, at]: [usize; 2], [n_in, inner, n_out]: [usize; 3], stride: usize) -> Block {
    let name = format!("layer{}.{at}", stage + 1);
    let other = format!("encoder.stages.{stage}.layers.{at}");
    let part = |k: usize, shape: [usize; 3], stride: usize| {
        let (conv, norm) = (format!("{name}.conv{k}"), format!("{name}.bn{k}"));
        Convolution { stride, ..convolution(&conv, &norm, &format!("{other}.layer.{}", k - 1), shape) }
    };
    let branch = if design.is_bottleneck {
        let (first, second) = if design.first_conv_halves { (stride, 1) } else { (1, stride) };
        let middle = Convolution { groups: design.groups, ..part(2, [inner, inner, 3], second) };
        vec![part(1, [n_in, inner, 1], first), middle, part(3, [inner, n_out, 1], 1)]
    } else {
        vec![part(1, [n_in, n_out, 3], stride), part(2, [n_out, n_out, 3], 1)]
    };
    let shortcut = (n_in != n_out || stride != 1).then(|| {
        let (conv, norm) = (format!("{name}.downsample.0"), format!("{name}.downsample.1"));
        Convolution { stride, ..convolution(&conv, &norm, &format!("{other}.shortcut"), [n_in, n_out, 1]) }
    });
    Block { name, other, branch, shortcut }
}

/// A convolution and its normalisation by torchvision's names and Hugging Face's.
fn convolution(conv: &str, norm: &str, other: &str, shape: [usize; 3]) -> Convolution {
    let module = |name: &str, part: &str| {
        Module::new(name, &[format!("resnet.{other}.{part}"), format!("{other}.{part}")])
    };
    Convolution::normalised(module(conv, "convolution"), module(norm, "normalization"), shape)
}

impl Family for ResNetConfig {
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
        let start = ["input", "conv1"].map(str::to_owned);
        start.into_iter().chain(blocks).chain(["avgpool", "logits"].map(str::to_owned)).collect()
    }

    fn identities(&self) -> Vec<Identity> {
        sites::identities(self)
    }

    fn model(config: Rc<Self>, route: Rc<Route>, weights: Weights, _: &Device) -> Box<dyn Model> {
        Box::new(ResNet { config, route, weights })
    }
}
