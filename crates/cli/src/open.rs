//! Opening a model folder: config.json, model.safetensors or the files of its index, and for text tokenizer.json.

use std::path::Path;

use recipe::{Gguf, ModelRef, Session, ShardIndex, Vocabulary};
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

/// Whether the model is one GGUF file.
fn is_gguf(path: &Path) -> bool {
    path.is_file() && path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("gguf"))
}

/// Opens the model in `folder`, or the GGUF file of that name.
pub async fn open_model(folder: &Path, device: Device) -> Result<Session<DiskFile>, Failure> {
    if is_gguf(folder) {
        let weights = vec![DiskFile::open(folder)?];
        return Ok(Session::open(reference(folder), &[], weights, device).await?);
    }
    if !folder.is_dir() {
        return Err(Failure::new(format!(
            "{} is not a folder; --model takes one with config.json and model.safetensors, or a .gguf file",
            folder.display()
        )));
    }
    let config = read_config(folder).await?;
    let index = read_index(folder)?;
    let names = index.as_ref().map_or_else(|| vec!["model.safetensors"], ShardIndex::files);
    let weights = names.iter().map(|name| DiskFile::open(&folder.join(name))).collect::<Result<_, _>>()?;
    let session = Session::open(reference(folder), &config, weights, device).await?;
    if let Some(index) = &index {
        session.check_index(index)?;
    }
    Ok(session)
}

/// The index of a model whose weights lie in several files; `None` where one file holds them.
fn read_index(folder: &Path) -> Result<Option<ShardIndex>, Failure> {
    let path = folder.join("model.safetensors.index.json");
    if folder.join("model.safetensors").exists() || !path.exists() {
        return Ok(None);
    }
    Ok(Some(ShardIndex::read(&read_file(&path)?)?))
}

/// The configuration of the model in `folder`, or of the GGUF file of that name.
pub async fn read_config(folder: &Path) -> Result<Vec<u8>, Failure> {
    if is_gguf(folder) {
        return Ok(Gguf::open(&DiskFile::open(folder)?).await?.config()?);
    }
    read_file(&folder.join("config.json"))
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

/// The tokeniser in `folder`, or in the GGUF file of that name.
pub async fn open_tokenizer(folder: &Path) -> Result<Tokenizer, Failure> {
    let (path, json) = if is_gguf(folder) {
        (folder.to_owned(), Gguf::open(&DiskFile::open(folder)?).await?.tokenizer()?)
    } else {
        let path = folder.join("tokenizer.json");
        let json = read_file(&path)?;
        (path, json)
    };
    Tokenizer::from_json(&json).map_err(|error| Failure::new(format!("{}: {error}", path.display())))
}

/// The tokeniser as the figures' vocabulary.
pub struct Words(pub Tokenizer);

impl Vocabulary for Words {
    fn piece(&self, id: u32) -> String {
        self.0.pieces(&[id]).concat()
    }

    fn encode(&self, text: &str) -> recipe::Result<Vec<u32>> {
        self.0.encode(text, true).map_err(|error| recipe::Error::Recipe(error.to_string()))
    }
}
