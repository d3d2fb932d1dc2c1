//! Trainings for the page.

use recipe::{
    DataFile, Error, Result, TrainHost, TrainOptions, TrainPoint, TrainProgress, list_tasks, run_training,
};
use wasm_bindgen::prelude::*;

use crate::Lab;
use boundary::{from_js, to_js, to_plain};

#[wasm_bindgen]
extern "C" {
    /// `{progress(p), point(p), kept(bytes, step), breathe(): Promise<boolean>}`; `breathe` does not resolve
    /// while paused, and resolves to true to cancel.
    pub type PageTrainHost;

    #[wasm_bindgen(method, catch)]
    fn progress(this: &PageTrainHost, progress: JsValue) -> std::result::Result<(), JsValue>;

    #[wasm_bindgen(method, catch)]
    fn point(this: &PageTrainHost, point: JsValue) -> std::result::Result<(), JsValue>;

    #[wasm_bindgen(method, catch)]
    fn kept(this: &PageTrainHost, bytes: Vec<u8>, step: usize) -> std::result::Result<(), JsValue>;

    #[wasm_bindgen(method, catch)]
    async fn breathe(this: &PageTrainHost) -> std::result::Result<JsValue, JsValue>;

    /// `{name: string, bytes: Uint8Array}`.
    pub type PageDataFile;

    #[wasm_bindgen(method, getter)]
    fn name(this: &PageDataFile) -> String;

    #[wasm_bindgen(method, getter)]
    fn bytes(this: &PageDataFile) -> Vec<u8>;
}

/// A page that does not hear still wants the result, so what it throws at these calls is dropped.
impl TrainHost for PageTrainHost {
    fn progress(&mut self, progress: TrainProgress) {
        if let Ok(value) = to_js(&progress) {
            let _ = PageTrainHost::progress(self, value);
        }
    }

    fn point(&mut self, point: TrainPoint) {
        if let Ok(value) = to_js(&point) {
            let _ = PageTrainHost::point(self, value);
        }
    }

    fn kept(&mut self, bytes: Vec<u8>, step: usize) {
        let _ = PageTrainHost::kept(self, bytes, step);
    }

    async fn breathe(&mut self) -> Result<()> {
        match PageTrainHost::breathe(self).await {
            Ok(cancel) if cancel.is_truthy() => Err(Error::Cancelled),
            // A host that cannot answer does not cancel.
            _ => Ok(()),
        }
    }
}

#[wasm_bindgen]
impl Lab {
    /// What can be trained: an array of `TaskCard`.
    pub fn train_tasks(&self) -> Result<JsValue, JsValue> {
        to_js(&list_tasks())
    }

    /// Trains on the probed device, from the start or from what was `kept`. `files` are named as in the task's
    /// card. Resolves to a `TrainReport` with the weights' bytes.
    pub async fn train(
        &self,
        options: JsValue,
        files: Vec<PageDataFile>,
        kept: Option<Vec<u8>>,
        mut host: PageTrainHost,
    ) -> std::result::Result<JsValue, JsValue> {
        let options: TrainOptions = from_js("what to train", options)?;
        let tests: Vec<String> = list_tasks()
            .into_iter()
            .filter(|card| card.id == options.task)
            .flat_map(|card| card.test_files)
            .collect();
        let read = |file: &PageDataFile| DataFile { name: file.name(), bytes: file.bytes() };
        let (test, train) = files.iter().map(read).partition(|file: &DataFile| tests.contains(&file.name));
        let device = self.device.borrow().clone();
        let result = run_training(&options, train, test, kept.as_deref(), &device, &mut host).await;
        let mut report = result.map_err(|error| to_plain(&error))?;
        let weights = js_sys::Uint8Array::from(std::mem::take(&mut report.weights).as_slice());
        let value = to_js(&report)?;
        js_sys::Reflect::set(&value, &"weights".into(), &weights)?;
        Ok(value)
    }
}
