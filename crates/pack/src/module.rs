//! One wasm module: from the file that cargo built to `<name>.js`, `<name>.d.ts` and `<name>_bg.wasm`.

use std::path::Path;
use wasm_bindgen_cli_support::Bindgen;

/// Sizes in bytes of one module, as cargo built it and after wasm-bindgen dropped what is unused.
pub struct Sizes {
    pub built: u64,
    pub bound: u64,
}

/// Binds `built` as an ES module called `name` in the folder `out`, which is made if it is absent.
///
/// # Errors
/// A sentence, when `built` is not there, is not a wasm file of the pinned wasm-bindgen, or `out` cannot be written.
pub fn bind(built: &Path, name: &str, out: &Path) -> Result<Sizes, String> {
    let built_bytes = length(built).map_err(|error| {
        format!(
            "Could not read {}: {error}. Build it first: cargo build --release --target wasm32-unknown-unknown \
             -p inscape-lab -p inscape-lab-text -p inscape-lab-data -p inscape-lab-experiments.",
            built.display()
        )
    })?;
    let bound = Bindgen::new()
        .input_path(built)
        .out_name(name)
        .typescript(true)
        .web(true)
        .and_then(|bindgen| bindgen.generate(out));
    bound.map_err(|error| format!("wasm-bindgen could not bind {}: {error:#}.", built.display()))?;
    let wasm = out.join(format!("{name}_bg.wasm"));
    let bound_bytes = length(&wasm)
        .map_err(|error| format!("Could not read {}, which was just written: {error}.", wasm.display()))?;
    Ok(Sizes { built: built_bytes, bound: bound_bytes })
}

fn length(file: &Path) -> std::io::Result<u64> {
    std::fs::metadata(file).map(|facts| facts.len())
}
