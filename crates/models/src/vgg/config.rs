//! What a VGG `config.json` says.

use std::rc::Rc;

use tensor::Device;

use super::forward::Vgg;
use super::layers::{Layer, layers, read_widths};
use super::sites;
use crate::fields::{Fields, LARGEST_SIZE};
use crate::image_input::image_spec;
use crate::plan::Family;
use crate::route::Route;
use crate::{Error, Identity, ImageSpec, InputKind, Model, Result, Weights};

/// Pixels along a side of the map that the dense layers see (torchvision's `avgpool`, timm's first kernel).
pub(super) const N_POOLED: usize = 7;
/// Width of the hidden dense layers (the paper's).
const D_MLP: usize = 4096;

/// The network.
#[derive(Debug)]
pub(crate) struct VggConfig {
    pub image: ImageSpec,
    pub layers: Vec<Layer>,
    /// Channels of the last map.
    pub n_channels: usize,
    /// The three dense layers.
    pub dense: [Dense; 3],
}

/// A dense layer.
#[derive(Debug)]
pub(super) struct Dense {
    /// Its site and its module in torchvision.
    pub site: &'static str,
    /// Its module in this checkpoint.
    pub module: &'static str,
    pub n_in: usize,
    pub n_out: usize,
    /// Of the stored weight: timm keeps kernels.
    pub shape: Vec<usize>,
}

impl VggConfig {
    pub fn read(fields: &Fields) -> Result<Self> {
        let image = image_spec(fields)?;
        let (widths, has_norm) = read_widths(fields)?;
        let layers = layers(&widths, has_norm);
        let n_channels = widths.iter().copied().rfind(|width| *width > 0).unwrap_or(3);
        let n_classes = fields.count("num_classes", 1..=1_000_000)?;
        let mut side = image.side;
        for layer in &layers {
            if matches!(layer, Layer::Pool { .. }) {
                side /= 2;
            }
        }
        let is_timm = fields.has("architecture");
        // timm would slide its first kernel over a larger map.
        if side == 0 || (is_timm && side > N_POOLED) {
            return Err(Error::Config(format!(
                "The vgg configuration has images of {} pixels, which its pools bring to {side}; expected 1 or more{}.",
                image.side,
                if is_timm { ", at most 7" } else { "" }
            )));
        }
        let d_last =
            if is_timm { D_MLP } else { fields.count_or("hidden_size", Some(D_MLP), 1..=LARGEST_SIZE)? };
        let d_first = match fields.inside("model_args").filter(|_| is_timm) {
            Some(changes) => (D_MLP as f32 * changes.positive_or("mlp_ratio", 1.0, 100.0)?) as usize,
            None => d_last,
        };
        let modules = if is_timm {
            ["pre_logits.fc1", "pre_logits.fc2", "head.fc"]
        } else {
            ["classifier.0", "classifier.3", "classifier.6"]
        };
        let dense = |at: usize, site: &'static str, n_in: usize, n_out: usize| {
            let shape = match (is_timm, at) {
                (true, 0) => vec![n_out, n_channels, N_POOLED, N_POOLED],
                (true, 1) => vec![n_out, n_in, 1, 1],
                _ => vec![n_out, n_in],
            };
            Dense { site, module: modules[at], n_in, n_out, shape }
        };
        let n_flat = n_channels.saturating_mul(N_POOLED * N_POOLED);
        let dense = [
            dense(0, "classifier.0", n_flat, d_first),
            dense(1, "classifier.3", d_first, d_last),
            dense(2, "logits", d_last, n_classes),
        ];
        Ok(Self { image, layers, n_channels, dense })
    }
}

impl Family for VggConfig {
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
        let relus = self.layers.iter().filter_map(|layer| match layer {
            Layer::Convolution { relu, .. } => Some(relu.clone()),
            Layer::Pool { .. } => None,
        });
        let last = ["classifier.1", "classifier.4", "logits"].map(str::to_owned);
        ["input".to_owned()].into_iter().chain(relus).chain(last).collect()
    }

    fn identities(&self) -> Vec<Identity> {
        sites::identities(self)
    }

    fn model(config: Rc<Self>, route: Rc<Route>, weights: Weights, _: &Device) -> Box<dyn Model> {
        Box::new(Vgg { config, route, weights })
    }
}
