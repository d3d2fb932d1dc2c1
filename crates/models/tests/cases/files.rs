//! Real weights and golden files, where this machine has them.

use std::path::{Path, PathBuf};

use formats::safetensors::{Header, PREFIX_BYTES, decode_f32, header_len, parse_header};
use inscape_models::{Plan, WeightRequest, Weights, read_config};
use tensor::{Device, Tensor, gpu::Gpu};

/// The repository's root.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// Where the models are whose golden values exist: id and folder.
pub fn model_folder(id: &str) -> PathBuf {
    match id {
        "stories260k" => root().join("../shared/data/stories260K"),
        "gpt-nano-sort" | "tiny-darknet" => root().join("../shared/data").join(id),
        "char-lstm" => root().join("../shared/data/charrnn-shakespeare"),
        id => root().join("models").join(id),
    }
}

/// True when `path` is there. Otherwise says that the test is skipped, and fails under CI=true, where
/// a skip must not pass.
pub fn is_here(path: &Path) -> bool {
    if path.exists() {
        return true;
    }
    let shown = path.strip_prefix(root()).unwrap_or(path).display();
    println!("skipped, {shown} absent");
    assert!(
        std::env::var("CI").as_deref() != Ok("true"),
        "{shown} is absent, and under CI no test is skipped"
    );
    false
}

/// A safetensors file in memory with its header.
pub struct File {
    pub header: Header,
    bytes: Vec<u8>,
}

impl File {
    pub fn open(path: &Path) -> Self {
        let bytes = std::fs::read(path).unwrap();
        let n_header = header_len(&bytes, Some(bytes.len() as u64)).unwrap();
        let json = &bytes[PREFIX_BYTES..PREFIX_BYTES + n_header];
        Self { header: parse_header(json, Some(bytes.len() as u64)).unwrap(), bytes }
    }

    pub fn names(&self) -> Vec<&str> {
        self.header.tensors.iter().map(|tensor| tensor.name.as_str()).collect()
    }

    /// Shape and numbers of one tensor.
    pub fn read(&self, name: &str) -> (Vec<usize>, Vec<f32>) {
        let info = self.header.find(name).unwrap();
        let bytes = &self.bytes[info.start as usize..info.end as usize];
        (info.shape.clone(), decode_f32(info, bytes).unwrap())
    }

    pub fn weights(&self, requests: &[WeightRequest], device: &Device) -> Weights {
        let mut weights = Weights::default();
        for request in requests {
            if let Some(name) = request.locate(&self.names()).unwrap() {
                let (shape, values) = self.read(name);
                weights.insert(&request.name, Tensor::from_vec(values, &shape, device).unwrap());
            }
        }
        weights
    }
}

/// Plan and weights file of an installed model; `None` when it is absent.
pub fn open_model(id: &str) -> Option<(Box<dyn Plan>, File)> {
    let folder = model_folder(id);
    is_here(&folder.join("model.safetensors")).then(|| {
        let plan = read_config(&std::fs::read(folder.join("config.json")).unwrap()).unwrap();
        (plan, File::open(&folder.join("model.safetensors")))
    })
}

/// The devices to test on, each with the tolerance max|a − b| / max|b| of f32 there. The graphics device only with
/// TEST_GPU=1 (REQUIRE_GPU=1 does the same).
pub fn devices() -> Vec<(Device, f32)> {
    let mut devices = vec![(Device::Cpu, 1e-4)];
    let asked = |name: &str| std::env::var(name).as_deref() == Ok("1");
    if asked("TEST_GPU") || asked("REQUIRE_GPU") {
        let gpu = pollster::block_on(Gpu::request()).expect("a graphics device was asked for");
        devices.push((Device::Gpu(gpu), 1e-3));
    }
    devices
}
