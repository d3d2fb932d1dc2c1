//! Every kernel file is valid WGSL as it stands, and every op that calls the device has one.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used)]

use std::fs;
use std::path::{Path, PathBuf};

use naga::valid::{Capabilities, ValidationFlags, Validator};

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files(&path, found);
        } else {
            found.push(path);
        }
    }
}

fn source_files() -> Vec<PathBuf> {
    let mut found = Vec::new();
    files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut found);
    found
}

#[test]
fn every_kernel_file_parses_and_validates() {
    let kernels: Vec<PathBuf> =
        source_files().into_iter().filter(|path| path.extension().is_some_and(|e| e == "wgsl")).collect();
    assert!(kernels.len() >= 10, "expected at least 10 kernel files, found {}", kernels.len());
    for path in kernels {
        let source = fs::read_to_string(&path).unwrap();
        let module = naga::front::wgsl::parse_str(&source)
            .unwrap_or_else(|error| panic!("{}: {}", path.display(), error.emit_to_string(&source)));
        // No capability beyond plain WebGPU: no f16, no subgroups.
        let mut validator = Validator::new(ValidationFlags::all(), Capabilities::empty());
        if let Err(error) = validator.validate(&module) {
            panic!("{}: {}", path.display(), error.emit_to_string(&source));
        }
        assert!(source.starts_with("// "), "{} lacks the header that says what it does", path.display());
    }
}

#[test]
fn every_op_that_calls_the_device_has_a_kernel_beside_it() {
    let is_call =
        |path: &PathBuf| path.ends_with("gpu.rs") && path.components().any(|part| part.as_os_str() == "ops");
    let calls: Vec<PathBuf> = source_files().into_iter().filter(is_call).collect();
    assert!(calls.len() >= 8, "expected at least 8 ops with a gpu.rs, found {}", calls.len());
    for call in calls {
        let source = fs::read_to_string(&call).unwrap();
        let name = source.split("include_str!(\"").nth(1).and_then(|rest| rest.split('"').next());
        let name = name.unwrap_or_else(|| panic!("{} includes no kernel", call.display()));
        assert!(
            call.with_file_name(name).is_file(),
            "{} includes a kernel of another folder",
            call.display()
        );
    }
}
