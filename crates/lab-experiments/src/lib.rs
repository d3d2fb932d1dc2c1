//! The wasm face of the experiments: a module of its own, so that no other page loads it.
//!
//! Failures are thrown as plain objects `{kind, message, causes}`.

mod job;

use std::cell::RefCell;

use boundary::{from_js, plain_error, report_to_js, to_js, to_plain};
use experiments::{ExperimentRecipe, Lab, LabFile, list_experiments, run_experiment};
use recipe::{Backend, compare_digests};
use tensor::{Device, gpu::Gpu};
use wasm_bindgen::prelude::*;

use job::{ExperimentJob, JobWatcher};

#[wasm_bindgen]
extern "C" {
    /// `{name: string, bytes: Uint8Array}`.
    pub type PageLabFile;

    #[wasm_bindgen(method, getter)]
    fn name(this: &PageLabFile) -> String;

    #[wasm_bindgen(method, getter)]
    fn bytes(this: &PageLabFile) -> Vec<u8>;
}

/// What runs experiments; it keeps the graphics device that it was given.
#[wasm_bindgen]
#[derive(Default)]
pub struct ExperimentLab {
    gpu: RefCell<Option<Device>>,
}

#[wasm_bindgen]
impl ExperimentLab {
    /// A lab that has asked for no device yet.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Self {
        Self::default()
    }

    /// All cards, an array of `ExperimentCard`.
    pub fn list(&self) -> Result<JsValue, JsValue> {
        to_js(&list_experiments())
    }

    /// Runs an `ExperimentRecipe` on the backend that it names; `files` are those that the card asks for. Resolves to an
    /// `ExperimentReport`.
    pub async fn run(
        &self,
        recipe: JsValue,
        files: Vec<PageLabFile>,
        job: ExperimentJob,
    ) -> Result<JsValue, JsValue> {
        let recipe: ExperimentRecipe = from_js("the recipe", recipe)?;
        let device = self.device(recipe.backend).await?;
        let files = files.iter().map(|file| LabFile { name: file.name(), bytes: file.bytes() }).collect();
        let result = run_experiment(&recipe, &Lab { device, files }, &mut JobWatcher::new(job)).await;
        report_to_js(result.map_err(|error| to_plain(&error))?, |report| &mut report.figures)
    }

    /// Whether `mine` matches what an author measured: a `Verdict`.
    pub fn compare_digests(&self, author: JsValue, mine: JsValue) -> Result<JsValue, JsValue> {
        to_js(&compare_digests(&from_js("the author's digest", author)?, &from_js("my digest", mine)?))
    }
}

impl ExperimentLab {
    async fn device(&self, backend: Backend) -> Result<Device, JsValue> {
        let kept = self.gpu.borrow().clone();
        match (backend, kept) {
            (Backend::Cpu, _) => Ok(Device::Cpu),
            (Backend::Gpu, Some(device)) => Ok(device),
            (Backend::Gpu, None) => {
                let refused = |error: tensor::Error| plain_error("device", &error.to_string());
                let gpu = Gpu::request().await.map_err(refused)?;
                gpu.tune_matmul().await.map_err(refused)?;
                let device = Device::Gpu(gpu);
                self.gpu.replace(Some(device.clone()));
                Ok(device)
            }
        }
    }
}
