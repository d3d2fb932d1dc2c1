//! What a SqueezeNet `config.json` says.

use std::rc::Rc;

use tensor::Device;

use super::forward::SqueezeNet;
use super::sites;
use crate::fields::Fields;
use crate::plan::Family;
use crate::route::Route;
use crate::{ChannelOrder, Error, Identity, ImageSpec, InputKind, Model, Resize, Result, Weights};

/// ImageNet's mean pixel in 0..255, blue, green, red, as Caffe's models subtract it.
const CAFFE_MEAN: [f32; 3] = [103.939, 116.779, 123.68];

/// The fields that matter. In brackets: the value when absent (the checkpoint that the lab ships), then torchvision's.
#[derive(Debug)]
pub(crate) struct SqueezeNetConfig {
    /// `num_classes`.
    pub n_classes: usize,
    /// `image_size` [227; 224], `channel_order` [bgr; rgb], `channel_scale` [1; 1/255], `channel_mean` [Caffe's; ImageNet's],
    /// `channel_std` [1; ImageNet's].
    pub image: ImageSpec,
    /// `conv1_padding` [same; valid]: whether the first convolution pads, as TensorFlow's `same` does.
    pub pads_conv1: bool,
    /// `pool_ceil_mode` [false; true]: whether a pool's last window may hang over the edge.
    pub pools_ceil: bool,
    /// `classifier_relu` [false; true]: whether the class map is rectified before its mean is taken.
    pub rectifies_classes: bool,
}

impl SqueezeNetConfig {
    pub fn read(fields: &Fields) -> Result<Self> {
        let order = match fields.choice("channel_order", &["bgr", "rgb"])? {
            "rgb" => ChannelOrder::Rgb,
            _ => ChannelOrder::Bgr,
        };
        fields.refuse("version", &["1_1".into(), "1.1".into()], "only version 1.1 of SqueezeNet is here")?;
        let std = fields.triple_or("channel_std", [1.0; 3])?;
        if std.contains(&0.0) {
            return Err(Error::Config(
                "The squeezenet configuration has a channel_std of 0; expected three numbers to divide by."
                    .to_owned(),
            ));
        }
        // Below 35 pixels nothing is left for the last pool; above 4096 one image needs gigabytes.
        let side = fields.count_or("image_size", Some(227), 35..=4096)?;
        Ok(Self {
            n_classes: fields.count("num_classes", 1..=1_000_000)?,
            image: ImageSpec {
                side,
                resize: Resize::read(fields, side, Resize::to(side))?,
                order,
                scale: fields.positive_or("channel_scale", 1.0, 1e6)?,
                mean: fields.triple_or("channel_mean", CAFFE_MEAN)?,
                std,
            },
            pads_conv1: fields.choice("conv1_padding", &["same", "valid"])? == "same",
            pools_ceil: fields.flag_or("pool_ceil_mode", false)?,
            rectifies_classes: fields.flag_or("classifier_relu", false)?,
        })
    }
}

impl Family for SqueezeNetConfig {
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
        let fires = super::FIRES.iter().map(|fire| fire.name);
        ["input", "conv1"].into_iter().chain(fires).chain(["logits"]).map(str::to_owned).collect()
    }

    fn identities(&self) -> Vec<Identity> {
        sites::identities()
    }

    fn model(config: Rc<Self>, route: Rc<Route>, weights: Weights, _: &Device) -> Box<dyn Model> {
        Box::new(SqueezeNet { config, route, weights })
    }
}
