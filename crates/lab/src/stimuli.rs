//! Stimuli from the page: decoded images or tokenised texts.

use models::RgbImage;
use recipe::{Stimuli, TokenText};
use wasm_bindgen::prelude::*;

use boundary::plain_error;

#[wasm_bindgen]
extern "C" {
    /// `{images?: ImageInput[], texts?: TextInput[]}`.
    pub type StimuliInput;

    #[wasm_bindgen(method, getter)]
    fn images(this: &StimuliInput) -> Option<Vec<ImageInput>>;

    #[wasm_bindgen(method, getter)]
    fn texts(this: &StimuliInput) -> Option<Vec<TextInput>>;

    /// `{name, width, height, data}` with RGBA bytes, row-major.
    pub type ImageInput;

    #[wasm_bindgen(method, getter)]
    fn name(this: &ImageInput) -> String;

    #[wasm_bindgen(method, getter)]
    fn width(this: &ImageInput) -> u32;

    #[wasm_bindgen(method, getter)]
    fn height(this: &ImageInput) -> u32;

    #[wasm_bindgen(method, getter)]
    fn data(this: &ImageInput) -> js_sys::Uint8Array;

    /// `{text, ids}`.
    pub type TextInput;

    #[wasm_bindgen(method, getter)]
    fn text(this: &TextInput) -> String;

    #[wasm_bindgen(method, getter)]
    fn ids(this: &TextInput) -> Vec<u32>;
}

/// Copies stimuli into the lab; transparency is laid on white.
pub fn read_stimuli(input: &StimuliInput) -> Result<Stimuli, JsValue> {
    match (input.images(), input.texts()) {
        (Some(images), None) => Ok(Stimuli::Images(images.iter().map(read_image).collect::<Result<_, _>>()?)),
        (None, Some(texts)) => {
            Ok(Stimuli::Texts(texts.iter().map(|t| TokenText { text: t.text(), ids: t.ids() }).collect()))
        }
        _ => {
            Err(plain_error("recipe", "stimuli must be either images or texts; pass exactly one of the two"))
        }
    }
}

fn read_image(image: &ImageInput) -> Result<(String, RgbImage), JsValue> {
    let (name, width, height) = (image.name(), image.width() as usize, image.height() as usize);
    let rgba = image.data().to_vec();
    if width == 0 || height == 0 || rgba.len() != width * height * 4 {
        return Err(plain_error(
            "recipe",
            &format!(
                "the image {name} should have {width} × {height} RGBA pixels, but has {} bytes",
                rgba.len()
            ),
        ));
    }
    let data = rgba
        .chunks_exact(4)
        .flat_map(|p| [over_white(p[0], p[3]), over_white(p[1], p[3]), over_white(p[2], p[3])]);
    Ok((name, RgbImage { width, height, data: data.collect() }))
}

fn over_white(value: u8, alpha: u8) -> u8 {
    let (value, alpha) = (u32::from(value), u32::from(alpha));
    ((value * alpha + 255 * (255 - alpha) + 127) / 255) as u8
}
