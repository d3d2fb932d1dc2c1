//! The fields that the configurations of vision transformers share.

use super::{Positions, Resampling};
use crate::fields::Fields;
use crate::{Axis, ChannelOrder, Error, Filter, ImageSpec, Resize, Result};

/// ImageNet's mean and deviation of red, green and blue in 0..1, as torchvision states them.
pub(crate) const IMAGENET_MEAN: [f32; 3] = [0.485, 0.456, 0.406];
pub(crate) const IMAGENET_STD: [f32; 3] = [0.229, 0.224, 0.225];

/// No vision transformer here takes larger images: attention grows with the fourth power of the side.
const LARGEST_SIDE: usize = 4096;

/// What a family says when its configuration does not. Hubs keep this in another file, which
/// [`crate::with_preprocessor`] joins to the configuration.
pub(crate) struct ImageFields {
    /// `image_size`: the side of the images that the positions were trained for.
    pub trained_side: Option<usize>,
    /// `patch_size`.
    pub patch: Option<usize>,
    /// `crop_size`, if smaller than the trained side: the side of the images to read.
    pub largest_side: usize,
    /// `resize_side` over the side that is cut out, rounded down, and `resample`.
    pub resize: (f64, Filter),
    /// `channel_mean` and `channel_std`; `channel_order` is rgb and `channel_scale` 1/255.
    pub mean: [f32; 3],
    pub std: [f32; 3],
    pub resampling: Resampling,
}

impl ImageFields {
    /// Pixels, patch size and positions. `fields` has the sizes; `outer`, which may be the same, how pixels are
    /// prepared.
    pub fn read(&self, fields: &Fields, outer: &Fields) -> Result<(ImageSpec, usize, Positions)> {
        fields.refuse("num_channels", &[3.into()], "images here have three channels")?;
        let trained = fields.count_or("image_size", self.trained_side, 1..=LARGEST_SIDE)?;
        let patch = fields.count_or("patch_size", self.patch, 1..=trained)?;
        let side = trained.min(self.largest_side).max(patch);
        let side = outer.count_or("crop_size", Some(side), patch..=LARGEST_SIDE)?;
        let order = match outer.choice("channel_order", &["rgb", "bgr"])? {
            "bgr" => ChannelOrder::Bgr,
            _ => ChannelOrder::Rgb,
        };
        let std = outer.triple_or("channel_std", self.std)?;
        if std.contains(&0.0) {
            return Err(Error::Config(format!(
                "The {} configuration has a channel_std of 0; expected three numbers to divide by.",
                outer.model_type().unwrap_or("model")
            )));
        }
        let scale = outer.positive_or("channel_scale", 1.0 / 255.0, 1e6)?;
        let mean = outer.triple_or("channel_mean", self.mean)?;
        let positions =
            Positions { trained: trained / patch, grid: side / patch, resampling: self.resampling };
        let (share, filter) = self.resize;
        let default = Resize { side: (side as f64 * share) as usize, filter };
        let resize = Resize::read(outer, side, default)?;
        Ok((ImageSpec { side, resize, order, scale, mean, std }, patch, positions))
    }
}

/// The axes of an image's tokens, as queries and as keys.
pub(crate) fn image_tokens(positions: &Positions, n_special: usize) -> [Axis; 2] {
    let size = n_special + positions.grid * positions.grid;
    ["token", "key"].map(|name| Axis::Unit { name, size })
}

/// How many classes the model tells apart: none when `architectures` names no classifier. Where it does, and
/// nothing else is said, transformers means two.
pub(crate) fn n_classes(fields: &Fields) -> Result<Option<usize>> {
    if fields.lists("architectures", "ForImageClassification") == Some(false) {
        return Ok(None);
    }
    let counted = fields.n_entries("id2label").or(fields.has("architectures").then_some(2));
    if counted.is_none() && !fields.has("num_labels") {
        return Ok(None);
    }
    fields.count_or("num_labels", counted, 1..=1_000_000).map(Some)
}

/// Features that no vision transformer here has.
pub(crate) fn refuse_what_is_not_here(fields: &Fields) -> Result<()> {
    fields.refuse("quantization_config", &[], "only weights in f32, f16 or bf16 are read")?;
    fields.refuse("position_embedding_type", &["absolute".into()], "only learned positions are here")
}
