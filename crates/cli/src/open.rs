//! Opening a model folder: config.json, model.safetensors, and for text tokenizer.json.

use std::path::Path;

use recipe::{ModelRef, Session, Vocabulary};
use tensor::Device;
use tensor::gpu::Gpu;
use tokens::Tokenizer;

use crate::failure::Failure;
use crate::file::{DiskFile, read_file};

/// Where the model runs.
#[derive(Clone, Copy, clap::ValueEnum)]
pub enum DeviceName {
    /// candle-core.
    Cpu,
    /// The graphics adapter, through Vulkan, Metal or DX12.
    Gpu,
}

impl DeviceName {
    /// The device, or a sentence.
    pub async fn open(self) -> Result<Device, Failure> {
        match self {
            Self::Cpu => Ok(Device::Cpu),
            Self::Gpu => {
                let refused = |error: tensor::Error| Failure::new(error.to_string());
                let gpu = Gpu::request().await.map_err(refused)?;
                gpu.tune_matmul().await.map_err(refused)?;
                Ok(Device::Gpu(gpu))
            }
        }
    }
}

/// Opens the model in `folder`.
pub async fn open_model(folder: &Path, device: Device) -> Result<Session<DiskFile>, Failure> {
    if !folder.is_dir() {
        return Err(Failure::new(format!(
            "{} is not a folder; --model takes one with config.json and model.safetensors",
            folder.display()
        )));
    }
    let mut config = read_file(&folder.join("config.json"))?;
    let preprocessor = folder.join("preprocessor_config.json");
    if preprocessor.is_file() {
        config = models::with_preprocessor(&config, &read_file(&preprocessor)?)
            .map_err(|error| Failure::new(error.to_string()))?;
    }
    let weights = DiskFile::open(&folder.join("model.safetensors"))?;
    Ok(Session::open(reference(folder), &config, vec![weights], device).await?)
}

/// What the folder says of itself in card.json; its name otherwise.
fn reference(folder: &Path) -> ModelRef {
    let name =
        folder.file_name().map_or_else(|| "model".to_owned(), |name| name.to_string_lossy().into_owned());
    let card: serde_json::Value = std::fs::read(folder.join("card.json"))
        .ok()
        .and_then(|bytes| serde_json::from_slice(&bytes).ok())
        .unwrap_or(serde_json::Value::Null);
    let field = |key: &str| card.get(key).and_then(|value| value.as_str()).map(str::to_owned);
    ModelRef {
        id: field("id").unwrap_or(name),
        revision: field("source").unwrap_or_else(|| "local".to_owned()),
        sha256: field("sha256").unwrap_or_default(),
    }
}

/// The tokeniser in `folder`.
pub fn open_tokenizer(folder: &Path) -> Result<Tokenizer, Failure> {
    let path = folder.join("tokenizer.json");
    Tokenizer::from_json(&read_file(&path)?)
        .map_err(|error| Failure::new(format!("{}: {error}", path.display())))
}

/// The tokeniser as the figures' vocabulary.
pub struct Words(pub Tokenizer);

impl Vocabulary for Words {
    fn piece(&self, id: u32) -> String {
        self.0.pieces(&[id]).concat()
    }
}
