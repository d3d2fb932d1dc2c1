//! The lab as a Web Worker sees it: one class with an open model, jobs that report and cancel, and
//! errors as plain `{kind, message, causes}`.
//!
//! Only this crate (and `lab-text`) exports through wasm-bindgen. It translates between JavaScript
//! values and the `recipe` crate and decides nothing.

mod arrays;
mod stimuli;
mod train;
mod vocabulary;
mod weights;

use std::cell::RefCell;

use recipe::{
    BackendChoice, Digest, ModelRef, Pool, Recipe, Session, Vocabulary, choose_backend, compare_digests,
};
use tensor::Device;
use wasm_bindgen::prelude::*;

use boundary::{JobHost, PageHost, from_js, plain_error, report_to_js, to_js, to_plain};
use stimuli::{StimuliInput, read_stimuli};
use vocabulary::PageVocabulary;
use weights::{PageFile, WeightsFile};

/// The lab: a device and at most one open model.
#[wasm_bindgen]
pub struct Lab {
    device: RefCell<Device>,
    session: RefCell<Option<Session<PageFile>>>,
}

#[wasm_bindgen]
impl Lab {
    /// A lab on the CPU with no model.
    #[wasm_bindgen(constructor)]
    #[allow(clippy::new_without_default, reason = "JavaScript calls the constructor")]
    pub fn new() -> Self {
        Self { device: RefCell::new(Device::Cpu), session: RefCell::new(None) }
    }

    /// Measures both backends, picks one (`choice` overrides) and moves the open model to it.
    /// Resolves to a `Capability`.
    pub async fn probe(&self, choice: JsValue) -> Result<JsValue, JsValue> {
        let choice: BackendChoice = from_js("backend", choice)?;
        let (device, capability) = choose_backend(choice).await;
        self.device.replace(device.clone());
        if let Some(session) = self.session.borrow_mut().as_mut() {
            session.set_device(device);
        }
        to_js(&capability)
    }

    /// Opens a model: reads its config and the headers of its files of weights. Resolves to a `ModelCard`.
    /// A model whose hash is not known is hashed, with progress, where all of its bytes are on this machine.
    pub async fn open(
        &self,
        model: JsValue,
        config: Vec<u8>,
        weights: Vec<WeightsFile>,
        job: JobHost,
    ) -> Result<JsValue, JsValue> {
        let model: ModelRef = from_js("model", model)?;
        let needs_hash = model.sha256.is_empty() && weights.iter().all(WeightsFile::is_local);
        let device = self.device.borrow().clone();
        let files = weights.into_iter().map(PageFile::new).collect();
        let opened = Session::open(model, &config, files, device).await;
        let mut session = opened.map_err(|error| to_plain(&error))?;
        if needs_hash {
            session.hash_weights(&mut PageHost::new(job)).await.map_err(|error| to_plain(&error))?;
        }
        let card = to_js(&session.card());
        self.session.replace(Some(session));
        card
    }

    /// The `tokenizer.json` that the model's own file holds, as GGUF files do; nothing where it has none.
    pub fn tokenizer(&self) -> Result<Option<Vec<u8>>, JsValue> {
        let session = self.session.borrow();
        session.as_ref().ok_or_else(no_session)?.tokenizer().map_err(|error| to_plain(&error))
    }

    /// Runs a recipe on decoded stimuli. Resolves to a `Report`. Texts need their tokeniser as `vocabulary`.
    pub async fn run(
        &self,
        recipe: JsValue,
        stimuli: StimuliInput,
        job: JobHost,
        vocabulary: Option<PageVocabulary>,
    ) -> Result<JsValue, JsValue> {
        let recipe: Recipe = from_js("recipe", recipe)?;
        let stimuli = read_stimuli(&stimuli)?;
        let vocabulary = vocabulary.as_ref().map(|vocabulary| vocabulary as &dyn Vocabulary);
        let mut session = self.take_session()?;
        let result = session.run(&recipe, &stimuli, vocabulary, &mut PageHost::new(job)).await;
        self.session.replace(Some(session));
        report_to_js(result.map_err(|error| to_plain(&error))?, |report| &mut report.figures)
    }

    /// Captures sites of the model with these changes on its way. Resolves to `[{site, shape, values: Float32Array, n_positions}]`.
    pub async fn capture(
        &self,
        sites: Vec<String>,
        pool: JsValue,
        stimuli: StimuliInput,
        changes: Vec<String>,
        job: JobHost,
    ) -> Result<js_sys::Array, JsValue> {
        let pool: Pool = from_js("pool", pool)?;
        let stimuli = read_stimuli(&stimuli)?;
        let mut session = self.take_session()?;
        let result = match session.set_changes(&changes) {
            Ok(()) => session.capture(&sites, pool, &stimuli, &mut PageHost::new(job)).await,
            Err(error) => Err(error),
        };
        self.session.replace(Some(session));
        let captured = result.map_err(|error| to_plain(&error))?;
        captured.iter().map(arrays::captured_to_js).collect()
    }

    /// What these sites would read and hold: a `Cost`.
    pub fn cost(&self, sites: Vec<String>) -> Result<JsValue, JsValue> {
        let session = self.session.borrow();
        let session = session.as_ref().ok_or_else(no_session)?;
        to_js(&session.cost_of(&sites).map_err(|error| to_plain(&error))?)
    }

    /// Multiply-adds of stimuli up to the deepest of these sites; `lengths` has an entry a stimulus, of texts their tokens.
    pub fn multiply_adds(&self, sites: Vec<String>, lengths: Vec<u32>) -> Result<f64, JsValue> {
        let session = self.session.borrow();
        let session = session.as_ref().ok_or_else(no_session)?;
        let lengths: Vec<usize> = lengths.into_iter().map(|length| length as usize).collect();
        let found = session.multiply_adds(&sites, &lengths).map_err(|error| to_plain(&error))?;
        Ok(found as f64)
    }

    /// Tries the identities of the model's sites on a short input. Resolves to a `SiteCheck`.
    pub async fn check_sites(&self, job: JobHost) -> Result<JsValue, JsValue> {
        let mut session = self.take_session()?;
        let result = session.check_sites(&mut PageHost::new(job)).await;
        self.session.replace(Some(session));
        to_js(&result.map_err(|error| to_plain(&error))?)
    }

    /// Whether `mine` matches what an author measured: a `Verdict`.
    pub fn compare_digests(&self, author: JsValue, mine: JsValue) -> Result<JsValue, JsValue> {
        let author: Digest = from_js("the author's digest", author)?;
        let mine: Digest = from_js("this run's digest", mine)?;
        to_js(&compare_digests(&author, &mine))
    }

    /// Hands the graphics device back, as a driver may take it: the next run on it fails, and the
    /// next probe starts a new one.
    pub fn lose_device(&self) {
        if let Device::Gpu(gpu) = &*self.device.borrow() {
            gpu.destroy();
        }
    }

    /// Traps on purpose, so that a test can see the page survive it.
    pub fn trap(&self) {
        std::process::abort()
    }

    /// The open model, for one job; it is put back at the job's end.
    fn take_session(&self) -> Result<Session<PageFile>, JsValue> {
        self.session.borrow_mut().take().ok_or_else(no_session)
    }
}

fn no_session() -> JsValue {
    plain_error(
        "busy",
        "no model is open, or another job is running on it; open a model or wait for the job to end",
    )
}
