//! The wasm face of analyses of the visitor's own arrays: a module of its own, so that the bench never loads it.
//!
//! Failures are thrown as plain objects `{kind, message, causes}`.

use std::cell::RefCell;

use boundary::{JobHost, PageHost, from_js, report_to_js, to_js, to_plain};
use recipe::{DataRecipe, Shelf, compare_digests};
use wasm_bindgen::prelude::*;

/// The arrays that the visitor brought.
#[wasm_bindgen]
#[derive(Default)]
pub struct DataLab {
    shelf: RefCell<Shelf>,
}

#[wasm_bindgen]
impl DataLab {
    /// An empty shelf.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Self {
        Self::default()
    }

    /// Reads a file's arrays. Gives an `ArrayCard` for each.
    pub fn add(&self, file_name: &str, bytes: &[u8]) -> Result<JsValue, JsValue> {
        to_js(&self.shelf.borrow_mut().add(file_name, bytes).map_err(|error| to_plain(&error))?)
    }

    /// What was understood of each array, an `ArrayCard` each: how one is read may follow from the others.
    pub fn cards(&self) -> Result<JsValue, JsValue> {
        to_js(&self.shelf.borrow().cards())
    }

    /// Reads an array in the other way that its shape allows, a `Reading`.
    pub fn read_as(&self, name: &str, reading: JsValue) -> Result<(), JsValue> {
        let reading = from_js("the reading", reading)?;
        self.shelf.borrow_mut().read_as(name, reading).map_err(|error| to_plain(&error))
    }

    /// Takes an array away.
    pub fn remove(&self, name: &str) -> bool {
        self.shelf.borrow_mut().remove(name)
    }

    /// Runs a `DataRecipe`. Resolves to a `DataReport`.
    pub async fn run(&self, recipe: JsValue, job: JobHost) -> Result<JsValue, JsValue> {
        let recipe: DataRecipe = from_js("the recipe", recipe)?;
        // Taken out, so that a call in the meantime finds an empty shelf and no locked one.
        let shelf = self.shelf.take();
        let result = shelf.run(&recipe, &mut PageHost::new(job)).await;
        self.shelf.replace(shelf);
        report_to_js(result.map_err(|error| to_plain(&error))?, |report| &mut report.figures)
    }

    /// What can be chosen by name: an `AnalysisList`.
    pub fn list(&self) -> Result<JsValue, JsValue> {
        to_js(&recipe::list_analyses())
    }

    /// Whether `mine` matches what an author measured: a `Verdict`.
    pub fn compare_digests(&self, author: JsValue, mine: JsValue) -> Result<JsValue, JsValue> {
        to_js(&compare_digests(&from_js("the author's digest", author)?, &from_js("my digest", mine)?))
    }
}
