//! What the `config.json` of a Keras network says.

use std::rc::Rc;

use tensor::Device;

use super::forward::Keras;
use super::layers::Layer;
use super::sites;
use crate::fields::Fields;
use crate::image::Resize;
use crate::plan::Family;
use crate::route::Route;
use crate::{ChannelOrder, Error, Identity, ImageSpec, InputKind, Model, Result, Weights};

/// The network.
#[derive(Debug)]
pub(crate) struct KerasConfig {
    /// `image_size` [224]; `channel_mean` [0] and `channel_std` [1] of pixels in 0..1, as Darknet takes them.
    pub image: ImageSpec,
    /// The input's own entry of the list is not among them.
    pub layers: Vec<Layer>,
}

impl KerasConfig {
    pub fn read(fields: &Fields) -> Result<Self> {
        let side = fields.count_or("image_size", Some(224), 1..=4096)?;
        let std = fields.triple_or("channel_std", [1.0; 3])?;
        if std.contains(&0.0) {
            let sentence =
                "The keras configuration has a channel_std of 0; expected three numbers to divide by.";
            return Err(Error::Config(sentence.to_owned()));
        }
        let mean = fields.triple_or("channel_mean", [0.0; 3])?;
        let (mut layers, mut before): (Vec<Layer>, Vec<usize>) = (vec![], vec![3, side, side]);
        for (at, entry) in fields.objects("layers")?.iter().enumerate() {
            if at == 0 && entry.text("type") == Some("InputLayer") {
                continue;
            }
            let layer = Layer::read(entry, &before)?;
            if ["input", "logits"].contains(&layer.name.as_str())
                || layers.iter().any(|other| other.name == layer.name)
            {
                return Err(entry.wrong("name", "one that no other layer or site has", &layer.name.into()));
            }
            before.clone_from(&layer.shape);
            layers.push(layer);
        }
        let resize = Resize::read(fields, side, Resize::to(side))?;
        let image = ImageSpec { side, resize, order: ChannelOrder::Rgb, scale: 1.0 / 255.0, mean, std };
        Ok(Self { image, layers })
    }
}

impl Family for KerasConfig {
    fn route(&self) -> Route {
        sites::route(self)
    }

    fn architecture(&self) -> &'static str {
        super::ARCHITECTURE.model_type
    }

    fn input(&self) -> InputKind {
        InputKind::Image(self.image.clone())
    }

    /// The ends of the stages (the values before the image shrinks), the last map, and the output.
    fn default_sites(&self) -> Vec<String> {
        let shrinks =
            |pair: &&[Layer]| pair[0].shape.len() == 3 && pair[1].shape.get(1) != pair[0].shape.get(1);
        let stages = self.layers.windows(2).filter(shrinks).map(|pair| pair[0].name.clone());
        stages.chain(["logits".to_owned()]).collect()
    }

    fn identities(&self) -> Vec<Identity> {
        let last = self.layers.last().map_or("input", |layer| layer.name.as_str());
        vec![Identity::Same("logits".to_owned(), last.to_owned())]
    }

    fn model(config: Rc<Self>, route: Rc<Route>, weights: Weights, _: &Device) -> Box<dyn Model> {
        Box::new(Keras { config, route, weights })
    }
}
