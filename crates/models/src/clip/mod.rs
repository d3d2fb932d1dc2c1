//! CLIP: an image tower and a text tower whose outputs meet in one space (Radford et al. 2021, arXiv:2103.00020).
//!
//! A config.json of model_type `clip` describes both; its field `tower` (`vision` or `text`, not one of the hub's; vision
//! when absent) says which is read. `clip_vision_model` and `clip_text_model` describe one. Weights by Hugging Face's
//! names, with or without the prefixes `vision_model.` and `text_model.`.

mod config;
mod forward;
mod plan;
mod sites;

use crate::fields::Fields;
use crate::plan::planned;
use crate::{Architecture, Error, Plan, Result};

pub(crate) const ARCHITECTURE: Architecture =
    Architecture { model_type: "clip", about: "CLIP, one tower of images and one of texts", read: read_both };

pub(crate) const VISION: Architecture =
    Architecture { model_type: "clip_vision_model", about: "CLIP's tower of images", read: read_vision };

pub(crate) const TEXT: Architecture =
    Architecture { model_type: "clip_text_model", about: "CLIP's tower of texts", read: read_text };

fn read_vision(fields: &Fields) -> Result<Box<dyn Plan>> {
    let config = config::vision(VISION.model_type, fields, fields, projection(fields)?)?;
    Ok(planned(config))
}

fn read_text(fields: &Fields) -> Result<Box<dyn Plan>> {
    let config = config::text(TEXT.model_type, fields, projection(fields)?)?;
    Ok(planned(config))
}

/// The width of a single tower's projection. `architectures` may say that it was left behind.
fn projection(fields: &Fields) -> Result<Option<usize>> {
    match fields.lists("architectures", "WithProjection") {
        Some(false) => Ok(None),
        _ => config::projection_width(fields).map(Some),
    }
}

fn read_both(fields: &Fields) -> Result<Box<dyn Plan>> {
    let tower = fields.choice("tower", &["vision", "text"])?;
    // Old files repeat a tower's fields under this name, and transformers believes the repetition.
    let inside = fields.inside(&format!("{tower}_config_dict"));
    let Some(inside) = inside.or_else(|| fields.inside(&format!("{tower}_config"))) else {
        return Err(Error::Config(format!(
            "The clip configuration lacks the field {tower}_config; expected the fields of the {tower} tower."
        )));
    };
    let width = Some(config::projection_width(fields)?);
    let name = ARCHITECTURE.model_type;
    if tower == "text" {
        return Ok(planned(config::text(name, &inside, width)?));
    }
    Ok(planned(config::vision(name, &inside, fields, width)?))
}
