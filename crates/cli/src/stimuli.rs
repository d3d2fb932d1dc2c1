//! Stimuli from disk: a text file, one input a line, or a folder of images in file-name order.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use models::RgbImage;
use recipe::{Stimuli, TokenText};

use crate::failure::Failure;
use crate::file::read_file;
use crate::open::open_tokenizer;

/// Where stimuli come from: exactly one of the two, which [`Source::read`] asks for.
#[derive(clap::Args)]
#[group(multiple = false)]
pub struct Source {
    /// A text file, one input a line.
    #[arg(long, value_name = "FILE")]
    text: Option<PathBuf>,
    /// A folder of images (png, jpeg, webp, gif, bmp), taken in file-name order.
    #[arg(long, value_name = "DIR")]
    images: Option<PathBuf>,
}

const IMAGE_ENDINGS: [&str; 6] = ["png", "jpg", "jpeg", "webp", "gif", "bmp"];

impl Source {
    /// Reads, and tokenises texts with the tokeniser in `model`.
    pub async fn read(&self, model: &Path) -> Result<Stimuli, Failure> {
        match (&self.text, &self.images) {
            (Some(file), None) => read_texts(file, model).await,
            (None, Some(folder)) => read_images(folder),
            _ => Err(Failure::new("give either --text FILE or --images DIR")),
        }
    }
}

async fn read_texts(file: &Path, model: &Path) -> Result<Stimuli, Failure> {
    let text = String::from_utf8(read_file(file)?)
        .map_err(|error| Failure::new(format!("{} is not UTF-8 text: {error}", file.display())))?;
    let tokenizer = open_tokenizer(model).await?;
    let encode = |line: &str| {
        let ids = tokenizer.encode(line, true).map_err(|error| Failure::new(error.to_string()))?;
        Ok(TokenText { text: line.to_owned(), ids })
    };
    Ok(Stimuli::Texts(text.lines().map(encode).collect::<Result<_, Failure>>()?))
}

fn read_images(folder: &Path) -> Result<Stimuli, Failure> {
    let wrong = |error: std::io::Error| Failure::new(format!("cannot list {}: {error}", folder.display()));
    let mut paths: Vec<PathBuf> = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(wrong)? {
        let path = entry.map_err(wrong)?.path();
        let ending =
            path.extension().map(|ending| ending.to_string_lossy().to_lowercase()).unwrap_or_default();
        if IMAGE_ENDINGS.contains(&ending.as_str()) {
            paths.push(path);
        }
    }
    paths.sort();
    if paths.is_empty() {
        return Err(Failure::new(format!(
            "{} holds no image ({})",
            folder.display(),
            IMAGE_ENDINGS.join(", ")
        )));
    }
    let labels = labels_of(folder);
    Ok(Stimuli::Images(paths.iter().map(|path| read_image(path, &labels)).collect::<Result<_, _>>()?))
}

fn read_image(path: &Path, labels: &BTreeMap<String, String>) -> Result<(String, RgbImage), Failure> {
    let image = image::load_from_memory(&read_file(path)?)
        .map_err(|error| Failure::new(format!("{} is not a readable image: {error}", path.display())))?;
    let rgb = image.to_rgb8();
    let (width, height) = (rgb.width() as usize, rgb.height() as usize);
    let file = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let label = labels.get(&file).cloned().unwrap_or(file);
    Ok((label, RgbImage { width, height, data: rgb.into_raw() }))
}

/// Labels by file name, from a `photos.json` beside the images if there is one.
fn labels_of(folder: &Path) -> BTreeMap<String, String> {
    let listed: Option<Vec<serde_json::Value>> =
        std::fs::read(folder.join("photos.json")).ok().and_then(|bytes| serde_json::from_slice(&bytes).ok());
    let pair = |photo: &serde_json::Value| {
        let field = |key: &str| photo.get(key)?.as_str().map(str::to_owned);
        Some((field("file")?, field("label")?))
    };
    listed.unwrap_or_default().iter().filter_map(pair).collect()
}
