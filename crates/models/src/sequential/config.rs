//! What the `config.json` of a plain stack says.

use std::rc::Rc;

use tensor::Device;

use super::forward::Sequential;
use super::layers::Layer;
use super::sites;
use crate::fields::Fields;
use crate::module::Module;
use crate::plan::Family;
use crate::route::Route;
use crate::{ChannelOrder, Error, Identity, ImageSpec, InputKind, Model, Resize, Result, Weights};

/// The network.
#[derive(Debug)]
pub(crate) struct SequentialConfig {
    /// Size and scale of an image; `channel_mean` [0] and `channel_std` [1] of pixels in 0..1.
    pub image: ImageSpec,
    /// 3, or 1 for grey images.
    pub n_channels: usize,
    pub layers: Vec<Layer>,
}

impl SequentialConfig {
    pub fn read(fields: &Fields) -> Result<Self> {
        let shape = fields.counts_or("input_shape", None, 1..=4096)?;
        let (n_channels, side) = match *shape {
            [channels @ (1 | 3), height, width] if height == width => (channels, width),
            _ => {
                let expected = "[channels, side, side] of square images with 1 or 3 channels";
                return Err(fields.wrong("input_shape", expected, &shape.into()));
            }
        };
        let std = fields.triple_or("channel_std", [1.0; 3])?;
        if std.contains(&0.0) {
            return Err(Error::Config(
                "The sequential configuration has a channel_std of 0; expected three numbers to divide by."
                    .to_owned(),
            ));
        }
        let mean = fields.triple_or("channel_mean", [0.0; 3])?;
        let (mut layers, mut before): (Vec<Layer>, Vec<usize>) = (vec![], shape);
        let prefix = fields.text("name").unwrap_or("net");
        for (at, layer) in fields.objects("layers")?.iter().enumerate() {
            let layer =
                Layer::read(layer, at, &before, Module::new(format!("{prefix}.{at}"), &[at.to_string()]))?;
            before.clone_from(&layer.shape);
            layers.push(layer);
        }
        let resize = Resize::read(fields, side, Resize::to(side))?;
        let image = ImageSpec { side, resize, order: ChannelOrder::Rgb, scale: 1.0 / 255.0, mean, std };
        Ok(Self { image, n_channels, layers })
    }
}

impl Family for SequentialConfig {
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
        let layers = self.layers.iter().map(|layer| layer.site.clone());
        ["input".to_owned()].into_iter().chain(layers).collect()
    }

    fn identities(&self) -> Vec<Identity> {
        sites::identities(self)
    }

    fn model(config: Rc<Self>, route: Rc<Route>, weights: Weights, _: &Device) -> Box<dyn Model> {
        Box::new(Sequential { config, route, weights })
    }
}
